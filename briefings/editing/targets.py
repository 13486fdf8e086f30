"""Where a point is taken to: every statement, and a new one in every section."""

from dataclasses import dataclass

from briefings.editing.sample import Sample

NEW = "new:"  # before a section's key; alone it is a new section as well
SHORT = 60  # characters of a text by which a statement is named


@dataclass(frozen=True, slots=True)
class Target:
    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class TargetGroup:
    """A section: a new statement first, then those it has."""

    label: str
    targets: list[Target]


def targets(sample: Sample, wanted: str) -> list[TargetGroup]:
    """All targets by section. Without a choice, a new statement in the last section."""
    typed = sample.typed
    sections = typed.rows("sections")
    known = {*typed.rows("statements"), *(f"{NEW}{key}" for key in sections)}
    chosen = wanted if wanted in known else f"{NEW}{sections[-1] if sections else ''}"
    if not sections:
        return [TargetGroup("Sections", [Target(NEW, "New statement in a new section", True)])]
    return [
        TargetGroup(
            _named(f"{place}", typed.get(f"sections-{key}-heading")),
            [
                _target(f"{NEW}{key}", f"New statement in section {place}", chosen),
                *(
                    _target(one, _named(sample.numbers[one].number, _text(sample, one)), chosen)
                    for one in typed.statements_of(key)
                ),
            ],
        )
        for place, key in enumerate(sections, start=1)
    ]


def _target(value: str, label: str, chosen: str) -> Target:
    return Target(value, label, value == chosen)


def _text(sample: Sample, key: str) -> str:
    return sample.typed.get(f"statements-{key}-text")


def _named(number: str, text: str) -> str:
    """The number and how the text begins: "1.2 Nobody asked the child …"."""
    line = " ".join(text.split())
    if len(line) <= SHORT:
        return f"{number} {line or '(no text yet)'}"
    return f"{number} {line[:SHORT].rsplit(' ', 1)[0]} …"
