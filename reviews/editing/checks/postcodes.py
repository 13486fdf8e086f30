"""Postcodes of the United Kingdom, the Crown dependencies and the forces.

A whole postcode is a street or less. It blocks, unless words beside it say that an office is meant.
"""

import re
from collections.abc import Iterator

from reviews.editing.checks.finding import Severity
from reviews.editing.checks.passage import Hit, Passage
from reviews.editing.checks.wordlists import one_of

_AREAS = one_of("""
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY
    E EC EH EN EX FK FY G GL GU GY GX HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD
    LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK
    SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
""")
_FORM = re.compile(
    r"(?<![\w/@.\-])(?P<area>[A-Z]{1,2})(?P<district>[0-9](?:[0-9]|[A-HJKMNPR-Y])?)"
    r"(?P<gap>[ \u00a0]{0,2})(?P<inward>[0-9][ABD-HJLNP-UW-Z]{2})(?![\w/@]|-\w)",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\bGIR ?0AA\b|\bBFPO ?[0-9]{1,4}\b")
_DISTRICT = re.compile(
    r"(?i:\bpost ?codes?(?: areas?| districts?)?(?: of| is| was"
    r"|:)? ?)(?P<code>[A-Z]{1,2}[0-9][0-9A-Z]?)\b"
    r"|\b(?P<before>[A-Z]{1,2}[0-9][0-9A-Z]?) (?:post ?code|area of|area\b)"
)
_ORDINAL = re.compile(r"[0-9](?:st|nd|rd|th)")
# Of bodies whose address stands in many publications.
_OFFICES = frozenset({"EC2A3NH", "SW1P3BT", "SW1P4DF", "SW1A2AA", "SW1A0AA", "M12WD", "NE14PA"})
OFFICE = re.compile(
    r"(?i:\b(?:offices?|headquarters|council|civic|town hall|county hall|city hall|po box"
    r"|p\.o\. box"
    r"|published by|publisher|copies|write to|limited|ltd|crown copyright|registered charity)\b)"
)
_NUMBERED = re.compile(
    r"(?i:\b(?:ref|reference|version|order|form|isbn)\.?(?: no\.?| number)?:? ?)$"
)


def find(passage: Passage) -> Iterator[Hit]:
    """Whole postcodes, and districts that are called so."""
    for match in passage.near_digits(_FORM):
        if _is_postcode(match):
            yield _hit(passage, match.start(), match.end())
    for match in passage.near_digits(_OTHERS):
        yield Hit("postcode", match.start(), match.end(), Severity.BLOCKING)
    for match in passage.near_digits(_DISTRICT):
        name = "code" if match["code"] else "before"
        if re.match("[A-Z]+", match[name])[0] in _AREAS:  # type: ignore[index]
            yield Hit("postcode-area", match.start(name), match.end(name), Severity.ACKNOWLEDGE)


def _is_postcode(match: re.Match[str]) -> bool:
    if match["area"].upper() not in _AREAS or _ORDINAL.fullmatch(match["inward"]):
        return False
    district = match["district"].upper()
    if district[1:].isalpha() and match["area"].upper() not in {
        "E",
        "EC",
        "N",
        "NW",
        "SE",
        "SW",
        "W",
        "WC",
    }:
        return False
    return match[0].isupper() or len(match["gap"]) > 0


def _hit(passage: Passage, start: int, end: int) -> Hit:
    bare = passage.text[start:end].upper().replace(" ", "").replace("\u00a0", "")
    if bare in _OFFICES or OFFICE.search(passage.before(start)):
        return Hit("postcode", start, end, Severity.ACKNOWLEDGE)
    if _NUMBERED.search(passage.before(start, 24)):
        return Hit("postcode", start, end, Severity.ACKNOWLEDGE)
    return Hit("postcode", start, end, Severity.BLOCKING)
