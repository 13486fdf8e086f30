"""Text as it stands on pages, made into text that can be searched."""

import re

# What pdfium gives for a hyphen that only divides a word at a line's end.
DIVIDED = re.compile(r"(?<=\w)(?:[\u0002\u00ad\ufffe][ \t]*[\r\n]*|-[ \t]*(?:\r\n|\r|\n)(?=[a-z]))")
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\ud800-\udfff\ufffe\uffff]")
SPACES = re.compile(r"[^\S\n]+")
# What programs put before or after the words that somebody gave a file.
PROGRAM = re.compile(
    r"^(?:Microsoft \w+ - )+|\.(?:docx?|pdf|indd|pub|rtf|odt|pptx?)$", re.IGNORECASE
)
LONGEST_NAME = 300
LINES = re.compile(r" ?\n ?(?:\n ?)+")


def mend(text: str) -> str:
    """Divided words whole, no characters that PostgreSQL refuses, spaces and lines once."""
    whole = DIVIDED.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    apart = whole.replace("\f", "\n\n")  # pages
    plain = SPACES.sub(" ", UNSEEN.sub("", apart))
    return LINES.sub("\n\n", plain).strip()


def has_words(text: str, pages: int) -> bool:
    """Whether there is text to speak of: at least one word a page. Scanned pages have none."""
    return len(re.findall(r"[^\W\d_]{2,}", text)) >= pages


def name(title: str) -> str:
    """A file's own title on one line, without what the program added; "" where it says nothing."""
    plain = " ".join(UNSEEN.sub(" ", title).split())
    plain = PROGRAM.sub("", plain).strip()
    says_something = re.search(r"[^\W\d_]{3}", plain) and plain.casefold() != "untitled"
    return plain[:LONGEST_NAME].strip() if says_something else ""
