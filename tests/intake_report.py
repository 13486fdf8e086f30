"""`make intake-report`: read the sample lists and print how many fields were read rightly.

The samples stand in tests/files/intake, each with its expected values beside it in
`<name>.expected.json`. There {"open": true} is a field that the text truly leaves open: any value
is right that comes with a warning. {"any": [...]} gives several values of which each is right.
Harms that must be found stand under "must", those that may be under "may".
"""

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tests.intake_matching import aligned, children_of, is_pair, is_right, likeliest, same

SAMPLES = Path(__file__).parent / "files" / "intake"
SINGLE = ("title", "type", "nation", "partnership", "anonymous", "published", "added", "incident")
PROPOSED = ("outcome", "certainty", "role", "harms", "incomplete")
LISTS = ("learning", "recommendations", "keywords", "documents")
FIELDS = (*SINGLE, "children", "ages", "sexes", *PROPOSED, *LISTS, "declared")
# The record's fields whose warnings tell an editor to look at what is compared here.
WARNED_AT = {
    "ages": {"children"},
    "sexes": {"children"},
    "certainty": {"outcome", "harms"},
    "role": {"children", "outcome", "harms"},
    "anonymous": {"anonymous", "partnership"},
    "partnership": {"anonymous", "partnership"},
    "nation": {"nation", "type"},
    "incomplete": {"incomplete"},
}
EMPTY: tuple[Any, ...] = (None, "", "not-stated", [])
VERDICTS = ("right", "wrong", "missed", "silent")


@dataclass(frozen=True)
class Finding:
    """One field of one entry: how it was read, and whether a warning stands on it."""

    file: str
    entry: str
    name: str
    verdict: str
    warned: bool
    got: Any = None
    expected: Any = None


@dataclass
class Score:
    """What was found in some files."""

    findings: list[Finding] = field(default_factory=list)
    entries: int = 0
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def counts(self) -> dict[str, Counter[str]]:
        """Per field, the number of each verdict; "silent" is wrong without a warning."""
        table = {name: Counter[str]() for name in FIELDS}
        for one in self.findings:
            table[one.name][one.verdict] += 1
            table[one.name]["silent"] += one.verdict == "wrong" and not one.warned
        return table

    @property
    def share(self) -> float:
        """The percentage of right fields; what is compared in a missed entry counts as missed."""
        right = sum(one.verdict == "right" for one in self.findings)
        return 100 * right / max(1, len(self.findings))

    @property
    def silent(self) -> list[Finding]:
        return [one for one in self.findings if one.verdict == "wrong" and not one.warned]

    def add(self, other: "Score") -> None:
        self.findings += other.findings
        self.entries += other.entries
        self.missed += other.missed
        self.invented += other.invented


def main(arguments: list[str] | None = None) -> None:
    options = parser().parse_args(arguments)
    lexicon = bundled()
    score = Score()
    for sample in samples(options.dir):
        try:
            score.add(examine(sample, lexicon))
        except Exception as error:  # the other files are reported all the same
            score.failed.append(f"{sample.name}: {type(error).__name__}: {error}")
    print(table(score))
    if options.wrong:
        print("\n".join(described(score)))
    if options.time:
        print(timed(options.dir, lexicon))
    if options.least and (score.share < options.least or score.silent or score.failed):
        sys.exit(1)


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make intake-report", description=__doc__)
    parser.add_argument("--dir", type=Path, default=SAMPLES, help="another folder of samples")
    parser.add_argument("--wrong", action="store_true", help="list what was not read rightly")
    parser.add_argument("--time", action="store_true", help="how long 200 entries take")
    parser.add_argument(
        "--least", type=float, help="fail below this percentage, or if anything is silently wrong"
    )
    return parser


def bundled() -> Any:
    from reviews.intake import lexicon

    return lexicon.bundled()


def samples(folder: Path) -> list[Path]:
    """The sample files of a folder: those that have expected values beside them."""
    return sorted(
        file.with_name(file.name.removesuffix(".expected.json"))
        for file in folder.rglob("*.expected.json")
    )


def text_of(sample: Path) -> Any:
    """What stands in a sample: texts as they are, web pages as they are read in."""
    from reviews.intake import files
    from reviews.intake.formats.texts import Text

    if sample.suffix == ".html":
        return files.read_file(sample.name, sample.read_bytes())
    return Text(sample.read_text(encoding="utf-8"), "text")


def examine(sample: Path, lexicon: Any, form: Callable[[str], str] = str) -> Score:
    """Read a sample, in another form if one is given, and compare it with what is expected."""
    from reviews.intake import mixed

    expected = json.loads(Path(f"{sample}.expected.json").read_text(encoding="utf-8"))
    text = text_of(sample)
    intake = mixed.read(replace(text, text=form(text.text)), lexicon, month=None)
    got = [proposal.to_dict() for proposal in intake.proposals]
    score = Score(entries=len(expected["entries"]))
    pairs = aligned(expected["entries"], got)
    for wanted, found in pairs:
        title = f"{wanted['title']}"
        if found is None:
            score.missed.append(f"{sample.name}: {title}")
        score.findings += [
            Finding(sample.name, title, *verdict) for verdict in compare(wanted, found)
        ]
    matched = [id(found) for _, found in pairs]
    score.invented = [f"{sample.name}: {p.get('title')}" for p in got if id(p) not in matched]
    declared = verdict_of(intake.declared, expected["declared"], warned=False)
    score.findings.append(
        Finding(
            *(sample.name, "", "declared", declared, False, intake.declared, expected["declared"])
        )
    )
    return score


def compare(wanted: dict[str, Any], found: dict[str, Any] | None) -> Iterator[tuple[Any, ...]]:
    """(field, verdict, warned, got, expected) of everything that is compared in an entry."""
    for name, got, expected in values(wanted, found or {}):
        if found is None:
            yield name, "missed", False, None, expected
            continue
        warned = is_warned(name, found)
        if name in LISTS and isinstance(expected, list):
            yield from compare_list(name, got or [], expected, warned=warned)
        elif name == "harms":
            yield name, harms_verdict(got, expected), warned, got, expected
        else:
            yield name, verdict_of(got, expected, warned=warned), warned, got, expected


def values(wanted: dict[str, Any], found: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """The compared fields with what was read and what is expected."""
    for name in (*SINGLE, *PROPOSED):
        yield name, found.get(name), wanted[name]
    got, expected = children_of(found.get("children") or [], wanted["children"])
    yield "children", len(got), expected if isinstance(expected, dict) else len(expected)
    for name, key in (("ages", "age"), ("sexes", "sex")):
        parts = expected if isinstance(expected, dict) else [child[key] for child in expected]
        yield name, [child.get(key) for child in got], parts
    for name in LISTS:
        items = found.get(name) or []
        yield name, items, likeliest(items, wanted[name])


def is_warned(name: str, found: dict[str, Any]) -> bool:
    places = WARNED_AT.get(name, set()) | {name}
    return any(
        warning["field"] in places or name in warning["code"] for warning in found["warnings"]
    )


def verdict_of(got: Any, expected: Any, *, warned: bool) -> str:
    if is_right(got, expected, warned=warned):
        return "right"
    return "missed" if is_empty(got) or is_partly_read(got, expected) else "wrong"


def is_partly_read(got: Any, expected: Any) -> bool:
    """Of several children's ages or sexes, some were read rightly and the others not at all."""
    if not isinstance(got, list) or not isinstance(expected, list) or len(got) != len(expected):
        return False
    return all(
        one is None or is_right(one, wanted, warned=False)
        for one, wanted in zip(got, expected, strict=True)
    )


def is_empty(got: Any) -> bool:
    return got in EMPTY or (isinstance(got, list) and all(one in EMPTY for one in got))


def harms_verdict(got: Iterable[str] | None, expected: dict[str, list[str]]) -> str:
    slugs = {slug for slug in got or () if slug != "not-stated"}
    if slugs - {*expected["must"], *expected["may"]}:
        return "wrong"
    return "right" if slugs >= {*expected["must"]} - {"not-stated"} else "missed"


def compare_list(
    name: str, got: list[Any], expected: list[Any], *, warned: bool
) -> Iterator[tuple[Any, ...]]:
    """Item by item. An item of another wording is wrong; one that has none in its place, missed."""
    if not got and not expected:
        yield name, "right", warned, got, expected
    for item, wanted in same(got, expected):
        if is_pair(item, wanted):
            yield name, "right", warned, item, wanted
        else:
            yield name, "missed" if item is None else "wrong", warned, item, wanted


def table(score: Score) -> str:
    """The figures in columns."""
    counts = score.counts()
    total = sum(counts.values(), Counter[str]())
    lines = [f"{'':18}{'right':>8}{'wrong':>8}{'missed':>8}{'wrong without a warning':>26}"]
    for name, count in [*counts.items(), ("all fields", total)]:
        right, wrong, missed, silent = (count[verdict] for verdict in VERDICTS)
        lines.append(f"{name:18}{right:8}{wrong:8}{missed:8}{silent:26}")
    lines.append(
        f"\n{score.entries} entries, {len(score.missed)} missed, {len(score.invented)} invented; "
        f"{score.share:.2f} % of {total.total() - total['silent']} fields right, "
        f"{total['silent']} wrong without a warning."
    )
    lines += [f"NOT READ, AND NOT COUNTED: {error}" for error in score.failed]
    lines += [f"Missed entry: {entry}" for entry in score.missed]
    lines += [f"Invented entry: {entry}" for entry in score.invented]
    return "\n".join(lines)


def described(score: Score) -> Iterator[str]:
    """A line for each field that was not read rightly."""
    for one in score.findings:
        if one.verdict != "right":
            loud = "with a warning" if one.warned else "NO WARNING"
            yield (
                f"{one.file}, {one.entry}: {one.name} {one.verdict}, {loud}\n"
                f"    got      {one.got!r}\n    expected {one.expected!r}"
            )


def timed(folder: Path, lexicon: Any, entries: int = 200) -> str:
    """How long it takes to read so many entries, which are the samples over and over."""
    from reviews.intake import mixed

    texts, found = [], 0
    while found < entries:
        for sample in samples(folder):
            expected = json.loads(Path(f"{sample}.expected.json").read_text(encoding="utf-8"))
            texts.append(text_of(sample))
            found += len(expected["entries"])
            if found >= entries:
                break
    start = time.perf_counter()
    read = sum(len(mixed.read(text, lexicon, month=None).proposals) for text in texts)
    return f"{read} entries in {time.perf_counter() - start:.2f} s"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    main()
