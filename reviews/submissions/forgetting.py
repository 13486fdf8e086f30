"""What is kept of submissions ends: what nobody confirmed, and whom to write to."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from reviews.choices import Decision
from reviews.models import Submission, SubmittedFile
from reviews.models.submission import CONTACT
from reviews.submissions import consent


def remove_unconfirmed() -> int:
    """Remove what was not confirmed in time, with its file; how many. Idempotent."""
    before = timezone.now() - consent.UNCONFIRMED
    removed = 0
    while some := _remove_one(before):
        removed += some
    return removed


def erase_contacts() -> list[int]:
    """Erase whom to write to, and the file, where the time has come; which. Idempotent."""
    erased: list[int] = []
    while (pk := _erase_one()) is not None:
        erased.append(pk)
    return erased


@transaction.atomic
def erase_all_of(email: str) -> list[int]:
    """Erase at once what is known of an address, because somebody asked for it."""
    known = Submission.objects.filter(email=email.lower()).select_for_update(of=("self",))
    erased = []
    for submission in known:
        erased.append(submission.pk)
        if submission.is_confirmed:
            erase(submission)
        else:
            submission.delete()
    return erased


@transaction.atomic
def _remove_one(before: datetime) -> int:
    old = Submission.objects.filter(confirmed_at=None, sent_at__lt=before)
    submission = old.select_for_update(skip_locked=True).first()
    if submission is None:
        return 0
    submission.delete()
    return 1


@transaction.atomic
def _erase_one() -> int | None:
    submission = due(timezone.now()).select_for_update(skip_locked=True, of=("self",)).first()
    if submission is None:
        return None
    erase(submission)
    return submission.pk


def erase(submission: Submission) -> None:
    """Only what became of it stays. What names an anonymous partnership goes too."""
    for name in (*CONTACT, "permitted_by"):
        setattr(submission, name, "")
    if submission.anonymous:
        submission.partnership = ""
        submission.given = {**submission.given, "nation": "", "link": ""}
    submission.erased_at = timezone.now()
    submission.save()
    for report in SubmittedFile.objects.filter(submission=submission):
        report.delete()
    submission.letters.filter(due_at__isnull=False).update(due_at=None)


def due(now: datetime) -> QuerySet[Submission]:
    """Those whose time has come: so long after it was published or skipped; or after all."""
    confirmed = Submission.objects.filter(confirmed_at__isnull=False, erased_at=None)
    before = now - consent.CONTACT
    is_public = Q(batch__proposals__review__released_at__lt=before)
    is_skipped = Q(
        batch__proposals__state=Decision.SKIPPED, batch__proposals__decided_at__lt=before
    )
    is_undone = Q(batch__undone_at__lt=before)
    is_old = Q(confirmed_at__lt=now - consent.LONGEST)
    return confirmed.filter(is_public | is_skipped | is_undone | is_old)
