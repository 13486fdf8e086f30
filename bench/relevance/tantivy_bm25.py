"""tantivy with its English stemmer: BM25 over any of the words, each field with its boost."""

import re
from collections.abc import Mapping, Sequence

import tantivy

from bench.relevance.documents import Document
from bench.relevance.questions import Question

WORD = re.compile(r"\w+")


class Tantivy:
    """An index in memory for each scope."""

    name = "tantivy"

    def __init__(
        self,
        collections: Mapping[str, Sequence[Document]],
        weights: Mapping[str, Mapping[str, float]],
    ) -> None:
        self.weights = weights
        self.keys = {
            scope: [(document.key, document.year) for document in documents]
            for scope, documents in collections.items()
        }
        self.indexes = {
            scope: _index(documents, list(weights[scope]))
            for scope, documents in collections.items()
        }

    def search(self, question: Question, most: int) -> list[str]:
        index, keys = self.indexes[question.scope], self.keys[question.scope]
        words = " ".join(WORD.findall(question.q)).lower()  # in lower case no word is an operator
        if not words:
            return []
        boosts = dict(self.weights[question.scope])
        query = index.parse_query(words, list(boosts), field_boosts=boosts)
        limit = len(keys) if question.year else most
        searcher = index.searcher()
        found = []
        for _, address in searcher.search(query, limit).hits:
            key, year = keys[searcher.doc(address)["place"][0]]
            if question.year in (None, year):
                found.append(key)
        return found[:most]


def _index(documents: Sequence[Document], fields: Sequence[str]) -> tantivy.Index:
    builder = tantivy.SchemaBuilder()
    for field in fields:
        builder.add_text_field(field, tokenizer_name="en_stem")
    builder.add_unsigned_field("place", stored=True)
    index = tantivy.Index(builder.build())
    writer = index.writer(num_threads=1)
    for place, document in enumerate(documents):
        entry = tantivy.Document()
        for field in fields:
            entry.add_text(field, document.texts[field])
        entry.add_unsigned("place", place)
        writer.add_document(entry)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index
