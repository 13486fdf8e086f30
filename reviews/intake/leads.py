"""Where the parts of an entry begin: "Learning includes:", "Makes recommendations that", "Model:".

A grammar rather than a list: qualifiers, a noun (learning, issues, recommendations, good practice),
who or what it is for, a verb (include, focus on, are made), and a colon, a dash, a line end or the
verb alone. Where it stands decides how much of that is needed: at the start of a line or sentence
little, glued to the sentence before it a capital letter and a colon. A sentence that only uses the
words ("Learning from the review was shared") is no lead-in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviews.intake.lead_grammar import (
    BARE,
    FIRST,
    FOUND,
    GROUPED,
    HEADING,
    IN_MIDDLE,
    IN_SENTENCE,
    ISSUES,
    LABEL,
    LABEL_ENDS,
    LOST,
    MORE_AFTER,
    NARRATIVE,
    NO_LIST,
    NO_SUCH,
    NOBODY,
    NUMBERED,
    OF_LISTS,
    OF_OTHERS,
    RECOMMENDS,
    SAYS,
    SAYS_LIST,
    SENTENCE_BEFORE,
    STOPPED,
    STRONG,
    USES,
    WITH_COLON,
    WITH_DASH,
    WITH_VERB,
    WORD,
)
from reviews.intake.places import Place, place_of
from reviews.intake.proposal import Span


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead-in or label: the kind of what it begins, and where its words stand.

    `doubt` says what is missing of it: "" nothing, "lost" the noun, "colon" the colon,
    "sentence" it is a part of a running text. `is_none` where it says that there is nothing.
    """

    kind: str
    span: Span
    addressed: str = ""
    doubt: str = ""
    is_none: bool = False
    number: bool = False


def leads(text: str, span: Span) -> Iterator[Lead]:
    """The lead-ins and labels of a text in order; none begins inside another."""
    end = span.start
    for word in WORD.finditer(text, span.start, span.end):
        if word.start() < end or word[0].lower() not in FIRST:
            continue
        if word[0].islower() and IN_MIDDLE.match(text, max(span.start, word.start() - 2)):
            continue
        place, start = place_of(text, span.start, word.start())
        if place is Place.MIDDLE and not word[0][0].isupper():
            continue
        found = _label(text, word.start(), span, place) or _lead(text, word.start(), span, place)
        if found:
            found = _with_more(text, found, span)
            start = max(min(start, found.span.start), end)
            yield replace(found, span=Span(start, found.span.end))
            end = found.span.end


def _with_more(text: str, lead: Lead, span: Span) -> Lead:
    """With another lead-in of its kind right after it: "Recommendations: makes some including:"."""
    after = MORE_AFTER.match(text, lead.span.end, span.end)
    if not after or lead.kind in ("lost", "method", "keywords") or lead.is_none or lead.number:
        return lead
    for grammar in (WITH_COLON, SAYS_LIST, SAYS):
        found = grammar.match(text, after.end(), span.end)
        if found and _kind(found["phrase"]) == lead.kind and not found["number"]:
            addressed = lead.addressed or _addressed(found)
            return replace(lead, span=Span(lead.span.start, found.end()), addressed=addressed)
    return lead


def _lead(text: str, at: int, span: Span, place: Place) -> Lead | None:
    """The lead-in of a list that begins here."""
    capital = text[at].isupper() or text[at].isdigit()
    if not capital and place is not Place.LINE:
        return _lost(text, at, span, place)
    if found := WITH_COLON.match(text, at, span.end):
        return _checked(found, place, True)
    if place is Place.MIDDLE:
        return None
    if (found := GROUPED.match(text, at, span.end)) and OF_LISTS.search(found["phrase"]):
        doubt = "" if _has_list(found, Place.LINE) else "sentence"
        return Lead(_kind(found["phrase"]), Span(at, found.end()), _addressed(found), doubt)
    if found := NO_SUCH.match(text, at, span.end):
        return Lead(_kind(found["phrase"]), Span(at, found.end()), is_none=True)
    if (found := WITH_VERB.match(text, at, span.end)) and (lead := _checked(found, place, False)):
        return lead
    for grammar, is_weak in ((SAYS_LIST, _is_narrative), (SAYS, _is_weak)):
        if (found := grammar.match(text, at, span.end)) and not is_weak(found["phrase"]):
            return Lead(_kind(found["phrase"]), Span(at, found.end()), _addressed(found))
    found = RECOMMENDS.match(text, at, span.end)
    if found and (
        place is Place.LINE or "recommended" not in found[0] or _has_list(found, Place.LINE)
    ):
        return Lead("recommendations", Span(at, found.end()))
    found = FOUND.match(text, at, span.end)
    if found and _has_list(found, Place.LINE):
        return Lead("learning", Span(at, found.end()), "", "sentence")
    return _at_line(text, at, span, place) or _lost(text, at, span, place)


def _checked(found: re.Match[str], place: Place, has_colon: bool) -> Lead | None:
    """A lead-in of a noun, if where it stands allows for as little as there is of it."""
    phrase = found["phrase"]
    weak, verb = _is_weak(phrase), found["verb"] or ""
    narrative = weak and bool(NARRATIVE.search(phrase))
    if weak and OF_OTHERS.search(found["target"] or ""):
        return None
    doubt = "" if place is Place.LINE else "sentence" if not has_colon else ""
    if narrative and (place is Place.SENTENCE or not has_colon or re.search(r"ed\b", verb)):
        return None
    if place is Place.SENTENCE and weak and not verb and not _has_list(found, Place.LINE):
        return None
    if not has_colon and re.search(r"ed\b", verb) and not _has_list(found, place):
        return None
    if not has_colon and weak and re.search(r"ed\b", verb):
        return None
    if place in (Place.MIDDLE, Place.RUNNING, Place.GLUED):
        if (weak and (not verb or narrative)) or (
            place is Place.MIDDLE and not verb and not _is_plain(phrase)
        ):
            return None
        doubt = doubt or ("sentence" if place is Place.MIDDLE else "")
    if place is Place.MIDDLE and IN_SENTENCE.search(
        found.string[max(0, found.start() - 70) : found.start()]
    ):
        return None
    if place is Place.MIDDLE and re.match(r"(?:the|a|an|there|of|to)\b", phrase, re.I):
        return None
    addressed, number = _addressed(found), bool(found["number"])
    return Lead(_kind(phrase), Span(*found.span()), addressed, doubt, number=number)


def _is_weak(phrase: str) -> bool:
    """Whether words may speak of anything: "issues", but not "key issues" or "learning"."""
    return not STRONG.search(phrase)


def _is_narrative(phrase: str) -> bool:
    """Whether words are likelier to tell what happened: "concerns", "several problems"."""
    return _is_weak(phrase) and bool(NARRATIVE.search(phrase))


def _has_list(found: re.Match[str], place: Place) -> bool:
    """Whether semicolons follow on the line: "Learning included" may begin a sentence too."""
    line, _, _ = found.string[found.end() : found.end() + 2000].partition("\n")
    return place is Place.LINE and (";" in line or bool(NUMBERED.match(line)))


def _is_plain(phrase: str) -> bool:
    """Words that hardly stand before a colon unless something begins: "Recommendations:"."""
    return bool(re.match(r"recommendations\b|(?:key|learning|lessons)\s+\w", phrase, re.I))


def _at_line(text: str, at: int, span: Span, place: Place) -> Lead | None:
    """A lead-in without colon and verb, which only a line of its own or a list makes one."""
    found = STOPPED.match(text, at, span.end) if place is not Place.RUNNING else None
    if found and not _is_weak(found["phrase"]) and len(found["phrase"].split()) < 4:
        return Lead(_kind(found["phrase"]), Span(at, found.end()), "", "colon")
    if place is Place.SENTENCE and (found := WITH_DASH.match(text, at, span.end)):
        if _is_weak(found["phrase"]) or not _has_list(found, Place.LINE) or found[0][-1] == "-":
            return None
        return Lead(_kind(found["phrase"]), Span(at, found.end()), _addressed(found), "sentence")
    if place not in (Place.LINE, Place.RUNNING):
        return None
    for grammar in (WITH_DASH, HEADING) if place is Place.LINE else (HEADING,):
        found = grammar.match(text, at, span.end)
        is_weak = _is_narrative if place is Place.LINE else _is_weak
        if found and not is_weak(found["phrase"]):
            number = bool(found["number"])
            return Lead(
                _kind(found["phrase"]), Span(at, found.end()), _addressed(found), "", False, number
            )
    return _unmarked(text, at, span, place)


def _unmarked(text: str, at: int, span: Span, place: Place) -> Lead | None:
    """A lead-in at the start of a line with nothing after it but the list."""
    found = BARE.match(text, at, span.end) if place is Place.LINE else None
    if not found or found["next"].lower() in NO_LIST or _is_weak(found["phrase"]):
        return None
    ends = text.find("\n", found.end(), span.end)
    semicolons = text.count(";", at, span.end if ends < 0 else ends)
    if semicolons < (2 if found["phrase"].lower() == "learning" else 1):
        return None
    return Lead(_kind(found["phrase"]), Span(at, found.end()), "", "colon")


def _lost(text: str, at: int, span: Span, place: Place) -> Lead | None:
    """A verb whose noun got lost: "includes:" where a line or sentence begins."""
    found = LOST.match(text, at, span.end)
    if not found or place not in (Place.LINE, Place.SENTENCE):
        return None
    if found["these"]:
        before = SENTENCE_BEFORE.search(text[max(span.start, at - 160) : at])
        named = OF_LISTS.search(before[0]) if before else None
        if not found["colon"] or not before or not named:
            return None
        return Lead(_kind(named[0]), Span(at - len(before[0]), found.end()), "", "lost")
    if not found["colon"]:
        ends = text.find("\n", found.end(), span.end)
        listed = text.count(";", at, span.end if ends < 0 else ends) > 1
        if place is not Place.LINE or not listed or found["target"]:
            return None
    kind = "recommendations" if found["target"] else "lost"
    return Lead(kind, Span(at, found.end()), _addressed(found), "lost")


def _label(text: str, at: int, span: Span, place: Place) -> Lead | None:
    """A label of anything but a list."""
    if place is Place.LINE and USES.match(text, at, span.end):
        return Lead("method", Span(at, at))
    found = LABEL.match(text, at, span.end)
    if not found or not text[at].isupper() and place is not Place.LINE:
        return None
    kind = found.lastgroup or "other"
    ends = LABEL_ENDS.match(text, found.end(), span.end)
    if not ends:
        return None
    is_colon = ":" in ends[0] or "：" in ends[0]
    if place is Place.MIDDLE and kind != "keywords":
        return None
    if place is not Place.LINE and (not is_colon or kind == "other"):
        return None
    if not is_colon and kind == "other":
        return None
    return Lead(kind, Span(at, ends.end()))


def _addressed(found: re.Match[str]) -> str:
    """Whom a list is for: "the partnership", not "from the review"."""
    groups = found.groupdict()
    if groups.get("whom"):
        return " ".join(groups["whom"].split())
    target = " ".join((groups.get("target") or "").split())
    whom = re.match(
        r"(?:made |addressed |directed |specific )?(?:to|for) (.+)", target, re.IGNORECASE
    )
    return re.sub(r" to \w+$", "", whom[1]) if whom and whom[1].lower() not in NOBODY else ""


def _kind(phrase: str) -> str:
    """What a noun phrase is the lead-in of."""
    advice = re.search(r"recommendations?|\bactions?\b", phrase, re.IGNORECASE)
    issues = re.search(rf"\b(?:{ISSUES})\b", phrase, re.IGNORECASE)
    good = re.search(
        r"\b(?:good|positive|effective|best|strong)\s+practice|strengths", phrase, re.I
    )
    learning = re.search(r"learning|lesson|finding|theme|message|area|point|conclu", phrase, re.I)
    if advice and (issues or learning):
        return "both"
    if advice:
        return "recommendations"
    if good and not (learning and not re.search(r"points?|areas?", phrase, re.I)):
        return "good-practice"
    return "key-issues" if issues and not learning else "learning"
