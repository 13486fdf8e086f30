"""What was measured, as values; `dataclasses.asdict` of a Report is the JSON that is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

ALL = "all"
# ALL is the mix of selections of reviews: those without text and with. Others are beside it.
GROUPS = (
    ALL,
    "without text",
    "text",
    "words that most have",
    "questions",
    "learning",
    "learning with text",
)


@dataclass(frozen=True, slots=True)
class Cost:
    seconds: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds: half of the answers came within p50, nineteen of twenty within p95."""

    p50: float
    p95: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Latency":
        return cls(median(seconds) * 1000, quantiles(seconds, n=20, method="inclusive")[-1] * 1000)

    @classmethod
    def middle(cls, rounds: Iterable["Latency"]) -> "Latency":
        """The median over rounds."""
        rounds = list(rounds)
        return cls(median(r.p50 for r in rounds), median(r.p95 for r in rounds))


@dataclass(frozen=True, slots=True)
class Rate:
    """Requests a second, and how much of one core the client itself needed for them."""

    per_second: float
    client_share: float


@dataclass(frozen=True, slots=True)
class Memory:
    """Of all processes of the server, MB: proportional set size, and the sum of their peaks."""

    pss: float
    peak_rss: float


@dataclass(frozen=True, slots=True)
class Mode:
    """A server with some things kept or not, measured over the mix."""

    trivial: Latency
    latency: dict[str, Latency]
    rate: Rate
    trivial_rate: Rate
    memory: Memory
    page_bytes: float
    largest_page: int
    first_visit: dict[str, int]  # bytes by address

    def ratio(self, group: str) -> float:
        """How many times what the trivial view takes, at the median."""
        return self.latency[group].p50 / self.trivial.p50


@dataclass(frozen=True, slots=True)
class Inside:
    """What is measured in one process, without a server. Milliseconds, and queries."""

    build: float
    follow: float
    most_queries: int  # of a page without text
    most_queries_of_text: int
    suggestions: Latency


@dataclass(frozen=True, slots=True)
class Size:
    """Everything about one size of the collection."""

    reviews: int
    load: Cost | None  # None: they were there already
    modes: dict[str, Mode]
    inside: Inside


@dataclass(slots=True)
class Report:
    """A run: the machine's load before and after tells how far to trust it."""

    machine: str
    load_before: float
    load_after: float = 0.0
    sizes: list[Size] = field(default_factory=list)
