"""/desk/reviews/<pk>/history/: every step and every save, readable, and changed by nobody."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver
from django.utils import timezone

from reviews import publishing
from reviews.choices import Reason, Verb
from reviews.editing import saving
from reviews.editing.releasing import Words
from reviews.models import AuditEntry, Revision
from tests import drafts, pages
from tests.factories import make_review

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def terms(db):
    drafts.make_terms()


@pytest.fixture
def desk(client, contributor):
    client.force_login(contributor)
    return client


def address(review, number=""):
    return f"/desk/reviews/{review.pk}/history/" + (f"{number}/" if number else "")


def lines(client, review, order=""):
    """Each step and each stretch of writing, in one line."""
    page = pages.read(client.get(address(review), {"order": order} if order else {}))
    return [
        item.text
        for found in page.all("ol", class_="plain history")
        for item in found.content
        if hasattr(item, "tag")
    ]


class TestReading:
    def test_who_what_when_and_why(self, desk, editor, contributor):
        review = drafts.begin(contributor)
        drafts.release(review, editor, words=Words("May list"))
        drafts.write(review, contributor, outcome="serious-harm")
        drafts.release(review, editor, words=Words("Letter", "The outcome was wrong."))
        publishing.withdraw(
            review=review, by=editor, note="Order", reason=Reason.COURT, wording="Not public."
        )
        found = lines(desk, review, "oldest")
        said = [
            "Begun by C. Vaughan",
            "Written by C. Vaughan",
            "Published by R. Okafor",
            "Written by C. Vaughan",
            "Corrected by R. Okafor",
            "Withdrawn by R. Okafor",
        ]
        assert [line for line, part in zip(found, said, strict=True) if part not in line] == []
        assert "Note: May list" in found[2]
        assert "For the public: “The outcome was wrong.”" in found[4]
        assert "Outcome" in found[4]
        assert "A court ordered it." in found[5]
        assert "“Not public.”" in found[5]
        assert lines(desk, review) == found[::-1]

    def test_saves_of_one_person_in_a_row_stand_together(self, desk, editor, contributor):
        draft = drafts.begin(contributor)
        for title in ("Child C", "Child D"):
            drafts.write(draft, contributor, title=title)
        drafts.write(draft, editor, title="Child E")
        drafts.write(draft, contributor, title="Child F")
        written = [line for line in lines(desk, draft, "oldest") if "Written" in line]
        assert ["C. Vaughan" in line for line in written] == [True, False, True]
        assert "4 saves" in written[0]
        links = {a["href"] for a in pages.read(desk.get(address(draft))).all("a")}
        assert f"/desk/reviews/{draft.pk}/differences/?from=4&to=5" in links
        assert f"/desk/reviews/{draft.pk}/differences/?to=4" in links

    def test_saves_of_another_day_stand_apart(self, desk, contributor):
        draft = drafts.begin(contributor)
        drafts.write(draft, contributor, title="Child C")
        past = timezone.now() - timedelta(days=400)
        Revision.objects.filter(number__lt=3).update(begun_at=past, saved_at=past)
        page = pages.read(desk.get(address(draft)))
        years = [part.text for part in page.all("h2")]
        assert str(past.year) in years
        assert len([line for line in lines(desk, draft) if "Written" in line]) == 2

    def test_what_a_command_did(self, desk):
        assert "Published by a command" in lines(desk, make_review())[0]

    def test_markup_is_text(self, desk, editor):
        review = make_review()
        publishing.correct(review=review, by=editor, note="<b>x</b>\nline", public_note="<i>y</i>")
        assert "<b>x</b>" in lines(desk, review)[0]

    def test_who_may(self, client, manager):
        review = make_review()
        assert client.get(address(review)).status_code == 302
        client.force_login(manager)
        assert client.get(address(review)).status_code == 403

    def test_the_same_queries_for_years_of_it(self, desk, editor):
        review = make_review()

        def queries():
            with CaptureQueriesContext(connection) as captured:
                assert desk.get(address(review)).status_code == 200
            return len(captured)

        few = queries()
        for number in range(1, 60):
            now = timezone.now() - timedelta(days=60 - number)
            Revision.objects.create(
                review=review, number=number, typed={}, by=editor, begun_at=now, saved_at=now
            )
            AuditEntry.objects.create(review=review, verb=Verb.OFFERED, by=editor)
        assert queries() <= few + 1


class TestNobodyChangesIt:
    @pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
    def test_by_the_page(self, client, editor, method):
        review = make_review()
        client.force_login(editor)
        assert getattr(client, method)(address(review)).status_code == 405

    def test_in_the_admin(self):
        known = str(get_resolver().reverse_dict.keys()) + str(get_resolver().namespace_dict)
        admin = get_resolver().namespace_dict["admin"][1].reverse_dict
        assert not any("auditentry" in str(name) or "revision" in str(name) for name in admin)
        assert "auditentry" not in known


class TestBringingBack:
    def test_says_what_it_changed_and_what_would_become_different(self, desk, contributor):
        draft = drafts.begin(contributor)
        drafts.write(draft, contributor, title="Child C")
        page = pages.read(desk.get(address(draft, 2)))
        assert page.one("h1").text == "Version 2 of Child C"
        assert "Bring version 2 back" in page.one("main").text
        last = pages.read(desk.get(address(draft, 3))).one("main").text
        assert "It is what is typed now." in last

    def test_is_a_save_like_any_other(self, desk, contributor, editor):
        draft = drafts.begin(editor)
        drafts.write(draft, editor, title="Child C")
        response = desk.post(address(draft, 2))
        assert (response.status_code, response["Location"]) == (302, f"/desk/reviews/{draft.pk}/")
        now = saving.opened(draft)
        assert (now.typed.get("title"), now.number) == ("Child B", 4)
        assert now.copy.changed_by == contributor
        assert [revision.by for revision in draft.revisions.all()][-1] == contributor

    def test_what_is_typed_already_is_no_save(self, desk, contributor):
        draft = drafts.begin(contributor)
        desk.post(address(draft, 2))
        assert saving.opened(draft).number == 2

    def test_points_keep_the_addresses_that_they_got_since(self, desk, editor):
        review = drafts.publish(editor)
        keys = list(review.points.order_by("kind", "order").values_list("pk", flat=True))
        document = review.documents.get().pk
        drafts.write(review, editor, learning=[], documents=[], title="Child C")
        desk.post(address(review, 2))
        drafts.release(review, editor)
        assert drafts.stored(review).title == "Child B"
        found = list(review.points.order_by("kind", "order").values_list("pk", flat=True))
        assert found == keys
        assert review.documents.get().pk == document

    def test_points_that_were_published_as_removed_are_new(self, desk, editor):
        review = drafts.publish(editor)
        drafts.write(review, editor, learning=[])
        drafts.release(review, editor)
        desk.post(address(review, 2))
        drafts.release(review, editor)
        assert review.points.filter(kind="learning").count() == 2

    @pytest.mark.parametrize("number", [99, 10**9, 10**18])
    def test_a_version_that_is_not_there(self, desk, contributor, number):
        draft = drafts.begin(contributor)
        assert desk.get(address(draft, number)).status_code == 404
        assert desk.post(address(draft, number)).status_code == 404

    def test_of_another_review(self, desk, contributor):
        drafts.begin(contributor)
        assert desk.get(address(make_review(), 2)).status_code == 404
