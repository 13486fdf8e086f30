"""The report as one Markdown table: a row for each measure, a column for each size."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.figures import GROUPS, Latency, Mode, Report, Size

HEADINGS = {
    "uncached": "Uncached page",
    "nothing kept": "Uncached page, its cards neither",
    "kept": "Kept page",
}
# What is to be reached, ms: p50 and p95 by size, mode and group.
LIMITS = {
    (2500, "uncached", "all"): Latency(6, 12),
    (100_000, "uncached", "without text"): Latency(9, 20),
    **{
        (size, "uncached", group): limit
        for size, limit in ((2500, Latency(10, 20)), (100_000, Latency(30, 100)))
        for group in ("text", "words that most have", "questions", "learning", "learning with text")
    },
}
KEPT_RATIO = 1.5
GROWTH = 2.0
FOLLOW_MS = 50.0
SUGGESTIONS_MS = 20.0
FIRST_VISIT_KB = 60.0
QUERIES = 6
LOAD_SECONDS = 120.0
LOAD_MB = 500.0
LARGE = 100_000  # the size that the limits of following and loading are for


@dataclass(frozen=True, slots=True)
class Cell:
    """What was measured; `met` is None where nothing has to be reached."""

    text: str
    met: bool | None = None

    def __str__(self) -> str:
        return self.text if self.met is None else f"{self.text} {'✓' if self.met else '✗'}"


EMPTY = Cell("")
type Row = tuple[str, list[Cell], Cell, str]


def markdown(report: Report) -> str:
    """The table, and under it what one needs to know to read it."""
    sizes = report.sizes
    growth = f"{sizes[-1].reviews:,} to {sizes[0].reviews:,}" if len(sizes) > 1 else ""
    lines = [["Measure", *(f"{size.reviews:,}" for size in sizes), growth, "To reach"]]
    lines.append(["---", *("---:" for _ in sizes), "---:", "---"])
    lines += [
        [label, *map(str, cells), str(grown), limit] for label, cells, grown, limit in rows(report)
    ]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"{table}\n\n{_notes(report)}"


def rows(report: Report) -> Iterator[Row]:
    sizes = report.sizes
    yield _row("Trivial view, p50 / p95 ms", sizes, _trivial)
    for mode, heading in HEADINGS.items():
        for group in GROUPS:
            yield _latency_row(f"{heading}, {group}", sizes, mode, group)
    yield _row("Requests/s at concurrency 8: trivial", sizes, _rate_of_trivial)
    for mode, heading in HEADINGS.items():
        yield _row(f"Requests/s: {heading.lower()}", sizes, _rate_of(mode))
    yield _row("Page compressed, median / largest kB", sizes, _page)
    yield _row("Memory of gunicorn, PSS / sum of peak RSS MB", sizes, _memory)
    yield _row("Queries when nothing is kept, most", sizes, _queries, f"{QUERIES}")
    yield _row("Queries of a search when nothing is kept, most", sizes, _queries_of_text)
    yield _row("Following one publication, ms", sizes, _follow, f"{LARGE:,}: {FOLLOW_MS:g}")
    yield _row("Building the catalogue, ms", sizes, lambda s: Cell(f"{s.inside.build:,.0f}"))
    yield _row("Suggestions, p50 / p95 ms", sizes, _suggestions, f"p95 {SUGGESTIONS_MS:g}")
    yield _row("Loading, s / peak MB", sizes, _load, f"{LARGE:,}: {LOAD_SECONDS:g} / {LOAD_MB:g}")
    yield _row("First visit to /reviews/, all of it, kB", sizes, _first, f"{FIRST_VISIT_KB:g}")


def unmet(report: Report) -> list[str]:
    """The rows in which something that has to be reached is not."""
    return [
        label
        for label, cells, grown, _ in rows(report)
        if any(cell.met is False for cell in (*cells, grown))
    ]


def _row(label: str, sizes: list[Size], cell: Callable[[Size], Cell], limit: str = "") -> Row:
    return label, [cell(size) for size in sizes], EMPTY, limit


def _latency_row(label: str, sizes: list[Size], mode: str, group: str) -> Row:
    limits = [
        f"{reviews:,}: {limit.p50:g} / {limit.p95:g}"
        for (reviews, of_mode, of_group), limit in LIMITS.items()
        if (of_mode, of_group) == (mode, group)
    ]
    cells = [_latency(size, mode, group) for size in sizes]
    grown = EMPTY
    if len(sizes) > 1:
        times = sizes[-1].modes[mode].latency[group].p50 / sizes[0].modes[mode].latency[group].p50
        held = (mode, group) == ("uncached", "without text")
        limits += [f"growth under {GROWTH:g} ×"] if held else []
        grown = Cell(f"× {times:.2f}", times < GROWTH if held else None)
    if (mode, group) == ("kept", "all"):
        limits.append(f"× {KEPT_RATIO:g}")
    return f"{label}, p50 / p95 ms (× trivial)", cells, grown, "; ".join(limits)


def _latency(size: Size, mode: str, group: str) -> Cell:
    measured, taken = size.modes[mode], size.modes[mode].latency[group]
    ratio = measured.ratio(group)
    text = f"{taken.p50:.1f} / {taken.p95:.1f} (× {ratio:.1f})"
    if (mode, group) == ("kept", "all"):
        return Cell(text, ratio <= KEPT_RATIO)
    limit = LIMITS.get((size.reviews, mode, group))
    if limit is None:
        return Cell(text)
    return Cell(text, taken.p50 <= limit.p50 and taken.p95 <= limit.p95)


def _trivial(size: Size) -> Cell:
    taken = Latency.middle(mode.trivial for mode in size.modes.values())
    return Cell(f"{taken.p50:.1f} / {taken.p95:.1f}")


def _rate_of_trivial(size: Size) -> Cell:
    return Cell(f"{size.modes['kept'].trivial_rate.per_second:,.0f}")


def _rate_of(mode: str) -> Callable[[Size], Cell]:
    return lambda size: Cell(f"{size.modes[mode].rate.per_second:,.0f}")


def _page(size: Size) -> Cell:
    mode = size.modes["kept"]
    return Cell(f"{mode.page_bytes / 1000:.1f} / {mode.largest_page / 1000:.1f}")


def _first(size: Size) -> Cell:
    kilobytes = sum(size.modes["kept"].first_visit.values()) / 1000
    return Cell(f"{kilobytes:.1f}", kilobytes <= FIRST_VISIT_KB)


def _memory(size: Size) -> Cell:
    memory = size.modes["kept"].memory
    return Cell(f"{memory.pss:.0f} / {memory.peak_rss:.0f}")


def _queries(size: Size) -> Cell:
    most = size.inside.most_queries
    return Cell(f"{most}", most <= QUERIES)


def _queries_of_text(size: Size) -> Cell:
    return Cell(f"{size.inside.most_queries_of_text}")


def _follow(size: Size) -> Cell:
    taken = size.inside.follow
    return Cell(f"{taken:.1f}", taken <= FOLLOW_MS if size.reviews == LARGE else None)


def _suggestions(size: Size) -> Cell:
    taken = size.inside.suggestions
    return Cell(f"{taken.p50:.1f} / {taken.p95:.1f}", taken.p95 <= SUGGESTIONS_MS)


def _load(size: Size) -> Cell:
    load = size.load
    if load is None:
        return Cell("not loaded")
    text = f"{load.seconds:.1f} / {load.peak_mb:.0f}"
    within = load.seconds <= LOAD_SECONDS and load.peak_mb <= LOAD_MB
    return Cell(text, within if size.reviews == LARGE else None)


def _notes(report: Report) -> str:
    modes: list[Mode] = [mode for size in report.sizes for mode in size.modes.values()]
    share = max(max(m.rate.client_share, m.trivial_rate.client_share) for m in modes)
    return (
        f"{report.machine}; load {report.load_before:.1f} before, {report.load_after:.1f} after. "
        "Medians of the rounds. Times at concurrency 1 include a client in Python, on the same "
        f"cores. At concurrency 8 the client took at most {share:.0%} of one core. "
        "Uncached: neither whole pages nor searches are kept."
    )
