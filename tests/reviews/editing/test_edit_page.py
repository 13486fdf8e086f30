"""The edit page: what it shows, what its form saves, and what happens when two write at once."""

import json
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from bench.forms import form_with
from reviews import publishing
from reviews.editing import releasing, saving
from reviews.editing.edit_form import EditForm
from reviews.editing.judging import judge
from reviews.editing.typed import Typed
from reviews.editing.vocabulary import vocabulary as current
from reviews.models import Revision, Theme, WorkingCopy
from tests.factories import make_partnership, make_review, make_term
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(vocabulary, editor):
    return saving.begin(by=editor, title="Child B")


@pytest.fixture
def desk(client, editor, storage):
    client.force_login(editor)
    return client


def address(review):
    return reverse("desk:edit", args=[review.pk])


def fields_of(client, review):
    """What the page's form would send as it stands: {name: texts}."""
    _, pairs = form_with(client.get(address(review)).content.decode(), "title")
    found = {}
    for name, text in pairs:
        found.setdefault(name, []).append(text)
    return found


def send(client, review, do="save", fields=None, **changes):
    sent = dict(fields_of(client, review) if fields is None else fields)
    sent |= {name.replace("__", "-"): texts for name, texts in changes.items()}
    return client.post(address(review), {**sent, "do": do})


def typed(review):
    return saving.opened(review).typed


def points(review, rows="learning"):
    found = typed(review)
    return [found.get(f"{rows}-{key}-text") for key in found.rows(rows)]


class TestNew:
    def test_begins_a_draft_and_leads_to_its_page(self, desk, vocabulary):
        response = desk.post(reverse("desk:new"), {"title": "Child C", "added": "May 2023"})
        copy = WorkingCopy.objects.get()
        assert response["Location"] == f"{address(copy.review)}#id_headline"
        assert copy.review.reference == "CR-2023-0001"
        assert typed(copy.review).get("added") == "May 2023"

    def test_a_month_that_is_none_is_said(self, desk, vocabulary):
        response = desk.post(reverse("desk:new"), {"title": "Child C", "added": "soon"})
        assert response.status_code == 422
        assert "Child C" in response.content.decode()
        assert not WorkingCopy.objects.exists()

    def test_looking_begins_nothing(self, desk, vocabulary):
        assert desk.get(reverse("desk:new")).status_code == 200
        assert not WorkingCopy.objects.exists()


class TestPage:
    def test_sent_as_it_stands_changes_nothing(self, desk, vocabulary):
        """Every field of the record is on the page, so none is emptied by saving it."""
        review = make_review(
            headline="a boy of 4",
            partnership="Northmere Safeguarding Children Partnership",
            published="2023-04-19",
            incident="2020-12/2021-02",
            incident_note="Found",
            content_note="This review describes a death.",
            children=[{"age": "P4Y8M", "age_text": "4 years", "sex": "boy"}, {"age": "unborn"}],
            harms=["neglect"],
            themes=["neglect", "information-sharing"],
            agencies=["police"],
            learning=[{"text": "Ask.", "themes": ["neglect"], "agencies": ["police"]}],
            recommendations=["Agree."],
            documents=[{"label": "Report", "url": "https://example.org/a.pdf"}],
            keywords=["river", "snow"],
            illustrative=True,
        )
        assert send(desk, review).status_code == 302
        assert not WorkingCopy.objects.exists()

    def test_reads_as_one_document_with_its_sections(self, desk, draft):
        page = read(desk.get(address(draft)))
        contents = page.one("nav", id="edit-contents")
        links = [link["href"] for link in contents.all("a")]
        assert links[0] == "#part-facts" and links[-1] == "#edit-bar" and len(links) == 9
        for link in links:
            page.one("section", id=link[1:])

    def test_ids_stand_once(self, desk, draft):
        send(desk, draft, do="add:learning")
        send(desk, draft, do="add:documents")
        send(desk, draft, do="add:children")
        page = read(desk.get(address(draft)))
        ids = [one["id"] for one in page.everything if one.get("id")]
        assert len(ids) == len(set(ids))
        for label in page.all("label"):
            assert label.get("for") in {None, *ids}

    def test_dates_and_ages_are_shown_as_understood(self, desk, draft):
        send(desk, draft, do="add:children", incident="early 2014")
        send(desk, draft, children__n1__age="4 yrs 8 months", published="19/4/2023")
        text = desk.get(address(draft)).content.decode()
        assert "Understood as: January to April 2014" in text
        assert "Understood as: 4 years 8 months" in text
        assert "Understood as: 19 April 2023" in text

    def test_no_more_queries_with_more_rows(self, desk, draft):
        def queries():
            from django.db import connection
            from django.test.utils import CaptureQueriesContext

            desk.get(address(draft))
            with CaptureQueriesContext(connection) as found:
                desk.get(address(draft))
            return len(found)

        send(desk, draft, learning__paste="Ask.\nListen.")
        few = queries()
        send(
            desk,
            draft,
            learning__paste="\n".join(f"Write down what was said on visit {n}." for n in range(20)),
            recommendations__paste="\n".join(f"Agree step {n}." for n in range(20)),
        )
        assert queries() == few

    def test_is_small_with_22_points(self, desk, draft):
        say = "Professionals did not share information about neglect with the police, visit {}."
        send(
            desk,
            draft,
            summary="What happened. " * 200,
            learning__paste="\n".join(say.format(n) for n in range(12)),
            recommendations__paste="\n".join(say.format(n) for n in range(10)),
        )
        for name in range(150):
            make_partnership(f"Partnership of {name}")
        response = desk.get(address(draft), headers={"Accept-Encoding": "gzip"})
        assert response["Content-Encoding"] == "gzip"
        assert len(response.content) < 60_000

    def test_a_page_of_the_desk_is_kept_by_nobody(self, desk, draft):
        assert desk.get(address(draft))["Cache-Control"] == "no-store"


class TestSave:
    def test_a_draft_with_mistakes_is_saved_and_says_what_cannot_be_read(self, desk, draft):
        response = send(desk, draft, incident="when it snowed", partnership="Nowhere")
        assert response.status_code == 302
        page = read(desk.get(address(draft)))
        alert = page.one("section", class_="alert")
        links = [link["href"] for link in alert.all("a")]
        assert links[:2] == ["#id_partnership", "#id_incident"] or set(links[:2]) == {
            "#id_partnership",
            "#id_incident",
        }
        box = page.one("input", id="id_incident")
        assert box["value"] == "when it snowed" and box["aria-invalid"] == "true"
        assert "Error: " in page.one("div", id="id_incident_error").text
        assert "to put right" in page.one("section", id="edit-bar").text

    def test_terms_are_added_by_name_or_synonym_and_taken_away(self, desk, draft):
        make_term(Theme, "one-more", label="One more", synonyms=["another one"])
        current()
        send(desk, draft, themes_typed="another ONE; no such theme")
        assert typed(draft).all("themes") == ["one-more"]
        text = desk.get(address(draft)).content.decode()
        assert "“no such theme” is not one of the themes." in text.replace("&#x27;", "'")
        fields = fields_of(desk, draft)
        del fields["themes"]
        send(desk, draft, fields=fields)
        assert typed(draft).all("themes") == []

    def test_a_double_submit_saves_once(self, desk, draft):
        fields = fields_of(desk, draft)
        for _ in range(2):
            assert send(desk, draft, fields=fields, title="Child Q").status_code == 302
        assert Revision.objects.count() == 2

    def test_publish_saves_and_goes_on(self, desk, draft):
        response = send(desk, draft, do="publish", title="Child Q")
        assert response["Location"] == reverse("desk:publish", args=[draft.pk])
        assert typed(draft).get("title") == "Child Q"

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("title", "x" * 5_000),
            ("summary", "word " * 40_000),
            ("title", "Child\x00\x07 B"),
            ("title", "طفل ب / 孩子"),
            ("number", "9" * 40),
            ("sitting", "../../etc"),
            ("learning", "q1"),
            ("no-such-field", "x"),
            ("do", "remove:everything"),
        ],
    )
    def test_bad_input_breaks_nothing(self, desk, draft, name, text):
        response = desk.post(address(draft), {**fields_of(desk, draft), name: text})
        assert response.status_code in {302, 409}
        page = desk.get(address(draft))
        assert page.status_code == 200 and b"\x00" not in page.content

    def test_what_is_too_long_is_kept_and_said(self, desk, draft):
        send(desk, draft, title="x" * 5_000)
        page = read(desk.get(address(draft)))
        assert page.one("input", id="id_title")["value"] == "x" * 5_000
        assert "at most 200 characters" in page.one("div", id="id_title_error").text


class TestButtons:
    def test_each_leads_back_to_its_row(self, desk, draft):
        response = send(desk, draft, do="add:learning")
        assert urlsplit(response["Location"]).fragment == "learning-n1"
        send(desk, draft, do="after:learning:n1", learning__n1__text="One")
        response = send(desk, draft, do="up:learning:n2", learning__n2__text="Two")
        assert urlsplit(response["Location"]).fragment == "learning-n2"
        assert points(draft) == ["Two", "One"]

    def test_what_is_removed_comes_back_even_unsaved(self, desk, draft):
        send(desk, draft, do="add:learning")
        response = send(desk, draft, do="remove:learning:n1", learning__n1__text="Typed just now")
        assert points(draft) == []
        page = read(desk.get(response["Location"]))
        undo = page.one("p", id="removed").one("button")
        assert (undo["value"], undo["form"]) == ("undo:learning:n1", "edit")
        send(desk, draft, do=undo["value"])
        assert points(draft) == ["Typed just now"]

    @pytest.mark.parametrize("removed", ["x", "learning:p1'", "pages:p1", "<script>"])
    def test_an_address_that_says_something_else_was_removed(self, desk, draft, removed):
        response = desk.get(address(draft), {"removed": removed})
        assert read(response).all(id="removed") == []

    def test_a_suggestion_has_its_words_and_can_be_refused(self, desk, draft):
        send(desk, draft, learning__paste="The police did not share information.")
        page = read(desk.get(address(draft)))
        refuse = next(b for b in page.all("button") if (b.get("value") or "").endswith(":police"))
        assert refuse["value"] == "refuse:learning-n1-agencies:police"
        assert "“The police”" in refuse.parent.text
        send(desk, draft, do=refuse["value"])
        values = [b.get("value") for b in read(desk.get(address(draft))).all("button")]
        assert refuse["value"] not in values
        send(desk, draft, title="Again")
        assert typed(draft).all("refused") == ["learning-n1-agencies:police"]

    def test_a_list_that_is_pasted_becomes_rows_whatever_is_pressed(self, desk, draft):
        send(desk, draft, learning__paste="ask early; ask again; and listen")
        assert points(draft) == ["ask early", "ask again", "listen"]

    def test_500_are_refused_and_stay_in_their_box(self, desk, draft):
        text = "\n".join(f"Point {number}." for number in range(500))
        response = send(desk, draft, title="Child Q", learning__paste=text)
        assert response.status_code == 422
        box = read(response).one("textarea", id="id_learning-paste")
        assert "Point 499." in box.raw and box["aria-invalid"] == "true"
        assert points(draft) == [] and typed(draft).get("title") == "Child Q"

    def test_500_rows_are_saved_and_said_to_be_too_many(self, desk, draft):
        keys = [f"n{number}" for number in range(500)]
        rows = {f"learning-{key}-text": "Ask." for key in keys}
        sent = {**fields_of(desk, draft), **rows, "learning": keys}
        assert desk.post(address(draft), sent).status_code == 302
        assert "500 are too many. At most 300 can be published." in (
            desk.get(address(draft)).content.decode()
        )


class TestTogether:
    """Two have the page open."""

    @pytest.fixture
    def other(self, contributor):
        from django.test import Client

        client = Client()
        client.force_login(contributor)
        return client

    def test_different_fields_go_together_with_a_notice(self, desk, other, draft):
        mine, theirs = fields_of(desk, draft), fields_of(other, draft)
        send(other, draft, fields=theirs, headline="a boy of 4")
        response = send(desk, draft, fields=mine, summary="He was four.")
        assert response.status_code == 302
        found = typed(draft)
        assert (found.get("headline"), found.get("summary")) == ("a boy of 4", "He was four.")
        assert "C. Vaughan" in desk.get(response["Location"]).content.decode()

    def test_the_same_field_shows_both_and_saving_again_decides(self, desk, other, draft):
        mine, theirs = fields_of(desk, draft), fields_of(other, draft)
        send(other, draft, fields=theirs, headline="a boy of 4")
        response = send(desk, draft, fields=mine, headline="a girl of 5", summary="Typed too.")
        assert response.status_code == 409
        page = read(response)
        alert = page.one("section", role="alert")
        assert "a boy of 4" in alert.text and "a girl of 5" in alert.text
        assert page.one("input", id="id_headline")["value"] == "a girl of 5"
        assert "Typed too." in page.one("textarea", id="id_summary").raw
        assert typed(draft).get("headline") == "a boy of 4"
        _, pairs = form_with(response.content.decode(), "title")
        again = desk.post(address(draft), {**dict(pairs), "do": "save"})
        assert again.status_code == 302
        assert typed(draft).get("headline") == "a girl of 5"

    def test_new_points_of_both_stay(self, desk, other, draft):
        mine, theirs = fields_of(desk, draft), fields_of(other, draft)
        send(other, draft, fields=theirs, learning=["n1"], learning__n1__text="Theirs.")
        response = send(desk, draft, fields=mine, learning=["n1"], learning__n1__text="Mine.")
        assert response.status_code == 302
        assert sorted(points(draft)) == ["Mine.", "Theirs."]

    def test_a_page_from_before_a_publication_overwrites_nothing(self, desk, editor, vocabulary):
        review = make_review(headline="as it was")
        old = fields_of(desk, review)
        send(desk, review, headline="as it is now")
        judged = judge(EditForm(review, typed(review), current()))
        reasons = {finding.key: "It may stand." for finding in judged.findings}
        releasing.release(review=review, by=None, vocabulary=current(), acknowledged=reasons)
        response = send(desk, review, fields=old, headline="as an old page says")
        assert response.status_code == 409
        page = read(response)
        assert "as an old page says" in page.one("section", role="alert").text
        assert page.one("input", id="id_headline")["value"] == "as it is now"
        assert not WorkingCopy.objects.exists()


class TestAutomatic:
    def automatic(self, client, review, fields, **changes):
        sent = {**fields, **{name.replace("__", "-"): text for name, text in changes.items()}}
        return client.post(address(review), {**sent, "automatic": "1"})

    def test_saves_and_says_when(self, desk, draft):
        fields = fields_of(desk, draft)
        said = json.loads(self.automatic(desk, draft, fields, title="Child Q").content)
        assert (said["number"], said["merged"]) == (2, False)
        assert typed(draft).get("title") == "Child Q"

    def test_those_of_one_sitting_are_one_version(self, desk, draft):
        fields = fields_of(desk, draft)
        for number, title in enumerate(("A", "B", "C"), start=1):
            self.automatic(desk, draft, fields, title=title, number=number)
        assert typed(draft).get("title") == "C"
        assert Revision.objects.filter(review=draft).count() == 2

    def test_what_somebody_else_has_opened_stays_to_be_merged_with(self, desk, draft, contributor):
        from django.test import Client

        other = Client()
        other.force_login(contributor)
        mine = fields_of(desk, draft)
        self.automatic(desk, draft, mine, title="A", number=1)
        theirs = fields_of(other, draft)
        self.automatic(desk, draft, mine, title="A B", number=2)
        assert send(other, draft, fields=theirs, headline="a boy of 4").status_code == 302
        assert (typed(draft).get("title"), typed(draft).get("headline")) == ("A B", "a boy of 4")

    def test_never_decides_a_conflict(self, desk, draft):
        mine, theirs = fields_of(desk, draft), fields_of(desk, draft)
        send(desk, draft, fields=theirs, title="Theirs")
        response = self.automatic(desk, draft, mine, title="Mine")
        assert response.status_code == 409
        assert typed(draft).get("title") == "Theirs"


class TestStates:
    def test_a_published_review_says_what_saving_means(self, desk, vocabulary):
        review = make_review()
        assert "This review is public." in desk.get(address(review)).content.decode()
        send(desk, review, headline="corrected")
        text = desk.get(address(review)).content.decode()
        assert "You are writing a correction." in text
        assert reverse("desk:discard", args=[review.pk]) in text
        review.refresh_from_db()
        assert review.headline != "corrected"

    def test_a_withdrawn_one_says_so(self, desk, vocabulary):
        review = make_review()
        publishing.withdraw(review=review, by=None)
        assert "This review is withdrawn" in desk.get(address(review)).content.decode()


class TestWhileTyping:
    def test_terms_with_definitions_and_synonyms(self, desk, vocabulary):
        response = desk.get(reverse("desk:terms"))
        found = json.loads(response.content)
        assert set(found) == {"harms", "themes", "agencies"}
        assert set(found["themes"][0]) == {"slug", "label", "definition", "synonyms"}
        again = desk.get(reverse("desk:terms"), headers={"If-None-Match": response["ETag"]})
        assert again.status_code == 304 and again["Cache-Control"] == "private, no-cache"
        make_term(Theme, "another-theme")
        changed = desk.get(reverse("desk:terms"), headers={"If-None-Match": response["ETag"]})
        assert changed.status_code == 200

    @pytest.mark.parametrize(
        ("kind", "text", "said"),
        [
            ("date", "early 2014", {"said": "January to April 2014"}),
            ("age", "4 yrs 8 months", {"said": "4 years 8 months"}),
            ("date", "", {"said": ""}),
            ("shoe", "early 2014", {"said": ""}),
        ],
    )
    def test_how_a_text_is_understood(self, desk, kind, text, said):
        response = desk.get(reverse("desk:understood"), {"kind": kind, "text": text})
        assert json.loads(response.content) == said

    @pytest.mark.parametrize("text", ["when it snowed", "9" * 500, "٣ سنوات"])
    def test_what_cannot_be_read_is_said(self, desk, text):
        response = desk.get(reverse("desk:understood"), {"kind": "age", "text": text})
        assert response.status_code == 200


def test_typed_is_what_the_page_sends(desk, draft):
    """The page has a field for everything that is typed, and nothing that is not."""
    known = set(typed(draft).names())
    sent = set(fields_of(desk, draft))
    assert known <= sent
    assert Typed.of_post(_post(fields_of(desk, draft))) == typed(draft)


def _post(fields):
    from django.utils.datastructures import MultiValueDict

    return MultiValueDict(fields)
