"""Telephone numbers, e-mail addresses and accounts by which a person could be reached.

Helplines and other numbers that no household has (03, 08, 09, 116) are no alarm, nor are mailboxes
of a role. What an office publishes can be acknowledged; the rest blocks.
"""

import re
from collections.abc import Iterator

from reviews.editing.checks.finding import Severity
from reviews.editing.checks.passage import Hit, Passage
from reviews.editing.checks.wordlists import one_of, ordinary

_BLOCKS, _ASKS = Severity.BLOCKING, Severity.ACKNOWLEDGE

_GAP = r"[ \u00a0().\-]{0,2}"
_PHONE = re.compile(
    rf"(?<![\w.+/=#\-])(?:(?P<abroad>(?:\+"
    rf"|00)44)(?:{_GAP}\(0\))?(?P<digits>(?:{_GAP}[0-9]){{9,10}})"
    rf"|(?P<home>\(?0(?:{_GAP}[0-9]){{9,10}})|(?P<foreign>\+(?!44)[1-9](?:{_GAP}[0-9]){{8,13}}))"
    r"(?![\w]|[\-/.]\w)"
)
_GROUP = re.compile("[0-9]+")
_COUNTED = re.compile(r"(?i:\b(?:isbn|issn|doi|ref(?:erence)?|urn|charity)[\w .:]{0,16})$")
_OFFICE = re.compile(
    r"(?i:\b(?:helpline|switchboard|duty|mash|hub|front door|contact us|contact the|call us"
    r"|free ?phone"
    r"|out of hours|office|team|service|partnership|board|council|press|reception)\b)"
)

_MAIL = re.compile(
    r"(?<![\w.+\-])(?P<local>[\w.+\-]{1,64})(?:@|\s?[\[(]at[\])]\s?)"
    r"(?P<domain>[\w\-]{1,63}(?:(?:\.|\s?[\[(]dot[\])]\s?)[\w\-]{1,63}){1,5})"
)
_AT = re.compile(r"@|[\[(]at[\])]")
_ROLES = one_of("""
    info information enquiries enquiry contact contactus contacts help helpline admin
    administration office safeguarding mash lado press media mail hello support feedback review
    reviews repository library lscp lscb scp cscp board partnership team business training panel
    research publications customer services service education childrens children care referral
    referrals duty general communications comms website web postmaster foi dataprotection
""")
_SCHOOL = re.compile(r"(?i:\.sch\.uk$|school|academy|nursery|primary)")

_HANDLE = re.compile(r"(?<![\w.@/+\-])@(?P<name>[A-Za-z_][\w.]{1,28}\w)")
_PLATFORMS = one_of("""
    instagram insta snapchat tiktok facebook twitter discord roblox whatsapp youtube kik
    telegram xbox playstation fortnite minecraft twitch onlyfans
""")
# A word that somebody has made up, and one that is called a name of an account.
_MADE = re.compile(r"(?<![\w@./\-])(?P<name>[A-Za-z][A-Za-z.]*[_0-9][\w.]{2,28})(?![\w\-])")
_CALLED = re.compile(
    r"(?i:\b(?:user ?name|handle|gamer ?tag|account name|screen name)s?)(?i:[ ,:(]| is| was"
    r"| of){1,4}"
    r"[\"'“‘]?(?P<name>[A-Za-z_][\w.]{2,28})"
)
_PROFILE = re.compile(
    r"\b(?i:facebook|instagram|tiktok|twitter|x|snapchat|youtube|linkedin)\.com/"
    r"(?P<name>[@\w.\-/]{3,60})"
)
_BODIES = re.compile(
    r"(?i:nspcc|childline|barnardo|ofsted|police|council|nhs|lscp|lscb|scp$|cscp|gov|dfe|unicef"
    r"|safeguarding|charity|samaritans|childrens?|partnership|trust|university)"
)


def find(passage: Passage) -> Iterator[Hit]:
    """Whatever leads to a person."""
    yield from _phones(passage)
    yield from _mails(passage)
    yield from _accounts(passage)


def _phones(passage: Passage) -> Iterator[Hit]:
    for match in passage.near_digits(_PHONE):
        if passage.is_in_address(match.start()) or not _is_private(match):
            continue
        before = passage.before(match.start(), 60)
        if not _COUNTED.search(before):
            severity = _ASKS if _OFFICE.search(before) else _BLOCKS
            yield Hit("phone", match.start(), match.end(), severity)


def _is_private(match: re.Match[str]) -> bool:
    """Whether a number can be a household's or a mobile phone's, and is written as one."""
    if match["foreign"]:
        return True
    written = match["digits"] or match["home"]
    groups = _GROUP.findall(written)
    digits = "".join(groups).removeprefix("0")
    is_spread = groups[0] == "07" and [len(group) for group in groups] == [2, 3, 3, 3]
    if match["home"] and not is_spread and not 3 <= len(groups[0]) <= 11:
        return False
    if len(digits) == 9:  # a few old numbers have one digit less
        return digits[0] == "1" and bool(match["home"]) and len(groups) == 2 and len(groups[0]) == 5
    return digits[0] in "127" and digits[:2] not in ("10", "70") and len(set(digits)) > 2


def _mails(passage: Passage) -> Iterator[Hit]:
    for match in passage.near(_AT, _MAIL):
        is_role = _ROLES & set(re.split(r"[.\-_+]", match["local"].lower()))
        if not is_role:
            yield Hit("email", match.start(), match.end(), _BLOCKS)
        elif _SCHOOL.search(match["domain"]):
            yield Hit("email", match.start(), match.end(), _ASKS)


def _accounts(passage: Passage) -> Iterator[Hit]:
    for pattern in (_HANDLE, _PROFILE):
        sign = "@" if pattern is _HANDLE else ".com/"
        for match in pattern.finditer(passage.text) if sign in passage.text else ():
            if not _BODIES.search(match["name"]):
                yield Hit("account", match.start(), match.end(), _BLOCKS)
    if passage.keys.isdisjoint(_PLATFORMS):
        return
    for word in passage.words:
        if word.key in _PLATFORMS:
            yield from _on_platform(passage, word.end)


def _on_platform(passage: Passage, place: int) -> Iterator[Hit]:
    """The name of an account soon after that of a platform."""
    after = passage.after(place, 60)
    made, called = _MADE.search(after), _CALLED.search(after)
    match = made or called
    if match and (made or match["name"].casefold() not in ordinary()):
        yield Hit("account", place + match.start("name"), place + match.end("name"), _BLOCKS)
