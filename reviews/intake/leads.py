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
from enum import IntEnum

from reviews.intake.proposal import Span

_S, _O = r"\s{1,8}", r"\s{0,8}"
_MARK = r"[*_]{0,3}"
_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty"
)
_QUALIFIER = (
    "the|a|an|these|key|main|other|further|additional|emerging|identified|important|general|overall"
    "|overarching|wider|broader|significant|specific|local|national|multi-?agency|inter-?agency"
    "|single[- ]agency|individual|agency|practice|review|case|systems?|systemic|strategic"
    "|operational|some|early|initial|major|common|critical|principal|final|formal|professional"
    "|safeguarding|several|many|various|following|number|range|series|set|total|of|thematic|core"
    "|relevant|related|proposed|suggested|recommended|immediate|joint|organisational|detailed"
    "|there|are|were|priority|potential|cross-cutting|headline|recurring|shared|new|"
    rf"\d{{1,3}}|{_NUMBERS}"
)
_LEARNING = (
    rf"learning(?:{_S}(?:points?|themes?|areas?|outcomes?|opportunit(?:y|ies)|messages?|lessons?"
    r"|findings?|topics?))?|lessons?|findings?|themes?|messages?|conclusions?"
    rf"|(?:areas?|points?|themes?|opportunit(?:y|ies)){_S}(?:of|for){_S}"
    rf"(?:(?:practice|further){_S})?(?:learning|improvement|development|change|consideration)"
    rf"|practice{_S}points?"
)
_ISSUES = "issues?|concerns?|problems?|challenges?|factors?|shortcomings|failings|weaknesses|gaps"
_ADVICE = rf"recommendations?|action{_S}points?|actions?"
_GOOD = (
    rf"(?:(?:examples?|areas?|points?|elements?){_S}of{_S})?(?:good|positive|effective|best|strong)"
    rf"{_S}practice(?:{_S}(?:points?|examples?))?|strengths?"
)
_AFTER = (
    rf"(?:{_S}(?:(?:which|that){_S}(?:were|was|are|is){_S})?(?:(?:to{_S}be{_S})?learn(?:ed|t)"
    r"|identified|noted|highlighted|raised|found|arising|emerging|drawn|made|captured)\b){0,2}"
)
_NOUN = rf"(?:{_GOOD}|{_LEARNING}|{_ISSUES}|{_ADVICE})\b{_AFTER}"
_QUALIFIED = rf"(?:(?:{_QUALIFIER}){_S}){{0,6}}"
_PHRASE = (
    rf"(?P<phrase>{_QUALIFIED}{_NOUN}"
    rf"(?:{_O}(?:\band\b|&|/|,){_O}{_QUALIFIED}{_NOUN}){{0,2}})"
    rf"(?P<number>{_S}(?:no\.?{_O})?\d{{1,2}}\b)?{_MARK}"
)
# No word of whom something is for: it would make a sentence of the phrase, or tell of older ones.
_TELLING = (
    "was|were|is|are|be|been|has|had|have|did|does|do|should|must|will|would|could|can|may|might"
    "|not|that|which|who|shared|earlier|previous|prior|past"
)
_FOR = (
    rf"(?:{_S}\([^()\n;]{{1,60}}\))?"
    rf"(?P<target>{_S}(?:(?:made|addressed|directed|specific|relating|in{_S}relation){_S})?"
    r"(?:from|for|to|of|by|in|at|on|across|within|regarding|about|around)\b"
    rf"(?:{_S}(?!(?:{_TELLING}|includ\w+|focus\w*)\b)[^\s.;:!?]{{1,30}}){{1,10}}?)?"
)
_INCLUDES = (
    rf"(?:(?:also|further|mainly){_S})?"
    rf"(?:includ(?:es?|ed|ing)|focus(?:es|s?ed|ing)?(?:{_S}on)?|cent(?:re|er)s?{_S}(?:on|around)"
    rf"|relat(?:es?|ed|ing){_S}to|cover(?:s|ed|ing)?|compris(?:es?|ing)|consists?{_S}of"
    r"|involv(?:es?|ing)|highlights?|emphasis(?:es?|ed)|considers?)\b"
)
_ABOUT = (
    rf"(?:that|for|to|around|about|regarding|on|in{_S}relation{_S}to|relating{_S}to|concerning"
    rf"|including|which|covering|such{_S}as|with{_S}regards?{_S}to|in{_S}respect{_S}of)\b"
)
_BE = rf"(?:are|were|is|was|(?:have|has){_S}been)\b"
_DONE = rf"(?:made|identified|found|given|noted|highlighted|put{_S}forward|set{_S}out)\b"
_IS = rf"{_BE}(?:{_S}(?:also|as{_S}follows|the{_S}following|{_DONE}))?(?:{_O},?{_O}{_ABOUT}){{0,2}}"
_COLON = rf"\s{{0,4}}{_MARK}\s{{0,4}}[:：]{{1,2}}(?:\s{{0,2}}:)?{_MARK}"
_AGAIN = (
    rf"(?:{_O}{_MARK}(?:includ(?:es?|ing)\s{{0,4}}:|includes(?=\s)"
    rf"|(?:are|were){_S}made(?:{_S}{_ABOUT}){{0,2}}(?=\s)(?:\s{{0,4}}:)?){_MARK})?"
)


def _grammar(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_WITH_COLON = _grammar(
    rf"{_PHRASE}{_FOR}(?P<verb>,?{_S}(?:{_INCLUDES}|{_IS})(?:\s{{0,4}};)?)?"
    rf"(?:{_COLON}|(?<=;)){_AGAIN}"
)
_WITH_VERB = _grammar(
    rf"{_PHRASE}{_FOR}(?P<verb>,?{_S}(?:{_INCLUDES}"
    rf"|{_BE}(?:{_S}also)?{_S}{_DONE}{_O},?{_O}{_ABOUT}(?:{_S}{_ABOUT})?|{_BE}{_S}(?:that|to)\b))"
    r"(?=\s{1,8}\S)"
)
_WITH_DASH = _grammar(rf"{_PHRASE}{_FOR}(?:{_S}{_INCLUDES})?(?:\s{{0,3}}[–—]|\s{{1,3}}-)(?=\s)")
_HEADING = _grammar(rf"{_PHRASE}{_FOR}(?:{_S}{_INCLUDES})?{_MARK}[ \t]{{0,8}}(?=\n|\Z)")
_BARE = _grammar(rf"{_PHRASE}(?={_S}(?P<next>\w+))")
_SUBJECT = (
    rf"(?:(?:(?:the|this){_S})?(?:(?:serious|significant|case|practice|child|learning|thematic"
    rf"|overview|independent|safeguarding|partnership){_S}){{0,3}}"
    r"(?:review(?:er)?|report|authors?|panel|scr|cspr|lcspr|it)"
    rf"(?:{_S}(?:also|then|further))?{_S}|also{_S})"
)
_GIVES = (
    rf"(?:makes?|made|gives?|sets?{_S}out|contains?|provides?|offers?|identif(?:y|ies|ied)"
    rf"|highlight(?:s|ed)?|raise[sd]?|draws?|presents?|proposes?|lists?)"
)
_GIVING = rf"{_SUBJECT}?{_GIVES}{_S}{_PHRASE}"
_SAYS_LIST = _grammar(
    rf"{_GIVING}{_FOR}(?:,?{_S}(?:{_IS}|{_ABOUT}|{_INCLUDES}))?(?:{_COLON}{_AGAIN}|(?<=including))"
)
_SAYS = _grammar(
    rf"{_GIVING}(?:(?P<target>{_S}to(?:{_S}(?!(?:{_TELLING})\b)[^\s.;:!?,]{{1,30}}){{1,10}}?){_S}that"
    rf"|,?{_S}{_ABOUT}(?:{_S}{_ABOUT})?)\b"
)
_RECOMMENDS = _grammar(
    rf"(?:{_SUBJECT}?recommends?|{_SUBJECT}recommended|it{_S}(?:is|was){_S}recommended"
    rf"|recommended(?={_S}that\b))\b(?!{_S}(?:by|in|actions?|practice)\b)(?:{_S}that\b)?(?:{_COLON})?"
)
_NO_SUCH = _grammar(
    rf"(?:{_SUBJECT}?{_GIVES}{_S}|there{_S}(?:are|were|is|was){_S})?no{_S}{_QUALIFIED}"
    rf"(?P<phrase>(?:recommendations?|learning(?:{_S}points?)?|lessons?)"
    rf"(?:{_S}(?:and|or){_S}(?:recommendations?|learning|lessons?))?)"
    rf"(?=\s{{0,4}}[.;\n]|\s{{0,8}}\Z|{_S}(?:{_BE}|{_DONE}|as|for|because|but)\b)[^.\n]{{0,200}}"
)
_LOST = _grammar(
    rf"(?P<phrase>(?:themes?|points?){_S})?(?P<target>(?:to|for)(?:{_S}(?!(?:{_TELLING})\b)"
    rf"[^\s.;:!?]{{1,30}}){{1,8}}?{_S})?(?:includ(?:es?|ed|ing)|focus(?:es)?{_S}on)"
    rf"(?P<colon>{_COLON})?"
)
_LABEL = _grammar(
    r"(?P<background>(?:(?:case|family|brief|social|relevant|and|the|key){0,1}\s{0,4}"
    rf"(?:background|context|history|circumstances)(?:{_S}information)?)(?:{_S}(?:and|to){_S}"
    rf"(?:the{_S})?(?:context|background|case|history))?)"
    r"|(?P<summary>(?:(?:case|brief){1}\s{1,4})?(?:summary|synopsis|overview|abstract|outline)"
    rf"(?:{_S}of{_S}(?:the{_S})?case)?)"
    rf"|(?P<method>(?:(?:review|the){_S})?(?:model|methodology|methods?|review{_S}process"
    rf"|approach)(?:{_S}(?:used|of{_S}review))?)"
    rf"|(?P<keywords>key[\s-]{{0,2}}words?|subjects|subject{_S}(?:terms|headings)"
    rf"|index(?:ing)?{_S}terms|tags|topics)"
    r"|(?P<other>author(?:s|\(s\))?|publishers?|isbn|date(?:\s{1,4}(?:of\s{1,4})?(?:publication|published))?"
    r"|publication\s{1,4}date|published(?:\s{1,4}(?:by|on))?|pages|number\s{1,4}of\s{1,4}pages"
    r"|source|series|reference|record\s{1,4}(?:id|number)|library\s{1,4}number|shelfmark|format)"
)
_LABEL_ENDS = _grammar(
    rf"(?:{_COLON}|\s{{0,3}}[–—](?=\s)|\s{{1,3}}-(?=\s)|{_MARK}[ \t]{{0,8}}(?=\n))"
)

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_FIRST = frozenset(
    re.sub(r"\W+", " ", _QUALIFIER).split()
    + "learning lesson lessons finding findings theme themes message messages conclusion"
    " conclusions area areas point points opportunity opportunities practice issue issues concern"
    " concerns problem problems challenge challenges factor factors shortcomings failings"
    " weaknesses gaps recommendation recommendations action actions example examples element"
    " elements good positive effective best strong strength strengths the this it serious"
    " significant child thematic overview independent partnership review reviewer report author"
    " authors panel scr cspr lcspr also makes make made gives give sets set contains contain"
    " provides provide offers identify identifies identified highlight highlights highlighted"
    " raise raises raised draws draw presents present proposes propose list lists recommend"
    " recommends recommended no includes include included including focuses focus to for case"
    " family brief social relevant background context history circumstances summary synopsis"
    " abstract outline model methodology method methods approach key keyword keywords subject"
    " subjects index indexing tags topics publisher publishers isbn date publication published"
    " pages number source series reference record library shelfmark format".split()
)
_NARRATIVE = re.compile(
    r"\b(?:concerns?|problems?|challenges?|factors?|actions?|strengths?)\b", re.I
)
_WEAK = re.compile(
    r"(?:(?:the|a|some|several|many|other|further|these|there|are|were|number|of|issues?|concerns?"
    r"|problems?|challenges?|factors?|actions?|strengths?|themes?|messages?|findings?|shortcomings"
    r"|failings|weaknesses|gaps|and|conclusions?)\W*)+",
    re.IGNORECASE,
)
# After "Learning" at the start of a line these make it a word of a sentence.
_NO_LIST = frozenset(
    "disability disabilities difficulty difficulties need needs support mentor mentors from was"
    " were is are of to for in on by at had has have that which and or with about within across"
    " disabled environment assistant process programme event events difference review reviews"
    " made been should must will would could can may".split()
)
_CLOSERS = "\"'”’)]*_"
_BULLETS = ">#*_•●▪■◦·-–—\uf0b7 \t"


class Place(IntEnum):
    """What stands before a word, from what says most that something begins with it."""

    LINE = 0  # the start of a line, what was before is finished
    RUNNING = 1  # the start of a line in the middle of a sentence
    SENTENCE = 2
    GLUED = 3  # to the word or number before
    MIDDLE = 4


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


LABELS = frozenset({"background", "summary", "method", "keywords", "other"})


def leads(text: str, span: Span) -> Iterator[Lead]:
    """The lead-ins and labels of a text in order; none begins inside another."""
    end = span.start
    for word in _WORD.finditer(text, span.start, span.end):
        if word.start() < end or word[0].lower() not in _FIRST:
            continue
        place, start = _place(text, span.start, word.start())
        if place is Place.MIDDLE and not word[0][0].isupper():
            continue
        found = _label(text, word.start(), span, place) or _lead(text, word.start(), span, place)
        if found:
            yield replace(found, span=Span(max(start, end), found.span.end))
            end = found.span.end


def _place(text: str, first: int, place: int) -> tuple[Place, int]:
    """What stands before a place, and where the marks begin that belong to what stands there."""
    start = place
    while start > first and place - start < 8 and text[start - 1] in _BULLETS:
        start -= 1
    if start == first or text[start - 1] == "\n":
        begins = start
        start = start + len(text[start:place]) - len(text[start:place].lstrip())
        before = _last(text, first, begins)
        return (Place.LINE if _is_finished(text, first, before, begins) else Place.RUNNING), start
    start = place
    while start > first and place - start < 3 and text[start - 1] in "*_":
        start -= 1
    before = _last(text, first, start)
    if before < first:
        return Place.LINE, start
    if "\n" in text[before + 1 : start]:
        finished = _is_finished(text, first, before, start)
        return (Place.LINE if finished else Place.RUNNING), start
    if _closes(text, first, before):
        return Place.SENTENCE, start
    if before == start - 1 and text[before].isalnum() and text[place].isupper():
        return Place.GLUED, start
    return Place.MIDDLE, start


def _last(text: str, first: int, place: int) -> int:
    """The last character before a place that is no space."""
    place -= 1
    while place >= first and text[place].isspace():
        place -= 1
    return place


def _is_finished(text: str, first: int, before: int, start: int) -> bool:
    """Whether what ends at `before` is a sentence, a list or a paragraph that has its end."""
    if before < first or _closes(text, first, before):
        return True
    gap = text[before + 1 : start]
    return gap.count("\n") > 1 and text[before] not in ",;-–—" or text[before] in ":>"


def _closes(text: str, first: int, before: int) -> bool:
    steps = 0
    while before > first and steps < 3 and text[before] in _CLOSERS:
        before, steps = before - 1, steps + 1
    return text[before] in ".!?…"


def _lead(text: str, at: int, span: Span, place: Place) -> Lead | None:
    """The lead-in of a list that begins here."""
    capital = text[at].isupper() or text[at].isdigit()
    if not capital and place is not Place.LINE:
        return _lost(text, at, span, place)
    if found := _WITH_COLON.match(text, at, span.end):
        return _checked(found, place, True)
    if place is Place.MIDDLE:
        return None
    if found := _NO_SUCH.match(text, at, span.end):
        return Lead(_kind(found["phrase"]), Span(at, found.end()), is_none=True)
    if (found := _WITH_VERB.match(text, at, span.end)) and (lead := _checked(found, place, False)):
        return lead
    for grammar, weak in ((_SAYS_LIST, _NARRATIVE), (_SAYS, _WEAK)):
        if (found := grammar.match(text, at, span.end)) and not weak.fullmatch(found["phrase"]):
            return Lead(_kind(found["phrase"]), Span(at, found.end()), _addressed(found))
    if found := _RECOMMENDS.match(text, at, span.end):
        return Lead("recommendations", Span(at, found.end()))
    return _at_line(text, at, span, place) or _lost(text, at, span, place)


def _checked(found: re.Match[str], place: Place, has_colon: bool) -> Lead | None:
    """A lead-in of a noun, if where it stands allows for as little as there is of it."""
    phrase = found["phrase"]
    weak, verb = bool(_WEAK.fullmatch(phrase)), found["verb"] or ""
    doubt = "" if place is Place.LINE else "sentence" if not has_colon else ""
    if place is Place.SENTENCE and weak and (not verb or _NARRATIVE.search(phrase)):
        return None
    if not has_colon and weak and (_NARRATIVE.search(phrase) or re.search(r"ed\b", verb)):
        return None
    if place in (Place.MIDDLE, Place.RUNNING, Place.GLUED):
        if (weak and (not verb or _NARRATIVE.search(phrase))) or (
            place is Place.MIDDLE and not verb and not _is_plain(phrase)
        ):
            return None
        doubt = doubt or ("sentence" if place is Place.MIDDLE else "")
    if place is Place.MIDDLE and re.match(r"(?:the|a|an|there|of|to)\b", phrase, re.I):
        return None
    addressed, number = _addressed(found), bool(found["number"])
    return Lead(_kind(phrase), Span(*found.span()), addressed, doubt, number=number)


def _is_plain(phrase: str) -> bool:
    """Words that hardly stand before a colon unless something begins: "Recommendations:"."""
    return bool(re.match(r"recommendations\b|(?:key|learning|lessons)\s+\w", phrase, re.I))


def _at_line(text: str, at: int, span: Span, place: Place) -> Lead | None:
    """A lead-in without colon and verb, which only a line of its own or a list makes one."""
    if place is not Place.LINE:
        return None
    for grammar in (_WITH_DASH, _HEADING):
        found = grammar.match(text, at, span.end)
        if found and not _NARRATIVE.fullmatch(found["phrase"]):
            number = bool(found["number"])
            return Lead(
                _kind(found["phrase"]), Span(at, found.end()), _addressed(found), "", False, number
            )
    found = _BARE.match(text, at, span.end)
    if not found or found["next"].lower() in _NO_LIST or _WEAK.fullmatch(found["phrase"]):
        return None
    ends = text.find("\n", found.end(), span.end)
    semicolons = text.count(";", at, span.end if ends < 0 else ends)
    if semicolons < (2 if found["phrase"].lower() == "learning" else 1):
        return None
    return Lead(_kind(found["phrase"]), Span(at, found.end()), "", "colon")


def _lost(text: str, at: int, span: Span, place: Place) -> Lead | None:
    """A verb whose noun got lost: "includes:" where a line or sentence begins."""
    found = _LOST.match(text, at, span.end)
    if not found or place not in (Place.LINE, Place.SENTENCE):
        return None
    if not found["colon"]:
        ends = text.find("\n", found.end(), span.end)
        listed = text.count(";", at, span.end if ends < 0 else ends) > 1
        if place is not Place.LINE or not listed or found["target"]:
            return None
    kind = "recommendations" if found["target"] else "lost"
    return Lead(kind, Span(at, found.end()), _addressed(found), "lost")


def _label(text: str, at: int, span: Span, place: Place) -> Lead | None:
    """A label of anything but a list."""
    found = _LABEL.match(text, at, span.end)
    if not found or not text[at].isupper() and place is not Place.LINE:
        return None
    kind = found.lastgroup or "other"
    ends = _LABEL_ENDS.match(text, found.end(), span.end)
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
    target = " ".join((found.groupdict().get("target") or "").split())
    whom = re.match(
        r"(?:made |addressed |directed |specific )?(?:to|for) (.+)", target, re.IGNORECASE
    )
    return whom[1] if whom else ""


def _kind(phrase: str) -> str:
    """What a noun phrase is the lead-in of."""
    advice = re.search(r"recommendations?|\bactions?\b", phrase, re.IGNORECASE)
    issues = re.search(rf"\b(?:{_ISSUES})\b", phrase, re.IGNORECASE)
    good = re.search(r"\b(?:good|positive|effective|best|strong) +practice|strengths", phrase, re.I)
    learning = re.search(r"learning|lesson|finding|theme|message|area|point|conclu", phrase, re.I)
    if advice and (issues or learning):
        return "both"
    if advice:
        return "recommendations"
    if good and not (learning and not re.search(r"points?|areas?", phrase, re.I)):
        return "good-practice"
    return "key-issues" if issues and not learning else "learning"
