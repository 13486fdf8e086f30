"""/desk/reviews/<pk>/withdraw/ and /restore/ of one document: out of everything, and what stays."""

import pytest

from reviews import publishing
from reviews.choices import Reason, State, Verb
from reviews.editing.verb_forms import WORDING
from reviews.models import Review
from tests import drafts, pages
from tests.factories import make_document, make_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def review(editor):
    return make_review(
        title="Child Zeta",
        partnership="Northmere Board",
        summary="Zeta was found at the foot of the old stairs by a neighbour.",
        learning=["Ask who lives in the home with the child."],
    )


def address(review):
    return f"/desk/reviews/{review.pk}/withdraw/"


def text(response):
    return pages.read(response).one("main").text


def send(client, review, **fields):
    sent = {"reason": Reason.PUBLISHER, "wording": WORDING, "note": "", **fields}
    return client.post(address(review), sent)


class TestAReview:
    def test_asks_and_says_what_goes_and_what_stays(self, desk, review):
        page = pages.read(desk.get(address(review)))
        said = page.one("main").text
        for gone in ("count", "search", "suggested", "feeds", "documents", "kept"):
            assert gone in said
        assert "What stays in public is its reference" in said
        assert page.one("textarea", name="wording").raw.strip() == WORDING
        assert review.title not in WORDING
        assert drafts.state_of(review) == State.PUBLISHED

    def test_takes_it_out_and_keeps_why(self, desk, review, editor):
        response = send(desk, review, reason=Reason.COURT, note="Order of 3 May")
        assert response.status_code == 302
        step = review.history.last()
        assert (step.verb, step.by, step.reason) == (Verb.WITHDRAWN, editor, Reason.COURT)
        assert (step.note, step.public_note) == ("Order of 3 May", WORDING)
        assert "is withdrawn" in text(desk.get(response["Location"]))
        public = desk.get(review.get_absolute_url())
        assert public.status_code == 410
        assert WORDING in text(public)

    def test_the_tombstone_says_the_wording_and_nothing_else_of_it(self, desk, review):
        point = review.points.get()
        document = make_document(review, fetched_at="2026-05-03T12:00Z")
        send(desk, review, wording="Its publisher asked for it.", note="Order of 3 May")
        for place in (review, point, document):
            response = desk.get(place.get_absolute_url())
            assert response.status_code == 410
            said = text(response)
            assert "Its publisher asked for it." in said
            for hidden in ("Zeta", "Northmere", "stairs", "Order", "publisher withdrew"):
                assert hidden not in said

    def test_without_a_wording_it_says_no_more_than_before(self, desk, review):
        send(desk, review, wording="")
        assert "was taken out of the repository on" in text(desk.get(review.get_absolute_url()))

    def test_markup_in_the_wording_is_text(self, desk, review):
        send(desk, review, wording="<b>Gone</b>")
        body = pages.body(desk.get(review.get_absolute_url())).decode()
        assert "&lt;b&gt;Gone&lt;/b&gt;" in body


class TestTheWordingGivesNothingAway:
    @pytest.mark.parametrize(
        ("wording", "said"),
        [
            ("We withdrew child  zeta.", "It names the review by its title"),
            ("Northmere board asked for it.", "It names the partnership"),
            ("Found at the foot of the old house.", "It repeats words of the review"),
            ("Ask who lives in the flat.", "It repeats words of the review"),
            ("Call 01632 960983 to ask.", "This may identify somebody: “01632 960983”"),
        ],
    )
    def test_a_doubt_is_shown_and_may_be_put_aside(self, desk, review, wording, said):
        response = send(desk, review, wording=wording, note="Keep me")
        assert response.status_code == 422
        page = pages.read(response)
        assert said in page.one("main").text
        assert [a.raw.strip() for a in page.all("textarea")] == [wording, "Keep me"]
        assert drafts.state_of(review) == State.PUBLISHED
        send(desk, review, wording=wording, **{"wording-may-stand": "yes"})
        assert drafts.state_of(review) == State.WITHDRAWN

    def test_a_title_of_one_letter_is_not_seen_in_every_word(self, desk, review):
        Review.objects.update(title="A")
        send(desk, review, wording="It is no longer a part of the library.")
        assert drafts.state_of(review) == State.WITHDRAWN


class TestBadInput:
    def test_no_reason(self, desk, review):
        response = send(desk, review, reason="")
        assert response.status_code == 422
        assert drafts.state_of(review) == State.PUBLISHED

    @pytest.mark.parametrize(("name", "length"), [("wording", 301), ("note", 2001)])
    def test_too_long_a_text_is_kept_and_refused(self, desk, review, name, length):
        response = send(desk, review, **{name: "x" * length})
        assert response.status_code == 422
        assert "x" * length in pages.body(response).decode()
        assert drafts.state_of(review) == State.PUBLISHED

    def test_lines_count_as_the_browser_counts_them(self, desk, review):
        send(desk, review, wording="\r\n".join("x" * 50 for _ in range(5)))
        assert drafts.stored(review).withdrawn_wording.count("\n") == 4

    def test_twice(self, desk, review):
        assert send(desk, review).status_code == 302
        response = send(desk, review)
        assert response.status_code == 409
        assert f"{review.reference} is withdrawn" in text(response)
        assert review.history.filter(verb=Verb.WITHDRAWN).count() == 1

    def test_a_draft(self, desk, editor):
        drafts.make_terms()
        draft = drafts.begin(editor)
        assert f"{draft.reference} is draft" in text(desk.get(address(draft)))
        assert send(desk, draft).status_code == 409


@pytest.mark.parametrize("who", ["contributor", "manager"])
def test_who_may_not(client, review, request, who):
    client.force_login(request.getfixturevalue(who))
    for step in ("withdraw/", "restore/"):
        place = f"/desk/reviews/{review.pk}/{step}"
        assert client.get(place).status_code == 403
        assert client.post(place, {"reason": Reason.COURT}).status_code == 403
    assert drafts.state_of(review) == State.PUBLISHED


class TestADocument:
    @pytest.fixture
    def document(self, review, hold):
        return hold(make_document(review))

    def place(self, document, step="withdraw", review=None):
        key = (review or document.review).pk
        return f"/desk/reviews/{key}/documents/{document.pk}/{step}/"

    def test_goes_by_itself_and_comes_back(self, desk, document, review):
        file = document.get_absolute_url()
        assert desk.head(file).status_code == 200
        assert "can’t be read any more" in text(desk.get(self.place(document)))
        desk.post(self.place(document), {"reason": Reason.PUBLISHER, "note": "Letter"})
        assert desk.get(file).status_code == 410
        assert document.label not in pages.body(desk.get(review.get_absolute_url())).decode()
        step = review.history.last()
        found = (step.verb, step.reason, step.note, step.changes)
        assert found == (Verb.FILE_WITHDRAWN, Reason.PUBLISHER, "Letter", [document.label])
        desk.post(self.place(document, "restore"), {"note": "Asked again"})
        assert desk.head(file).status_code == 200
        assert review.history.last().verb == Verb.FILE_RESTORED

    def test_twice(self, desk, document, review):
        sent = {"reason": Reason.PUBLISHER}
        desk.post(self.place(document), sent)
        response = desk.post(self.place(document), sent)
        assert response.status_code == 409
        assert "Nothing was changed now" in text(response)
        desk.post(self.place(document, "restore"))
        assert desk.post(self.place(document, "restore")).status_code == 409
        assert review.history.filter(verb=Verb.FILE_WITHDRAWN).count() == 1

    def test_of_another_review(self, desk, document):
        other = make_review()
        assert desk.get(self.place(document, review=other)).status_code == 404
        sent = {"reason": Reason.PUBLISHER}
        assert desk.post(self.place(document, review=other), sent).status_code == 404

    def test_of_a_draft(self, desk):
        document = make_document(make_review(state="draft"))
        assert desk.get(self.place(document)).status_code == 404

    def test_who_may_not(self, client, contributor, document):
        client.force_login(contributor)
        for step in ("withdraw", "restore"):
            assert client.get(self.place(document, step)).status_code == 403
            assert client.post(self.place(document, step)).status_code == 403


def test_the_command_has_the_reason_and_the_wording(review, client):
    from django.core.management import CommandError, call_command

    with pytest.raises(CommandError, match="belong to withdraw"):
        call_command("review", "restore", review.reference, "--wording", "Gone.")
    with pytest.raises(CommandError, match="300"):
        call_command("review", "withdraw", review.reference, "--wording", "x" * 301)
    said = ("--reason", "court-order", "--wording", "It is not public any more.")
    call_command("review", "withdraw", review.reference, *said, verbosity=0)
    step = review.history.last()
    assert (step.reason, step.public_note) == (Reason.COURT, "It is not public any more.")
    assert "It is not public any more." in text(client.get(review.get_absolute_url()))


def test_a_withdrawal_forgets_nothing(review, editor):
    before = review.points.count(), review.summary
    publishing.withdraw(review=review, by=editor)
    stored = drafts.stored(review)
    assert (stored.points.count(), stored.summary) == before
