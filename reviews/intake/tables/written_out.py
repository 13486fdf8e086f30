"""A text that is put together from pieces, each of which has its place in it."""


class Written:
    """Grows at its end."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.length = 0

    def add(self, text: str) -> int:
        """Put a piece at the end; where it begins."""
        self._pieces.append(text)
        self.length += len(text)
        return self.length - len(text)

    def since(self, start: int) -> str:
        """What was added since a piece began."""
        length, place = self.length, len(self._pieces)
        while length > start:
            place -= 1
            length -= len(self._pieces[place])
        return "".join(self._pieces[place:])

    @property
    def text(self) -> str:
        return "".join(self._pieces)
