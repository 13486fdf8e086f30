"""A list of an entry with its items: learning, issues, recommendations, good practice."""

import re
from dataclasses import dataclass, replace

from reviews.intake.item_cuts import MARK, commas, sentences
from reviews.intake.items import Item, Listed, listed
from reviews.intake.leads import Lead
from reviews.intake.parts import Part
from reviews.intake.proposal import SURE, Span, Warning
from reviews.intake.sentences import trimmed

_NOTHING = re.compile(
    r"\W*(?:none|nil|n/?a|not (?:applicable|stated|known|given|available)|no(?:ne)?"
    r"(?: (?:specific|formal|further|key|new))? ?(?:recommendations?|learning(?: points)?|issues)?"
    r"(?: (?:were|was|are|is|have been))? ?(?:made|identified|given|found|listed|recorded)?)\W*",
    re.IGNORECASE,
)
_CUT_VERB = re.compile(r"\W*(?:includ\w*|are|the following)\W*", re.IGNORECASE)
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_DOUBTS = {
    "lost": (
        "lead-lost",
        "The list begins with “includes” and does not say of what. Check which list it is.",
    ),
    "colon": ("lead-without-colon", "The list begins without a colon. Check where it begins."),
    "sentence": (
        "lead-in-text",
        "The list begins in the middle of the text. Check where it begins.",
    ),
}
DOUBTFUL = 0.6  # how sure items are, at most, of a list with a warning
_SHAPES = {
    "before-items": "Words stand before the first item. Check whether the others go on from them.",
    "comma-list": "Only commas are between the items. Check where each ends.",
    "one-item": "This is read as one item: nothing in it says where another begins.",
    "line-items": "Each line is read as an item. Check where each ends.",
}


@dataclass(frozen=True, slots=True)
class Section:
    """A list: its kind, the words it begins with, its text, whom it is for and its items."""

    kind: str
    lead: Span
    body: Span
    addressed: str
    items: tuple[Item, ...]
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A list that was read, what stands after it, and what to look at."""

    section: Section
    rest: Span | None
    warnings: list[Warning]


def read_list(text: str, part: Part, lead: Lead, is_last: bool, is_first: bool) -> Found:
    """A list. One that lost its noun is learning, and after another list recommendations."""
    kind = lead.kind if lead.kind != "lost" else "learning" if is_first else "recommendations"
    field = "recommendations" if kind == "recommendations" else "learning"
    rest = part.span if lead.is_none else _after(text, part.span, lead, is_last)
    if rest and not text[rest.start : rest.end].strip(" .\n"):
        rest = None
    body = trimmed(text, Span(part.span.start, rest.start)) if rest else part.span
    warnings = [Warning(field, *_DOUBTS[lead.doubt])] if lead.doubt else []
    items, doubt = _items(text, lead, body)
    if doubt:
        warnings.append(Warning(field, *doubt))
    return Found(
        Section(kind, lead.span, body, lead.addressed, items, not lead.doubt), rest, warnings
    )


def _after(text: str, span: Span, lead: Lead, is_last: bool) -> Span | None:
    """Paragraphs after a list that has come to its end: they are no items."""
    body = text[span.start : span.end]
    begins_at_once = "\n" not in text[lead.span.end : span.start]
    for gap in _BLANK.finditer(body):
        before, after = body[: gap.start()].rstrip(), body[gap.end() :]
        if not re.search(r"[.!?]['\"’”)\]]*$", before[-4:]) or after[:1].islower():
            continue
        if ";" in after or MARK.match(after) or not (";" in before or (is_last and begins_at_once)):
            continue
        return Span(span.start + gap.end(), span.end)
    return None


def _items(text: str, lead: Lead, body: Span) -> tuple[tuple[Item, ...], tuple[str, str] | None]:
    """The items of a list, and what is not sure about them."""
    words = text[body.start : body.end]
    if lead.is_none or (len(words) < 80 and words.strip() and _NOTHING.fullmatch(words)):
        return (), ("none-made", "The text says that there are none.")
    found = listed(text, body)
    if not found.items or _CUT_VERB.fullmatch(words):
        label = text[lead.span.start : lead.span.end].strip(" *_\n")
        return (), ("empty-list", f"Nothing follows “{label}”.")
    begins_at_once = "\n" not in text[lead.span.end : body.start]
    code = _doubt(found, words, _is_open(text, lead), begins_at_once)
    if not code:
        return found.items, None
    items = (replace(item, confidence=min(item.confidence, DOUBTFUL)) for item in found.items)
    return tuple(items), (code, _SHAPES[code])


def _doubt(found: Listed, words: str, is_open: bool, begins_at_once: bool) -> str:
    """What is not sure about how a list was divided."""
    if found.shape == "marks" and not MARK.match(words):
        return "before-items"
    if found.shape == "lines" and begins_at_once:
        return "line-items"
    if found.shape != "one":
        return ""
    if is_open and commas(words) > 1 and sentences(words) == 1:
        return "comma-list"
    return "one-item" if found.items[0].confidence < SURE else ""


def _is_open(text: str, lead: Lead) -> bool:
    """Whether a list of short phrases may follow: not after "that" or "for"."""
    return bool(re.search(r"(?:[:\-–—]|includ\w+)[\s*_]*$", text[lead.span.start : lead.span.end]))
