"""The judged questions: read from questions.json, rules turned into grades.

A question's grades are either written down, by review (`CR-2023-0002`) or by point
(`CR-2023-0002#learning-3`), or follow from a rule over the terms that records have.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from bench.relevance.documents import RELATED, Document

FILE = Path(__file__).with_name("questions.json")
# The real reviews, judged by reading; all reviews, judged by the terms they were given; typed
# badly or at length.
FAMILIES = ("real", "terms", "robust")
SCOPES = ("reviews", "learning")
YEAR = 2023  # the real reviews were all added in it: their questions are asked of that year


@dataclass(frozen=True)
class Question:
    """What somebody typed, where, and what answers it."""

    id: str
    family: str
    scope: str
    q: str
    grades: dict[str, int]  # written down: 2 answers it, 1 is related
    rule: dict[str, list[str]]  # slugs by facet, the one that decides first
    variant: str = ""  # how a question of the family `robust` is hard to read

    @property
    def year(self) -> int | None:
        """The year that the question is narrowed to, where only real reviews are judged."""
        return None if self.rule else YEAR

    @property
    def is_held_back(self) -> bool:
        """Half of the questions: their figures are shown and their results are not looked at.

        So that whoever tunes the ranking sees whether it got better beyond what they tuned on.
        """
        return crc32(self.id.encode()) % 2 == 0

    @property
    def group(self) -> str:
        return f"{self.family}, {self.scope}"

    def judged(self, documents: Iterable[Document]) -> dict[str, int]:
        """The grade of every document that is relevant."""
        if not self.rule:
            return self.grades
        grades = {document.key: self._grade(document) for document in documents}
        return {key: grade for key, grade in grades.items() if grade}

    def is_judged(self, key: str) -> bool:
        """Whether somebody judged this document for this question, if only as not relevant.

        What nobody judged counts neither way: it is taken out of every engine's list.
        """
        return bool(self.rule) or key.startswith("CR-")

    def _grade(self, document: Document) -> int:
        """What the first facet of the rule gives; a miss in another leaves it related at most."""
        first, *others = (
            max(document.terms.get(f"{facet}:{slug}", 0) for slug in slugs)
            for facet, slugs in self.rule.items()
        )
        return first if all(others) else min(first, RELATED)


def read(file: Path = FILE) -> list[Question]:
    return [_question(row) for row in json.loads(file.read_text(encoding="utf-8"))]


def _question(row: dict[str, Any]) -> Question:
    return Question(
        id=row["id"],
        family=row["family"],
        scope=row["scope"],
        q=row["q"],
        grades=row.get("relevant", {}),
        rule=row.get("rule", {}),
        variant=row.get("variant", ""),
    )
