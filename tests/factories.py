"""Records for tests: each factory makes a valid one, and keywords replace what it would choose.

Terms are given as slugs or objects; a slug that is not in the vocabulary is added to it.
"""

from datetime import date
from itertools import count

from django.utils import timezone

from reviews import publishing
from reviews.ages import Age
from reviews.choices import PointKind, Sex, State
from reviews.dates import PartialDate
from reviews.models import (
    Agency,
    DocumentKind,
    Harm,
    Outcome,
    Partnership,
    Review,
    ReviewType,
    Theme,
)

POINTS = {"learning": PointKind.LEARNING, "recommendations": PointKind.RECOMMENDATION}
# Well above the numbers that tests write themselves.
_numbers = count(5001)


def make_term(model, slug, **values):
    """The term of a vocabulary with this slug, made if it is missing."""
    label = slug.replace("-", " ").capitalize()
    defaults = {"label": label, "definition": f"What {label} means.", **values}
    return model.objects.get_or_create(slug=slug, defaults=defaults)[0]


def make_partnership(name="Northmere Safeguarding Children Partnership", **values):
    """The partnership with this name, made if it is missing."""
    defaults = {"slug": name.lower().replace(" ", "-"), **values}
    return Partnership.objects.get_or_create(name=name, defaults=defaults)[0]


def make_review(**overrides):
    """A published review (or `state="draft"`, `state="withdrawn"`) with its entry and history.

    `learning`, `recommendations`, `children` and `documents` are written as in a record: points
    are texts or {"text", "themes", "agencies"/"addressed_to"}.
    """
    values = {"children": [{"age": "P4Y8M", "sex": "boy"}], **overrides}
    related = {name: values.pop(name, []) for name in ("harms", "themes", "agencies")}
    parts = {name: values.pop(name, []) for name in ("children", "documents")}
    points = {kind: values.pop(name, []) for name, kind in POINTS.items()}
    state = values.pop("state", State.PUBLISHED)
    review = Review.objects.create(**_review_values(values))
    for name, model in (("harms", Harm), ("themes", Theme), ("agencies", Agency)):
        _link(getattr(review, name), model, related[name])
    _add_children(review, parts["children"])
    _add_documents(review, parts["documents"])
    for kind, items in points.items():
        _add_points(review, kind, items)
    _bring_to(review, state)
    return review


def make_document(review=None, **values):
    """A document of a review (a new one unless given) that may be held and is due to be fetched."""
    review = review or make_review()
    defaults = {
        "order": review.documents.count() + 1,
        "label": "Practice review",
        "kind": make_term(DocumentKind, "overview-report"),
        "permission": "Northmere partnership, by letter",
        "permitted_on": date(2026, 5, 3),
        "fetch_due_at": timezone.now(),
    }
    return review.documents.create(**defaults | values)


def record(**overrides):
    """An interchange record of a real review, as a file to be loaded holds it."""
    return {
        "reference": "CR-2023-0007",
        "title": "Child B",
        "headline": None,
        "type": "local-child-safeguarding-practice-review",
        "nation": "england",
        "partnership": None,
        "anonymous": False,
        "published": "2023-04-19",
        "added": "2023-05",
        "incident": "2020-12",
        "content_note": "This review describes the death of a child.",
        "incident_note": "Found in a river",
        "summary": "Child B was four. The review looks at what was known about the family.",
        "children": [{"age": "P4Y8M", "age_text": "4-year-8-month-old boy", "sex": "boy"}],
        "outcome": "death",
        "harms": ["drowning"],
        "themes": ["parental-mental-health"],
        "agencies": ["adult-mental-health"],
        "learning": [
            {"text": "Think of the child.", "themes": ["think-family"], "agencies": ["police"]},
            {"text": "Share what is known.", "themes": [], "agencies": []},
        ],
        "recommendations": [{"text": "Agree a plan.", "addressed_to": ["health-visiting"]}],
        "documents": [
            {"label": "Practice review", "kind": "overview-report", "url": "https://example.org/b"}
        ],
        "keywords": ["river"],
        "illustrative": False,
        **overrides,
    }


def _review_values(values):
    defaults = {
        "title": "Child B",
        "type": "local-child-safeguarding-practice-review",
        "outcome": "death",
        "nation": "england",
        "added": "2023-05",
        "summary": "What happened, in a few sentences.",
        "illustrative": False,
    }
    values = defaults | values
    for name in ("published", "added", "incident"):
        if isinstance(values.get(name), str):
            values[name] = PartialDate(values[name])
    prefix = "EX" if values["illustrative"] else "CR"
    values.setdefault("reference", f"{prefix}-{values['added'].iso[:4]}-{next(_numbers)}")
    values["type"] = _term(ReviewType, values["type"])
    values["outcome"] = _term(Outcome, values["outcome"])
    if isinstance(values.get("partnership"), str):
        values["partnership"] = make_partnership(values["partnership"])
    return values


def _term(model, slug_or_term):
    return make_term(model, slug_or_term) if isinstance(slug_or_term, str) else slug_or_term


def _link(manager, model, slugs_or_terms):
    """Link a new row to terms; without any, not a query is made."""
    if slugs_or_terms:
        manager.add(*(_term(model, item) for item in slugs_or_terms))


def _add_children(review, children):
    for order, child in enumerate(children, start=1):
        age = child.get("age")
        review.children.create(
            order=order,
            age=Age(age) if isinstance(age, str) else age,
            age_text=child.get("age_text", ""),
            sex=child.get("sex") or Sex.NOT_STATED,
        )


def _add_documents(review, documents):
    for order, document in enumerate(documents, start=1):
        review.documents.create(
            order=order,
            label=document.get("label", "Practice review"),
            kind=_term(DocumentKind, document.get("kind", "overview-report")),
            url=document.get("url") or "",
        )


def _add_points(review, kind, items):
    for order, item in enumerate(items, start=1):
        item = {"text": item} if isinstance(item, str) else item
        point = review.points.create(kind=kind, order=order, text=item["text"])
        _link(point.themes, Theme, item.get("themes", []))
        _link(point.agencies, Agency, item.get("addressed_to", item.get("agencies", [])))


def _bring_to(review, state):
    if state != State.DRAFT:
        publishing.publish(review=review, by=None)
    if state == State.WITHDRAWN:
        publishing.withdraw(review=review, by=None)
