"""What each finding in an edition says to an editor, and whether it stops publication."""

from typing import NamedTuple

from reviews.editing.checks.finding import Severity

_BLOCKS, _ASKS = Severity.BLOCKING, Severity.ACKNOWLEDGE


class Rule(NamedTuple):
    """How grave it is; what was found, as one sentence; what to do about it, as another."""

    severity: Severity
    found: str
    to_do: str


RULES = {
    # What is missing
    "no-title": Rule(_BLOCKS, "There is no title.", "Write one."),
    "no-standfirst": Rule(
        _BLOCKS, "There is no standfirst.", "Say in a sentence or two what it is about."
    ),
    "no-date": Rule(
        _ASKS, "There is no date.", "Write the month in which it is published, or say why not."
    ),
    "no-subject": Rule(
        _BLOCKS, "It is about no theme and for no agency.", "Choose one, so that it is found."
    ),
    "no-statements": Rule(
        _BLOCKS, "No section has a statement.", "Write at least one, with what supports it."
    ),
    "no-body": Rule(_BLOCKS, "The article has no text.", "Write it."),
    "no-author": Rule(_BLOCKS, "The author is not named.", "Write the name, and the role."),
    "no-heading": Rule(_BLOCKS, "A section has no heading.", "Write one."),
    "empty-section": Rule(
        _BLOCKS, "A section has neither text nor statements.", "Write something, or remove it."
    ),
    "empty-row": Rule(_BLOCKS, "A row is empty.", "Write what belongs there, or remove the row."),
    # Evidence
    "no-evidence": Rule(
        _ASKS,
        "This statement cites nothing.",
        "Cite what supports it, or say why it may stand: the page says that no review is cited.",
    ),
    "cited-not-public": Rule(
        _BLOCKS,
        "This statement cites a review that is not public.",
        "Take it out, and look whether the statement was drawn from it.",
    ),
    "point-gone": Rule(
        _BLOCKS,
        "This statement cites a point that a correction took out of its review.",
        "Take it out, and look whether the statement can stay.",
    ),
    "cited-gone": Rule(
        _BLOCKS,
        "This statement cites a point or a review that is gone.",
        "Take it out, and look whether the statement can stay.",
    ),
    "cited-outside-sample": Rule(
        _ASKS,
        "This statement cites a review that is not in the sample, so the tally leaves it out.",
        "Add the review to the sample, or say why it is not in it.",
    ),
    "pinned-not-public": Rule(
        _BLOCKS, "A review of the sample is not public.", "Take it out of the sample."
    ),
    "illustrative-mixed": Rule(
        _BLOCKS,
        "Illustrative and real reviews are mixed here.",
        "What is real rests on real reviews alone, what is illustrative on illustrative ones.",
    ),
    "no-sample": Rule(
        _ASKS,
        "No review is in the sample, so the page can’t say what the briefing is based on.",
        "Take reviews into it, or say why there are none.",
    ),
    "no-selection": Rule(
        _ASKS,
        "There is no selection, so the page can’t say what was added since.",
        "Choose one, or say why there is none.",
    ),
    "selection-unreadable": Rule(
        _BLOCKS,
        "The selection can’t be read.",
        "Choose it anew: a term in it may have been deleted.",
    ),
    "selection-empty": Rule(
        _ASKS, "No public review matches the selection.", "Widen it, or say why that is right."
    ),
    "sample-outside-selection": Rule(
        _ASKS,
        "Reviews of the sample do not match the selection.",
        "Change one of the two, or say why they belong to the sample.",
    ),
    # Dates and relations
    "published-in-future": Rule(
        _ASKS,
        "Its date is in the future.",
        "Correct it, have it published on a day then, or say why it is right.",
    ),
    "dated-before-the-last": Rule(
        _BLOCKS,
        "It is dated earlier than the edition before it.",
        "Write the date of this edition, or correct that of the other first.",
    ),
    "dated-after-the-next": Rule(
        _BLOCKS,
        "It is dated later than the edition that followed it.",
        "Write the date of this edition, or correct that of the other first.",
    ),
    "before-its-evidence": Rule(
        _ASKS,
        "It is dated before something that it cites was published.",
        "Correct the date, or say why it is right.",
    ),
    "related-to-itself": Rule(_BLOCKS, "It names itself as related.", "Take it out."),
    "statement-twice": Rule(
        _ASKS, "Another statement says the same.", "Remove one, or say why both are needed."
    ),
    # Form
    "bad-link": Rule(
        _BLOCKS, "This is no web address.", "Begin it with https:// or http://, or leave it empty."
    ),
    "too-long": Rule(_BLOCKS, "This is too long.", "Shorten it."),
    "too-many": Rule(_BLOCKS, "These are too many.", "Remove some, or make two pieces of it."),
}
