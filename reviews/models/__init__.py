"""The published record: reviews, what they ask us to learn, and the words that describe them."""

from reviews.models.child import Child
from reviews.models.document import Document, DocumentText
from reviews.models.entry import Collection, Entry, PointEntry, ReportEntry, Word
from reviews.models.history import AuditEntry
from reviews.models.intake import Batch, ColumnMapping, Proposal
from reviews.models.learning import Point
from reviews.models.partnership import Partnership, Succession
from reviews.models.review import Review
from reviews.models.submission import Submission, SubmissionLetter, SubmittedFile
from reviews.models.vocabulary import (
    AgeBand,
    Agency,
    DocumentKind,
    Harm,
    Outcome,
    ReviewType,
    Term,
    Theme,
)
from reviews.models.working_copy import Presence, Revision, Upload, WorkingCopy

__all__ = [
    "AgeBand",
    "Agency",
    "AuditEntry",
    "Batch",
    "Child",
    "Collection",
    "ColumnMapping",
    "Document",
    "DocumentKind",
    "DocumentText",
    "Entry",
    "Harm",
    "Outcome",
    "Partnership",
    "Point",
    "PointEntry",
    "Presence",
    "Proposal",
    "ReportEntry",
    "Review",
    "ReviewType",
    "Revision",
    "Submission",
    "SubmissionLetter",
    "SubmittedFile",
    "Succession",
    "Term",
    "Theme",
    "Upload",
    "Word",
    "WorkingCopy",
]
