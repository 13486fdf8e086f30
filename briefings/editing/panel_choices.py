"""The options of the panel's selects as HTML: a page has hundreds of them."""

from collections.abc import Iterable

from django.utils.safestring import SafeString

from reviews.patterns import Pattern

OPTION = Pattern("components/builder_option.html")

type Counted = Iterable[tuple[str, str, int]]  # value, label, how many there are


def options(values: Iterable[tuple[str, str]], chosen: str = "") -> SafeString:
    filled = (
        OPTION.fill({"value": value, "label": label}, selected=value == chosen)
        for value, label in values
    )
    return SafeString("".join(filled))


def counted(values: Counted, chosen: str = "") -> SafeString:
    """The same with the number beside each label: "Neglect (12)"."""
    return options(((value, f"{label} ({count})") for value, label, count in values), chosen)
