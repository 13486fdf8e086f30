"""Children: how many, how old, and the many ways in which reviews write an age."""

from dataclasses import dataclass

from reviews.illustrative.chance import Chance, Weighted

BANDS = Weighted(
    {
        "under-1": 375,
        "1-5": 200,
        "6-10": 95,
        "11-15": 165,
        "16-17": 150,
        "18-and-over": 8,
        "unborn": 7,
    }
)
# The youngest that a child in the band can be.
LEAST_YEARS = {
    "unborn": 0,
    "under-1": 0,
    "1-5": 1,
    "6-10": 6,
    "11-15": 11,
    "16-17": 16,
    "18-and-over": 18,
}
_YEARS = {"1-5": (1, 5), "6-10": (6, 10), "11-15": (11, 15), "16-17": (16, 17)}
_NUMBERS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_WORDS = tuple(_NUMBERS.split())
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_BABY_UNITS = Weighted({"D": 9, "W": 36, "M": 55})
_BABY_RANGES = {"D": (1, 27), "W": (2, 28), "M": (1, 11)}
_UNKNOWN_TEXTS = {
    "under-1": ("a baby (age unspecified)", "infant", "age not given"),
    "1-5": ("young child", "age not stated", "pre-school child"),
    "6-10": ("primary school age", "age not stated", "child"),
    "11-15": ("teenager", "age not stated", "secondary school age"),
    "16-17": ("older teenager", "age not stated", "young person"),
    "18-and-over": ("young adult", "age not stated"),
}


@dataclass(slots=True)
class Child:
    """One child of a review. `age` is an ISO 8601 duration, "unborn" or None (not known)."""

    band: str
    age: str | None
    text: str | None
    sex: str | None
    # For the telling: "16-year-old", "16"; both None if the age is not known.
    adjective: str | None = None
    amount: str | None = None
    # One row that stands for brothers and sisters.
    group: bool = False

    def as_record(self) -> dict:
        return {"age": self.age, "age_text": self.text, "sex": self.sex}


def one_child(chance: Chance, band: str, sex: str | None, unit: str | None = None) -> Child:
    if band == "unborn":
        return Child(band, "unborn", "unborn baby", None)
    if chance.odds(3):
        return Child(band, None, chance.pick(_UNKNOWN_TEXTS[band]), sex)
    if band in _YEARS and band != "1-5" and chance.odds(4):
        return _range(chance, band, sex)
    parts = _parts(chance, band, unit)
    hyphenated = _hyphenated(parts)
    text = _as_written(chance, parts, hyphenated, _noun(chance, parts, sex))
    return Child(band, _iso(parts), text, sex, hyphenated, _amount(parts))


def with_siblings(chance: Chance, first: Child, count: int) -> list[Child]:
    """The child with brothers and sisters, who are a few years older or younger, eldest first."""
    if first.age is None or first.adjective is None:
        return [first]
    if first.band == "under-1" and count == 2 and chance.odds(60):
        return _twins(chance, first)
    if first.age.endswith("M") and "Y" in first.age:
        first = _in_years(chance, _years(first), first.sex)
    low = max(2, LEAST_YEARS[first.band] - 2)
    years = [low + chance.between(0, 5) for _ in range(count - 1)]
    others = [_in_years(chance, number, _sex(chance)) for number in years]
    return sorted([first, *others], key=_years, reverse=True)


def _twins(chance: Chance, first: Child) -> list[Child]:
    text = f"{first.adjective} {chance.pick(('infants', 'twins'))}"
    return [
        Child(first.band, first.age, text, sex, first.adjective, first.amount)
        for sex in (first.sex, _sex(chance))
    ]


def siblings_in_one_row(chance: Chance) -> Child:
    """Some reviews give a group of children one range of ages."""
    low = chance.between(1, 7)
    high = low + chance.between(2, 8)
    text = chance.pick(
        ("siblings aged between {} and {}", "aged between {} and {}", "{} to {} years")
    )
    amount = f"between {low} and {high}"
    return Child("1-5", f"P{low}Y/P{high}Y", text.format(low, high), None, None, amount, group=True)


def article(text: str) -> str:
    """The text with "a" or "an", for ages in figures and in words."""
    starts = text.startswith(
        ("8", "11-", "18-", "11 ", "18 ", "eight", "eleven", "unborn", "infant")
    )
    return f"{'an' if starts or text in ('11', '18') else 'a'} {text}"


def noun(child: Child) -> str:
    """What the telling calls the child after the first mention."""
    if child.band in ("unborn", "under-1"):
        return "baby"
    if child.band in ("16-17", "18-and-over") or (child.band == "11-15" and not child.sex):
        return "young person"
    return child.sex if child.sex in ("girl", "boy") else "child"


def _sex(chance: Chance) -> str | None:
    return ("girl", "boy", None)[chance.between(0, 2)]


def _in_years(chance: Chance, years: int, sex: str | None) -> Child:
    parts = [(years, "Y")]
    hyphenated = _hyphenated(parts)
    text = _as_written(chance, parts, hyphenated, _noun(chance, parts, sex))
    return Child("1-5", _iso(parts), text, sex, hyphenated, _amount(parts))


def _parts(chance: Chance, band: str, unit: str | None) -> list[tuple[int, str]]:
    if band == "under-1":
        unit = unit or _BABY_UNITS.pick(chance)
        low, high = _BABY_RANGES[unit]
        # The lower of two: most are very young.
        return [(min(chance.between(low, high), chance.between(low, high)), unit)]
    if band == "18-and-over":
        return [(chance.between(18, 22), "Y")]
    low, high = _YEARS[band]
    years = chance.between(low, high)
    if band == "1-5" and years == 1:
        return [(chance.between(12, 23), "M")]
    if chance.odds(35 if band == "1-5" else 6):
        return [(years, "Y"), (chance.between(1, 11), "M")]
    return [(years, "Y")]


def _range(chance: Chance, band: str, sex: str | None) -> Child:
    low, high = _YEARS[band]
    start = chance.between(low, high - 1)
    end = chance.between(start + 1, high)
    text = chance.pick(
        (
            "aged {} to {} in the period under review",
            "between {} and {} years",
            "{} to {} years old",
        )
    )
    return Child(band, f"P{start}Y/P{end}Y", text.format(start, end), sex)


def _iso(parts: list[tuple[int, str]]) -> str:
    number, unit = parts[0]
    return f"P{number}{unit}" if len(parts) == 1 else f"P{number}{unit}{parts[1][0]}{parts[1][1]}"


def _years(child: Child) -> int:
    """Whole years, as far as the age is given in years."""
    years, unit, _ = (child.age or "").removeprefix("P").partition("Y")
    return int(years) if unit else 0


def _counted(number: int, unit: str) -> str:
    return f"{number} {_UNITS[unit]}{'' if number == 1 else 's'}"


def _hyphenated(parts: list[tuple[int, str]]) -> str:
    number, unit = parts[0]
    if len(parts) == 1:
        return f"{number}-{_UNITS[unit]}-old"
    return f"{number}-{_UNITS[unit]}-{parts[1][0]}-{_UNITS[parts[1][1]]}-old"


def _amount(parts: list[tuple[int, str]]) -> str:
    """16; 9 weeks; 4 years and 8 months."""
    if len(parts) == 1 and parts[0][1] == "Y":
        return str(parts[0][0])
    return " and ".join(_counted(number, unit) for number, unit in parts)


def _noun(chance: Chance, parts: list[tuple[int, str]], sex: str | None) -> str:
    number, unit = parts[0]
    if unit != "Y" and (unit != "M" or number < 12):
        if sex in ("girl", "boy"):
            return chance.pick((sex, f"baby {sex}", f"infant {sex}"))
        return chance.pick(("infant", "baby"))
    if sex in ("girl", "boy") and number < 18:
        return sex
    if unit == "M" or number < 13:
        return "child"
    return "young person" if number < 18 else "young adult"


def _as_written(chance: Chance, parts: list[tuple[int, str]], hyphenated: str, noun: str) -> str:
    """One of the forms that reviews use, the careless ones included."""
    roll = chance.between(0, 99)
    number, unit = parts[0]
    if len(parts) > 1:
        words = " and ".join(_counted(*part) for part in parts)
        return (hyphenated, f"{hyphenated} {noun}", f"aged {words}", f"{words} old")[roll % 4]
    if roll < 12 and number <= 20:
        return f"{_WORDS[number]}-{_UNITS[unit]}-old"
    if roll < 28:
        return f"aged {number}" if unit == "Y" else f"aged {_counted(number, unit)}"
    if roll < 36:
        return f"{_counted(number, unit)} old"
    if roll < 52:
        return f"{hyphenated} {noun}"
    if roll < 55 and unit in "WM" and number > 1:
        return f"aged {number}-{_UNITS[unit]}s-old"
    if roll < 58 and noun == "infant":
        return f"{hyphenated}-infant"
    return hyphenated
