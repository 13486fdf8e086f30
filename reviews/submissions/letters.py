"""Mails about what was sent in. The one place that sends them.

What is to be said stands on rows with a due date, made from what is so: that a review is public,
withdrawn, or not taken up. `send_due` is run by a timer, and may run twice at once. A mail that
can't be sent is tried again, later each time. A process that ends between sending and noting it
lets one go twice; none is lost.
"""

import logging
from collections.abc import Iterator
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core import signing
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from reviews.choices import LetterKind, State
from reviews.models import Review, Submission, SubmissionLetter
from reviews.submissions import consent

logger = logging.getLogger(__name__)

SALT = "submissions.confirmation"
LEASE = timedelta(minutes=30)  # longer than a mail can take
FIRST, LATEST = timedelta(minutes=10), timedelta(hours=12)  # until it is tried again
MOST_TRIES = 12  # over about four days

SUBJECTS = {
    LetterKind.CONFIRM: "please confirm what you sent in",
    LetterKind.PUBLISHED: "your review has been published",
    LetterKind.WITHDRAWN: "your review has been withdrawn",
    LetterKind.DECLINED: "what became of the review you sent in",
}


def token(submission: Submission) -> str:
    """What the link of the mail proves: that whoever follows it has read the mail."""
    held = {"submission": submission.pk, "digest": submission.digest[:16]}
    return signing.Signer(salt=SALT).sign_object(held)


def note_what_is_due() -> None:
    """Make the rows for what has happened since. Idempotent."""
    known = Submission.objects.filter(confirmed_at__isnull=False, erased_at=None)
    told = Q(letters__kind=LetterKind.PUBLISHED, letters__sent_at__isnull=False)
    state = "batch__proposals__review__state"
    _make_due(LetterKind.PUBLISHED, known.filter(**{state: State.PUBLISHED}))
    _make_due(LetterKind.WITHDRAWN, known.filter(told, **{state: State.WITHDRAWN}))
    _make_due(LetterKind.DECLINED, known.filter(declined_at__isnull=False))


def send_due() -> Iterator[SubmissionLetter]:
    """Send what is due, one by one; each as it is afterwards."""
    tried: set[int] = set()
    while letter := _claim(tried):
        tried.add(letter.pk)
        _send(letter)
        yield letter


def send_now(letter: SubmissionLetter) -> None:
    """The same for one that somebody waits for."""
    if claimed := _claim(set(), letter.pk):
        _send(claimed)


def _make_due(kind: LetterKind, submissions: QuerySet[Submission]) -> None:
    missing = submissions.exclude(letters__kind=kind).distinct()
    rows = [SubmissionLetter(submission=one, kind=kind, due_at=timezone.now()) for one in missing]
    SubmissionLetter.objects.bulk_create(rows, ignore_conflicts=True)


@transaction.atomic
def _claim(passed_over: set[int], pk: int | None = None) -> SubmissionLetter | None:
    """The letter that has been due for longest, put off so that nobody else takes it too."""
    due = SubmissionLetter.objects.filter(due_at__lte=timezone.now(), submission__erased_at=None)
    waiting = due.filter(pk=pk) if pk else due.exclude(pk__in=passed_over)
    locked = waiting.select_related("submission").select_for_update(skip_locked=True, of=("self",))
    letter = locked.order_by("due_at", "pk").first()
    if letter is not None:
        letter.due_at = timezone.now() + LEASE
        letter.tries += 1
        letter.save(update_fields=["due_at", "tries"])
    return letter


def _send(letter: SubmissionLetter) -> None:
    """Send it, and note what came of it. What is so no more is not told."""
    review = _review_of(letter.submission)
    if not _is_so(letter, review):
        letter.delete()
        return
    name = settings.SITE.name
    try:
        send_mail(
            f"{name}: {SUBJECTS[LetterKind(letter.kind)]}",
            _text(letter, review),
            None,
            [letter.submission.email],
        )
    except (OSError, SMTPException) as problem:
        _put_off(letter, str(problem))
        logger.warning("Letter %s could not be sent: %s", letter.pk, problem)
    else:
        letter.sent_at, letter.due_at, letter.problem = timezone.now(), None, ""
        letter.save(update_fields=["sent_at", "due_at", "problem"])


def _put_off(letter: SubmissionLetter, problem: str) -> None:
    wait = min(FIRST * 2 ** (letter.tries - 1), LATEST)
    letter.due_at = timezone.now() + wait if letter.tries < MOST_TRIES else None
    letter.problem = problem[:300]
    letter.save(update_fields=["due_at", "problem"])


def _is_so(letter: SubmissionLetter, review: Review | None) -> bool:
    state = review.state if review else None
    return {
        LetterKind.CONFIRM: not letter.submission.is_confirmed,
        LetterKind.PUBLISHED: state == State.PUBLISHED,
        LetterKind.WITHDRAWN: state == State.WITHDRAWN,
        LetterKind.DECLINED: letter.submission.declined_at is not None,
    }[LetterKind(letter.kind)]


def _review_of(submission: Submission) -> Review | None:
    return Review.objects.filter(proposal__batch__submission=submission).first()


def _text(letter: SubmissionLetter, review: Review | None) -> str:
    """The mail to confirm holds nothing that was typed: its reader may never have heard of us."""
    submission = letter.submission
    path = reverse("reviews:submit_confirm", args=[token(submission)])
    page = f"{submission.site}{review.get_absolute_url()}" if review else ""
    return render_to_string(
        f"submissions/email/{letter.kind}.txt",
        {
            "submission": submission,
            "review": review,
            "page": page,
            "link": f"{submission.site}{path}",
            "site": settings.SITE,
            "days": consent.UNCONFIRMED_DAYS,
            "contact_days": consent.CONTACT_DAYS,
        },
    )
