"""What partnerships sent in, at the desk: its file for a draft, and an answer if there is none."""

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from reviews.choices import Decision, LetterKind, Origin
from reviews.editing.typed import Typed
from reviews.editing.uploads import FOLDER
from reviews.models import (
    Batch,
    Proposal,
    Review,
    Submission,
    SubmissionLetter,
    SubmittedFile,
    Upload,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class NotSkipped(Exception):
    """Only who sent in what was skipped or undone is told so, and only once."""


def hand_over(*, batch: Batch, review: Review, typed: Typed, by: "User") -> None:
    """Give an accepted draft what the partnership permitted: its words, and the file.

    To be called where a proposal becomes a draft, before that is saved. The draft's document is
    the one row that the proposal has, if it has one. Does nothing for other batches.
    """
    submission = Submission.objects.filter(batch=batch).first()
    rows = typed.rows("documents")
    if batch.origin != Origin.SUBMISSION or submission is None or not rows:
        return
    for document in _documents_of(batch):
        for name in ("permission", "permitted_on"):
            typed.set(f"documents-{rows[0]}-{name}", document.get(name) or "")
    report = _report_of(submission)
    if report is not None and submission.may_host:
        upload = _copy(report, review, by)
        typed.set(f"documents-{rows[0]}-upload", str(upload.pk))


@transaction.atomic
def decline(*, submission: Submission, because: str, by: "User") -> None:
    """Tell the partnership that its review is not taken up. Raises NotSkipped."""
    held = Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
    proposal = proposal_of(held)
    if not _may_be_declined(held, proposal):
        raise NotSkipped
    held.declined_at, held.declined_by, held.declined_because = timezone.now(), by, because
    held.save(update_fields=["declined_at", "declined_by", "declined_because"])
    SubmissionLetter.objects.get_or_create(
        submission=held, kind=LetterKind.DECLINED, defaults={"due_at": timezone.now()}
    )


def proposal_of(submission: Submission) -> Proposal | None:
    found = Proposal.objects.filter(batch=submission.batch_id).select_related("review", "batch")
    return found.first()


@dataclass(frozen=True, slots=True)
class SentInPage:
    """Who sent what, what they agreed to, and what they have been told."""

    submission: Submission
    proposal: Proposal | None
    report: SubmittedFile | None
    letters: list[SubmissionLetter]

    @classmethod
    def of(cls, submission: Submission) -> "SentInPage":
        return cls(
            submission,
            proposal_of(submission),
            _report_of(submission),
            list(submission.letters.exclude(kind=LetterKind.CONFIRM)),
        )

    @property
    def may_be_declined(self) -> bool:
        return _may_be_declined(self.submission, self.proposal)

    @property
    def review(self) -> Review | None:
        return self.proposal.review if self.proposal else None


def _may_be_declined(submission: Submission, proposal: Proposal | None) -> bool:
    if proposal is None or submission.declined_at or submission.erased_at:
        return False
    is_undone = proposal.batch.undone_at is not None and proposal.review is None
    return is_undone or proposal.state == Decision.SKIPPED


def _documents_of(batch: Batch) -> list[dict]:
    proposal = batch.proposals.first()
    return proposal.read.get("documents") or [] if proposal else []


def _report_of(submission: Submission) -> SubmittedFile | None:
    return SubmittedFile.objects.filter(submission=submission).first()


def _copy(report: SubmittedFile, review: Review, by: "User") -> Upload:
    """A copy that goes the way of a draft's files; the first stays with the submission."""
    same = ("name", "sha256", "bytes", "pages", "has_text", "title")
    with report.file.open("rb") as file:
        name = default_storage.save(f"{FOLDER}/{secrets.token_hex(24)}.pdf", file)
    values = {field: getattr(report, field) for field in same}
    return Upload.objects.create(review=review, by=by, file=name, **values)
