"""Suggestions for one statement, as the panel shows them."""

from dataclasses import dataclass

from pyroaring import BitMap

from briefings.editing import suggesting
from briefings.editing.panel_points import Entry, entries
from briefings.editing.sample import Sample, cited
from briefings.editing.selecting import Chosen
from briefings.editing.suggesting import About
from briefings.editing.tokens import keys
from reviews.codes import Facet
from reviews.editing.vocabulary import Vocabulary
from reviews.models import Point, Review

_THEME = "theme"


@dataclass(frozen=True, slots=True)
class Support:
    """A statement, and points that may support it. `is_gone`: there is no such statement."""

    key: str
    number: str = ""
    text: str = ""
    sample: list[Entry] | tuple[()] = ()
    others: list[Entry] | tuple[()] = ()
    refused: int = 0
    cites: int = 0
    is_gone: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.sample or self.others)

    @property
    def has_nothing_to_go_by(self) -> bool:
        return not (self.text or self.cites)


def support(key: str, sample: Sample, chosen: Chosen, vocabulary: Vocabulary) -> Support:
    """Points for a statement, from the sample first. At most seven statements."""
    use = sample.numbers.get(key)
    if use is None:
        return Support(key, is_gone=True)
    snapshot = sample.snapshot
    about = _about(key, sample, vocabulary)
    scope = snapshot.points.of_reviews(chosen.reviews)
    found = suggesting.supporting(snapshot, about, sample.points, scope)
    ids = [*found.sample, *found.others]
    shown = entries(snapshot, sample, ids, found.concepts)
    return Support(
        key=key,
        number=use.number,
        text=sample.typed.get(f"statements-{key}-text"),
        sample=[shown[one] for one in found.sample if one in shown],
        others=[shown[one] for one in found.others if one in shown],
        refused=len(about.refused),
        cites=len(about.cited),
    )


def _about(key: str, sample: Sample, vocabulary: Vocabulary) -> About:
    """A statement that has no text yet is about what it cites."""
    points = sample.snapshot.points.everything
    ours = BitMap(keys(cited(sample.typed, key), "p")) & points
    refused = (one.removeprefix(f"{key}:") for one in sample.typed.all("refused"))
    text = sample.typed.get(f"statements-{key}-text") or _texts(ours)
    named = (
        vocabulary.terms.find(Facet.THEME, one.term.slug)
        for one in vocabulary.suggest(text)
        if one.term.kind == _THEME
    )
    return About(
        text=text,
        cited=ours,
        refused=BitMap(keys(refused, "p")),
        named=frozenset(value.code for value in named if value),
    )


def _texts(points: BitMap) -> str:
    if not points:
        return ""
    public = Point.objects.filter(pk__in=list(points), review__in=Review.objects.published())
    return " ".join(public.order_by("pk").values_list("text", flat=True))
