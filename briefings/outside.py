"""What a piece points to elsewhere: what to read, and whom to ask. Only links that are safe."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefings.choices import ResourceKind
from briefings.content import Contact, Resource

_SAFE = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.IGNORECASE)
_TELEPHONE = re.compile(r"\+?[\d ()-]{3,20}")


@dataclass(frozen=True, slots=True)
class ShownResource:
    """Something to read. `url` is empty where there is none that can be followed."""

    kind: str
    title: str
    publisher: str
    url: str


@dataclass(frozen=True, slots=True)
class ShownContact:
    """Whom to ask. `number` is a telephone number as it is written; then `url` calls it."""

    name: str
    text: str
    url: str
    number: str


def resources(given: Iterable[Resource]) -> tuple[ShownResource, ...]:
    labels = {kind.value: str(kind.label) for kind in ResourceKind}
    return tuple(
        ShownResource(labels.get(one.kind, ""), one.title, one.publisher, safe(one.url))
        for one in given
    )


def contacts(given: Iterable[Contact]) -> tuple[ShownContact, ...]:
    return tuple(map(_contact, given))


def safe(url: str) -> str:
    """The address, if it is one that a page may lead to."""
    found = url.strip()
    return found if _SAFE.fullmatch(found) else ""


def _contact(one: Contact) -> ShownContact:
    number = one.url.strip()
    if not _TELEPHONE.fullmatch(number):
        return ShownContact(one.name, one.text, safe(number), "")
    digits = re.sub(r"[^\d+]", "", number)
    return ShownContact(one.name, one.text, f"tel:{digits}", number)
