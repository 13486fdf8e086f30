"""Closed lists. What editors may change is a vocabulary (models/vocabulary.py), not a choice."""

from django.db.models import TextChoices


class Nation(TextChoices):
    ENGLAND = "england", "England"
    WALES = "wales", "Wales"
    SCOTLAND = "scotland", "Scotland"
    NORTHERN_IRELAND = "northern-ireland", "Northern Ireland"
    JERSEY = "jersey", "Jersey"
    GUERNSEY = "guernsey", "Guernsey"
    ISLE_OF_MAN = "isle-of-man", "Isle of Man"
    NOT_RECORDED = "not-recorded", "Not recorded"


class Sex(TextChoices):
    """A child's sex as the review gives it. Reviews often do not."""

    GIRL = "girl", "Girl"
    BOY = "boy", "Boy"
    OTHER = "other", "Described in another way"
    NOT_STATED = "not-stated", "Not stated"


class State(TextChoices):
    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


class PointKind(TextChoices):
    LEARNING = "learning", "Learning point"
    RECOMMENDATION = "recommendation", "Recommendation"


class Verb(TextChoices):
    """What an audit row says was done to a review."""

    LOADED = "loaded", "Loaded"
    BEGUN = "begun", "Begun"
    OFFERED = "offered", "Offered for publication"
    TAKEN_BACK = "taken-back", "Taken back to be worked on"
    SCHEDULED = "scheduled", "Publication scheduled"
    UNSCHEDULED = "unscheduled", "Schedule removed"
    PUBLISHED = "published", "Published"
    CORRECTED = "corrected", "Corrected"
    DISCARDED = "discarded", "Changes discarded"
    WITHDRAWN = "withdrawn", "Withdrawn"
    RESTORED = "restored", "Restored"
    FILE_WITHDRAWN = "file-withdrawn", "Document withdrawn"
    FILE_RESTORED = "file-restored", "Document restored"


class Reason(TextChoices):
    """Why a review or a document was withdrawn. For editors; pages show the public wording."""

    COURT = "court-order", "A court ordered it"
    IDENTIFIES = "identifies", "It could identify somebody"
    PUBLISHER = "publisher", "Its publisher withdrew it"
    WRONG = "wrong", "It is wrong in something that matters"
    TWICE = "twice", "The same review is here twice"
    OTHER = "other", "Another reason"


class Origin(TextChoices):
    """Where a batch of proposals came from."""

    PASTED = "pasted", "Pasted text"
    FILE = "file", "File"
    TABLE = "table", "Table"
    SUBMISSION = "submission", "Sent in by a partnership"


class Decision(TextChoices):
    """What became of a proposal that intake read."""

    WAITING = "waiting", "Waiting"
    ACCEPTED = "accepted", "Accepted"
    SKIPPED = "skipped", "Skipped"


class LetterKind(TextChoices):
    """What a partnership is told of what it sent in."""

    CONFIRM = "confirm", "Please confirm"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"
    DECLINED = "declined", "Not taken up"
