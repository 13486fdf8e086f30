"""PDFs that editors add to a document's row: checked, kept apart, and made its file on publishing.

A file is received before anything is saved, and the row's field `upload` names it. Nobody but
the desk can read it (upload_views.py). What no working copy names any more goes after a while.
"""

import re
import secrets
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from reviews import hosting, incoming
from reviews.editing.typed import Typed
from reviews.extraction import Unreadable
from reviews.models import Document, Review, Upload, WorkingCopy

if TYPE_CHECKING:
    from django.contrib.auth.models import User

FOLDER = "uploads"
KEPT = timedelta(days=2)  # what was typed before a session ended may name it for a day

_FIELD = re.compile(r"documents-([cpdn][0-9]{1,18})-file")
_NUMBER = re.compile(r"[0-9]{1,18}")

type Received = Upload | str  # a file, or why it is none


@dataclass(frozen=True, slots=True)
class RowFile:
    """What a document's row says of its file: what was added, what is held, what went wrong."""

    key: str
    upload: Upload | None = None
    held: Document | None = None
    problem: str = ""

    @property
    def field(self) -> str:
        return f"documents-{self.key}-file"

    @property
    def most(self) -> int:
        """Megabytes."""
        return settings.DOCUMENT_MEGABYTES


def receive(review: Review, files: MultiValueDict, by: "User") -> dict[str, Received]:
    """Check the files that came with the edit page, and keep those that can be used; by row."""
    found: dict[str, Received] = {}
    for field in files:
        if match := _FIELD.fullmatch(field):
            file = cast(TemporaryUploadedFile, files[field])
            try:
                found[match[1]] = _keep(review, file, by)
            except Unreadable as reason:
                found[match[1]] = f"“{incoming.name_of(file)}” was not added. {reason}"
    return found


def place(typed: Typed, received: Mapping[str, Received]) -> None:
    """Have the rows name their new files. A row without a name is proposed the file's title."""
    for key, upload in received.items():
        if isinstance(upload, Upload):
            typed.set(f"documents-{key}-upload", str(upload.pk))
            if not typed.get(f"documents-{key}-label"):
                typed.set(f"documents-{key}-label", upload.title[:200])


def of_rows(
    review: Review, typed: Typed, received: Mapping[str, Received] | None = None
) -> dict[str, RowFile]:
    """For each document's row, what there is to say of its file. Two queries for all."""
    uploads = {upload.pk: upload for upload in Upload.objects.filter(review=review)}
    documents = {f"d{document.pk}": document for document in review.documents.all()}
    return {
        key: _row_file(key, typed, uploads, documents, (received or {}).get(key, ""))
        for key in typed.rows("documents")
    }


def hold(*, review: Review, document: Document, upload: int | None) -> None:
    """Make an upload the file of a document that may be held. Copied a piece at a time."""
    found = Upload.objects.filter(review=review, pk=upload).first() if upload else None
    if found is None:
        return
    with TemporaryDirectory(prefix="crr-upload-") as folder:
        path = Path(folder, "document.pdf")
        with found.file.open("rb") as source, path.open("wb") as target:
            shutil.copyfileobj(source, target)
        hosting.hold(document, path)


def remove(review: Review) -> None:
    """Remove all uploads of a review; the files once that is committed."""
    for upload in Upload.objects.filter(review=review):
        _remove(upload)


def remove_unused() -> int:
    """Remove what no working copy names, and files that have no row; how many. Idempotent."""
    before = timezone.now() - KEPT
    removed = 0
    for review in Review.objects.filter(uploads__at__lt=before).distinct():
        removed += _remove_unnamed(review)
    for name in _without_row():
        default_storage.delete(name)
        removed += 1
    return removed


def _keep(review: Review, file: TemporaryUploadedFile, by: "User") -> Upload:
    """The upload that a file becomes; the one that it is already, if it was sent twice."""
    checked = incoming.check(file)
    if known := Upload.objects.filter(review=review, sha256=checked.sha256).first():
        return known
    file.seek(0)
    return Upload.objects.create(
        review=review,
        file=default_storage.save(f"{FOLDER}/{secrets.token_hex(24)}.pdf", file),
        by=by,
        **asdict(checked),
    )


def _row_file(
    key: str,
    typed: Typed,
    uploads: Mapping[int, Upload],
    documents: Mapping[str, Document],
    received: Received,
) -> RowFile:
    named = typed.get(f"documents-{key}-upload")
    upload = uploads.get(int(named)) if _NUMBER.fullmatch(named) else None
    problem = received if isinstance(received, str) else ""
    if named and upload is None and not problem:
        problem = "The file that was added is no longer here. Choose it again."
    document = documents.get(key)
    return RowFile(key, upload, document if document and document.is_held else None, problem)


@transaction.atomic
def _remove_unnamed(review: Review) -> int:
    """Under the review's lock, so that nobody saves a name while its file goes."""
    Review.objects.select_for_update().get(pk=review.pk)
    copy = WorkingCopy.objects.filter(review=review).first()
    typed = Typed(copy.typed if copy else {})
    named = {typed.get(f"documents-{key}-upload") for key in typed.rows("documents")}
    old = Upload.objects.filter(review=review, at__lt=timezone.now() - KEPT)
    unnamed = [upload for upload in old if str(upload.pk) not in named]
    for upload in unnamed:
        _remove(upload)
    return len(unnamed)


def _remove(upload: Upload) -> None:
    name = str(upload.file.name)
    transaction.on_commit(lambda: default_storage.delete(name))
    upload.delete()


def _without_row() -> Iterator[str]:
    """Files of saves that were broken off, if they are not of a moment ago."""
    if not default_storage.exists(FOLDER):
        return
    named = set(Upload.objects.values_list("file", flat=True))
    for file in default_storage.listdir(FOLDER)[1]:
        name = f"{FOLDER}/{file}"
        if name not in named and default_storage.get_modified_time(name) < timezone.now() - KEPT:
            yield name
