"""A bar chart as flat numbers: where bars, lines and labels stand. No HTML, no data access.

Across, everything is a percentage of the plot, so that a chart is as wide as its column. Down,
it is in em, the size of the chart's own labels, so that it grows with the reader's text. Labels
are thinned out until none overlaps another, once for a narrow column and once for a wide one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from math import ceil

PLOT = 9.0  # em from the axis to the highest line
ABOVE = 1.75  # em above it, for the number on a bar that reaches it
BELOW = 2.0  # em below the axis, for the names of the bars
WIDE, NARROW = 54.0, 18.0  # em that a plot has at least, in a wide column and in a narrow one
CHARACTER = 0.6  # em that a figure is wide
GAP = 0.5  # em between two labels
FEWEST = 6  # bars that a plot has room for, so that a single one is no wall
FILLED = 0.62  # of the room of a bar, how much it fills
LINES = 4  # lines at most, besides the axis
LARGE = 1000  # from here on, the numbers beside the lines need more room


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, its name below it and its number above it."""

    name: str
    value: int
    x: float  # %
    width: float  # %
    middle: float  # %
    y: float  # em
    height: float  # em
    is_part: bool  # whether its year is not over
    named: str  # where its name stands: "always", "wide" or "" for nowhere
    counted: str  # where its number does

    @property
    def value_y(self) -> float:
        return round(self.y - 0.45, 2)


@dataclass(frozen=True, slots=True)
class Line:
    """A line across the plot, and what it stands for."""

    y: float  # em
    value: int

    @property
    def label_y(self) -> float:
        return round(self.y + 0.35, 2)


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything that a template draws."""

    bars: list[Bar]
    lines: list[Line]
    axis: float  # em
    height: float  # em
    is_large: bool

    @property
    def last(self) -> Bar:
        return self.bars[-1]

    @property
    def most(self) -> Bar:
        """The highest bar; of several, the latest."""
        return max(reversed(self.bars), key=lambda bar: bar.value)

    @property
    def names_y(self) -> float:
        return round(self.axis + 1.4, 2)


def chart(values: Sequence[tuple[str, int]], last_is_part: bool = False) -> Chart:
    """A chart of whole numbers from 0 on, each with its name, in their order."""
    step = _step(max((value for _, value in values), default=0))
    most = max((value for _, value in values), default=0)
    top = max(1, ceil(most / step)) * step
    places = _Places(values)
    axis = ABOVE + PLOT
    bars = []
    for place, (name, value) in enumerate(values):
        height = PLOT * value / top
        bars.append(
            Bar(
                name=name,
                value=value,
                x=places.left(place),
                width=places.width,
                middle=places.middle(place),
                y=round(axis - height, 2),
                height=round(height, 2),
                is_part=last_is_part and place == len(values) - 1,
                named=places.named(place),
                counted=places.counted,
            )
        )
    lines = [Line(round(axis - PLOT * at / top, 2), at) for at in range(step, top + 1, step)]
    return Chart(bars, lines, axis, axis + BELOW, top >= LARGE)


class _Places:
    """Where bars stand across the plot, and which of their labels there is room for."""

    def __init__(self, values: Sequence[tuple[str, int]]) -> None:
        self._total = len(values)
        self._room = 100 / max(self._total, FEWEST)
        self.width = round(self._room * FILLED, 3)
        name = max((len(name) for name, _ in values), default=0) * CHARACTER + GAP
        number = max((len(f"{value:,}") for _, value in values), default=0) * CHARACTER + GAP
        self._wide = self._every(name, WIDE)
        self._narrow = self._wide * ceil(self._every(name, NARROW) / self._wide)
        self.counted = self._where(number)

    def left(self, place: int) -> float:
        return round(self._room * (place + (1 - FILLED) / 2), 3)

    def middle(self, place: int) -> float:
        return round(self._room * (place + 0.5), 3)

    def named(self, place: int) -> str:
        """Counted from the last: the latest year always has its name."""
        before = self._total - 1 - place
        if before % self._narrow == 0:
            return "always"
        return "wide" if before % self._wide == 0 else ""

    def _every(self, label: float, plot: float) -> int:
        """Every how many bars there is room for a label."""
        return max(1, ceil(label / (plot * self._room / 100)))

    def _where(self, label: float) -> str:
        """A number stands on every bar or on none: beside a higher bar it could not be read."""
        if self._every(label, NARROW) == 1:
            return "always"
        return "wide" if self._every(label, WIDE) == 1 else ""


def _step(most: int) -> int:
    """1, 2 or 5, or ten times that, and so on: as few lines as may be."""
    for power in count():
        for digit in (1, 2, 5):
            step = digit * 10**power
            if step * LINES >= most:
                return step
    raise AssertionError
