"""The themes: what each says in learning, in histories and in recommendations, and when it may."""

from dataclasses import dataclass
from functools import lru_cache

from reviews.illustrative.chance import Weighted, zipf
from reviews.illustrative.children import LEAST_YEARS
from reviews.illustrative.frames import Frame, read_bank
from reviews.illustrative.themes.babies import BABIES
from reviews.illustrative.themes.care import CARE
from reviews.illustrative.themes.codas import CODAS as CODA_BANK
from reviews.illustrative.themes.crime import CRIME
from reviews.illustrative.themes.family import FAMILY
from reviews.illustrative.themes.harm import HARM
from reviews.illustrative.themes.health import HEALTH
from reviews.illustrative.themes.identity import IDENTITY
from reviews.illustrative.themes.living import LIVING
from reviews.illustrative.themes.parents import PARENTS
from reviews.illustrative.themes.plans import PLANS
from reviews.illustrative.themes.system import SYSTEM
from reviews.illustrative.themes.thinking import THINKING
from reviews.illustrative.themes.together import TOGETHER
from reviews.illustrative.themes.words import WORDS

_BANKS = {
    "parents": PARENTS + FAMILY,
    "babies": BABIES,
    "young": CARE,
    "general": "\n".join(
        (CRIME, HARM, HEALTH, IDENTITY, LIVING, PLANS, SYSTEM, THINKING, TOGETHER, WORDS)
    ),
}
_YOUNG_ONLY = "11-15 16-17 18-and-over"
_SCHOOL_AGE = f"6-10 {_YOUNG_ONLY}"
# Bands in which a theme can arise; a theme that is not named can arise in all.
_BANDS = {
    "vulnerability-of-babies": "unborn under-1",
    "pre-birth-assessment": "unborn under-1",
    "perinatal-mental-health": "unborn under-1",
    "safer-sleep": "under-1",
    "bruising-in-babies": "under-1",
    "safe-handling": "under-1",
    "unexpected-diagnosis": "under-1",
    "young-parents": "unborn under-1 1-5",
    "hospital-stays": "under-1 1-5 6-10",
    "child-disability": "1-5 6-10 11-15 16-17",
    "child-health-conditions": "1-5 6-10 11-15 16-17",
    "looked-after-children": "6-10 11-15 16-17",
    "care-orders-at-home": "under-1 1-5 6-10 11-15",
    "parental-separation": "under-1 1-5 6-10 11-15",
    "child-mental-health": _YOUNG_ONLY,
    "placed-out-of-area": _YOUNG_ONLY,
    "missing-children": "11-15 16-17",
    "sexual-exploitation": _YOUNG_ONLY,
    "criminal-exploitation": _YOUNG_ONLY,
    "care-leavers": "18-and-over",
    "transition-to-adult-services": "16-17 18-and-over",
    "online-safety": "6-10 11-15 16-17",
    "neurodivergence": _SCHOOL_AGE,
    "withdrawn-allegations": _SCHOOL_AGE,
    "harmful-sexual-behaviour": "6-10 11-15 16-17",
    "children-not-in-school": "6-10 11-15 16-17",
    "young-carers": "6-10 11-15 16-17",
}
# The year from which reviews speak of a theme in these words.
_SINCE = {
    "immigration-status": 2000,
    "safer-sleep": 2001,
    "unseen-men": 2002,
    "sexual-exploitation": 2003,
    "online-safety": 2006,
    "disguised-compliance": 2006,
    "cumulative-harm": 2007,
    "think-family": 2008,
    "neurodivergence": 2008,
    "transition-to-adult-services": 2008,
    "offender-management": 2009,
    "care-orders-at-home": 2009,
    "language-in-records": 2012,
    "professional-bias": 2012,
    "criminal-exploitation": 2014,
}
# Most frequent first, as published analyses of reviews have it.
_RANKS = """
information-sharing professional-curiosity voice-of-the-child domestic-abuse assessment neglect
parental-mental-health multi-agency-working thresholds-and-referrals parental-substance-misuse
supervision record-keeping unseen-men early-help child-protection-plans cumulative-harm
vulnerability-of-babies family-engagement child-mental-health escalation-and-challenge
critical-thinking think-family missed-appointments housing-and-homelessness workforce-and-training
disguised-compliance safety-planning stepping-down-a-plan culture-and-ethnicity wider-family
pre-birth-assessment moving-between-areas parents-own-childhood continuity-of-workers
looked-after-children child-disability leadership-and-culture professional-bias missing-children
language-in-records perinatal-mental-health criminal-exploitation sexual-exploitation safer-sleep
sexual-abuse parental-offending children-not-in-school parental-separation legal-literacy
hospital-stays young-parents bruising-in-babies child-health-conditions neurodivergence poverty
safe-handling court-orders placed-out-of-area interpreters-and-language online-safety
transition-to-adult-services harmful-sexual-behaviour anonymous-concerns offender-management
care-leavers withdrawn-allegations immigration-status parental-learning-disability young-carers
faith-and-belief care-orders-at-home unexpected-diagnosis
"""
# Spoken of only where a story calls for it.
_RARE = ("dogs-in-the-home",)


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme's language, and the agencies it mostly concerns."""

    slug: str
    group: str
    concerns: tuple[str, ...]
    learning: tuple[Frame, ...]
    # By band; none where the child is too young for all of them.
    past: dict[str, tuple[Frame, ...]]
    # What recommendations are made of: topics, aims ("aim") and actions ("do").
    parts: dict[str, tuple[Frame, ...]]


def _read() -> dict[str, Theme]:
    return {
        slug: Theme(
            slug,
            group,
            entry.settings["who"],
            entry.frames["learn"],
            {band: entry.of_age(least).get("past", ()) for band, least in LEAST_YEARS.items()},
            {part: entry.frames[part] for part in ("topic", "aim", "do")},
        )
        for group, bank in _BANKS.items()
        for slug, entry in read_bank(bank).items()
    }


THEMES = _read()
CODAS = {group: entry.frames["learn"] for group, entry in read_bank(CODA_BANK).items()}


def can_arise(slug: str, band: str, year: int) -> bool:
    return year >= _SINCE.get(slug, 0) and band in _BANDS.get(slug, band).split()


@lru_cache(maxsize=512)
def common_themes(band: str, year: int) -> Weighted[str]:
    """All themes that can arise, the frequent ones far ahead."""
    weights = zipf((*_RANKS.split(), *_RARE), flatten=4)
    allowed = {slug: weight for slug, weight in weights.items() if can_arise(slug, band, year)}
    return Weighted(allowed | dict.fromkeys(_RARE, 0))
