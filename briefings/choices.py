"""Closed lists of briefings and articles."""

from django.db.models import TextChoices


class Kind(TextChoices):
    BRIEFING = "briefing", "Briefing"
    ARTICLE = "article", "Article"


class State(TextChoices):
    """Of an edition. A superseded one stays public at its own address."""

    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"
    SUPERSEDED = "superseded", "Superseded"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Audience(TextChoices):
    """Who a reflective question is for."""

    PRACTITIONERS = "practitioners", "Practitioners"
    MANAGERS = "managers", "Managers and supervisors"
    LEADERS = "leaders", "Strategic leaders"
    PARTNERSHIPS = "partnerships", "Safeguarding partnerships"


class SectionKind(TextChoices):
    """What a section of a briefing is about. The seven-minute version has the learning."""

    CONTEXT = "context", "Why these children came to notice"
    ISSUES = "issues", "Key issues"
    LEARNING = "learning", "Learning for practice"


class ResourceKind(TextChoices):
    REPORT = "report", "Report"
    GUIDANCE = "guidance", "Guidance"
    RESEARCH = "research", "Research"
    TRAINING = "training", "Training"
    SERVICE = "service", "Service for children or families"
    LAW = "law", "Law"
    OTHER = "other", "Other"


class Verb(TextChoices):
    """What a row of the history says was done to an edition."""

    LOADED = "loaded", "Loaded"
    BEGUN = "begun", "Begun"
    OFFERED = "offered", "Offered for publication"
    TAKEN_BACK = "taken-back", "Taken back to be worked on"
    SCHEDULED = "scheduled", "Publication scheduled"
    UNSCHEDULED = "unscheduled", "Schedule removed"
    PUBLISHED = "published", "Published"
    CORRECTED = "corrected", "Corrected"
    SUPERSEDED = "superseded", "Superseded by a new edition"
    DISCARDED = "discarded", "Changes discarded"
    WITHDRAWN = "withdrawn", "Withdrawn"
    RESTORED = "restored", "Restored"
    LOOKED_AT = "looked-at", "Looked at again, and left as it is"
