"""Withdrawal is complete: what is not public is at no public address, in two processes at once.

Every public route says here how it is covered. Who adds one without a line fails this test.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from reviews import hosting, publishing
from reviews.models import Document
from tests.factories import make_document, make_review
from tests.other_process import OtherProcess
from tests.pieces import make_edition
from tests.random_reviews import make_bands

# Private: signing in, the desk and the admin. Their pages ask who is there (see their own tests).
PRIVATE = {"admin", "desk", "account"}
# Routes whose pages say nothing of any review, whatever there is.
WITHOUT_REVIEWS = {
    "about": "words of the project",
    "accessibility": "words of the project",
    "privacy": "words of the project",
    "healthz": "that the database answers",
    "robots": "names no hidden page",
    "briefings:articles": "titles of articles, which rest on no review",
    "briefings:article": "an article and its figures, which cite no review",
    "briefings:article_edition": "an article and its figures, which cite no review",
    "reviews:submit": "a form, which lists kinds of reviews and no review",
    "reviews:submit_sent": "words of the project",
    "reviews:submit_confirm": "what somebody sent in, to who has the link of the mail",
}
# Routes that answer with files, whose words are not found as they stand: where they are read.
FILES = {
    "briefings:pdf": "tests/briefings/test_pdf.py",
    "briefings:edition_pdf": "tests/briefings/test_pdf.py",
    "briefings:seven_minutes_pdf": "tests/briefings/test_pdf.py",
}
WORD = "zorilla"  # in every text of what is taken out, and in nothing else


class World:
    """Public reviews, and among them what will be taken out."""

    def __init__(self, hold):
        make_bands()
        for number in (1, 2):
            make_review(**like_others(f"Public child {number}"), documents=REPORT)
        self.gone = make_review(
            **like_others(f"Child {WORD}"),
            headline=f"{WORD} headline",
            recommendations=[f"Searchable {WORD} recommendation."],
        )
        self.point = self.gone.points.first()
        self.report = hold(
            make_document(self.gone, label=f"{WORD} report"), f"Filewords of the {WORD}."
        )
        self.draft = make_review(**like_others(f"Draft of {WORD}"), state="draft")
        self.kept = make_review(**like_others("Public child 3"))
        self.other_report = hold(
            make_document(self.kept, label="Held report"), "Otherwords of another."
        )
        self.make_briefing()

    def make_briefing(self):
        """One in two editions: what it says of the review that goes, it says of that alone."""
        both = [self.point, self.kept.points.get(), self.gone]
        statements = [("Said of both.", both), (f"Drawn from the {WORD}.", [self.point])]
        section = {"heading": "Learning", "agencies": ["police"], "statements": statements}
        first = make_edition(slug="both", sections=[section], selection="theme=neglect")
        make_edition(piece=first.piece, sections=[section], selection="theme=neglect")


REPORT = [{"url": "https://example.org/report"}]


def like_others(title):
    return {
        "title": title,
        "summary": f"A searchable account of {title}.",
        "themes": ["neglect"],
        "harms": ["drowning"],
        "agencies": ["police"],
        "added": "2023-05",
        "incident": "2020",
        "learning": [{"text": f"Searchable learning of {title}.", "themes": ["neglect"]}],
    }


# Each public route and the addresses under it that show, or could show, what is taken out.
COVERED: dict[str, Callable[[World], list[str]]] = {
    "home": lambda world: ["/"],
    "reviews:browse": lambda world: [
        "/reviews/",
        "/reviews/?page=1&sort=title",
        "/reviews/?theme=neglect&harm=drowning",
        "/reviews/?year=2023&report=yes",
        "/reviews/?q=searchable",
        "/reviews/?q=filewords",
        "/reviews/?q=otherwords",
        "/reviews/?q=zorila",
        "/reviews/?q=searchable+account+of+everything+else",
        f"/reviews/?q={world.gone.reference}",
    ],
    "reviews:added": lambda world: ["/reviews/added/"],
    "reviews:added_year": lambda world: ["/reviews/added/2023/"],
    "reviews:added_month": lambda world: ["/reviews/added/2023/05/"],
    "reviews:detail": lambda world: [
        world.gone.get_absolute_url(),
        world.draft.get_absolute_url(),
        world.kept.get_absolute_url(),
    ],
    "reviews:themes": lambda world: ["/themes/"],
    "reviews:theme": lambda world: ["/themes/neglect/"],
    "reviews:agencies": lambda world: ["/agencies/"],
    "reviews:agency": lambda world: ["/agencies/police/"],
    "reviews:learning": lambda world: [
        "/learning/",
        "/learning/?theme=neglect&sort=theme",
        "/learning/?q=searchable",
        "/learning/?kind=recommendation",
    ],
    "reviews:point": lambda world: [
        world.point.get_absolute_url(),
        world.draft.points.first().get_absolute_url(),
        world.kept.points.first().get_absolute_url(),
    ],
    "reviews:suggestions": lambda world: [
        "/suggestions/?q=child+zori",
        "/suggestions/?q=child",
        f"/suggestions/?q={world.gone.reference[:9]}",
    ],
    "reviews:document": lambda world: [
        world.report.get_absolute_url(),
        world.other_report.get_absolute_url(),
    ],
    "briefings:briefings": lambda world: ["/briefings/"],
    "briefings:briefing": lambda world: ["/briefings/both/"],
    "briefings:briefing_edition": lambda world: ["/briefings/both/editions/1/"],
    "briefings:seven_minutes": lambda world: ["/briefings/both/seven-minutes/"],
    "briefings:sector": lambda world: ["/briefings/both/for/police/"],
    "sitemap": lambda world: ["/sitemap.xml"],
    "sitemap-section": lambda world: [
        f"/sitemap-{section}.xml" for section in ("reviews", "learning", "months", "themes")
    ],
}
FOUND_BY_WORDS_OF_A_FILE = ["/reviews/?q=filewords", "/reviews/?q=otherwords"]


def public_routes():
    """The names of all routes that anybody may ask for."""
    found = set()

    def visit(resolver, space):
        for pattern in resolver.url_patterns:
            if is_private(pattern):
                continue
            if hasattr(pattern, "url_patterns"):
                inner = pattern.namespace
                visit(pattern, f"{space}{inner}:" if inner else space)
            else:
                found.add(f"{space}{pattern.name}")

    visit(get_resolver(), "")
    return found


def is_private(pattern):
    first = str(pattern.pattern).strip("^/").split("/")[0]
    return first in PRIVATE


def test_every_public_route_says_how_it_is_covered():
    """A new public page, feed or export: add its addresses to COVERED, so that it is walked."""
    assert public_routes() == COVERED.keys() | WITHOUT_REVIEWS.keys() | FILES.keys()


def test_what_is_private_sends_strangers_away(client):
    assert client.get("/desk/").status_code == 302
    assert client.get("/admin/").status_code == 302


@pytest.fixture
def world(transactional_db, hold):
    return World(hold)


@pytest.fixture
def two(world):
    """Ask this process and another one: {address: [(status, text), ...]}."""
    client = Client()
    with OtherProcess() as other:

        def ask():
            return {address: [here(client, address), there(other, address)] for address in all_of}

        all_of = [address for find in COVERED.values() for address in find(world)]
        yield ask


def here(client, address):
    response = client.get(address)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return response.status_code, body.decode("utf-8", "replace")


def there(other, address):
    answer = other.get(address)
    return answer["status"], answer["text"]


def naming(answers, *words):
    """The addresses that one of the processes answers with one of these words."""
    return {
        address
        for address, both in answers.items()
        if any(word in text.lower() for word in words for _, text in both)
    }


pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_a_withdrawn_review_is_nowhere(world, two):
    own = {world.gone.get_absolute_url(), world.point.get_absolute_url()}
    reference = world.gone.reference.lower()
    address = world.point.get_absolute_url()
    before = naming(two(), WORD, reference, address)
    publishing.withdraw(review=world.gone, by=None)
    after = two()
    # The walk would have found it: everything but what is about others named it before.
    about_others = {
        *("/agencies/", "/themes/", "/reviews/added/", "/sitemap.xml", "/reviews/added/2023/"),
        "/briefings/",  # names no review, and counts them: see its own tests
        *(address for address in after if address.startswith(("/sitemap-months", "/sitemap-th"))),
        *(address for find in OTHERS for address in find(world)),
    }
    assert after.keys() - before <= about_others
    assert naming(after, WORD) <= {"/reviews/?q=zorila"}  # as it was typed
    assert "did you mean" not in after["/reviews/?q=zorila"][0][1].lower()
    tombstones = own | {world.report.get_absolute_url(), f"/reviews/?q={world.gone.reference}"}
    assert naming(after, reference) <= tombstones
    assert naming(after, address) == set()
    gone = own | {world.report.get_absolute_url()}
    assert {status for address in gone for status, _ in after[address]} == {410}
    assert "3 reviews" in after["/reviews/"][0][1]
    assert "3 reviews" in after["/reviews/"][1][1]
    for _, text in after["/briefings/both/"]:
        assert "In 1 of 1 review<" in text
        assert "In 2 of 2 reviews<" not in text


OTHERS = (
    lambda world: [world.draft.get_absolute_url(), world.kept.get_absolute_url()],
    lambda world: [point.get_absolute_url() for point in world.draft.points.all()],
    lambda world: [world.other_report.get_absolute_url(), "/reviews/?q=otherwords"],
)


def test_a_draft_is_nowhere(world, two):
    answers = two()
    reference = world.draft.reference.lower()
    assert naming(answers, reference, "draft of") == set()
    mine = [world.draft.get_absolute_url(), world.draft.points.first().get_absolute_url()]
    assert {status for address in mine for status, _ in answers[address]} == {404}


def test_a_withdrawn_document_is_nowhere(world, two):
    page, file = world.kept.get_absolute_url(), world.other_report.get_absolute_url()
    reference = world.kept.reference.lower()
    before = two()
    assert {page, file} <= naming(before, "held report", "%pdf-")
    assert "/reviews/?q=otherwords" in naming(before, reference)
    publishing.withdraw_document(document=world.other_report, by=None)
    after = two()
    assert naming(after, "held report", file) == set()
    assert {status for status, _ in after[file]} == {410}
    assert "/reviews/?q=otherwords" not in naming(after, reference)
    assert "/reviews/?year=2023&report=yes" not in naming(after, reference)
    assert {status for status, _ in after[page]} == {200}


def test_an_expired_file_is_nowhere_and_its_record_stays(world, two):
    page, file = world.kept.get_absolute_url(), world.other_report.get_absolute_url()
    reference = world.kept.reference.lower()
    assert "/reviews/?q=otherwords" in naming(two(), reference)
    yesterday = timezone.localdate() - timedelta(days=1)
    Document.objects.filter(pk=world.other_report.pk).update(expires_on=yesterday)
    hosting.expire()
    after = two()
    assert {status for status, _ in after[file]} == {410}
    assert "/reviews/?q=otherwords" not in naming(after, reference)
    assert naming(after, file) == set()
    assert {status for status, _ in after[page]} == {200}


def test_what_a_browser_has_kept_is_not_confirmed(world, client):
    """A conditional request for a page from before the withdrawal gets another answer than 304."""
    addresses = [address for find in COVERED.values() for address in find(world)]
    addresses.remove(world.other_report.get_absolute_url())  # the file is as it was
    answers = {address: client.get(address) for address in addresses}
    for response in answers.values():
        if response.streaming:
            response.getvalue()  # to its end, so that the file is closed
    publishing.withdraw(review=world.gone, by=None)
    for address, response in answers.items():
        etag = response.get("ETag", '"none"')
        assert client.get(address, headers={"If-None-Match": etag}).status_code != 304, address


def test_what_is_restored_is_back_everywhere(world, two):
    before = two()
    publishing.withdraw(review=world.gone, by=None)
    publishing.restore(review=world.gone, by=None)
    reference = world.gone.reference.lower()
    assert naming(two(), reference) == naming(before, reference)
