"""What stays of a withdrawn review in public."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from reviews.models import Review


@dataclass(frozen=True, slots=True)
class Tombstone:
    """Its reference, when it was withdrawn, and what the editors say of that: nothing else."""

    reference: str
    on: datetime | None
    wording: str

    @classmethod
    def of(cls, review: Review) -> Self:
        return cls(review.reference, review.withdrawn_at, review.withdrawn_wording)
