"""A list in pages: which part this page shows, and the ways to the others."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from django.http import QueryDict

from reviews.facets import address

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class PageLink:
    number: int
    url: str
    current: bool
    gap_before: bool


class Paged(ABC):
    """The pages of a list. Every address keeps what else was asked for."""

    page_size: ClassVar[int] = PAGE_SIZE
    query: QueryDict

    @property
    @abstractmethod
    def listed(self) -> int:
        """How many records stand on all pages together."""

    @property
    @abstractmethod
    def number(self) -> int:
        """The page asked for, from 1."""

    @property
    @abstractmethod
    def noun(self) -> str:
        """The short name of one record."""

    @cached_property
    def pages(self) -> int:
        return max(1, -(-self.listed // self.page_size))

    @property
    def start(self) -> int:
        return (self.number - 1) * self.page_size

    @property
    def first(self) -> int:
        """The place of the page’s first record in the whole list."""
        return self.start + 1

    @property
    def first_url(self) -> str:
        return self._page_url(1)

    @cached_property
    def previous_url(self) -> str:
        return self._page_url(self.number - 1) if 1 < self.number <= self.pages else ""

    @cached_property
    def next_url(self) -> str:
        return self._page_url(self.number + 1) if self.number < self.pages else ""

    @property
    def next_count(self) -> int:
        return min(self.page_size, self.listed - self.number * self.page_size)

    @property
    def next_label(self) -> str:
        """What the next page has: "Next 12 reviews"."""
        return f"Next {self.next_count} {self.noun}{'' if self.next_count == 1 else 's'}"

    @property
    def page_links(self) -> Iterator[PageLink]:
        """The first, the last and those near this page."""
        near = range(self.number - 1, self.number + 2)
        wanted = sorted({1, self.pages, *(n for n in near if 1 <= n <= self.pages)})
        before = 0
        for number in wanted:
            gap = number > before + 1
            yield PageLink(number, self._page_url(number), number == self.number, gap)
            before = number

    def _page_url(self, number: int) -> str:
        url = address(self.query)
        if number == 1:
            return url
        return f"{url}{'&' if len(url) > 1 else ''}page={number}"
