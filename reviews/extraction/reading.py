"""A program that reads one PDF and says what is in it. Run by `reviews.extraction`, never imported.

A PDF is made by strangers and read by a large library in C++. So it is read in a process of its
own that can neither write files, nor run on, nor take more memory than it is allowed: whatever
happens here happens to nobody else. On standard output comes one JSON object, with `problem` or
with `pages`, `text` and `title`.

    python reading.py FILE SECONDS MEGABYTES MOST_PAGES MOST_CHARACTERS
"""

import json
import resource
import sys

NEEDS_PASSWORD = 4  # FPDF_ERR_PASSWORD
MOST_OF_TITLE = 1_000


def limit(seconds: int, megabytes: int) -> None:
    """From here on this process can't do more than this. The kernel sees to it."""
    memory = megabytes * 1024**2
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(path: str, most_pages: int, most_characters: int) -> dict[str, object]:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == NEEDS_PASSWORD:
            return {"problem": "The PDF is encrypted: it opens only with a password."}
        return {"problem": "The PDF is broken: it can’t be opened."}
    count = len(pdf)
    if not 1 <= count <= most_pages:
        return {"problem": f"The PDF has {count:,} pages; from 1 to {most_pages:,} can be held."}
    texts, left = [], most_characters
    for number in range(count):
        try:
            page = pdf[number]
            text = page.get_textpage().get_text_bounded() if left > 0 else ""
        except pypdfium2.PdfiumError:
            return {"problem": f"The PDF is broken: page {number + 1} can’t be read."}
        page.close()
        texts.append(text[:left])
        left -= len(text)
    title = pdf.get_metadata_dict().get("Title", "")[:MOST_OF_TITLE]
    return {"pages": count, "text": "\f".join(texts), "title": title}


def main() -> None:
    path, *numbers = sys.argv[1:]
    seconds, megabytes, most_pages, most_characters = map(int, numbers)
    limit(seconds, megabytes)
    try:
        found = read(path, most_pages, most_characters)
    except MemoryError:
        found = {"problem": "The PDF needs more memory than a report should."}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
