"""How to cite a review or one of its points: as text to copy, and as metadata for machines."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.utils.safestring import SafeString, mark_safe

from reviews.headlines import as_words
from reviews.models import Point, Review

# What would end a script element or open another, as JSON escapes.
_IN_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation, in parts so that a page never has to break a reference at the end of a line.

    Whole: "Case Review Repository (2023) Child A: local ... review. CR-2023-0001. https://..."
    """

    words: str
    reference: str
    before: str  # the address up to its last part
    last: str


def of_review(review: Review, publisher: str, url: str) -> Citation:
    """How to cite a review that has this address."""
    return _cite(review, f"{publisher} ({_year(review)}) {_name(review)}.", url)


def of_point(point: Point, review: Review, publisher: str, url: str) -> Citation:
    """The review's citation with the point's number and the address of its own page."""
    place = f"{point.get_kind_display().lower()} {point.order}"
    words = f"{publisher} ({_year(review)}) {_name(review)}, {place}."
    return _cite(review, words, urljoin(url, point.get_absolute_url()))


def metadata(review: Review, publisher: str, url: str) -> list[tuple[str, str]]:
    """Dublin Core and citation_* names with their content, in order."""
    subjects = _subjects(review)
    pairs = [
        ("DC.title", _name(review)),
        ("DC.identifier", review.reference),
        ("DC.publisher", publisher),
        ("DC.type", "Text"),
        ("DC.language", "en-GB"),
        ("DC.date", review.added.iso),
        *(("DC.subject", subject) for subject in subjects),
        ("citation_title", _name(review)),
        ("citation_publication_date", review.added.iso.replace("-", "/")),
        ("citation_public_url", url),
        ("citation_publisher", publisher),
        ("citation_language", "en"),
        *(("citation_keywords", subject) for subject in subjects),
    ]
    if review.partnership:
        pairs.insert(2, ("DC.creator", review.partnership.name))
        pairs.append(("citation_author", review.partnership.name))
    return pairs


def _cite(review: Review, words: str, url: str) -> Citation:
    before, _, last = url.rstrip("/").rpartition("/")
    return Citation(words, review.reference, f"{before}/", f"{last}/")


def _name(review: Review) -> str:
    """Title and kind; of an invented review also that it is one, for a citation travels alone."""
    name = f"{review.title}: {as_words(review.type.live.label)}"
    return f"{name} [illustrative example]" if review.illustrative else name


def _year(review: Review) -> int:
    return review.added.earliest.year


def _subjects(review: Review) -> list[str]:
    """What the review is about as a whole, each theme under the name it has now."""
    return list(dict.fromkeys(theme.live.label for theme in review.themes.all()))


def json_ld(review: Review, publisher: str, url: str) -> SafeString:
    """The entry as schema.org JSON-LD, safe inside a script element."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": _name(review),
        "identifier": review.reference,
        "url": url,
        "inLanguage": "en-GB",
        "dateCreated": review.added.iso,
        "abstract": review.summary,
        "about": _subjects(review),
        "publisher": {"@type": "Organization", "name": publisher},
    }
    if review.published:
        data["datePublished"] = review.published.iso.split("/")[-1]  # as exact as it is known
    if review.partnership:
        data["author"] = {"@type": "Organization", "name": review.partnership.name}
    return in_script(data)


def point_json_ld(point: Point, review: Review, themes: list[str], url: str) -> SafeString:
    """A point as a part of its review's entry, safe inside a script element."""
    return in_script(
        {
            "@context": "https://schema.org",
            "@type": "CreativeWork",
            "name": f"{_name(review)}, {point.get_kind_display().lower()} {point.order}",
            "text": point.text,
            "url": url,
            "inLanguage": "en-GB",
            "position": point.order,
            "about": themes,
            "isPartOf": {
                "@type": "Report",
                "name": _name(review),
                "identifier": review.reference,
                "url": urljoin(url, review.get_absolute_url()),
            },
        }
    )


def in_script(data: dict[str, Any]) -> SafeString:
    """Data as JSON that no text in it can end or open a script element of."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_IN_SCRIPT))
