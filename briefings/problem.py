"""What editors should know of words and figures before they are published."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing found: a code, the words it is about, what it is and what to do, as sentences.

    `at` is the place within what was checked: "figures.2.source", or nothing for a whole text.
    What is blocking is not published while it stands.
    """

    code: str
    words: str
    found: str
    to_do: str
    at: str = ""
    is_blocking: bool = False
