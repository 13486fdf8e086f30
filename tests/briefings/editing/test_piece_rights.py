"""Who may do what at the desk of briefings: every address, by everybody, by GET and by POST.

An address that is added needs a row in ROWS, or these tests fail.
"""

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from briefings.editing import saving, urls
from reviews.editing.access import DeskView
from tests.piece_drafts import begin
from tests.pieces import make_edition
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

PUBLISH = {CONTRIBUTOR: 403, EDITOR: 409}
ROWS = [
    Row("list", get=LOOK),
    Row("new", get=LOOK, post=both(422)),
    Row("new", get=LOOK, post=both(302), data={"kind": "briefing", "title": "When nobody asks"}),
    Row("edit", "draft", LOOK, both(302), {"title": "When nobody asks", "number": "2"}),
    Row("edit", "published", LOOK, both(302), {"title": "When nobody asks", "number": "0"}),
    Row("presence", "draft", post=both(200)),
    Row("forget", "draft", post=both(302)),
    Row("preview", "draft", LOOK),
    Row("preview", "article", LOOK),
    Row("differences", "published", LOOK),
    Row("history", "draft", LOOK),
    Row("version", "draft", LOOK, both(302)),
    Row("publish", "draft", LOOK, both(400)),
    Row("publish", "draft", LOOK, both(302), {"do": "offer", "number": "2"}),
    Row("publish", "draft", LOOK, PUBLISH, {"do": "publish", "number": "1"}),
    Row("publish", "published", LOOK, PUBLISH, {"do": "publish", "number": "1"}),
    Row("withdraw", "published", editors(200), editors(422)),
    Row("withdraw", "published", editors(200), editors(302), {"reason": "wrong", "wording": ""}),
    Row("restore", "withdrawn", editors(200), editors(302)),
    Row("discard", "draft", LOOK, both(422)),
    Row("discard", "draft", LOOK, both(302), {"number": "2"}),
    Row("discard", "published", editors(200), editors(409), {"number": "0"}),
    Row("new-edition", "published", LOOK, both(302)),
    Row("new-edition", "draft", LOOK, both(409)),
    Row("looked-at", "published", LOOK, {CONTRIBUTOR: 403, EDITOR: 409}),
]
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
def address(editor):
    """The address of a row, over an edition that is made for it."""

    def of(row):
        if not row.of:
            return reverse(f"pieces:{row.name}")
        if row.of == "draft":
            edition = begin(editor)
        elif row.of == "article":
            edition = saving.begin(kind="article", title="Asked too late", by=editor)
        else:
            edition = make_edition(state=row.of)
        return reverse(f"pieces:{row.name}", args=list(arguments(row, edition.pk)))

    return of


def arguments(row, pk):
    yield pk
    if row.name == "version":
        yield 1


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
        kept = "no-cache" if is_the_sites_own else "no-store"
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


class TestAnUnknownEdition:
    @pytest.mark.parametrize("row", [row for row in ROWS if row.of], ids=str)
    def test_is_not_found_and_says_nothing_to_others(self, client, people, settings, row):
        path = reverse(f"pieces:{row.name}", args=list(arguments(row, 999_999)))
        assert client.get(path).status_code == 302
        sign_in(client, people, NOBODY, settings)
        assert client.get(path).status_code == 403
        sign_in(client, people, EDITOR, settings)
        method = "post" if NOT_THERE in row.get.values() else "get"
        assert ask(client, method, path, row).status_code == 404
