"""What the database itself refuses of briefings: every constraint is broken here, by name."""

import re
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from briefings.choices import State
from briefings.models import Citation, Edition, Piece, Pin, Presence, Revision, Step, WorkingCopy
from reviews.models import Point, Review
from tests.factories import make_review
from tests.pieces import make_edition, make_piece

pytestmark = pytest.mark.django_db

NOW = timezone.now()
LATER = timedelta(days=1)


@pytest.fixture
def rows():
    """Some valid rows of everything."""
    review = make_review(learning=["Ask.", "Listen."])
    point = review.points.first()
    piece = make_piece(slug="one")
    superseded = make_edition(
        piece=piece,
        state="superseded",
        sections=[("Issues", [("Nobody asked.", [point, review])])],
        themes=["neglect"],
        agencies=["police"],
        related=[make_piece(slug="two")],
    )
    draft = make_edition(piece=piece, state="draft")
    user = User.objects.create_user("okafor")
    seen = {"edition": draft, "user": user, "since": NOW, "seen_at": NOW}
    saved = {"edition": draft, "typed": {}, "by": user, "begun_at": NOW, "saved_at": NOW}
    return SimpleNamespace(
        review=review,
        point=point,
        piece=piece,
        superseded=superseded,
        published=piece.editions.get(state=State.PUBLISHED),
        draft=draft,
        withdrawn=make_edition(state="withdrawn"),
        of_point=superseded.citations.get(of_point=True),
        of_review=superseded.citations.get(of_point=False),
        pin=superseded.pins.get(),
        step=superseded.history.first(),
        copy=WorkingCopy.objects.create(edition=draft, typed={}, changed_at=NOW),
        revision=Revision.objects.create(number=1, **saved),
        presence=Presence.objects.create(**seen),
    )


def to(row, **values):
    """How a row is changed past the model's own care: straight in the database."""
    return lambda rows: (
        type(getattr(rows, row)).objects.filter(pk=getattr(rows, row).pk).update(**values)
    )


def once_more(row):
    """The same row under another key."""

    def add(rows):
        copy = getattr(rows, row)
        copy.pk = None
        copy.save(force_insert=True)

    return add


def again(field):
    """The same value of a many-to-many field of an edition once more."""

    def add(rows):
        through = getattr(Edition, field).through
        held = through.objects.values().first()
        held.pop("id")
        through.objects.create(**held)

    return add


BREAKS = [
    ("piece_one_per_slug", lambda rows: Piece.objects.create(kind="briefing", slug="one")),
    ("piece_kind_known", to("piece", kind="leaflet")),
    ("piece_slug_form", to("piece", slug="One")),
    ("piece_slug_form", to("piece", slug="one-")),
    ("edition_one_per_number", to("draft", number=1)),
    (
        "edition_one_current",
        lambda rows: to("superseded", state="published", superseded_at=None)(rows),
    ),
    (
        "edition_one_draft",
        lambda rows: Edition.objects.create(piece=rows.piece, number=9, title="Another"),
    ),
    ("edition_counts_from_one", to("draft", number=0)),
    ("edition_has_title", to("draft", title="")),
    ("edition_state_and_dates", to("draft", state="hidden")),
    ("edition_state_and_dates", to("draft", released_at=NOW)),
    ("edition_state_and_dates", to("draft", superseded_at=NOW)),
    ("edition_state_and_dates", to("draft", withdrawn_at=NOW)),
    ("edition_state_and_dates", to("published", released_at=None)),
    ("edition_state_and_dates", to("published", as_of=None)),
    ("edition_state_and_dates", to("published", superseded_at=NOW)),
    ("edition_state_and_dates", to("published", withdrawn_at=NOW)),
    ("edition_state_and_dates", to("superseded", superseded_at=None)),
    ("edition_state_and_dates", to("superseded", released_at=None)),
    ("edition_state_and_dates", to("superseded", withdrawn_at=NOW)),
    ("edition_state_and_dates", to("withdrawn", withdrawn_at=None)),
    ("edition_state_and_dates", to("withdrawn", released_at=None)),
    ("edition_corrected_after_release", to("draft", corrected_at=NOW)),
    ("edition_corrected_after_release", to("published", corrected_at=NOW - LATER)),
    ("edition_wording_of_withdrawn", to("published", withdrawn_wording="Withdrawn.")),
    ("briefings_edition_themes_uniq", again("themes")),
    ("briefings_edition_agencies_uniq", again("agencies")),
    ("briefings_edition_related_uniq", again("related")),
    ("pin_one_per_review", once_more("pin")),
    ("citation_once_per_statement", once_more("of_point")),
    ("citation_review_once_per_statement", once_more("of_review")),
    ("citation_of_point_says_so", to("of_point", of_point=False)),
    ("citation_names_a_statement", to("of_review", statement="")),
    ("briefings_citation_order_check", to("of_review", order=-1)),
    (
        "step_verb_known",
        lambda rows: Step.objects.create(edition=rows.superseded, verb="read"),
    ),
    ("briefings_workingcopy_number_check", to("copy", number=-1)),
    ("briefings_workingcopy_first_number_check", to("copy", first_number=-1)),
    ("edition_schedule_has_owner", to("copy", publish_at=NOW)),
    ("edition_revision_one_per_number", once_more("revision")),
    ("briefings_revision_number_check", to("revision", number=-1)),
    ("edition_presence_one_per_user", once_more("presence")),
]

# Nothing can break these and not the constraint named with them, which comes first.
IMPLIED = {"briefings_edition_number_check": "edition_counts_from_one"}
COLUMNS = re.compile(r"_(edition|piece)_id_\w+_[0-9a-f]{8}_uniq$")


def plain(constraint):
    """Its name without the columns and digits that Django adds to a many-to-many field's."""
    return COLUMNS.sub("_uniq", constraint)


@pytest.mark.parametrize(("name", "change"), BREAKS, ids=[name for name, _ in BREAKS])
def test_the_database_refuses(rows, name, change):
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        change(rows)
    assert plain(refused.value.__cause__.diag.constraint_name) == name


def test_every_constraint_is_broken_here():
    """Unique indexes with a condition are no constraints to PostgreSQL: both are counted."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid"
            " WHERE relname LIKE 'briefings\\_%' AND contype IN ('c', 'u', 'x')"
            " UNION SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid"
            " WHERE relname ~ '_one_|_once_' AND indisunique AND NOT indisprimary"
            " AND indrelid::regclass::text LIKE 'briefings\\_%'"
        )
        constraints = {plain(name) for (name,) in cursor.fetchall()}
    assert constraints == {name for name, _ in BREAKS} | IMPLIED.keys()


def test_the_history_is_never_changed(rows):
    said = "History is added to, never changed."
    with pytest.raises(IntegrityError, match=said), transaction.atomic():
        to("step", note="otherwise")(rows)


def test_there_are_no_other_triggers():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
            " AND tgrelid::regclass::text LIKE 'briefings\\_%'"
        )
        assert {name for (name,) in cursor.fetchall()} == {"step_never_changed"}


@pytest.mark.parametrize("protected", [Review, Point, Piece, Edition])
def test_what_others_refer_to_can_not_be_deleted_behind_their_backs(rows, protected):
    with pytest.raises(IntegrityError), transaction.atomic():
        protected.objects.all()._raw_delete("default")
        connection.check_constraints()


def test_a_point_that_is_gone_leaves_its_citation(rows):
    rows.point.delete()
    rows.of_point.refresh_from_db()
    assert rows.of_point.point is None
    assert rows.of_point in Citation.objects.lost()
    assert rows.of_review not in Citation.objects.lost()


def test_valid_rows_break_nothing(rows):
    for model in (Citation, Edition, Piece, Pin):
        for row in model.objects.all():
            row.save()
    connection.check_constraints()
