"""tantivy with its English stemmer: BM25 over any of the words, each field with its boost.

As it comes, or told to fold accents and to pass over small words as we do.
"""

import re
from collections.abc import Mapping, Sequence

import tantivy

from bench.relevance.documents import Document
from bench.relevance.questions import Question

WORD = re.compile(r"\w+")
# The list that goes with the Snowball stemmer, and with PostgreSQL's.
SMALL = """
    i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she
    her hers herself it its itself they them their theirs themselves what which who whom this that
    these those am is are was were be been being have has had having do does did doing a an the and
    but if or because as until while of at by for with about against between into through during
    before after above below to from up down in out on off over under again further then once here
    there when where why how all any both each few more most other some such no nor not only own
    same so than too very s t can will just don should now
"""


TUNED = "tuned"


class Tantivy:
    """An index in memory for each scope."""

    def __init__(
        self,
        collections: Mapping[str, Sequence[Document]],
        weights: Mapping[str, Mapping[str, float]],
        analyzer: str = "en_stem",
    ) -> None:
        self.name = "tantivy" if analyzer == "en_stem" else "tantivy, tuned"
        self.weights = weights
        self.keys = {
            scope: [(document.key, document.year) for document in documents]
            for scope, documents in collections.items()
        }
        self.indexes = {
            scope: _index(documents, list(weights[scope]), analyzer)
            for scope, documents in collections.items()
        }

    def search(self, question: Question, most: int) -> list[str]:
        index, keys = self.indexes[question.scope], self.keys[question.scope]
        words = " ".join(WORD.findall(question.q)).lower()  # in lower case no word is an operator
        if not words:
            return []
        boosts = dict(self.weights[question.scope])
        try:
            query = index.parse_query(words, list(boosts), field_boosts=boosts)
        except ValueError:  # all words were passed over
            return []
        limit = len(keys) if question.year else most
        searcher = index.searcher()
        found = []
        for _, address in searcher.search(query, limit).hits:
            key, year = keys[searcher.doc(address)["place"][0]]
            if question.year in (None, year):
                found.append(key)
        return found[:most]


def _index(documents: Sequence[Document], fields: Sequence[str], analyzer: str) -> tantivy.Index:
    builder = tantivy.SchemaBuilder()
    for field in fields:
        builder.add_text_field(field, tokenizer_name=analyzer)
    builder.add_unsigned_field("place", stored=True)
    index = tantivy.Index(builder.build())
    index.register_tokenizer(TUNED, _tuned())
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


def _tuned() -> tantivy.TextAnalyzer:
    filters = tantivy.Filter
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for one in (filters.lowercase(), filters.ascii_fold(), filters.custom_stopword(SMALL.split())):
        builder = builder.filter(one)
    return builder.filter(filters.stemmer("english")).build()
