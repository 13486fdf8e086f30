"""Illustrative reviews, one after another, each made from its own stream of chance."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reviews.illustrative.agencies import PEOPLE, agency_words
from reviews.illustrative.chance import Chance, Weighted
from reviews.illustrative.children import (
    BANDS,
    LEAST_YEARS,
    Child,
    one_child,
    siblings_in_one_row,
    with_siblings,
)
from reviews.illustrative.documents import documents
from reviews.illustrative.facts import facts
from reviews.illustrative.frames import Voice
from reviews.illustrative.keywords import keywords
from reviews.illustrative.learning import Learner
from reviews.illustrative.months import Place, iso_month, places
from reviews.illustrative.partnerships import partnership
from reviews.illustrative.recommendations import Recommender
from reviews.illustrative.review_types import TYPES, nation, review_type
from reviews.illustrative.sentences import capitalised
from reviews.illustrative.stories import STORIES, Story, is_spoken_of, stories_for, themes_for
from reviews.illustrative.telling import Teller
from reviews.illustrative.themes import THEMES, common_themes
from reviews.illustrative.timing import Timing, timing
from reviews.illustrative.titles import title

_SEXES = Weighted({"girl": 34, "boy": 36, "": 30})
_COUNTS = Weighted({2: 56, 3: 30, 4: 14})
_LONG_RUNNING = {"neglect", "child-sexual-exploitation", "emotional-abuse", "child-sexual-abuse"}
_HARDEST = {"filicide", "suicide", "child-sexual-abuse", "strangulation-or-suffocation"}
# How a note begins that has the child for its subject.
_ACTIVE = (
    "died",
    "may",
    "drowned",
    "suffered",
    "survived",
    "lived",
    "came",
    "became",
    "caused",
)


class UnknownTerms(ValueError):
    """The vocabularies lack terms that illustrative reviews use."""


def illustrative_reviews(count: int, seed: int, vocabularies: Mapping) -> Iterator[dict]:
    """Interchange records, oldest month first; the same for the same count and seed everywhere.

    Nothing is kept from one record to the next. Raises UnknownTerms before the first record.
    """
    if count < 0 or seed < 0:
        raise ValueError("Count and seed must not be negative.")
    _check(vocabularies)
    return _reviews(count, seed)


def _reviews(count: int, seed: int) -> Iterator[dict]:
    chance = Chance()
    for index, place in enumerate(places(count, seed)):
        chance.restart(seed, index)
        yield _review(chance, place)


def _check(vocabularies: Mapping) -> None:
    used: dict[str, Iterable[str]] = {
        "types": TYPES,
        "harms": [slug for s in STORIES.values() for slug in (s.harm, *s.other_harms)],
        "themes": THEMES,
        "agencies": PEOPLE,
    }
    for name, slugs in used.items():
        known = {term["slug"] for term in vocabularies[name]}
        lacking = sorted(slug for slug in dict.fromkeys(slugs) if slug not in known)
        if lacking:
            raise UnknownTerms(f"The vocabularies have no {name} called {', '.join(lacking)}.")


@dataclass(slots=True)
class _Event:
    """What happened, to whom."""

    story_slug: str
    story: Story
    band: str
    children: list[Child]
    # death, harm or other
    ending: str

    @property
    def outcome(self) -> str:
        if self.story.harm == "not-stated" and self.ending == "other":
            return "not-stated"
        return "serious-harm" if self.ending == "harm" else self.ending


def _review(chance: Chance, place: Place) -> dict:
    event = _event(chance, place.year)
    when = timing(chance, place.month, long_running=_is_long_running(event))
    where = nation(chance)
    kind = review_type(chance, where, place.month, when.month, event.band)
    named = title(chance, event.children, place.year)
    anonymous = chance.odds(9 if place.year < 2010 else 24)
    told = _told(chance, place, event, when, where, named.name)
    points, asked = told["learning"], told["recommendations"]
    harms = _harms(chance, event.story, place.year)
    themes = _in_order(slug for item in (*points, *asked) for slug in item["themes"])
    return {
        "reference": place.reference,
        "illustrative": True,
        "title": named.text,
        "type": kind,
        "nation": where,
        "partnership": _partnership(chance, where, place.month, anonymous=anonymous),
        "anonymous": anonymous,
        "published": when.published,
        "added": iso_month(place.month),
        "incident": when.incident,
        "children": [child.as_record() for child in event.children],
        "outcome": event.outcome,
        "harms": harms,
        "themes": themes,
        "agencies": _agencies(chance, event.story, points, asked),
        **told,
        "documents": documents(chance, place.reference, place.year),
        "keywords": keywords(chance, harms, themes, place.year),
    }


def _told(
    chance: Chance, place: Place, event: _Event, when: Timing, nation: str, name: str
) -> dict:
    """Everything that is told in sentences; `name` is what the child or children are called."""
    words = agency_words(nation, place.year)
    spoken = facts(chance, event.children, name, when.words, nation)
    voice = Voice(chance.draw, spoken, words.people)
    own = themes_for(event.story_slug, event.band, place.year)
    common = common_themes(event.band, place.year)
    points, leads = Learner(chance, voice, words).points(own, common, event.band)
    themes = _story_first(leads, own)
    teller = Teller(chance, voice, event.story, event.band, event.ending, themes)
    note = teller.note()
    spread = [slug for point in points for slug in point["themes"]]
    return {
        "headline": _headline(spoken["desc"], note) if chance.odds(34) else None,
        "incident_note": capitalised(note) if chance.odds(55) else None,
        "content_note": teller.warning() if _is_hard(chance, event) else None,
        "summary": teller.summary(when.month),
        "learning": points,
        "recommendations": Recommender(chance, voice, words).recommendations([*leads, *spread]),
    }


def _event(chance: Chance, year: int) -> _Event:
    band = BANDS.pick(chance)
    slug = stories_for(band, year).pick(chance)
    story = STORIES[slug]
    endings = story.endings_but_death[band]
    ending = "death" if not endings or chance.odds(story.deaths) else chance.pick(endings)
    return _Event(slug, story, band, _children(chance, story, band, ending), ending)


def _children(chance: Chance, story: Story, band: str, ending: str) -> list[Child]:
    sex = "girl" if story.girls_only else _SEXES.pick(chance) or None
    if sex is None and band in ("11-15", "16-17") and chance.odds(4):
        sex = "other"
    child = one_child(chance, band, sex, story.unit)
    together = ending != "death" or story.harm == "filicide"
    if not together or not chance.odds(story.several):
        return [child]
    if band == "1-5" and chance.odds(14):
        return [siblings_in_one_row(chance)]
    return with_siblings(chance, child, _COUNTS.pick(chance))


def _story_first(leads: list[str], own: Weighted[str] | None) -> list[str]:
    """A story's own themes, then the rest, each part in the order of the learning points."""
    of_story = own.options if own else ()
    return sorted(leads, key=lambda slug: slug not in of_story)


def _headline(described: str, note: str) -> str:
    """After the title and a colon: "a girl of 17 who survived ...", "a girl of 17, groomed ..."."""
    if note.startswith(_ACTIVE):
        return f"{described} who {note}"
    return f"{described}, {note}"


def _is_long_running(event: _Event) -> bool:
    of_age = LEAST_YEARS[event.band] >= 6
    return of_age and event.ending != "death" and event.story.harm in _LONG_RUNNING


def _is_hard(chance: Chance, event: _Event) -> bool:
    return chance.odds(70 if event.story.harm in _HARDEST else 12)


def _harms(chance: Chance, story: Story, year: int) -> list[str]:
    others = [slug for slug in story.other_harms if is_spoken_of(slug, year)]
    return [story.harm, *chance.several(others, (0, 0, 1, 1, 2)[chance.between(0, 4)])]


def _partnership(chance: Chance, where: str, month: int, *, anonymous: bool) -> str | None:
    name = partnership(chance, where, month)
    return None if anonymous or chance.odds(9) else name


def _agencies(chance: Chance, story: Story, points: list[dict], asked: list[dict]) -> list[str]:
    """Those of the story first, then those that the points name."""
    named = [slug for point in points for slug in point["agencies"]]
    addressed = [slug for item in asked for slug in item["addressed_to"]]
    return _in_order([*story.concerns[: chance.between(2, 4)], *named, *addressed])


def _in_order(slugs: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(slugs))
