"""When: the incident, then publication, then the month in which a review was added."""

from dataclasses import dataclass

from reviews.illustrative.chance import Chance, Weighted
from reviews.illustrative.months import iso_month

_MONTHS = "January February March April May June July August September October November December"
_MONTH_NAMES = tuple(_MONTHS.split())
_PUBLISHED = Weighted({"day": 38, "month": 32, "year": 18, "unknown": 12})
_INCIDENT = Weighted({"month": 52, "year": 24, "day": 17, "unknown": 7})
# Months from publication to the day on which the review was added.
_LAGS = Weighted({0: 30, 1: 22, 2: 14, 3: 10, 4: 6, 5: 4, 6: 4, 8: 3, 11: 2, 14: 2})
_SHORTEST, _LONGEST = 6, 60
# Every month has these days.
_DAYS = 28


@dataclass(slots=True)
class Timing:
    """ISO dates at the precision known, and the words for the incident's date."""

    published: str | None
    incident: str | None
    # "in December 2020"; empty when the date is not known.
    words: str
    # The month in which the incident (or its last part) happened, known or not.
    month: int


def timing(chance: Chance, added: int, *, long_running: bool) -> Timing:
    """Publication never comes before the incident, however little of either date is known."""
    precision = _PUBLISHED.pick(chance)
    month = added - _LAGS.pick(chance)
    published, earliest = _published(chance, precision, month if precision != "unknown" else added)
    spread = chance.draw() * chance.draw()
    incident = earliest - _SHORTEST - int(spread * (_LONGEST - _SHORTEST))
    if long_running and chance.odds(55):
        return Timing(published, *_interval(chance, incident), incident)
    return Timing(published, *_incident(chance, incident, earliest), incident)


def in_words(month: int) -> str:
    return f"{_MONTH_NAMES[month % 12]} {month // 12}"


def _published(chance: Chance, precision: str, month: int) -> tuple[str | None, int]:
    """The date and the first month that it can mean."""
    if precision == "unknown":
        return None, month
    if precision == "year":
        return str(month // 12), month // 12 * 12
    return (_day(chance, month) if precision == "day" else iso_month(month)), month


def _day(chance: Chance, month: int) -> str:
    return f"{iso_month(month)}-{chance.between(1, _DAYS):02}"


def _incident(chance: Chance, month: int, published: int) -> tuple[str | None, str]:
    precision = _INCIDENT.pick(chance)
    if precision == "unknown":
        return None, ""
    if precision == "year" and month // 12 < published // 12:
        return str(month // 12), f"in {month // 12}"
    words = f"in {in_words(month)}"
    return (_day(chance, month) if precision == "day" else iso_month(month)), words


def _interval(chance: Chance, last: int) -> tuple[str, str]:
    first = last - chance.between(4, 44)
    if last % 12 == 11 and first // 12 < last // 12:
        return f"{first // 12}/{last // 12}", f"between {first // 12} and {last // 12}"
    words = f"between {in_words(first)} and {in_words(last)}"
    return f"{iso_month(first)}/{iso_month(last)}", words
