"""What cells say that fill a list: terms, keywords, points, documents."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from reviews import limits
from reviews.dates import quoted
from reviews.intake.lexicon import key
from reviews.intake.link_labels import kind_of
from reviews.intake.proposal import Read, Span
from reviews.intake.tables.cells import MOST_PARTS, NEAR, Cell, Filling, Reader, most_of, term_in
from reviews.intake.tables.column_names import LABEL
from reviews.records import is_link
from reviews.written import is_not_known

_MARKED = re.compile(r"\[((?:[^\[\]\\\n]|\\.){0,300}+)\]\(([^()\s]{0,2000})\)")
_NO_LINK = {"#", "-", "no", "none", "no link", "not available"}


def terms_of(record: str, kind: str) -> Reader:
    """Reads terms; what is none is kept as a keyword, so that it can be found."""

    def read(filling: Filling, cells: Sequence[Cell]) -> None:
        found: dict[str, tuple[Read[str], str]] = {}
        for part in _term_parts(filling, cells, kind, record):
            slug, confidence = term_in(filling, part, kind, record)
            if slug:
                sure = min(confidence, part.confidence)
                found.setdefault(slug, (Read(slug, part.span, sure), part.text))
            elif not is_not_known(part.text, ""):
                _keep_unknown(filling, part, record)
        items = most_of(filling, cells[0], record, list(found.values()), limits.MOST_TERMS)
        words = [[text] for _, text in items]
        filling.proposal.put_list(record, [item for item, _ in items], words=words)

    return read


def _term_parts(filling: Filling, cells: Sequence[Cell], kind: str, record: str) -> list[Cell]:
    """At semicolons, bars and lines; what is no term so is divided at its commas too."""
    parts: list[Cell] = []
    for cell in cells:
        for part in filling.parts(cell, ";|\n", record):
            is_term = filling.lexicon.find(kind, part.text)
            parts += [part] if is_term else filling.parts(part, ",", record)
    return parts[:MOST_PARTS]


def _keep_unknown(filling: Filling, part: Cell, record: str) -> None:
    said = f"{quoted(part.text)} is not in the vocabulary. It was kept as a keyword."
    if not _add_keywords(filling, [part]):
        said = f"{quoted(part.text)} is not in the vocabulary and was left out."
    filling.warn(part, record, "term-unknown", said)


def read_keywords(filling: Filling, cells: Sequence[Cell]) -> None:
    """As they are written, between semicolons or lines, or else between commas."""
    for cell in cells:
        parts = filling.parts(cell, ";|\n", "keywords")
        if len(parts) == 1 and not cell.is_item:
            parts = filling.parts(cell, ",", "keywords")
        _add_keywords(filling, parts)


def _add_keywords(filling: Filling, parts: Sequence[Cell]) -> bool:
    """Add keywords to those there are, each once. Whether all of them are kept."""
    proposal = filling.proposal
    held = proposal.record.get("keywords") or []
    places = proposal.fields.get("keywords", {}).get("items", [])
    reads = [
        Read(word, Span(place["start"], place["end"]), place["confidence"])
        for word, place in zip(held, places, strict=True)
    ]
    known = {key(read.value) for read in reads}
    all_kept = True
    for part in parts:
        said = " ".join(part.text.split()).rstrip(".")
        if key(said) in known or not key(said):
            continue
        if len(said) > limits.KEYWORD or len(reads) >= limits.MOST_KEYWORDS:
            shown = f"{quoted(said)} is too long for a keyword. It was left out."
            if len(reads) >= limits.MOST_KEYWORDS:
                shown = f"only {limits.MOST_KEYWORDS} keywords were kept. The others were left out."
            filling.warn(part, "keywords", "keyword-left-out", shown)
            all_kept = False
            continue
        known.add(key(said))
        reads.append(Read(said, part.span, part.confidence))
    proposal.put_list("keywords", reads)
    return all_kept


def points_of(record: str, agencies: str) -> Reader:
    """Reads points: divided at lines, and at semicolons too where one column has them all."""

    def read(filling: Filling, cells: Sequence[Cell]) -> None:
        alone = len({cell.name for cell in cells}) == 1
        found = []
        signs = ";\n" if alone else "\n"
        for part in [part for cell in cells for part in filling.parts(cell, signs, record)]:
            said = " ".join(part.text.split())
            if len(said) > limits.POINT:
                shown = f"an item has {len(said):,} characters. Shorten it: {quoted(said)}."
                filling.warn(part, record, "too-long", shown)
            elif key(said) and not is_not_known(said, record):
                point = {
                    "text": said,
                    "themes": _named(filling, part, part.themes, "theme", record),
                    agencies: _named(filling, part, part.agencies, "agency", record),
                }
                found.append(Read(point, part.span, part.confidence))
        items = most_of(filling, cells[0], record, found, limits.MOST_POINTS)
        filling.proposal.put_list(record, items)

    return read


def _named(filling: Filling, part: Cell, names: Sequence[str], kind: str, record: str) -> list[str]:
    """The terms of a point. What is none is warned of."""
    found = []
    for name in names:
        slug, _ = term_in(filling, replace(part, text=name), kind, record)
        if slug:
            found.append(slug)
        else:
            said = f"{quoted(name)} is not in the vocabulary. It was left out."
            filling.warn(part, record, "term-unknown", said)
    return list(dict.fromkeys(found))[: limits.MOST_TERMS]


def read_documents(filling: Filling, cells: Sequence[Cell]) -> None:
    """Links, each with its label: its own, that of the same place, or the column's name."""
    named = [cell for cell in cells if cell.code == LABEL]
    labels = [part for cell in named for part in filling.parts(cell, ";\n", "documents")]
    links = [found for cell in cells if cell.code != LABEL for found in _links(cell)][:MOST_PARTS]
    if labels and links and len(labels) != len(links):
        said = f"{len(links)} links and {len(labels)} names of reports are given."
        where = f"{cells[0].where}: {said} Check which belongs to which."
        filling.proposal.warn("documents", "links-and-labels", where)
    found = []
    for place in range(max(len(labels), len(links))):
        label = labels[place] if place < len(labels) else None
        link = links[place] if place < len(links) else None
        if document := document_of(filling, label, link):
            found.append(document)
    items = most_of(filling, cells[0], "documents", found, limits.MOST_DOCUMENTS)
    filling.proposal.put_list("documents", items)


type Link = tuple[Cell, str, str]  # where it stands, its own label, its address


def _links(cell: Cell) -> list[Link]:
    marked = [(cell.part(*f.span()), f[1], f[2]) for f in _MARKED.finditer(cell.text)]
    if marked or cell.is_item:
        return marked or [(cell, "", cell.text.strip())]
    parts = [cell.part(*f.span()) for f in re.finditer(r"[^\s;]\S*", cell.text)]
    if any(part.text.lower().startswith(("http", "www")) for part in parts):
        return [(part, "", part.text.rstrip(";,")) for part in parts]
    return [(cell, "", cell.text.strip())]


def document_of(
    filling: Filling, label: Cell | None, link: Link | None, kind: str | None = None
) -> Read | None:
    """A document from its name and its link; its kind from the name, unless it is given."""
    source = link[0] if link else label
    if source is None:
        return None
    url = _address(filling, link) if link else None
    own = re.sub(r"\\(.)", r"\1", link[1]) if link else ""
    said = " ".join((label.text if label else own).split())
    kind = kind or _kind(filling, said) or _kind(filling, source.name)
    if not said and url is None:
        return None
    said = said or (source.name if kind else "Report")
    if len(said) > limits.LABEL:
        filling.warn(source, "documents", "too-long", f"{quoted(said)} is too long for a name.")
        said = said[: limits.LABEL]
    if kind is None:
        shown = f"it isn’t clear what kind of document {quoted(said)} is. Choose one."
        filling.warn(source, "documents", "document-kind-unknown", shown)
    value = {"label": said, "kind": kind or "other", "url": url}
    return Read(value, source.span, min(source.confidence, 1.0 if kind else NEAR))


def _address(filling: Filling, link: Link) -> str | None:
    """The address, if it is one; "#" and "none" say that there is none."""
    cell, _, url = link
    if url.lower() in _NO_LINK or is_not_known(url, "link"):
        filling.warn(cell, "documents", "no-link", f"{quoted(url)} is no link.")
        return None
    if is_link(url) and len(url) <= limits.URL and urlsplit(url).hostname:
        return url
    said = f"{quoted(url)} is not a web address. Write one that begins with https://."
    filling.warn(cell, "documents", "link-not-read", said)
    return None


def _kind(filling: Filling, label: str) -> str | None:
    """The kind of document that a name is, or has in it."""
    found = filling.lexicon.find("document_kind", label) or kind_of(label)
    return None if found == "other" else found
