"""What the fonts of the wheel can show. The rest of a text is replaced: PDF/UA allows no gaps.

`characters.txt` lists the code points of which a test says that every face shows them. No font of
the machine is used, so a file is the same wherever it was set.
"""

import re
import unicodedata
from pathlib import Path

UNSHOWN = "\ufffd"  # stands for a run of what no font has: an emoji, Chinese
LONGEST_WORD = 32  # characters; a longer one may be broken, or it would leave the page
_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_BREAK = "\u200b"


def _shown() -> str:
    """The list as what stands between the brackets of a regular expression."""
    ranges = Path(__file__).with_name("characters.txt").read_text("ascii").split()
    ends = [[chr(int(end, 16)) for end in one.split("-")] for one in ranges]
    return "".join("-".join(map(re.escape, pair)) for pair in ends)


_NOT_SHOWN = re.compile(f"[^{_shown()}]+")
# Marks that join a letter: at most two, and only where the fonts have it with them.
_MARKS = re.compile(rf"(?<=[{_LATIN}])([\u0300-\u036f]{{1,2}})[\u0300-\u036f]*|[\u0300-\u036f]+")
# What is not seen: it would order text otherwise than it was typed, or join what is replaced.
_UNSEEN = {"Cc", "Cf", "Cs", "Mn", "Me", "Mc"}
_BLANKS = re.compile(r"\s+")
_LONG = re.compile(rf"\S{{{LONGEST_WORD},}}")


def shown(text: str) -> str:
    """The text as it can be set: one line, without what is not seen."""
    text = unicodedata.normalize("NFC", _BLANKS.sub(" ", text))
    if text.isascii() and text.isprintable():
        return _LONG.sub(_broken, text)
    text = "".join(filter(_is_seen, text))
    text = _MARKS.sub(r"\1", _NOT_SHOWN.sub(UNSHOWN, text))
    return _LONG.sub(_broken, text)


def plain(text: str) -> str:
    """The text for metadata, where no word is broken."""
    return shown(text).replace(_BREAK, "")


def _is_seen(character: str) -> bool:
    if "\u0300" <= character < "\u0370":
        return True
    return unicodedata.category(character) not in _UNSEEN


def _broken(word: re.Match[str]) -> str:
    """A long word with places where a line may end; of an address after its slashes and signs."""
    text = word[0]
    places = re.findall(r"[^/?&#.=_-]*[/?&#.=_-]+|[^/?&#.=_-]+", text)
    parts = [part[i : i + 16] for part in places for i in range(0, len(part), 16)]
    return _BREAK.join(parts)
