"""How long a text takes to read."""

from collections.abc import Iterable

from briefings.statements import ShownSection

WORDS_A_MINUTE = 200


def minutes(words: int) -> int:
    """In whole minutes, one at least."""
    return max(1, round(words / WORDS_A_MINUTE))


def words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)


def words_of(section: ShownSection) -> int:
    """Of what is read from top to bottom: without the evidence."""
    statements = (one.text for one in section.statements)
    return words([section.heading, section.text, *statements])
