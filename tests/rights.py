"""Who may do what at a desk: a row for each route, and the people who try it."""

from dataclasses import dataclass, field

ANONYMOUS, NOBODY, CONTRIBUTOR, EDITOR, MANAGER, NO_FACTOR = (
    "anonymous",
    "signed in without rights",
    "contributor",
    "editor",
    "manager",
    "editor without second factor",
)
TO_SIGN_IN, TO_SECOND_FACTOR = "/account/login/", "/account/second-factor/"
NOT_THERE = 405


def both(status):
    """Contributors and editors alike."""
    return {CONTRIBUTOR: status, EDITOR: status}


def editors(status):
    return {EDITOR: status}


@dataclass(frozen=True)
class Row:
    """A route, what of it is asked for, and what those get who may. All others are refused."""

    name: str
    of: str = ""  # which record: draft, published, withdrawn
    get: dict = field(default_factory=lambda: both(NOT_THERE))
    post: dict = field(default_factory=lambda: both(NOT_THERE))
    data: dict = field(default_factory=dict)

    def __str__(self):
        said = " ".join(f"{name}={text}" for name, text in self.data.items())
        return " ".join(filter(None, (self.name, self.of, said)))


LOOK = both(200)


def ask(client, method, path, row):
    asked = client.post if method == "post" else client.get
    response = asked(path, row.data)
    response.getvalue()  # a file is read to its end
    return response


def sign_in(client, people, who, settings):
    settings.SECOND_FACTOR = who == NO_FACTOR
    if people[who]:
        client.force_login(people[who])
    else:
        client.logout()
