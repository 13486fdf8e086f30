"""Title lines that are links, as web pages have them: the title on its line, the link below it.

`[2021 – Leeds – Child A](https://...)` is a title and a document; each is read from its own line.
"""

import re
from collections.abc import Iterator

from reviews.intake.lines import OPENS, is_dated
from reviews.intake.titles import ALIAS

LINKED = re.compile(
    r"(?:- )?(?P<link>\[(?P<label>(?:\\.|[^\[\]\\]){1,300})\]\((?P<address>[^()\s]*)\))(?P<rest>.*)"
)
_TO_READ = re.compile(r"\W*(?:read|download|view|see|open|click)\b", re.IGNORECASE)


def apart(text: str) -> str:
    """The text with every linked title on a line of its own."""
    if "](" not in text:
        return text
    return "\n".join(_lines(text.split("\n")))


def _lines(lines: list[str]) -> Iterator[str]:
    before = ""
    for place, line in enumerate(lines):
        found = LINKED.fullmatch(line)
        title = re.sub(r"\\(.)", r"\1", found["label"]).strip() if found else ""
        following = next(filter(None, lines[place + 1 : place + 3]), "")
        is_title = is_dated(title) or (found and _is_title(title, found["rest"], following))
        if found and title != before and is_title:
            yield title
            if found["address"] != "#":
                yield found["link"]
            if rest := found["rest"].strip(" :"):
                yield rest
        else:
            yield line
        before = line


def _is_title(label: str, rest: str, following: str) -> bool:
    """Whether a line that is a link names a review: an alias, and what happened below it."""
    is_alone = not rest.strip(" :") and bool(ALIAS.search(label))
    return is_alone and not _TO_READ.match(label) and bool(OPENS.match(following))
