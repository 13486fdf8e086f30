"""Sets data as a PDF/UA-1 file with Typst, and keeps files by what stands in them.

A file is set again when anything in it is another, and for nothing else: what is published
elsewhere leaves it as it is. Typst works outside the interpreter's lock, on all cores; a process
gives it one file at a time, so that its memory is bounded. It remembers the layout of ten files
(15 MB each) and forgets it as others are set: empty ones here, while the file is being sent.
"""

import json
import logging
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import typst

from briefings.typesetting.characters import UNSHOWN
from briefings.typesetting.links import described
from reviews.recent import Recent

TEMPLATES = Path(__file__).parent / "templates"
FONTS = Path(__file__).parent / "fonts"  # beside those of the wheel, which has no sans
STANDARD: Literal["ua-1"] = "ua-1"
FORGOTTEN_AFTER = 11
LARGEST = 600_000  # characters of data: some four hundred pages, two seconds, 400 MB
# What may be long in data, and is left out of what is longer than that.
LONG = {"introduction", "sections", "questions", "resources", "related", "contacts", "concerns"} | {
    "references",
    "corrections",
}
_UNCOMMON = re.compile(
    "[^\n -~\u00a0-\u00ac\u00ae-\u017f\u2013\u2014\u200b\u2018\u2019\u201c\u201d\u2026]+"
)

files: Recent[str, bytes] = Recent("KEPT_FILES")
_one_at_a_time = threading.Lock()
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """A file to be set: a template, data as JSON, and the moment that the file says it is from."""

    template: str
    inputs: str
    at: datetime

    @cached_property
    def digest(self) -> str:
        """Of all that the file depends on: two that have the same are the same file."""
        parts = (_release(), self.template, str(self._seconds), self.inputs)
        return blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()

    @property
    def _seconds(self) -> int:
        return int(self.at.timestamp())

    def printed(self) -> bytes:
        """The file: kept, or set now."""
        with _one_at_a_time:
            found = files.get(self.digest)
            if found is None:
                found = self._set()
                files.keep(self.digest, found)
        return found

    def _set(self) -> bytes:
        """A text that Typst refuses is tried once more with common characters alone."""
        try:
            return self._compiled(self.inputs)
        except typst.TypstError as error:
            logger.warning("%s of %s: %s", self.template, self.at, error)
            return self._compiled(_UNCOMMON.sub(UNSHOWN, self.inputs))

    def _compiled(self, inputs: str) -> bytes:
        try:
            made = _compiler(self.template).compile(
                sys_inputs={"data": inputs}, pdf_standards=STANDARD, timestamp=self._seconds
            )
        finally:
            threading.Thread(target=_forget, name="typst-forgets").start()
        if not isinstance(made, bytes):  # other formats make a list of pages
            raise TypeError("Typst made no file.")
        return described(made)


def job(template: str, data: Mapping[str, Any], at: datetime) -> Job:
    """The job of setting data; of too much, of what says only where it can be read."""
    inputs = json.dumps(data, ensure_ascii=False)
    if len(inputs) > LARGEST:
        inputs = json.dumps({**data, **dict.fromkeys(LONG & data.keys(), []), "too_long": True})
    return Job(template, inputs, at)


def _forget() -> None:
    """Takes a tenth of the time that a large file takes; the next file waits for it."""
    with _one_at_a_time:
        for _ in range(FORGOTTEN_AFTER):
            _compiler("empty").compile(sys_inputs={}, timestamp=0)


@cache
def _compiler(template: str) -> typst.Compiler:
    """Made in the process that uses it: Typst's threads do not survive a fork."""
    nowhere = str(TEMPLATES / "none")
    return typst.Compiler(
        f"{TEMPLATES}/{template}.typ",
        root=str(TEMPLATES),
        font_paths=_fonts(),
        package_path=nowhere,
        package_cache_path=nowhere,
    )


@cache
def _fonts() -> typst.Fonts:
    """Of the wheel and of our folder, and none of the machine: a file is the same everywhere."""
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


def _release() -> str:
    """A digest of templates, fonts and Typst: a new release, new files. Read anew each time."""
    digest = blake2b(version("typst").encode(), digest_size=12)
    for file in sorted(TEMPLATES.glob("*.typ")):
        digest.update(file.read_bytes())
    digest.update(_faces().encode())
    return digest.hexdigest()


@cache
def _faces() -> str:
    """What tells our fonts: their names and lengths."""
    return " ".join(f"{face.name} {face.stat().st_size}" for face in sorted(FONTS.glob("*.ttf")))
