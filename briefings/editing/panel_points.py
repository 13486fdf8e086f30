"""Points as the panel of evidence shows them: the text, where it is from, and where it is used."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString

from briefings.editing.sample import Sample, Use
from reviews.passages import Marker
from reviews.point_cards import PointCard, read
from reviews.snapshot import Snapshot
from reviews.wanted import Concept


@dataclass(frozen=True, slots=True)
class Entry:
    """A learning point or a recommendation. `token` and `review` are what buttons send."""

    token: str
    review: str
    card: PointCard
    text: SafeString
    uses: list[Use]
    is_pinned: bool
    under: int = 0  # the code of the theme under which it stands

    @property
    def themes(self) -> list[str]:
        """Its other themes."""
        return [value.label for value in self.card.themes if value.code != self.under]

    @property
    def label(self) -> str:
        """ "Child B, learning 3"."""
        kind = "recommendation" if self.card.is_recommendation else "learning"
        return f"{self.card.title}, {kind} {self.card.order}"


def entries(
    snapshot: Snapshot, sample: Sample, ids: Sequence[int], concepts: Sequence[Concept] = ()
) -> dict[int, Entry]:
    """These points by key, of those that are public now. Two statements; none for no points."""
    if not ids:
        return {}
    cards = read(snapshot.terms, ids)
    marker = Marker(concepts) if concepts else None
    if marker:
        marker.learn(text for _, text in cards.values())
    return {key: _entry(key, snapshot, sample, *cards[key], marker) for key in ids if key in cards}


def _entry(
    key: int, snapshot: Snapshot, sample: Sample, card: PointCard, text: str, marker: Marker | None
) -> Entry:
    review = int(snapshot.points.owner[key])
    return Entry(
        token=f"p{key}",
        review=f"r{review}",
        card=card,
        text=marker.whole(text) if marker else SafeString(escape(text, quote=False)),
        uses=sample.uses.get(f"p{key}", []),
        is_pinned=review in sample.reviews,
    )
