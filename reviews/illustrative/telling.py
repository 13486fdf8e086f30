"""The telling: what happened, who and what was around it, what the review asked."""

from dataclasses import dataclass

from reviews.illustrative.chance import Chance
from reviews.illustrative.frames import Frame, Voice
from reviews.illustrative.stories import SETTING, Story
from reviews.illustrative.themes import THEMES

_IN_CARE = {"looked-after-children", "placed-out-of-area"}
_HOMES = {
    "parental-separation": "separated",
    "unseen-men": "partner",
    "wider-family": "relatives",
    "young-parents": "young",
}
_FOR_THE_LIVING = ("court", "conviction", "none")
_PANDEMIC = range(2020 * 12 + 2, 2021 * 12 + 6)
# What may be told of the review itself, and how often in a hundred.
_PARTS = {"scope": 62, "voice": 46, "strength": 40}


@dataclass(slots=True)
class Teller:
    """Tells one review. `leads` are its themes, those that belong to the story first."""

    chance: Chance
    voice: Voice
    story: Story
    band: str
    ending: str
    leads: list[str]

    def summary(self, incident: int) -> str:
        """Two or three paragraphs."""
        event = [self._one(self._frames(self.ending))]
        if self._frames("next") and self.chance.odds(78):
            event.append(self._one(self._frames("next")))
        if self.chance.odds(58):
            event.append(self._set("after", self._aftermath()))
        around = self._around(incident)
        paragraphs = [event, around, self._review()]
        if self.chance.odds(30):
            paragraphs[:2] = [event + around]
        return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)

    def note(self) -> str:
        """What happened, in a few words that can follow "a child" or "a child who"."""
        return self.chance.pick(self._frames(f"note-{self.ending}")).spoken(self.voice)

    def warning(self) -> str:
        warned_of = self.chance.pick(self._frames("warn")).spoken(self.voice)
        return f"This review describes {warned_of}."

    def _frames(self, kind: str) -> tuple[Frame, ...]:
        return self.story.frames[self.band].get(kind, ())

    def _aftermath(self) -> str:
        """What followed; of courts and care nothing that only a living child can have."""
        outlived = self.ending != "death" or self.story.aftermath not in _FOR_THE_LIVING
        return self.story.aftermath if outlived else "died"

    def _around(self, incident: int) -> list[str]:
        """The home, the services, and one to three things from the past."""
        past = self._past_themes()
        in_care = not _IN_CARE.isdisjoint(self.leads)
        sentences = []
        if self.chance.odds(76):
            sentences.append(self._set("household", self._home(past, in_care=in_care)))
        if self.chance.odds(62) or not past:
            sentences.append(self._set("known", "care" if in_care else "default"))
        if incident in _PANDEMIC and self.chance.odds(45):
            sentences.append(self._set("pandemic"))
        return sentences + [self._one(THEMES[slug].past[self.band]) for slug in past]

    def _past_themes(self) -> list[str]:
        themes = [slug for slug in dict.fromkeys(self.leads) if THEMES[slug].past[self.band]]
        wanted = self.chance.between(1, 3)
        return [slug for slug in themes if self.chance.odds(75)][:wanted]

    def _home(self, past: list[str], *, in_care: bool) -> str:
        """The home must not contradict what is told of the past."""
        if in_care:
            return "care"
        homes = [_HOMES[slug] for slug in past if slug in _HOMES]
        return homes[0] if homes else "default"

    def _review(self) -> list[str]:
        sentences = [self._focus()]
        for part, odds in _PARTS.items():
            if self.chance.odds(odds):
                sentences.append(self._set(part))
        if self.chance.odds(50):
            sentences.append(sentences.pop(0))
        return sentences

    def _focus(self) -> str:
        themes = list(dict.fromkeys(self.leads))[:3]
        topics = [
            self.chance.pick(THEMES[slug].parts["topic"]).spoken(self.voice) for slug in themes
        ]
        self.voice.facts.update(zip(("first", "second", "third"), topics, strict=False))
        return self._set("focus", "all" if len(topics) == 3 else "two")

    def _set(self, part: str, kind: str = "all") -> str:
        return self._one(SETTING[part][self.band][kind])

    def _one(self, frames: tuple[Frame, ...]) -> str:
        return self.chance.pick(frames).spoken(self.voice)
