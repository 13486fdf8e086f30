"""/briefings/<slug>/: what several reviews teach, each statement with its evidence."""

import pytest

from reviews import publishing
from reviews.models import Agency, Point
from tests import pages
from tests.factories import make_review, make_term
from tests.pieces import make_edition, make_piece

pytestmark = pytest.mark.django_db

ADDRESS = "/briefings/unwell/"
MOST_QUERIES = 8


def tree(client, address=ADDRESS):
    response = client.get(address)
    assert response.status_code == 200
    return pages.read(response)


def statement(page, anchor):
    return page.one("div", id=anchor)


def support(page, anchor):
    """What a statement says of its evidence, and the marks that are inked of all."""
    summary = statement(page, anchor).one("summary")
    marks = summary.one("svg", class_="tally").all("rect")
    inked = [mark for mark in marks if mark.get("class") == "on"]
    return summary.one("b").text, len(inked), len(marks)


def evidence(page, anchor):
    return [item.text for item in statement(page, anchor).one("ol").all("li")]


def reviews(count, **values):
    return [
        make_review(
            reference=f"CR-2023-{number:04}",
            title=f"Child {number}",
            learning=[f"Learning {number}.", f"More learning {number}."],
            **values,
        )
        for number in range(1, count + 1)
    ]


def first(review):
    return review.points.order_by("order").first()


class TestWhatItSays:
    def test_everything_that_was_written(self, client):
        make_edition(
            slug="unwell",
            title="When a parent is unwell",
            standfirst="What two reviews say.",
            published="2023-05",
            body="Read *this* first.\n\n## How\n\nBy number.",
            basis="Two editors read them.",
            sections=[
                {"heading": "Key issues", "text": "They **knew**.", "statements": ["One thing."]},
                ("Learning", ["Another.", "A third."]),
            ],
            questions=[("managers", "Who asks?"), ("practitioners", "What is meant?")],
            resources=[("guidance", "The guide", "The department", "https://guide.example/a")],
            contacts=[("The helpline", "For anybody.", "0808 800 5000")],
            concerns="Call **999**.",
        )
        page = tree(client)
        assert page.one("h1").text == "When a parent is unwell"
        assert page.one("p", class_="lede").text == "What two reviews say."
        assert page.one("p", class_="ref").text.startswith("Briefing · May 2023 · About 1 minute")
        introduction = page.one("section", id="introduction")
        assert introduction.one("em").text == "this"
        assert introduction.one("h3").text == "How"
        assert "Two editors read them." in page.one("section", id="basis").text
        assert page.one("section", id="section-1").one("h2").text == "1 Key issues"
        assert page.one("section", id="section-1").one("strong").text == "knew"
        assert statement(page, "s2-2").one("p", class_="say").text == "A third."
        asked = page.one("section", id="questions")
        assert [h.text for h in asked.all("h3")] == ["Practitioners", "Managers and supervisors"]
        more = page.one("section", id="more")
        assert more.one("a")["href"] == "https://guide.example/a"
        assert more.one("p", class_="meta").text == "Guidance · The department"
        concerns = page.one("section", id="concerns")
        assert concerns.one("strong").text == "999"
        assert concerns.one("a", class_="tel")["href"] == "tel:08088005000"

    def test_every_part_in_the_contents_is_there_and_in_order(self, client):
        review = make_review(learning=["One."])
        other = make_edition(slug="other")
        make_edition(slug="unwell", state="superseded", sections=[("S", [("T", [review])])])
        piece = make_edition(
            slug="whole",
            body="Text.",
            related=[other],
            questions=[("leaders", "Why?")],
            concerns="Call.",
            sections=[("S", [("T", [review])]), ("U", ["V"])],
        ).piece
        make_edition(piece=piece, body="T", sections=[("S", [("T", [review])])])
        for address in (ADDRESS, "/briefings/whole/", "/briefings/whole/editions/1/"):
            page = tree(client, address)
            links = page.one("nav", class_="contents").all("a")
            parts = [one.get("id") for one in page.one("article").all("section")]
            assert [link["href"].removeprefix("#") for link in links] == parts

    def test_html_in_texts_is_text(self, client):
        bad = "<script>alert(1)</script> & “100%” %(x)s"
        review = make_review(title=bad, learning=[bad])
        make_edition(
            slug="unwell",
            title=bad,
            standfirst=bad,
            body=bad,
            basis=bad,
            concerns=bad,
            sections=[{"heading": bad, "text": bad, "statements": [(bad, [first(review)]), bad]}],
            questions=[("leaders", bad)],
            resources=[("report", bad, bad, "javascript:alert(1)")],
            contacts=[(bad, bad, "javascript:alert(1)")],
        )
        page = tree(client)
        assert [one.text for one in page.one("main").all("script")] == []
        assert page.one("h1").text == bad
        assert statement(page, "s1-1").one("p", class_="say").text == bad
        assert evidence(page, "s1-1") == [f"{bad}, learning point 1 {review.reference}{bad}"]
        assert not [a for a in page.all("a") if "javascript" in a["href"]]

    def test_an_agency_that_a_section_is_for_has_a_page(self, client):
        sections = [{"heading": "For them", "agencies": ["police"], "statements": ["Ask."]}]
        make_term(Agency, "police")
        make_edition(slug="unwell", sections=sections)
        page = tree(client)
        link = page.one("section", id="section-1").one("a", href="/briefings/unwell/for/police/")
        assert link.text == "Police"

    def test_what_is_related_is_named_if_it_is_public(self, client):
        shown = make_edition(title="Shown").piece
        article = make_edition(kind="article", title="An article").piece
        hidden = make_edition(title="Hidden", state="draft").piece
        gone = make_edition(title="Gone", state="withdrawn").piece
        make_edition(slug="unwell", related=[shown, article, hidden, gone, make_piece()])
        links = tree(client).one("section", id="more").all("a")
        assert {link.text for link in links} == {"Shown", "An article"}

    def test_two_that_are_related_to_each_other(self, client):
        one = make_piece(slug="unwell")
        other = make_edition(title="Other", related=[one])
        make_edition(piece=one, related=[other, one])
        links = tree(client).one("section", id="more").all("a")
        assert [link.text for link in links] == ["Other"]

    def test_the_turn_to_the_newer_and_the_older(self, client):
        make_edition(title="Old", published="2020")
        make_edition(slug="unwell", published="2021-05")
        make_edition(title="New", published="2023-01-04", illustrative=True)
        make_edition(title="Not it", kind="article", published="2022")
        links = tree(client).one("nav", class_="turn").all("a")
        assert [link.text for link in links] == [
            "← Newer: 4 January 2023New (illustrative)",
            "Older: 2020 →Old",
        ]


class TestEvidence:
    def test_each_statement_says_in_how_many_reviews_and_opens_them_all(self, client):
        one, two, three = reviews(3)
        cited = [first(one), one.points.last(), two]
        make_edition(slug="unwell", sections=[("S", [("T", cited), ("U", [first(three)])])])
        page = tree(client)
        assert support(page, "s1-1") == ("In 2 of 3 reviews", 2, 3)
        assert support(page, "s1-2") == ("In 1 of 3 reviews", 1, 3)
        assert evidence(page, "s1-1") == [
            "Child 1, learning point 1 CR-2023-0001Learning 1.",
            "Child 1, learning point 2 CR-2023-0001More learning 1.",
            "Child 2, the review as a whole CR-2023-0002",
        ]
        links = [a["href"] for a in statement(page, "s1-1").one("ol").all("a")]
        assert links[0] == first(one).get_absolute_url()
        assert links[2] == two.get_absolute_url()

    def test_evidence_is_native_and_needs_no_script(self, client):
        (review,) = reviews(1)
        make_edition(slug="unwell", sections=[("S", [("T", [review])])])
        details = tree(client).one("details", class_="evidence")
        assert details.one("summary").text == "In 1 of 1 review Evidence"

    def test_what_is_cited_beside_the_sample_is_not_counted_in_it(self, client):
        one, two, three = reviews(3)
        statements = [("T", [one, three]), ("U", [three])]
        make_edition(slug="unwell", sections=[("S", statements)], pinned=[one, two])
        page = tree(client)
        assert support(page, "s1-1") == ("In 1 of 2 reviews, and in 1 other review", 1, 2)
        assert statement(page, "s1-2").one("summary").one("b").text == "In 1 other review"
        assert statement(page, "s1-2").all("svg") == []
        assert "not in the sample" in evidence(page, "s1-2")[0]

    def test_a_sample_too_large_for_marks_has_a_bar(self, client):
        several = reviews(40)
        make_edition(slug="unwell", sections=[("S", [("T", several[:10])])], pinned=several)
        bar, inked = statement(tree(client), "s1-1").one("svg").all("rect")
        assert (bar["width"], inked["width"]) == ("300", "75")

    def test_a_statement_that_cites_nothing_says_so(self, client):
        make_edition(slug="unwell", sections=[("S", ["From interviews."])])
        shown = statement(tree(client), "s1-1")
        assert shown.text == "1.1From interviews.No review in the repository is cited for this."
        assert shown.all("details") == []

    def test_references_are_the_sample_and_where_it_is_cited(self, client):
        one, two, three = reviews(3, published="2022-03")
        sections = [("S", [("T", [first(one)]), ("U", [one, three])])]
        make_edition(slug="unwell", sections=sections, pinned=[two, one])
        listed = tree(client).one("ol", class_="references").all("li")
        words = "local child safeguarding practice review, 2022."
        assert [item.text for item in listed] == [
            f"CR-2023-0001Child 1, {words} In 1.1 1.2",
            f"CR-2023-0002Child 2, {words} Not cited",
            f"CR-2023-0003Child 3, {words} In 1.2; not in the sample",
        ]
        assert [a["href"] for a in listed[0].all("a")][1:] == ["#s1-1", "#s1-2"]


class TestWhatIsGone:
    def test_a_withdrawn_review_is_gone_at_once_and_the_counts_with_it(self, client):
        one, two, three = reviews(3)
        statements = [("Kept.", [first(one), two]), ("Drawn from two.", [two]), ("Last.", [three])]
        make_edition(slug="unwell", sections=[("S", statements)])
        assert support(tree(client), "s1-1") == ("In 2 of 3 reviews", 2, 3)
        publishing.withdraw(review=two, by=None)
        page = tree(client)
        assert support(page, "s1-1") == ("In 1 of 2 reviews", 1, 2)
        assert page.all("div", id="s1-2") == []
        assert statement(page, "s1-3").one("a", class_="num").text == "1.3"
        for word in ("Child 2", "CR-2023-0002", "Learning 2", "Drawn from two"):
            assert word not in page.text
        assert page.one("section", id="basis").all("dd")[0].text == "2"

    def test_a_restored_review_is_back(self, client):
        (one,) = reviews(1)
        make_edition(slug="unwell", sections=[("S", [("Drawn from it.", [one])])])
        publishing.withdraw(review=one, by=None)
        assert "Drawn from it." not in tree(client).text
        publishing.restore(review=one, by=None)
        assert support(tree(client), "s1-1") == ("In 1 of 1 review", 1, 1)

    def test_a_point_that_a_correction_took_out_supports_nothing(self, client):
        one, two = reviews(2)
        statements = [("T", [first(one), first(two)]), ("Drawn from it.", [first(one)])]
        make_edition(slug="unwell", sections=[("S", statements)])
        first(one).delete()
        page = tree(client)
        assert support(page, "s1-1") == ("In 1 of 2 reviews", 1, 2)
        assert "Drawn from it." not in page.text

    def test_a_point_that_another_review_has_now_supports_nothing(self, client):
        one, two = reviews(2)
        make_edition(slug="unwell", sections=[("S", [("T", [first(one)])])])
        Point.objects.filter(pk=first(one).pk).update(review=two, order=9)
        assert tree(client).all("div", class_="statement") == []

    def test_no_review_is_left(self, client):
        one, two = reviews(2)
        sections = [("S", [("Drawn.", [one, two])]), ("Own", ["Never cited."])]
        make_edition(slug="unwell", sections=sections)
        for review in (one, two):
            publishing.withdraw(review=review, by=None)
        page = tree(client)
        basis = page.one("section", id="basis")
        assert "None of the reviews that it was based on can be read here any more." in basis.text
        assert page.all("section", id="section-1") == []
        assert page.one("section", id="section-2").one("h2").text == "2 Own"
        assert page.all("section", id="references") == []

    def test_a_draft_review_that_was_pinned_is_not_there(self, client):
        hidden = make_review(title="Hidden child", state="draft", learning=["Hidden."])
        make_edition(slug="unwell", sections=[("S", [("Drawn.", [first(hidden), hidden])])])
        page = tree(client)
        assert "Hidden" not in page.text
        assert "Drawn." not in page.text


class TestCost:
    def test_queries_do_not_grow_with_statements_and_citations(
        self, client, django_assert_max_num_queries
    ):
        def whole(slug, several):
            cited = [("T", [first(one), one]) for one in several]
            piece = make_edition(
                slug=slug,
                selection="theme=neglect&q=learning",
                sections=[("S", cited), ("T", cited)],
                themes=["neglect"],
                related=[make_edition(), make_edition(kind="article")],
            ).piece
            make_edition(piece=piece, sections=[("S", cited)])
            return f"/briefings/{slug}/editions/1/"

        few, many = whole("few", reviews(2)[:1]), whole("many", make_more(20))
        client.get("/reviews/?q=learning")  # what a process learns once: terms, synonyms, words
        for address in (few, "/briefings/few/", many, "/briefings/many/"):
            with django_assert_max_num_queries(MOST_QUERIES):
                assert client.get(address).status_code == 200

    def test_a_kept_page_costs_the_version_read(self, client, django_assert_num_queries):
        make_edition(slug="unwell")
        client.get(ADDRESS)
        with django_assert_num_queries(1):
            client.get(ADDRESS)


def make_more(count):
    return [make_review(themes=["neglect"], learning=["Learning of it."]) for _ in range(count)]
