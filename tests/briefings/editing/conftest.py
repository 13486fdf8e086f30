"""People of the desk."""

import pytest
from django.contrib.auth.models import Group, User

from reviews.permissions import CONTRIBUTOR, EDITOR, MANAGER


@pytest.fixture
def person(db):
    """Somebody with an account, in these groups."""

    def make(username, *groups, name=""):
        user = User.objects.create_user(username, f"{username}@example.org", first_name=name)
        user.groups.set(Group.objects.filter(name__in=groups))
        return user

    return make


@pytest.fixture
def contributor(person):
    return person("carys", CONTRIBUTOR, name="C. Vaughan")


@pytest.fixture
def editor(person):
    return person("okafor", EDITOR, name="R. Okafor")


@pytest.fixture
def manager(person):
    return person("manager", MANAGER, name="M. Adeyemi")
