"""Documents in Django's admin: where a permission is recorded, until there is a desk for it."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.utils import timezone

from reviews.models import Document
from reviews.permissions import KEEP_DOCUMENTS
from tests.factories import make_document, make_review

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("storage")]

LIST = "/admin/reviews/document/"
FORM = {"permission": "The board, by letter", "permitted_on": "2026-05-03", "licence": "OGL"}


@pytest.fixture
def editor(client):
    user = User.objects.create_user("editor", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=KEEP_DOCUMENTS))
    client.force_login(user)
    return client


@pytest.fixture
def document():
    return make_document(
        make_review(published="2023-04-19"),
        url="https://example.org/a.pdf",
        permission="",
        permitted_on=None,
        fetch_due_at=None,
    )


def save(client, document, **values):
    response = client.post(f"{LIST}{document.pk}/change/", {**FORM, "expires_on": "", **values})
    document.refresh_from_db()
    return response


def test_a_permission_makes_the_fetch_due(editor, document):
    assert save(editor, document).status_code == 302
    assert document.permission == "The board, by letter"
    assert document.permitted_on == date(2026, 5, 3)
    assert document.fetch_due_at <= timezone.now()


def test_saving_once_more_makes_it_due_again(editor, document):
    save(editor, document)
    Document.objects.update(fetch_due_at=timezone.now() + timedelta(days=30))
    save(editor, document)
    assert document.fetch_due_at <= timezone.now()


@pytest.mark.parametrize("left_out", ["permission", "permitted_on"])
def test_both_who_and_when_are_needed(editor, document, left_out):
    response = save(editor, document, **{left_out: ""})
    assert "Give both: who permitted it, and on which day." in response.content.decode()
    assert document.permission == ""


def test_a_day_of_its_own(editor, document, hold):
    save(editor, document)
    hold(document)
    save(editor, document, expires_on="2040-01-01")
    assert document.expires_on == date(2040, 1, 1)
    save(editor, document, expires_on="")
    assert document.expires_on == date(2028, 4, 19)


def test_taking_the_permission_back_takes_the_file_from_readers(editor, document, hold, client):
    save(editor, document)
    hold(document)
    save(editor, document, permission="", permitted_on="")
    assert client.get(document.get_absolute_url()).status_code == 410


def test_what_came_with_the_review_is_not_changed_here(editor, document):
    save(editor, document, url="https://elsewhere.example/", label="Other", sha256="0" * 64)
    assert (document.url, document.label) == ("https://example.org/a.pdf", "Practice review")
    assert document.sha256 == ""


def test_documents_are_neither_added_nor_deleted_here(editor, document):
    assert editor.get(f"{LIST}add/").status_code == 403
    assert editor.post(f"{LIST}{document.pk}/delete/").status_code == 403


def test_the_list_is_searched_and_narrowed(editor, document):
    Document.objects.update(has_text=False, fetch_problem="The website answered with status 404.")
    address = f"{LIST}?q={document.review.reference}&has_text__exact=0"
    assert "status 404" in editor.get(address).content.decode()


def test_nobody_without_the_permission(client, document):
    client.force_login(User.objects.create_user("other", is_staff=True))
    assert client.get(LIST).status_code == 403
