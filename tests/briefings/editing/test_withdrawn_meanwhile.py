"""A review is withdrawn, or a point of it taken out, while a briefing that cites it is open.

Whatever the page sends then, what was typed is kept, and the page that follows says what is not
public any more.
"""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from briefings.choices import State
from briefings.editing import saving
from briefings.editing.releasing import begin_next
from briefings.models import Edition
from reviews import publishing
from reviews.models import Point
from tests.factories import make_review
from tests.piece_drafts import begin, make_cited, posted, publish

TOLD = "It rests on what is not public any more"
NOT_TAKEN = "Not everything was taken: some of it is not public any more"


@pytest.fixture
def review(db):
    return make_cited(reference="CR-2023-0001")


@pytest.fixture
def other(db):
    """A review that the draft does not cite yet; the panel offers it."""
    return make_review(
        reference="CR-2023-0002", themes=["neglect"], learning=["Ask the child again."]
    )


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


def withdrawn(review):
    publishing.withdraw(review=review, by=None)


def without_points(review):
    Point.objects.filter(review=review).delete()
    publishing.correct(review=review, by=None)


@pytest.fixture(params=[withdrawn, without_points])
def lose(request):
    """What somebody else does meanwhile."""
    return request.param


@pytest.fixture(params=["draft", "correction", "next"])
def edition(request, editor, review):
    """A first draft, a public edition, or the draft of the next one."""
    if request.param == "draft":
        return begin(editor, review=review)
    public = publish(editor, review=review)
    if request.param == "correction":
        return public
    return begin_next(edition=public, by=editor)


def address(edition, name="edit"):
    return reverse(f"pieces:{name}", args=[edition.pk])


def opened(edition, **changes):
    """What a page sends that was opened now."""
    now = saving.opened(edition)
    edition = Edition.objects.get(pk=edition.pk)
    at = edition.corrected_at or edition.released_at
    as_of = {"as_of": at.isoformat()} if at and not now.number else {}
    values = {**now.typed.values, "number": now.number, "sitting": "0" * 32, **as_of}
    return {**values, "title": "Typed meanwhile", **changes}


def evidence(edition):
    return saving.opened(edition).typed.all("statements-n1-evidence")


class TestThePage:
    def test_saves_by_itself(self, page, edition, review, lose):
        sent, cited = opened(edition), evidence(edition)
        lose(review)
        answer = page.post(address(edition), {**sent, "automatic": "1"})
        assert answer.status_code == 200 and answer.json()["number"]
        assert saving.opened(edition).typed.get("title") == "Typed meanwhile"
        assert evidence(edition) == cited
        assert TOLD in page.get(address(edition)).text

    @pytest.mark.parametrize("do", ["save", "add:statements:n1", "up:statements:n1", "support:n1"])
    def test_is_saved_and_says_so(self, page, edition, review, lose, do):
        sent, cited = opened(edition), evidence(edition)
        lose(review)
        answer = page.post(address(edition), {**sent, "do": do}, follow=True)
        assert answer.status_code == 200 and TOLD in answer.text
        assert saving.opened(edition).typed.get("title") == "Typed meanwhile"
        assert evidence(edition) == cited

    def test_leads_to_publication_which_says_what_stops_it(self, page, edition, review, lose):
        sent = opened(edition, do="publish")
        lose(review)
        answer = page.post(address(edition), sent, follow=True)
        assert answer.status_code == 200
        assert answer.redirect_chain[-1][0] == address(edition, "publish")
        assert answer.context["page"].blocking

    def test_is_previewed_without_it(self, page, edition, review, lose):
        sent = opened(edition, do="preview")
        lose(review)
        answer = page.post(address(edition), sent, follow=True)
        assert answer.status_code == 200 and "Ask." not in answer.text

    def test_of_two_who_write_both_are_kept(self, page, edition, review, lose, contributor):
        first, second = opened(edition, do="save"), opened(edition, title="Mine", do="save")
        lose(review)
        page.post(address(edition), first)
        answer = page.post(address(edition), second)
        assert answer.status_code == 409
        assert "Typed meanwhile" in answer.text and 'value="Mine"' in answer.text


class TestThePanel:
    """The review that it offers is withdrawn before the button is pressed."""

    @pytest.mark.parametrize(
        ("do", "sent"),
        [
            ("take:{point}", {"find_target": "n1"}),
            ("take:{point}", {"find_target": "new:n1"}),
            ("take-ticked", {"find_target": "n1", "find_tick": "{point}"}),
            ("accept:n1:{point}", {"for": "n1"}),
            ("pin:{review}:{point}", {}),
            ("pin:{review}", {}),
        ],
    )
    def test_takes_nothing_and_says_so(self, page, edition, other, do, sent):
        names = {"point": f"p{other.points.get().pk}", "review": f"r{other.pk}"}
        sent = {name: value.format(**names) for name, value in sent.items()}
        form, before = opened(edition, do=do.format(**names), **sent), evidence(edition)
        withdrawn(other)
        answer = page.post(address(edition), form, follow=True)
        assert answer.status_code == 200 and NOT_TAKEN in answer.text
        assert answer.redirect_chain[-1][0].endswith("#not-taken")
        typed = saving.opened(edition).typed
        assert typed.get("title") == "Typed meanwhile"
        assert evidence(edition) == before and names["review"] not in typed.all("pinned")
        assert typed.rows("statements") == ["n1"]

    @pytest.mark.parametrize("do", ["refuse:n1:{point}", "unpin:{review}", "show:{review}"])
    def test_what_needs_no_review_is_done(self, page, edition, other, do):
        names = {"point": f"p{other.points.get().pk}", "review": f"r{other.pk}"}
        form = opened(edition, do=do.format(**names))
        withdrawn(other)
        answer = page.post(address(edition), form, follow=True)
        assert answer.status_code == 200 and NOT_TAKEN not in answer.text
        assert saving.opened(edition).typed.get("title") == "Typed meanwhile"

    def test_says_nothing_where_everything_was_taken(self, page, edition, other):
        point = f"p{other.points.get().pk}"
        form = opened(edition, do=f"take:{point}", find_target="n1")
        assert NOT_TAKEN not in page.post(address(edition), form, follow=True).text
        assert point in evidence(edition)

    def test_suggests_nothing_of_it(self, page, edition, other):
        shown = page.get(address(edition), {"for": "n1"}).text
        assert "CR-2023-0002" in shown
        withdrawn(other)
        assert "CR-2023-0002" not in page.get(address(edition), {"for": "n1"}).text


class TestPublication:
    @pytest.fixture
    def ready(self, editor, review):
        return begin(editor, review=review)

    @pytest.mark.parametrize("do", ["publish", "offer", "schedule"])
    def test_is_refused_with_the_reason_or_takes_the_offer(self, page, ready, review, lose, do):
        day = timezone.localdate() + timedelta(days=3)
        sent = posted(ready, do=do, publish_on=day.isoformat(), at="09:00")
        lose(review)
        answer = page.post(address(ready, "publish"), sent, follow=True)
        assert answer.status_code in ({200} if do == "offer" else {409, 422})
        assert Edition.objects.get(pk=ready.pk).state == State.DRAFT
        assert saving.opened(ready).typed.get("title") == "When nobody asks"
        assert re.search("not public|is gone", page.get(address(ready, "publish")).text)
