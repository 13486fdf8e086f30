"""A text that is written field by field, and knows where each of them stands in it."""

from collections.abc import Iterable
from itertools import accumulate

from reviews.intake.proposal import Read, Span


class Sheet:
    """The text of a batch. Places are those of reviews/intake/proposal.py."""

    def __init__(self) -> None:
        self.text = ""

    def line(self, label: str, text: str) -> Span:
        """A field of one line, or of several below its label; where the field's text stands."""
        if not text:
            return Span(len(self.text), len(self.text))
        self._begin(label)
        self.text += "\n" if "\n" in text or len(text) > 100 else " "
        span = Span(len(self.text), len(self.text) + len(text))
        self.text += f"{text}\n"
        return span

    def lines(self, label: str, texts: Iterable[str]) -> list[Read[str]]:
        """A list, an item on each line."""
        found = list(texts)
        if not found:
            return []
        self._begin(label)
        self.text += "\n"
        start = len(self.text)
        ends = list(accumulate(len(f"- {text}\n") for text in found))
        self.text += "".join(f"- {text}\n" for text in found)
        return [
            Read(text, Span(start + end - len(text) - 1, start + end - 1))
            for text, end in zip(found, ends, strict=True)
        ]

    def _begin(self, label: str) -> None:
        self.text += f"{'\n' if self.text else ''}{label}:"
