"""A briefing's page as data for the templates: texts that can be set, whole addresses.

What changes without the edition changing, as how many reviews match today, is left out: a file is
saved and read much later. It has a link to what was added since instead.
"""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from briefings.beside import Listed
from briefings.briefing_page import BriefingPage
from briefings.references import Reference
from briefings.sample import Chosen
from briefings.statements import Evidence, ShownSection, ShownStatement
from briefings.typesetting.addresses import whole
from briefings.typesetting.characters import plain, shown
from briefings.typesetting.prose import Data, prose
from reviews.terms import Value

SHORT = 70  # characters of a title in the running head
# Characters, and how many, of statements and of questions that may have room on one page.
ON_A_PAGE, MOST_ON_A_PAGE = 5_000, 40
IN_SECTION = 2  # level of the highest headings of a text: PDF/UA begins at 1 and leaves none out


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the templates are handed, made of a page."""

    page: BriefingPage

    def briefing(self) -> Data:
        """Everything: `briefing.typ`."""
        page, content = self.page, self.page.content
        sources = {section.id: section.text for section in content.sections}
        return {
            **self._head(page.own_path),
            "introduction": self._prose(content.body, IN_SECTION),
            "basis": self._basis(),
            "sections": [self._section(one, sources.get(one.id, "")) for one in page.sections],
            "questions": self._questions(),
            "resources": [
                self._entry(one.title, one.url, one.kind, one.publisher) for one in page.resources
            ],
            "related": [
                self._entry(one.title, one.url, one.kind_label, one.date) for one in page.related
            ],
            "contacts": [
                self._entry(one.name, one.url, one.number, one.text) for one in page.contacts
            ],
            "concerns": self._prose(content.concerns, IN_SECTION),
            "references": [self._reference(one) for one in page.references],
            "corrections": [
                {"date": _day(one.at), "text": shown(one.public_note)} for one in page.corrections
            ],
            "citation": self._citation(),
        }

    def seven_minutes(self) -> Data:
        """What is learned and asked, without evidence: `seven-minutes.typ`, one page."""
        said = [
            {"section": shown(section.heading), **self._statement(one), "evidence": []}
            for section in self.page.learning
            for one in section.statements
        ]
        asked = [
            {"audience": group["audience"], "text": text}
            for group in self._questions()
            for text in group["questions"]
        ]
        statements, questions = _fitting(said), _fitting(asked)
        return {
            **self._head(self.page.path),
            "statements": statements,
            "questions": questions,
            "left": len(said) - len(statements) + len(asked) - len(questions),
            "reviews": self.page.basis.reviews,
            "citation": self._citation(),
        }

    def _head(self, path: str) -> Data:
        page = self.page
        current = page.beside.current if page.is_superseded else None
        return {
            "site": plain(page.publisher),
            "home": self._url("/"),
            "url": self._url(path),
            "address": self._url(path).partition("://")[2],
            "title": shown(page.title),
            "plain_title": plain(page.title),
            "short": _cut(plain(page.title), SHORT),
            "description": plain(page.description),
            "keywords": [plain(one.label) for one in (*page.themes, *page.agencies)],
            "standfirst": shown(page.standfirst),
            "edition": page.edition_label,
            "date": page.date,
            "illustrative": page.is_illustrative,
            "superseded": page.is_superseded,
            "too_long": False,
            "current": current and self._current(current),
            "support": f"{page.url}#support",
            "themes": [self._term("theme", one) for one in page.themes],
            "agencies": [self._term("agency", one) for one in page.agencies],
        }

    def _basis(self) -> Data:
        basis, since = self.page.basis, self.page.since
        return {
            "reviews": basis.reviews,
            "points": basis.points,
            "years": basis.years,
            "years_label": basis.years_label,
            "dates": basis.dates,
            "chosen": self._url(basis.chosen.url) if basis.chosen else "",
            "conditions": self._conditions(basis.chosen),
            "since": self._url(since.url) if since else "",
            "note": self._prose(self.page.content.basis, IN_SECTION),
        }

    def _conditions(self, chosen: Chosen | None) -> list[Data]:
        conditions = chosen.conditions if chosen else ()
        return [{"label": one.label, "words": shown(one.words)} for one in conditions]

    def _current(self, current: Listed) -> Data:
        date = f", {current.date}" if current.date else ""
        return {"label": f"edition {current.number}{date}", "url": self._url(current.url)}

    def _section(self, one: ShownSection, text: str) -> Data:
        return {
            "number": str(one.number),
            "heading": shown(one.heading).strip(),
            "for": shown(one.for_whom),
            "text": self._prose(text, IN_SECTION),
            "statements": [self._statement(said) for said in one.statements],
        }

    def _statement(self, one: ShownStatement) -> Data:
        return {
            "number": one.number,
            "url": f"{self._url(self.page.own_path)}#{one.anchor}",
            "text": shown(one.text),
            "support": one.support,
            "of": one.of,
            "count": one.support_label if one.is_backed else "",
            "evidence": [self._evidence(cited) for cited in one.evidence],
        }

    def _evidence(self, one: Evidence) -> Data:
        return {
            "label": shown(one.label),
            "reference": one.reference,
            "url": self._url(one.url),
            "text": shown(one.text),
            "illustrative": one.is_illustrative,
            "sampled": one.is_sampled,
        }

    def _questions(self) -> list[Data]:
        return [
            {"audience": one.audience, "questions": [shown(text) for text in one.questions]}
            for one in self.page.questions
        ]

    def _reference(self, one: Reference) -> Data:
        return {
            "reference": one.reference,
            "label": shown(one.title),
            "url": self._url(one.url),
            "type": shown(one.type),
            "date": one.date,
            "illustrative": one.is_illustrative,
            "sampled": one.is_sampled,
            "places": ", ".join(place.number for place in one.places),
        }

    def _entry(self, label: str, url: str, *meta: str) -> Data:
        """A line of a list: its words (an address, where it has none), and what is beside it."""
        words = shown(label).strip() or shown(url)
        beside = ", ".join(shown(one) for one in meta if one.strip())
        return {"label": words, "url": self._url(url), "meta": beside}

    def _term(self, kind: str, one: Value) -> Data:
        url = self._url(reverse(f"reviews:{kind}", args=[one.slug]))
        return {"label": shown(one.label), "url": url}

    def _citation(self) -> Data:
        cited = self.page.citation
        url = f"{cited.before}{cited.last}"
        return {
            "words": shown(cited.words),
            "reference": cited.reference,
            "url": url,
            "address": shown(url),
        }

    def _prose(self, text: str, top: int) -> list[Data]:
        return prose(text, top=top, base=self._url("/")) if text.strip() else []

    def _url(self, path: str) -> str:
        return whole(path, self.page.origin)


def _fitting(items: list[Data]) -> list[Data]:
    """The first of them, as many as may have room on a page; one at least, cut if it has none."""
    found: list[Data] = []
    left = ON_A_PAGE
    for one in items:
        if found and (len(one["text"]) > left or len(found) == MOST_ON_A_PAGE):
            break
        found.append({**one, "text": _cut(one["text"], ON_A_PAGE // 2)})
        left -= len(one["text"])
    return found


def _day(at: datetime) -> str:
    local = timezone.localtime(at)
    return f"{local.day} {local:%B %Y}"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
