"""Tokens of what is cited or pinned, as they are typed: `p12` is a point, `r7` a review."""

import re
from collections.abc import Iterable

from pyroaring import BitMap

_TOKEN = re.compile(r"([pr])([0-9]{1,10})")
_LARGEST = 2**31  # of a key; bitmaps hold no number above 32 bits


def read_token(text: str) -> tuple[str, int] | None:
    """The letter and the key; None for what is no token."""
    found = _TOKEN.fullmatch(text)
    if found is None or not 0 < int(found[2]) < _LARGEST:
        return None
    return found[1], int(found[2])


def keys(tokens: Iterable[str], letter: str) -> list[int]:
    """The keys of one kind's tokens, in order, each once; what is no token is passed over."""
    read = (read_token(text) for text in tokens)
    return list(dict.fromkeys(one[1] for one in read if one and one[0] == letter))


def public(tokens: Iterable[str], letter: str, held: BitMap) -> BitMap:
    """The keys of one kind's tokens, as far as the public may see them."""
    return BitMap(keys(tokens, letter)) & held
