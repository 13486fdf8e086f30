"""Holding copies of documents: only with a recorded permission, checked, and for a set time.

A file's name in the storage is its checksum. Whoever replaces or gives up a file removes it from
the storage when that is committed; one that expired is removed before (`expire`), so that a run
that ends in the middle leaves nothing behind.
"""

import hashlib
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from reviews import fetching, publishing
from reviews.extraction import Content, Unreadable, extract
from reviews.models import Document, DocumentText, Review

AGAIN = timedelta(days=1)  # after a fault that may pass
MUCH_LATER = timedelta(days=30)  # after one that somebody has to put right
EXPIRED_AT_ONCE = 100  # files in one transaction

RECORDED = ("permission", "permitted_on", "licence", "expires_on")
HELD = (
    *("file", "sha256", "bytes", "pages", "has_text", "expires_on"),
    *("fetched_at", "fetch_due_at", "fetch_problem"),
)


class Changed(Exception):
    """The document was changed or removed while its file was fetched."""


def fetch(document: Document) -> str:
    """Fetch a document's file and hold it. Returns the problem, or "" where there is none."""
    expires_on = document.expires_on or default_expiry(document.review)
    if expires_on <= timezone.localdate():
        return _note(document, f"It would have expired on {expires_on}. Give it a later day.")
    try:
        with TemporaryDirectory(prefix="crr-fetch-") as folder:
            path = Path(folder, "document.pdf")
            with path.open("wb") as file:
                fetching.fetch(document.url, file)
            hold(document, path)
    except fetching.Failed as problem:
        return _note(document, str(problem), AGAIN)
    except (fetching.Refused, Unreadable) as problem:
        return _note(document, str(problem))
    except Changed as problem:
        return str(problem)
    return ""


def hold(document: Document, path: Path) -> None:
    """Check a file, store it and its text as this document's. Raises Unreadable or Changed."""
    content = extract(path)
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    name = f"hosted/{sha256[:2]}/{sha256}-{document.pk}.pdf"
    with transaction.atomic():
        held = _locked(document)
        if held.file.name and held.file.name != name:
            _remove_later(held.file.name)
        if held.file.name != name:
            _store(name, path)
        held.file.name, held.sha256, held.bytes = name, sha256, path.stat().st_size
        _describe(held, content)
        publishing.save_documents(documents=[held], fields=HELD)
    document.refresh_from_db()


def _describe(document: Document, content: Content) -> None:
    """What is known of a file that is held from now on, and its text."""
    document.pages, document.has_text = content.pages, content.has_text
    document.fetched_at = timezone.now()
    document.fetch_due_at, document.fetch_problem = None, ""
    document.expires_on = document.expires_on or default_expiry(document.review)
    DocumentText.objects.update_or_create(document=document, defaults={"text": content.text})


def record(document: Document) -> None:
    """Save what an editor recorded of a document, with what follows from it.

    A permission makes a fetch due; without one the file goes. Where no day of expiry is given,
    it is the usual one.
    """
    with transaction.atomic():
        held = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
        for name in RECORDED:
            setattr(held, name, getattr(document, name))
        if held.file and not held.permission:
            _give_up(held)
        if held.file and held.expires_on is None:
            held.expires_on = default_expiry(held.review)
        is_wanted = held.permission and held.url and not held.file
        is_late = held.is_expired(timezone.localdate())
        held.fetch_due_at = timezone.now() if is_wanted and not is_late else None
        publishing.save_documents(documents=[held], fields=(*RECORDED, *HELD))
    document.refresh_from_db()


def expire() -> list[Document]:
    """Give up all files whose time is over, and their texts. The records stay. Idempotent."""
    expired: list[Document] = []
    while some := _expire_some():
        expired += some
    return expired


@transaction.atomic
def _expire_some() -> list[Document]:
    due = Document.objects.exclude(file="").filter(expires_on__lte=timezone.localdate())
    locked = due.select_related("review").select_for_update(skip_locked=True, of=("self",))
    some = list(locked.order_by("expires_on", "pk")[:EXPIRED_AT_ONCE])
    for document in some:
        default_storage.delete(str(document.file.name))
        document.file.name = ""
    if some:
        DocumentText.objects.filter(document__in=some).delete()
        publishing.save_documents(documents=some, fields=["file"])
    return some


def default_expiry(review: Review) -> date:
    """So many years after the review was published; after today where that is not known."""
    since = review.published.latest if review.published else timezone.localdate()
    year = since.year + settings.DOCUMENT_YEARS
    try:
        return since.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 3, 1)


def _locked(document: Document) -> Document:
    """The row as it is now, unless it is about another file than it was."""
    rows = Document.objects.select_related("review").select_for_update(of=("self",))
    held = rows.filter(pk=document.pk, url=document.url).exclude(permission="").first()
    if held is None:
        raise Changed("It was changed meanwhile: no link, or no permission.")
    return held


def _store(name: str, path: Path) -> None:
    """Put a file into the storage under exactly this name."""
    default_storage.delete(name)  # what a run that ended in the middle may have left
    with path.open("rb") as file:
        default_storage.save(name, File(file))


def _give_up(document: Document) -> None:
    _remove_later(str(document.file.name))
    document.file.name = ""
    DocumentText.objects.filter(document=document).delete()


def _remove_later(name: str) -> None:
    transaction.on_commit(lambda: default_storage.delete(name))


def _note(document: Document, problem: str, again: timedelta = MUCH_LATER) -> str:
    """Keep the problem for editors and try another day. Pages show nothing of it."""
    Document.objects.filter(pk=document.pk).update(
        fetch_problem=problem[:300], fetch_due_at=timezone.now() + again
    )
    return problem
