"""From a form to the editors' queue: taken in, confirmed by mail, proposed."""

import hashlib
import json

from django.core import signing
from django.db import transaction
from django.utils import timezone

from reviews.choices import LetterKind
from reviews.models import Submission, SubmissionLetter, SubmittedFile
from reviews.submissions import consent, files, letters
from reviews.submissions.form import SubmissionForm
from reviews.submissions.proposing import propose


def take_in(*, form: SubmissionForm, nonce: str, site: str) -> Submission:
    """Keep what a form says until it is confirmed, and mail the link for that.

    A form that was sent twice is here once. The mail is tried at once; one that can't be sent
    stays due (letters.py).
    """
    report = form.report if not form.cleaned_data["drop"] else None
    values = {
        "given": form.given,
        "may_host": form.cleaned_data["may_host"] == "yes",
        **{name: form.cleaned_data[name] for name in COLUMNS},
    }
    digest = _digest(nonce, values, report)
    with transaction.atomic():
        submission, is_new = Submission.objects.get_or_create(
            digest=digest,
            defaults={
                **values,
                "consent": consent.text(),
                "consent_version": consent.VERSION,
                "site": site,
                "sent_at": timezone.now(),
            },
        )
        if is_new:
            if report is not None:
                files.take_over(report, submission)
            letter = SubmissionLetter.objects.create(
                submission=submission, kind=LetterKind.CONFIRM, due_at=timezone.now()
            )
            transaction.on_commit(lambda: letters.send_now(letter))
    return submission


def confirm(*, submission: Submission) -> None:
    """Bring it before the editors. Once: a second time changes nothing."""
    with transaction.atomic():
        held = Submission.objects.select_for_update().get(pk=submission.pk)
        if held.is_confirmed:
            return
        held.batch, held.confirmed_at = propose(held), timezone.now()
        held.save(update_fields=["batch", "confirmed_at"])
        held.letters.filter(kind=LetterKind.CONFIRM).update(due_at=None)


def find(token: str) -> Submission | None:
    """The submission of a mailed link; None if it is forged, or was removed unconfirmed."""
    try:
        held = signing.Signer(salt=letters.SALT).unsign_object(token)
    except (signing.BadSignature, ValueError):
        return None
    found = Submission.objects.filter(pk=held["submission"], digest__startswith=held["digest"])
    submission = found.first()
    if submission is None or submission.is_confirmed:
        return submission
    is_open = submission.sent_at > timezone.now() - consent.UNCONFIRMED
    return submission if is_open else None


COLUMNS = (
    *("partnership", "anonymous", "permitted_by"),
    *("contact_name", "contact_role", "email", "phone"),
)


def _digest(nonce: str, values: dict, report: SubmittedFile | None) -> str:
    sent = [nonce, values, report.sha256 if report else ""]
    text = json.dumps(sent, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
