"""The edit page of a briefing and of an article: what it shows, saves and does, without scripts."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from briefings.choices import Kind
from briefings.editing import saving
from briefings.editing.releasing import COPIES
from briefings.editing.typed import PieceTyped
from briefings.models import Edition, Piece, Presence, WorkingCopy
from reviews import publishing
from reviews.editing import kept_typing
from tests.factories import make_review
from tests.piece_drafts import begin, publish, release, write
from tests.pieces import make_edition


@pytest.fixture
def draft(editor):
    return begin(editor)


@pytest.fixture
def article(editor):
    return saving.begin(kind=Kind.ARTICLE, title="What the panel found", by=editor)


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


def address(edition, name="edit"):
    return reverse(f"pieces:{name}", args=[edition.pk])


def typed_of(edition):
    return saving.opened(edition).typed


def form(edition, **changes):
    """What the page would send."""
    now = saving.opened(edition)
    sent = {**now.typed.values, "number": now.number, "sitting": "0" * 32, **changes}
    return {name: value for name, value in sent.items() if value not in (None, [])}


def html(client, edition, query=""):
    response = client.get(address(edition) + query)
    assert response.status_code == 200
    return response.content.decode()


def sent_by(text):
    """Every field of the page's form with its value, as a browser without scripts sends it."""
    found = {}
    for tag in re.findall(r"<(?:input|button)\b[^>]*>", text):
        values = dict(re.findall(r'([a-z-]+)="([^"]*)"', tag))
        ticked = values.get("type") != "checkbox" or " checked" in tag
        if "name" in values and ticked and not tag.startswith("<button"):
            found.setdefault(values["name"], []).append(values.get("value", ""))
    for name, body in re.findall(r'<textarea name="([^"]+)"[^>]*>\n?(.*?)</textarea>', text, re.S):
        found[name] = [body]
    for name, body in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', text, re.S):
        chosen = re.search(r'<option value="([^"]*)" selected', body)
        found[name] = [chosen[1] if chosen else ""] + found.get(name, [])
    return found


def contents_of(text):
    """What the list of parts says of each."""
    nav = re.search(r'<nav class="contents".*?</nav>', text, re.S)[0]
    pairs = re.findall(r"<a [^>]*><span>(.*?)</span> (.*?)</a>", nav, re.S)
    return {name: re.sub(r"<[^>]+>", "", said).strip() for name, said in pairs}


class TestTheForm:
    def test_sends_back_what_it_shows(self, page, draft):
        """Nothing that is typed is missing from the page: saving it unchanged changes nothing."""
        before = saving.opened(draft)
        found = sent_by(html(page, draft))
        again = {name: texts for name, texts in found.items() if not name.startswith("find_")}
        assert page.post(address(draft), again).status_code == 302
        assert saving.opened(draft).typed == before.typed
        assert saving.opened(draft).number == before.number

    def test_of_what_is_public_begins_no_correction(self, page):
        edition = make_edition(slug="police", selection="theme=neglect&sort=title")
        Edition.objects.filter(pk=edition.pk).update(selection="year=2023")
        page.post(address(edition), sent_by(html(page, edition)))
        assert not WorkingCopy.objects.filter(edition=edition).exists()

    def test_a_strange_part_is_shown_where_something_is_typed_in_it(self, page, draft, article):
        assert 'id="part-author"' not in html(page, draft)
        assert 'id="part-sections"' not in html(page, article)
        write(draft, None, author_name="A. Chair")
        write(article, None, sections=["n1"])
        assert 'id="part-author"' in html(page, draft)
        assert 'id="part-sections"' in html(page, article)

    def test_its_contents_say_what_is_empty_and_name_the_sections(self, page, draft):
        write(draft, None, basis="", concerns="Ring somebody.", **{"sections-n1-heading": ""})
        said = contents_of(html(page, draft))
        assert said["What it is based on"] == "none"
        assert said["Contacts and concerns"] == "complete"
        assert said["1. No heading yet"] == "1 statement"
        write(draft, None, basis="Each was read by two.", **{"sections-n1-heading": "Issues"})
        said = contents_of(html(page, draft))
        assert said["What it is based on"] == "complete"
        assert said["1. Issues"] == "1 statement"

    def test_the_pages_of_a_draft_lead_to_giving_it_up(self, page, draft, editor):
        link = f'href="{address(draft, "discard")}"'
        for place in ("publish", "differences", "history"):
            assert link in page.get(address(draft, place)).content.decode(), place
        assert link in html(page, draft)
        assert link not in html(page, release(draft, editor))

    def test_each_part_names_the_next(self, page, draft):
        text = html(page, draft)
        assert '<a href="#part-terms">Next: Themes and agencies</a>' in text
        assert '<a href="#edit-bar">Next: save and publish</a>' in text

    def test_shows_script_as_it_was_typed(self, page, draft):
        write(draft, None, body="<script>alert(1)</script>", title="<b>x</b>")
        text = html(page, draft)
        assert "<script>alert(1)" not in text
        assert "&lt;script&gt;alert(1)" in text
        assert "<b>x</b>" not in text

    def test_of_an_article_has_figures_and_no_panel(self, page, article):
        text = html(page, article)
        assert 'id="part-figures"' in text
        assert 'id="builder"' not in text
        assert 'value="add:figures"' in text

    def test_says_what_a_mistake_is_and_where(self, page, draft):
        write(draft, None, published="soonish", slug="Not this")
        text = html(page, draft)
        assert 'href="#id_published"' in text
        assert "“soonish” is not a date." in text
        assert 'href="#id_slug"' in text

    def test_has_all_that_the_edition_is_related_to(self, page, draft, article):
        other = make_edition(title="Another briefing")
        write(draft, None, related=[str(other.piece_id)])
        text = html(page, draft)
        ticked = f'<input type="checkbox" name="related" value="{other.piece_id}" checked>'
        assert ticked in text
        assert f'<option value="{article.piece_id}">What the panel found</option>' in text
        assert f'<option value="{draft.piece_id}"' not in text

    def test_an_address_that_was_published_can_not_be_typed(self, page):
        edition = make_edition(slug="police")
        text = html(page, edition)
        assert 'id="id_slug"' not in text
        assert "/briefings/police/" in text


class TestEvidence:
    @pytest.fixture
    def review(self, db):
        return make_review(learning=["Ask who lives in the home."])

    @pytest.fixture
    def citing(self, draft, review):
        point = review.points.get()
        write(draft, None, **{"statements-n1-evidence": [f"p{point.pk}", f"r{review.pk}"]})
        return draft

    def test_stands_below_its_statement_with_its_words(self, page, citing, review):
        text = html(page, citing)
        point = review.points.get()
        box = f'name="statements-n1-evidence" value="p{point.pk}" checked'
        assert box in text
        assert f"Learning point 1 of {review.reference}" in text
        assert "Ask who lives in the home." in text
        assert f"{review.reference}, as a whole" in text
        assert 'id="id_statements-n1-reason"' not in text

    def test_unticked_and_saved_it_is_gone(self, page, citing, review):
        sent = form(citing, **{"statements-n1-evidence": [f"r{review.pk}"]})
        page.post(address(citing), sent)
        assert typed_of(citing).all("statements-n1-evidence") == [f"r{review.pk}"]

    def test_a_withdrawn_review_stays_as_not_public(self, page, citing, review):
        publishing.withdraw(review=review, by=None)
        text = html(page, citing)
        assert "withdrawn: not public any more" in text
        assert "Ask who lives in the home." in text  # editors may see it
        assert f'href="/reviews/{review.reference}/"' not in text
        page.post(address(citing), sent_by(text))
        assert f"r{review.pk}" in typed_of(citing).all("statements-n1-evidence")

    def test_a_point_that_is_gone_is_said_to_be(self, page, citing, review):
        key = review.points.get().pk
        review.points.all().delete()
        text = html(page, citing)
        assert "A point that is gone" in text
        assert f'value="p{key}" checked' in text

    def test_a_statement_without_any_asks_for_a_reason(self, page, draft):
        write(draft, None, **{"statements-n1-evidence": [], "statements-n1-reason": "By law."})
        text = html(page, draft)
        assert 'id="id_statements-n1-reason" value="By law."' in text


class TestButtons:
    @pytest.fixture
    def press(self, page, draft):
        def pressed(do, **changes):
            response = page.post(address(draft), form(draft, do=do, **changes))
            assert response.status_code == 302
            return response["Location"]

        return pressed

    def test_a_statement_is_added_to_its_section(self, press, draft):
        write(draft, None, sections=["n1", "n2"], **{"sections-n2-heading": "Learning"})
        where = press("add:statements:n1")
        key = where.rpartition("-")[2]
        assert where == f"{address(draft)}#statements-{key}"
        assert typed_of(draft).statements_of("n1")[-1] == key
        below = press(f"after:statements:{typed_of(draft).statements_of('n1')[0]}")
        assert typed_of(draft).statements_of("n1")[1] == below.rpartition("-")[2]

    def test_moves_within_the_section(self, press, draft):
        press("add:statements:n1")
        first, second, *rest = typed_of(draft).statements_of("n1")
        press(f"down:statements:{first}")
        assert typed_of(draft).statements_of("n1") == [second, first, *rest]
        press(f"up:statements:{first}")
        assert typed_of(draft).statements_of("n1") == [first, second, *rest]

    def test_a_statement_moves_to_another_section_by_choosing_it(self, press, draft):
        write(draft, None, sections=["n1", "n9"])
        key = typed_of(draft).statements_of("n1")[0]
        press("save", **{f"statements-{key}-section": "n9"})
        assert typed_of(draft).statements_of("n9") == [key]
        assert typed_of(draft).rows("statements")[-1] == key

    def test_sections_are_moved_with_their_statements(self, press, draft):
        write(draft, None, sections=["n1", "n9"])
        where = press("add:statements:n9")
        press("up:sections:n9")
        assert typed_of(draft).rows("sections") == ["n9", "n1"]
        assert typed_of(draft).rows("statements")[0] == where.rpartition("-")[2]

    def test_a_section_that_is_removed_leaves_its_statements_and_comes_back(
        self, press, page, draft
    ):
        before = typed_of(draft)
        where = press("remove:sections:n1")
        assert where.endswith("?removed=sections%3An1#removed")
        text = html(page, draft, "?removed=sections%3An1")
        assert 'value="undo:sections:n1"' in text
        assert "In no section" in text
        for key in before.statements_of("n1"):
            assert '<option value="n1" selected>Not chosen</option>' in text
            assert typed_of(draft).get(f"statements-{key}-text")
        press("undo:sections:n1")
        assert typed_of(draft) == before

    def test_a_statement_that_is_removed_comes_back_with_its_evidence(self, press, draft):
        review = make_review()
        write(draft, None, **{"statements-n1-evidence": [f"r{review.pk}"]})
        before = typed_of(draft)
        press("remove:statements:n1")
        assert "n1" not in typed_of(draft).rows("statements")
        press("undo:statements:n1")
        assert typed_of(draft) == before

    @pytest.mark.parametrize("given_up", [False, True])
    def test_of_what_is_public_the_row_comes_back_as_it_is_public(self, page, editor, given_up):
        edition = publish(editor)
        if given_up:
            write(edition, editor, **{"statements-n1-text": "Given up."})
            COPIES.discard(edition, by=editor)
        before = typed_of(edition)
        as_of = {"as_of": (edition.corrected_at or edition.released_at).isoformat()}
        sent = form(edition, **as_of)
        page.post(address(edition), {**sent, "do": "remove:statements:n1"})
        assert typed_of(edition).rows("statements") == []
        page.post(address(edition), form(edition, do="undo:statements:n1"))
        assert typed_of(edition) == before

    def test_what_was_refused_for_one_that_is_gone_is_not_refused_for_the_next(
        self, press, page, draft
    ):
        point = make_review(themes=["neglect"], learning=["Ask again."]).points.get()
        press("add:statements:n1")
        press(f"refuse:n2:p{point.pk}")
        press("remove:statements:n2")
        sent = sent_by(html(page, draft))
        page.post(address(draft), {**sent, "do": "add:statements:n1"})
        assert typed_of(draft).rows("statements") == ["n1", "n3"]

    def test_a_key_is_new_where_nothing_was_refused(self, press, page, draft):
        press("add:statements:n1")
        press("remove:statements:n2")
        sent = sent_by(html(page, draft))
        page.post(address(draft), {**sent, "do": "add:statements:n1"})
        assert typed_of(draft).rows("statements") == ["n1", "n3"]

    def test_all_lists_get_rows(self, press, draft):
        for rows in ("questions", "resources", "contacts", "figures", "sections"):
            count = len(typed_of(draft).rows(rows))
            assert press(f"add:{rows}").rpartition("#")[2].startswith(rows)
            assert len(typed_of(draft).rows(rows)) == count + 1

    @pytest.mark.parametrize(
        "do", ["", "x", "add:", "add:x", "up:statements:n99", "remove:statements:n99", "undo:x:y"]
    )
    def test_a_button_that_is_none_only_saves(self, press, draft, do):
        before = typed_of(draft)
        press(do, title="Another")
        now = typed_of(draft)
        assert now.get("title") == "Another"
        assert now.rows("statements") == before.rows("statements")

    def test_of_the_panel_cite_and_come_back_to_what_was_asked(self, press, draft):
        review = make_review(learning=["Ask."])
        token = f"p{review.points.get().pk}"
        where = press(f"take:{token}", find_target="n1", find_q="ask")
        assert "find_q=ask" in where
        typed = typed_of(draft)
        assert token in typed.all("statements-n1-evidence")
        assert f"r{review.pk}" in typed.all("pinned")

    def test_publish_and_preview_go_on_once_it_is_saved(self, press, draft):
        assert press("publish", title="Saved") == address(draft, "publish")
        assert typed_of(draft).get("title") == "Saved"
        assert press("preview") == address(draft, "preview")

    def test_a_refused_theme_is_not_suggested_again(self, press, draft):
        press("refuse:themes:neglect")
        assert "themes:neglect" in typed_of(draft).all("refused")


class TestNothingIsLost:
    def test_two_who_change_the_same_see_both(self, page, draft, contributor):
        mine = form(draft, **{"statements-n1-text": "Mine."})
        write(draft, contributor, **{"statements-n1-text": "Theirs."})
        response = page.post(address(draft), mine)
        text = response.content.decode()
        assert response.status_code == 409
        assert "Theirs." in text
        assert ">\nMine.</textarea>" in text
        assert 'href="#id_statements-n1-text">Statement 1.1, text</a>' in text
        page.post(address(draft), sent_by(text))
        assert typed_of(draft).get("statements-n1-text") == "Mine."

    def test_what_two_change_apart_is_saved_together(self, page, draft, contributor):
        mine = form(draft, title="Mine")
        write(draft, contributor, standfirst="Theirs")
        response = page.post(address(draft), mine, follow=True)
        assert "Saved together with what C. Vaughan has changed." in response.content.decode()
        assert (typed_of(draft).get("title"), typed_of(draft).get("standfirst")) == (
            "Mine",
            "Theirs",
        )

    def test_what_comes_from_before_a_publication_is_shown_and_not_saved(self, page, draft):
        mine = form(draft, title="Mine")
        WorkingCopy.objects.filter(edition=draft).delete()
        edition = Edition.objects.get(pk=draft.pk)
        write(edition, None, title="Now")
        WorkingCopy.objects.filter(edition=draft).update(first_number=99, number=99)
        response = page.post(address(draft), mine)
        assert response.status_code == 409
        assert "What you had typed stands here" in response.content.decode()
        assert typed_of(draft).get("title") == "Now"

    def test_evidence_in_a_conflict_is_named(self, page, draft):
        review = make_review()
        mine = form(draft, **{"statements-n1-evidence": [f"r{review.pk}"]})
        WorkingCopy.objects.filter(edition=draft).update(first_number=99, number=99)
        text = page.post(address(draft), mine).content.decode()
        assert f"<dd>{review.reference}, as a whole</dd>" in text

    def test_two_megabytes_are_saved_and_said_to_be_too_much(self, page, draft):
        body = "All of this is kept. " * 100_000
        assert len(body) > 2_000_000
        assert page.post(address(draft), form(draft, body=body)).status_code == 302
        assert typed_of(draft).get("body") == body.strip()
        text = html(page, draft)
        assert "60,000" in text
        assert 'href="#id_body"' in text

    def test_a_session_that_ended_keeps_what_was_typed(self, page, client, draft, editor):
        who = kept_typing.who(editor.pk, address(draft))
        stranger = Client()
        response = stranger.post(address(draft), form(draft, title="Typed late", who=who))
        assert response.status_code == 302
        assert typed_of(draft).get("title") != "Typed late"
        stranger.force_login(editor)
        text = html(stranger, draft)
        assert "Not saved yet" in text
        assert 'value="Typed late"' in text
        stranger.post(address(draft), sent_by(text))
        assert typed_of(draft).get("title") == "Typed late"
        assert "Not saved yet" not in html(stranger, draft)

    def test_a_token_that_is_not_right_keeps_it_too(self, draft, editor):
        checked = Client(enforce_csrf_checks=True)
        checked.force_login(editor)
        who = kept_typing.who(editor.pk, address(draft))
        response = checked.post(address(draft), form(draft, title="Typed late", who=who))
        assert (response.status_code, response["Location"]) == (302, address(draft))
        assert "Typed late" in checked.get(address(draft)).content.decode()
        checked.cookies["csrftoken"] = "a" * 32
        forget = {"csrfmiddlewaretoken": "a" * 32}
        assert checked.post(address(draft, "forget"), forget).status_code == 302
        assert "Typed late" not in checked.get(address(draft)).content.decode()

    def test_what_was_kept_of_one_edition_is_not_shown_at_another(self, draft, editor):
        other = begin(editor, title="Another")
        stranger = Client()
        who = kept_typing.who(editor.pk, address(other))
        stranger.post(address(draft), form(draft, title="Typed late", who=who))
        stranger.force_login(editor)
        assert "Typed late" not in html(stranger, draft)
        assert "Typed late" not in html(stranger, other)


class TestByItself:
    def test_saves_and_says_when(self, page, draft):
        sent = form(draft, title="By itself", automatic="1")
        said = page.post(address(draft), sent).json()
        assert said["number"] == saving.opened(draft).number
        assert not said["merged"]
        assert typed_of(draft).get("title") == "By itself"

    def test_never_over_what_others_saved(self, page, draft, contributor):
        mine = form(draft, title="Mine", automatic="1")
        write(draft, contributor, title="Theirs")
        assert page.post(address(draft), mine).status_code == 409
        assert typed_of(draft).get("title") == "Theirs"

    def test_does_nothing_that_a_button_does(self, page, draft):
        before = typed_of(draft).rows("statements")
        page.post(address(draft), form(draft, automatic="1", do="add:statements:n1"))
        assert typed_of(draft).rows("statements") == before


class TestCompany:
    def test_two_at_one_page_see_each_other(self, page, client, draft, contributor):
        html(page, draft)
        second = Client()
        second.force_login(contributor)
        assert "R. Okafor has this page open" in html(second, draft)
        said = second.post(address(draft, "presence"), {"number": "1"}).content.decode()
        assert "R. Okafor has this page open" in said

    def test_who_leaves_is_gone(self, page, draft):
        html(page, draft)
        assert page.post(address(draft, "presence"), {"leave": "1"}).status_code == 204
        assert Presence.objects.filter(edition=draft).count() == 1


class TestBeginning:
    def test_leads_to_the_page_of_the_draft(self, page):
        sent = {
            "kind": "briefing",
            "title": "Police and children",
            "selection": "https://example.org/reviews/?year=2023&page=2#top",
        }
        response = page.post(reverse("pieces:new"), sent)
        edition = Edition.objects.get()
        assert response["Location"] == f"{address(edition)}#id_standfirst"
        assert edition.piece.slug == "police-and-children"
        assert typed_of(edition).get("selection") == "year=2023"

    @pytest.mark.parametrize(
        ("sent", "said"),
        [
            ({"title": ""}, "Write a title, if only for now."),
            ({"selection": "/reviews/"}, "the list of everything"),
            ({"selection": "/about/"}, "is not a list’s address"),
            ({"selection": "x" * 4001}, "longer than any list’s address"),
            ({"slug": "Not this"}, "can’t stand in an address"),
            ({"slug": "taken"}, "Another has the address"),
            ({"selection": "/reviews/?theme=nothing-like-it"}, "Selection, for a briefing: "),
            ({"kind": "article", "selection": "/reviews/?year=2023"}, "no selection"),
            ({"kind": "x"}, "What is it?: "),
        ],
    )
    def test_says_what_is_wrong_and_begins_nothing(self, page, sent, said):
        make_edition(slug="taken")
        first = {"kind": "briefing", "title": "Police"}
        response = page.post(reverse("pieces:new"), {**first, **sent})
        assert response.status_code == 422
        assert said in response.content.decode()
        assert Edition.objects.count() == 1

    def test_pressed_twice_begins_one(self, page, editor):
        sent = {"kind": "briefing", "title": "Police", "selection": "year=2023"}
        first, second = (page.post(reverse("pieces:new"), sent) for _ in range(2))
        assert first["Location"] == second["Location"]
        other = page.post(reverse("pieces:new"), {**sent, "selection": "year=2024"})
        assert other["Location"] != first["Location"]
        write(Edition.objects.first(), editor, standfirst="Begun.")
        page.post(reverse("pieces:new"), sent)
        assert Edition.objects.count() == 3

    def test_of_an_hour_ago_is_another(self, page):
        sent = {"kind": "article", "title": "Police"}
        page.post(reverse("pieces:new"), sent)
        Piece.objects.update(created_at=timezone.now() - timedelta(hours=1))
        page.post(reverse("pieces:new"), sent)
        assert Edition.objects.count() == 2

    def test_an_example_is_offered_where_there_are_illustrative_reviews(self, page):
        assert 'name="illustrative"' not in page.get(reverse("pieces:new")).content.decode()
        make_review(themes=["neglect"], illustrative=True)
        assert 'name="illustrative"' in page.get(reverse("pieces:new")).content.decode()
        sent = {"kind": "briefing", "title": "Police", "selection": "theme=neglect"}
        refused = page.post(reverse("pieces:new"), sent).content.decode()
        assert "What matches is illustrative (1). Say above that this is an example" in refused
        page.post(reverse("pieces:new"), {**sent, "illustrative": "on"})
        edition = Edition.objects.get()
        assert edition.piece.illustrative
        assert "1 review</span>" in html(page, edition)

    def test_what_is_left_out_is_said_beside_the_selection(self, page):
        make_review(themes=["neglect"])
        make_review(themes=["neglect"], illustrative=True)
        sent = {"kind": "briefing", "title": "Police", "selection": "theme=neglect"}
        page.post(reverse("pieces:new"), sent)
        assert "1 review, 1 left out</span>" in html(page, Edition.objects.get())

    def test_offers_what_a_link_brings(self, page):
        text = page.get(
            reverse("pieces:new"), {"kind": "article", "selection": "year=2023"}
        ).content.decode()
        assert re.search(r'value="article"[^>]*checked', text)
        assert 'value="year=2023"' in text


class TestCost:
    def test_does_not_grow_with_rows(self, page, draft, django_assert_max_num_queries):
        def fill(count):
            keys = [f"n{number}" for number in range(1, count + 1)]
            rows = {"sections": keys, "statements": keys, "questions": keys, "figures": keys}
            points = make_review(learning=[f"Ask {n}." for n in range(count)]).points.all()
            for key, point in zip(keys, points, strict=True):
                rows[f"statements-{key}-section"] = key
                rows[f"statements-{key}-text"] = "Ask."
                rows[f"statements-{key}-evidence"] = [f"p{point.pk}", f"r{point.review_id}"]
            write(draft, None, **rows)

        def statements():
            with django_assert_max_num_queries(45) as counted:
                html(page, draft)
            return len(counted)

        fill(5)
        html(page, draft)
        few = statements()
        fill(10)
        assert statements() == few


def test_every_field_of_what_is_typed_is_named_on_one_page_or_the_other(page, draft, article):
    """A field that no page shows would be lost at the next save."""
    rows = {name: ["n1"] for name in PieceTyped.ROWS}
    for edition in (draft, article):
        placed = {"statements-n1-section": "n1", "statements-n1-evidence": []}
        write(edition, None, **rows, **placed, author_name="x")
        text = html(page, edition)
        for name in PieceTyped.ROWS:
            for field in PieceTyped.ROWS[name]:
                if (name, field) not in {("statements", "evidence"), ("sections", "agencies")}:
                    assert f'name="{name}-n1-{field}"' in text
