"""What the buttons of the panel of evidence do to what is typed, before it is saved.

`take:p12` and `take-ticked` (with `find_tick`) cite points in the statement that `find_target`
names, or in a new one (`new:n2`, of the section n2); `accept:n3:p12`, `refuse:n3:p12` answer a
suggestion; `pin:r7`, `unpin:r7`, `pin-all` change the sample; `select:<query>` puts another
selection in the place of the one that is typed. `find`, `page:2`, `show:…`, `theme:…`, `support:n3`
and `close` change only what the panel shows (`briefings.editing.builder.state`).

Only what is public can be cited or pinned, and illustrative reviews by what is illustrative alone:
any other token adds nothing, and the page says so: the review may have been withdrawn since the
panel showed it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Self

from django.utils.datastructures import MultiValueDict
from pyroaring import BitMap

from briefings.editing.asked import NAMES
from briefings.editing.sample import may_rest_on
from briefings.editing.selecting import Chosen, query_of, settle
from briefings.editing.tokens import keys, read_token
from briefings.editing.typed import PieceTyped
from briefings.models import Piece
from reviews.catalogue import catalogue
from reviews.snapshot import Snapshot

MOST_PINNED = 200  # by one press of "Pin all"
NEW = "new"
PANEL, LIST, SAMPLE, SUPPORT, SELECTION = (
    "builder",
    "builder-list",
    "builder-sample",
    "builder-support",
    "builder-selection",
)
NOT_TAKEN = "not-taken"  # the id of what says that something could not be cited or pinned
_SHOWS = {"find": LIST, "page": LIST, "show": LIST, "theme": LIST, "support": SUPPORT}


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a piece may cite and pin now."""

    snapshot: Snapshot
    reviews: BitMap
    illustrative: bool

    @classmethod
    def of(cls, piece: Piece) -> Self:
        snapshot = catalogue.current()
        return cls(snapshot, may_rest_on(piece, snapshot), piece.illustrative)

    def held(self, tokens: Iterable[str]) -> list[str]:
        """Those tokens whose review, or whose point's review, is one of these."""
        read = filter(None, map(read_token, tokens))
        return [f"{letter}{key}" for letter, key in read if self._has(letter, key)]

    def _has(self, letter: str, key: int) -> bool:
        points = self.snapshot.points
        if letter == "p":
            return key in points.everything and int(points.owner[key]) in self.reviews
        return key in self.reviews


def perform(do: str, typed: PieceTyped, post: MultiValueDict, piece: Piece) -> str | None:
    """Do what a button of the panel says; the id on the page to go to.

    None, where the button is not the panel's. `post` has to be a copy that can be changed: a
    statement that is made here becomes the one that points are taken into.
    """
    settle(typed, post)
    verb, _, rest = do.partition(":")
    if verb in _SHOWS:
        return _SHOWS[verb]
    if verb == "close":
        return f"statements-{post.get(NAMES['support'], '')}"
    does = _DOES.get(verb)
    return does(rest, typed, post, Shelf.of(piece)) if does else None


def _select(rest: str, typed: PieceTyped, post: MultiValueDict, shelf: Shelf) -> str:
    typed.set("selection", query_of(f"?{rest}"))
    return SELECTION


def _take(rest: str, typed: PieceTyped, post: MultiValueDict, shelf: Shelf) -> str:
    """To the new statement, whose text is to be written; else to where the point stands."""
    is_new = _is_new(typed, post)
    key = _cite([rest], typed, post, shelf)
    if not key:
        return NOT_TAKEN
    return f"statements-{key}" if is_new else f"find-{rest}"


def _take_ticked(rest: str, typed: PieceTyped, post: MultiValueDict, shelf: Shelf) -> str:
    ticked = post.getlist("find_tick")
    key = _cite(ticked, typed, post, shelf)
    post.setlist("find_tick", [])
    if len(shelf.held(ticked)) < len(ticked):
        return NOT_TAKEN
    return f"statements-{key}" if key else LIST


def _accept(rest: str, typed: PieceTyped, post: MultiValueDict, shelf: Shelf) -> str | None:
    key, _, token = rest.partition(":")
    held = shelf.held([token])
    if key in typed.rows("statements"):
        _add_evidence(typed, key, held, shelf)
    return SUPPORT if held else NOT_TAKEN


def _refuse(rest: str, typed: PieceTyped, post: MultiValueDict, shelf: Shelf) -> str | None:
    """What is refused for a statement is not suggested for it again."""
    key, _, token = rest.partition(":")
    if read_token(token) is None:
        return None  # of something else on the page
    if key in typed.rows("statements"):
        typed.set("refused", *typed.all("refused"), f"{key}:{token}")
    return SUPPORT


def _pin(rest: str, typed: PieceTyped, post: MultiValueDict, shelf: Shelf) -> str:
    """`r7`, or `r7:p12`: the point beside which the button stands."""
    token, _, point = rest.partition(":")
    if not shelf.held([token]):
        return NOT_TAKEN
    _add_pins(typed, keys([token], "r"), shelf)
    return f"find-{point}" if read_token(point) else SAMPLE


def _unpin(rest: str, typed: PieceTyped, post: MultiValueDict, shelf: Shelf) -> str:
    typed.set("pinned", *(token for token in typed.all("pinned") if token != rest))
    return SAMPLE


def _pin_all(rest: str, typed: PieceTyped, post: MultiValueDict, shelf: Shelf) -> str:
    """The selection's reviews, of more than MOST_PINNED the newest."""
    found = Chosen(typed.get("selection"), shelf.snapshot, shelf.illustrative).reviews
    _add_pins(typed, shelf.snapshot.page(found, "newest", 0, MOST_PINNED), shelf)
    return SAMPLE


_DOES: dict[str, Callable[[str, PieceTyped, MultiValueDict, Shelf], str | None]] = {
    "select": _select,
    "take": _take,
    "take-ticked": _take_ticked,
    "accept": _accept,
    "refuse": _refuse,
    "pin": _pin,
    "unpin": _unpin,
    "pin-all": _pin_all,
}


def _is_new(typed: PieceTyped, post: MultiValueDict) -> bool:
    return post.get(NAMES["target"], "") not in typed.rows("statements")


def _cite(tokens: Iterable[str], typed: PieceTyped, post: MultiValueDict, shelf: Shelf) -> str:
    """Cite what is public of these in the statement that is named; its key, "" for none."""
    found = shelf.held(tokens)
    if not found:
        return ""
    key = post.get(NAMES["target"], "")
    if key not in typed.rows("statements"):
        key = _new_statement(typed, key)
        post[NAMES["target"]] = key
    _add_evidence(typed, key, found, shelf)
    return key


def _new_statement(typed: PieceTyped, target: str) -> str:
    """An empty statement at the end of its section; of one that is gone, in the last there is."""
    sections = typed.rows("sections")
    section = target.partition(":")[2]
    if section not in sections:
        section = sections[-1] if sections else typed.add_row("sections")
    before = typed.statements_of(section)
    return typed.add_row("statements", after=before[-1] if before else "", section=section)


def _add_evidence(typed: PieceTyped, key: str, tokens: list[str], shelf: Shelf) -> None:
    """Cite what is not yet, and pin the reviews that it is from."""
    name = f"statements-{key}-evidence"
    typed.set(name, *dict.fromkeys((*typed.all(name), *tokens)))
    owner = shelf.snapshot.points.owner
    reviews = [int(owner[pk]) for pk in keys(tokens, "p")] + keys(tokens, "r")
    _add_pins(typed, reviews, shelf)


def _add_pins(typed: PieceTyped, reviews: Iterable[int], shelf: Shelf) -> None:
    added = [f"r{pk}" for pk in reviews if pk in shelf.reviews]
    typed.set("pinned", *dict.fromkeys((*typed.all("pinned"), *added)))
