"""What a check found in an edition: as a finding in a review, with words of its own.

`field` is the name of a field of the edit page ("title", "statements-n3-text"); of lists whose
rows have no lasting keys in a record it is the place ("questions.2.text"). The key of a finding
leaves numbers out, so that moving a row does not ask again.
"""

from dataclasses import dataclass

from briefings.editing.checks.sentences import RULES
from briefings.problem import Problem
from reviews.editing.checks import Finding, Severity
from reviews.editing.checks.sentences import Sentences


@dataclass(frozen=True, slots=True)
class PieceFinding(Finding):
    """A finding that says itself what it is and what to do."""

    said: Sentences

    @property
    def found(self) -> str:
        return self.said.found

    @property
    def to_do(self) -> str:
        return self.said.to_do


def about(code: str, field: str, text: str = "") -> PieceFinding:
    """A finding about a whole field, by its rule."""
    severity, *said = RULES[code]
    return PieceFinding(code, field, 0, 0, text, severity, Sentences(*said))


def of_problem(problem: Problem, field: str) -> PieceFinding:
    """What is to be said of words or figures, as a finding in a field."""
    severity = Severity.BLOCKING if problem.is_blocking else Severity.ACKNOWLEDGE
    said = Sentences(problem.found, problem.to_do)
    return PieceFinding(problem.code, field, 0, 0, problem.words, severity, said)
