"""The groups that migrations make, and what their members may do."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import connection

from reviews import permissions
from reviews.permissions import CONTRIBUTOR, EDITOR, GROUPS, MANAGER
from tests.accounts.people import make_account

make_groups = import_module("reviews.migrations.0006_groups").make_groups

STEPS = {
    permissions.DRAFT: {CONTRIBUTOR, EDITOR},
    permissions.SEE_UNPUBLISHED: {CONTRIBUTOR, EDITOR, MANAGER},
    permissions.PUBLISH: {EDITOR},
    permissions.CORRECT: {EDITOR},
    permissions.WITHDRAW: {EDITOR},
    "reviews.change_document": {EDITOR},
    "reviews.change_theme": {MANAGER},
    "accounts.add_invitation": {MANAGER},
    "accounts.change_account": {MANAGER},
    "auth.change_user": set(),
    "auth.change_group": set(),
    "reviews.delete_review": set(),
}


def held(group):
    found = Permission.objects.filter(group__name=group).select_related("content_type")
    return {f"{one.content_type.app_label}.{one.codename}" for one in found}


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_has_what_permissions_says_and_no_more(group):
    assert held(group) == set(GROUPS[group])


def test_there_are_no_other_groups():
    assert set(Group.objects.values_list("name", flat=True)) == set(GROUPS)


@pytest.mark.parametrize("permission", STEPS)
def test_who_may_do_what(permission):
    people = {group: make_account(f"{group}@example.org", group) for group in GROUPS}
    may = {group for group, user in people.items() if user.has_perm(permission)}
    assert may == STEPS[permission]


def test_an_account_without_a_group_may_do_nothing():
    assert make_account().get_all_permissions() == set()


def test_made_again_they_are_as_they_should_be():
    Group.objects.get(name=CONTRIBUTOR).permissions.clear()
    Group.objects.get(name=EDITOR).permissions.set(Permission.objects.all())
    Group.objects.get(name=MANAGER).delete()
    with connection.schema_editor() as editor:
        make_groups(apps, editor)
    for group in GROUPS:
        assert held(group) == set(GROUPS[group])


@pytest.mark.parametrize(
    ("groups", "is_staff"),
    [((), False), (("contributor",), False), (("editor",), True), (("manager",), True)],
)
def test_who_works_in_the_admin_too(groups, is_staff):
    assert make_account("ada@example.org", *groups).is_staff is is_staff
