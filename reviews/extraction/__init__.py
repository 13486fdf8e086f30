"""What is in a PDF: pages and text, read by a process that can do no harm (`reading.py`)."""

import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from reviews.extraction.mending import has_words, mend, name

SECONDS = 60  # of the processor, and as many again on the clock
MEGABYTES = 1024  # of address space, most of which is never touched
MOST_PAGES = 5_000
MOST_CHARACTERS = 1_000_000
MOST_OUTPUT = 16 * 1024**2
HEAD, END, WITHIN = b"%PDF-", b"%%EOF", 2048
READING = Path(__file__).with_name("reading.py")


class Unreadable(Exception):
    """The file can't be used; the message says why, for editors."""


@dataclass(frozen=True, slots=True)
class Content:
    """A PDF's pages and its text. `has_text` is false where pages are only pictures.

    `title` is what the file calls itself, which may be anything. `blank` pages have no text;
    `is_cut` says that there was more text than is taken.
    """

    pages: int
    text: str
    has_text: bool
    title: str = ""
    blank: int = 0
    is_cut: bool = False


def extract(
    path: Path, seconds: int = SECONDS, megabytes: int = MEGABYTES, links: bool = False
) -> Content:
    """What is in the PDF. Raises Unreadable for whatever is none, or can't be read in bounds.

    With `links` the text has them, between the marks that `reading.py` names.
    """
    _check_form(path)
    found = _read(path, seconds, megabytes, links)
    if "problem" in found:
        raise Unreadable(str(found["problem"]))
    pages, text = found["pages"], mend(found["text"])
    title, blank = name(found.get("title", "")), int(found.get("blank", 0))
    return Content(pages, text, has_words(text, pages), title, blank, bool(found.get("is_cut")))


def _check_form(path: Path) -> None:
    """The cheap part: what the first and the last bytes say."""
    with path.open("rb") as file:
        head = file.read(WITHIN)
        file.seek(max(0, path.stat().st_size - WITHIN))
        tail = file.read()
    if not head:
        raise Unreadable("The file is empty.")
    if not head.startswith(HEAD):
        begins = head.lstrip().lower()
        if begins.startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<!--")):
            raise Unreadable("It is a web page and not a PDF.")
        raise Unreadable("The file is not a PDF.")
    if END not in tail:
        raise Unreadable("The PDF is not whole: its end is missing.")


def _read(path: Path, seconds: int, megabytes: int, links: bool) -> dict[str, Any]:
    numbers = map(str, (seconds, megabytes, MOST_PAGES, MOST_CHARACTERS, int(links)))
    with subprocess.Popen(
        [sys.executable, "-I", READING, path, *numbers],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.defpath, "LANG": "C.UTF-8"},
        start_new_session=True,
    ) as process:
        stopped = threading.Event()
        timer = threading.Timer(2 * seconds, _stop, (process, stopped))
        timer.start()
        try:
            output = _output(process)
        finally:
            timer.cancel()
            process.kill()
    if stopped.is_set() or process.returncode == -signal.SIGXCPU:
        raise Unreadable("The PDF takes longer to read than a report should.")
    return _understood(output)


def _output(process: subprocess.Popen[bytes]) -> bytes:
    stream: IO[bytes] | None = process.stdout
    assert stream is not None
    output = stream.read(MOST_OUTPUT + 1)
    if len(output) > MOST_OUTPUT:
        raise Unreadable("The PDF has more text than a report should.")
    process.wait()
    return output


def _understood(output: bytes) -> dict[str, Any]:
    """The object that the process wrote, unless it ended before."""
    try:
        return dict(json.loads(output))
    except ValueError as error:
        raise Unreadable("The PDF is broken: whatever reads it fails.") from error


def _stop(process: subprocess.Popen[bytes], stopped: threading.Event) -> None:
    stopped.set()
    process.kill()
