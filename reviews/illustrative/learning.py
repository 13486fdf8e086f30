"""Learning points: a theme's own sentence, sometimes with a second one after it."""

from dataclasses import dataclass, field

from reviews.illustrative.agencies import AgencyWords
from reviews.illustrative.chance import Chance, Weighted
from reviews.illustrative.children import LEAST_YEARS
from reviews.illustrative.frames import Frame, Voice
from reviews.illustrative.sentences import agencies_of
from reviews.illustrative.themes import CODAS, THEMES

_COUNT = Weighted({3: 11, 4: 18, 5: 22, 6: 19, 7: 15, 8: 9, 9: 6})
_YOUNG = ("11-15", "16-17", "18-and-over")
# Special second sentences by (group, band); all others take a general one.
_SPECIAL = (
    {("parents", band): CODAS["parents"] for band in LEAST_YEARS}
    | {("babies", "under-1"): CODAS["babies"]}
    | {("young", band): CODAS["young"] for band in _YOUNG}
)


@dataclass(slots=True)
class Learner:
    """Speaks learning points for one review; no frame is used twice in it."""

    chance: Chance
    voice: Voice
    words: AgencyWords
    used: set[int] = field(default_factory=set)

    def points(
        self, own: Weighted[str] | None, common: Weighted[str], band: str
    ) -> tuple[list[dict], list[str]]:
        """The points, and the theme that leads each of them."""
        leads: list[str] = []
        count = _COUNT.pick(self.chance)
        while len(leads) < count:
            theme = (own if own and self.chance.odds(62) else common).pick(self.chance)
            if theme not in leads or (leads.count(theme) < 2 and self.chance.odds(25)):
                leads.append(theme)
        return [self._point(theme, band) for theme in leads], leads

    def _point(self, slug: str, band: str) -> dict:
        theme = THEMES[slug]
        self.voice.named.clear()
        frame = self._unused(theme.learning)
        text, themes = frame.spoken(self.voice), [slug, *frame.marks]
        if self.chance.odds(48):
            coda = self._unused(self._codas(theme.group, band))
            text = f"{text} {coda.spoken(self.voice)}"
            themes += coda.marks
        agencies = agencies_of(self.voice, self.words)
        if len(themes) > 1:
            themes = list(dict.fromkeys(themes))
        return {"text": text, "themes": themes, "agencies": agencies}

    def _codas(self, group: str, band: str) -> tuple[Frame, ...]:
        special = _SPECIAL.get((group, band))
        return special if special and self.chance.odds(45) else CODAS["general"]

    def _unused(self, frames: tuple[Frame, ...]) -> Frame:
        """A frame not yet used in this review; after a few tries any."""
        for _ in range(6):
            frame = self.chance.pick(frames)
            if id(frame) not in self.used:
                break
        self.used.add(id(frame))
        return frame
