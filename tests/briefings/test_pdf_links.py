"""What links of PDF files are called: their words, and not the address that they lead to."""

import io
import re

import pikepdf
import pytest

from briefings.typesetting.links import described
from tests.factories import make_review
from tests.pieces import make_edition

SITE = "http://testserver"


def links(content):
    """Of each link out of the file its address, with its words."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return {str(one.A.URI): str(one.Contents) for one in annotations(pdf) if "/A" in one}


def annotations(pdf):
    return [link for page in pdf.pages for link in page.get("/Annots", [])]


def file(client, slug="unwell", name="briefing"):
    response = client.get(f"/briefings/{slug}/{name}.pdf")
    assert response.status_code == 200
    return response.content


@pytest.fixture
def review(db):
    return make_review(title="Child B", learning=["Ask again."])


class TestLinks:
    def test_have_their_words(self, client, review):
        point = review.points.get()
        make_edition(
            slug="unwell",
            themes=["parental-mental-health"],
            body="See **the [guide](https://guide.example/a)** first.",
            sections=[("Learning", [("It was so.", [point])])],
            contacts=[("The helpline", "At any hour", "0808 800 5000")],
        )
        found = links(file(client))
        named = {
            f"{SITE}/": "Case Review Repository",
            f"{SITE}/themes/parental-mental-health/": "Parental mental health",
            "https://guide.example/a": "guide",
            f"{SITE}/briefings/unwell/#s1-1": "1.1",
            f"{SITE}{point.get_absolute_url()}": "Child B, learning point 1",
            f"{SITE}{review.get_absolute_url()}": "Child B",
            f"{SITE}/briefings/unwell/#support": "Support if you need it",
            "tel:08088005000": "The helpline",
        }
        assert {address: found.get(address) for address in named} == named

    def test_of_the_sheet_too(self, client, review):
        make_edition(slug="unwell", sections=[("Learning", [("It was so.", [review])])])
        found = links(file(client, name="seven-minutes"))
        assert found[f"{SITE}/briefings/unwell/#s1-1"] == "1.1"

    @pytest.mark.parametrize(
        "words",
        [
            "Plain words",
            "A|B|C",
            "100% (of all) ((",
            ")) turned (",
            "back\\slash\\",
            "Siân’s Ŵ, 2 – 3",
            "%28not a bracket%29",
            "/URI(a)>>/F 4/StructParent 1/Contents(b)",
            "/URI<41>>>/F 4/StructParent 1/Contents<42>",
        ],
    )
    def test_whatever_their_words_are(self, client, db, words):
        make_edition(
            slug="unwell",
            resources=[("report", words, "", "https://a.example/x_(y)|z")],
            sections=[{"heading": words, "statements": ["Nothing is cited for this."]}],
        )
        content = file(client)
        assert links(content)["https://a.example/x_%28y%29%7Cz"] == words
        with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_outline() as outline:
            assert pdf.check_pdf_syntax() == []
            assert f"1 {words}" in [one.title for one in outline.root]

    def test_long_words_are_cut(self, client, review):
        said = "and so on " * 300
        make_edition(slug="unwell", body=f"[{said}](https://a.example/)")
        found = links(file(client))["https://a.example/"]
        assert found.startswith("and so on and so on")
        assert len(found) == 401


class TestContents:
    def sections(self, review, count):
        make_edition(
            slug="unwell",
            sections=[
                (f"Part {'abcdefg'[n]}", [("It was so.", [review])] * 6) for n in range(count)
            ],
            questions=[("managers", "Who asked?")],
        )

    def within(self, client):
        """Of each link within the file its words, and the page that it leads to."""
        with pikepdf.open(io.BytesIO(file(client))) as pdf:
            pages = [page.objgen for page in pdf.pages]
            found = [one for one in annotations(pdf) if "/Dest" in one]
            return [(str(one.Contents), pages.index(one.Dest[0].objgen)) for one in found]

    def test_lead_to_where_each_part_begins(self, client, review):
        self.sections(review, 4)
        found = self.within(client)
        assert [words for words, _ in found] == [
            *("1 Part a", "2 Part b", "3 Part c", "4 Part d"),
            *("Questions to ask", "References", "Cite this briefing"),
        ]
        places = [page for _, page in found]
        assert places == sorted(places)
        assert places[0] == 1
        assert places[-1] > 2

    def test_are_tagged_as_such(self, client, review):
        self.sections(review, 4)
        content = file(client)
        assert len(re.findall(rb"/S/TOCI\b", content)) == 7

    def test_of_few_sections_there_are_none(self, client, review):
        self.sections(review, 2)
        assert self.within(client) == []


class TestFile:
    def test_without_links_is_none_of_ours(self):
        with pytest.raises(ValueError, match="writes links otherwise"):
            described(b"%PDF-1.7")

    def test_has_our_faces_and_no_other(self, client, review):
        make_edition(slug="unwell", sections=[("Learning", [("It was so.", [review])])])
        with pikepdf.open(io.BytesIO(file(client))) as pdf:
            dictionaries = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
            named = {str(one.FontName) for one in dictionaries if "/FontName" in one}
        families = {name.partition("+")[2].partition("-")[0] for name in named}
        assert families == {"LibertinusSerif", "OpenSans"}
