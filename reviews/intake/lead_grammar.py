"""The grammar of lead-ins and labels, as patterns that leads.py puts to use.

A phrase is qualifiers and a noun, or two nouns joined: "key learning points", "findings and
recommendations". Every repetition has an end, so that no line takes long.
"""

import re

from reviews.written_ages import ONES

_S, _O = r"\s{1,8}", r"\s{0,8}"
_MARK = r"[*_]{0,3}"
_NUMBERS = "|".join((*ONES[1:], "twenty"))
_QUALIFIER = (
    "the|a|an|these|key|main|other|further|additional|emerging|identified|important|general|overall"
    "|overarching|wider|broader|significant|specific|local|national|multi-?agency|inter-?agency"
    "|single[- ]agency|individual|agency|practice|review|case|systems?|systemic|strategic"
    "|operational|some|early|initial|major|common|critical|principal|final|formal|professional"
    "|safeguarding|several|many|various|following|number|range|series|set|total|of|thematic|core"
    "|relevant|related|proposed|suggested|recommended|immediate|joint|organisational|detailed"
    "|there|are|were|lscb|lscp|and|inter|multiple|summary|overview|priority|potential|cross-cutting|headline|recurring|shared|new|"
    rf"\d{{1,3}}|{_NUMBERS}"
)
_LEARNING = (
    rf"learning(?:{_S}(?:points?|themes?|areas?|outcomes?|opportunit(?:y|ies)|messages?|lessons?"
    r"|findings?|topics?))?|lessons?|findings?|themes?|messages?|conclusions?"
    rf"|(?:areas?|points?|themes?|opportunit(?:y|ies)){_S}(?:of|for){_S}"
    rf"(?:(?:practice|further){_S})?(?:learning|improvement|development|change|consideration)"
    rf"|practice{_S}points?|implications|what{_S}(?:\w{{1,12}}{_S}){{0,3}}learn(?:ed|t)"
)
ISSUES = "issues?|concerns?|problems?|challenges?|factors?|shortcomings|failings|weaknesses|gaps"
_ADVICE = rf"recommendations?|action{_S}points?|actions?"
_GOOD = (
    rf"(?:(?:examples?|areas?|points?|elements?){_S}of{_S})?(?:good|positive|effective|best|strong)"
    rf"{_S}practice(?:{_S}(?:points?|examples?))?|strengths?"
)
_AFTER = (
    rf"(?:{_S}(?:(?:which|that){_S}(?:were|was|are|is){_S})?(?:(?:to{_S}be{_S})?learn(?:ed|t)"
    r"|identified|noted|highlighted|raised|found|arising|emerging|drawn|made|captured)\b){0,2}"
)
_NOUN = rf"(?:{_GOOD}|{_LEARNING}|{ISSUES}|{_ADVICE})\b{_AFTER}"
_QUALIFIED = rf"(?:(?:{_QUALIFIER}){_S}){{0,6}}"
_PHRASE = (
    rf"(?P<phrase>{_QUALIFIED}{_NOUN}"
    rf"(?:{_O}(?:\band\b|&|/|,){_O}{_QUALIFIED}{_NOUN}){{0,2}})"
    rf"(?P<number>[ \t]{{1,4}}(?:no\.?{_O})?\d{{1,2}}\b)?{_MARK}"
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
_FOLLOWING = (
    rf"(?:{_S}(?:as{_S}follows|the{_S}following(?:{_S}(?:key{_S})?(?:areas?|points?|themes?|lessons?"
    rf"|recommendations?|issues?|learning|actions?|findings?))?|that))?(?:{_S}\([^()\n;]{{1,60}}\))?"
)
_TO = (
    rf"(?:{_S}(?:to|for)"
    rf"(?P<whom>(?:{_S}(?!(?:{_TELLING}|includ\w+)\b)[^\s.;:!?,]{{1,30}}){{1,8}}?))?"
)
_IS = rf"{_BE}(?:{_S}(?:also|as{_S}follows|the{_S}following|{_DONE}))?(?:{_O},?{_O}{_ABOUT}){{0,2}}"
_COLON = rf"\s{{0,4}}{_MARK}\s{{0,4}}[:：]{{1,2}}(?:\s{{0,2}}:)?{_MARK}"
_AGAIN = (
    rf"(?:{_O}{_MARK}(?:includ(?:es?|ed|ing)\s{{0,4}}:|includes(?=\s)"
    rf"|(?:are|were){_S}made(?:{_S}{_ABOUT}){{0,2}}(?=\s)(?:\s{{0,4}}:)?){_MARK})?"
)


def _grammar(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


WITH_COLON = _grammar(
    rf"{_PHRASE}{_FOR}(?P<verb>,?{_S}(?:{_INCLUDES}{_FOLLOWING}|{_IS}|{_ABOUT}|{_BE}{_S}{_DONE}{_TO}"
    rf"(?:{_O},?{_S}(?:(?:which|that|and|these){_S})?{_INCLUDES}{_FOLLOWING})?))?{_COLON}{_AGAIN}"
)
# "Learning is grouped under the following themes:", of what is no narrative otherwise.
GROUPED = _grammar(
    rf"{_PHRASE}{_FOR}{_S}{_BE}(?:{_S}(?!(?:{_TELLING})\b)[^\s.;:!?]{{1,30}}){{1,8}}?{_COLON}"
)
WITH_VERB = _grammar(
    rf"{_PHRASE}{_FOR}(?P<verb>,?{_S}(?:{_INCLUDES}"
    rf"|{_BE}(?:{_S}also)?{_S}{_DONE}{_O},?{_O}{_ABOUT}(?:{_S}{_ABOUT})?|{_BE}{_S}(?:that|to)\b))"
    r"(?=\s{1,8}\S)"
)
WITH_DASH = _grammar(
    rf"{_PHRASE}{_FOR}(?:{_S}{_INCLUDES})?(?:[ \t]{{0,3}}[–—]|[ \t]{{1,3}}-)(?=\s)"
)
HEADING = _grammar(rf"{_PHRASE}{_FOR}(?:{_S}{_INCLUDES})?{_MARK}[ \t]{{0,8}}(?=\n|\Z)")
STOPPED = _grammar(rf"{_PHRASE}(?:{_S}{_INCLUDES})?\s?[.;](?=\s{{1,8}}\S)")
BARE = _grammar(rf"{_PHRASE}(?={_S}(?P<next>\w+))")
_SUBJECT = (
    rf"(?:(?:(?:the|this){_S})?(?:(?:serious|significant|case|practice|child|learning|thematic"
    rf"|overview|independent|safeguarding|partnership){_S}){{0,3}}"
    r"(?:review(?:er)?|report|authors?|panel|scr|cspr|lcspr|it)"
    rf"(?:{_S}(?:also|then|further))?{_S}|also{_S})"
)
_GIVES = (
    rf"(?:makes?|made|gives?|sets?{_S}out|contains?|provides?|offers?|identif(?:y|ies|ied)"
    rf"|highlight(?:s|ed)?|raise[sd]?|draws?|presents?|proposes?|lists?|includes?|outlines?|details|concludes?{_S}with|suggests?)"
)
_GIVING = rf"{_SUBJECT}?{_GIVES}{_S}{_PHRASE}"
SAYS_LIST = _grammar(
    rf"{_GIVING}{_FOR}(?:,?{_S}(?:{_IS}|{_ABOUT}(?:{_S}{_ABOUT})?|(?:which{_S})?{_INCLUDES}{_FOLLOWING}))?"
    rf"(?:{_COLON}{_AGAIN}|(?<=including))"
)
SAYS = _grammar(
    rf"{_GIVING}(?:(?P<target>{_S}to(?:{_S}(?!(?:{_TELLING})\b)[^\s.;:!?,]{{1,30}}){{1,10}}?){_S}that"
    rf"|,?{_S}{_ABOUT}(?:{_S}{_ABOUT})?)\b"
)
RECOMMENDS = _grammar(
    rf"(?:{_SUBJECT}?recommends?|{_SUBJECT}recommended|it{_S}(?:is|was){_S}recommended"
    rf"|recommended(?={_S}that\b))\b(?!{_S}(?:by|in|actions?|practice)\b)(?:{_S}that\b)?(?:{_COLON})?"
)
FOUND = _grammar(rf"{_SUBJECT}(?:found|finds|concluded|concludes|noted){_FOLLOWING}{_COLON}")
NO_SUCH = _grammar(
    rf"(?:{_SUBJECT}?{_GIVES}{_S}|there{_S}(?:are|were|is|was){_S})?no{_S}{_QUALIFIED}"
    rf"(?P<phrase>(?:recommendations?|learning(?:{_S}points?)?|lessons?)"
    rf"(?:{_S}(?:and|or){_S}(?:recommendations?|learning|lessons?))?)"
    rf"(?=\s{{0,4}}[.;\n]|\s{{0,8}}\Z|{_S}(?:{_BE}|{_DONE}|as|for|because|but)\b)[^.\n]{{0,200}}"
)
LOST = _grammar(
    rf"(?P<phrase>(?:themes?|points?){_S})?(?P<these>(?:these|they|which){_S})?(?P<target>(?:to|for)(?:{_S}(?!(?:{_TELLING})\b)"
    rf"[^\s.;:!?]{{1,30}}){{1,8}}?{_S})?(?:includ(?:es?|ed|ing)|focus(?:es)?{_S}on|cover)\b"
    rf"(?P<colon>{_COLON})?"
)
LABEL = _grammar(
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
LABEL_ENDS = _grammar(
    rf"(?:{_COLON}|[ \t]{{0,3}}[–—](?=\s)|[ \t]{{1,3}}-(?=\s)|{_MARK}[ \t]{{0,8}}(?=\n))"
)


def _words(*lists: str) -> frozenset[str]:
    return frozenset(" ".join(lists).split())


WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
FIRST = _words(
    re.sub(r"\W+", " ", _QUALIFIER),
    "learning lesson lessons finding findings theme themes message messages conclusion"
    " conclusions area areas point points opportunity opportunities practice issue issues concern"
    " concerns problem problems challenge challenges factor factors shortcomings failings"
    " weaknesses gaps recommendation recommendations action actions example examples element"
    " elements good positive effective best strong strength strengths the this it serious"
    " significant child thematic overview independent partnership review reviewer report author"
    " authors panel scr cspr lcspr also makes make made gives give sets set contains contain"
    " provides provide offers identify identifies identified highlight highlights highlighted"
    " raise raises raised draws draw presents present proposes propose list lists recommend"
    " recommends recommended no what uses use used follows followed conducted undertaken carried"
    " outlines outline details concludes conclude suggests suggest implications these they which"
    " includes include included"
    " including focuses focus to for case"
    " family brief social relevant background context history circumstances summary synopsis"
    " abstract outline model methodology method methods approach key keyword keywords subject"
    " subjects index indexing tags topics publisher publishers isbn date publication published"
    " pages number source series reference record library shelfmark format",
)
NARRATIVE = re.compile(
    r"\b(?:concerns?|problems?|challenges?|factors?|actions?|strengths?)\b", re.I
)
IN_MIDDLE = re.compile(r"[\w,] ")  # before a word: it begins nothing (most words are such)
# Before a capital in the middle of a sentence: the word after it belongs to the sentence.
IN_SENTENCE = re.compile(
    r"(?:\b(?:see|the|of|to|and|or|in|for|with|from|by|its|their|this|these|key|case|local|national)"
    r"|\([^()]{0,60})\s{0,3}\Z",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\s*\(?(?:\w+\s)?(?:1|a|i)[).:]", re.IGNORECASE)
# Whose findings are not the review's.
OF_OTHERS = re.compile(
    r"\b(?:post[ -]?mortem|inquest|coroner|pathologist|scans?|x-?rays?|examinations?|court|trial"
    r"|hospital|doctors?|police|investigation|inspections?|ofsted)\b",
    re.IGNORECASE,
)
SENTENCE_BEFORE = re.compile(r"[A-Z][^.;:\n]{0,120}[.:]\s{1,8}\Z")
OF_LISTS = re.compile(
    r"\b(?:lessons?|learning|findings|recommendations)\b(?!\s+disab)", re.IGNORECASE
)
STRONG = re.compile(
    r"\b(?:key|main|core|learning|lessons?|recommend\w+|identified|practice|critical|highlighted"
    r"|raised|emerging|thematic|learn(?:ed|t)|implications|(?:points?|areas?|themes?|opportunit\w+)"
    r"\s+(?:for|of)|action\s+points?)\b",
    re.IGNORECASE,
)
# Nothing but marks between a lead-in and what may be more of it.
MORE_AFTER = re.compile(r"[\s*_]{0,8}(?=\S)")
# A line that says how the review was made, without a label.
USES = re.compile(
    r"(?:(?:the|this)\s{1,4})?(?:(?:serious|case|practice|significant|overview|learning)\s{1,4}){0,3}"
    r"(?:review\s{1,4}(?:(?:was|is)\s{1,4})?)?"
    r"(?:uses?|used|follows|followed|(?:conducted|undertaken|carried\s{1,4}out)\s{1,4}using)\b"
    r"[^.\n]{0,160}\b(?:model|methodology|method|approach|process|framework|silp|scie)\b"
    r"[^.\n]{0,160}(?:\.?[ \t]{0,8}(?=\n|\Z))",
    re.IGNORECASE,
)
# After "Learning" at the start of a line these make it a word of a sentence.
NO_LIST = _words(
    "disability disabilities difficulty difficulties need needs support mentor mentors from was"
    " were is are of to for in on by at had has have that which and or with about within across"
    " disabled environment assistant process programme event events difference review reviews"
    " made been should must will would could can may"
)
# What learning may be for without being addressed to anybody.
NOBODY = {
    "practice",
    "future practice",
    "the future",
    "improvement",
    "change",
    "action",
    "learning",
}
