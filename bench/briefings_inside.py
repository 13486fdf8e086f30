"""What briefings are measured with: a large one, a draft of its next edition, and an editor.

Run by briefings.py after django.setup(). Prints as JSON where they are, and how many queries the
briefing's page takes when nothing is kept.
"""

import json
import secrets
import sys
from collections.abc import Sequence
from itertools import cycle, islice

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, User

from bench.inside import most_queries
from briefings import publishing
from briefings.choices import Audience, Kind, SectionKind
from briefings.content import Content, Question, Section, Statement
from briefings.editing import saving
from briefings.models import Edition, Piece
from briefings.records import Cited, EditionRecord
from reviews.dates import PartialDate
from reviews.models import Point, Review, Theme
from reviews.permissions import EDITOR

SECTIONS, STATEMENTS, CITATIONS, SAMPLE = 6, 10, 200, 60
SLUG, EMAIL = "a-large-briefing", "bench@example.org"
SAID = "What one service knew was not known to the others, and nobody had asked what it meant."


def main() -> None:
    password = secrets.token_urlsafe(16)
    editor = User.objects.create_user("bench", EMAIL, password, first_name="A. Bench")
    EmailAddress.objects.create(user=editor, email=EMAIL, verified=True, primary=True)
    editor.groups.add(Group.objects.get(name=EDITOR))
    piece = Piece.objects.create(kind=Kind.BRIEFING, slug=SLUG, illustrative=True)
    edition = Edition.objects.create(piece=piece, title="A large briefing")
    publishing.publish(edition=edition, record=record(), by=editor)
    draft = saving.begin(by=editor, kind=Kind.BRIEFING, title="Another", selection="nation=england")
    # The collection is made up, and the panel lists made-up reviews for made-up briefings alone.
    Piece.objects.filter(pk=draft.piece_id).update(illustrative=True)
    queries = most_queries([f"/briefings/{SLUG}/"])
    found = {"slug": SLUG, "draft": draft.pk, "queries": queries}
    json.dump({**found, "email": EMAIL, "password": password}, sys.stdout)


def record() -> EditionRecord:
    """60 statements in six sections, over a sample of 60 reviews: 200 citations of their points."""
    sample = list(Review.objects.published().order_by("-pk")[:SAMPLE])
    points = list(Point.objects.filter(review__in=sample).order_by("pk")[:CITATIONS])
    sections = tuple(_section(number) for number in range(SECTIONS))
    return EditionRecord(
        title="A large briefing",
        standfirst=f"{SAID} {SAID}",
        published=PartialDate("2026-11"),
        selection="nation=england",
        themes=tuple(Theme.objects.values_list("pk", flat=True)[:2]),
        pinned=tuple(review.pk for review in sample),
        content=Content(
            body=f"{SAID}\n\n## How to read it\n\n- {SAID}\n- {SAID}\n" * 3,
            sections=sections,
            questions=tuple(Question(audience, SAID) for audience in Audience.values * 3),
        ),
        evidence=_evidence([one.id for part in sections for one in part.statements], points),
    )


def _section(number: int) -> Section:
    ids = [f"s{number + 1}-{place + 1}" for place in range(STATEMENTS)]
    statements = tuple(Statement(one, SAID) for one in ids)
    heading = f"What was known, part {number + 1}"
    return Section(f"s{number + 1}", heading, SectionKind.LEARNING, SAID, (), statements)


def _evidence(ids: Sequence[str], points: Sequence[Point]) -> dict[str, tuple[Cited, ...]]:
    """The points dealt out to the statements, one after the other, as often as it takes."""
    dealt: dict[str, dict[Cited, None]] = {one: {} for one in ids}
    for place, point in enumerate(islice(cycle(points), CITATIONS)):
        dealt[ids[place % len(ids)]][Cited(point.review_id, point.pk)] = None
    return {one: tuple(cited) for one, cited in dealt.items()}
