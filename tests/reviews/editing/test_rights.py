"""Who may do what at the desk: every address, tried by everybody, by GET and by POST.

An address that is added needs a row in ROWS, or these tests fail.
"""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import URLPattern, reverse

from reviews.editing import saving, urls
from reviews.editing.access import DeskView
from reviews.models import Agency, DocumentKind, Harm, Outcome, ReviewType, Theme, Upload
from tests.batches import make_batch, make_table
from tests.factories import make_document, make_review, make_term
from tests.rights import (
    ANONYMOUS,
    CONTRIBUTOR,
    EDITOR,
    LOOK,
    MANAGER,
    NO_FACTOR,
    NOBODY,
    NOT_THERE,
    TO_SECOND_FACTOR,
    TO_SIGN_IN,
    Row,
    ask,
    both,
    editors,
    sign_in,
)
from tests.submitting import make_sent_in

ROWS = [
    Row("home", get=LOOK),
    Row("reviews", get=LOOK),
    Row("bulk", get=both(400), post=both(400)),
    Row("bulk", get=editors(400), post=editors(400), data={"do": "publish"}),
    Row("bulk-done", get=both(302)),
    Row("documents", get=LOOK),
    Row("try-again", "held", editors(NOT_THERE), editors(302), {"what": "link"}),
    Row("expiry", "held", editors(200), editors(422)),
    Row("terms", get=LOOK),
    Row("understood", get=LOOK),
    Row("understood", get=LOOK),
    Row("new", get=LOOK, post=both(302)),
    Row("edit", "draft", LOOK, both(302), {"title": "Child B", "number": "1"}),
    Row("edit", "published", LOOK, both(302), {"title": "Child B", "number": "0"}),
    Row("presence", "draft", post=both(200)),
    Row("forget", "draft", post=both(302)),
    Row("upload", "upload", LOOK),
    Row("intake", get=LOOK, post=both(422)),
    Row("intake", get=LOOK, post=both(302), data={"text": "2023 – Anonymous – Child A"}),
    Row("batch", "batch", LOOK, both(302)),
    Row("undo-batch", "batch", LOOK, both(409)),
    Row("undo-batch", "batch", LOOK, both(302), {"number": "1"}),
    Row("columns", "table", LOOK, both(422)),
    Row("columns", "table", LOOK, both(302), {"column-0": "title", "number": "1"}),
    Row("columns", "table", LOOK, both(302), {"do": "forget"}),
    Row("proposal", "entry", LOOK),
    Row("accept", "entry", post=both(302)),
    Row("skip", "entry", post=both(302)),
    Row("take-back", "entry", post=both(302)),
    Row("sent-in", "sent-in", LOOK, {CONTRIBUTOR: 403, EDITOR: 422}),
    Row("sent-in", "sent-in", LOOK, {CONTRIBUTOR: 403, EDITOR: 302}, {"because": "Not ours."}),
    Row("sent-in-file", "sent-in", LOOK),
    Row("preview", "draft", LOOK),
    Row("differences", "published", LOOK),
    Row("history", "draft", LOOK),
    Row("version", "draft", LOOK, both(302)),
    Row("publish", "draft", LOOK, both(400)),
    Row("publish", "draft", LOOK, {CONTRIBUTOR: 403, EDITOR: 422}, {"do": "publish"}),
    Row("publish", "published", LOOK, {CONTRIBUTOR: 403, EDITOR: 422}, {"do": "publish"}),
    Row("withdraw", "published", editors(200), editors(422)),
    Row("restore", "withdrawn", editors(200), editors(302)),
    Row("discard", "draft", LOOK, both(422)),
    Row("discard", "draft", LOOK, both(302), {"number": "1"}),
    Row("discard", "published", editors(200), editors(409), {"number": "0"}),
    Row("withdraw-document", "document", editors(200), editors(422)),
    Row("restore-document", "document", editors(200), editors(409)),
]
# The vocabularies are no secret, and asked for with each page: a browser may keep them.
KEPT = {"terms": "private, no-cache"}
NAMES = {pattern.name for pattern in urls.urlpatterns}


@pytest.fixture
def people(person, contributor, editor, manager):
    return {
        ANONYMOUS: None,
        NOBODY: person("nobody"),
        CONTRIBUTOR: contributor,
        EDITOR: editor,
        MANAGER: manager,
        NO_FACTOR: editor,
    }


@pytest.fixture
def address(editor, storage):
    """The address of a row, over records that are made for it."""
    for model, slug in ((ReviewType, "serious-case-review"), (Outcome, "not-stated")):
        make_term(model, slug)
    for model in (Theme, Agency, Harm, DocumentKind):
        make_term(model, "one")

    def of(row):
        if not row.of:
            return reverse(f"desk:{row.name}")
        return reverse(f"desk:{row.name}", args=list(arguments(row, editor)))

    return of


def arguments(row, editor):
    if row.of == "upload":
        yield make_upload(editor).pk
    elif row.of in {"batch", "entry"}:
        yield make_batch(editor).pk
        yield from [1] if row.of == "entry" else []
    elif row.of == "table":
        yield make_table(editor).pk
    elif row.of == "sent-in":
        yield make_sent_in(file=True).pk
    elif row.of == "held":
        yield make_document(url="https://example.org/a.pdf").pk
    elif row.of == "document":
        document = make_document(url="https://example.org/a.pdf", permission="", permitted_on=None)
        yield from (document.review_id, document.pk)
    else:
        is_draft = row.of == "draft"
        review = saving.begin(by=editor) if is_draft else make_review(state=row.of)
        yield review.pk
        if row.name == "version":
            yield 1


def make_upload(editor):
    upload = Upload(review=saving.begin(by=editor), name="a.pdf", sha256="0" * 64, bytes=5)
    upload.pages, upload.has_text, upload.by = 1, True, editor
    upload.file.save("uploads/a.pdf", ContentFile(b"%PDF-"))
    return upload


class TestEveryRoute:
    def test_has_a_row(self):
        assert {row.name for row in ROWS} == NAMES

    @pytest.mark.parametrize("pattern", urls.urlpatterns, ids=lambda pattern: pattern.name)
    def test_is_a_view_of_the_desk_that_names_its_right(self, pattern):
        assert isinstance(pattern, URLPattern)
        assert issubclass(pattern.callback.view_class, DeskView)
        assert pattern.callback.view_class.permission

    @pytest.mark.parametrize("method", ["get", "post"])
    @pytest.mark.parametrize("row", ROWS, ids=str)
    def test_refuses_all_others(self, client, people, address, settings, row, method):
        path = address(row)
        for who in (ANONYMOUS, NOBODY, MANAGER, NO_FACTOR):
            sign_in(client, people, who, settings)
            response = ask(client, method, path, row)
            led_to = {ANONYMOUS: TO_SIGN_IN, NO_FACTOR: TO_SECOND_FACTOR}.get(who)
            assert response.status_code == (302 if led_to else 403), who
            assert response.get("Location", "").startswith(led_to or ""), who

    @pytest.mark.parametrize("who", [CONTRIBUTOR, EDITOR])
    @pytest.mark.parametrize("method", ["get", "post"])
    @pytest.mark.parametrize("row", ROWS, ids=str)
    def test_answers_each_as_is_due(self, client, people, address, settings, row, method, who):
        path = address(row)
        sign_in(client, people, who, settings)
        response = ask(client, method, path, row)
        assert response.status_code == getattr(row, method).get(who, 403)
        is_the_sites_own = response.status_code in {400, 403}
        kept = "no-cache" if is_the_sites_own else KEPT.get(row.name, "no-store")
        assert response["Cache-Control"] in {kept, "no-store"}
        assert is_the_sites_own or response["X-Robots-Tag"] == "noindex"

    @pytest.mark.parametrize("row", ROWS, ids=str)
    def test_refuses_a_post_without_a_token(self, people, address, settings, row):
        path = address(row)
        client = Client(enforce_csrf_checks=True)
        sign_in(client, people, EDITOR, settings)
        response = client.post(path, row.data)
        assert response.status_code == 403
        assert "The form was not sent" in response.content.decode()


class TestAnUnknownReview:
    @pytest.mark.parametrize("row", [row for row in ROWS if row.of], ids=str)
    def test_is_not_found_and_says_nothing_to_others(self, client, people, settings, row):
        extra = 2 if row.of in {"document", "entry"} or row.name == "version" else 1
        path = reverse(f"desk:{row.name}", args=[999_999] * extra)
        assert client.get(path).status_code == 302
        sign_in(client, people, NOBODY, settings)
        assert client.get(path).status_code == 403
        sign_in(client, people, EDITOR, settings)
        method = "post" if NOT_THERE in row.get.values() else "get"
        assert ask(client, method, path, row).status_code == 404
