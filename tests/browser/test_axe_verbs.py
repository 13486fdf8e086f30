"""axe on the desk's pages of verbs and history, and their buttons without JavaScript.

At two widths, light and dark, closed and open: see tests/browser/test_axe.py.
"""

import pytest
from django.core.cache import cache
from django.test import Client

from reviews import publishing
from reviews.choices import Reason
from reviews.editing.releasing import Words
from tests import drafts
from tests.accounts.people import make_account
from tests.browser.test_axe import examine

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


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
def troubled(editor):
    """A draft with a mistake, something that blocks, something to be asked, and a double."""
    drafts.publish(editor)
    texts = {"learning-n1-text": "Gareth Whitcombe said to ring 01632 960983."}
    return drafts.begin(editor, incident="some time ago", **texts)


@pytest.fixture
def corrected(editor):
    """A published review with a correction that the public was told of, and one under way."""
    review = drafts.publish(editor)
    drafts.write(review, editor, outcome="serious-harm", title="Child K")
    drafts.release(review, editor, words=Words("Letter", "The outcome was wrong."))
    point = review.points.first()
    drafts.write(review, editor, headline="A girl", **{f"learning-p{point.pk}-text": "Ask twice."})
    return review


def goes(page, address, status=200):
    assert page.goto(address).status == status
    examine(page)


def test_publishing(signed_in, troubled):
    page = signed_in()
    goes(page, f"/desk/reviews/{troubled.pk}/publish/")
    page.get_by_role("button", name="Publish now").click()
    page.get_by_text("Nothing was published.").first.wait_for()
    examine(page)
    goes(page, f"/desk/reviews/{troubled.pk}/preview/")
    goes(page, f"/desk/reviews/{troubled.pk}/discard/")


def test_a_correction(signed_in, corrected):
    page = signed_in()
    document = corrected.documents.get().pk
    for place in (
        *("publish/", "preview/", "differences/", "discard/", "withdraw/"),
        *("history/", "history/?order=oldest", "history/3/", f"documents/{document}/withdraw/"),
    ):
        goes(page, f"/desk/reviews/{corrected.pk}/{place}")
    goes(page, corrected.get_absolute_url())


def test_what_is_withdrawn(signed_in, corrected, editor):
    document = corrected.documents.get()
    publishing.withdraw_document(document=document, by=editor, reason=Reason.PUBLISHER)
    publishing.withdraw(review=corrected, by=editor, wording="It is not public any more.")
    page = signed_in()
    for place in ("restore/", "withdraw/", "publish/", f"documents/{document.pk}/restore/"):
        goes(page, f"/desk/reviews/{corrected.pk}/{place}")
    goes(page, corrected.get_absolute_url(), 410)


@pytest.mark.parametrize("scripted", [True, False])
def test_from_a_draft_to_a_tombstone_and_back(signed_in, editor, scripted):
    draft = drafts.begin(editor)
    page = signed_in(java_script_enabled=scripted)
    page.goto(f"/desk/reviews/{draft.pk}/publish/")
    for field in page.get_by_label("Why ").all():
        field.fill("The source says so.")
    page.get_by_role("button", name="Publish now").press("Enter")
    page.get_by_text("is public now").wait_for()
    page.get_by_role("link", name="Withdraw").click()
    page.get_by_label("Why").first.select_option(label="A court ordered it")
    page.get_by_label("What the public reads in its place").fill("Child B is not to be read.")
    page.get_by_role("button", name="Withdraw it now").click()
    page.get_by_text("It names the review by its title").wait_for()
    page.get_by_label("What the public reads in its place").fill("Not public any more.")
    page.get_by_role("button", name="Withdraw it now").click()
    page.get_by_text("It is out of every page").wait_for()
    assert page.goto(draft.get_absolute_url()).status == 410
    page.goto(f"/desk/reviews/{draft.pk}/restore/")
    page.get_by_role("button", name="Make it public again").click()
    page.get_by_text("is public again").wait_for()
    assert page.goto(draft.get_absolute_url()).status == 200
