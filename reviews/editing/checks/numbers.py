"""Numbers that are given to one person or one case.

NHS numbers, Scotland's CHI numbers and Northern Ireland's H&C numbers have the same form and the
same check digit (modulo 11). One that is grouped or called so blocks; ten digits that only happen
to be valid are asked about, and only in the ranges that are given out.
"""

import re
from collections.abc import Iterator

from reviews.editing.checks.finding import Severity
from reviews.editing.checks.passage import Hit, Passage

_BLOCKS, _ASKS = Severity.BLOCKING, Severity.ACKNOWLEDGE

_TEN = re.compile(r"(?<![\w.+/=\-])[0-9]{3}([ \u00a0\-]?)[0-9]{3}\1[0-9]{4}(?![\w/]|-\w|\.[0-9])")
_HEALTH = re.compile(
    r"(?i:\bnhs(?: no\b| num| n[oº°]|\W{0,3}$)|\bchi\b|\bh ?& ?c\b|health (?:and"
    r"|&) (?:social )?care n"
    r"|hospital n|patient n)"
)
_BOOK = re.compile(r"(?i:\bisbn[\w :\-]{0,16})$")
_WEIGHTS = range(10, 1, -1)

_INSURANCE = re.compile(
    r"(?<![\w/\-])(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PQRSTW-Z][ABCEGHJ-NPQRSTW-Z]([ \u00a0]?)"
    r"[0-9]{2}\1[0-9]{2}\1[0-9]{2}\1[A-D](?![\w/\-])",
    re.IGNORECASE,
)
_CALLED_INSURANCE = re.compile(r"(?i:national insurance|\bnino?\b)")

_COURT = re.compile(r"(?<![\w/\-])[A-Z]{2}[0-9]{2}[A-Z][0-9]{5}(?![\w/])")
_PUPIL = re.compile(r"(?<![\w/\-])[A-HJ-NP-RT-Z][0-9]{11}[0-9A-Z](?![\w/])")
# A number is telling by the words before it.
_CASE = re.compile(
    r"(?i:\b(?:crime|case|custody|incident|police|court|log|occurrence|claim|inquest"
    r"|coroner[’']?s?|hospital|patient"
    r"|passport|pupil|unique pupil|mosaic|liquidlogic|lcs|eclipse|rio|systmone|emis|niche|pnc|crn"
    r"|urn|upn|mrn)"
    r"(?: ref(?:erence)?| id| file| record)?(?: no\b\.?| number| num\.?| id)?)"
    r"(?P<mark>\s?[:#]|(?i: is| was| of)?) ?(?P<number>[A-Z0-9][A-Z0-9/\-]{4,24})(?![\w])"
)
_NAMED = re.compile(r"(?i:ref|number|\bno\b|\bid\b|crn|urn|upn|mrn|pnc|[:#])")
_YEARS = re.compile(r"(?:19|20)[0-9]{2}(?:[/\-](?:[0-9]{2}|(?:19|20)[0-9]{2}))?")
_OURS = re.compile(r"(?:CR|EX)-[0-9]{4}-[0-9]{4,}")


def find(passage: Passage) -> Iterator[Hit]:
    """Whatever number stands for one person or one case."""
    yield from _health(passage)
    for match in passage.near_digits(_INSURANCE):
        is_called = _CALLED_INSURANCE.search(passage.before(match.start(), 60))
        if is_called or match[0][0] not in "Qq":
            yield Hit("insurance-number", match.start(), match.end(), _BLOCKS)
    for match in passage.near_digits(_COURT):
        yield Hit("case-number", match.start(), match.end(), _ASKS)
    for match in passage.near_digits(_PUPIL):
        yield Hit("case-number", match.start(), match.end(), _ASKS)
    for match in passage.near_digits(_CASE):
        if _is_case_number(match):
            yield Hit("case-number", match.start("number"), match.end("number"), _ASKS)


def _health(passage: Passage) -> Iterator[Hit]:
    for match in passage.near_digits(_TEN):
        before = passage.before(match.start(), 50)
        if passage.is_in_address(match.start()) or _BOOK.search(before):
            continue
        digits = re.sub(r"\D", "", match[0])
        is_called, is_grouped = bool(_HEALTH.search(before)), bool(match[1])
        if is_valid(digits):
            if is_called or (is_grouped and digits[0] != "0"):
                yield Hit("nhs-number", match.start(), match.end(), _BLOCKS)
            elif is_given_out(digits):
                yield Hit("nhs-number", match.start(), match.end(), _ASKS)
        elif is_called:
            yield Hit("nhs-number", match.start(), match.end(), _ASKS)


def is_valid(digits: str) -> bool:
    """Whether ten digits end with the right check digit; no number has all digits the same."""
    if len(set(digits)) == 1:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return (11 - total % 11) % 11 == int(digits[9])


def is_given_out(digits: str) -> bool:
    """Whether ten digits are in a range of NHS, H&C or CHI numbers (a CHI number begins DDMMYY)."""
    if digits[0] in "467" or "320" <= digits[:3] <= "399":
        return True
    return 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12


def _is_case_number(match: re.Match[str]) -> bool:
    number = match["number"]
    if sum(c.isdigit() for c in number) < 4 or _YEARS.fullmatch(number) or _OURS.fullmatch(number):
        return False
    return bool(_NAMED.search(match[0][: match.start("number") - match.start()]))
