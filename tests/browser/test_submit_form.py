"""The form for partnerships in a browser: with and without scripts, with keys alone, for axe."""

import pytest
from django.core.cache import cache
from django.core.management import call_command
from playwright.sync_api import expect

from reviews.models import Batch, Submission
from reviews.submissions import traps
from tests import pdf_files
from tests.accounts.people import make_account
from tests.browser.people import sign_in
from tests.browser.test_axe import examine
from tests.submitting import EMAIL, PARTNERSHIP, make_sent_in

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

REPORT = {"name": "report.pdf", "mimeType": "application/pdf"}
FIELDS = {
    "Your partnership or board": PARTNERSHIP,
    "What the review calls the child or children": "Child B",
    "When it was published": "March 2026",
    "Age of the child or children": "4 years; 11 months",
    "What happened": "Two children were found alone.",
    "Learning points": "Ask who lives here.\nWrite down what a child shows you.",
    "Link to the report": "northmere.example/child-b",
    "Your name": "Jo Example",
    "Your role": "Business manager",
    "Your email address at work": EMAIL,
}


@pytest.fixture(autouse=True)
def ready(settings, tmp_path, monkeypatch):
    """Nothing tried yet, nobody too fast: a browser in a test fills in a form within a second."""
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(traps, "LEAST", 0)
    cache.clear()
    call_command("load_vocabularies", verbosity=0)


def fill_in(page, **changes):
    for label, text in (FIELDS | changes).items():
        page.get_by_label(label).fill(text)
    page.get_by_label("Where it works").select_option("England")
    page.get_by_label("Yes, we permit that").check()
    page.get_by_label("Who gives this permission").fill("Independent scrutineer")
    page.get_by_label("I agree to this").check()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_whole_way(open_page, letterbox, scripts):
    page = open_page(java_script_enabled=scripts)
    page.goto("/about/")
    page.get_by_role("contentinfo").get_by_role("link", name="Send in a review").click()
    fill_in(page, **{"Your email address at work": ""})
    content = pdf_files.make_pdf("What the partnership published.")
    page.get_by_label("The report as a PDF").set_input_files({**REPORT, "buffer": content})
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_contain_text("Write your email address.")
    expect(page.get_by_text("report.pdf has been added")).to_be_visible()
    expect(page.get_by_label("What happened")).to_have_value(FIELDS["What happened"])
    page.get_by_label("Your email address at work").fill(EMAIL)
    page.get_by_role("button", name="Send").click()
    expect(page.locator("h1")).to_have_text("Look in your mail")
    link = next(word for word in letterbox.take()[2].split() if "/confirm/" in word)
    page.goto(link)
    assert not Batch.objects.exists()
    page.get_by_role("button", name="Yes, send it to the editors").click()
    expect(page.locator("h1")).to_have_text("Thank you")
    submission = Submission.objects.get()
    assert submission.report.name == "report.pdf"
    assert submission.batch.proposals.get().read["title"] == "Child B"
    assert page.context.cookies() == []


def test_with_keys_alone(page):
    page.goto("/submit/")
    page.get_by_label("Your partnership or board").focus()
    reached = []
    for _ in range(40):
        reached.append(page.evaluate("document.activeElement.name || document.activeElement.type"))
        if reached[-1] == "submit":
            break
        page.keyboard.press("Tab")
    assert reached[0] == "partnership"
    assert "homepage" not in reached
    assert {"anonymous", "type", "file", "may_host", "agreed", "submit"} <= set(reached)
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your partnership or board")).to_be_focused()


def test_axe_finds_nothing_where_something_is_wrong(page):
    page.goto("/submit/")
    page.get_by_label("When it was published").fill("some day")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_contain_text("is not a date")
    examine(page)


def test_axe_finds_nothing_once_it_is_confirmed(page, live_server):
    from django.urls import reverse

    from reviews.submissions import letters

    sent = make_sent_in()
    page.goto(reverse("reviews:submit_confirm", args=[letters.token(sent)]))
    expect(page.locator("h1")).to_have_text("Thank you")
    examine(page)


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_long_words_fit(open_page, width):
    page = open_page(viewport={"width": width, "height": 900})
    page.goto("/submit/")
    fill_in(page, **{"What happened": "Unbroken" * 200, "Your email address at work": "no"})
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_answer_at_the_desk(page, letterbox):
    editor = make_account("okafor@example.org", "editor")
    sent = make_sent_in(file=True, state="skipped", by=editor)
    sign_in(page, editor.email)
    expect(page.get_by_role("navigation", name="Editors’ desk")).to_be_visible()
    page.goto(f"/desk/intake/sent-in/{sent.pk}/")
    examine(page)
    page.get_by_role("button", name="Send this").click()
    page.get_by_label("Why it is not taken up").fill("It is here already.")
    page.get_by_role("button", name="Send this").click()
    expect(page.get_by_role("status").filter(has_text="They are told by mail.")).to_be_visible()
    examine(page)
    call_command("send_letters", verbosity=0)
    assert "It is here already." in letterbox.take()[2]
