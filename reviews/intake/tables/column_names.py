"""What a column of a table can be, and the names that people give to such columns."""

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache

from reviews.intake.lexicon import key

IGNORE, ENTRY, LINK, LABEL = "ignore", "entry", "report_link", "report_label"


@dataclass(frozen=True, slots=True)
class Field:
    """`record` is the field of the record that it fills; of some a record has several."""

    label: str
    record: str
    names: tuple[str, ...]
    several: bool = False


FIELDS: dict[str, Field] = {
    "title": Field(
        "Title",
        "title",
        ("name", "alias", "child", "review", "review title", "review name", "case", "case name")
        + ("title of review", "name of review", "child name", "case title", "subject", "known as"),
    ),
    "type": Field(
        "Type of review",
        "type",
        ("review type", "type", "kind of review", "case type", "type of case review", "category"),
    ),
    "nation": Field("Nation", "nation", ("country", "uk nation", "jurisdiction")),
    "partnership": Field(
        "Partnership",
        "partnership",
        ("safeguarding partnership", "partnership name", "area", "local authority", "lscp", "lscb")
        + ("board", "la", "council", "publisher", "published by", "commissioned by", "authority")
        + ("safeguarding children partnership", "local area", "lead partnership", "region"),
    ),
    "anonymous": Field(
        "Published anonymously",
        "anonymous",
        ("anonymous", "anonymised", "anonymised publication", "is anonymous", "anon"),
    ),
    "published": Field(
        "Published",
        "published",
        ("publication date", "date published", "date of publication", "year published", "year")
        + ("published on", "publication year", "year of publication", "pub date", "date of report"),
    ),
    "added": Field(
        "Added here",
        "added",
        ("added", "month", "month added", "date added", "added on", "listed", "month listed"),
    ),
    "incident": Field(
        "Incident",
        "incident",
        ("incident date", "date of incident", "date of death", "date of harm", "when", "event date")
        + ("date of event", "incident year", "month of incident", "date of injury"),
    ),
    "incident_note": Field("Note on the incident date", "incident_note", ("incident note",)),
    "headline": Field("Headline", "headline", ("one line", "strapline")),
    "summary": Field(
        "What happened",
        "summary",
        ("summary", "abstract", "description", "synopsis", "background", "case summary", "details")
        + ("case details", "overview", "circumstances", "summary of case", "what happened"),
    ),
    "age": Field(
        "Age of the child, or of each child",
        "children",
        ("age", "ages", "child age", "age of child", "ages of children", "age at incident")
        + ("age at death", "age of children", "age s", "age at time", "childs age", "child s age"),
        several=True,
    ),
    "sex": Field(
        "Sex of the child, or of each child",
        "children",
        ("sex", "gender", "sex of child", "gender of child", "child sex", "child gender")
        + ("boy or girl", "sexes", "m f"),
        several=True,
    ),
    "outcome": Field(
        "Outcome", "outcome", ("outcome for child", "fatal", "result", "death or serious harm")
    ),
    "harms": Field(
        "Kinds of harm",
        "harms",
        ("harm", "harms", "harm type", "type of harm", "kind of harm", "type of abuse", "abuse")
        + ("abuse type", "incident type", "type of incident", "nature of harm", "cause of death"),
        several=True,
    ),
    "themes": Field(
        "Themes",
        "themes",
        ("theme", "topics", "topic", "learning themes", "key themes", "issues", "subjects"),
        several=True,
    ),
    "agencies": Field(
        "Agencies",
        "agencies",
        ("agency", "agencies involved", "services", "organisations", "sector", "sectors")
        + ("professionals", "services involved"),
        several=True,
    ),
    "learning": Field(
        "Learning",
        "learning",
        ("learning point", "learning points", "key learning", "lessons", "lesson", "findings")
        + ("finding", "key issues", "issues identified", "lessons learned", "lessons learnt")
        + ("learning identified", "key findings", "learning includes", "key learning points")
        + ("what have we learned", "what have we learnt", "what we learned", "what can we learn")
        + ("what did we learn", "learning from the review", "learning from this review"),
        several=True,
    ),
    "recommendations": Field(
        "Recommendations",
        "recommendations",
        ("recommendation", "recs", "rec", "actions", "action", "recommendations include")
        + ("key recommendations", "recommendations made"),
        several=True,
    ),
    LINK: Field(
        "Link to a report",
        "documents",
        ("link", "url", "report", "report url", "web address", "report link", "pdf", "website")
        + ("hyperlink", "links", "document link", "document url", "link to report", "web link")
        + ("pdf link", "overview report", "full report", "address", "weblink", "report address")
        + ("executive summary", "7 minute briefing", "seven minute briefing", "download")
        + ("learning briefing", "practitioner briefing", "briefing", "learning summary"),
        several=True,
    ),
    LABEL: Field(
        "What the report is called",
        "documents",
        ("report label", "link text", "link label", "document", "document title", "report title")
        + ("document type", "report type", "document name", "file name", "report name"),
        several=True,
    ),
    "keywords": Field(
        "Keywords",
        "keywords",
        ("keyword", "tags", "tag", "key words", "subject terms", "descriptors", "index terms"),
        several=True,
    ),
    ENTRY: Field(
        "A whole entry, as in a list",
        "",
        ("entry", "text", "full text", "entry text", "whole entry", "list entry", "full entry")
        + ("whole entry as text", "case review", "content"),
    ),
    IGNORE: Field(
        "Nothing: leave it out",
        "",
        ("id", "no", "number", "row", "ref", "reference", "notes", "note", "comments", "comment")
        + ("status", "serial", "index", "date checked", "checked by", "entered by", "isbn"),
        several=True,
    ),
}
SURE, NUMBERED, LIKE, PART = 1.0, 0.95, 0.7, 0.55


LONGEST = 60  # characters of a name


@cache
def _by_name() -> dict[str, str]:
    """Labels and names as the code of the field writes them, each of one field."""
    found: dict[str, str] = {}
    for code, field in FIELDS.items():
        for name in (code, field.label, *field.names):
            found.setdefault(key(name).replace("_", " "), code)
    return found


def exactly(header: str) -> str | None:
    """The field that a header names without any doubt. Takes no time, whatever it is."""
    return _by_name().get(key(header).replace("_", " ")) if len(header) <= LONGEST else None


@lru_cache(1024)
def named(header: str) -> tuple[str, float] | None:
    """The field that a header names, and how sure that is.

    "Learning 1" and "1. Learning" name what "Learning" does; a misspelt name and one that holds
    a known one as whole words are less sure.
    """
    if len(header) > LONGEST:
        return None
    asked = key(header).replace("_", " ")
    names = _by_name()
    if asked in names:
        return names[asked], SURE
    plain = " ".join(word for word in asked.split() if not word.isdigit())
    if plain in names:
        return names[plain], NUMBERED
    if len(plain) > 4 and (near := get_close_matches(plain, names, n=1, cutoff=0.86)):
        return names[near[0]], LIKE
    held = [name for name in names if len(name) > 2 and f" {name} " in f" {plain} "]
    return (names[max(held, key=len)], PART) if held else None
