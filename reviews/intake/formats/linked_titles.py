"""Title lines that are links, as web pages have them: the title on its line, the link below it.

`[2021 – Leeds – Child A](https://...)` is a title and a document; each is read from its own line.
"""

import re
from collections.abc import Iterator

from reviews.intake.lines import is_dated

LINKED = re.compile(
    r"(?:- )?(?P<link>\[(?P<label>(?:\\.|[^\[\]\\]){1,300})\]\((?P<address>[^()\s]*)\))(?P<rest>.*)"
)


def apart(text: str) -> str:
    """The text with every linked title on a line of its own."""
    if "](" not in text:
        return text
    return "\n".join(_lines(text.split("\n")))


def _lines(lines: list[str]) -> Iterator[str]:
    before = ""
    for line in lines:
        found = LINKED.fullmatch(line)
        title = re.sub(r"\\(.)", r"\1", found["label"]).strip() if found else ""
        if found and title != before and is_dated(title):
            yield title
            if found["address"] != "#":
                yield found["link"]
            if rest := found["rest"].strip(" :"):
                yield rest
        else:
            yield line
        before = line
