"""Facet codes: one whole number for each value of each facet, for bitmaps over entries.

The upper bits name the facet, the lower 24 the value: a row's key for vocabularies and
partnerships, the place in the list for closed lists, the year or month itself for dates.
"""

from enum import IntEnum

from reviews.choices import Nation, PointKind, Sex

SHIFT = 24


class Facet(IntEnum):
    """The facets of a selection. The numbers are stored in entries: never give one away again."""

    THEME = 1
    AGENCY = 2
    HARM = 3
    OUTCOME = 4
    AGE = 5
    SEX = 6
    TYPE = 7
    NATION = 8
    PARTNERSHIP = 9
    YEAR = 10
    REPORT = 11
    MONTH = 12
    ILLUSTRATIVE = 13
    KIND = 14

    @property
    def parameter(self) -> str:
        """Its name in the URL grammar."""
        return self.name.lower()


NATIONS: list[str] = list(Nation.values)
SEXES: list[str] = list(Sex.values)
KINDS: list[str] = list(PointKind.values)
NO_PARTNERSHIP = 0  # not recorded; Partnership.ANONYMOUS is the key of the anonymous row
NO, YES = 0, 1


def code(facet: Facet, value: int) -> int:
    """The facet code of a value."""
    return facet << SHIFT | value


# Entries have the second; every other review is real, which no entry says.
REAL, ILLUSTRATIVE = code(Facet.ILLUSTRATIVE, NO), code(Facet.ILLUSTRATIVE, YES)


def value_of(facet_code: int) -> int:
    """The value a facet code stands for."""
    return facet_code & ((1 << SHIFT) - 1)


def facet_of(facet_code: int) -> Facet:
    """The facet a facet code belongs to."""
    return Facet(facet_code >> SHIFT)


def month_number(year: int, month: int) -> int:
    """Months since year 0: a month as one number that sorts."""
    return year * 12 + month - 1


def year_and_month(number: int) -> tuple[int, int]:
    """The reverse of `month_number`."""
    return number // 12, number % 12 + 1
