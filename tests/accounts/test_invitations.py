"""From an invitation to an account: by a manager, by mail, once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.db import connection

from accounts import invitations
from accounts.models import Invitation
from tests.accounts.people import (
    PASSWORD,
    is_signed_in,
    link_in,
    make_account,
    sign_in,
    text,
)

ADD = "/admin/accounts/invitation/add/"
LIST = "/admin/accounts/invitation/"
WANTED = {"name": "Grace Example", "password1": PASSWORD, "password2": PASSWORD}
SITE = "http://testserver"


def groups(*names):
    return Group.objects.filter(name__in=names)


def invite(client, email="grace@example.org", *names):
    wanted = [group.pk for group in groups(*(names or ["editor"]))]
    return client.post(ADD, {"email": email, "groups": wanted}, follow=True)


def act(client, action, *chosen):
    form = {"action": action, "_selected_action": [one.pk for one in chosen]}
    return client.post(LIST, form, follow=True)


@pytest.fixture
def invitation(db):
    return invitations.invite(email="grace@example.org", groups=groups("manager"), by=None)


@pytest.fixture
def link(invitation):
    return invitations.new_link(invitation=invitation, site=SITE).removeprefix(SITE)


class TestInviting:
    def test_a_manager_sends_a_mail_whose_link_makes_the_account(
        self, at_work, letterbox, elsewhere
    ):
        page = invite(at_work, "Grace@Example.org", "manager", "contributor")
        assert "The invitation was sent to grace@example.org." in text(page)
        recipient, subject, words = letterbox.take()
        assert recipient == "grace@example.org"
        assert subject == "Case Review Repository: your invitation to edit"
        assert "Ada Example has invited you" in words
        address = link_in(words, "/account/invitation/")

        assert "grace@example.org" in text(elsewhere.get(address))
        assert elsewhere.post(address, WANTED).status_code == 302
        grace = User.objects.get(email="grace@example.org")
        assert set(grace.groups.values_list("name", flat=True)) == {"manager", "contributor"}
        assert (grace.username, grace.first_name) == ("grace", "Grace Example")
        assert grace.is_staff
        assert not grace.is_superuser
        assert is_signed_in(elsewhere)
        elsewhere.logout()
        sign_in(elsewhere, "grace@example.org")
        assert is_signed_in(elsewhere)

    def test_a_username_that_is_taken_gets_a_number(self, link, client):
        make_account("grace@other.example")
        client.post(link, WANTED)
        grace = User.objects.get(email="grace@example.org")
        assert grace.username.startswith("grace")
        assert grace.username != "grace"

    def test_who_has_an_account_is_not_invited(self, at_work, letterbox):
        make_account("grace@example.org")
        page = invite(at_work, "GRACE@example.org")
        assert "has an account already" in text(page)
        assert letterbox.letters == []

    def test_there_is_one_open_invitation_to_an_address(self, at_work, invitation):
        page = invite(at_work, "grace@example.org")
        assert "There is an open invitation" in text(page)
        assert Invitation.objects.count() == 1

    def test_a_group_has_to_be_chosen(self, at_work):
        at_work.post(ADD, {"email": "grace@example.org"})
        assert not Invitation.objects.exists()

    def test_no_other_group_can_be_given(self, at_work):
        other = Group.objects.create(name="all powerful")
        page = at_work.post(ADD, {"email": "grace@example.org", "groups": [other.pk]})
        assert "all powerful" not in text(page)
        assert not Invitation.objects.exists()

    def test_a_mail_that_cannot_be_sent_is_said(self, at_work, letterbox):
        letterbox.refuses = True
        page = invite(at_work)
        assert "The mail to grace@example.org could not be sent." in text(page)
        assert Invitation.objects.get().state == "open"

    @pytest.mark.parametrize("group", ["contributor", "editor"])
    def test_others_do_not_invite(self, client, group):
        user = make_account("ada@example.org", group)
        client.force_login(user)
        for address in (LIST, ADD):
            assert client.get(address, follow=True).status_code == 403
        assert invite(client).status_code == 403
        assert not Invitation.objects.exists()


class TestALink:
    def test_works_once(self, link, client, elsewhere):
        assert client.post(link, WANTED).status_code == 302
        for answer in (elsewhere.get(link), elsewhere.post(link, WANTED)):
            assert answer.status_code == 410
        assert User.objects.filter(email="grace@example.org").count() == 1

    def test_ends_after_some_days(self, link, client, settings):
        settings.INVITATION_DAYS = 0
        assert client.get(link).status_code == 410
        assert Invitation.objects.get().state == "expired"

    def test_ends_when_it_is_sent_again(self, at_work, link, letterbox, elsewhere):
        act(at_work, "send_again", Invitation.objects.get())
        assert elsewhere.get(link).status_code == 410
        newer = link_in(letterbox.take()[2], "/account/invitation/")
        assert elsewhere.get(newer).status_code == 200

    def test_ends_when_it_is_taken_back(self, at_work, link, elsewhere):
        page = act(at_work, "take_back", Invitation.objects.get())
        assert "The link sent to grace@example.org has ended." in text(page)
        assert elsewhere.get(link).status_code == 410
        assert elsewhere.post(link, WANTED).status_code == 410
        assert not User.objects.filter(email="grace@example.org").exists()

    def test_that_is_taken_back_is_not_sent_again(self, at_work, invitation, letterbox):
        act(at_work, "take_back", invitation)
        act(at_work, "send_again", invitation)
        assert letterbox.letters == []

    def test_ends_when_the_address_has_an_account(self, link, client):
        make_account("grace@example.org")
        assert client.get(link).status_code == 410

    @pytest.mark.parametrize(
        "change", [lambda one: one[:-2] + "x/", lambda one: one.replace(":", ":x")]
    )
    def test_cannot_be_made_up(self, link, client, change):
        assert client.get(change(link)).status_code == 410

    def test_does_not_say_why_it_cannot_be_used(self, link, client, settings):
        forged = client.get("/account/invitation/x/")
        settings.INVITATION_DAYS = 0
        assert text(client.get(link)) == text(forged)

    def test_keeps_what_was_typed(self, link, client):
        page = client.post(link, {**WANTED, "password2": "another one"})
        assert 'value="Grace Example"' in page.content.decode()
        assert "This is not the same password as above." in text(page)
        assert not User.objects.filter(email="grace@example.org").exists()

    @pytest.mark.parametrize(
        "password", ["short", "grace@example.org", "qwerty123456", "123456789012345"]
    )
    def test_asks_for_a_password_that_is_hard_to_guess(self, link, client, password):
        form = {**WANTED, "password1": password, "password2": password}
        assert client.post(link, form).status_code == 200
        assert not User.objects.filter(email="grace@example.org").exists()

    def test_signs_out_who_else_used_the_browser(self, at_work, link):
        at_work.post(link, WANTED)
        assert "grace@example.org" in text(at_work.get("/account/"))

    def test_is_not_kept_and_not_indexed(self, link, client):
        page = client.get(link)
        assert "no-store" in page["Cache-Control"]
        assert '<meta name="robots" content="noindex">' in page.content.decode()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_who_follow_a_link_at_once_make_one_account():
    made = invitations.invite(email="grace@example.org", groups=groups("editor"), by=None)
    invitations.new_link(invitation=made, site=SITE)

    def accept(number):
        try:
            return invitations.accept(invitation=made, name=f"No. {number}", password=PASSWORD)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        users = list(pool.map(accept, range(4)))
    assert len([user for user in users if user]) == 1
    assert User.objects.count() == 1


class TestTheCommand:
    def test_prints_a_link_for_the_first_account(self, capsys, client):
        call_command("invite", "first@example.org", "--group=manager", f"--site={SITE}/")
        address = link_in(capsys.readouterr().out, "/account/invitation/")
        client.post(address, WANTED)
        assert is_signed_in(client)
        assert client.get(LIST).status_code == 200

    def test_names_the_site_by_its_settings(self, settings, capsys):
        settings.ALLOWED_HOSTS, settings.HTTPS = ["reviews.example"], True
        call_command("invite", "first@example.org", "--group=manager")
        assert "https://reviews.example/account/invitation/" in capsys.readouterr().out

    def test_sends_the_mail_if_asked(self, letterbox, capsys):
        call_command("invite", "first@example.org", "--group=editor", "--send")
        recipient, _, words = letterbox.take()
        assert recipient == "first@example.org"
        assert "You have been invited" in words

    def test_says_that_no_mail_could_be_sent(self, letterbox):
        letterbox.refuses = True
        with pytest.raises(CommandError, match="without --send"):
            call_command("invite", "first@example.org", "--group=editor", "--send")

    def test_takes_the_place_of_an_earlier_invitation(self, invitation, link, client, capsys):
        call_command("invite", "grace@example.org", "--group=editor", f"--site={SITE}")
        assert client.get(link).status_code == 410
        assert Invitation.objects.open().get().groups.get().name == "editor"

    @pytest.mark.parametrize(
        ("arguments", "reason"),
        [
            (("nobody", "--group=editor"), "not an email address"),
            (("ada@example.org", "--group=editor"), "has an account already"),
            (("first@example.org", "--group=superuser"), "invalid choice"),
            (("first@example.org",), "--group"),
        ],
    )
    def test_refuses(self, arguments, reason):
        make_account("ada@example.org")
        with pytest.raises(CommandError, match=reason):
            call_command("invite", *arguments)
        assert not Invitation.objects.exists()
