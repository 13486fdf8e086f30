"""manage.py generate_briefing: write a briefing over the illustrative reviews."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from briefings import illustrative

TEMPLATE = Path(settings.BASE_DIR) / "fixtures" / "illustrative_briefing.json"


class Command(BaseCommand):
    help = (
        "Write a complete illustrative briefing over the illustrative reviews that are loaded, in "
        "two editions. The same for the same reviews. Load it with load_briefings."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--output", metavar="FILE", type=Path, help="the file; else stdout")

    def handle(self, *, output: Path | None, **options: Any) -> None:
        template = json.loads(TEMPLATE.read_text(encoding="utf-8"))
        try:
            editions = illustrative.editions(template)
        except illustrative.NothingToCite as error:
            advice = "Load some first: generate_reviews --count=240, load_reviews."
            raise CommandError(f"There are too few illustrative reviews. {advice}") from error
        text = json.dumps(editions, ensure_ascii=False, indent=1)
        if output is None:
            self.stdout.write(text)
            return
        try:
            output.write_text(f"{text}\n", encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{output} can’t be written: {error.strerror}.") from error
        if options["verbosity"]:
            self.stdout.write(f"Written: an illustrative briefing to {output}.")
