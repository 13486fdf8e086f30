"""Our own engine, asked as people ask it: pages of results, read from their HTML."""

import re
from collections.abc import Iterable

from django.test import Client

from bench.relevance.documents import Document
from bench.relevance.questions import Question
from bench.server import HOST

RESULTS = re.compile(r'<section[^>]* id="results".*</section>', re.DOTALL)
ADDRESS = {
    "reviews": re.compile(r'href="/reviews/([A-Z]{2}-\d{4}-\d{4,})/"'),
    "learning": re.compile(r'href="/learning/(\d+)/"'),
}
NEXT = re.compile(r'<link rel="next"')


class Ours:
    """Search by way of `/reviews/` and `/learning/`."""

    name = "ours"

    def __init__(self, points: Iterable[Document]) -> None:
        self.client = Client(headers={"host": HOST})
        self.keys = {str(point.point_id): point.key for point in points}

    def has(self, scope: str) -> bool:
        """Whether the page is there."""
        return self.client.get(f"/{scope}/").status_code == 200

    def search(self, question: Question, most: int) -> list[str]:
        """The keys of the best results, page by page until there are enough."""
        found: dict[str, None] = {}
        for number in range(1, most + 1):
            page = self._page(question, number)
            before = len(found)
            found.update(dict.fromkeys(self._read(question.scope, page)))
            if len(found) >= most or len(found) == before or not NEXT.search(page):
                break
        return list(found)[:most]

    def _page(self, question: Question, number: int) -> str:
        asked = {"q": question.q, "page": str(number)}
        if question.year:
            asked["year"] = str(question.year)
        return self.client.get(f"/{question.scope}/", asked).content.decode()

    def _read(self, scope: str, page: str) -> list[str]:
        results = RESULTS.search(page)
        found = ADDRESS[scope].findall(results[0]) if results else []
        return found if scope == "reviews" else [self.keys[number] for number in found]
