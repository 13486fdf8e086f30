"""Briefings and articles for tests: each factory makes a valid one, keywords replace its choices.

    make_edition(sections=[("Key issues", [("Nobody asked the child.", [point, review])])])

Sections and statements are tuples like these, or mappings with the fields of `Section` and
`Statement` (a statement's may have "cites"). Ids count up: s1, s2 for sections, s1-2 for the
second statement of the first. What is cited is pinned, unless `pinned` is given.
"""

from itertools import count

from django.utils import timezone

from briefings import publishing
from briefings.choices import Kind, SectionKind, State
from briefings.content import Contact, Content, Question, Resource, Section, Statement
from briefings.models import Edition, Piece
from briefings.records import Cited, EditionRecord, write
from reviews.dates import PartialDate
from reviews.models import Agency, Point, Review, Theme
from tests.factories import make_term

_numbers = count(1)
LISTS = {"questions": Question, "resources": Resource, "contacts": Contact}


def make_piece(**overrides):
    """A briefing (or `kind="article"`) without any edition."""
    values = {"kind": Kind.BRIEFING, "slug": f"piece-{next(_numbers)}", **overrides}
    return Piece.objects.create(**values)


def make_edition(**overrides):
    """A published edition of a piece of its own (or `piece`), or one in another `state`.

    `kind`, `slug` and `illustrative` are the piece's. A superseded one has a next edition, made
    of the same; a draft has its rows, as no draft at the desk has before it is published.
    """
    values = dict(overrides)
    state = values.pop("state", State.PUBLISHED)
    as_of = values.pop("as_of", None)
    own = {name: values.pop(name) for name in ("kind", "slug", "illustrative") if name in values}
    piece = values.pop("piece", None) or make_piece(**own)
    number = values.pop("number", None) or piece.editions.count() + 1
    record = make_record(**values)
    edition = Edition.objects.create(piece=piece, number=number, title=record.title)
    if state == State.DRAFT:
        write(edition, record)
        return edition
    publishing.publish(edition=edition, record=record, by=None, as_of=as_of or timezone.now())
    if state == State.SUPERSEDED:
        make_edition(piece=piece, **values)
    if state == State.WITHDRAWN:
        publishing.withdraw(edition=edition, by=None)
    edition.refresh_from_db()
    return edition


def make_record(**overrides):
    """What `make_edition` publishes, as a value."""
    values = dict(overrides)
    sections = values.pop("sections", ())
    fields = ("title", "standfirst", "published", "selection")
    own = {name: values.pop(name) for name in fields if name in values}
    if isinstance(own.get("published"), str):
        own["published"] = PartialDate(own["published"])
    themes = [_term(Theme, one).pk for one in values.pop("themes", ())]
    agencies = [_term(Agency, one).pk for one in values.pop("agencies", ())]
    related = [getattr(one, "piece", one).pk for one in values.pop("related", ())]
    evidence = _evidence(sections)
    pinned = values.pop("pinned", None)
    if pinned is None:
        pinned = {one.review: None for cited in evidence.values() for one in cited}
    return EditionRecord(
        **{"title": "When a parent is unwell", "published": PartialDate("2026-05"), **own},
        themes=tuple(themes),
        agencies=tuple(agencies),
        related=tuple(related),
        pinned=tuple(getattr(one, "pk", one) for one in pinned),
        content=_content(sections, values),
        evidence=evidence,
    )


def _content(sections, values):
    """The words. Questions, resources and contacts may be written as tuples."""
    for name, kind in LISTS.items():
        given = values.get(name, ())
        values[name] = tuple(kind(*one) if isinstance(one, tuple) else one for one in given)
    made = [_section(number, one) for number, one in enumerate(sections, start=1)]
    return Content(sections=tuple(made), **values)


def _section(number, given):
    fields = _as_section(given)
    statements = [
        Statement(f"s{number}-{place}", one["text"], one.get("reason", ""))
        for place, one in enumerate(map(_statement, fields.pop("statements", ())), start=1)
    ]
    fields["agencies"] = tuple(getattr(one, "slug", one) for one in fields.get("agencies", ()))
    fields.setdefault("kind", SectionKind.LEARNING)
    return Section(id=f"s{number}", statements=tuple(statements), **fields)


def _as_section(given):
    if isinstance(given, dict):
        return dict(given)
    return {"heading": given[0], "statements": given[1]}


def _statement(given):
    """A statement as a mapping; a bare text cites nothing."""
    if isinstance(given, str):
        return {"text": given}
    return given if isinstance(given, dict) else {"text": given[0], "cites": given[1]}


def _evidence(sections):
    found = {}
    for number, section in enumerate(sections, start=1):
        statements = map(_statement, _as_section(section).get("statements", ()))
        for place, one in enumerate(statements, start=1):
            if one.get("cites"):
                found[f"s{number}-{place}"] = tuple(map(_cited, one["cites"]))
    return found


def _cited(given):
    if isinstance(given, Point):
        return Cited(given.review_id, given.pk)
    return Cited(given.pk) if isinstance(given, Review) else given


def _term(model, slug_or_term):
    return make_term(model, slug_or_term) if isinstance(slug_or_term, str) else slug_or_term
