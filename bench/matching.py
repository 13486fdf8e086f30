"""What suggestions of terms reach on the real reviews: `python -m bench.matching [--list]`.

Each learning point and recommendation is matched alone and compared with the themes and agencies
that were chosen for it; each review with all of its text, and all of its terms. `--list` shows
what was missed and what was suggested besides.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from demo.environment import PROJECT
from reviews.matching import LEAST, Suggestion, suggest
from reviews.phrases import Index, Term

KINDS = {"theme": "themes", "agency": "agencies", "harm": "harms"}
ROUNDS = 50  # of the timing, whose best counts: other work only ever makes it slower

type Chosen = dict[str, set[str]]  # the slugs of each kind that people chose


@dataclass
class Tally:
    """How the suggestions of one kind agree with what people chose."""

    right: int = 0
    besides: int = 0
    missed: int = 0
    lines: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.besides or 1)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed or 1)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def count(self, kind: str, text: str, suggested: list[Suggestion], chosen: set[str]) -> None:
        by_slug = {s.term.slug: s for s in suggested if s.term.kind == kind}
        self.right += len(by_slug.keys() & chosen)
        self.besides += len(by_slug.keys() - chosen)
        self.missed += len(chosen - by_slug.keys())
        for slug in sorted(by_slug.keys() - chosen):
            words = ", ".join(f"“{e.words}” ({e.phrase})" for e in by_slug[slug].evidence)
            self.lines.append(f"besides  {slug} {by_slug[slug].score:.2f}: {words}")
        self.lines += [f"missed   {slug}: {text[:200]}" for slug in sorted(chosen - by_slug.keys())]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.matching", description=__doc__)
    parser.add_argument("--list", action="store_true", help="show what was missed and besides")
    parser.add_argument("--least", type=float, default=LEAST, help=f"least score ({LEAST})")
    options = parser.parse_args()
    index = Index(terms(_read("vocabularies")))
    records = _read("reviews")
    out = sys.stdout.write
    for heading, texts, kinds in (
        ("points", [pair for record in records for pair in points(record)], ["theme", "agency"]),
        ("whole reviews", [whole(record) for record in records], list(KINDS)),
    ):
        for kind, tally in measure(index, texts, kinds, options.least).items():
            out(
                f"{heading:14}{kind:8} precision {tally.precision:.2f}  recall {tally.recall:.2f}"
                f"  F1 {tally.f1:.2f}  ({tally.right} right, {tally.besides} besides,"
                f" {tally.missed} missed)\n"
            )
            if options.list:
                out("".join(f"    {line}\n" for line in tally.lines))
    out(f"{milliseconds(index, records):.1f} ms for 1,000 words\n")


def terms(vocabularies: dict[str, list[dict[str, Any]]]) -> Iterator[Term]:
    """Themes, agencies and harms as in `fixtures/vocabularies.json`."""
    for kind, name in KINDS.items():
        for term in vocabularies[name]:
            yield Term(kind, term["slug"], term["label"], tuple(term["synonyms"]))


def measure(
    index: Index, texts: Iterable[tuple[str, Chosen]], kinds: list[str], least: float = LEAST
) -> dict[str, Tally]:
    """The agreement of suggestions with what people chose, for each kind of term."""
    tallies = {kind: Tally() for kind in kinds}
    for text, chosen in texts:
        suggested = suggest(text, index, least)
        for kind, tally in tallies.items():
            tally.count(kind, text, suggested, chosen[kind])
    return tallies


def points(record: dict[str, Any]) -> Iterator[tuple[str, Chosen]]:
    """Each point's text with its own terms."""
    for point in (*record["learning"], *record["recommendations"]):
        agencies = point.get("agencies", point.get("addressed_to", []))
        yield point["text"], {"theme": set(point.get("themes", [])), "agency": set(agencies)}


def whole(record: dict[str, Any]) -> tuple[str, Chosen]:
    """All text of a review, with its terms and those of its points."""
    chosen = {kind: set(record[name]) for kind, name in KINDS.items()}
    texts = [record["summary"]]
    for text, of_point in points(record):
        texts.append(text)
        for kind, slugs in of_point.items():
            chosen[kind] |= slugs
    return "\n".join(texts), chosen


def milliseconds(index: Index, records: list[dict[str, Any]]) -> float:
    """Of this process, for 1,000 words of the reviews."""
    text = "\n".join(whole(record)[0] for record in records)
    taken = []
    for _ in range(ROUNDS):
        started = time.process_time()
        suggest(text, index)
        taken.append(time.process_time() - started)
    return min(taken) * 1_000_000 / len(text.split())


def _read(name: str) -> Any:
    return json.loads((PROJECT / "fixtures" / f"{name}.json").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
