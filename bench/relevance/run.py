"""Asking every engine every question, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bench.relevance.documents import Document
from bench.relevance.metrics import DEPTH, Scores
from bench.relevance.questions import Question


class Engine(Protocol):
    name: str

    def search(self, question: Question, most: int) -> list[str]:
        """The keys of the best results, best first."""


@dataclass(frozen=True)
class Answer:
    """What one engine found for one question; `found` is without what nobody judged."""

    question: Question
    grades: dict[str, int]
    found: list[str]
    scores: Scores


type Answers = dict[str, list[Answer]]  # by engine, in the order of the questions


def ask(
    engines: Sequence[Engine],
    questions: Sequence[Question],
    collections: Mapping[str, Sequence[Document]],
) -> Answers:
    """Every question of every engine."""
    judged = [(one, one.judged(collections[one.scope])) for one in questions]
    return {
        engine.name: [answer(engine, question, grades) for question, grades in judged]
        for engine in engines
    }


def answer(engine: Engine, question: Question, grades: dict[str, int]) -> Answer:
    raw = engine.search(question, DEPTH)
    found = [key for key in raw if question.is_judged(key)]
    return Answer(question, grades, found, Scores.of(found, grades, empty=not raw))
