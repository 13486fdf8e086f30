"""Lists of words beside the checks, read once: names, words that are none, areas, known cases."""

from functools import cache
from pathlib import Path

from reviews.editing.checks.passage import key

_FOLDER = Path(__file__).parent / "words"


def one_of(text: str) -> frozenset[str]:
    """The words of a short list."""
    return frozenset(text.split())


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list, without capitals and accents."""
    return frozenset(key(word) for line in _lines(name) for word in line.split())


@cache
def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """The lines of a list, each as its words."""
    return frozenset(tuple(key(word) for word in line.split()) for line in _lines(name))


@cache
def sure_names() -> frozenset[str]:
    """Given names that are nothing else."""
    return listed("given_names") - listed("uncertain_names")


@cache
def ordinary() -> frozenset[str]:
    """Words that are no names, whatever their capital."""
    return listed("ordinary") - sure_names()


def _lines(name: str) -> list[str]:
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
