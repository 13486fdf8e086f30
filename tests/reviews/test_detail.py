"""/reviews/<reference>/: a review, arranged to be read; of a withdrawn one only the tombstone."""

import json
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from reviews import publishing
from reviews.models import Agency, DocumentKind, Harm, Outcome, ReviewType, Theme
from tests import pages
from tests.factories import make_review, make_term
from tests.random_reviews import make_bands

pytestmark = pytest.mark.django_db

ADDRESS = "/reviews/CR-2023-0001/"
WHOLE = {
    "reference": "CR-2023-0001",
    "title": "Child B",
    "type": "serious-case-review",
    "partnership": "Northmere Board",
    "published": "2023-04-19",
    "added": "2023-05",
    "incident": "2020-12",
    "content_note": "This review describes the death of a child.",
    "incident_note": "Found in a river",
    "summary": "First paragraph.\n\nSecond paragraph.",
    "children": [{"age": "P4Y8M", "sex": "boy"}, {"age": None, "sex": "girl"}],
    "harms": ["drowning"],
    "themes": ["neglect"],
    "agencies": ["police"],
    "learning": [
        {"text": "Think of the child.", "themes": ["think-family"], "agencies": ["housing"]},
        {"text": "Share what is known.", "themes": ["neglect"]},
    ],
    "recommendations": [
        {"text": "Agree a plan.", "addressed_to": ["police"]},
        {"text": "Ask for help.", "addressed_to": []},
        {"text": "Review the plan.", "addressed_to": ["police"]},
    ],
    "documents": [{"label": "The report", "url": "https://example.org/b.pdf"}],
    "keywords": ["river", "winter"],
}


def tree(client, address=ADDRESS):
    response = client.get(address)
    assert response.status_code == 200
    return pages.read(response)


def facts(client, address=ADDRESS):
    rows = tree(client, address).one("dl", class_="facts").all("div")
    return {row.one("dt").text: row.one("dd").text for row in rows}


def metadata(page):
    named = [meta for meta in page.all("meta") if meta.get("name") or meta.get("property")]
    found = {}
    for meta in named:
        found.setdefault(meta.get("name") or meta.get("property"), []).append(meta["content"])
    return found


def section(page, name):
    return page.one("section", id=name)


class TestReview:
    def test_its_facts(self, client):
        make_review(**WHOLE)
        assert facts(client) == {
            "Children": "Boy, 4 years 8 monthsGirl, age not stated",
            "Incident": "Found in a river",
            "When": "December 2020",
            "Outcome": "Death",
            "Harm": "Drowning",
            "Review": "Serious case review, England",
            "Published": "19 April 2023",
            "Partnership": "Northmere Board",
            "Themes": "NeglectThink family",
            "Agencies": "PoliceHousing",
            "Keywords": "river, winter",
        }

    def test_every_fact_leads_to_reviews_like_it(self, client):
        make_bands()
        make_review(**WHOLE)
        links = [a["href"] for a in tree(client).one("dl", class_="facts").all("a")]
        assert len(links) == 8
        for link in links:
            assert "CR-2023-0001" in client.get(unquote(link)).content.decode(), link

    def test_what_happened_by_paragraphs(self, client):
        make_review(**WHOLE)
        happened = section(tree(client), "happened").all("p", class_="say")
        assert [one.text for one in happened] == [
            "First paragraph.",
            "Second paragraph.",
        ]

    def test_its_note_comes_before_the_account(self, client):
        make_review(**WHOLE)
        make_review(reference="CR-2023-0002")
        note = tree(client).one("main").one("p", class_="notice").text
        assert note.startswith("This review describes the death of a child.")
        other = tree(client, "/reviews/CR-2023-0002/").one("main").one("p", class_="notice").text
        assert other.startswith("This page describes harm to a child.")

    def test_learning_in_order(self, client):
        make_review(**WHOLE)
        points = section(tree(client), "learning").all("li", class_="point")
        assert [point.one("p", class_="say").text for point in points] == [
            "Think of the child.",
            "Share what is known.",
        ]
        assert [link["href"] for link in points[0].one("dl").all("a")] == [
            "/themes/think-family/",
            "/agencies/housing/",
        ]

    def test_recommendations_by_whom_they_address(self, client):
        make_review(**WHOLE)
        groups = section(tree(client), "recs").one("div", class_="recs").content
        found = {
            group.one("h3").text: [item["id"] for item in group.all("li", class_="point")]
            for group in groups
            if not isinstance(group, str)
        }
        assert found == {
            "Police": ["recommendation-1", "recommendation-3"],
            "Not said who": ["recommendation-2"],
        }

    def test_every_point_has_its_anchor_and_its_citation(self, client):
        review = make_review(**WHOLE)
        page = tree(client)
        for kind, count in (("learning", 2), ("recommendation", 3)):
            for number in range(1, count + 1):
                point = page.one("li", id=f"{kind}-{number}")
                citation = point.one("p", id=f"cite-{kind}-{number}").text
                key = review.points.get(kind=kind, order=number).pk
                assert citation.endswith(f"{review.reference}. http://testserver/learning/{key}/")
                assert "Child B: serious case review, " in citation
                copies = point.one("button")["data-copy"]
                assert page.one(id=copies.removeprefix("#")).text == citation

    def test_how_to_cite_it(self, client):
        make_review(**WHOLE)
        assert tree(client).one("blockquote", id="citation").text == (
            "Case Review Repository (2023) Child B: serious case review. CR-2023-0001. "
            f"http://testserver{ADDRESS}"
        )

    def test_every_link_inside_the_page_leads_somewhere(self, client):
        make_review(**WHOLE)
        make_review(themes=["neglect"])
        page = tree(client)
        ids = [element.get("id") for element in page.everything if element.get("id")]
        assert len(ids) == len(set(ids))
        inside = [a["href"][1:] for a in page.all("a") if (a.get("href") or "").startswith("#")]
        assert set(inside) <= set(ids)
        assert {"learning-1", "recommendation-3", "support"} & set(inside)

    def test_a_correction_is_dated(self, client):
        review = make_review(**WHOLE)
        assert "Added May 2023" in tree(client).one("div", class_="card").text
        publishing.correct(review=review, by=None)
        assert "Corrected" in tree(client).one("div", class_="card").text


class TestWhoMayNot:
    @pytest.mark.parametrize("reference", ["CR-2023-0009", "EX-2023-0001", "CR-2023-00001"])
    def test_nothing_there(self, client, reference):
        make_review(**WHOLE)
        assert client.get(f"/reviews/{reference}/").status_code == 404

    def test_a_draft(self, client, admin_client):
        make_review(**WHOLE, state="draft")
        for who in (client, admin_client):  # the address alone decides what a page shows
            response = who.get(ADDRESS)
            assert response.status_code == 404
            assert "Child B" not in response.content.decode()

    def test_a_withdrawn_review_leaves_only_its_tombstone(self, client):
        review = make_review(**WHOLE)
        client.get(ADDRESS)
        publishing.withdraw(review=review, by=None, note="The family asked.")
        review.refresh_from_db()
        response = client.get(ADDRESS)
        assert response.status_code == 410
        day = timezone.localtime(review.withdrawn_at).strftime("%-d %B %Y")
        assert pages.read(response).one("h1").text == "CR-2023-0001 has been withdrawn"
        assert f"on {day}." in pages.read(response).one("p", class_="lede").text
        page = response.content.decode()
        told = ["Child B", "Northmere", "drowning", "First paragraph", "The family", "neglect"]
        told += ["Think of", "Agree a plan", "example.org", "river", "December 2020", "erious case"]
        assert [word for word in told if word.lower() in page.lower()] == []
        assert pages.read(response).one("meta", name="robots")["content"] == "noindex"

    def test_a_review_that_is_restored_is_back(self, client):
        review = make_review(**WHOLE)
        before = client.get(ADDRESS).content
        publishing.withdraw(review=review, by=None)
        client.get(ADDRESS)
        publishing.restore(review=review, by=None)
        assert client.get(ADDRESS).content == before

    def test_another_publication_changes_nothing_for_a_draft(self, client):
        make_review(**WHOLE, state="draft")
        make_review(title="Child C")
        assert client.get(ADDRESS).status_code == 404


class TestGaps:
    @pytest.fixture
    def least(self):
        return make_review(
            reference="CR-2023-0001",
            children=[],
            outcome="not-stated",
            nation="not-recorded",
            type="not-stated",
        )

    def test_what_is_not_recorded_is_said(self, client, least):
        assert facts(client) == {
            "Child": "Not recorded",
            "When": "Not recorded",
            "Outcome": "Not stated",
            "Harm": "Not recorded",
            "Review": "Not stated",
            "Published": "Date not recorded",
            "Partnership": "Not recorded",
        }

    def test_parts_with_nothing_in_them_are_left_out(self, client, least):
        page = tree(client)
        ids = {part.get("id") for part in page.all("section", class_="part")}
        assert ids == {"happened", "docs", "cite"}
        contents = page.one("nav", aria_label="On this page").all("a")
        assert [link["href"] for link in contents] == ["#happened", "#docs", "#cite"]
        assert "None" not in page.one("main").text
        assert "No document is recorded for this review." in section(page, "docs").text

    def test_no_link_is_recorded(self, client):
        make_review(reference="CR-2023-0001", documents=[{"label": "The report", "url": None}])
        documents = section(tree(client), "docs")
        assert documents.all("a") == []
        assert "The report Overview report · no link is recorded" in documents.text
        assert "No link to the report is recorded." in documents.text

    def test_a_link_to_a_report(self, client):
        make_review(**WHOLE)
        link = section(tree(client), "docs").one("a")
        assert (link["href"], link.text) == ("https://example.org/b.pdf", "The report")
        assert "noreferrer" in link["rel"]
        assert "no link is recorded" not in section(tree(client), "docs").text

    def test_published_anonymously(self, client):
        make_review(reference="CR-2023-0001", anonymous=True)
        assert facts(client)["Partnership"] == "Published anonymously"
        page = tree(client)
        assert "DC.creator" not in metadata(page)
        assert "author" not in json.loads(page.one("script", type="application/ld+json").text)

    def test_an_unborn_child_and_an_adult(self, client):
        children = [{"age": "unborn"}, {"age": "P24Y", "sex": "girl"}, {"age": "P3Y/P7Y"}]
        make_review(reference="CR-2023-0001", children=children)
        assert facts(client)["Children"] == "UnbornGirl, 24 years3 to 7 years"

    def test_long_titles_and_markup_in_text(self, client):
        long = "Child A, " * 22
        make_review(
            reference="CR-2023-0001",
            title=long[:200].strip(),
            headline="<b>bold</b>",
            summary="<script>alert(1)</script>",
            learning=["<img src=x>"],
            keywords=["<i>"],
            documents=[{"label": "<u>", "url": "https://example.org/?a=1&b=\"'<>"}],
        )
        page = tree(client)
        assert page.one("h1").text == long[:200].strip()
        assert [one for one in page.one("main").everything if one.tag in ("i", "u", "img")] == []
        assert "<script>alert(1)</script>" in section(page, "happened").text
        assert section(page, "docs").one("a")["href"] == "https://example.org/?a=1&b=\"'<>"


class TestIllustrative:
    def test_it_says_so_wherever_it_is_shown(self, client):
        invented = make_review(illustrative=True, themes=["neglect"], learning=["One."])
        address = invented.get_absolute_url()
        page = tree(client, address)
        assert "describes no real child" in page.one("main").text
        assert page.one("title").text.startswith("Illustrative example")
        assert "[illustrative example]" in page.one("blockquote", id="citation").text
        assert "[illustrative example]" in page.one("p", id="cite-learning-1").text
        described = metadata(page)
        for name in ("description", "og:title", "og:description", "DC.title", "citation_title"):
            assert "llustrative example" in described[name][0], name
        data = json.loads(page.one("script", type="application/ld+json").text)
        assert "[illustrative example]" in data["name"]

    def test_beside_and_under_another_review(self, client):
        make_review(reference="CR-2023-0001", themes=["neglect"])
        make_review(reference="EX-2023-0002", themes=["neglect"], illustrative=True)
        page = tree(client)
        assert section(page, "similar").one("span", class_="illustrative").text == "Illustrative"
        assert "(illustrative)" in page.one("nav", class_="turn").text

    def test_a_real_one_does_not(self, client):
        make_review(**WHOLE)
        assert "llustrative" not in tree(client).one("main").text


class TestAlike:
    def test_reviews_like_it_and_why(self, client):
        make_bands()
        same = {"themes": ["neglect", "supervision"], "harms": ["drowning"]}
        make_review(reference="CR-2023-0001", title="Child A", **same)
        make_review(reference="CR-2023-0002", title="Child B", **same)
        make_review(reference="CR-2023-0003", title="Child C", themes=["supervision"])
        make_review(reference="CR-2023-0004", title="Child D", children=[{"age": "P16Y"}])
        similar = section(tree(client), "similar").all("li")
        names = [item.one("span", class_="ref").text for item in similar]
        assert names == ["CR-2023-0002", "CR-2023-0003"]
        reasons = [item.one("p", class_="meta").text for item in similar]
        assert set(reasons[0].removeprefix("Also: ").rstrip(".").split(", ")) == {
            *("Neglect", "Supervision", "Drowning", "1 5"),
        }
        assert "Neglect" not in reasons[1]

    def test_what_is_not_stated_is_nothing_shared(self, client):
        make_bands()
        for number in (1, 2):
            make_review(reference=f"CR-2023-000{number}", children=[], harms=["not-stated"])
        assert tree(client).all("section", id="similar") == []

    def test_never_itself_a_draft_or_a_withdrawn_review(self, client):
        make_review(reference="CR-2023-0001", themes=["neglect"])
        make_review(themes=["neglect"], state="draft")
        gone = make_review(reference="CR-2023-0002", themes=["neglect"])
        assert section(tree(client), "similar").one("span", class_="ref").text == "CR-2023-0002"
        publishing.withdraw(review=gone, by=None)
        assert tree(client).all("section", id="similar") == []


class TestBeside:
    def turn(self, client, number):
        nav = tree(client, f"/reviews/CR-2023-000{number}/").one("nav", class_="turn")
        return [(a.get("rel"), a["href"]) for a in nav.all("a")]

    def test_the_reviews_before_and_after_it_in_its_month(self, client):
        for number in (1, 2, 3):
            make_review(reference=f"CR-2023-000{number}")
        make_review(reference="CR-2023-0004", added="2023-06")
        month = (None, "/reviews/added/2023/05/")
        assert self.turn(client, 1) == [month, ("next", "/reviews/CR-2023-0002/")]
        assert self.turn(client, 2) == [
            ("prev", "/reviews/CR-2023-0001/"),
            ("next", "/reviews/CR-2023-0003/"),
        ]
        assert self.turn(client, 3) == [("prev", "/reviews/CR-2023-0002/"), month]
        assert self.turn(client, 4) == [(None, "/reviews/added/2023/06/")]

    def test_a_withdrawn_review_is_passed_over(self, client):
        make_review(reference="CR-2023-0001")
        gone = make_review(reference="CR-2023-0002")
        make_review(reference="CR-2023-0003")
        publishing.withdraw(review=gone, by=None)
        assert self.turn(client, 1)[1] == ("next", "/reviews/CR-2023-0003/")
        assert self.turn(client, 3)[0] == ("prev", "/reviews/CR-2023-0001/")


class TestMetadata:
    def test_for_libraries_and_shared_links(self, client):
        make_review(**WHOLE)
        page = tree(client)
        found = metadata(page)
        address = f"http://testserver{ADDRESS}"
        expected = {
            "DC.title": ["Child B: serious case review"],
            "DC.identifier": ["CR-2023-0001"],
            "DC.creator": ["Northmere Board"],
            "DC.publisher": ["Case Review Repository"],
            "DC.date": ["2023-05"],
            "DC.subject": ["Neglect"],
            "citation_title": ["Child B: serious case review"],
            "citation_publication_date": ["2023/05"],
            "citation_public_url": [address],
            "citation_author": ["Northmere Board"],
            "og:type": ["article"],
            "og:url": [address],
        }
        assert {name: found.get(name) for name in expected} == expected
        assert page.one("link", rel="canonical")["href"] == address
        assert "robots" not in found

    def test_for_machines(self, client):
        make_review(**WHOLE)
        data = json.loads(tree(client).one("script", type="application/ld+json").text)
        assert data["@context"] == "https://schema.org"
        assert data["name"] == "Child B: serious case review"
        assert data["identifier"] == "CR-2023-0001"
        assert data["dateCreated"] == "2023-05"
        assert data["datePublished"] == "2023-04-19"
        assert data["author"]["name"] == "Northmere Board"
        assert data["about"] == ["Neglect"]

    @pytest.mark.parametrize(
        "text",
        [
            "</script><script>alert(1)</script>",
            "<!--<script>",
            "a & b &lt; \u2028 \u2029 \\u003c \"quoted\" 'single' é 😀",
        ],
    )
    def test_no_text_leaves_its_script(self, client, text):
        make_review(reference="CR-2023-0001", summary=text, title=text)
        page = client.get(ADDRESS).content.decode()
        script = pages.read(client.get(ADDRESS)).one("script", type="application/ld+json")
        data = json.loads(script.raw)
        assert data["abstract"] == text
        assert "alert(1)" not in [one.text for one in pages.read(client.get(ADDRESS)).all("script")]
        inside = page.split('<script type="application/ld+json">')[1].split("</script>")[0]
        assert json.loads(inside)["name"].startswith(text)

    def test_a_date_of_publication_is_never_more_exact_than_the_record(self, client):
        make_review(reference="CR-2023-0001", published="2023")
        data = json.loads(tree(client).one("script", type="application/ld+json").text)
        assert data["datePublished"] == "2023"


class TestMergedTerms:
    def test_a_page_names_what_took_their_place(self, client):
        kinds = {
            "themes": Theme,
            "agencies": Agency,
            "harms": Harm,
            "outcome": Outcome,
            "type": ReviewType,
            "documents": DocumentKind,
        }
        terms = {name: make_term(model, f"former-{name}") for name, model in kinds.items()}
        make_review(
            reference="CR-2023-0001",
            **{name: [terms[name]] for name in ("themes", "agencies", "harms")},
            **{name: terms[name] for name in ("outcome", "type")},
            learning=[{"text": "1.", "themes": [terms["themes"]], "agencies": [terms["agencies"]]}],
            recommendations=[{"text": "2.", "addressed_to": [terms["agencies"]]}],
            documents=[{"kind": terms["documents"]}],
        )
        assert "former" in tree(client).text.lower()
        for name, model in kinds.items():
            terms[name].merged_into = make_term(model, f"present-{name}")
            publishing.save_term(term=terms[name])
        page = client.get(ADDRESS).content.decode()
        assert "ormer" not in page.replace("former-child", "")
        assert page.count("resent") > 12
        for term in terms.values():
            term.merged_into = None
            publishing.save_term(term=term)
        assert "resent" not in client.get(ADDRESS).content.decode()


class TestCost:
    def make(self, count):
        make_bands()
        for number in range(count):
            make_review(
                themes=["neglect", "supervision"],
                agencies=["police"],
                harms=["drowning"],
                learning=[{"text": "1.", "themes": ["neglect"], "agencies": ["housing"]}] * count,
                recommendations=[{"text": "2.", "addressed_to": ["police"]}] * count,
                children=[{"age": "P1Y", "sex": "boy"}] * count,
                documents=[{"url": "https://example.org/a"}] * count,
                partnership="Northmere Board",
                reference=f"CR-2023-{count}{number:03}",
            )

    def queries(self, client, address):
        client.get("/reviews/added/")
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    def test_as_many_queries_for_twice_as_much_of_everything(self, client):
        self.make(3)
        few = self.queries(client, "/reviews/CR-2023-3001/")
        self.make(6)
        assert self.queries(client, "/reviews/CR-2023-6001/") == few
        assert few <= 16

    def test_merged_terms_cost_no_more(self, client):
        self.make(3)
        few = self.queries(client, "/reviews/CR-2023-3001/")
        for model, slug in ((Theme, "neglect"), (Agency, "police"), (Harm, "drowning")):
            term = make_term(model, slug)
            term.merged_into = make_term(model, "another")
            publishing.save_term(term=term)
        assert self.queries(client, "/reviews/CR-2023-3001/") == few

    def test_a_kept_page_costs_one(self, client):
        self.make(3)
        client.get("/reviews/CR-2023-3001/")
        assert self.queries(client, "/reviews/CR-2023-3001/") == 1
