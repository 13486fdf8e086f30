"""What the buttons of the panel of evidence do to what is typed, before it is saved.

`take:p12` and `take-ticked` (with `find_tick`) cite points in the statement that `find_target`
names, or in a new one (`new:n2`, of the section n2); `accept:n3:p12`, `refuse:n3:p12` answer a
suggestion; `pin:r7`, `unpin:r7`, `pin-all` change the sample; `select:<query>` puts another
selection in the place of the one that is typed. `find`, `page:2`, `show:…`, `theme:…`, `support:n3`
and `close` change only what the panel shows (`briefings.editing.builder.state`).

Only what is public can be cited or pinned: any other token adds nothing.
"""

from collections.abc import Callable, Iterable

from django.utils.datastructures import MultiValueDict

from briefings.editing.asked import NAMES
from briefings.editing.selecting import Chosen, query_of, settle
from briefings.editing.tokens import keys, read_token
from briefings.editing.typed import PieceTyped
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
_SHOWS = {"find": LIST, "page": LIST, "show": LIST, "theme": LIST, "support": SUPPORT}


def perform(do: str, typed: PieceTyped, post: MultiValueDict) -> str | None:
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
    return does(rest, typed, post) if does else None


def _select(rest: str, typed: PieceTyped, post: MultiValueDict) -> str:
    typed.set("selection", query_of(f"?{rest}"))
    return SELECTION


def _take(rest: str, typed: PieceTyped, post: MultiValueDict) -> str:
    """To the new statement, whose text is to be written; else to where the point stands."""
    is_new = _is_new(typed, post)
    key = _cite([rest], typed, post)
    return f"statements-{key}" if is_new and key else f"find-{rest}"


def _take_ticked(rest: str, typed: PieceTyped, post: MultiValueDict) -> str:
    key = _cite(post.getlist("find_tick"), typed, post)
    post.setlist("find_tick", [])
    return f"statements-{key}" if key else LIST


def _accept(rest: str, typed: PieceTyped, post: MultiValueDict) -> str | None:
    key, _, token = rest.partition(":")
    snapshot = catalogue.current()
    if key in typed.rows("statements"):
        _add_evidence(typed, key, _public([token], snapshot), snapshot)
    return SUPPORT


def _refuse(rest: str, typed: PieceTyped, post: MultiValueDict) -> str | None:
    """What is refused for a statement is not suggested for it again."""
    key, _, token = rest.partition(":")
    if read_token(token) is None:
        return None  # of something else on the page
    if key in typed.rows("statements"):
        typed.set("refused", *typed.all("refused"), f"{key}:{token}")
    return SUPPORT


def _pin(rest: str, typed: PieceTyped, post: MultiValueDict) -> str:
    """`r7`, or `r7:p12`: the point beside which the button stands."""
    token, _, point = rest.partition(":")
    _add_pins(typed, keys([token], "r"), catalogue.current())
    return f"find-{point}" if read_token(point) else SAMPLE


def _unpin(rest: str, typed: PieceTyped, post: MultiValueDict) -> str:
    typed.set("pinned", *(token for token in typed.all("pinned") if token != rest))
    return SAMPLE


def _pin_all(rest: str, typed: PieceTyped, post: MultiValueDict) -> str:
    """The selection's reviews, of more than MOST_PINNED the newest."""
    snapshot = catalogue.current()
    found = Chosen(typed.get("selection"), snapshot).reviews
    _add_pins(typed, snapshot.page(found, "newest", 0, MOST_PINNED), snapshot)
    return SAMPLE


_DOES: dict[str, Callable[[str, PieceTyped, MultiValueDict], str | None]] = {
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


def _cite(tokens: Iterable[str], typed: PieceTyped, post: MultiValueDict) -> str:
    """Cite what is public of these in the statement that is named; its key, "" for none."""
    snapshot = catalogue.current()
    found = _public(tokens, snapshot)
    if not found:
        return ""
    key = post.get(NAMES["target"], "")
    if key not in typed.rows("statements"):
        key = _new_statement(typed, key)
        post[NAMES["target"]] = key
    _add_evidence(typed, key, found, snapshot)
    return key


def _new_statement(typed: PieceTyped, target: str) -> str:
    """An empty statement at the end of its section; of one that is gone, in the last there is."""
    sections = typed.rows("sections")
    section = target.partition(":")[2]
    if section not in sections:
        section = sections[-1] if sections else typed.add_row("sections")
    before = typed.statements_of(section)
    return typed.add_row("statements", after=before[-1] if before else "", section=section)


def _add_evidence(typed: PieceTyped, key: str, tokens: list[str], snapshot: Snapshot) -> None:
    """Cite what is not yet, and pin the reviews that it is from."""
    name = f"statements-{key}-evidence"
    typed.set(name, *dict.fromkeys((*typed.all(name), *tokens)))
    owner = snapshot.points.owner
    reviews = [int(owner[pk]) for pk in keys(tokens, "p")] + keys(tokens, "r")
    _add_pins(typed, reviews, snapshot)


def _add_pins(typed: PieceTyped, reviews: Iterable[int], snapshot: Snapshot) -> None:
    added = [f"r{pk}" for pk in reviews if pk in snapshot.everything]
    typed.set("pinned", *dict.fromkeys((*typed.all("pinned"), *added)))


def _public(tokens: Iterable[str], snapshot: Snapshot) -> list[str]:
    """Those tokens whose point or review the public may see."""
    held = {"p": snapshot.points.everything, "r": snapshot.everything}
    read = filter(None, map(read_token, tokens))
    return [f"{letter}{key}" for letter, key in read if key in held[letter]]
