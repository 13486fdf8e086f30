"""Recommendations: what a theme asks for, put to a body that can do it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reviews.illustrative.agencies import AgencyWords
from reviews.illustrative.chance import Chance, Weighted
from reviews.illustrative.frames import Frame, Voice, read_bank
from reviews.illustrative.sentences import capitalised
from reviews.illustrative.themes import THEMES, Theme


def _asks(frame: Frame, part: str) -> bool:
    return part in frame.facts or part.capitalize() in frame.facts


_BANK = """
== frames
acting: $Body should $do.
acting: $Body should $do.
acting: $Body should $do, and [report on it|say what changed] [within six months|after a year].
acting: $Body should $do, with [a date and a named lead|front-line staff involved from the start].
acting: [Together with its partners|With families|Within the year], $body should $do.
imperative: $Do.
imperative: $Do, [by the end of the year|and test the result with practitioners].
imperative: Ensure that $aim.
imperative: Audit, within [six|nine|12] months, whether $aim.
imperative: Issue [a short briefing|a practice note] on $topic, and ensure that $aim.
ensuring: $Body should [make sure|ensure] that $aim.
ensuring: $Body should seek assurance, [through an audit|from dip samples|by visiting teams],
  that $aim.
ensuring: $Body should [check|establish], within [three|six|nine] months, whether $aim.
ensuring: $Body should be able to show, [at the next review|each year], that $aim.
ensuring: $Body should [plan and pay for|set out] what is needed so that $aim.
ensuring: $Body should change [practice and recording|guidance and training] so that $aim.
teaching: $Body should [revise|rewrite|refresh] [the|local] [guidance|procedures] on $topic so
  that $aim.
teaching: $Body should offer [joint|repeated|practical] training on $topic, [built on|beginning
  with] [real cases|this review].
teaching: $Body should hold [a learning event|a day] for [front-line staff|managers] on $topic, and
  [ask what has changed|return to it] after [six months|a year].
teaching: $Body should cover $topic in [next year's audits|induction|the annual report].
teaching: $Body should bring [practitioners|families] together to consider $topic, and $do.
"""
# Each frame with the parts of a theme that it asks for.
_FRAMES = {
    kind: tuple(
        (frame, tuple(part for part in ("do", "aim", "topic") if _asks(frame, part)))
        for frame in frames
    )
    for kind, frames in read_bank(_BANK)["frames"].frames.items()
}
_KINDS = Weighted({"acting": 34, "ensuring": 27, "teaching": 24, "imperative": 15})
_COUNT = Weighted({1: 8, 2: 15, 3: 20, 4: 20, 5: 16, 6: 11, 7: 6, 8: 4})
_PARTNERSHIP, _ALL = "safeguarding-partnership", "all-agencies"
_MOST_OF_ONE_THEME = 2
# How the name of a body ends that takes a plural.
_PLURALS = """
police services schools colleges hospitals practices departments units settings childminders
associations organisations charities courts homes providers partners agencies hearings
commissioners
"""
_PLURAL = tuple(_PLURALS.split())


@dataclass(slots=True)
class Recommender:
    """Speaks recommendations for one review; no two of them have the same text."""

    chance: Chance
    voice: Voice
    words: AgencyWords

    def recommendations(self, themes: Sequence[str]) -> list[dict]:
        """`themes` are those of the learning points, the frequent ones repeated."""
        count = _COUNT.pick(self.chance)
        used: Counter[str] = Counter()
        made: dict[str, dict] = {}
        for _ in range(count * 2):
            slug = self.chance.pick(themes)
            if used[slug] < _MOST_OF_ONE_THEME:
                used[slug] += 1
                item = self._recommendation(THEMES[slug])
                made.setdefault(item["text"], item)
            if len(made) == count:
                break
        return list(made.values())

    def _recommendation(self, theme: Theme) -> dict:
        kind = _KINDS.pick(self.chance)
        frame, wanted = self.chance.pick(_FRAMES[kind])
        parts = {part: self.chance.pick(theme.parts[part]) for part in wanted}
        name, addressed = self._body(theme, parts)
        facts = self.voice.facts
        if "do" in parts and "its" in parts["do"].facts:
            plural = len(addressed) > 1 or name.endswith(_PLURAL)
            facts["its"] = "their" if plural else "its"
        for part, chosen in parts.items():
            facts[part] = chosen.spoken(self.voice)
        if "do" in parts:
            facts["Do"] = capitalised(facts["do"])
            if name.removeprefix("the ").lower() in facts["do"].lower():
                name, addressed = self.words.bodies[_PARTNERSHIP][0], [_PARTNERSHIP]
        facts["body"], facts["Body"] = name, capitalised(name)
        text = frame.spoken(self.voice)
        if kind == "imperative" and self.chance.odds(45):
            addressed = []
        return {"text": text, "addressed_to": addressed, "themes": [theme.slug]}

    def _body(self, theme: Theme, parts: dict[str, Frame]) -> tuple[str, list[str]]:
        """Who is asked, and their slugs. Nobody is asked to do a thing with themselves."""
        roll = self.chance.between(0, 99)
        if roll < 48:
            slugs = [_PARTNERSHIP if roll < 40 else _ALL]
        else:
            mentioned = parts["do"].people if "do" in parts else ()
            options = [slug for slug in theme.concerns if slug not in mentioned and slug != _ALL]
            slugs = self.chance.several(options, 2 if roll >= 88 else 1) or [_PARTNERSHIP]
        names = [self.chance.pick(self.words.bodies[slug]) for slug in slugs]
        return " and ".join(names), self.words.known(slugs)
