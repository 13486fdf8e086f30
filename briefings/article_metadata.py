"""How to cite an article, and what it tells machines of itself."""

from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString

from reviews.citations import Citation, in_script

if TYPE_CHECKING:
    from briefings.article_page import ArticlePage


def cite(page: "ArticlePage", address: str) -> Citation:
    """ "Annie Hudson (2025) Title. Case Review Repository, article. Edition 1. https://…" """
    published = page.record.published
    year = published.latest.year if published else "no date"
    author = page.author.name or page.publisher
    where = f"{page.publisher}, article." if page.author.name else "Article."
    end = "" if page.name[-1:] in {".", "?", "!"} else "."
    before, _, last = address.rstrip("/").rpartition("/")
    words = f"{author} ({year}) {page.name}{end} {where}"
    return Citation(words, f"Edition {page.number}", f"{before}/", f"{last}/")


def metadata(page: "ArticlePage") -> list[tuple[str, str]]:
    """Dublin Core and citation_* names with their content, in order."""
    subjects = [theme.label for theme in page.themes]
    author, published = page.author.name, page.record.published
    return [
        ("DC.title", page.name),
        *([("DC.creator", author)] if author else []),
        ("DC.publisher", page.publisher),
        ("DC.type", "Text"),
        ("DC.language", "en-GB"),
        *([("DC.date", published.iso)] if published else []),
        *(("DC.subject", subject) for subject in subjects),
        ("citation_title", page.name),
        *([("citation_author", author)] if author else []),
        *([("citation_publication_date", published.iso.replace("-", "/"))] if published else []),
        ("citation_public_url", page.url),
        ("citation_publisher", page.publisher),
        ("citation_language", "en"),
        *(("citation_keywords", subject) for subject in subjects),
    ]


def json_ld(page: "ArticlePage") -> SafeString:
    """The article as schema.org JSON-LD, safe inside a script element."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": page.name,
        "url": page.url,
        "inLanguage": "en-GB",
        "abstract": page.standfirst,
        "about": [theme.label for theme in page.themes],
        "publisher": {"@type": "Organization", "name": page.publisher},
    }
    if page.record.published:
        data["datePublished"] = page.record.published.iso.split("/")[-1]
    if page.author.name:
        data["author"] = {"@type": "Person", "name": page.author.name}
        if page.author.role:
            data["author"]["jobTitle"] = page.author.role
    if page.report:
        about: dict[str, Any] = {"@type": "Report", "name": page.report.title}
        if page.report_url:
            about["url"] = page.report_url
        data["citation"] = about
    return in_script(data)
