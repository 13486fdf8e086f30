"""How one text became another, word by word, as spans that are the same, added or removed.

Spaces are not compared; breaks between paragraphs and lines are. What is plain to a machine is
mended for readers: few words that stayed between longer changes become part of one change, and a
change that could as well stand a few words further on stands where a sentence begins.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

from reviews.editing.blocks import Block, common

type Kind = Literal["same", "added", "removed"]

PILCROW = "¶"  # a break that came or went alone
SENTENCE_ENDS = {".", "!", "?"}
FARTHEST = 100  # words that a change is moved along the text at most
FEW_WORDS = 3  # so few, between changes that are twice as long, are part of the change

_WORD = re.compile(r"\w+(?:(?:['’\-]|(?<=[0-9])[.,:](?=[0-9]))\w+)*|[^\w\s]")
_BREAK = re.compile(r"(\n+)")


@dataclass(frozen=True, slots=True)
class Span:
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a line of one, as it is shown: what was removed stands in it too."""

    spans: tuple[Span, ...]

    @property
    def is_same(self) -> bool:
        return all(span.kind == "same" for span in self.spans)


class Token(NamedTuple):
    """A word, a sign or a break. Whether a space stands before it is shown, not compared."""

    text: str
    is_spaced: bool = False

    @property
    def is_break(self) -> bool:
        return self.text[0] == "\n"


class Run(NamedTuple):
    """Tokens that are the same in both, or those of before and after that are not."""

    is_same: bool
    before: Sequence[Token]
    after: Sequence[Token]


def between(before: str, after: str) -> list[Paragraph]:
    """The later text in paragraphs, with what was removed where it stood."""
    one, other = _tokens(before), _tokens(after)
    blocks = common([token.text for token in one], [token.text for token in other])
    runs = _slid(_without_islands(_runs(one, other, blocks)))
    return [Paragraph(tuple(spans)) for spans in _paragraphs(runs)]


def _tokens(text: str) -> list[Token]:
    """Words, signs and breaks. Of several line breaks in a row one is left: "\\n" or "\\n\\n"."""
    lines = "\n".join(line.strip() for line in text.strip().split("\n"))
    tokens: list[Token] = []
    for part in _BREAK.split(lines):
        if part.startswith("\n"):
            tokens.append(Token(part[:2]))
        else:
            tokens += [
                Token(found[0], found.start() > 0 and part[found.start() - 1].isspace())
                for found in _WORD.finditer(part)
            ]
    return tokens


def _runs(one: Sequence[Token], other: Sequence[Token], blocks: Iterable[Block]) -> list[Run]:
    """Both texts in full, as runs that are the same and runs that differ in turn."""
    runs: list[Run] = []
    low = start = 0
    for before, after, length in [*blocks, Block(len(one), len(other), 0)]:
        if before > low or after > start:
            runs.append(Run(False, one[low:before], other[start:after]))
        low, start = before + length, after + length
        if length:
            runs.append(Run(True, one[before:low], other[after:start]))
    return _in_turn(runs)


def _without_islands(runs: list[Run]) -> list[Run]:
    """Few words that stayed between longer changes are read as part of one change.

    Two rounds: what grew in the first may swallow its neighbour in the second.
    """
    for _ in range(2):
        runs = _in_turn(
            Run(False, run.before, run.after) if run.is_same and _is_island(runs, place) else run
            for place, run in enumerate(runs)
        )
    return runs


def _is_island(runs: list[Run], place: int) -> bool:
    if place in {0, len(runs) - 1}:
        return False
    same = runs[place].after
    if any(token.is_break for token in same):
        return False
    words = sum(token.text[0].isalnum() for token in same)
    size = _size(same)
    return words <= FEW_WORDS and all(
        2 * size <= max(_size(run.before), _size(run.after))
        for run in (runs[place - 1], runs[place + 1])
    )


def _slid(runs: list[Run]) -> list[Run]:
    """Each run that only came or only went is moved along equal words to where it reads best."""
    for place in range(1, len(runs) - 1):
        left, changed, right = runs[place - 1 : place + 2]
        if changed.is_same or (changed.before and changed.after):
            continue
        moved = changed.before or changed.after
        steps = _steps([*left.after[-FARTHEST:]], [*moved], [*right.after[:FARTHEST]])
        if steps:
            runs[place - 1 : place + 2] = _moved(left, changed, right, steps)
    return [run for run in runs if run.before or run.after]


def _steps(left: list[Token], moved: list[Token], right: list[Token]) -> int:
    """How many words further on (or back) a change reads best.

    It may be moved on by a word if the word behind it is its first one, back if the word before it
    is its last.
    """
    series = [token.text for token in (*left, *moved, *right)]
    at, length = len(left), len(moved)
    first, last = at, at
    while first and series[first - 1] == series[first - 1 + length]:
        first -= 1
    while last + length < len(series) and series[last] == series[last + length]:
        last += 1
    edges = {place: _edge(series, place) for place in range(first, last + length + 1)}
    best = max(
        range(first, last + 1), key=lambda place: (edges[place] + edges[place + length], place)
    )
    is_better = edges[best] + edges[best + length] > edges[at] + edges[at + length]
    return best - at if is_better else 0


def _edge(series: Sequence[str], place: int) -> int:
    """What it is worth that a change begins or ends here: at a break, else behind a sentence."""
    last = series[place - 1] if place else "\n"
    following = series[place] if place < len(series) else "\n"
    if last[0] == "\n" or following[0] == "\n":
        return 2
    return 1 if last in SENTENCE_ENDS else 0


def _moved(left: Run, changed: Run, right: Run, steps: int) -> list[Run]:
    """The three runs with the middle one so many words further on."""
    moved = changed.before or changed.after
    at, length = len(left.after), len(moved)
    after = [*left.after, *moved, *right.after]
    before = [*left.before, *moved, *right.before]
    first, end = at + steps, at + steps + length
    change = after[first:end]
    return [
        Run(True, before[:first], after[:first]),
        Run(False, change, []) if changed.before else Run(False, [], change),
        Run(True, before[end:], after[end:]),
    ]


def _size(tokens: Sequence[Token]) -> int:
    return sum(len(token.text) for token in tokens)


def _in_turn(runs: Iterable[Run]) -> list[Run]:
    """The runs with neighbours of one kind made one."""
    return [
        Run(
            is_same,
            [token for run in group for token in run.before],
            [token for run in group for token in run.after],
        )
        for is_same, group in ((key, list(found)) for key, found in groupby(runs, _sameness))
    ]


def _sameness(run: Run) -> bool:
    return run.is_same


def _paragraphs(runs: Iterable[Run]) -> list[list[Span]]:
    found: list[list[Span]] = [[]]
    for run in runs:
        if run.is_same:
            _lay_out(found, "same", run.after)
        else:
            _lay_out(found, "removed", run.before)
            _lay_out(found, "added", run.after)
    return [spans for spans in found if spans]


def _lay_out(found: list[list[Span]], kind: Kind, tokens: Sequence[Token]) -> None:
    """Put tokens behind what is laid out. A break that came or went alone is shown as a sign."""
    if kind != "same" and tokens and all(token.is_break for token in tokens):
        found[-1].append(Span(kind, PILCROW))
        if kind == "added":
            found.append([])
        return
    for is_break, group in groupby(tokens, lambda token: token.is_break):
        if is_break:
            found.append([])
        else:
            _add(found[-1], kind, list(group))


def _add(spans: list[Span], kind: Kind, tokens: list[Token]) -> None:
    """Put words behind the spans of a paragraph. A space before a change is no part of it."""
    text = "".join(f" {token.text}" if token.is_spaced else token.text for token in tokens)
    is_instead = bool(spans) and spans[-1].kind == "removed" and text[0].isalnum()
    if spans and kind != "same" and (text.startswith(" ") or is_instead):
        _append(spans, Span("same", " "))
    if kind != "same" or not spans:
        text = text.removeprefix(" ")
    _append(spans, Span(kind, text))


def _append(spans: list[Span], span: Span) -> None:
    if spans and spans[-1].kind == span.kind:
        spans[-1] = Span(span.kind, spans[-1].text + span.text)
    else:
        spans.append(span)
