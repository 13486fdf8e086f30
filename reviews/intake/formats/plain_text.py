"""Plain text and Markdown: kept as they are, without the marks that say how they should look."""

import re

from reviews.intake.formats.texts import RULE, absolute, clean, link, spaced, tidy

HEADING = re.compile(r"^[ >]*#{1,6}(?: (.*))?$", re.MULTILINE)
FENCE = re.compile(r"^(?:```|~~~).*$", re.MULTILINE)
ITEM = re.compile(r"^[ >]*[*+] (?=\S)", re.MULTILINE)
STRONG = re.compile(r"\*\*|(?<![\w/(=&?.-])__(?=\S)([^_\n]+)(?<=\S)__(?!\w)")
EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]+)(?<=\S)\*(?![\w*])")
ESCAPED = re.compile(r"\\([-.#*_>+!`~&|])")
BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
IMAGE = re.compile(r"!(?=\[)")
ADDRESS = re.compile(r"""\]\(<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?: ["'][^"'\n]*["'])?\)""")
TABBED = re.compile(
    r"^[ \t]*[o§\uf0a7·•]\t", re.MULTILINE
)  # as Word copies the bullets of its lists
# As mail programs write a link in plain text: the label, then the address.
LABELLED = re.compile(
    r"^([^\n<>\[\]]{1,200})<(https?://[^\s<>]+)>[ .]*$", re.MULTILINE | re.IGNORECASE
)
REFERENCE = re.compile(r"^\[([^\]\n]{1,200})\]: ?<?([^\s<>]+)>?(?: \"[^\"\n]*\")?$", re.MULTILINE)
REFERRED = re.compile(r"(\[[^\[\]\n]{1,300}\])\[([^\[\]\n]{0,200})\]")


def read_plain(text: str) -> str:
    """A plain text; marks of Markdown in it are understood, because mails have them too."""
    return _shaped(spaced(clean(TABBED.sub("- ", text))))


def read_markdown(text: str) -> str:
    """A Markdown file, which may also have comments, fences and links by reference."""
    plain = FENCE.sub("", _without_comments(spaced(clean(text))))
    return _shaped(_with_references(plain))


def _shaped(text: str) -> str:
    lines = HEADING.sub(
        lambda found: f"\n{(found[1] or '').rstrip('# ')}\n", BREAK.sub("\n", RULE.sub("", text))
    )
    items = IMAGE.sub("", ITEM.sub("- ", lines))
    unmarked = EMPHASIS.sub(r"\1", STRONG.sub(r"\1", items))
    linked = LABELLED.sub(lambda found: link(found[1], found[2]), unmarked)
    addressed = ADDRESS.sub(lambda found: f"]({absolute(found[1])})", linked)
    return tidy(ESCAPED.sub(r"\1", addressed))


def _without_comments(text: str) -> str:
    """Split and not matched: a thousand comments without an end must take no time."""
    before, *others = text.split("<!--")
    return before + "".join(other.partition("-->")[2] for other in others)


def _with_references(text: str) -> str:
    known = {found[1].casefold(): found[2] for found in REFERENCE.finditer(text)}
    if not known:
        return text

    def address(found: re.Match[str]) -> str:
        name = (found[2] or found[1][1:-1]).casefold()
        return f"{found[1]}({known[name]})" if name in known else found[0]

    return REFERRED.sub(address, REFERENCE.sub("", text))
