"""Saving what is typed of a briefing or an article. Nothing here is public: see publishing.py.

How saves of several people go together: reviews/editing/store.py.
"""

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify

from briefings.choices import Kind, State, Verb
from briefings.editing.edit_form import EditForm
from briefings.editing.forms import LONGEST_SLUG
from briefings.editing.settling import settle
from briefings.editing.typed import PieceTyped
from briefings.models import Edition, Piece, Presence, Revision, Step, WorkingCopy
from reviews.editing.store import Opened, Saved, Store
from reviews.editing.vocabulary import Vocabulary

if TYPE_CHECKING:
    from django.contrib.auth.models import User

UNTITLED = "Untitled"
LONGEST_TITLE = 200  # of an edition's row; what is typed may be longer


def _read(edition: Edition) -> PieceTyped:
    """What the public sees; and the keys of statements that any save had, so that none comes back
    with another meaning.
    """
    typed = PieceTyped.of_edition(edition)
    last = Revision.objects.filter(edition=edition).order_by("number").last()
    if last is not None:
        typed.remember_keys(PieceTyped(last.typed))
    return typed


# What somebody offered for publication, or gave a day, was another text.
_NO_LONGER_OFFERED = {
    "offered_at": None,
    "offered_by": None,
    "publish_at": None,
    "scheduled_by": None,
    "schedule_problem": "",
}
STORE = Store(PieceTyped, WorkingCopy, Revision, Presence, "edition", _read)


@transaction.atomic
def begin(
    *,
    kind: Kind,
    title: str,
    by: "User | None",
    selection: str = "",
    slug: str = "",
    illustrative: bool = False,
) -> Edition:
    """A new briefing or article with an address of its own, and its first edition as a draft."""
    piece = _new_piece(kind, slug or proposed(title), by, illustrative)
    edition = Edition.objects.create(piece=piece, title=title[:LONGEST_TITLE] or UNTITLED)
    Step.objects.create(edition=edition, verb=Verb.BEGUN, by=by)
    typed = PieceTyped()
    for name, text in (("title", title), ("slug", piece.slug), ("selection", selection)):
        typed.set(name, text)
    begin_copy(edition, typed, by)
    return edition


def proposed(title: str) -> str:
    """What the end of an address is made of."""
    return slugify(title.replace("_", " "))[:LONGEST_SLUG].strip("-") or UNTITLED.lower()


def begin_copy(edition: Edition, typed: PieceTyped, by: "User | None") -> WorkingCopy:
    """The working copy of an edition that has none, with its revision; the caller's transaction."""
    last = STORE.revisions_of(edition).order_by("number").last()
    number = STORE.keep_revision(edition, last.number if last else 0, typed, by)
    now = timezone.now()
    return WorkingCopy.objects.create(
        edition=edition,
        typed=typed.values,
        number=number,
        first_number=number,
        changed_at=now,
        changed_by=by,
    )


def opened(edition: Edition) -> Opened[PieceTyped, WorkingCopy]:
    """The working copy of an edition, or what its page shows while nobody works on it."""
    return STORE.opened(edition)


@transaction.atomic
def save(
    *,
    edition: Edition,
    typed: PieceTyped,
    opened_at: int,
    by: "User | None",
    vocabulary: Vocabulary,
    sitting: str = "",
    is_automatic: bool = False,
) -> Saved[PieceTyped]:
    """Keep what is typed, valid or not."""
    Piece.objects.select_for_update().get(pk=edition.piece_id)
    edition.refresh_from_db()
    now = opened(edition)
    settle(typed, vocabulary)
    if opened_at != now.number:
        found = STORE.beside(edition, typed, opened_at, now)
        if found.conflicts:
            return found
        typed = found.typed
        settle(typed, vocabulary)
    typed.remember_keys(now.typed)
    if typed == now.typed:
        return Saved(typed, now.number)
    number = STORE.keep_revision(edition, now.number, typed, by, sitting, is_automatic=is_automatic)
    _write(edition, typed, number, by, vocabulary)
    merged_with = now.copy.changed_by if now.copy and opened_at != now.number else None
    return Saved(typed, number, is_changed=True, merged_with=merged_with)


def _write(
    edition: Edition,
    typed: PieceTyped,
    number: int,
    by: "User | None",
    vocabulary: Vocabulary,
) -> None:
    """The working copy, no longer offered or scheduled; a draft's title and address."""
    if edition.state == State.DRAFT:
        _name_draft(edition, EditForm(edition, typed, vocabulary))
    values = {
        "typed": typed.values,
        "number": number,
        "changed_at": timezone.now(),
        "changed_by": by,
        **_NO_LONGER_OFFERED,
    }
    WorkingCopy.objects.update_or_create(
        edition=edition, defaults=values, create_defaults={**values, "first_number": number}
    )


def _name_draft(edition: Edition, form: EditForm) -> None:
    """What lists show of a draft. An address that another has stays typed, and is no address."""
    title = " ".join(form.typed.get("title").split())
    Edition.objects.filter(pk=edition.pk).update(title=title[:LONGEST_TITLE] or UNTITLED)
    piece, slug = edition.piece, form.slug
    if form.may_move and slug not in {"", piece.slug}:
        try:
            with transaction.atomic():
                Piece.objects.filter(pk=piece.pk).update(slug=slug)
        except IntegrityError:
            return
        piece.slug = slug


def _new_piece(kind: Kind, slug: str, by: "User | None", illustrative: bool) -> Piece:
    """A piece at the first of the addresses `slug`, `slug-2`, `slug-3` that is free."""
    number = 1
    while True:
        end = f"-{number}" if number > 1 else ""
        own = slug[: LONGEST_SLUG - len(end)].strip("-") + end
        try:
            with transaction.atomic():
                return Piece.objects.create(
                    kind=kind, slug=own, created_by=by, illustrative=illustrative
                )
        except IntegrityError:
            if not Piece.objects.filter(kind=kind, slug=own).exists():
                raise
            number += 1
