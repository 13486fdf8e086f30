"""Whether an edition's date agrees with the dates of the public editions before and after it."""

from collections.abc import Iterator

from briefings.choices import State
from briefings.editing.checks.finding import PieceFinding, about
from briefings.models import Edition
from briefings.records import EditionRecord


def find(record: EditionRecord, edition: Edition) -> Iterator[PieceFinding]:
    """The nearest edition that stands on the wrong side. One statement; none for a first draft.

    Dates are as precise as they are known: "2026" is neither before nor after "May 2026".
    """
    own = record.published
    if own is None or (edition.number == 1 and edition.state == State.DRAFT):
        return
    others = Edition.objects.published().filter(piece=edition.piece_id)
    dated = [
        (one.number, one.published)
        for one in others.only("number", "published").order_by("number")
        if one.published is not None
    ]
    for number, date in reversed(dated):
        if number < edition.number and own.latest < date.earliest:
            yield about("dated-before-the-last", "published", f"Edition {number}: {date.label}")
            break
    for number, date in dated:
        if number > edition.number and date.latest < own.earliest:
            yield about("dated-after-the-next", "published", f"Edition {number}: {date.label}")
            break
