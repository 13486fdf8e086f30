"""Markdown as HTML for a page, and what editors should know of it. Nothing unsafe leaves here.

The tree (prose_tree.py) is written out with every text escaped, and nh3 lets nothing through but
the few tags named here: two fences, so that a mistake in one is no hole.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, islice

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from briefings.problem import Problem
from briefings.prose_tree import (
    FIGURE,
    LONGEST,
    NESTING,
    Block,
    Span,
    blocks,
    every_block,
    every_span,
    words,
)

LOWEST = 6  # level of a heading
_TAGS = {"p", "ul", "ol", "li", "blockquote", "em", "strong", "a", "br", "hr"}
_HEADINGS = {f"h{level}" for level in range(2, LOWEST + 1)}
_ATTRIBUTES = {"a": {"href", "rel"}, "ol": {"start"}, **{tag: {"id"} for tag in _HEADINGS}}
_SCHEMES = {"http", "https", "mailto"}
_HTML = re.compile(r"</?[a-z][^<>]{0,300}>|<!--", re.IGNORECASE)
MOST = 50  # problems that are named of one text
MOST_KEPT = 500  # texts whose HTML is kept: the same are on a page each time it is made anew
_SHOWN = 60  # characters of what was found, in a message


@lru_cache(MOST_KEPT)
def render(text: str, *, top: int = 3) -> SafeString:
    """The text as HTML. Its highest headings are at the level `top`, none is below h6.

    Figures that it places are left out: a page that has figures puts them between the parts.
    """
    return render_blocks(blocks(text), top=top)


def render_blocks(tree: Iterable[Block], *, top: int = 3, anchors: str = "") -> SafeString:
    """Some blocks as HTML. With `anchors`, each heading has it with its number as its id."""
    html = "\n".join(_html(block, top, anchors) for block in tree)
    cleaned = nh3.clean(
        html,
        tags=_TAGS | _HEADINGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    return mark_safe(cleaned)


def problems(text: str) -> list[Problem]:
    """What would be lost or look otherwise than it was meant, each once, at most MOST.

    What is blocking comes first: too long a text, and one that is nested too deeply.
    """
    found = [_too_long(text)] if len(text) > LONGEST else []
    tree = blocks(text)
    spans = (span for block in every_block(tree) for span in every_span(block.spans))
    rest = chain(_of_headings(every_block(tree)), chain.from_iterable(map(_of_span, spans)))
    return list(islice(dict.fromkeys(chain(found, _of_nesting(tree), rest)), MOST))


def _html(block: Block, top: int, anchors: str) -> str:
    inner = _inline(block.spans) + "".join(_html(one, top, anchors) for one in block.blocks)
    match block.kind:
        case "heading" if not words(block.spans).strip():
            return ""
        case "heading":
            tag = f"h{min(top + block.level - 1, LOWEST)}"
            identity = f' id="{escape(anchors)}{block.number}"' if anchors else ""
            return f"<{tag}{identity}>{inner}</{tag}>"
        case "paragraph":
            return inner if block.tight else f"<p>{inner}</p>"
        case "list" if block.number is None:
            return f"<ul>{inner}</ul>"
        case "list":
            start = "" if block.number == 1 else f' start="{block.number}"'
            return f"<ol{start}>{inner}</ol>"
        case "item":
            return f"<li>{inner}</li>"
        case "quote":
            return f"<blockquote>{inner}</blockquote>"
        case "rule":
            return "<hr>"
    return ""  # figures


def _inline(spans: Iterable[Span]) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    inner = escape(span.text) + _inline(span.spans)
    match span.kind:
        case "break":
            return "<br>"
        case "emphasis":
            return f"<em>{inner}</em>"
        case "strong":
            return f"<strong>{inner}</strong>"
        case "link" if span.href:
            leaves = "" if span.href.startswith("/") else ' rel="noreferrer"'
            return f'<a href="{escape(span.href)}"{leaves}>{inner}</a>'
    return inner


def _too_long(text: str) -> Problem:
    return Problem(
        "text-too-long",
        "",
        f"The text has {len(text):,} characters; at most {LONGEST:,} are shown.",
        "Shorten it, or make two pieces of it.",
        is_blocking=True,
    )


def _of_span(span: Span) -> list[Problem]:
    if span.kind == "image":
        what = "A picture is not shown; its description stands in its place."
        return [Problem("picture", _short(span.text or span.target), what, "Take it out.")]
    if span.kind == "link" and not span.href:
        what = "This is no link that can be followed safely; its words are shown without it."
        to_do = "Begin the address with https://, http:// or mailto:, or / for a page of ours."
        return [Problem("link-dropped", _short(span.target), what, to_do)]
    if span.kind != "text":
        return []
    html = "HTML is not read: readers see it as it is typed."
    found = [
        Problem("html", _short(tag), html, "Mark the text up with Markdown, or take it out.")
        for tag in dict.fromkeys(_HTML.findall(span.text))
    ]
    if named := FIGURE.search(span.text):
        what = "A figure is put in only where its paragraph holds nothing else."
        to_do = "Give it a line of its own, with empty lines around it."
        found.append(Problem("figure-in-line", named[0], what, to_do))
    return found


def _of_headings(tree: Iterable[Block]) -> list[Problem]:
    """Headings that leave out a level, and those without words."""
    found = []
    above = 0
    for block in tree:
        if block.kind != "heading":
            continue
        text = words(block.spans)
        if not text.strip():
            found.append(Problem("heading-empty", "", "A heading has no words.", "Take it out."))
        if above and block.typed > above + 1:
            what = "This heading leaves out a level; it is shown one below the one before it."
            found.append(Problem("heading-skips", _short(text), what, "Take away one # or more."))
        above = block.typed
    return found


def _of_nesting(tree: Iterable[Block], depth: int = 1) -> list[Problem]:
    """Quotations and lists that lost what is in them."""
    for block in tree:
        if depth >= NESTING and block.kind in {"quote", "item"} and not block.blocks:
            what = f"Quotations and lists within {NESTING} others are not shown."
            return [Problem("nested", "", what, "Nest them less deeply.", is_blocking=True)]
        if found := _of_nesting(block.blocks, depth + 1):
            return found
    return []


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
