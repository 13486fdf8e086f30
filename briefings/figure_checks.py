"""What is wrong with figures, or missing: what an editor is told before they are published.

`at` of each problem is "figures.2.source": the figure's place from 0, and its field. What can
only be wrong is blocking; the rest is to be changed, or acknowledged. That a period begins
before it ends, its date itself sees to (reviews/dates.py).
"""

from collections.abc import Iterator, Sequence

from briefings import written_values
from briefings.content import Content, Figure
from briefings.figures import PER_CENT, grouped, parts_of, shown, whole
from briefings.problem import Problem
from briefings.prose_tree import blocks, followed
from reviews.dates import PartialDate

HUNDRED = 100
ROUNDING = 0.5  # by which a per cent without decimals may be wrong


def checks(content: Content, published: PartialDate | None = None) -> list[Problem]:
    """What is to be said of the figures of an edition that has this date, and of their places."""
    found: list[Problem] = []
    for place, figure in enumerate(content.figures):
        at = f"figures.{place}"
        found += [*_missing(figure, at), *_numbers(figure, at), *_dates(figure, at, published)]
    return [*found, *_wholes(content.figures), *_places(content)]


def _missing(figure: Figure, at: str) -> Iterator[Problem]:
    name = figure.value or figure.counts
    if not figure.value.strip():
        what = "A figure has no value."
        yield Problem("figure-value", name, what, "Write the value.", f"{at}.value", True)
    if not figure.counts.strip():
        what = "A figure does not say what it counts."
        to_do = "Write what it is a number of."
        yield Problem("figure-counts", name, what, to_do, f"{at}.counts", True)
    if figure.period is None:
        what = "A figure does not say which period it is of."
        yield Problem("figure-period", name, what, "Write the period.", f"{at}.period")
    if not figure.source.strip():
        what = "A figure has no source."
        yield Problem("figure-source", name, what, "Write where it is from.", f"{at}.source")
    elif figure.source_published is None:
        what = "It is not said when the source of a figure was published."
        field = f"{at}.source_published"
        yield Problem("figure-source-date", name, what, "Write the date.", field)
    if figure.unit.strip() == PER_CENT and not whole(figure):
        what = "A percentage does not say of what it is."
        to_do = "Write the whole, with its number where that is known: 330 rapid reviews."
        yield Problem("figure-whole", name, what, to_do, f"{at}.of")
    if figure.source_url.strip() and not followed(figure.source_url):
        what = "The address of a source is not one of the web; it is not shown."
        to_do = "Begin it with https:// or http://."
        yield Problem("figure-address", figure.source_url, what, to_do, f"{at}.source_url")


def _numbers(figure: Figure, at: str) -> Iterator[Problem]:
    if figure.number is None:
        return
    number = f"{figure.number:g}"
    is_per_cent = figure.unit.strip() == PER_CENT
    if figure.number < 0 or (is_per_cent and figure.number > HUNDRED):
        what = (
            "A percentage is more than 100 or less than 0."
            if is_per_cent
            else ("The number of a figure is less than 0.")
        )
        yield Problem("figure-range", number, what, "Correct it.", f"{at}.number", True)
    said = written_values.read(figure.value, is_per_cent=is_per_cent)
    if said is not None and not written_values.can_be(said, figure.number):
        what = f"The value says “{figure.value}”, and the number for the chart is {number}."
        to_do = "Correct whichever is wrong, or leave the number out."
        yield Problem("figure-contradiction", figure.value, what, to_do, f"{at}.number", True)


def _dates(figure: Figure, at: str, published: PartialDate | None) -> Iterator[Problem]:
    source = figure.source_published
    field = f"{at}.source_published"
    if source is None:
        return
    if figure.period and source.latest < figure.period.latest:
        what = (
            f"The source was published ({source.label}) before the period of the figure ends "
            f"({figure.period.label})."
        )
        to_do = "Correct the date of the source, or the period."
        yield Problem("figure-source-early", source.label, what, to_do, field, True)
    if published and published.latest < source.earliest:
        what = f"The source was published ({source.label}) after this ({published.label})."
        yield Problem("figure-source-late", source.label, what, "Correct one of them.", field)


def _wholes(figures: Sequence[Figure]) -> Iterator[Problem]:
    """Parts that are more than their whole, by more than each may have been rounded."""
    for places in grouped(figures, parts_of):
        members = [figures[place] for place in places]
        if members[0].unit.strip() != PER_CENT:
            continue
        total = sum(one.number or 0 for one in members)
        if total > HUNDRED + ROUNDING * len(members):
            what = f"The parts of {whole(members[0])} are {total:g}% together."
            to_do = "Correct them; or, where one of the whole can be in several, say so."
            at = f"figures.{places[0]}.number"
            yield Problem("figure-sum", f"{total:g}%", what, to_do, at)


def _places(content: Content) -> Iterator[Problem]:
    """Figures that the text puts somewhere: those there are none of, and those put twice."""
    chart_of = {number: one.numbers for one in shown(content.figures) for number in one.numbers}
    seen: set[int] = set()
    for number in (number for block in blocks(content.body) for number in block.figures):
        words = f"[figure {number}]"
        if number not in chart_of:
            what = f"There is no figure {number}; nothing is shown there."
            yield Problem("figure-unknown", words, what, "Correct the number.", "body")
        elif number in seen:
            what = f"Figure {number} stands in the text already, on its own or in a chart."
            yield Problem("figure-twice", words, what, "Take out one of the two.", "body")
        seen.update(chart_of.get(number, ()))
