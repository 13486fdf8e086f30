"""The sample of an edition that is being written, and what of it the statements use."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pyroaring import BitMap

from briefings.editing.tokens import keys, public, read_token
from briefings.editing.typed import PieceTyped
from briefings.models import Piece
from briefings.selections import own
from reviews.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Use:
    """A statement that cites something: its number on the page, and its key."""

    number: str
    key: str


def numbers(typed: PieceTyped) -> dict[str, Use]:
    """The statements by their keys: "1.2" is the second of the first section.

    One whose section is gone stands behind the others, without a number.
    """
    found = {
        key: Use(f"{place}.{order}", key)
        for place, section in enumerate(typed.rows("sections"), start=1)
        for order, key in enumerate(typed.statements_of(section), start=1)
    }
    lost = {key: Use("", key) for key in typed.rows("statements") if key not in found}
    return found | lost


def may_rest_on(piece: Piece, snapshot: Snapshot) -> BitMap:
    """The public reviews that a piece can be drawn from: real ones, or illustrative ones."""
    return snapshot.having(own(piece.illustrative))


class Sample:
    """Pinned reviews and cited points, as far as the public may see them.

    `allowed` are the reviews that the piece may rest on.
    """

    def __init__(self, typed: PieceTyped, snapshot: Snapshot, allowed: BitMap) -> None:
        self.typed, self.snapshot, self.allowed = typed, snapshot, allowed
        self.pinned = keys(typed.all("pinned"), "r")
        self.reviews = BitMap(self.pinned) & allowed

    @property
    def gone(self) -> list[int]:
        """What is pinned and is not public any more, or is not what the piece may rest on."""
        return [key for key in self.pinned if key not in self.reviews]

    @cached_property
    def points(self) -> BitMap:
        return self.snapshot.points.of_reviews(self.reviews)

    @cached_property
    def numbers(self) -> dict[str, Use]:
        return numbers(self.typed)

    @cached_property
    def uses(self) -> Mapping[str, list[Use]]:
        """The statements that cite each token, in the order of the page."""
        found: dict[str, list[Use]] = {}
        for key, use in self.numbers.items():
            for token in self.typed.all(f"statements-{key}-evidence"):
                found.setdefault(token, []).append(use)
        return found

    @cached_property
    def used_points(self) -> BitMap:
        return public(self.uses, "p", self.snapshot.points.everything)

    @cached_property
    def used_reviews(self) -> BitMap:
        """Those that are cited, as a whole or by a point."""
        whole = public(self.uses, "r", self.snapshot.everything)
        return whole | self.snapshot.points.reviews(self.used_points)

    @property
    def used(self) -> BitMap:
        return self.reviews & self.used_reviews

    @property
    def unused(self) -> BitMap:
        return self.reviews - self.used_reviews

    @property
    def unused_points(self) -> BitMap:
        return self.points - self.used_points


def cited(typed: PieceTyped, statement: str) -> list[str]:
    """What a statement cites, as tokens that can be read."""
    tokens = typed.all(f"statements-{statement}-evidence")
    return [token for token in tokens if read_token(token)]
