"""How much a record may hold: as much as the models' columns, and no list without an end."""

from django.db.models import Model

from reviews.models import Child, Document, Partnership, Review


def _longest(model: type[Model], field: str) -> int:
    return model._meta.get_field(field).max_length  # type: ignore[union-attr, return-value]


TITLE = _longest(Review, "title")
HEADLINE = _longest(Review, "headline")
CONTENT_NOTE = _longest(Review, "content_note")
INCIDENT_NOTE = _longest(Review, "incident_note")
PARTNERSHIP = _longest(Partnership, "name")
AGE_TEXT = _longest(Child, "age_text")
LABEL = _longest(Document, "label")
URL = _longest(Document, "url")
PERMISSION = _longest(Document, "permission")
LICENCE = _longest(Document, "licence")
KEYWORD = 120
SUMMARY = 100_000  # a search vector has room for about ten times as much
POINT = 10_000

MOST_CHILDREN = 60
MOST_POINTS = 300  # of each kind
MOST_DOCUMENTS = 50
MOST_TERMS = 100
MOST_KEYWORDS = 100
