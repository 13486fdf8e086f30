"""Addresses that a file may lead to: of pages, of people and of telephones, and whole."""

import re
from urllib.parse import quote, urljoin

LONGEST = 2000  # characters; Typst refuses a file for an address of 8,000
_LEADS_SOMEWHERE = re.compile(r"(?:https?://[^/?#\s]|mailto:[^\s@]+@|tel:\+?\d)\S*", re.IGNORECASE)
_KEPT = "!#$%&'*+,/:;=?@[]~"  # no brackets: links.py reads an address that stands between them


def whole(address: str, origin: str) -> str:
    """The address with its host; empty for what may not be followed from a file."""
    try:
        found = urljoin(f"{origin}/", address.strip()) if address else ""
    except ValueError:  # brackets that are no address of a computer
        return ""
    found = quote(found, safe=_KEPT)
    return found if len(found) <= LONGEST and _LEADS_SOMEWHERE.fullmatch(found) else ""
