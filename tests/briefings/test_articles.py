"""An article's page and the list of articles."""

import json
import re
from html import unescape
from typing import Any

import pytest

from briefings import publishing
from briefings.article_page import ArticlePage
from briefings.choices import Kind, State
from briefings.content import Author, Figure, Question, Report, Resource
from briefings.records import read
from reviews.catalogue import catalogue
from reviews.dates import PartialDate
from reviews.models import Agency, Theme
from tests.factories import make_term
from tests.pieces import make_edition, make_piece, make_record

pytestmark = pytest.mark.django_db

YEAR = PartialDate("2023-04-01/2024-03-31")
REPORT = PartialDate("2024-12-12")
BODY = "Opening words.\n\n# What was *found*\n\n[figure 2]\n\n- A list\n\n> A quotation.\n"
ANNUAL: dict[str, Any] = {"source": "Annual report", "source_published": REPORT, "period": YEAR}
PART: dict[str, Any] = {
    "unit": "%",
    "of": "330 rapid reviews",
    "source_url": "https://example.org/r",
    **ANNUAL,
}
FIGURES = (
    Figure("485", "children affected", 485, **ANNUAL),
    Figure("49%", "death", 49, **PART),
    Figure("48%", "serious harm", 48, **PART),
)
WHOLE = {
    "kind": Kind.ARTICLE,
    "title": "What incidents teach",
    "standfirst": "A year of incidents, and what stood in the way.",
    "published": "2025-02-04",
    "body": BODY,
    "figures": FIGURES,
    "author": Author("Ann Author", "Chair of a panel", "She chairs it.\n\nShe did before."),
    "report": Report("Annual report", "A panel", REPORT, "https://example.org/r"),
    "questions": (Question("leaders", "What do we know?"), Question("practitioners", "Who asked?")),
    "resources": (Resource("service", "Childline", "NSPCC", "https://example.org/c"),),
}

WORDS = {name: value for name, value in WHOLE.items() if name != "kind"}


def make_article(**overrides):
    return make_edition(**{**WHOLE, **overrides})


def page_of(client, edition, status=200):
    response = client.get(edition.get_absolute_url())
    assert response.status_code == status
    return response.content.decode()


def text_of(html):
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def titles(html):
    return re.findall(r"<h3><a href=[^>]*><b>([^<]*)", html)


def test_it_shows_everything_that_an_article_has(client):
    theme, agency = make_term(Theme, "neglect"), make_term(Agency, "police")
    other = make_article(title="Another article", slug="another")
    briefing = make_edition(title="A briefing beside it")
    html = page_of(
        client, make_article(themes=[theme], agencies=[agency], related=[other, briefing])
    )
    text = text_of(html)
    for words in (
        "Article · 4 February 2025",
        "A year of incidents, and what stood in the way.",
        "By Ann Author Chair of a panel",
        "Opening words.",
        "485 children affected 1 April 2023 to 31 March 2024",
        "Source: Annual report, 12 December 2024",
        "The report it speaks of Annual report A panel, 12 December 2024",
        "She did before.",
        "Practitioners Who asked? Strategic leaders What do we know?",
        "Another article",
        "A briefing beside it",
        "Service for children or families · NSPCC",
        "Ann Author (2025) What incidents teach. Case Review Repository, article.",
    ):
        assert words in text
    assert f"/themes/{theme.slug}/" in html
    assert f"/agencies/{agency.slug}/" in html
    assert '<h2 id="part-1">What was <em>found</em></h2>' in html
    assert '<a href="#part-1">What was found</a>' in html
    assert "<blockquote><p>A quotation.</p></blockquote>" in html


def test_figures_stand_where_the_text_puts_them_and_the_others_after_it(client):
    html = page_of(client, make_article())
    assert html.index("What was <em>") < html.index('id="figure-2"') < html.index("A list")
    assert html.index("A quotation.") < html.index('id="figure-1"')
    assert html.count("<figure") == 2


def test_a_chart_is_a_table_that_says_the_same(client):
    html = page_of(client, make_article())
    chart = html[html.index('id="figure-2"') : html.index("</figure>", html.index('id="figure-2"'))]
    assert "Of 330 rapid reviews 1 April 2023 to 31 March 2024" in text_of(chart)
    assert re.findall(r'<th scope="row">([^<]*)', chart) == ["Death", "Serious harm"]
    assert re.findall(r'rect width="([\d.]*)%"', chart) == ["49.0", "48.0"]
    assert 'aria-hidden="true"' in chart
    assert chart.count("Source:") == 1


def test_one_number_is_never_a_chart(client):
    html = page_of(client, make_article(figures=FIGURES[:1], body="[figure 1]"))
    assert "<table" not in html and "<rect" not in html
    assert "485" in text_of(html)


def test_a_figure_that_is_not_there_is_shown_as_nothing(client):
    html = page_of(client, make_article(body="One.\n\n[figure 7]\n\nTwo."))
    assert "figure 7" not in html.lower()
    assert "One." in html and "Two." in html


def test_html_and_unsafe_addresses_never_reach_the_page(client):
    bad = "javascript:alert(1)"
    figure = Figure("1<b>", "<i>a</i>", source="<s>b</s>", source_url=bad)
    html = page_of(
        client,
        make_article(
            body=f"<script>x()</script> [a]({bad})",
            figures=(figure,),
            report=Report("<u>r</u>", url=bad),
            resources=(Resource("report", "A thing", "", bad),),
            author=Author("<em>Ann</em>", "", "<script>y()</script>"),
            title="</script><b>t</b>",
        ),
    )
    assert "javascript:" not in html
    for tag in ("<script>x", "<script>y", "<i>a", "<s>b", "<u>r", "<em>Ann", "</script><b>"):
        assert tag not in html


def test_an_article_of_almost_nothing_is_a_page_without_empty_parts(client):
    html = page_of(client, make_edition(kind=Kind.ARTICLE, title="Bare", published=None))
    for part in ("figures", "questions", "report", "author", "more", "editions", "corrections"):
        assert f'id="{part}"' not in html
    assert text_of(html).count("Case Review Repository (no date) Bare. Article. Edition 1") == 1


def test_one_that_is_illustrative_says_so_and_is_not_for_search_engines(client):
    html = page_of(client, make_article(illustrative=True))
    assert '<meta name="robots" content="noindex">' in html
    assert "Illustrative example." in text_of(html)
    assert "[illustrative example]" in text_of(html)


def test_what_machines_are_told(client):
    edition = make_article(themes=["neglect"])
    html = page_of(client, edition)
    url = f"http://testserver{edition.get_absolute_url()}"
    assert f'<link rel="canonical" href="{url}">' in html
    assert f'<meta name="description" content="{WHOLE["standfirst"]}">' in html
    assert '<meta name="citation_author" content="Ann Author">' in html
    assert '<meta name="DC.date" content="2025-02-04">' in html
    data = json.loads(re.search(r"<script type=\"application/ld\+json\">(.*?)</script>", html)[1])
    assert data["headline"] == "What incidents teach"
    assert data["author"]["name"] == "Ann Author"
    assert data["author"]["jobTitle"] == "Chair of a panel"
    assert data["citation"]["url"] == "https://example.org/r"
    assert data["datePublished"] == "2025-02-04"


def test_a_draft_is_at_no_address(client):
    edition = make_article(slug="kept-back", state=State.DRAFT)
    for address in ("/articles/kept-back/", "/articles/kept-back/editions/1/"):
        assert client.get(address).status_code == 404
    assert edition.title not in client.get("/articles/").content.decode()


def test_a_withdrawn_one_says_so_and_nothing_else(client):
    edition = make_article(slug="gone")
    address = edition.get_absolute_url()
    assert client.get(address).status_code == 200
    publishing.withdraw(edition=edition, by=None, wording="It named a place.")
    for one in (address, f"{address}editions/1/"):
        response = client.get(one)
        assert response.status_code == 410
        text = text_of(response.content.decode())
        assert "It named a place." in text
        assert "What incidents teach" not in text and "Ann Author" not in text
    assert titles(client.get("/articles/").content.decode()) == []


def test_an_edition_stays_at_its_own_address_with_the_way_to_the_current_one(client):
    piece = make_piece(kind=Kind.ARTICLE, slug="twice")
    make_article(piece=piece, title="First words", body="Old text.")
    make_article(piece=piece, title="Second words", body="New text.", published="2026-03")
    old = client.get("/articles/twice/editions/1/").content.decode()
    assert "Old text." in old and "New text." not in old
    assert "This edition is superseded." in old
    assert 'href="/articles/twice/">Read edition 2, March 2026' in old
    assert '<link rel="canonical" href="http://testserver/articles/twice/editions/1/">' in old
    new = client.get("/articles/twice/editions/2/").content.decode()
    assert '<link rel="canonical" href="http://testserver/articles/twice/">' in new
    assert "superseded." not in new
    assert titles(client.get("/articles/").content.decode()) == ["Second words"]


@pytest.mark.parametrize(
    "address",
    ["/articles/nothing/", "/articles/twice/editions/3/", "/articles/twice/editions/0/"],
)
def test_what_there_is_not_is_404(client, address):
    make_article(slug="twice")
    assert client.get(address).status_code == 404


def test_a_briefing_is_no_article(client):
    make_edition(slug="both", title="The briefing")
    assert client.get("/articles/both/").status_code == 404
    make_article(slug="both", title="The article")
    assert "The article" in client.get("/articles/both/").content.decode()


def test_what_is_related_and_not_public_is_not_named(client):
    hidden = make_article(title="Hidden article", state=State.DRAFT)
    gone = make_article(title="Withdrawn article", state=State.WITHDRAWN)
    html = page_of(client, make_article(related=[hidden, gone]))
    assert "Hidden article" not in html and "Withdrawn article" not in html


def test_an_article_related_to_itself_or_in_a_circle_is_shown_once(client):
    one = make_article(title="First of two")
    other = make_article(title="Second of two", related=[one])
    record = make_record(**WORDS, related=[other, one])
    publishing.correct(edition=one, record=record, by=None)
    html = page_of(client, one)
    assert html.count("Second of two") >= 1
    assert '<ul class="similar">' in html
    assert html[html.index('<ul class="similar">') :].split("</ul>")[0].count("<li>") == 1


def test_corrections_are_told(client):
    edition = make_article()
    publishing.correct(edition=edition, record=read(edition), by=None, public_note="A wrong date.")
    assert "A wrong date." in page_of(client, edition)


def test_a_page_can_be_made_of_what_is_not_saved(snapshot_now):
    record = make_record(**WORDS)
    piece = make_piece(kind=Kind.ARTICLE, slug="new")
    page = ArticlePage.of_record(record, piece, snapshot_now, "A library", "https://x.org/")
    assert (page.number, page.url) == (1, "https://x.org/articles/new/")
    assert [one.numbers for one in page.body.figures] == [[2, 3], [1]]
    assert page.corrections == []


@pytest.fixture
def snapshot_now():
    return catalogue.current()


def test_a_page_takes_eight_queries_at_most_whatever_is_related(
    client, django_assert_max_num_queries
):
    def whole(count):
        related = [make_article(title=f"Article {number}") for number in range(count)]
        return make_article(themes=["neglect", "police"], related=related)

    few, many = whole(2), whole(12)
    for edition in (few, many):
        publishing.correct(edition=edition, record=read(edition), by=None, public_note="Mended.")
    client.get("/articles/")  # the snapshot is read
    for edition in (few, many):
        with django_assert_max_num_queries(8):
            page_of(client, edition)


def test_a_page_is_kept_until_something_is_published(client, django_assert_num_queries):
    edition = make_article()
    page_of(client, edition)
    with django_assert_num_queries(1):
        page_of(client, edition)


def test_the_list_has_current_articles_newest_first(client):
    make_article(title="Older", published="2024-05")
    make_article(title="Newer", published="2025-05-02")
    make_article(title="Of no date", published=None)
    make_edition(title="A briefing")
    html = client.get("/articles/").content.decode()
    assert titles(html) == ["Newer", "Older", "Of no date"]
    assert "3 articles" in text_of(html)
    assert "By Ann Author" in text_of(html)


def test_the_list_by_theme(client):
    make_article(title="On neglect", themes=["neglect"])
    make_article(title="On police", themes=["police", "neglect"])
    make_article(title="On nothing")
    html = client.get("/articles/?theme=police").content.decode()
    assert titles(html) == ["On police"]
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="http://testserver/articles/?theme=police">' in html
    both = client.get("/articles/?theme=police&theme=neglect&theme=police").content.decode()
    assert sorted(titles(both)) == ["On neglect", "On police"]
    topics = re.findall(r'\?theme=([a-z]+)"[^>]*><span>[^<]*</span> <span class="n">(\d+)', html)
    assert topics == [("neglect", "2"), ("police", "1")]


def test_a_merged_theme_is_the_one_that_took_its_place(client):
    live = make_term(Theme, "neglect")
    merged = make_term(Theme, "old-name", merged_into=live)
    make_article(title="Of the old name", themes=[merged])
    for slug in ("neglect", "old-name"):
        html = client.get(f"/articles/?theme={slug}").content.decode()
        assert titles(html) == ["Of the old name"]
        assert "articles/?theme=neglect" in html


@pytest.mark.parametrize(
    "query", ["theme=nothing", "theme=", "theme=neglect&theme=%3Cb%3E", "theme=%00"]
)
def test_an_unknown_theme_is_an_error_with_nothing_listed(client, query):
    make_article(title="On neglect", themes=["neglect"])
    response = client.get(f"/articles/?{query}")
    assert response.status_code == 400
    html = response.content.decode()
    assert "Nothing is listed until this is put right" in html or "%00" in query
    assert titles(html) == []
    assert "<b>is" not in html


def test_a_theme_without_articles_and_a_list_without_any_say_so(client):
    assert "No article has been published yet" in client.get("/articles/").content.decode()
    make_article()
    make_term(Theme, "neglect")
    text = text_of(client.get("/articles/?theme=neglect").content.decode())
    assert "0 articles" in text and "See all 1 article" in text


@pytest.mark.parametrize("articles", [1, 6])
def test_the_list_takes_three_queries_whatever_it_has(client, articles, django_assert_num_queries):
    for _ in range(articles):
        make_article(themes=["neglect"])
    client.get("/articles/")  # the snapshot is read
    with django_assert_num_queries(3):
        client.get("/articles/?theme=neglect")
