"""How surely a word is somebody's given name or family name, by the lists."""

from functools import lru_cache

from reviews.editing.checks import naming
from reviews.editing.checks.passage import Word
from reviews.editing.checks.wordlists import listed, ordinary, phrases, sure_names

SURE, PERHAPS, NEITHER = 2, 1, 0
_MARKS = ("mc", "mac", "o'", "fitz", "al-", "el-", "ni-", "nic")


@lru_cache(20_000)
def family_of(name: str) -> int:
    """How surely a word is a family name, where a given name comes before it."""
    known = listed("family_names")
    if not name[0].isalpha() or any(letter.isdigit() for letter in name):
        return NEITHER
    if name in known or any(part in known for part in name.split("-")):
        return PERHAPS if name in ordinary() else SURE
    if name in ordinary() or name in naming.NAMED_AFTER or (name,) in phrases("places"):
        return NEITHER
    if name.endswith("s") and name[:-1] in ordinary():
        return NEITHER  # "Roman Catholics"
    return SURE if name.startswith(_MARKS) and len(name) > 4 else PERHAPS


def family_sureness(word: Word) -> int:
    return family_of(word.key)


@lru_cache(20_000)
def is_sure(name: str) -> bool:
    """Whether a word is a given name and nothing else; of a double name one part is enough."""
    return name in sure_names() or ("-" in name and any(p in sure_names() for p in name.split("-")))
