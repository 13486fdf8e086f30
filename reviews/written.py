"""What reading a date and reading an age as people write them have in common."""

import re

LONGEST = 120  # characters; nobody writes a date or an age at such length

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u201b\u02bc\u2032\u0060\u00b4"
_QUOTES = "\u201c\u201d\u201e\u2033\u00ab\u00bb"
_SLASHES = "\u2044\u2215"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_PLAIN = str.maketrans(
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_QUOTES, '"')
    | dict.fromkeys(_SLASHES, "/")
    | dict.fromkeys(_UNSEEN, "")
)
# Around what is meant: brackets, quotation marks, the full stop of a sentence.
_AROUND = " .,;:()[]\"'"

_NOT_KNOWN = {
    *("", "-", "--", "---", "?", "??", "???", "n/a", "na", "nil", "none", "tbc", "tbd"),
    *("unknown", "unspecified", "unclear", "unstated", "unrecorded", "undated"),
    *("not known", "not stated", "not recorded", "not given", "not specified", "not available"),
    *("not applicable", "not clear", "to be confirmed", "no date", "no age"),
}


def plain(text: str) -> str:
    """The text in small letters, with one kind of dash, quotation mark and space."""
    return " ".join(text.translate(_PLAIN).lower().split())


def bare(text: str) -> str:
    """Plain text without what stands around it."""
    return plain(text).strip(_AROUND)


def is_not_known(text: str, subject: str) -> bool:
    """Whether a text says that nothing is known: "n/a", "not stated", "age unknown", ""."""
    said = re.sub(rf"^(?:the )?{subject}\b:? ?(?:is )?", "", bare(text))
    return said in _NOT_KNOWN or plain(text) in _NOT_KNOWN
