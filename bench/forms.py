"""A page's form as a browser would send it: every field as it stands."""

from html.parser import HTMLParser

type Fields = list[tuple[str, str]]


class Forms(HTMLParser):
    """The forms of a page, by the order they stand in: their fields, and where they go."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, Fields]] = []
        self._select = self._area = ""
        self._text: list[str] | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append((given.get("action", ""), []))
        elif tag == "input":
            self._input(given)
        elif tag == "textarea":
            self._area, self._text = given.get("name", ""), []
        elif tag == "select":
            self._select = given.get("name", "")
        elif tag == "option" and self._select and "selected" in given:
            self._add(self._select, given.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._text is not None:
            self._add(self._area, "".join(self._text).removeprefix("\n"))
            self._text = None
        elif tag == "select":
            self._select = ""

    def _input(self, given: dict[str, str]) -> None:
        kind = given.get("type", "text")
        if kind in {"submit", "button", "image", "reset", "file"}:
            return
        if kind not in {"checkbox", "radio"} or "checked" in given:
            self._add(given.get("name", ""), given.get("value", "on" if kind == "checkbox" else ""))

    def _add(self, name: str, value: str) -> None:
        if name and self.found:
            self.found[-1][1].append((name, value))


def form_with(page: str, field: str) -> tuple[str, Fields]:
    """The form that has this field: where it goes ("": the page's own address), and its fields."""
    for action, fields in Forms(page).found:
        if any(name == field for name, _ in fields):
            return action, fields
    raise LookupError(f"No form of the page has a field {field}.")


def changed(fields: Fields, **changes: str) -> Fields:
    """With other values for some fields, whose names have hyphens for the underscores here."""
    named = {name.replace("__", "-"): value for name, value in changes.items()}
    kept = [(name, named.pop(name, value)) for name, value in fields]
    return [*kept, *named.items()]
