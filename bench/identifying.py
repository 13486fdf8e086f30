"""How well identifying details are found: `python -m bench.identifying [--list] [--set NAME]`.

Precision and recall for each code on passages that people judged (tests/files/identifying): those
that the rules were made with (`judged`) and those that were held back (`held`). `--list` shows what
was missed and what was found besides. A place is found where the same code covers the same words or
a part of them.
"""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from demo.environment import PROJECT

SETS = ("judged", "held", "last")
FOLDER = PROJECT / "tests" / "files" / "identifying"
PARTNERSHIP = "Northmere Safeguarding Children Partnership"
WORDS = 10_000  # of the timing
ROUNDS = 5

type Passage = dict[str, Any]


@dataclass
class Tally:
    """What was found of what people judged to be there."""

    right: Counter[str] = field(default_factory=Counter)
    besides: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    def count(self, passage: Passage) -> None:
        wanted = [(code, words) for code, many in passage["find"].items() for words in many]
        for code, words in found_in(passage):
            match = next((one for one in wanted if _same(one, (code, words))), None)
            if match:
                wanted.remove(match)
                self.right[code] += 1
            else:
                self.besides[code] += 1
                self.lines.append(f"besides  {code} “{words}”: {passage['text']}")
        for code, words in wanted:
            self.missed[code] += 1
            self.lines.append(f"missed   {code} “{words}”: {passage['text']}")

    def row(self, codes: Iterable[str]) -> tuple[int, float, float]:
        """How many there are, precision, recall."""
        names = list(codes)
        right, besides, missed = (
            sum(counts[name] for name in names)
            for counts in (self.right, self.besides, self.missed)
        )
        return right + missed, right / (right + besides or 1), right / (right + missed or 1)

    @property
    def codes(self) -> list[str]:
        return sorted(self.right.keys() | self.besides.keys() | self.missed.keys())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.identifying", description=__doc__)
    parser.add_argument("--list", action="store_true", help="show what was missed and besides")
    parser.add_argument("--set", choices=SETS, help="only this set of passages")
    options = parser.parse_args()
    _prepare()
    for name in [options.set] if options.set else SETS:
        passages = read(name)
        tally = measure(passages)
        clean = sum(not passage["find"] for passage in passages)
        sys.stdout.write(f"{name}: {len(passages)} passages, {clean} of them clean\n")
        for code in [*tally.codes, "all"]:
            count, precision, recall = tally.row(tally.codes if code == "all" else [code])
            sys.stdout.write(
                f"  {code:20}{count:4}  precision {precision:.2f}  recall {recall:.2f}\n"
            )
        if options.list:
            sys.stdout.write("".join(f"  {line}\n" for line in tally.lines))
    sys.stdout.write(f"{milliseconds(read('judged')):.0f} ms for {WORDS:,} words\n")


def measure(passages: Iterable[Passage]) -> Tally:
    tally = Tally()
    for passage in passages:
        tally.count(passage)
    return tally


def found_in(passage: Passage) -> list[tuple[str, str]]:
    """The codes and words that are found in a passage."""
    from reviews.editing.checks import identifying
    from reviews.editing.checks.finding import Context

    anonymous = passage.get("anonymous", False)
    context = Context(
        title=passage.get("title", "Child A"),
        partnership="" if anonymous else PARTNERSHIP,
        anonymous=anonymous,
    )
    found = identifying.find({"summary": passage["text"]}, context)
    return [(one.code, one.text) for one in found]


def read(name: str) -> list[Passage]:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def milliseconds(passages: list[Passage]) -> float:
    """Of this process, for one text of 10,000 words made from all passages."""
    text = " ".join(passage["text"] for passage in passages)
    text = "\n".join([text] * (WORDS // len(text.split()) + 1))
    words = text.split(" ")[:WORDS]
    taken = []
    for _ in range(ROUNDS):
        started = time.process_time()
        found_in({"text": " ".join(words)})
        taken.append(time.process_time() - started)
    return min(taken) * 1000


def by_code(lines: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    grouped = defaultdict(list)
    for code, words in lines:
        grouped[code].append(words)
    return dict(grouped)


def _same(wanted: tuple[str, str], found: tuple[str, str]) -> bool:
    """The same code, and words that are those wanted or part of them, or contain them."""
    return wanted[0] == found[0] and (wanted[1] in found[1] or found[1] in wanted[1])


def _prepare() -> None:
    """The checks import models, so Django has to know its settings; no database is used."""
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "repository.settings")
    os.environ.setdefault("SECRET_KEY", "only for measuring")
    django.setup()


if __name__ == "__main__":
    main()
