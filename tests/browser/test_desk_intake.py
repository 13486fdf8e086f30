"""What was read in, in a browser: axe, a keyboard, the source that lights up, and no JavaScript.

At two widths, light and dark, closed and open: see tests/browser/test_axe.py.
"""

import pytest
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import expect

from reviews.editing.batches import deciding
from reviews.editing.vocabulary import vocabulary
from reviews.models import Batch, Review
from tests import drafts
from tests.accounts.people import make_account
from tests.batches import ACCOUNT, make_batch, proposal
from tests.browser.keyboard import Keyboard
from tests.browser.test_axe import examine

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
LONG = "Child B, a name that a list has made as long as it could, with all that was known of it"


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
def batch(editor):
    """Entries that stand in every way, and something that was not understood."""
    many = [{"text": f"Point {n} of forty.", "themes": ["neglect"]} for n in range(40)]
    batch = make_batch(
        editor,
        {"title": LONG, "learning": many, "warnings": [("outcome", "Look at this.")] * 9},
        {"title": "Child C", "summary": "Another account.", "incomplete": True},
        {"title": "Child D", "summary": "A third account."},
        "Child E",
        {"title": "Child F", "summary": "A fifth account."},
        declared=7,
        notes=["Page 3 of the file had no text."],
    )
    left = {"start": 0, "end": 7, "text": batch.text[:300], "why": "before the first review"}
    Batch.objects.filter(pk=batch.pk).update(rest={"not_understood": [left], "warnings": []})
    deciding.accept(proposal=proposal(batch, 4), by=editor, vocabulary=vocabulary())
    deciding.skip(proposal=proposal(batch, 5), by=editor)
    return batch


def goes(page, address, status=200):
    assert page.goto(address).status == status
    examine(page)


def test_an_empty_desk(signed_in):
    goes(signed_in(), "/desk/intake/")


def test_the_pages(signed_in, batch):
    page = signed_in()
    for place in ("", "undo/", "1/", "2/", "4/", "5/"):
        goes(page, f"/desk/intake/{batch.pk}/{place}")
    goes(page, "/desk/intake/")
    goes(page, "/desk/")
    goes(page, f"/desk/reviews/{Review.objects.get().pk}/")


def test_what_can_not_be_read(signed_in):
    page = signed_in()
    page.goto("/desk/intake/")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("alert")).to_be_focused()
    examine(page)


def test_what_has_the_pointer_or_the_focus_lights_its_source(signed_in, batch):
    page = signed_in(viewport={"width": 1280, "height": 700})
    page.goto(f"/desk/intake/{batch.pk}/1/")
    lit = page.locator("mark[data-lit]")
    expect(lit).to_have_count(0)
    page.locator("#field-summary .told").hover()
    expect(lit).to_have_text(ACCOUNT)
    page.locator("#field-title").hover(position={"x": 1, "y": 1})
    expect(lit).to_have_count(0)
    page.locator("#field-title a").focus()
    expect(lit).to_have_text(LONG)


def test_the_source_follows_by_itself(signed_in, editor):
    told = " ".join(f"Sentence {n} of a long account." for n in range(300))
    batch = make_batch(editor, {"title": "Child B"})
    held = proposal(batch)
    text = told + batch.text
    held.read["source"]["end"] += len(told)
    for place in held.read["fields"].values():
        for one in (place, *place.get("items", ())):
            one["start"], one["end"] = one["start"] + len(told), one["end"] + len(told)
    held.save()
    Batch.objects.filter(pk=batch.pk).update(text=text)
    page = signed_in(viewport={"width": 1280, "height": 700})
    page.goto(f"/desk/intake/{batch.pk}/1/")
    before = page.evaluate("scrollY")
    mark = page.locator("#source-summary")
    expect(mark).not_to_be_in_viewport()
    page.locator("#field-summary .told").hover()
    expect(mark).to_be_in_viewport()
    assert abs(page.evaluate("scrollY") - before) < 400  # at most to bring the field into view


def test_at_a_draft_the_field_that_has_the_focus_lights_its_source(signed_in, batch):
    page = signed_in()
    page.goto(f"/desk/reviews/{Review.objects.get().pk}/")
    page.get_by_role("textbox", name="Account").focus()
    expect(page.locator("mark[data-lit]")).to_have_text(ACCOUNT)
    page.locator("#id_learning-n2-text").focus()
    expect(page.locator("mark[data-lit]").first).to_contain_text("Listen to what a child says")


@pytest.mark.parametrize("scripted", [True, False])
def test_from_a_text_to_drafts_with_the_keyboard_alone(signed_in, scripted):
    page = signed_in(java_script_enabled=scripted, reduced_motion="reduce")
    page.goto("/desk/intake/")
    keyboard = Keyboard(page)
    keyboard.until("Paste the text")
    page.keyboard.insert_text(
        "2023 – Anonymous – Child A\n\nDeath of a boy aged 3 years in March 2021.\n\n"
        "Learning includes: ask who lives in the home; listen to a child.\n\n"
        "2023 – Anonymous – Child C\n\nSerious harm of a girl aged 10 months in June 2020.\n\n"
        "Learning includes: share what is known; see the child alone.\n"
    )
    keyboard.until("Read it")
    keyboard.press("Enter")
    page.get_by_text("2 reviews were found.").wait_for()
    keyboard.until("Go through")
    keyboard.press("Enter")
    page.get_by_role("heading", name="Child A", level=1).wait_for()
    keyboard.until("In the text where title")
    keyboard.press("Enter")
    expect(page.locator("mark:target")).to_have_text("Child A")
    page.get_by_role("button", name="Accept", exact=True).press("Enter")
    page.get_by_role("heading", name="Child C", level=1).wait_for()
    page.get_by_role("button", name="Change it as a draft").press("Enter")
    page.get_by_label("Headline").fill("A girl of ten months")
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    page.get_by_text("Saved at").first.wait_for()
    page.goto(f"/desk/intake/{Batch.objects.get().pk}/undo/")
    page.get_by_role("button", name="Undo the whole text").press("Enter")
    page.get_by_text("Nothing was undone").wait_for()
    page.get_by_label("Keep this and undo the rest").press("Space")
    page.get_by_role("button", name="Undo the whole text").press("Enter")
    page.get_by_text("1 draft is gone.").wait_for()
    assert [review.title for review in Review.objects.all()] == ["Child C"]
