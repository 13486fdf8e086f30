"""What it costs to read a hosted report: `python -m bench.extraction [PDF ...]`.

Without names: a report of 100 pages with 500 words each. Measured is what `fetch_documents` does
with a file once it is there: the process that reads it, from its start to its end.
"""

import json
import resource
import sys
import tempfile
import time
import zlib
from pathlib import Path

from bench.figures import Cost
from reviews.extraction import Content, extract
from reviews.illustrative import illustrative_reviews
from tests.pdf_files import make_pdf

PAGES, LINES, WORDS = 100, 50, 10  # words on a line
VOCABULARIES = Path(__file__).resolve().parent.parent / "fixtures" / "vocabularies.json"
LIMIT = Cost(3.0, 300.0)


def measure(path: Path) -> tuple[Content, Cost]:
    """The content of a PDF, the seconds it took, and the most memory that its reading had."""
    began = time.perf_counter()
    content = extract(path)
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return content, Cost(seconds, peak)


def report(pages: int = PAGES) -> bytes:
    """A PDF of that many pages, full of the words of illustrative reviews, compressed."""
    wanted = pages * LINES * WORDS
    words: list[str] = []
    for record in illustrative_reviews(pages * 10, 1, json.loads(VOCABULARIES.read_text())):
        words += str(record["summary"]).encode("latin-1", "ignore").decode("latin-1").split()
        if len(words) >= wanted:
            break
    lines = [" ".join(words[start : start + WORDS]) for start in range(0, wanted, WORDS)]
    texts = ["\n".join(lines[start : start + LINES]) for start in range(0, len(lines), LINES)]
    return make_pdf(*texts, pack=zlib.compress)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="crr-bench-") as folder:
        paths = [Path(name) for name in sys.argv[1:]]
        if not paths:
            paths = [Path(folder, "report.pdf")]
            paths[0].write_bytes(report())
        for path in paths:
            content, cost = measure(path)
            print(
                f"{path.name}: {content.pages:,} pages, {len(content.text.split()):,} words,"
                f" {path.stat().st_size / 1e6:.1f} MB: {cost.seconds:.2f} s"
                f" (100 pages: {LIMIT.seconds:g}), peak {cost.peak_mb:.0f} MB ({LIMIT.peak_mb:g})"
            )


if __name__ == "__main__":
    main()
