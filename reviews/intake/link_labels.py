"""What links to documents are called, the kinds of documents they name, and their addresses."""

import re
from urllib.parse import urlsplit

VERB = r"(?:read|download|view|see|access|open|get|find|click here to (?:read|download|view))"
ADJECTIVES = (
    r"(?:(?:the|this|a|full|final|published|local|national|child|children|safeguarding|learning"
    r"|independent|serious|significant|case|multi-agency|joint|thematic|redacted|anonymised|short"
    r"|original|revised|linked|lscb|management|rapid|adult|adults|domestic|homicide|partnership|and"
    r"|&|scr|lcspr|cspr|main|complete|accompanying|second|first|single|unified|partnership's|its)"
    r"\s{1,4}){0,8}"
)
DOCUMENT = (
    r"(?:overview\s{1,4}reports?|executive\s{1,4}summar(?:y|ies)|practice\s{1,4}reviews?"
    r"(?:\s{1,4}reports?)?|case\s{1,4}reviews?(?:\s{1,4}reports?)?|review\s{1,4}reports?|reviews?"
    r"|reports?|summar(?:y|ies)|learning\s{1,4}(?:brief(?:ing)?|summary|bulletin|leaflet)s?"
    r"|(?:7|seven)[\s-]{1,3}minute\s{1,4}(?:briefing|learning|guide)s?|practice\s{1,4}briefs?(?:ing)?"
    r"|briefings?(?:\s{1,4}(?:note|paper)s?)?|action\s{1,4}plans?|(?:partnership\s{1,4}|board\s{1,4})?"
    r"(?:response|statement)s?|press\s{1,4}(?:release|statement)|documents?|infographic|letter)"
)
NOTE = (
    r"(?:\s{0,4}\\?\([^()\n]{1,60}\)|\s{0,4}\\?\[[^\[\]\n]{1,40}\](?!\()|\s{1,4}PDF\b"
    r"|\s{0,4}[-–—,|]?\s{0,4}(?:opens in (?:a )?new (?:window|tab)|external link)){0,3}"
)
ANNOUNCES = re.compile(
    r"(?:\A|\n|(?<=[.!?;)\]])\s?)[\s>»•*_#-]{0,12}(?P<words>(?=[A-Z])(?i:(?:(?:other|related|further"
    r"|additional|useful|more|external|key)\s{1,3})?(?:resources?|reading|documents?|links?"
    r"|information|downloads?|publications?|reports?))[*_]{0,2}[ \t]{0,2}:?[*_]{0,2})"
    r"[\s>»•*-]{0,12}\Z"
)
LEADING = re.compile(  # "Read the overview report: [Child K](...)"
    rf"(?:\A|\n|(?<=[.!?]\s))[\s>•-]{{0,8}}(?P<words>[*_]{{0,3}}(?P<name>{VERB}\s{{1,4}}{ADJECTIVES}{DOCUMENT})"
    rf"{NOTE}\s{{0,2}}:[*_]{{0,3}})\s{{0,4}}[*_]{{0,3}}\Z",
    re.IGNORECASE,
)
KINDS = (
    ("seven-minute-briefing", r"(?:7|seven)[\s-]*(?:minute|min|point)|\b7mb\b"),
    ("executive-summary", r"(?<!learning )(?<!page )(?<!practitioner )summar(?:y|ies)|exec sum"),
    ("action-plan", r"action plan|improvement plan|implementation plan|action tracker"),
    ("statement", r"statement|response|press release|\bletter\b"),
    (
        "learning-brief",
        r"learning (?:brief|summary|bulletin|leaflet|poster)|practice brief|\bbriefing|infographic"
        r"|one[\s-]page|lessons learn|practitioner (?:brief|summary)|poster",
    ),
    (
        "practice-review",
        r"practice review|\blcspr\b|\bcspr\b|\bcpr\b|safeguarding practice",
    ),
    (
        "overview-report",
        r"overview|full report|final report|\breview\b|\breport\b|\bscr\b",
    ),
)
_KINDS = [(kind, re.compile(words, re.IGNORECASE)) for kind, words in KINDS]
_DROP = re.compile(
    rf"^(?:{VERB}\b\s*)|\s*\\?\((?:pdf|docx?|word|external|opens|new)[^()]*\)\s*|\s+\(?pdf\)?$"
    r"|\s*[-–—,|]?\s*\(?opens in (?:a )?new (?:window|tab)\)?",
    re.IGNORECASE,
)


def label_of(written: str) -> str:
    """A label without "Read the" and "(PDF)", with a capital: "Practice review"."""
    plain = re.sub(r"\\(.)", r"\1", written)
    plain = re.sub(r"^[\W_]+", "", plain)
    for _ in range(2):
        plain = _DROP.sub(" ", plain).strip(" .:*_>-–—")
    plain = re.sub(r"^(?:the|this|a)\s+", "", " ".join(plain.split()), flags=re.IGNORECASE)
    return plain[:1].upper() + plain[1:] or "Document"


def kind_of(label: str) -> str:
    """The kind of document that a label names."""
    return next((kind for kind, words in _KINDS if words.search(label)), "other")


def address(written: str) -> str | None:
    """An address of the web, or none."""
    bare = written.strip().rstrip(".,;)").strip("<>").rstrip(".,;)")
    if bare.count("(") > bare.count(")"):
        bare += ")"
    try:
        parts = urlsplit(bare)
    except ValueError:
        return None
    is_web = parts.scheme.lower() in ("http", "https") and "." in (parts.hostname or "")
    return bare if is_web and len(bare) <= 2000 else None


def file_label(url: str) -> str:
    """A label for an address that has none: what its file says."""
    name = re.sub(r"[-_+]|%20", " ", url.split("?")[0].rstrip("/").rsplit("/", 1)[-1])
    name = re.sub(r"\.\w{2,5}$", "", name)
    return next((label for kind, label in _LABELS.items() if kind_of(name) == kind), "Document")


_LABELS = {
    "executive-summary": "Executive summary",
    "overview-report": "Overview report",
    "practice-review": "Practice review",
    "learning-brief": "Learning brief",
    "seven-minute-briefing": "Seven-minute briefing",
    "action-plan": "Action plan",
}
