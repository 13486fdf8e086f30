"""What the database itself refuses, whoever writes: every constraint is broken here, by name."""

import re
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from reviews.models import (
    AgeBand,
    Agency,
    AuditEntry,
    Batch,
    Child,
    Collection,
    ColumnMapping,
    Document,
    DocumentKind,
    Entry,
    Harm,
    Outcome,
    Partnership,
    Point,
    Presence,
    Proposal,
    Review,
    ReviewType,
    Revision,
    Submission,
    SubmissionLetter,
    SubmittedFile,
    Succession,
    Theme,
    Upload,
    WorkingCopy,
)
from tests.factories import make_partnership, make_review, make_term

pytestmark = pytest.mark.django_db

TERMS = {
    "ageband": AgeBand,
    "agency": Agency,
    "documentkind": DocumentKind,
    "harm": Harm,
    "outcome": Outcome,
    "reviewtype": ReviewType,
    "theme": Theme,
}
LATER, EARLIER = timedelta(days=1), timedelta(days=-1)


@pytest.fixture
def rows():
    """Some valid rows of everything."""
    review = make_review(
        reference="CR-2023-0001",
        incident="2019-11",
        published="2023-04",
        children=[{"age": "P4Y"}, {"age": "unborn"}, {"age": None}],
        harms=["neglect"],
        themes=["supervision"],
        agencies=["police"],
        learning=[{"text": "Look.", "themes": ["supervision"], "agencies": ["police"]}, "Listen."],
        documents=[{"label": "One"}, {"label": "Two"}],
    )
    first, second = make_partnership("First"), make_partnership("Second")
    return SimpleNamespace(
        review=review,
        other=make_review(reference="CR-2023-0002"),
        draft=make_review(reference="CR-2023-0003", state="draft"),
        withdrawn=make_review(reference="CR-2023-0004", state="withdrawn"),
        child=review.children.get(age="P4Y"),
        unborn=review.children.get(age="unborn"),
        unknown=review.children.get(age=None),
        point=review.points.get(text="Look."),
        document=review.documents.get(label="One"),
        first=first,
        second=second,
        succession=Succession.objects.create(predecessor=first, successor=second),
        anonymous=Partnership.objects.get(pk=Partnership.ANONYMOUS),
        step=review.history.get(),
        entry=review.entry,
        band=make_term(AgeBand, "1-5", min_years=1, max_years=5),
        **_at_the_desk(review),
    )


def _at_the_desk(review):
    user, now = User.objects.create_user("jo"), timezone.now()
    copy = WorkingCopy.objects.create(review=review, typed={}, changed_at=now)
    return {
        "copy": copy,
        "revision": Revision.objects.create(
            review=review, number=1, typed={}, begun_at=now, saved_at=now
        ),
        "presence": Presence.objects.create(review=review, user=user, since=now, seen_at=now),
        "upload": Upload.objects.create(
            review=review, file="uploads/a.pdf", bytes=5, pages=1, has_text=True, by=user
        ),
        **_read_in(review, user, now),
        **_sent_in(user, now),
    }


def _read_in(review, user, now):
    batch = Batch.objects.create(name="May", origin="pasted", month="2023-05", by=user)
    decided = {"state": "accepted", "decided_at": now, "decided_by": user, "review": review}
    return {
        "user": user,
        "batch": batch,
        "waiting": Proposal.objects.create(batch=batch, order=1, read={}),
        "accepted": Proposal.objects.create(batch=batch, order=2, read={}, **decided),
        "mapping": ColumnMapping.objects.create(
            signature="a" * 64, name="Yearly list", columns={}, by=user, used_at=now
        ),
    }


def _sent_in(user, now):
    batch = Batch.objects.create(name="Child B", origin="submission", month="2023-05")
    values = {"given": {}, "consent": "Yes.", "consent_version": "1", "email": "a@b.example"}
    values |= {"site": "https://reviews.example", "sent_at": now}
    submission = Submission.objects.create(digest="a" * 64, **values)
    return {
        "submission": submission,
        "confirmed": Submission.objects.create(
            digest="b" * 64, confirmed_at=now, batch=batch, **values
        ),
        "report": SubmittedFile.objects.create(
            submission=submission,
            **{"name": "a.pdf", "file": "submitted/a.pdf", "sha256": "a" * 64, "at": now},
            **{"bytes": 5, "pages": 1, "has_text": True},
        ),
        "letter": SubmissionLetter.objects.create(
            submission=submission, kind="confirm", due_at=now
        ),
    }


def to(row, **values):
    """How a row is changed past the model's own care: straight in the database."""
    return lambda rows: (
        type(getattr(rows, row)).objects.filter(pk=getattr(rows, row).pk).update(**values)
    )


def held(**values):
    """A document with a file and all that belongs to it, but for these values."""
    return to(
        "document",
        **{
            "file": "hosted/a.pdf",
            "sha256": "a" * 64,
            "permission": "The board",
            "permitted_on": date(2026, 5, 3),
            "expires_on": date(2031, 5, 3),
            "fetched_at": timezone.now(),
            **values,
        },
    )


def once_more(row):
    """The same row under another key."""

    def add(rows):
        copy = getattr(rows, row)
        copy.pk = None
        copy.save(force_insert=True)

    return add


def again(row, field):
    """The same value of a many-to-many field once more."""

    def add(rows):
        through = getattr(type(getattr(rows, row)), field).through
        held = through.objects.values().first()
        held.pop("id")
        through.objects.create(**held)

    return add


def term_breaks(name, model):
    def slug_twice(rows):
        make_term(model, "one")
        make_term(model, "two")
        model.objects.filter(slug="one").update(slug="two")

    def merge(rows):
        term = make_term(model, "one")
        model.objects.filter(pk=term.pk).update(merged_into=term)

    def change(**values):
        return lambda rows: model.objects.filter(pk=make_term(model, "one").pk).update(**values)

    return [
        (f"{name}_has_label", change(label="")),
        (f"{name}_not_merged_into_itself", merge),
        (f"reviews_{name}_slug_key", slug_twice),
        (f"reviews_{name}_order_check", change(order=-1)),
    ]


BREAKS = [
    # Reviews
    ("reviews_review_reference_key", to("other", reference="CR-2023-0001")),
    ("review_reference_form", to("review", reference="CR-23-0001")),
    ("review_reference_form", to("review", reference="CR-2023-001")),
    ("review_reference_form", to("review", reference="CR-2023-0001x")),
    ("review_illustrative_says_so", to("review", reference="EX-2023-0001")),
    ("review_illustrative_says_so", to("review", illustrative=True)),
    ("review_has_title", to("review", title="")),
    ("review_nation_known", to("review", nation="cornwall")),
    ("review_added_is_month", to("review", added="2023")),
    ("review_added_is_month", to("review", added="2023-05-01")),
    (
        "review_anonymous_has_no_partnership",
        lambda rows: to("review", anonymous=True, partnership=rows.first)(rows),
    ),
    ("review_anonymous_is_not_a_place", to("review", partnership=Partnership.ANONYMOUS)),
    (
        "review_published_not_before_incident",
        to("review", published_latest=date(2019, 10, 31)),
    ),
    ("review_published_bound_agrees", to("review", published=None)),
    ("review_published_bound_agrees", to("review", published_latest=None)),
    ("review_incident_bounds_agree", to("review", incident=None)),
    ("review_incident_bounds_agree", to("review", incident_earliest=None)),
    ("review_incident_bounds_agree", to("review", incident_latest=None)),
    ("review_incident_bounds_agree", to("review", incident_latest=date(2019, 10, 31))),
    ("review_state_and_dates", to("review", state="hidden")),
    ("review_state_and_dates", to("review", state="draft")),
    ("review_state_and_dates", to("review", released_at=None)),
    ("review_state_and_dates", to("review", withdrawn_at=timezone.now() + LATER)),
    ("review_state_and_dates", to("draft", state="published")),
    ("review_state_and_dates", to("draft", released_at=timezone.now())),
    ("review_state_and_dates", to("withdrawn", withdrawn_at=None)),
    ("review_corrected_after_release", to("review", corrected_at=timezone.now() + EARLIER)),
    ("review_corrected_after_release", to("draft", corrected_at=timezone.now())),
    ("review_withdrawn_after_release", to("withdrawn", withdrawn_at=timezone.now() + EARLIER)),
    ("reviews_review_harms_uniq", again("review", "harms")),
    ("reviews_review_themes_uniq", again("review", "themes")),
    ("reviews_review_agencies_uniq", again("review", "agencies")),
    # Children
    ("child_one_per_order", to("child", order=2)),
    ("child_age_and_years_agree", to("child", min_years=None, max_years=None)),
    ("child_age_and_years_agree", to("child", max_years=None)),
    ("child_age_and_years_agree", to("child", max_years=3)),
    ("child_age_and_years_agree", to("unborn", min_years=0, max_years=0)),
    ("child_age_and_years_agree", to("unknown", min_years=0, max_years=0)),
    ("child_sex_known", to("child", sex="male")),
    ("reviews_child_order_check", to("child", order=-1)),
    ("reviews_child_min_years_check", to("child", min_years=-1)),
    ("reviews_child_max_years_check", to("child", min_years=-2, max_years=-1)),
    # Points
    ("point_one_per_order", to("point", order=2)),
    ("point_counts_from_one", to("point", order=0)),
    ("point_has_text", to("point", text="")),
    ("point_kind_known", to("point", kind="finding")),
    ("reviews_point_themes_uniq", again("point", "themes")),
    ("reviews_point_agencies_uniq", again("point", "agencies")),
    # Documents
    ("document_one_per_order", to("document", order=2)),
    ("document_has_label", to("document", label="")),
    ("document_link_is_http", to("document", url="ftp://example.org/a.pdf")),
    ("document_link_is_http", to("document", url="javascript:https://example.org")),
    ("document_file_has_checksum", held(sha256="")),
    ("document_file_has_checksum", held(sha256="A" * 64)),
    ("document_file_is_permitted", held(permission="", permitted_on=None)),
    ("document_file_expires", held(expires_on=None)),
    ("document_file_expires", held(fetched_at=None)),
    ("document_permission_has_date", to("document", permission="The board")),
    ("document_permission_has_date", to("document", permitted_on=date(2026, 5, 3))),
    ("document_failures_have_begun", to("document", link_failures=1)),
    ("document_failures_have_begun", to("document", link_failing_since=timezone.now())),
    ("reviews_document_order_check", to("document", order=-1)),
    ("reviews_document_pages_check", to("document", pages=-1)),
    ("reviews_document_bytes_check", to("document", bytes=-1)),
    # The desk
    ("review_wording_of_withdrawn", to("review", withdrawn_wording="Withdrawn.")),
    ("reviews_workingcopy_number_check", to("copy", number=-1)),
    ("reviews_workingcopy_first_number_check", to("copy", first_number=-1)),
    ("working_copy_schedule_has_owner", to("copy", publish_on=date(2026, 5, 3))),
    ("revision_one_per_number", once_more("revision")),
    ("reviews_revision_number_check", to("revision", number=-1)),
    ("presence_one_per_user", once_more("presence")),
    ("reviews_upload_pages_check", to("upload", pages=-1)),
    ("reviews_upload_bytes_check", to("upload", bytes=-1)),
    # What was read in
    ("batch_has_name", to("batch", name="")),
    ("batch_origin_known", to("batch", origin="guessed")),
    ("batch_month_is_month", to("batch", month="2023")),
    ("batch_by_somebody_or_submitted", to("batch", by=None)),
    ("batch_by_somebody_or_submitted", to("batch", origin="submission")),
    ("batch_undone_by_somebody", to("batch", undone_at=timezone.now())),
    ("batch_undone_by_somebody", lambda rows: to("batch", undone_by=rows.user)(rows)),
    ("reviews_batch_number_check", to("batch", number=-1)),
    ("reviews_batch_declared_check", to("batch", declared=-1)),
    ("proposal_one_per_order", to("accepted", order=1)),
    ("proposal_counts_from_one", to("waiting", order=0)),
    (
        "reviews_proposal_review_id_key",
        lambda rows: to(
            "waiting",
            state="accepted",
            decided_at=timezone.now(),
            decided_by=rows.user,
            review=rows.review,
        )(rows),
    ),
    ("proposal_decided_by_somebody", to("waiting", state="lost")),
    ("proposal_decided_by_somebody", to("waiting", state="skipped")),
    ("proposal_decided_by_somebody", to("waiting", decided_at=timezone.now())),
    ("proposal_decided_by_somebody", to("accepted", decided_by=None)),
    ("proposal_draft_of_accepted", to("accepted", state="skipped")),
    ("reviews_columnmapping_signature_key", once_more("mapping")),
    # What was sent in
    ("reviews_submission_digest_key", to("submission", digest="b" * 64)),
    ("submission_confirmed_is_batch", to("submission", confirmed_at=timezone.now())),
    ("submission_confirmed_is_batch", to("confirmed", confirmed_at=None)),
    (
        "reviews_submission_batch_id_key",
        lambda rows: to("submission", confirmed_at=timezone.now(), batch=rows.confirmed.batch)(
            rows
        ),
    ),
    ("submission_has_consent", to("submission", consent="")),
    ("submission_permission_by_somebody", to("submission", may_host=True)),
    ("submission_email_until_erased", to("submission", email="")),
    ("submission_email_until_erased", to("submission", erased_at=timezone.now())),
    (
        "submission_email_until_erased",
        to("submission", erased_at=timezone.now(), email="", phone="1"),
    ),
    ("submission_declined_by_somebody", to("confirmed", declined_because="Not ours.")),
    ("submission_declined_by_somebody", to("confirmed", declined_at=timezone.now())),
    ("submittedfile_has_checksum", to("report", sha256="")),
    ("submittedfile_has_file", to("report", file="")),
    (
        "reviews_submittedfile_submission_id_key",
        once_more("report"),
    ),
    ("reviews_submittedfile_bytes_check", to("report", bytes=-1)),
    ("reviews_submittedfile_pages_check", to("report", pages=-1)),
    ("submissionletter_one_per_kind", once_more("letter")),
    ("submissionletter_kind_known", to("letter", kind="greeting")),
    ("submissionletter_sent_is_not_due", to("letter", sent_at=timezone.now())),
    ("reviews_submissionletter_tries_check", to("letter", tries=-1)),
    # Partnerships
    ("reviews_partnership_name_key", to("first", name="Second")),
    ("reviews_partnership_slug_key", to("first", slug="second")),
    ("partnership_has_name", to("first", name="")),
    ("partnership_anonymous_has_no_place", to("anonymous", slug="somewhere")),
    ("partnership_anonymous_has_no_place", to("anonymous", name="Somewhere")),
    ("partnership_anonymous_has_no_place", to("anonymous", aliases=["Somewhere"])),
    ("partnership_anonymous_has_no_place", to("anonymous", nation="wales")),
    ("partnership_anonymous_has_no_place", to("anonymous", region="North")),
    ("partnership_anonymous_has_no_place", to("anonymous", illustrative=True)),
    (
        "succession_only_once",
        lambda rows: Succession.objects.create(predecessor=rows.first, successor=rows.second),
    ),
    ("succession_between_two", lambda rows: to("succession", successor=rows.first)(rows)),
    ("succession_never_anonymous", to("succession", successor=Partnership.ANONYMOUS)),
    ("succession_never_anonymous", to("succession", predecessor=Partnership.ANONYMOUS)),
    # Vocabularies
    *(row for name, model in TERMS.items() for row in term_breaks(name, model)),
    ("ageband_years_in_order", to("band", max_years=0)),
    ("ageband_years_in_order", to("band", min_years=None)),
    ("reviews_ageband_min_years_check", to("band", min_years=-1)),
    ("reviews_ageband_max_years_check", to("band", min_years=-2, max_years=-1)),
    # The catalogue and the history
    ("entry_gone_keeps_nothing", to("entry", listed=False, entered=None)),
    ("entry_gone_keeps_nothing", to("entry", listed=False, entered=None, codes=[])),
    ("entry_gone_keeps_nothing", to("entry", listed=False, entered=None, search=None)),
    ("entry_entered_if_listed", to("entry", entered=None)),
    ("entry_entered_if_listed", to("entry", listed=False, codes=[], search=None)),
    (
        "collection_one_row",
        lambda rows: Collection.objects.create(
            pk=2, version=1, recent=[1], changed_at=timezone.now()
        ),
    ),
    (
        "auditentry_verb_known",
        lambda rows: AuditEntry.objects.create(review=rows.review, verb="read", version=1),
    ),
]

# Nothing can break these and not the constraint named with them, which comes first.
IMPLIED = {
    "reviews_point_order_check": "point_counts_from_one",
    "reviews_proposal_order_check": "proposal_counts_from_one",
    "reviews_document_link_failures_check": "document_failures_have_begun",
}


def plain(constraint):
    """Its name without the columns and digits that Django adds to a many-to-many field's."""
    return re.sub(r"_(point|review)_id_\w+_[0-9a-f]{8}_uniq$", "_uniq", constraint)


@pytest.mark.parametrize(("name", "change"), BREAKS, ids=[name for name, _ in BREAKS])
def test_the_database_refuses(rows, name, change):
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        change(rows)
    assert plain(refused.value.__cause__.diag.constraint_name) == name


def test_every_constraint_is_broken_here():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid"
            " WHERE relname LIKE 'reviews\\_%' AND contype IN ('c', 'u', 'x')"
        )
        constraints = {plain(name) for (name,) in cursor.fetchall()}
    assert constraints == {name for name, _ in BREAKS} | IMPLIED.keys()


# What triggers keep


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda rows: Partnership.objects.filter(pk=Partnership.ANONYMOUS)._raw_delete(
                "default"
            ),
            "The partnership Anonymous is protected.",
        ),
        (to("anonymous", id=999), "The partnership Anonymous is protected."),
        (to("step", note="otherwise"), "History is added to, never changed."),
    ],
    ids=[
        "partnership_keep_anonymous",
        "partnership_anonymous_keeps_key",
        "auditentry_never_changed",
    ],
)
def test_a_trigger_refuses(rows, change, said):
    with pytest.raises(IntegrityError, match=said), transaction.atomic():
        change(rows)


def test_there_are_no_other_triggers():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
            " AND tgrelid::regclass::text LIKE 'reviews\\_%'"
        )
        assert {name for (name,) in cursor.fetchall()} == {
            "partnership_keep_anonymous",
            "partnership_anonymous_keeps_key",
            "auditentry_never_changed",
        }


# What belongs to something else


@pytest.mark.parametrize(
    "protected",
    [
        lambda rows: Theme.objects.all(),
        lambda rows: ReviewType.objects.all(),
        lambda rows: Outcome.objects.all(),
        lambda rows: DocumentKind.objects.all(),
        lambda rows: Review.objects.all(),
        lambda rows: Point.objects.all(),
    ],
    ids=["theme", "type", "outcome", "document kind", "review", "point"],
)
def test_what_others_refer_to_can_not_be_deleted_behind_their_backs(rows, protected):
    with pytest.raises(IntegrityError), transaction.atomic():
        protected(rows)._raw_delete("default")
        connection.check_constraints()


def test_valid_rows_break_nothing(rows):
    held()(rows)
    for model in (Child, Document, Entry, Point, Review):
        for row in model.objects.all():
            row.save()
    connection.check_constraints()
