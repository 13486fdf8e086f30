"""People of the desk, and files as a form brings them."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import TemporaryUploadedFile

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


@pytest.fixture
def sent():
    """A file as it comes with a form: on the disk. `size` is what came, if it was not all kept."""

    def make(content, name="report.pdf", size=None):
        file = TemporaryUploadedFile(name, "application/pdf", 0, None)
        file.write(content)
        file.flush()
        file.seek(0)
        file.size = len(content) if size is None else size
        return file

    return make
