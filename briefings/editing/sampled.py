"""The reviews of a sample by name: what of each is used, and what has become of it."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from pyroaring import BitMap

from briefings.editing.sample import Sample
from reviews.choices import State
from reviews.models import Review
from reviews.patterns import Pattern

PIN = Pattern("components/builder_pin.html")


@dataclass(frozen=True, slots=True)
class Pinned:
    """A review of the sample. One that is not public has neither points nor, as a draft, a name.

    `is_mixed`: it is illustrative and the piece is not, or the reverse, so it counts for nothing.
    """

    token: str
    title: str
    reference: str
    points: int
    used: int
    is_used: bool
    matches: bool
    is_public: bool
    is_withdrawn: bool
    is_illustrative: bool
    is_mixed: bool

    def html(self, *, is_selected: bool) -> SafeString:
        """Its row in the list. `is_selected`: whether there is a selection that it could match."""
        names = ("token", "title", "reference", "points", "used")
        return PIN.fill(
            {name: getattr(self, name) for name in names},
            has_points=self.points > 0,
            is_whole=self.is_used and not self.used,
            is_off=is_selected and not self.matches,
            is_used=self.is_used,
            is_public=self.is_public,
            is_withdrawn=self.is_withdrawn,
            is_illustrative=self.is_illustrative,
            is_mixed=self.is_mixed,
        )


def pinned(sample: Sample, selection: BitMap) -> list[Pinned]:
    """All that is pinned, in the order in which it was. One statement."""
    if not sample.pinned:
        return []
    fields = ("pk", "title", "reference", "state", "illustrative")
    rows = {row.pk: row for row in _rows(sample.pinned, fields)}
    points = sample.snapshot.points
    held, used = points.per_review(sample.points), points.per_review(sample.used_points)
    found = []
    for key in sample.pinned:
        row = rows.get(key)
        is_public = key in sample.reviews
        is_withdrawn = row is not None and row.state == State.WITHDRAWN
        is_mixed = key in sample.snapshot.everything and not is_public
        is_named = is_public or is_withdrawn or is_mixed
        found.append(
            Pinned(
                token=f"r{key}",
                title=row.title if row and is_named else "",
                reference=row.reference if row and is_named else "",
                points=int(held[key]) if is_public and key < len(held) else 0,
                used=int(used[key]) if is_public and key < len(used) else 0,
                is_used=key in sample.used_reviews,
                matches=key in selection,
                is_public=is_public,
                is_withdrawn=is_withdrawn,
                is_illustrative=row is not None and row.illustrative,
                is_mixed=is_mixed,
            )
        )
    return found


def _rows(keys: list[int], fields: tuple[str, ...]) -> list:
    return list(Review.objects.filter(pk__in=keys).values_list(*fields, named=True))
