"""SQLite FTS5 with the Porter stemmer: all words, as its users get them, or any of the words."""

import re
import sqlite3
from collections.abc import Mapping, Sequence

from bench.relevance.documents import Document
from bench.relevance.questions import Question

WORD = re.compile(r"\w+")


class Fts5:
    """bm25() over the fields, each with its weight."""

    def __init__(
        self,
        collections: Mapping[str, Sequence[Document]],
        weights: Mapping[str, Mapping[str, float]],
        operator: str,
    ) -> None:
        self.name = f"FTS5 {operator}"
        self.operator = operator
        self.weights = weights
        self.connection = sqlite3.connect(":memory:")
        for scope, documents in collections.items():
            self._index(scope, documents)

    def search(self, question: Question, most: int) -> list[str]:
        words = WORD.findall(question.q)
        if not words:
            return []
        match = f" {self.operator} ".join(f'"{word}"' for word in words)
        weights = ", ".join(map(str, self.weights[question.scope].values()))
        rows = self.connection.execute(
            f"SELECT key FROM {question.scope} WHERE {question.scope} MATCH ?"
            f" AND (? IS NULL OR year = ?)"
            f" ORDER BY bm25({question.scope}, {weights}), rowid LIMIT ?",
            [match, question.year, question.year, most],
        )
        return [row[0] for row in rows]

    def close(self) -> None:
        self.connection.close()

    def _index(self, scope: str, documents: Sequence[Document]) -> None:
        fields = list(self.weights[scope])
        self.connection.execute(
            f"CREATE VIRTUAL TABLE {scope} USING fts5({', '.join(fields)},"
            " key UNINDEXED, year UNINDEXED, tokenize = 'porter unicode61')"
        )
        marks = ", ".join("?" * (len(fields) + 2))
        self.connection.executemany(
            f"INSERT INTO {scope} VALUES ({marks})",
            ([*(d.texts[field] for field in fields), d.key, d.year] for d in documents),
        )
