"""Lines of a list: which could be a title, which belong to the page and not to its reviews."""

import re
from collections import Counter
from dataclasses import dataclass

from reviews.intake.lexicon import Lexicon
from reviews.intake.proposal import Span
from reviews.intake.titles import ALIAS, DASHES, DATED, LONGEST, MONTH, NUMBER

_ENDS = re.compile(r"[.;:,!?]['\"’”)]*\s*$|\b(?:and|or|the|of|to|a|in|for|with)\s*$")
_CAPITAL = re.compile(r"[^a-z]*[A-Z0-9‘'“\"(]")
# What begins an account of what happened: titles never do.
OPENS = re.compile(
    r"(?:the |an? )?(?:(?:apparent|attempted|sudden|unexpected|unexplained|accidental|suspected"
    r"|alleged|potential|possible|fatal|tragic|non-fatal|near-fatal|multiple|severe|chronic"
    r"|long-term|life-(?:threatening|changing|limiting)|serious|significant|critical|physical"
    r"|sexual|emotional|non-accidental|sustained|long-standing|prolonged|extensive|catastrophic)\s+"
    r"(?:and\s+)?)*"
    r"(?:deaths?|suicides?|murders?|homicides?|killings?|manslaughter|injur(?:y|ies)|harm|neglect"
    r"|abuse|overdoses?|drowning|stabbings?|shootings?|shaking|assaults?|rape|poisoning|burns"
    r"|scalds?|strangulation|suffocation|hanging|abduction|attempted|exploitation|incidents?"
    r"|collapse|head|brain|infanticide|starvation|malnutrition|concealment|attack|hospitalisation"
    r"|disclosures?|allegations?|illness|fabricat\w+|fractures?|bruis\w+|trauma|concerns?"
    r"|considers?|concerned|examines?|explores?|looks|reviews? (?:of|into)|relates|focuses"
    r"|features|this|thematic review of|case of)\b(?!\s*$)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[A-Z][a-zA-Z'’-]+(?:(?:,| and| &) [A-Z][a-zA-Z'’-]+)*")
_QUOTED = re.compile(r"['‘\"“][A-Z][^'’\"”]{0,40}['’\"”]\s*$")
# Belongs to the page: navigation, contact lines, notices, page numbers.
_FURNITURE = re.compile(
    r"(?:page\s+\d+(?:\s+of\s+\d+)?|\d{1,4}\s*(?:/|of)\s*\d{1,4}|[-–—|•·*_=\s]{3,}"
    r"|-?\s*\d{1,4}\s*-?"
    r"|(?:\W*(?:home|menu|search|next|previous|back(?: to (?:top|list|contents))?|top|print(?: this"
    r" page)?|share(?: this(?: page)?)?|contents|skip to (?:main )?content|log ?in|sign (?:in|up)"
    r"|register|subscribe|unsubscribe|contact us|about us|accessibility|privacy(?: policy)?"
    r"|cookies?(?: policy)?|terms(?: and conditions| of use)?|site ?map|help|donate|follow us"
    r"|facebook|twitter|linkedin|youtube|news|events|training|resources|view in browser"
    r"|(?:view|show|read|see|load) (?:all|more|less)|expand all|collapse all|close|open)\W*)+"
    r"|©.*|copyright\b.*|all rights reserved.*|https?://\S+|www\.\S+"
    r"|(?:tel(?:ephone)?|phone|e-?mail|fax|contact|address|web(?:site)?)\s*:.*"
    r"|.*\b[\w.+-]+@[\w-]+\.\w+.*|.*\b0\d{2,4}[ ]?\d{3}[ ]?\d{3,4}\b.*"
    r"|(?:last |page )?(?:updated|reviewed|modified)(?: on)?\s*:?\s*[\d/ A-Za-z]{4,30}"
    r"|(?:you(?:['’]re| are) receiving|you(?:['’]ve| have) (?:received|been sent)|to unsubscribe"
    r"|unsubscribe"
    r"|view (?:this|it) (?:e-?mail|online|in your browser)|manage your (?:preferences|subscription)"
    r"|(?:this|our) (?:e-?mail|newsletter|mailing) (?:was|is|list)|forward (?:this|to a)"
    r"|(?:please )?add us to).*)",
    re.IGNORECASE,
)
_ENDS_WELL = re.compile(
    r"[.!?)\]][\"'’”]*\s*$|\b(?:report|summary|review|reviews|list)\s*$", re.IGNORECASE
)
_MONTH_ALONE = re.compile(
    rf"\W*(?:{MONTH}\s+)?(?:19|20)\d\d\W*|\W*{MONTH}\W*|[A-Z]\s*[{DASHES}]\s*[A-Z]", re.IGNORECASE
)
_ANONYMOUSLY = re.compile(r"\W*(?:anonym|unnamed)", re.IGNORECASE)
_SEPARATED = re.compile(rf"\s[{DASHES}]|[{DASHES}]\s|[\u2013\u2014]")
_HYPHENATED = re.compile(r"[a-z]-[A-Z]")
_COLON = re.compile(r"\w:\s+\w")
_SIGN_OFF = re.compile(
    r"(?:(?:kind|best|warm|many)\s+(?:regards|wishes|thanks)|regards|thank you|thanks"
    r"|yours(?:\s+(?:sincerely|faithfully|truly))?|with (?:best|kind) (?:wishes|regards))\W*",
    re.IGNORECASE,
)
SIGNATURE = 8  # lines that a signature has at most
_TO_A_REPORT = re.compile(r"\W*(?:read|download|view|other resources)\b|.*\]\(", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
REPEATED = 3  # times a line stands there before it is the page's
NAME = 60  # characters of a line that is a name alone
SHORT = 120  # characters of a line that may be the page's


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the space around it."""

    text: str
    start: int
    after_blank: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def lines_of(text: str) -> list[Line]:
    """The lines that are not empty; a title that is broken before a dash is one."""
    found: list[Line] = []
    place, blank = 0, True
    for raw in text.split("\n"):
        bare = raw.strip().strip("\ufeff").strip()
        if bare:
            line = Line(bare, place + raw.index(bare[0]), blank)
            if found and not blank and _goes_on(found[-1].text, bare):
                first = found.pop()
                whole = text[first.start : line.end].replace("\n", " ")
                line = Line(whole, first.start, first.after_blank)
            found.append(line)
        blank = not bare
        place += len(raw) + 1
    return found


def _goes_on(line: str, following: str) -> bool:
    """ "2016 – Kent" and below it "– Child A"."""
    is_alias = re.match(rf"[{DASHES}]\s*(?:{ALIAS.pattern}|[A-Z])", following)
    return bool(is_alias and len(line) <= NAME and len(following) <= NAME and DATED.match(line))


def furniture(lines: list[Line]) -> set[int]:
    """Which lines are the page's, by their number: navigation, contact lines, heads and feet."""
    times = Counter(_without_digits(line.text) for line in lines if len(line.text) <= SHORT)
    found = {
        place
        for place, line in enumerate(lines)
        if len(line.text) <= SHORT
        and _is_furniture(line, times[_without_digits(line.text)])
        or _is_heading(lines, place)
    }
    found |= _signed(lines)
    numbered = {place for place in found if _PAGE_NUMBER.fullmatch(lines[place].text)}
    for place in {beside for one in numbered for beside in (one - 1, one + 1)} - found:
        if 0 <= place < len(lines) and _runs(lines[place], times, least=2):
            found.add(place)
    return found


def _is_heading(lines: list[Line], place: int) -> bool:
    """A month, a year or letters of the alphabet alone; not the end of a sentence that wrapped."""
    line = lines[place]
    if not _MONTH_ALONE.fullmatch(line.text) or line.text.endswith((".", ",", ";")):
        return False
    return line.after_blank or bool(_ENDS_WELL.search(lines[place - 1].text))


def _signed(lines: list[Line]) -> set[int]:
    """How a mail ends: "Kind regards", and who sends it."""
    for place in range(max(0, len(lines) - SIGNATURE), len(lines)):
        rest = range(place, len(lines))
        if _SIGN_OFF.fullmatch(lines[place].text):
            return {one for one in rest if len(lines[one].text) <= SHORT}
    return set()


def _runs(line: Line, times: Counter[str], least: int) -> bool:
    """Whether a short line stands there again and again, as the head of a page does."""
    again = len(line.text) <= SHORT and times[_without_digits(line.text)] >= least
    is_entry = _ENDS.search(line.text) or is_dated(line.text) or _TO_A_REPORT.match(line.text)
    return again and not is_entry


def _without_digits(text: str) -> str:
    return re.sub(r"\bpage \d+( of \d+)?\b|^\d+$", "", text.casefold()).strip(" |-–—")


def _is_furniture(line: Line, times: int) -> bool:
    if _FURNITURE.fullmatch(line.text):
        return True
    is_running = times >= REPEATED and not _ENDS.search(line.text) and not is_dated(line.text)
    return is_running and not _TO_A_REPORT.match(line.text)


def is_dated(line: str) -> bool:
    """A year, then an area and an alias with a dash between: nothing else looks like it."""
    numbered = NUMBER.match(line)
    found = DATED.match(line, numbered.end() if numbered else 0)
    if not found or len(line) > LONGEST:
        return False
    rest, behind_year = line[found.end() :], line[found.end("year") :]
    is_named = bool(ALIAS.search(rest.title()) or _ANONYMOUSLY.match(rest))
    if _ENDS.search(rest) or not (_CAPITAL.match(rest) or (is_named and len(rest) <= NAME)):
        return False
    if not re.search(r"[A-Za-z]", rest):
        return False
    if _SEPARATED.search(rest) or (found["month"] and _HYPHENATED.search(rest)):
        return True
    if re.match(r"\s*:", behind_year) and _COLON.search(rest):
        return True
    by_dash = bool(re.match(rf"\s*[{DASHES}:|]", behind_year))
    return (by_dash or behind_year[:1].isalpha()) and is_named


def may_be_title(line: str, lexicon: Lexicon) -> bool:
    """Short, not a sentence, and with an alias, a kind of review or a quoted name in it."""
    if not 2 <= len(line) <= LONGEST or _ENDS.search(line) or "](" in line:
        return False
    bare = line[NUMBER.match(line).end() :] if NUMBER.match(line) else line  # type: ignore[union-attr]
    if not bare or not _CAPITAL.match(bare) or OPENS.match(bare):
        return False
    if not _is_name_like(bare):
        return False
    return bool(
        ALIAS.search(bare)
        or _QUOTED.search(bare)
        or any(lexicon.type_named(m[0]) for m in lexicon.type_names.finditer(bare))
    )


def may_be_name(line: str) -> bool:
    """A name alone, which only its place can make a title: "Katie", "Charlie and Sam"."""
    if len(line) > NAME:
        return False
    numbered = NUMBER.match(line)
    return bool(_NAMED.fullmatch(line, numbered.end() if numbered else 0))


def _is_name_like(bare: str) -> bool:
    """No verb in the indicative that a sentence about a child would have."""
    return not re.search(
        r"\b(?:was|were|is|are|had|has|have|died|suffered|sustained|aged|found|admitted|convicted"
        r"|took|should|must|will|can|may|include[sd]?)\b",
        bare,
    )
