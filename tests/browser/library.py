"""What the server of `visit` holds: reviews of every kind, as many as a test of reading needs."""

from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from briefings.content import Author, Figure, Report
from reviews.models import Agency, Harm, Review, Submission, Theme
from reviews.submissions import letters
from tests.factories import make_document, make_review
from tests.pieces import make_edition, make_piece
from tests.submitting import make_submission

FIXTURES = Path(settings.BASE_DIR) / "fixtures"

REAL = "/reviews/CR-2023-0001/"
ILLUSTRATIVE = "/reviews/EX-2026-0001/"
POINT = "/learning/2/"  # its second learning point
WITHDRAWN = "/reviews/CR-2022-0001/"
LONG = "/reviews/CR-2025-0001/"
BRIEFING = "/briefings/mental-health/"
EXAMPLE = "/briefings/as-an-example/"  # illustrative, in two editions
WITHDRAWN_BRIEFING = "/briefings/taken-out/"
LONG_BRIEFING = "/briefings/as-long-as-can-be/"
LONG_ARTICLE = "/articles/as-long-as-can-be/"
ARTICLE = "/articles/child-mental-health-and-serious-incidents/"  # with a chart
EXPIRED_FILE = "/documents/999999/report.pdf"
SENT_IN = {"pk": 999999, "digest": "9" * 64}  # what a partnership sent in and has not confirmed
CONFIRM = f"/submit/confirm/{letters.token(Submission(**SENT_IN))}/"
PARTNERSHIP = "Northmere Safeguarding Children Partnership"


def empty():
    """Only what migrations put in remains."""
    how = {"interactive": False, "reset_sequences": False, "inhibit_post_migrate": True}
    call_command("flush", verbosity=0, **how)
    connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
    with connection.cursor() as cursor:  # so that POINT is the same whatever ran before
        cursor.execute("SELECT setval(pg_get_serial_sequence('reviews_point', 'id'), 1, false)")


def fill():
    """The vocabularies, the real reviews and what is written over them, and some made up."""
    call_command("load_vocabularies", verbosity=0)
    call_command("load_reviews", str(FIXTURES / "reviews.json"), verbosity=0)
    call_command("load_briefings", str(FIXTURES / "briefings.json"), verbosity=0)
    make_review(reference=reference(WITHDRAWN), added="2022-03", state="withdrawn")
    illustrative = make_review(
        reference=reference(ILLUSTRATIVE),
        illustrative=True,
        added="2026-10",
        published="2026-02",
        incident="2024-11/2025-01",
        title="Children P and Q",
        partnership="Weirwood Safeguarding Children Partnership",
        children=[{"age": "P3Y", "sex": "girl"}, {"age": "P6M", "sex": "boy"}],
        outcome="serious-harm",
        harms=["neglect", "domestic-abuse"],
        themes=["neglect", "unseen-men", "early-help", "information-sharing"],
        agencies=["health-visiting", "childrens-social-care"],
        content_note="This review describes the neglect of young children.",
        incident_note="Found alone at home",
        keywords=["missed visits", "cold home"],
        learning=[
            {"text": "Ask who lives here.", "themes": ["unseen-men"], "agencies": ["police"]},
            {"text": "Write down what a child shows you.", "themes": ["voice-of-the-child"]},
        ],
        recommendations=[
            {"text": "Agree who visits.", "addressed_to": ["health-visiting"]},
            "Say how it will be known that this has changed.",
        ],
        documents=[
            {"label": "Overview report", "url": "https://reviews.example/overview.pdf"},
            {"label": "Learning brief", "kind": "learning-brief"},
        ],
    )
    add_expired_file(illustrative)
    add_briefings()
    make_submission(**SENT_IN)


def add_expired_file(review):
    """A document whose file has expired and whose link is broken."""
    now = timezone.now()
    make_document(
        review,
        pk=int(EXPIRED_FILE.split("/")[2]),
        url="https://reviews.example/appendix.pdf",
        fetched_at=now,
        link_failures=3,
        link_failing_since=now - timedelta(days=9),
        link_checked_at=now,
        link_worked_at=now - timedelta(days=30),
    )


def reference(address):
    return address.rstrip("/").rpartition("/")[2]


def add_long_list():
    """23 reviews of one partnership and one of each of 60 others: two pages, and a long facet."""
    for number in range(83):
        name = PARTNERSHIP if number < 23 else f"Partnership of Area {number - 22:02}"
        make_review(
            title=f"Child N{number}",
            added=f"202{number % 3}-0{number % 9 + 1}",
            partnership=name,
            themes=[("supervision", "assessment", "record-keeping")[number % 3]],
            agencies=["police"],
            outcome="serious-harm",
        )


def add_long():
    """A review that is as long as a record allows, with words that can't be broken."""
    word = "Unbroken" * 40
    themes = list(Theme.objects.values_list("slug", flat=True)[:40])
    agencies = list(Agency.objects.values_list("slug", flat=True))
    say = f"{word[:150]} is one word. " + "What was known was not put together. " * 12
    make_review(
        reference=reference(LONG),
        added="2025-12",
        title=("A title of two hundred characters " * 6)[:200].strip(),
        headline=word[:300],
        partnership=f"{word[:80]} Safeguarding Children Partnership",
        children=[{"age": "P3Y/P7Y"}, {"age": "unborn"}, {"age": "P12Y8M"}, {"age": "P17Y"}],
        harms=list(Harm.objects.values_list("slug", flat=True)[:12]),
        themes=themes,
        agencies=agencies,
        summary=f"{say}\n\n{say}",
        content_note=word[:200],
        incident_note=word[:120],
        keywords=[word[:120], "another keyword"],
        learning=[{"text": say, "themes": themes[:12], "agencies": agencies} for _ in range(9)],
        recommendations=[{"text": say, "addressed_to": agencies[n : n + 3]} for n in range(9)],
        documents=[{"label": word[:200], "url": f"https://reviews.example/{word}"}],
    )


def add_briefings():
    """One that is made up and cites nothing, in two editions, and one that was withdrawn."""
    example = {
        "piece": make_piece(slug=reference(EXAMPLE), illustrative=True),
        "published": None,
        "sections": [("Learning", ["Write down what was seen."])],
        "questions": [("leaders", "Who would know?")],
        "selection": "theme=neglect",
    }
    make_edition(**example)
    make_edition(**example)
    make_edition(slug=reference(WITHDRAWN_BRIEFING), published=None, state="withdrawn")


def add_long_briefing():
    """A briefing of words that can't be broken, for many agencies, over forty reviews."""
    word = "Unbroken" * 40
    reviews = list(Review.objects.published()[:40])
    statements = [(word, reviews[:9]), (word, reviews), word]
    agencies = list(Agency.objects.values_list("slug", flat=True)[:12])
    section = {"heading": word[:200], "text": word, "agencies": [*agencies, "police"]}
    briefing = {
        "piece": make_piece(slug=reference(LONG_BRIEFING), illustrative=True),
        "title": word[:200],
        "published": "2024-09-30",
        "standfirst": word,
        "body": word,
        "basis": word,
        "concerns": word,
        "selection": f"theme=neglect&q={word}",
        "sections": [{**section, "statements": statements}],
        "questions": [("leaders", word)],
        "resources": [("report", word, word, f"https://example.org/{word}")],
        "contacts": [(word, word, "0808 800 5000")],
        "themes": list(Theme.objects.all()[:12]),
    }
    make_edition(**briefing)
    make_edition(**briefing)


def add_long_article():
    """An article of words that can't be broken, with figures of every kind, superseded once."""
    word = "Unbroken" * 40
    figure = Figure("1,234,567", word[:200], source=word, source_url=f"https://example.org/{word}")
    part = {"unit": "%", "of": word[:200]}
    article = {
        "piece": make_piece(kind="article", slug=reference(LONG_ARTICLE), illustrative=True),
        "title": word[:200],
        "standfirst": word,
        "body": f"{word}\n\n# {word}\n\n[{word}](https://example.org)\n\n> - {word}\n\n[figure 2]",
        "figures": (figure, Figure("62%", word, 62, **part), Figure("3%", "other", 3, **part)),
        "author": Author(word[:100], word, word),
        "report": Report(word, word, url="https://example.org"),
        "questions": [("leaders", word)],
        "resources": [("report", word, word, "https://example.org")],
        "themes": list(Theme.objects.all()[:12]),
    }
    make_edition(**article)
    make_edition(**article)


def logged_in():
    """The cookies of someone who may log in and do nothing more."""
    client = Client()
    client.force_login(User.objects.create_user("newcomer", is_staff=True))
    kept = client.cookies["sessionid"]
    place = {"domain": "localhost", "path": "/", "expires": -1, "sameSite": "Lax"}
    cookie = {"name": "sessionid", "value": kept.value, "httpOnly": True, "secure": False, **place}
    return {"cookies": [cookie], "origins": []}


@contextmanager
def away():
    """The collection is gone for a while, so that every public page fails."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("ALTER TABLE reviews_collection RENAME TO elsewhere")
            yield
            cursor.execute("ALTER TABLE elsewhere RENAME TO reviews_collection")
    finally:
        other.close()
