"""Briefings as PDF files: what is in them, for whom they are readable, when they change."""

import io
import json
import re
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import typst

from briefings import publishing as pieces
from briefings import records
from briefings.briefing_page import BriefingPage
from briefings.models import Edition
from briefings.reading import for_page
from briefings.typesetting import characters, press
from briefings.typesetting.characters import plain, shown
from briefings.typesetting.sheet import Sheet
from reviews import publishing
from reviews.catalogue import catalogue
from tests.factories import make_review
from tests.pieces import make_edition, make_piece

BODY = """What mattered was **what else there was**. See [the guide](https://guide.example/a).

## How to read it

- as a mark
- as a point

> Nobody asked me.
"""


@pytest.fixture
def reviews(db):
    return [
        make_review(
            title=f"Child {letter}",
            published="2021-05",
            learning=[f"Learning of child {letter}, in its own words."],
        )
        for letter in "ABCD"
    ]


@pytest.fixture
def edition(reviews):
    points = [review.points.get() for review in reviews]
    return make_edition(
        slug="unwell",
        title="When a parent is unwell",
        standfirst="What four reviews say.",
        themes=["parental-mental-health"],
        agencies=["police"],
        selection="nation=england",
        body=BODY,
        basis="Two editors compared the points.",
        pinned=reviews,
        sections=[
            (
                "Seeing the whole picture",
                [("Illness met something else.", points[:3]), ("It was never asked.", [points[3]])],
            ),
            {
                "heading": "Working together",
                "agencies": ["police"],
                "text": "Two systems.",
                "statements": ["Nothing is cited for this."],
            },
        ],
        questions=[("practitioners", "What would change our view?")],
        resources=[("guidance", "Working together", "Department", "https://www.gov.example/x")],
        contacts=[("The helpline", "At any hour", "0808 800 5000")],
        concerns="Call **999**.",
    )


def whole(client, path="/briefings/unwell/briefing.pdf"):
    response = client.get(path)
    assert response.status_code == 200
    return response.content


def opened(content):
    return pikepdf.open(io.BytesIO(content))


def text_of(content):
    pdf = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_range() for page in pdf]
    return re.sub(r"[\s\u200b\ufffe]+", " ", " ".join(pages))


def pages_of(content):
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]


class TestAnswer:
    def test_a_file_to_read_and_to_save(self, client, edition):
        response = client.get("/briefings/unwell/briefing.pdf")
        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Disposition"] == 'inline; filename="unwell-edition-1.pdf"'
        assert response["Link"] == '<http://testserver/briefings/unwell/>; rel="canonical"'
        assert response["Cache-Control"] == "no-cache"
        assert "X-Robots-Tag" not in response
        assert response.content.startswith(b"%PDF-1.7")

    def test_names_of_the_other_files(self, client, edition):
        response = client.get("/briefings/unwell/seven-minutes.pdf")
        assert response["Content-Disposition"] == 'inline; filename="unwell-seven-minutes.pdf"'
        response = client.get("/briefings/unwell/editions/1/briefing.pdf")
        assert response["Content-Disposition"] == 'inline; filename="unwell-edition-1.pdf"'

    def test_an_illustrative_one_is_not_for_search_engines(self, client, reviews):
        make_edition(slug="made-up", illustrative=True)
        response = client.get("/briefings/made-up/briefing.pdf")
        assert response["X-Robots-Tag"] == "noindex"

    @pytest.mark.parametrize("name", ["briefing.pdf", "editions/1/briefing.pdf"])
    def test_a_draft_is_nowhere(self, client, db, name):
        make_edition(slug="unwell", state="draft")
        assert client.get(f"/briefings/unwell/{name}").status_code == 404

    @pytest.mark.parametrize(
        "name", ["briefing.pdf", "seven-minutes.pdf", "editions/1/briefing.pdf"]
    )
    def test_a_withdrawn_one_says_so(self, client, edition, name):
        whole(client, f"/briefings/unwell/{name}")
        pieces.withdraw(edition=edition, by=None, wording="A court asked for it.")
        response = client.get(f"/briefings/unwell/{name}")
        assert response.status_code == 410
        assert "A court asked for it." in response.text
        assert response["Cache-Control"] == "no-cache"

    def test_an_article_is_no_briefing(self, client, db):
        make_edition(kind="article", slug="unwell")
        assert client.get("/briefings/unwell/briefing.pdf").status_code == 404

    def test_unknown_ones(self, client, edition):
        make_piece(slug="empty")
        for path in (
            "nothing/briefing.pdf",
            "empty/briefing.pdf",
            "unwell/editions/2/briefing.pdf",
        ):
            assert client.get(f"/briefings/{path}").status_code == 404

    def test_no_sheet_where_there_is_nothing_for_it(self, client, db):
        make_edition(slug="short", body="Words.")
        assert client.get("/briefings/short/seven-minutes.pdf").status_code == 404
        assert client.get("/briefings/short/briefing.pdf").status_code == 200

    def test_a_superseded_edition_at_its_own_address(self, client, edition):
        make_edition(piece=edition.piece, title="The second edition", published="2026-11")
        response = client.get("/briefings/unwell/editions/1/briefing.pdf")
        text = text_of(response.content)
        assert "When a parent is unwell" in text
        assert "This edition is superseded." in text
        assert "Read edition 2, November 2026" in text
        assert response["Link"].startswith("<http://testserver/briefings/unwell/editions/1/>")
        assert "The second edition" in text_of(whole(client))

    def test_only_to_be_read(self, client, edition):
        assert client.post("/briefings/unwell/briefing.pdf").status_code == 405
        head = client.head("/briefings/unwell/briefing.pdf")
        assert (head.status_code, head.content) == (200, b"")
        assert int(head["Content-Length"]) == len(whole(client))


class TestKeeping:
    def test_known_to_the_client(self, client, edition):
        etag = client.get("/briefings/unwell/briefing.pdf")["ETag"]
        again = client.get("/briefings/unwell/briefing.pdf", headers={"If-None-Match": etag})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)

    def test_what_happens_elsewhere_changes_nothing(self, client, edition):
        before = client.get("/briefings/unwell/briefing.pdf")
        make_review(nation="wales")
        after = client.get(
            "/briefings/unwell/briefing.pdf", headers={"If-None-Match": before["ETag"]}
        )
        assert after.status_code == 304

    def test_the_same_bytes_in_another_process(self, client, edition):
        first = whole(client)
        press.files.__init__("KEPT_FILES")
        assert whole(client) == first

    def test_costs_one_query_when_it_is_known(self, client, edition, django_assert_num_queries):
        whole(client)
        with django_assert_num_queries(1):
            whole(client, "/briefings/unwell/briefing.pdf?anything=1")

    def test_keeps_no_more_than_it_may(self, client, edition, settings):
        settings.KEPT_FILES = 0
        assert whole(client) == whole(client)

    def test_a_correction_is_there_at_once(self, client, edition):
        before = client.get("/briefings/unwell/briefing.pdf")
        record = replace(records.read(edition), title="When a father is unwell")
        pieces.correct(edition=edition, record=record, by=None, public_note="The title was wrong.")
        after = client.get("/briefings/unwell/briefing.pdf")
        assert after["ETag"] != before["ETag"]
        assert "When a father is unwell" in text_of(after.content)
        assert "The title was wrong." in text_of(after.content)

    def test_many_at_once_have_the_same_file(self, edition):
        found = []
        data = data_with(edition, {"kind": "paragraph", "parts": []})
        job = press.job("briefing", data, MOMENT)
        threads = [threading.Thread(target=lambda: found.append(job.printed())) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(found) == 8
        assert len(set(found)) == 1


class TestWithdrawnReviews:
    def test_are_gone_at_the_next_request(self, client, edition, reviews):
        before = text_of(whole(client))
        assert "In 3 of 4 reviews" in before
        assert "Learning of child A" in before
        publishing.withdraw(review=reviews[0], by=None)
        after = text_of(whole(client))
        assert "In 2 of 3 reviews" in after
        assert "child A," not in after
        assert reviews[0].reference not in after

    def test_take_along_what_rests_on_them_alone(self, client, edition, reviews):
        assert "It was never asked." in text_of(whole(client))
        publishing.withdraw(review=reviews[3], by=None)
        for name in ("briefing.pdf", "seven-minutes.pdf"):
            after = text_of(whole(client, f"/briefings/unwell/{name}"))
            assert "It was never asked." not in after
            assert "Illness met something else." in after

    def test_all_of_them(self, client, edition, reviews):
        for review in reviews:
            publishing.withdraw(review=review, by=None)
        after = text_of(whole(client))
        assert "None of the reviews that it was based on can be read" in after
        assert "Nothing is cited for this." in after


class TestAccessible:
    @pytest.fixture(params=["briefing.pdf", "seven-minutes.pdf"])
    def pdf(self, request, client, edition):
        with opened(whole(client, f"/briefings/unwell/{request.param}")) as pdf:
            yield pdf

    def test_says_what_it_is(self, pdf):
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo.Title) == "When a parent is unwell"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True
        assert bool(pdf.Root.MarkInfo.Marked) is True
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "When a parent is unwell"
            assert "Parental mental health" in str(metadata.get("pdf:Keywords"))

    def test_runs_nothing(self, pdf):
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
        assert not {"/JavaScript", "/EmbeddedFiles"} & set(pdf.Root.get("/Names", {}).keys())
        for obj in pdf.objects:
            if isinstance(obj, pikepdf.Dictionary):
                assert obj.get("/S") not in {"/JavaScript", "/Launch", "/GoToR", "/SubmitForm"}

    def test_every_link_has_words_and_a_whole_address(self, pdf):
        links = [link for page in pdf.pages for link in page.get("/Annots", [])]
        assert links
        for link in links:
            assert link.Subtype == "/Link"
            assert str(link.Contents).strip()
            if "/A" in link:
                assert re.match(r"https?://|tel:", str(link.A.URI))
            assert "/StructParent" in link

    def test_headings_leave_no_level_out(self, pdf):
        levels = [int(role[2:]) for role in roles(pdf) if re.fullmatch(r"/H\d", role)]
        assert levels[0] == 1
        assert all(b <= a + 1 for a, b in zip(levels, levels[1:], strict=False))

    def test_every_font_is_embedded(self, pdf):
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/FontName" in o]
        assert fonts
        for font in fonts:
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys())

    def test_pages_tab_in_reading_order(self, pdf):
        assert {str(page.get("/Tabs")) for page in pdf.pages} == {"/S"}


def roles(pdf):
    """The roles of the structure tree, in reading order."""
    found = []

    def visit(node):
        if isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(str(node.S))
            visit(node.get("/K"))
        elif isinstance(node, pikepdf.Array):
            for one in node:
                visit(one)

    visit(pdf.Root.StructTreeRoot.get("/K"))
    return found


# Of the whole file, in the order in which it is read.
READ = [
    "When a parent is unwell",
    "What four reviews say.",
    "This briefing is drawn from reviews of harm to children.",
    "What this is based on",
    "4 reviews compared",
    "Published in May 2021.",
    "Two editors compared the points.",
    "Chosen from the reviews with",
    "Nation England",
    "Introduction",
    "what else there was",
    "How to read it",
    "as a mark",
    "Nobody asked me.",
    "1 Seeing the whole picture",
    "1.1 Illness met something else.",
    "In 3 of 4 reviews",
    "Child A, learning point 1",
    "Learning of child A, in its own words.",
    "1.2 It was never asked.",
    "In 1 of 4 reviews",
    "2 Working together",
    "For Police",
    "Two systems.",
    "2.1 Nothing is cited for this.",
    "No review in the repository is cited for this.",
    "Questions to ask",
    "Practitioners",
    "What would change our view?",
    "If you have concerns",
    "999",
    "The helpline",
    "0808 800 5000, At any hour",
    "Read more",
    "Guidance, Department",
    "References",
    "Child D",
    "In 1.2.",
    "Cite this briefing",
    "Case Review Repository (2026) When a parent is unwell: thematic briefing. Edition 1.",
]


class TestBriefing:
    def test_bookmarks(self, client, edition):
        with opened(whole(client)) as pdf, pdf.open_outline() as outline:
            top = [one.title for one in outline.root]
        assert top == [
            "What this is based on",
            "Introduction",
            "1 Seeing the whole picture",
            "2 Working together",
            "Questions to ask",
            "If you have concerns",
            "Read more",
            "References",
            "Cite this briefing",
        ]

    def test_read_from_top_to_bottom(self, client, edition, reviews):
        text = text_of(whole(client))
        assert reviews[0].reference in text
        assert missing(text, READ) == []

    def test_leads_to_the_evidence(self, client, edition, reviews):
        with opened(whole(client)) as pdf:
            found = addresses(pdf)
        site = "http://testserver"
        point = reviews[0].points.get()
        assert {
            f"{site}{point.get_absolute_url()}",
            f"{site}{reviews[0].get_absolute_url()}",
            f"{site}/briefings/unwell/#s1-1",
            f"{site}/themes/parental-mental-health/",
            f"{site}/agencies/police/",
            f"{site}/reviews/?nation=england",
            f"{site}/briefings/unwell/editions/1/",
            "https://guide.example/a",
            "https://www.gov.example/x",
            "tel:08088005000",
        } <= found

    def test_says_where_later_reviews_are(self, client, edition):
        assert "added since" not in text_of(whole(client))
        make_review(nation="england")
        content = whole(client)
        assert "Reviews that match and were added since" in text_of(content)
        with opened(content) as pdf:
            assert any("added_after=" in address for address in addresses(pdf))

    def test_every_page_says_where_it_is_from(self, client, reviews):
        points = [review.points.get() for review in reviews]
        made_up = [(f"Statement {n} of many.", points) for n in range(30)]
        make_edition(slug="long", illustrative=True, sections=[("Learning", made_up)])
        pages = pages_of(whole(client, "/briefings/long/briefing.pdf"))
        assert len(pages) > 3
        for number, text in enumerate(pages, start=1):
            assert "Illustrative example" in text
            assert f"{number} of {len(pages)}" in text
            assert "testserver/briefings/long/" in text
            assert "When a parent is unwell" in text

    def test_a_large_sample_has_a_bar(self, client, db):
        many = [make_review(learning=["The same."]) for _ in range(31)]
        cited = [review.points.get() for review in many[:7]]
        make_edition(slug="large", pinned=many, sections=[("Learning", [("It was so.", cited)])])
        text = text_of(whole(client, "/briefings/large/briefing.pdf"))
        assert "In 7 of 31 reviews" in text


def missing(text, in_order):
    """Those of some words that do not come after the ones before them."""
    place, found = 0, []
    for words in in_order:
        at = text.find(words, place)
        if at < 0:
            found.append(words)
        place = max(place, at)
    return found


def addresses(pdf):
    links = [link for page in pdf.pages for link in page.get("/Annots", [])]
    return {str(link.A.URI) for link in links if "/A" in link}


class TestSevenMinutes:
    def test_what_is_learned_and_asked(self, client, edition):
        content = whole(client, "/briefings/unwell/seven-minutes.pdf")
        text = text_of(content)
        in_order = [
            "When a parent is unwell",
            "What four reviews say.",
            "Learning",
            "From 4 reviews.",
            "1.1 Illness met something else.",
            "In 3 of 4 reviews",
            "2.1 Nothing is cited for this.",
            "No review cited",
            "Questions to ask",
            "What would change our view?",
            "Edition 1.",
        ]
        assert missing(text, in_order) == []
        assert "Learning of child A" not in text

    @pytest.mark.parametrize(
        ("statements", "questions"), [(1, 0), (0, 1), (12, 8), (25, 12), (60, 40)]
    )
    def test_is_one_page(self, client, reviews, statements, questions):
        said = "It was known to one service and to no other that the plan had come to an end."
        asked = "Who would tell us, and how soon?"
        make_edition(
            slug="sheet",
            standfirst="What was known. " * 20,
            illustrative=True,
            sections=[("Learning", [(f"{said} {n}.", reviews) for n in range(statements)])],
            questions=[("managers", f"{asked} {n}") for n in range(questions)],
        )
        content = whole(client, "/briefings/sheet/seven-minutes.pdf")
        assert len(pypdfium2.PdfDocument(content)) == 1
        assert ("more statements and questions are in" in text_of(content)) is (statements == 60)
        with opened(content) as pdf:
            width, height = map(float, pdf.pages[0].mediabox[2:])
        assert (round(width), round(height)) == (595, 842)


HOSTILE = {
    "empty": "",
    "blank": " \n\t ",
    "a word without end": "x" * 3000,
    "an address without end": "https://example.org/" + "a/" * 1500,
    "controls": "a\x01b\x0bc\x1fd\x7fe\u2028f",
    "emoji": "A \U0001f468\u200d\U0001f469\u200d\U0001f467 family \U0001f600",
    "no font has it": "中文 and ไทย and \U00010400",
    "right to left": "مرحبا العالم and שָׁלוֹם עֲלֵיכֶם",
    "turned round": "safe \u202egnp.exe\u202c",
    "marks without end": "e" + "\u0301" * 500 + "→\u0301",
    "private and unassigned": "\ue000 \uf8ff \u0378 \ufffe",
    "as code": '#read("/etc/passwd") #panic() $ x $ *a* _b_ `c` @d <e> \\ // /* = h',
    "as JSON": '"}], "sections": [{"',
    "as HTML": "<script>alert(1)</script> & <b>",
    "as Markdown": "# h\n\n> > > > > > > q\n\n- a\n  - b\n    - c\n      - d\n        - e\n[x](y)",
    "headings alone": "###### deep\n\n# \n\n#",
}


class TestBadInput:
    @pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
    def test_every_text_can_be_set(self, client, db, text):
        said = text.replace("\x00", "")
        review = make_review(title=said.strip()[:100] or "A", learning=[said.strip() or "A"])
        make_edition(
            slug="hostile",
            title=said.strip()[:200] or "A",
            standfirst=said[:600],
            body=said,
            basis=said,
            concerns=said,
            sections=[
                {"heading": said, "text": said, "statements": [(said, [review.points.get()]), said]}
            ],
            questions=[("managers", said), ("leaders", said)],
            resources=[("report", said, said, said), ("nothing", "", "", "javascript:alert(1)")],
            contacts=[(said, said, said)],
        )
        for name in ("briefing.pdf", "seven-minutes.pdf"):
            response = client.get(f"/briefings/hostile/{name}")
            if name == "briefing.pdf" or response.status_code != 404:
                assert response.status_code == 200
                with opened(response.content) as pdf:
                    assert not [one for one in addresses(pdf) if one.startswith("javascript")]

    def test_what_looks_like_code_is_text(self, client, reviews):
        text = '#read("/etc/passwd") $ x $ *a* _b_ `c` @d <e> \\ // = h'
        make_edition(slug="code", sections=[("Learning", [(text, reviews)])])
        for name in ("briefing.pdf", "seven-minutes.pdf"):
            assert text in text_of(whole(client, f"/briefings/code/{name}"))

    def test_what_no_font_has_is_seen_to_be_missing(self, client, reviews):
        make_edition(
            slug="rare", sections=[("Learning", [("Before 中文 after \U0001f600.", reviews)])]
        )
        assert "Before \ufffd after \ufffd." in text_of(
            whole(client, "/briefings/rare/briefing.pdf")
        )

    def test_a_long_word_stays_on_its_page(self, client, reviews):
        make_edition(slug="long", sections=[("Learning", [("y" * 400, reviews)])])
        page = pypdfium2.PdfDocument(whole(client, "/briefings/long/briefing.pdf"))[
            0
        ].get_textpage()
        right = max(page.get_charbox(place)[2] for place in range(page.count_chars()))
        assert right < 595 - 60

    def test_two_megabytes(self, client, reviews):
        text = "Some words that nobody will read. " * 60_000
        make_edition(slug="huge", body=text, sections=[("Learning", [(text, reviews)])])
        content = whole(client, "/briefings/huge/briefing.pdf")
        assert "This briefing is too long for one file." in text_of(content)
        sheet = whole(client, "/briefings/huge/seven-minutes.pdf")
        assert len(pypdfium2.PdfDocument(sheet)) == 1

    def test_what_typst_refuses_is_set_with_common_characters(self, edition, caplog):
        text = {"kind": "text", "text": "Rare 中 and common é."}
        data = data_with(edition, {"kind": "paragraph", "parts": [text]})
        content = press.job("briefing", data, MOMENT).printed()
        assert "common é." in text_of(content)
        assert "could not be displayed" in caplog.text

    @pytest.mark.parametrize("path", ["../press.py", "/../press.py", "/etc/passwd"])
    def test_typst_reads_nothing_but_templates(self, path):
        compiler = press._compiler.__wrapped__("empty")
        assert b"PDF" in compiler.compile(b'#read("house.typ")')
        with pytest.raises(typst.TypstError):
            compiler.compile(f'#read("{path}")'.encode())


class TestCharacters:
    def test_every_face_shows_all_that_are_listed(self, edition):
        text = "".join(chr(point) for point in listed())
        parts = [{"kind": "text", "text": text[i : i + 500]} for i in range(0, len(text), 500)]
        faces = [
            *parts,
            {"kind": "emphasis", "parts": parts},
            {"kind": "strong", "parts": [*parts, {"kind": "emphasis", "parts": parts}]},
        ]
        data = data_with(edition, {"kind": "paragraph", "parts": faces})
        assert press.job("briefing", data, MOMENT)._compiled(json.dumps(data)).startswith(b"%PDF")

    def test_what_is_not_seen_is_left_out(self):
        assert shown("a\x00b\u202ec\n d\u00ad\ufeff") == "abc d"
        assert shown("שָׁלוֹם") == "שלום"

    def test_letters_keep_their_marks(self):
        assert shown("e\u0301 ẹ\u0301 Ŵ") == "é ẹ\u0301 Ŵ"
        assert shown("e\u0323\u0330\u0331\u0332") == "ẹ\u0330\u0331"
        assert shown("→\u0301") == "→"

    def test_long_words_may_break(self):
        assert "\u200b" in shown("x" * 40)
        assert shown("x" * 40).replace("\u200b", "") == "x" * 40
        assert shown("ordinary words") == "ordinary words"
        assert plain("x" * 40) == "x" * 40


def listed():
    ranges = Path(characters.__file__).with_name("characters.txt").read_text("ascii").split()
    for one in ranges:
        first, _, last = one.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


MOMENT = datetime(2026, 11, 22, tzinfo=UTC)


def data_with(edition, block):
    """The data of an edition's file with this in the place of its introduction."""
    found = for_page(Edition.objects.filter(pk=edition.pk)).get()
    page = BriefingPage.of_edition(found, catalogue.current(), "Library", "https://reviews.example")
    return {**Sheet(page).briefing(), "introduction": [block]}
