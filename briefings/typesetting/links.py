"""What a link of a file is called. Typst describes each by its address; a reader needs its words.

The templates hand Typst both as one, `address|words` (templates/words.typ), and it writes that
twice, as the address and as the description. Here each becomes what it is. Of a link in contents
Typst writes what its heading is called and where it is, `words|, page 3`; the words are enough.
Nothing is moved: what is left over is filled with blanks, so every place in the file stays where
its tables say.
"""

import re
from urllib.parse import unquote

BETWEEN = "|"  # no address has it: addresses.py writes it as %7C
_TEXT = rb"(\((?:[^\\()]|\\.)*\)|<[0-9A-F]*>)"
_OUT = re.compile(rb"/URI" + _TEXT + rb">>/F 4/StructParent (\d+)/Contents" + _TEXT, re.DOTALL)
_WITHIN = re.compile(rb"(/Dest \d+ 0 R/F 4/StructParent \d+/Contents)" + _TEXT, re.DOTALL)
_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
_DELIMITERS = re.compile(rb"[\\()]")
_UTF16 = b"\xfe\xff"


def described(made: bytes) -> bytes:
    """The file with links that have their words. Each has one, to the site's first page."""
    found, count = _OUT.subn(_out, made)
    if not count:
        raise ValueError("Typst writes links otherwise than is known here.")
    return _WITHIN.sub(_within, found)


def _out(found: re.Match[bytes]) -> bytes:
    address, between, words = _read(found[1]).partition(BETWEEN)
    if not between:
        return found[0]
    parts = (_written(address), found[2], _written(unquote(words).strip() or address))
    return _filled(b"/URI%b>>/F 4/StructParent %b/Contents%b" % parts, found)


def _within(found: re.Match[bytes]) -> bytes:
    words, between, _ = _read(found[2]).partition(BETWEEN)
    return _filled(found[1] + _written(unquote(words)), found) if between else found[0]


def _filled(text: bytes, found: re.Match[bytes]) -> bytes:
    if len(text) > len(found[0]):
        raise ValueError("The words of a link take more room than they took together.")
    return text.ljust(len(found[0]))


def _read(text: bytes) -> str:
    """ASCII between brackets; or as hexadecimal digits UTF-8, or UTF-16 that says so."""
    if not text.startswith(b"<"):
        return _ESCAPED.sub(rb"\1", text[1:-1]).decode("ascii")
    found = bytes.fromhex(text[1:-1].decode("ascii"))
    if found.startswith(_UTF16):
        return found.removeprefix(_UTF16).decode("utf-16-be")
    return found.decode("utf-8")


def _written(text: str) -> bytes:
    if text.isascii():
        return b"(%b)" % _DELIMITERS.sub(rb"\\\g<0>", text.encode("ascii"))
    return b"<%b>" % (_UTF16 + text.encode("utf-16-be")).hex().upper().encode("ascii")
