"""The PDF of a form: kept from the first try on, so that nobody has to choose it again.

The form carries a signed word for it. What no submission took over in time is removed.
"""

import secrets
from dataclasses import asdict
from datetime import timedelta
from typing import Any, cast

from django.conf import settings
from django.core import signing
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.db.models import Q, Sum
from django.http import HttpRequest
from django.utils import timezone

from reviews import incoming
from reviews.extraction import Unreadable
from reviews.models import Submission, SubmittedFile

FOLDER = "submitted"
SALT = "submissions.file"
LOOSE = timedelta(days=2)  # how long a file waits for its form
MOST_WAITING = 40  # times the largest file: what people whom nobody knows may leave here

FULL = (
    "No more files can be taken at the moment. Leave it out and send the form all the same: the "
    "editors will ask you for it."
)


def let_in(request: HttpRequest) -> None:
    """Let one file of this request be written to the disk, though nobody is signed in.

    To be called before the form is read (repository/incoming_files.py).
    """
    for handler in request.upload_handlers:
        cast(Any, handler).left = settings.DOCUMENT_MEGABYTES * 1024**2


def keep(file: TemporaryUploadedFile) -> SubmittedFile:
    """Check a file and keep it for a form that is yet to be right. Raises Unreadable."""
    if _waiting() + (file.size or 0) > MOST_WAITING * settings.DOCUMENT_MEGABYTES * 1024**2:
        raise Unreadable(FULL)
    checked = incoming.check(file)
    file.seek(0)
    name = default_storage.save(_new_name(), file)
    return SubmittedFile.objects.create(file=name, at=timezone.now(), **asdict(checked))


def token(held: SubmittedFile) -> str:
    return signing.dumps(held.pk, salt=SALT)


def find(text: str) -> SubmittedFile | None:
    """The file that a form's word stands for. Another sending of the form may have taken it."""
    try:
        pk = signing.loads(text, salt=SALT, max_age=LOOSE)
    except signing.BadSignature:
        return None
    return SubmittedFile.objects.filter(pk=pk).first()


def take_over(report: SubmittedFile, submission: Submission) -> None:
    """Make it the file of a submission; a copy, where the form was sent before."""
    if report.submission_id is not None:
        with report.file.open("rb") as file:
            name = default_storage.save(_new_name(), file)
        report.pk, report.file.name = None, name
        report._state.adding = True
    report.submission = submission
    report.save()


def remove_loose() -> int:
    """Remove what no form took over, and files that have no row; how many. Idempotent."""
    before = timezone.now() - LOOSE
    removed = 0
    for held in SubmittedFile.objects.filter(submission=None, at__lt=before):
        held.delete()
        removed += 1
    return removed + _remove_without_row()


def _remove_without_row() -> int:
    """Files of requests that were broken off, if they are not of a moment ago."""
    if not default_storage.exists(FOLDER):
        return 0
    named = set(SubmittedFile.objects.values_list("file", flat=True))
    removed = 0
    for file in default_storage.listdir(FOLDER)[1]:
        name = f"{FOLDER}/{file}"
        is_old = default_storage.get_modified_time(name) < timezone.now() - LOOSE
        if name not in named and is_old:
            default_storage.delete(name)
            removed += 1
    return removed


def _new_name() -> str:
    return f"{FOLDER}/{secrets.token_hex(24)}.pdf"


def _waiting() -> int:
    """Bytes of what nobody has confirmed."""
    unknown = Q(submission=None) | Q(submission__confirmed_at=None)
    return SubmittedFile.objects.filter(unknown).aggregate(Sum("bytes"))["bytes__sum"] or 0
