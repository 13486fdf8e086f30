"""The stories: what can have happened to a child of which age, and how a review tells it."""

from dataclasses import dataclass
from functools import lru_cache

from reviews.illustrative.chance import Weighted, zipf
from reviews.illustrative.children import LEAST_YEARS
from reviews.illustrative.frames import Entry, Frame, read_bank
from reviews.illustrative.stories.babies import BABIES
from reviews.illustrative.stories.children import CHILDREN
from reviews.illustrative.stories.setting import SETTING as SETTING_BANK
from reviews.illustrative.stories.young_people import YOUNG_PEOPLE
from reviews.illustrative.themes import can_arise

# How often each story is told of a child in the band, in no particular unit.
_BANDS = {
    "unborn": {"before-birth": 1},
    "under-1": {
        "non-accidental-injury": 30,
        "abusive-head-trauma": 24,
        "sudden-unexpected-death-in-infancy": 20,
        "neglect-of-children": 6,
        "strangulation-or-suffocation": 3,
        "filicide": 2,
        "concealed-birth": 3,
        "domestic-abuse": 3,
        "ingestion": 2,
        "accident": 2,
        "dog-attack": 2,
        "fabricated-illness": 1,
        "drowning": 1,
        "unclear": 2,
    },
    "1-5": {
        "neglect-of-children": 24,
        "non-accidental-injury": 17,
        "physical-abuse": 14,
        "child-sexual-abuse": 6,
        "domestic-abuse": 6,
        "accident": 6,
        "filicide": 3,
        "ingestion": 5,
        "fabricated-illness": 4,
        "abusive-head-trauma": 4,
        "dog-attack": 3,
        "drowning": 3,
        "abduction": 1,
        "unclear": 2,
    },
    "6-10": {
        "neglect-of-children": 30,
        "child-sexual-abuse": 20,
        "physical-abuse": 14,
        "fabricated-illness": 8,
        "domestic-abuse": 8,
        "filicide": 4,
        "medical-neglect": 5,
        "emotional-abuse": 5,
        "harmful-sexual-behaviour": 3,
        "accident": 2,
        "abduction": 2,
        "female-genital-mutilation": 1,
        "unclear": 2,
    },
    "11-15": {
        "suicide": 8,
        "suspected-suicide": 8,
        "child-sexual-abuse": 13,
        "child-sexual-exploitation": 12,
        "neglect-in-adolescence": 10,
        "child-criminal-exploitation": 9,
        "self-harm": 7,
        "serious-youth-violence": 6,
        "medical-neglect": 6,
        "harmful-sexual-behaviour": 5,
        "physical-abuse": 5,
        "emotional-abuse": 4,
        "domestic-abuse": 4,
        "overdose-of-a-young-person": 3,
        "online-harm": 3,
        "fabricated-illness": 3,
        "trafficking": 1,
        "abduction": 1,
        "female-genital-mutilation": 1,
        "unclear": 2,
    },
    "16-17": {
        "suicide": 13,
        "suspected-suicide": 13,
        "serious-youth-violence": 14,
        "child-criminal-exploitation": 12,
        "self-harm": 12,
        "child-sexual-exploitation": 10,
        "overdose-of-a-young-person": 9,
        "neglect-in-adolescence": 5,
        "homicide-outside-the-family": 4,
        "harmful-sexual-behaviour": 3,
        "online-harm": 2,
        "medical-neglect": 2,
        "trafficking": 2,
        "unclear": 2,
    },
    "18-and-over": {
        "overdose-of-a-young-person": 4,
        "suicide": 2,
        "suspected-suicide": 2,
        "homicide-outside-the-family": 3,
    },
}
# The year from which reviews are published about a kind of harm.
_SINCE = {
    "serious-youth-violence": 2005,
    "child-sexual-exploitation": 2005,
    "trafficking-or-modern-slavery": 2008,
    "online-harm": 2009,
    "female-genital-mutilation": 2012,
    "child-criminal-exploitation": 2015,
}


def is_spoken_of(harm: str, year: int) -> bool:
    return year >= _SINCE.get(harm, 0)


@dataclass(frozen=True, slots=True)
class Story:
    """One kind of event: its harms, the themes that go with it, its language by outcome."""

    harm: str
    other_harms: tuple[str, ...]
    themes: tuple[str, ...]
    concerns: tuple[str, ...]
    aftermath: str
    deaths: int
    several: int
    girls_only: bool
    # In what a baby's age is given (D, W or M), where the story says how old the baby can be.
    unit: str | None
    # By band, then by kind.
    frames: dict[str, dict[str, tuple[Frame, ...]]]
    # By band: "harm", "other" or both.
    endings_but_death: dict[str, list[str]]


def _story(entry: Entry) -> Story:
    settings = entry.settings
    frames = {band: entry.of_age(least) for band, least in LEAST_YEARS.items()}
    return Story(
        harm=settings["harm"][0],
        other_harms=settings["also"],
        themes=settings["themes"],
        concerns=settings["people"],
        aftermath=settings["after"][0],
        deaths=int(settings["deaths"][0]),
        several=int(settings["several"][0]),
        girls_only=settings.get("sex") == ("girl",),
        unit=settings["unit"][0] if "unit" in settings else None,
        frames=frames,
        endings_but_death={
            band: [ending for ending in ("harm", "other") if ending in suited]
            for band, suited in frames.items()
        },
    )


STORIES = {
    slug: _story(entry) for slug, entry in read_bank(BABIES + CHILDREN + YOUNG_PEOPLE).items()
}
# By part, then band, then kind.
SETTING = {
    part: {band: entry.of_age(least) for band, least in LEAST_YEARS.items()}
    for part, entry in read_bank(SETTING_BANK).items()
}


@lru_cache(maxsize=512)
def stories_for(band: str, year: int) -> Weighted[str]:
    return Weighted(
        {
            slug: weight
            for slug, weight in _BANDS[band].items()
            if is_spoken_of(STORIES[slug].harm, year)
        }
    )


@lru_cache(maxsize=4096)
def themes_for(story: str, band: str, year: int) -> Weighted[str] | None:
    """The story's own themes that can arise; None if none can."""
    allowed = [slug for slug in STORIES[story].themes if can_arise(slug, band, year)]
    # Dogs come into the house with their story and with no other.
    if story == "dog-attack":
        allowed = ["dogs-in-the-home", *(slug for slug in allowed if slug != "dogs-in-the-home")]
    return Weighted(zipf(allowed, flatten=2)) if allowed else None
