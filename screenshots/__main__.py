"""`make screenshots`: run the demonstration in a folder of its own and take pictures of it.

Without arguments the README's pictures go to docs/img/. `--all` takes every page at every width,
light and dark, into var/screenshots/, for a designer's look before a release.
"""

import argparse
import contextlib
import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from demo.environment import PROJECT
from demo.processes import Program, await_answer

DEBIANS = ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
HEIGHT = 900
WIDTHS = (320, 390, 1280, 1600)
SCHEMES = ("light", "dark")

PAGES = {
    "home": "/",
    "reviews": "/reviews/",
    "reviews-narrowed": "/reviews/?theme=information-sharing&age=under-1&q=baby",
    "reviews-all-themes": "/reviews/?show=theme",
    "reviews-empty": "/reviews/?age=unborn&harm=dog-attack&q=interpreter",
    "reviews-problem": "/reviews/?theme=nothing&incident_from=2020-13",
    "reviews-no-such-page": "/reviews/?page=999",
    "learning": "/learning/?agency=health-visiting&q=not+engaging",
    "learning-by-theme": "/learning/?sort=theme",
    "point": "/learning/1/",
    "near": "/reviews/?q=mum%27s+boyfriend+nobody+asked+about",
    "misspelt": "/reviews/?q=neglcet",
    "themes": "/themes/",
    "theme": "/themes/parental-mental-health/",
    "agency": "/agencies/health-visiting/",
    "review": "/reviews/CR-2023-0001/",
    "review-long": "/reviews/CR-2023-0003/",
    "review-illustrative": "/reviews/EX-2019-0001/",
    "briefings": "/briefings/",
    "briefing": "/briefings/mental-health/",
    "briefing-statements": "/briefings/mental-health/#section-2",
    "briefing-for-one-sector": "/briefings/mental-health/for/midwifery/",
    "briefing-in-seven-minutes": "/briefings/mental-health/seven-minutes/",
    "briefing-illustrative": "/briefings/babies-marks-nights-and-men/",
    "briefing-superseded": "/briefings/babies-marks-nights-and-men/editions/1/",
    "articles": "/articles/",
    "article": "/articles/child-mental-health-and-serious-incidents/",
    "month": "/reviews/added/2023/05/",
    "months": "/reviews/added/",
    "year": "/reviews/added/2023/",
    "about": "/about/",
    "accessibility": "/accessibility/",
    "privacy": "/privacy/",
    "not-found": "/nothing-here/",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A page at a width, in one colour scheme, whole or as much as the window shows."""

    page: str
    width: int
    scheme: str = "light"
    whole: bool = False

    @property
    def name(self) -> str:
        dark = "-dark" if self.scheme == "dark" else ""
        return f"{self.page}-{self.width}{dark}.png"


README = [
    Picture("home", 1280),
    Picture("reviews", 1280),
    Picture("learning", 1280),
    Picture("review", 1280),
    Picture("briefing-statements", 1280),
    Picture("reviews", 390),
]
ALL = [Picture(page, w, scheme, whole=True) for page in PAGES for w in WIDTHS for scheme in SCHEMES]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m screenshots", description=__doc__)
    parser.add_argument("--all", action="store_true", help="every page, width and scheme")
    everything = parser.parse_args().all
    folder = PROJECT / ("var/screenshots" if everything else "docs/img")
    folder.mkdir(parents=True, exist_ok=True)
    with demonstration() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=ARGUMENTS)
        for picture in ALL if everything else README:
            take(browser, address, picture, folder)
        browser.close()


def program() -> str:
    """The browser: the one CHROMIUM names, or Debian's."""
    named = os.environ.get("CHROMIUM")
    known = [named] if named else DEBIANS
    found = next((path for path in known if Path(path).exists()), None)
    if found is None:
        sys.exit(f"There is no browser at {known[0]}. Install chromium, or set CHROMIUM to yours.")
    return found


@contextlib.contextmanager
def demonstration() -> Iterator[str]:
    """The address of a demonstration with a new database; it ends with the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "CRR_DATA": folder, "PORT": str(port)}
        command = [sys.executable, "-m", "demo"]
        with Program(command, env, Path(folder) / "demo.log") as running:
            await_answer(running, port)
            yield f"http://127.0.0.1:{port}"


def take(browser: Browser, address: str, picture: Picture, folder: Path) -> None:
    """Take one picture; a page wider than its window is said to be so."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": HEIGHT},
        color_scheme="dark" if picture.scheme == "dark" else "light",
        reduced_motion="reduce",  # none is taken while a page still scrolls to its anchor
    )
    page = context.new_page()
    page.goto(address + PAGES[picture.page], wait_until="networkidle")
    page.screenshot(path=folder / picture.name, full_page=picture.whole)
    wide = int(page.evaluate("document.documentElement.scrollWidth"))
    print(picture.name, "is wider than its window" if wide > picture.width else "")
    context.close()


if __name__ == "__main__":
    main()
