"""Details by which a child or a family could be known, in the texts of a review.

Pure functions over text. What blocks is sure by its form: a whole postcode, a telephone number, a
person's e-mail address or account, an NHS or National Insurance number, a house with its street,
the day of a birth or death. What only looks like a name or a small place is asked about: an editor
acknowledges it with a reason. `python -m bench.identifying` says how good it is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter

from reviews.editing.checks import (
    combinations,
    contacts,
    days,
    institutions,
    names,
    naming,
    numbers,
    places,
    postcodes,
)
from reviews.editing.checks.finding import Context, Finding
from reviews.editing.checks.passage import Hit, Passage, key

# In the order in which they win a place that two of them claim.
_CHECKS: tuple[Callable[[Passage], Iterator[Hit]], ...] = (
    numbers.find,
    contacts.find,
    postcodes.find,
    days.find,
    institutions.find,
    places.find,
    names.find,
    combinations.find,
)
MOST = 500  # findings of one field: enough for anybody to read


def find(fields: Mapping[str, str], context: Context) -> list[Finding]:
    """Everything that identifies, by field and place. About 60 ms for 10,000 words of a review."""
    quoted = {key(name) for text in fields.values() for name in naming.QUOTED.findall(text)}
    said = any(naming.PSEUDONYM.search(text) for text in fields.values())
    context = replace(context, chosen=frozenset(quoted), is_renamed=said)
    return [one for name, text in fields.items() for one in _in_field(name, text, context)]


def _in_field(field: str, text: str, context: Context) -> Iterator[Finding]:
    passage = Passage(text, context)
    for hit in _apart(hit for check in _CHECKS for hit in check(passage)):
        words = text[hit.start : hit.end]
        yield Finding(hit.code, field, hit.start, hit.end, words, hit.severity)


def _apart(hits: Iterable[Hit]) -> list[Hit]:
    """The hits that do not overlap one that was found before them, in the order of the text."""
    taken: set[int] = set()
    kept = []
    for hit in hits:
        if taken.isdisjoint(range(hit.start, hit.end)):
            taken.update(range(hit.start, hit.end))
            kept.append(hit)
    return sorted(kept, key=attrgetter("start"))[:MOST]
