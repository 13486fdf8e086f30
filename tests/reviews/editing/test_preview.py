"""/desk/reviews/<pk>/preview/: the page as the public will see it, and nothing written for it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reviews import publishing
from reviews.editing import saving
from reviews.models import Review, Theme, Upload
from tests import drafts, pages
from tests.factories import make_review, make_term

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def terms(db):
    drafts.make_terms()


@pytest.fixture
def desk(client, contributor):
    client.force_login(contributor)
    return client


def address(review):
    return f"/desk/reviews/{review.pk}/preview/"


def read(client, review, query=""):
    response = client.get(address(review) + query)
    assert response.status_code == 200
    return pages.read(response)


def article(page):
    """What stands between the heading and the foot, without what changes by publishing."""
    for tool in page.all("div", class_="tools"):
        tool.parent.content.remove(tool)
    return page.one("article").text


def test_is_the_page_that_the_public_gets(desk, editor):
    draft = drafts.begin(editor)
    preview = read(desk, draft)
    drafts.release(draft, editor)
    public = pages.read(desk.get(draft.get_absolute_url()))
    assert preview.one("h1").text == public.one("h1").text == "Child B"
    before, _, _ = article(preview).partition("Cite this entry Case")
    after, _, _ = article(public).partition("Cite this entry Case")
    assert before.replace("Similar reviews", "") == after.replace("Similar reviews", "")


def test_writes_nothing(desk, editor):
    draft = drafts.begin(editor)
    with CaptureQueriesContext(connection) as queries:
        desk.get(address(draft))
    asked = [query["sql"] for query in queries if not query["sql"].startswith("SELECT")]
    assert [sql for sql in asked if "reviews_" in sql] == []
    assert drafts.stored(draft).summary == ""


def test_says_what_it_is_and_leads_back(desk, editor):
    draft = drafts.begin(editor)
    bar = read(desk, draft).one("section", class_="preview-bar")
    assert "Preview: not public." in bar.text
    links = {a["href"] for a in bar.all("a")}
    assert f"/desk/reviews/{draft.pk}/" in links
    assert f"/desk/reviews/{draft.pk}/publish/" in links


def test_nobody_on_the_way_keeps_it(desk, editor):
    response = desk.get(address(drafts.begin(editor)))
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert "ETag" not in response


def test_new_points_have_no_address_yet(desk, editor):
    draft = drafts.begin(editor)
    page = read(desk, draft)
    points = page.all("li", class_="point")
    assert [point.get("id") for point in points] == ["learning-1", "learning-2", "recommendation-1"]
    assert all("Not numbered yet." in point.text for point in points)
    assert not any("/learning/0/" in a["href"] for a in page.all("a"))


def test_points_that_are_public_keep_theirs(desk, editor):
    review = drafts.publish(editor)
    first = review.points.first()
    texts = {"learning-n9-text": "Look again."}
    drafts.write(review, editor, learning=["n9", f"p{first.pk}"], **texts)
    points = read(desk, review).all("li", class_="point")
    assert "Not numbered yet." in points[0].text
    assert f"/learning/{first.pk}/" in points[1].text
    assert "Look again." not in desk.get(review.get_absolute_url()).text


def test_a_draft_with_nothing_in_it(desk, editor):
    draft = saving.begin(by=editor)
    page = read(desk, draft)
    assert page.one("h1").text == "Untitled"
    assert "Not chosen yet" in page.one("article").text


def test_what_cannot_be_read_is_left_out(desk, editor):
    draft = drafts.begin(editor, incident="some time ago", published="never")
    assert "Not recorded" in read(desk, draft).one("article").text


def test_a_correction_and_the_public_page(desk, editor):
    review = drafts.publish(editor)
    assert "Nobody is changing it" in read(desk, review).one("section", class_="preview-bar").text
    drafts.write(review, editor, title="Child C")
    assert read(desk, review).one("h1").text == "Child C"
    assert pages.read(desk.get(review.get_absolute_url())).one("h1").text == "Child B"


def test_an_earlier_version(desk, editor):
    draft = drafts.begin(editor)
    number = saving.opened(draft).number
    drafts.write(draft, editor, title="Child C")
    page = read(desk, draft, f"?version={number}")
    assert page.one("h1").text == "Child B"
    assert f"Version {number}" in page.one("section", class_="preview-bar").text


@pytest.mark.parametrize("version", ["99", "x", "-1", "9" * 40, "٣"])
def test_a_version_that_is_not_there(desk, editor, version):
    draft = drafts.begin(editor)
    assert desk.get(address(draft), {"version": version}).status_code == 404


def test_a_withdrawn_document_is_not_in_it(desk, editor):
    review = drafts.publish(editor)
    publishing.withdraw_document(document=review.documents.get(), by=editor)
    drafts.write(review, editor, title="Child C")
    assert "Practice review" not in read(desk, review).one("section", id="docs").text


def test_a_file_that_was_added(desk, editor):
    draft = drafts.begin(editor)
    facts = {"sha256": "0" * 64, "bytes": 1_200_000, "pages": 48, "has_text": True}
    added = Upload.objects.create(review=draft, name="r.pdf", file="desk/r.pdf", by=editor, **facts)
    texts = {"documents-n1-upload": str(added.pk), "documents-n1-permission": "The board"}
    drafts.write(draft, editor, **texts, **{"documents-n1-permitted_on": "3 May 2023"})
    said = read(desk, draft).one("section", id="docs").text
    assert "48 pages" in said
    assert "held here until" in said


def test_markup_is_text(desk, editor):
    draft = drafts.begin(editor, title="<script>alert(1)</script>", summary="<b>a</b>")
    page = read(desk, draft)
    assert page.one("h1").text == "<script>alert(1)</script>"


def test_who_may_not(client, manager, editor):
    draft = drafts.begin(editor)
    assert client.get(address(draft)).status_code == 302
    client.force_login(manager)
    assert client.get(address(draft)).status_code == 403


def test_as_many_queries_for_more_of_everything(desk, editor):
    def queries(count):
        keys = [f"n{n}" for n in range(1, count + 1)]
        draft = drafts.begin(editor, learning=keys, children=keys, documents=keys)
        texts = {f"learning-{key}-text": f"Ask about {key}." for key in keys}
        texts |= {f"learning-{key}-themes": ["neglect", "supervision"] for key in keys}
        texts |= {f"documents-{key}-label": key for key in keys}
        drafts.write(draft, editor, **texts)
        with CaptureQueriesContext(connection) as captured:
            desk.get(address(draft))
        return len(captured)

    make_term(Theme, "supervision")
    desk.get(address(make_review()))
    assert queries(2) == queries(8)
    assert Review.objects.published().count() == 1
