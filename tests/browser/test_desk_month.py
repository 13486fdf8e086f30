"""A month of six reviews, entered as editors do: signed in, typed, checked, published; with keys.

What is typed stands in tests/files/month.json, beside what the public then reads. One of the six
is entered without JavaScript. `-s` shows how long each took, and how many keys were pressed.
"""

import json
import re
import time
from pathlib import Path

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from reviews.models import Partnership, Review
from tests.accounts.people import PASSWORD, make_account
from tests.browser.typist import PATIENCE, Typist

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

FILE = Path(__file__).resolve().parent.parent / "files" / "month.json"
MONTH = json.loads(FILE.read_text(encoding="utf-8"))
REVIEWS = MONTH["reviews"]
WORDING = "The partnership asked us to take this entry away while it looks at it again."
expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture
def editor(transactional_db, vocabulary):
    cache.clear()
    for values in MONTH["partnerships"]:
        slug = values["name"].lower().replace(" ", "-")
        Partnership.objects.create(slug=slug, **values)
    return make_account("okafor@example.org", "editor")


def test_a_month_is_entered_corrected_withdrawn_and_restored(open_page, editor):
    hands = {True: signed_in(open_page(), editor)}
    hands[False] = signed_in(open_page(java_script_enabled=False), editor)
    figures = [enter(hands[not one.get("without_script")], one) for one in REVIEWS]
    print(f"\n{'':18}seconds  keys  of them Tab  pasted", *figures, sep="\n")
    reader = open_page()
    read_month(reader, REVIEWS)
    for review in REVIEWS:
        read_review(reader, review)
    correct(hands[True], reader)
    withdraw(hands[True], reader)
    restore(hands[True], reader)


def signed_in(page, editor):
    hand = Typist(page)
    page.goto("/account/login/")
    hand.fill("login", editor.email)
    hand.fill("password", PASSWORD)
    hand.turn("Enter")
    return hand


def enter(hand, review):
    """Enter a review and publish it; a line that says what it took."""
    began, before = time.monotonic(), (hand.presses, hand.passed, hand.pasted)
    begin(hand, review["title"])
    facts(hand, review)
    children(hand, review["children"])
    account(hand, review)
    for name in ("learning", "recommendations"):
        points(hand, name, review[name])
    for document in review["documents"]:
        add_document(hand, document)
    hand.fill("keywords", review["keywords"])
    publish(hand, review["acknowledge"])
    took = time.monotonic() - began
    now = (hand.presses, hand.passed, hand.pasted)
    keys, passed, pasted = (b - a for a, b in zip(before, now, strict=True))
    way = "" if has_script(hand) else " (no script)"
    return f"{review['title'] + way:18}{took:7.1f}{keys:7}{passed:13}{pasted:8}"


def has_script(hand):
    return hand.page.locator("html.js").count() == 1


def begin(hand, title):
    hand.page.goto("/desk/")
    hand.follow("New review")
    hand.fill("title", title)
    hand.fill("added", MONTH["added"])
    hand.turn("Enter")


def facts(hand, review):
    hand.fill("headline", review["headline"])
    hand.choose("type", review["type"])
    hand.choose("nation", review["nation"])
    hand.fill("partnership", review["partnership"])
    if review.get("anonymous"):
        hand.go(name="anonymous")
        hand.press("Space")
    hand.fill("incident", review["incident"])
    hand.fill("published", review["published"])


def children(hand, found):
    for number, child in enumerate(found, start=1):
        hand.button("add:children")
        hand.press("Enter")
        expect(hand.page.locator("#part-children .row")).to_have_count(number)
        hand.fill(f"children-n{number}-age", child["age"])
        hand.fill(f"children-n{number}-age_text", child["age_text"])
        hand.choose(f"children-n{number}-sex", child["sex"])


def account(hand, review):
    for name in ("incident_note", "content_note", "summary"):
        hand.fill(name, review[name])
    hand.choose("outcome", review["outcome"])
    for name in ("harms", "themes", "agencies"):
        terms(hand, name, review[name])


def terms(hand, name, wanted):
    """Each term by a word for it; the list shows what is meant."""
    if not wanted:
        return
    hand.go(name=f"{name}_typed")
    if not has_script(hand):
        hand.type("; ".join(typed for typed, _ in wanted))
        return
    for typed, label in wanted:
        hand.wait(role="combobox", value="")
        hand.type(typed)
        for _ in range(8):
            hand.press("ArrowDown")
            option = hand.page.locator(f"[id='{hand.focus()['option']}'] b")
            if option.inner_text().partition(" (")[0] == label:
                break
        hand.press("Enter")


def points(hand, name, wanted):
    """All texts at once, and then the terms of those that have some."""
    hand.go(says="Paste many at once", part=f"part-{name}")
    hand.press("Enter")
    hand.fill(f"{name}-paste", "\n".join(point["text"] for point in wanted))
    hand.button(f"paste:{name}")
    hand.press("Enter")
    expect(hand.page.locator(f"#part-{name} .row")).to_have_count(len(wanted))
    for number, point in enumerate(wanted, start=1):
        for kind in ("themes", "agencies"):
            terms(hand, f"{name}-n{number}-{kind}", point.get(kind, []))


def add_document(hand, document):
    hand.button("add:documents")
    hand.press("Enter")
    expect(hand.page.locator("#part-documents .row")).to_have_count(1)
    hand.fill("documents-n1-label", document["label"])
    hand.choose("documents-n1-kind", document["kind"])
    hand.fill("documents-n1-url", document["url"])


def publish(hand, reasons):
    """Check, say why what was found may stand, and publish."""
    hand.button("publish")
    hand.turn("Enter")
    assert hand.page.locator("#stops").count() == 0, hand.page.locator("main").inner_text()
    asked = hand.page.locator("[name^='reason-']")
    names = [one.get_attribute("name") for one in asked.all()]
    found = {name.removeprefix("reason-").partition(":")[0]: name for name in names}
    assert found.keys() == reasons.keys(), hand.page.locator("main").inner_text()
    for code, name in found.items():
        hand.fill(name, reasons[code])
    hand.button("publish")
    hand.turn("Enter")
    expect(hand.page).to_have_url(re.compile("/history/$"))


def read_month(page, reviews):
    """The month as the public has it: these reviews, and their points counted."""
    page.goto(MONTH["address"])
    figures = page.locator(".figures dd")
    expected = [len(reviews), *(total(reviews, kind) for kind in ("learning", "recommendations"))]
    assert [int(text) for text in figures.all_inner_texts()] == expected
    titles = page.locator(".entries h3 b").all_inner_texts()
    assert sorted(titles) == sorted(review["title"] for review in reviews)


def total(reviews, kind):
    return sum(len(review[kind]) for review in reviews)


def read_review(page, review):
    """Its page: every fact as the public reads it, every point, the document."""
    page.goto(MONTH["address"])
    page.locator(".entries a", has=page.get_by_text(review["title"], exact=True)).click()
    facts = page.locator(".card").inner_text()
    assert [text for text in review["shown"] if text not in facts] == []
    everything = page.locator("main").inner_text()
    for kind in ("learning", "recommendations"):
        assert [one["text"] for one in review[kind] if one["text"] not in everything] == []
    for document in review["documents"]:
        link = page.locator(f"main a[href='{document['url']}']").first
        expect(link).to_contain_text(document["label"])


def find(hand, title):
    """From the desk to a review's edit page, by its title."""
    hand.page.goto("/desk/")
    hand.fill("q", title)
    hand.turn("Enter")
    hand.follow(title)


def correct(hand, reader):
    """Correct a word; the change is seen before it is public, and a note stands on the page."""
    review = REVIEWS[0]
    find(hand, review["title"])
    hand.fill("incident_note", "Injuries found by school staff")
    hand.button("publish")
    hand.turn("Enter")
    difference = hand.page.locator("[aria-labelledby=differs]")
    assert difference.locator("del").all_text_contents() == ["[removed: nursery]"]
    assert difference.locator("ins").all_text_contents() == ["[added: school]"]
    hand.fill("public_note", "Who found the injuries was put right.")
    hand.button("publish")
    hand.turn("Enter")
    read_month(reader, REVIEWS)
    reader.get_by_role("link", name=review["title"]).click()
    expect(reader.locator(".card")).to_contain_text("Injuries found by school staff")
    expect(reader.locator("#corrections")).to_contain_text("Who found the injuries was put right.")


def withdraw(hand, reader):
    """Gone from the month, the list and search at once; what the public reads in its place."""
    review = REVIEWS[2]
    address = Review.objects.get(title=review["title"]).get_absolute_url()
    find(hand, review["title"])
    hand.follow("Withdraw")
    hand.choose("reason", "Its publisher withdrew it")
    hand.fill("wording", WORDING)
    hand.go(says="Withdraw it now")
    hand.turn("Enter")
    expect(hand.page.locator(".messages")).to_be_visible()
    read_month(reader, [other for other in REVIEWS if other != review])
    assert found(reader, "/reviews/", review) == 0
    assert found(reader, "/reviews/?q=return+interviews", review) == 0
    assert reader.goto(address).status == 410
    expect(reader.locator("main")).to_contain_text(WORDING)
    expect(reader.locator("main")).not_to_contain_text(review["title"])


def restore(hand, reader):
    """Public again, as it was."""
    review = REVIEWS[2]
    hand.follow("Restore")
    hand.go(says="Make it public again")
    hand.turn("Enter")
    read_month(reader, REVIEWS)
    read_review(reader, review)
    assert found(reader, "/reviews/", review) == 1
    assert found(reader, "/reviews/?q=return+interviews", review) == 1


def found(page, address, review):
    """How many reviews of this title a list shows."""
    assert page.goto(address).status == 200
    return page.locator(".entries").get_by_text(review["title"], exact=True).count()
