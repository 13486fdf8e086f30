"""What the desk keeps of a thing that is edited: its working copy, its revisions, who has it open.

Reviews and editions of briefings are kept in the same way, in tables of their own. Every save goes
by the number of the working copy that its page was opened at. Where somebody else has saved since,
both are merged; where both changed the same field, nothing is saved and the page shows both.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Model, QuerySet
from django.utils import timezone

from reviews.editing.form_texts import FormTexts
from reviews.editing.merging import merge

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass(frozen=True, slots=True)
class Opened[T: FormTexts, C: Model]:
    """What the edit page shows, and the number of the working copy; 0 where there is none."""

    typed: T
    number: int
    copy: C | None


@dataclass(frozen=True, slots=True)
class Saved[T: FormTexts]:
    """What became of a save. With conflicts, nothing was saved and `typed` is to be looked at.

    `theirs` is what somebody else has saved meanwhile; `number` is that of the working copy now.
    What comes from a page of before a publication `is_from_before`: its rows may have other keys
    by now, so `typed` is what is saved, and `theirs` what came.
    """

    typed: T
    number: int
    is_changed: bool = False
    conflicts: list[str] = field(default_factory=list)
    theirs: T | None = None
    merged_with: "User | None" = None
    is_from_before: bool = False


@dataclass(frozen=True, slots=True)
class Store[T: FormTexts, C: Model]:
    """The tables of one kind of thing. `link` is their foreign key to it, `read` what its page
    shows while nobody works on it.
    """

    typed: type[T]
    copies: type[C]
    revisions: type[Model]
    presences: type[Model]
    link: str
    read: Callable[[Any], T]

    def copies_of(self, thing: Model) -> QuerySet[C]:
        return self._of(self.copies, thing)

    def revisions_of(self, thing: Model) -> QuerySet[Any]:
        return self._of(self.revisions, thing)

    def presences_of(self, thing: Model) -> QuerySet[Any]:
        return self._of(self.presences, thing)

    def _of(self, model: type[Model], thing: Model) -> QuerySet[Any]:
        return model._default_manager.filter(**{self.link: thing})

    def opened(self, thing: Model) -> Opened[T, C]:
        """The working copy, or what the page shows while nobody works on it."""
        copy: Any = self.copies_of(thing).first()
        if copy is not None:
            return Opened(self.typed(copy.typed), copy.number, copy)
        return Opened(self.read(thing), 0, None)

    def keep_base(self, thing: Model, number: int) -> None:
        """Let what a page shows stay in the history: what it sends is merged against that.

        Else the next automatic save would go on with this revision, and the page's number be gone.
        """
        self.revisions_of(thing).filter(number=number, is_automatic=True).update(sitting="")

    def beside(self, thing: Model, typed: T, opened_at: int, now: Opened[T, C]) -> Saved[T]:
        """What is typed together with what others saved since the page was opened.

        A page from before the last publication is not merged: its rows may have other keys by now.
        """
        revision = self.revisions_of(thing).filter(number=opened_at).first()
        base = self.typed(revision.typed) if revision else self.typed()
        copy: Any = now.copy
        if opened_at == 0:
            base = self.read(thing)
        elif revision is None or copy is None or copy.first_number > opened_at:
            changed = [n for n in {*base.names(), *typed.names()} if base.all(n) != typed.all(n)]
            different = sorted(name for name in changed if now.typed.all(name) != typed.all(name))
            return Saved(
                now.typed, now.number, conflicts=different, theirs=typed, is_from_before=True
            )
        merged, conflicts = merge(base, now.typed, typed)
        by = copy.changed_by if copy else None
        return Saved(merged, now.number, conflicts=conflicts, theirs=now.typed, merged_with=by)

    def keep_revision(
        self,
        thing: Model,
        after: int,
        typed: T,
        by: "User | None",
        sitting: str = "",
        *,
        is_automatic: bool = False,
    ) -> int:
        """Keep a save in the history; its number. Automatic saves of a sitting are one revision."""
        now = timezone.now()
        last = self.revisions_of(thing).order_by("number").last()
        number = max(last.number if last else 0, after) + 1
        if last and last.is_automatic and sitting and (last.sitting, last.by) == (sitting, by):
            last.number, last.typed, last.saved_at = number, typed.values, now
            last.is_automatic = is_automatic
            last.save()
            return number
        self.revisions._default_manager.create(
            **{self.link: thing},
            number=number,
            typed=typed.values,
            by=by,
            begun_at=now,
            saved_at=now,
            sitting=sitting,
            is_automatic=is_automatic,
        )
        return number

    def put_back(self, thing: Model, typed: T, rows: str, key: str) -> bool:
        """A row as the last version that has it, behind the same row as there, if there is one."""
        for before in self._versions(thing):
            if key in before.rows(rows):
                typed.take_row(before, rows, key)
                return True
        return False

    def _versions(self, thing: Model) -> Iterator[T]:
        """What it was, the last first: each save of the work under way, what that began from, and
        the saves before it, of which some were given up.
        """
        copy: Any = self.copies_of(thing).first()
        saves = self.revisions_of(thing).order_by("-number")
        first = copy.first_number if copy else 0
        for revision in saves.filter(number__gte=first).iterator() if copy else ():
            yield self.typed(revision.typed)
        yield self.read(thing)
        earlier = saves.filter(number__lt=first) if copy else saves
        for revision in earlier.iterator():
            yield self.typed(revision.typed)
