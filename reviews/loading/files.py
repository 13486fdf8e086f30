"""Records from a file, one at a time: JSON Lines, or one JSON array of records.

What can't be read is said for its line and the lines after it are read on; only after an error
of syntax inside an array is it unknown where the next record begins, so reading ends there.
"""

import codecs
import json
import re
from collections.abc import Callable, Iterator
from typing import IO, Any, NamedTuple, NoReturn

from reviews.dates import quoted

LONGEST = 5_000_000  # bytes of a line, characters of a record in an array
CHUNK = 64 * 1024

_SPACE = re.compile(r"[ \t\r\n]*")
_PLAIN = json.JSONDecoder()


class Line(NamedTuple):
    """One record as read: its number in the file, and its data or why there is none."""

    number: int
    size: int
    data: object = None
    problem: str = ""


class File:
    """A file of records. `noun` is what its parts are called: lines, or records of an array."""

    def __init__(self, stream: IO[bytes], advance: Callable[[int], object]) -> None:
        self.noun = "line"
        self._stream = stream
        self._advance = advance

    @property
    def is_on_disk(self) -> bool:
        """Whether reading it never waits for somebody: it is no pipe, and no terminal."""
        return self._stream.seekable()

    def __iter__(self) -> Iterator[Line]:
        number, start = 1, self._stream.readline(CHUNK).removeprefix(codecs.BOM_UTF8)
        while start.isspace():
            number += start.count(b"\n")
            start = self._stream.readline(CHUNK)
        if start.lstrip().startswith(b"["):
            self.noun = "record"
            return _Array(start, self._stream, self._advance).items()
        return self._lines(number, start)

    def _lines(self, number: int, start: bytes) -> Iterator[Line]:
        line = start + self._rest_of_line(start)
        while line:
            self._advance(len(line))
            if len(line) > LONGEST:
                self._pass_over(line)
                yield Line(number, CHUNK, None, "is longer than 5 MB. Shorten the record.")
            elif not line.isspace():
                yield _read_line(number, line)
            line, number = self._stream.readline(LONGEST + 1), number + 1

    def _rest_of_line(self, start: bytes) -> bytes:
        return b"" if start.endswith(b"\n") else self._stream.readline(LONGEST + 1 - len(start))

    def _pass_over(self, line: bytes) -> None:
        """Read to the end of a line without keeping it."""
        while line and not line.endswith(b"\n"):
            line = self._stream.readline(CHUNK)
            self._advance(len(line))


class _Array:
    """The records of a JSON array; never more of it in memory than one record and a chunk."""

    def __init__(self, start: bytes, stream: IO[bytes], advance: Callable[[int], object]) -> None:
        self._stream = stream
        self._advance = advance
        # Bytes that are not UTF-8 become halves of surrogate pairs, found when a record is read.
        self._decode = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode
        self._text = self._decode(start)
        self._place = 0
        self._ended = False
        advance(len(start))

    def items(self) -> Iterator[Line]:
        number = 1
        self._take("[")
        while not (number == 1 and self._take("]")):
            item = self._item()
            if item is None:
                yield Line(number, CHUNK, None, self._why())
                return
            yield _read_text(number, item)
            number += 1
            if self._take("]"):
                break
            if not self._take(","):
                yield Line(number, CHUNK, None, _MISPLACED if self._next() else _CUT_OFF)
                return
        if self._next():
            yield Line(number, CHUNK, None, "stands after the end of the array. " + _UNREAD)

    def _item(self) -> str | None:
        """The text of the next record; None if it is not JSON."""
        self._next()
        while True:
            try:
                _, end = _PLAIN.raw_decode(self._text, self._place)
            except (ValueError, RecursionError):
                if self._ended or len(self._text) - self._place > LONGEST:
                    return None
                self._fill()
            else:
                item = self._text[self._place : end]
                self._place = end
                return item

    def _why(self) -> str:
        if self._ended and not self._next():
            return _CUT_OFF
        if not self._ended:
            return f"is longer than 5 MB, or not valid JSON. {_UNREAD}"
        return f"is not valid JSON. {_UNREAD}"

    def _take(self, sign: str) -> bool:
        """Pass over this sign, if it is next."""
        found = self._next() == sign
        self._place += found
        return found

    def _next(self) -> str:
        """The next character that is not space; "" at the end."""
        while True:
            self._place = _SPACE.match(self._text, self._place).end()  # type: ignore[union-attr]
            if self._place < len(self._text) or self._ended:
                return self._text[self._place : self._place + 1]
            self._fill()

    def _fill(self) -> None:
        """Read on, at least as much again as there is, so that a long record is tried seldom."""
        chunk = self._stream.read(max(CHUNK, len(self._text) - self._place))
        self._advance(len(chunk))
        self._text = self._text[self._place :] + self._decode(chunk, final=not chunk)
        self._place = 0
        self._ended = not chunk


_UNREAD = "The rest of the file was not read."
_MISPLACED = f"is not where a comma or ] should be. {_UNREAD}"
_CUT_OFF = "is missing: the file ends before the array does. Is it whole?"


def _read_line(number: int, line: bytes) -> Line:
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        return Line(number, len(line), None, f"is not UTF-8 text (byte {error.start + 1}).")
    return _read_text(number, text)


def _read_text(number: int, text: str) -> Line:
    """The JSON of one record. A name that stands twice in an object is an error."""
    try:
        text.encode()
        data = json.loads(text, object_pairs_hook=_object, parse_constant=_refuse)
        return Line(number, len(text), data)
    except UnicodeEncodeError:
        return Line(number, len(text), None, "is not UTF-8 text.")
    except json.JSONDecodeError as error:
        reason = f"{error.msg} (character {error.pos + 1})"
    except RecursionError:
        reason = "brackets are nested too deep"
    except ValueError as error:
        reason = str(error)
    return Line(number, len(text), None, f"is not valid JSON: {reason}.")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"{quoted(twice)} stands twice in one object")
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a value")
