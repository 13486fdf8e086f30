"""Static files as production serves them: hashed, compressed, and one stylesheet.

static/css/site.css is a chain of @imports, which a browser in development follows one by one. When
static files are collected, the chain becomes one file: each import stands where it was, inside the
@layer and the @media that its @import names, so the cascade is the same.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLESHEET = "css/site.css"

IMPORT = re.compile(
    r"@import\s+url\(\s*['\"]?(?P<url>[^'\")]+)['\"]?\s*\)"
    r"(?:\s+layer\((?P<layer>[\w.-]+)\))?(?P<media>[^;]*);"
)
COMMENT_OR_TEXT = re.compile(r"/\*.*?\*/|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'", re.DOTALL)


class JoinedManifestStorage(CompressedManifestStaticFilesStorage):
    """The manifest storage with the stylesheet joined; its parts are not hashed on their own."""

    support_js_module_import_aggregation = True

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        if STYLESHEET in paths and not dry_run:
            paths = self._with_one_stylesheet(paths)
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def _with_one_stylesheet(self, paths: dict[str, Any]) -> dict[str, Any]:
        """Join from the sources, so that collecting again never reads a file already joined."""

        def read(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as file:
                return file.read().decode()

        css, parts = join(STYLESHEET, read)
        if self.exists(STYLESHEET):
            self.delete(STYLESHEET)
        self._save(STYLESHEET, ContentFile(css.encode()))
        kept = {name: found for name, found in paths.items() if name not in parts}
        return {**kept, STYLESHEET: (self, STYLESHEET)}


def join(name: str, read: Callable[[str], str]) -> tuple[str, set[str]]:
    """The stylesheet with its imports in place, shortened, and the names of the imported files.

    Imported files may not import or name files themselves: a path would need rewriting.
    """
    parts: set[str] = set()

    def put(found: re.Match[str]) -> str:
        part = posixpath.join(posixpath.dirname(name), found["url"])
        parts.add(part)
        css = read(part)
        if "@import" in css or re.search(r"url\((?!\s*['\"]?data:)", css):
            raise ValueError(f"{part} imports or names another file. Name it in {name} instead.")
        css = f"@layer {found['layer']} {{{css}}}" if found["layer"] else css
        media = found["media"].strip()
        return f"@media {media} {{{css}}}" if media else css

    return shorten(IMPORT.sub(put, read(name))), parts


def shorten(css: str) -> str:
    """The same rules without comments and needless white space. Text in quotes stays as it is."""
    texts: list[str] = []

    def set_aside(found: re.Match[str]) -> str:
        if found[0].startswith("/*"):
            return " "
        texts.append(found[0])
        return "\0"

    css = COMMENT_OR_TEXT.sub(set_aside, css)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    css = re.sub(r": ", ":", css).replace(";}", "}").strip()
    kept = iter(texts)
    return re.sub("\0", lambda _: next(kept), css)
