"""The engines that are compared, and the weights of their fields.

The others have the same texts as ours and weights in the order that the project states: title,
then learning and recommendations, then the summary, then the labels of terms.
"""

import contextlib
from collections.abc import Iterator, Mapping, Sequence

from bench.relevance.documents import Document
from bench.relevance.fts5 import Fts5
from bench.relevance.run import Engine
from bench.relevance.tantivy_bm25 import TUNED, Tantivy

WEIGHTS = {
    "reviews": {
        "title": 3.0,
        "learning": 2.0,
        "recommendations": 2.0,
        "summary": 1.5,
        "labels": 1.0,
    },
    "learning": {"text": 3.0, "labels": 1.5, "review": 1.0},
}


@contextlib.contextmanager
def others(collections: Mapping[str, Sequence[Document]]) -> Iterator[list[Engine]]:
    """Those that ours is measured against, for as long as the block lasts."""
    with (
        contextlib.closing(Fts5(collections, WEIGHTS, "AND")) as all_words,
        contextlib.closing(Fts5(collections, WEIGHTS, "OR")) as any_word,
    ):
        plain, tuned = (Tantivy(collections, WEIGHTS, name) for name in ("en_stem", TUNED))
        yield [all_words, any_word, plain, tuned]
