"""Kinds of review by nation, period and what happened."""

from reviews.illustrative.chance import Chance, Weighted

NATIONS = Weighted(
    {
        "england": 820,
        "wales": 68,
        "scotland": 52,
        "northern-ireland": 28,
        "jersey": 7,
        "guernsey": 4,
        "isle-of-man": 4,
        "not-recorded": 17,
    }
)
_ELSEWHERE = {"multi-agency-review": 40, "thematic-review": 20, "partnership-review": 10}
_UNCOMMON = _ELSEWHERE | {"other-review": 10, "not-stated": 12}
_SCR = Weighted({"serious-case-review": 900} | _UNCOMMON | {"public-inquiry": 1})
_ENGLAND = Weighted(
    {
        "local-child-safeguarding-practice-review": 560,
        "child-safeguarding-practice-review": 270,
        "rapid-review": 50,
        "national-child-safeguarding-practice-review": 8,
        "domestic-homicide-review": 6,
        "prevention-of-future-deaths-report": 4,
    }
    | _UNCOMMON
)
_ADULTS_ENGLAND = Weighted({"safeguarding-adults-review": 6, "thematic-review": 1})
_SCOTLAND_BEFORE = Weighted(
    {"significant-case-review": 800, "initial-case-review": 100} | _UNCOMMON
)
_SCOTLAND = Weighted({"learning-review": 880, "significant-case-review": 40} | _UNCOMMON)
_WALES = Weighted({"child-practice-review": 880} | _UNCOMMON)
_WALES_NOW = Weighted({"single-unified-safeguarding-review": 84, "child-practice-review": 16})
_NORTHERN_IRELAND = Weighted({"case-management-review": 900} | _UNCOMMON)
_ISLANDS = Weighted({"serious-case-review": 800} | _UNCOMMON)
_ANY = Weighted({"not-stated": 100, "other-review": 60} | _ELSEWHERE)
# Reviews of events before the change of law went on as serious case reviews for some time.
_LAST_SERIOUS_CASES = 2018 * 12 + 6
_FIRST_PRACTICE_REVIEWS = 2018 * 12 + 8


def nation(chance: Chance) -> str:
    return NATIONS.pick(chance)


def review_type(chance: Chance, nation: str, added: int, incident: int, band: str) -> str:
    """`added` and `incident` are months."""
    if nation == "england":
        return _english(added, incident, band).pick(chance)
    if nation == "wales":
        return _welsh(chance, added, band)
    if nation == "scotland":
        if added < 2007 * 12:
            return _ANY.pick(chance)
        return (_SCOTLAND if added >= 2021 * 12 + 8 else _SCOTLAND_BEFORE).pick(chance)
    if nation == "northern-ireland":
        return _NORTHERN_IRELAND.pick(chance)
    return (_ANY if nation == "not-recorded" else _ISLANDS).pick(chance)


def _english(added: int, incident: int, band: str) -> Weighted[str]:
    if band == "18-and-over" and added >= 2015 * 12:
        return _ADULTS_ENGLAND
    if added < _FIRST_PRACTICE_REVIEWS or incident < _LAST_SERIOUS_CASES:
        return _SCR
    return _ENGLAND


def _welsh(chance: Chance, added: int, band: str) -> str:
    if added < 2013 * 12:
        return _SCR.pick(chance)
    if added >= 2024 * 12 + 9:
        return _WALES_NOW.pick(chance)
    return "adult-practice-review" if band == "18-and-over" else _WALES.pick(chance)


# Every kind that can be drawn.
TYPES = tuple(
    dict.fromkeys(
        slug
        for table in (
            _SCR,
            _ENGLAND,
            _ADULTS_ENGLAND,
            _SCOTLAND_BEFORE,
            _SCOTLAND,
            _WALES,
            _WALES_NOW,
            _NORTHERN_IRELAND,
            _ISLANDS,
            _ANY,
        )
        for slug in (*table.options, "adult-practice-review")
    )
)
