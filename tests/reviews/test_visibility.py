"""Every public page, walked link by link: nothing unpublished, no link that leads nowhere."""

from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.utils import timezone

from reviews import hosting, publishing
from reviews.models import Document
from tests import pages
from tests.factories import make_document, make_review
from tests.random_reviews import make_bands

pytestmark = pytest.mark.django_db

MOST = 150
STARTS = ["/", "/reviews/", "/reviews/?q=public", "/sitemap.xml", "/robots.txt"]
SECRETS = ["secret", "obscured"]
# The vocabularies are public: a term that no public review has is named here, with no review.
NAMED = {f"/{place}/" for place in ("themes", "agencies")} | {
    "/themes/obscured-theme/",
    "/agencies/obscured-agency/",
}


def make_hidden(**values):
    return make_review(
        title="Secret child",
        headline="Secret headline",
        summary="A secret account.",
        themes=["obscured-theme", "neglect"],
        harms=["obscured-harm", "drowning"],
        agencies=["obscured-agency"],
        partnership="Obscured board",
        learning=["An obscured point."],
        added="2023-04",
        **values,
    )


@pytest.fixture
def hidden():
    """A draft and two withdrawn reviews among public ones that are like them."""
    make_bands()
    for number in (1, 2, 3):
        make_review(
            reference=f"CR-2023-000{number}",
            title="Public child",
            themes=["neglect"],
            harms=["drowning"],
            documents=[{"url": "https://example.org/report"}],
            added="2023-04" if number == 1 else "2023-05",
            incident="2020",
            learning=["A point."],
        )
    make_hidden(state="draft")
    make_hidden(state="withdrawn")
    return make_hidden()


def walk(client):
    """Every page that can be reached by links, with what it answered: {address: response}."""
    found, waiting = {}, list(STARTS)
    while waiting and len(found) < MOST:
        address = waiting.pop(0)
        if address in found:
            continue
        response = found[address] = client.get(address)
        if response.streaming:
            b"".join(response.streaming_content)  # to its end, so that the file is closed
        if response.get("Content-Type", "").startswith("text/html"):
            waiting += [link for link in _links(address, response) if link not in found]
    return found


def _links(address, response):
    for element in pages.read(response).all("a"):
        link = urldefrag(urljoin(f"http://testserver{address}", element.get("href") or ""))[0]
        if urlsplit(link).netloc == "testserver":
            yield link.removeprefix("http://testserver")


def test_nothing_unpublished_is_on_any_page(client, hidden):
    before = walk(client)
    assert hidden.get_absolute_url() in before  # so the walk would find it
    publishing.withdraw(review=hidden, by=None)
    after = walk(client)
    assert "/reviews/CR-2023-0001/" in after
    for address, response in after.items():
        text = pages.body(response).decode().lower()
        secrets = SECRETS[:1] if address in NAMED else SECRETS
        assert [word for word in secrets if word in text] == [], address
        assert hidden.reference.lower() not in text, address


def test_no_file_but_those_of_published_reviews(client, hold):
    """Nor by its address, whole or in part; and an expired one stands on no page."""
    make_bands()
    held, expired, withdrawn, draft = (
        hold(make_document(make_review(state=state)), f"Secret words of number {number}.")
        for number, state in enumerate(["published", "published", "published", "draft"])
    )
    addresses = [document.get_absolute_url() for document in (held, expired, withdrawn, draft)]
    assert {address for address in walk(client) if "/documents/" in address} == {*addresses[:3]}
    Document.objects.filter(pk=expired.pk).update(expires_on=timezone.localdate())
    hosting.expire()
    publishing.withdraw(review=withdrawn.review, by=None)
    after = walk(client)
    assert {address for address in after if "/documents/" in address} == {held.get_absolute_url()}
    for address, status in zip(addresses[1:], (410, 410, 404), strict=True):
        for headers in ({}, {"Range": "bytes=0-9"}, {"If-None-Match": "*"}):
            for ask in (client.get, client.head):
                response = ask(address, headers=headers)
                assert (response.status_code, response.streaming) == (status, False)
                assert b"%PDF-" not in response.content
    texts = b"".join(pages.body(page) for page in after.values() if not page.streaming)
    assert b"Secret words" not in texts
    assert withdrawn.review.reference.encode() not in texts


def test_every_link_leads_somewhere(client, hidden):
    answers = {address: response.status_code for address, response in walk(client).items()}
    assert len(answers) > 40
    assert {address: status for address, status in answers.items() if status != 200} == {}
