"""Which field each column of a table fills: proposed, checked, and known again next time."""

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reviews import written_ages, written_dates
from reviews.ages import AgeError
from reviews.choices import Nation
from reviews.dates import DateError, quoted
from reviews.intake.lexicon import Lexicon, key
from reviews.intake.proposal import FAIRLY
from reviews.intake.tables.column_names import ENTRY, FIELDS, IGNORE, LIKE, LINK, PART, named
from reviews.intake.tables.sheets import Table
from reviews.written import is_not_known

LOOKED_AT = 25  # cells of a column that say what it is
MOST_SEEM = 0.7  # of them must look like it; where the name of the column says so, half
SEEMS = 0.6  # how sure a column is that has no name that is known, but such cells
ODD = 0.4  # and one whose name is known, but whose cells are of another kind
LONG_ENTRY, LONG_TEXT = 250, 120  # characters of a usual cell

# By place of the column, the code of a field in FIELDS.
type Mapping = Sequence[str]

_ENTRY = re.compile(r"\b(?:learning|key issues|recommendations)\b[^.:]{0,40}:", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|www\.)\S+|\[[^\]\n]{1,300}\]\([^()\s]{0,2000}\)", re.IGNORECASE)
_SEX = re.compile(r"(?:(?:boy|girl|male|female|m|f|unknown|not stated)s?[\s,;/&]*)+", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_YES_NO = {"yes", "no", "y", "n", "true", "false"}
_NATIONS = {key(nation.label) for nation in Nation} | {key(nation.value) for nation in Nation}


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column seems to be, and how sure that is."""

    field: str
    confidence: float

    @property
    def is_sure(self) -> bool:
        return self.confidence >= FAIRLY


def propose(table: Table, lexicon: Lexicon) -> list[Guess]:
    """For each column what it seems to be, by its name and by its cells.

    A field of one value goes to the column that is surest of it; the others are left out.
    """
    guesses = [
        _guess(name, table.samples(place, LOOKED_AT), lexicon)
        for place, name in enumerate(table.header)
    ]
    guesses = [_with_title(guess, guesses) for guess in guesses]
    best: dict[str, int] = {}
    for place, guess in enumerate(guesses):
        if guess.confidence > guesses[best.setdefault(guess.field, place)].confidence:
            best[guess.field] = place
    return [
        guess if FIELDS[guess.field].several or best[guess.field] == place else Guess(IGNORE, ODD)
        for place, guess in enumerate(guesses)
    ]


def signature(header: Sequence[str]) -> str:
    """Stands for a row of names, however they are spaced and in whatever letters."""
    names = [" ".join(name.casefold().split()) for name in header]
    return hashlib.sha256(json.dumps(names).encode()).hexdigest()


def problems_of(header: Sequence[str], mapping: Mapping) -> list[tuple[int | None, str]]:
    """What is wrong with a choice, with the place of the column (None: with all of them)."""
    found: list[tuple[int | None, str]] = []
    first: dict[str, int] = {}
    for place, code in enumerate(mapping):
        if code not in FIELDS:
            found.append((place, "Choose what this column is."))
        elif not FIELDS[code].several and first.setdefault(code, place) != place:
            taken = f"{quoted(header[first[code]])} is “{FIELDS[code].label}” already"
            found.append((place, f"{taken}. Only one column can be."))
    if not {"title", ENTRY} & set(mapping):
        found.append((None, "No column is the title or a whole entry. Choose one: it names them."))
    return found


def _guess(name: str, cells: list[str], lexicon: Lexicon) -> Guess:
    said = named(name)
    cells = [cell for cell in cells if not is_not_known(cell, "")]
    if not cells:
        return Guess(*said) if said else Guess(IGNORE, FAIRLY)
    seen = _seems(cells, lexicon)
    if said is None:
        return Guess(seen, SEEMS) if seen else Guess(IGNORE, ODD)
    code, confidence = said
    if code in _CHECKED and not _mostly(cells, lambda cell: _CHECKED[code](cell, lexicon), 0.5):
        return Guess(seen, ODD) if seen else Guess(code, ODD)
    if confidence <= PART and seen:
        return Guess(seen, LIKE if seen == code else PART)
    if code == "summary" and seen == ENTRY:
        return Guess(ENTRY, SEEMS)
    return Guess(code, confidence)


def _with_title(guess: Guess, guesses: list[Guess]) -> Guess:
    """Where no column is the title, the first of short texts that is nothing else may be."""
    if guess.field != IGNORE or guess.confidence != ODD:
        return guess
    if any(other.field in {"title", ENTRY} for other in guesses):
        return guess
    first = next(other for other in guesses if other.field == IGNORE and other.confidence == ODD)
    return Guess("title", ODD) if first is guess else guess


def _mostly(cells: list[str], is_so: Callable[[str], bool], share: float = MOST_SEEM) -> bool:
    return sum(map(is_so, cells)) >= share * len(cells)


def _seems(cells: list[str], lexicon: Lexicon) -> str | None:
    """What cells are by the look of them; None if they could be many things."""
    length = sorted(map(len, cells))[len(cells) // 2]
    if length >= LONG_ENTRY and _mostly(cells, lambda cell: bool(_ENTRY.search(cell))):
        return ENTRY
    for code in ("anonymous", "nation", "sex", LINK, "type", "outcome", "age", "published"):
        if _mostly(cells, lambda cell, code=code: _CHECKED[code](cell, lexicon)):  # type: ignore[misc]
            return code
    for code in ("harms", "themes", "agencies"):
        if _mostly(cells, lambda cell, code=code: _is_terms(cell, code, lexicon)):  # type: ignore[misc]
            return code
    if _mostly(cells, lambda cell: lexicon.partnership(cell) is not None):
        return "partnership"
    return "summary" if length >= LONG_TEXT else None


def _is_date(cell: str, lexicon: Lexicon) -> bool:
    if not any(sign.isdigit() for sign in cell):
        return False
    try:
        written_dates.read(cell)
    except DateError:
        return False
    return True


def _is_age(cell: str, lexicon: Lexicon) -> bool:
    if _YEAR.fullmatch(cell):
        return False
    try:
        written_ages.read(cell.split(";")[0])
    except AgeError:
        return False
    return True


def _is_terms(cell: str, code: str, lexicon: Lexicon) -> bool:
    kind = TERMS[code]
    parts = [part for part in re.split(r"[;,\n|]", cell) if part.strip()]
    return any(lexicon.find(kind, part) for part in parts)


TERMS = {"harms": "harm", "themes": "theme", "agencies": "agency"}
# Fields whose cells can be told from others: what a column is called is not believed alone.
_CHECKED: dict[str, Callable[[str, Lexicon], bool]] = {
    "published": _is_date,
    "added": _is_date,
    "incident": _is_date,
    "age": _is_age,
    "sex": lambda cell, _: len(cell) < 200 and bool(_SEX.fullmatch(cell)),
    "anonymous": lambda cell, _: key(cell) in _YES_NO,
    "nation": lambda cell, _: key(cell) in _NATIONS,
    "type": lambda cell, lexicon: lexicon.find("type", cell) is not None,
    "outcome": lambda cell, lexicon: lexicon.find("outcome", cell) is not None,
    LINK: lambda cell, _: bool(_LINK.search(cell)),
}
