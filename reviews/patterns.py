"""Components that stand on a page many times: rendered once, filled in from then on.

Django takes about 4 µs for each tag of a template, and the facets of a page alone have hundreds.
Such a component is rendered with a mark in place of each text, kept, and filled in with `%`. What
its template branches on is no text but its shape; what it makes of each shape is kept for itself.
"""

import re
from collections.abc import Hashable, Mapping
from functools import lru_cache
from html import escape

from django.conf import settings
from django.template.loader import get_template
from django.utils.safestring import SafeString

type Text = str | int

MOST_SHAPES = 2000
MARK = re.compile("\0(\\w+)\0")


class Pattern:
    """A component whose template shows texts but never looks at them."""

    def __init__(self, template: str) -> None:
        self.template = template
        self._kept = lru_cache(MOST_SHAPES)(self._shaped)

    def fill(self, texts: Mapping[str, Text], **shape: Hashable) -> SafeString:
        """The component's HTML. Texts are escaped, unless they are HTML already."""
        shaped = self._shaped if settings.DEBUG else self._kept
        # Most texts are plain; asking that first saves a call for each.
        escaped = {
            name: escape(text) if type(text) is str else _escaped(text)
            for name, text in texts.items()
        }
        return SafeString(shaped(tuple(texts), **shape) % escaped)

    def _shaped(self, names: tuple[str, ...], **shape: Hashable) -> str:
        """The component of this shape, with a place for each text."""
        marks = {name: f"\0{name}\0" for name in names}
        html = get_template(self.template).render({**marks, **shape})
        return MARK.sub(r"%(\1)s", html.replace("%", "%%"))


def _escaped(text: Text) -> str:
    if isinstance(text, int):
        return str(text)
    return text if isinstance(text, SafeString) else escape(text)
