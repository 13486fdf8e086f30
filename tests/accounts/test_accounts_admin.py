"""Accounts in Django's admin: what a manager can do, and what not even by a form of her own."""

import pytest
from django.contrib.auth.models import Group

from tests.accounts.people import (
    is_signed_in,
    make_account,
    set_up_app,
    sign_in,
    text,
)

LIST = "/admin/accounts/account/"


def page_of(user):
    return f"{LIST}{user.pk}/change/"


def form(user, *groups, **changes):
    held = [Group.objects.get(name=name).pk for name in groups]
    names = {"first_name": user.first_name, "last_name": user.last_name}
    return {**names, "groups": held, "is_active": "on", **changes}


def act(client, action, *chosen):
    held = {"action": action, "_selected_action": [one.pk for one in chosen]}
    return client.post(LIST, held, follow=True)


@pytest.fixture
def ada(db):
    return make_account("ada@example.org", "editor")


@pytest.fixture
def superuser(db):
    return make_account("root@example.org", is_superuser=True, is_staff=True)


def test_a_manager_sees_all_accounts(at_work, ada):
    page = text(at_work.get(LIST))
    assert "ada@example.org" in page
    assert "manager@example.org" in page


def test_the_number_of_accounts_changes_no_number_of_queries(
    at_work, ada, django_assert_max_num_queries
):
    for number in range(8):
        make_account(f"someone{number}@example.org", "editor", "contributor")
    with django_assert_max_num_queries(26):
        at_work.get(LIST)


def test_groups_are_changed_and_with_them_where_one_works(at_work, ada):
    assert at_work.post(page_of(ada), form(ada, "contributor")).status_code == 302
    ada.refresh_from_db()
    assert [group.name for group in ada.groups.all()] == ["contributor"]
    assert not ada.is_staff
    at_work.post(page_of(ada), form(ada, "contributor", "manager"))
    ada.refresh_from_db()
    assert ada.is_staff


def test_rights_that_are_taken_are_gone_at_the_next_request(at_work, ada, elsewhere):
    elsewhere.force_login(ada)
    assert elsewhere.get("/admin/reviews/document/").status_code == 200
    at_work.post(page_of(ada), form(ada))
    assert elsewhere.get("/admin/reviews/document/", follow=True).status_code == 403


def test_a_closed_account_is_signed_out_at_once_and_stays_out(at_work, ada, elsewhere):
    sign_in(elsewhere, ada.email)
    assert is_signed_in(elsewhere)
    changed = form(ada, "editor")
    del changed["is_active"]
    at_work.post(page_of(ada), changed)
    assert not is_signed_in(elsewhere)
    sign_in(elsewhere, ada.email)
    assert not is_signed_in(elsewhere)
    at_work.post(page_of(ada), form(ada, "editor"))
    sign_in(elsewhere, ada.email)
    assert is_signed_in(elsewhere)


def test_somebody_is_signed_out_everywhere(at_work, ada, elsewhere):
    sign_in(elsewhere, ada.email)
    assert "Signed out everywhere: ada@example.org." in text(act(at_work, "sign_out", ada))
    assert not is_signed_in(elsewhere)


def test_a_lost_second_factor_is_removed(at_work, ada, elsewhere):
    sign_in(elsewhere, ada.email)
    set_up_app(elsewhere)
    page = act(at_work, "forget_second_factor", ada)
    assert "The password alone signs in now: ada@example.org." in text(page)
    assert not is_signed_in(elsewhere)
    sign_in(elsewhere, ada.email)
    assert is_signed_in(elsewhere)


@pytest.mark.parametrize(
    "more",
    [
        {"is_superuser": "on"},
        {"is_staff": "on"},
        {"user_permissions": ["1", "2"]},
        {"email": "mine@example.org"},
        {"username": "other"},
        {"password": "x", "password1": "x", "password2": "x"},
    ],
    ids=lambda more: next(iter(more)),
)
@pytest.mark.parametrize("whose", ["ada", "manager"])
def test_nothing_else_can_be_changed(at_work, ada, manager, whose, more):
    user = {"ada": ada, "manager": manager}[whose]
    user.groups.clear()
    user.groups.add(Group.objects.get(name="manager"))
    before = {**vars(user)}
    at_work.post(page_of(user), form(user, "manager", **more))
    user.refresh_from_db()
    kept = ("is_superuser", "is_staff", "email", "username", "password")
    assert {name: getattr(user, name) for name in kept} == {name: before[name] for name in kept}
    assert not user.user_permissions.exists()


def test_no_other_group_can_be_given(at_work, ada):
    Group.objects.create(name="all powerful")
    at_work.post(page_of(ada), form(ada, "all powerful"))
    assert [group.name for group in ada.groups.all()] == ["editor"]


def test_a_superuser_is_out_of_a_manager_s_reach(at_work, superuser):
    changed = form(superuser, "manager", first_name="Other")
    del changed["is_active"]
    assert at_work.post(page_of(superuser), changed).status_code == 403
    for action in ("sign_out", "forget_second_factor"):
        assert "Superusers were left as they are" in text(act(at_work, action, superuser))
    superuser.refresh_from_db()
    assert superuser.is_active
    assert superuser.first_name == "Ada Example"


def test_a_superuser_keeps_a_superuser_s_account(client, superuser):
    client.force_login(superuser)
    client.post(page_of(superuser), form(superuser, first_name="Other"))
    superuser.refresh_from_db()
    assert (superuser.first_name, superuser.is_superuser) == ("Other", True)
    assert superuser.is_staff


@pytest.mark.parametrize("page", ["add/", "{pk}/delete/", "{pk}/password/"])
def test_no_account_is_made_deleted_or_given_a_password_here(client, superuser, ada, page):
    client.force_login(superuser)
    address = LIST + page.format(pk=ada.pk)
    assert client.get(address).status_code in {302, 403, 404}
    client.post(address, {"post": "yes", "password1": "x", "password2": "x"})
    assert is_unchanged(ada)


def is_unchanged(user):
    password = user.password
    user.refresh_from_db()
    return user.password == password


@pytest.mark.parametrize(
    "model",
    [
        *("auth/user", "auth/group", "account/emailaddress"),
        *("mfa/authenticator", "usersessions/usersession"),
    ],
)
def test_what_would_go_past_this_page_is_not_there(client, superuser, model):
    client.force_login(superuser)
    assert client.get(f"/admin/{model}/").status_code == 404


@pytest.mark.parametrize("group", ["contributor", "editor"])
def test_others_keep_no_accounts(client, group, ada):
    client.force_login(make_account("other@example.org", group))
    assert client.get(LIST, follow=True).status_code == 403
    answer = client.post(page_of(ada), form(ada, "manager"), follow=True)
    assert answer.status_code == 403
    assert not ada.groups.filter(name="manager").exists()


def test_passwords_are_changed_where_it_is_limited(at_work):
    answer = at_work.get("/admin/password_change/")
    assert (answer.status_code, answer["Location"]) == (302, "/account/password/change/")
