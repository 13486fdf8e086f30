"""axe on the desk's pages of briefings that are published, withdrawn, looked at and remembered.

At two widths, light and dark, closed and open: see tests/browser/test_axe.py. And the buttons of
publication without JavaScript.
"""

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from briefings import publishing
from briefings.editing import releasing
from briefings.models import WorkingCopy
from reviews import publishing as record_of_reviews
from tests import drafts, piece_drafts
from tests.accounts.people import make_account
from tests.browser.test_axe import examine

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
DESK = "/desk/briefings/"


@pytest.fixture
def editor(transactional_db):
    cache.clear()
    drafts.make_terms()
    return make_account("okafor@example.org", "editor")


@pytest.fixture
def signed_in(open_page, editor):
    """A page of a browser in which the editor is signed in."""
    client = Client()
    client.force_login(editor)
    kept = client.cookies["sessionid"]
    place = {"domain": "localhost", "path": "/", "expires": -1, "sameSite": "Lax"}
    cookie = {"name": "sessionid", "value": kept.value, "httpOnly": True, "secure": False, **place}

    def open_signed_in(**options):
        return open_page(storage_state={"cookies": [cookie], "origins": []}, **options)

    return open_signed_in


@pytest.fixture
def review(editor):
    return piece_drafts.make_cited()


@pytest.fixture
def public(editor, review):
    """A public edition with a correction under way, and something to be looked at."""
    edition = piece_drafts.publish(editor, review=review)
    review.points.filter(text="Ask.").update(text="Ask alone.")
    record_of_reviews.correct(review=review, by=None)
    piece_drafts.write(edition, editor, standfirst="What one review says, read again.")
    return edition


def goes(page, address, status=200):
    assert page.goto(address).status == status
    examine(page)


def test_the_list(signed_in, public):
    page = signed_in()
    goes(page, DESK)
    goes(page, f"{DESK}?q=zebra&kind=article&state=draft")
    goes(page, f"{DESK}?kind=leaflet", 400)


def test_what_stops_a_draft_and_what_is_asked(signed_in, editor, review):
    texts = {"published": "some day", "standfirst": "", "statements-n1-evidence": []}
    draft = piece_drafts.begin(editor, review, **texts)
    page = signed_in()
    goes(page, f"{DESK}{draft.pk}/publish/")
    page.get_by_role("button", name="Publish now").click()
    page.get_by_text("Nothing was published.").first.wait_for()
    examine(page)
    goes(page, f"{DESK}{draft.pk}/preview/")
    goes(page, f"{DESK}{draft.pk}/discard/")


def test_a_public_edition(signed_in, public):
    page = signed_in()
    for place in (
        *("publish/", "preview/", "differences/", "discard/", "withdraw/", "new-edition/"),
        *("looked-at/", "history/", "history/?order=oldest", "history/3/"),
    ):
        goes(page, f"{DESK}{public.pk}/{place}")


def test_editions_and_what_is_withdrawn(signed_in, public, editor):
    draft = releasing.begin_next(edition=public, by=editor)
    page = signed_in()
    goes(page, f"{DESK}{draft.pk}/publish/")
    goes(page, f"{DESK}{public.pk}/new-edition/")
    publishing.withdraw(edition=public, by=editor, wording="It is not public any more.")
    for place in ("restore/", "withdraw/", "publish/", "history/"):
        goes(page, f"{DESK}{public.pk}/{place}")


def test_what_is_scheduled_and_what_kept_it(signed_in, editor, review):
    draft = piece_drafts.begin(editor, review)
    WorkingCopy.objects.filter(edition=draft).update(
        publish_at=timezone.now(), scheduled_by=editor, schedule_problem="It has no title."
    )
    page = signed_in()
    for place in ("?state=scheduled", f"{draft.pk}/publish/", f"{draft.pk}/"):
        goes(page, f"{DESK}{place}")
        assert "It has no title." in page.content()


def test_a_whole_life_without_javascript(signed_in, editor, review):
    """Published, followed by a new edition that is published, withdrawn, restored."""
    draft = piece_drafts.begin(editor, review)
    page = signed_in(java_script_enabled=False)
    page.goto(f"{DESK}{draft.pk}/publish/")
    page.get_by_role("button", name="Publish now").click()
    assert "is public now" in page.content()
    page.get_by_role("link", name="New edition").click()
    page.get_by_role("button", name="Begin edition 2").click()
    second = draft.piece.editions.get(number=2)
    page.goto(f"{DESK}{second.pk}/publish/")
    assert "There is no date." in page.content()
    page.goto(f"{DESK}{second.pk}/")
    page.get_by_label("Published", exact=True).fill("June 2026")
    page.get_by_role("button", name="Save", exact=True).click()
    page.goto(f"{DESK}{second.pk}/publish/")
    page.get_by_label("Or publish it on a day").fill("3 May 2090")
    page.get_by_label("At what time").fill("9:30")
    page.get_by_role("button", name="Publish then").click()
    assert "will be published on 3 May 2090 at 9:30" in page.content()
    page.goto(f"{DESK}{second.pk}/publish/")
    page.get_by_role("button", name="Remove the day").click()
    page.goto(f"{DESK}{second.pk}/publish/")
    page.get_by_role("button", name="Publish now").click()
    page.get_by_role("link", name="Withdraw").click()
    page.get_by_label("Why").select_option("wrong")
    page.get_by_role("button", name="Withdraw it now").click()
    assert "is withdrawn" in page.content()
    page.get_by_role("link", name="Restore").click()
    page.get_by_role("button", name="Make it public again").click()
    assert "is public again" in page.content()
