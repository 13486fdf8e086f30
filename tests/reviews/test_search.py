"""Search on /reviews/: what is found by which words, what comes first, what the page says of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reviews import matches, publishing, results
from reviews.models import Agency, DocumentText, Harm, ReviewType, Theme
from tests import pages
from tests.factories import make_document, make_partnership, make_review, make_term
from tests.pages import heading, total

pytestmark = pytest.mark.django_db


def get(client, q, **more):
    response = client.get("/reviews/", {"q": q, **more})
    assert response.status_code == 200, q
    return response


def listed(response):
    """The titles on a page: of those that have all the words, and of those that come close."""
    counted, near = [], []
    for entries in pages.read(response).all("ol", class_="entries"):
        titles = [entry.one("h3").text.split(":")[0] for entry in entries.all("li", class_="entry")]
        (counted if entries.get("start") else near).extend(titles)
    return counted, near


def found(client, q, **more):
    """The titles of the reviews that have all the words, in order."""
    return listed(get(client, q, **more))[0]


def near(client, q, **more):
    return listed(get(client, q, **more))[1]


def others(count=6):
    """Reviews about something else, so that no word is in all of them."""
    for number in range(count):
        make_review(title=f"Other {number}", summary="Nothing of the kind.", added="2019-01")


def save(model, slug, *synonyms, label=None):
    """A term as an editor leaves it."""
    term = make_term(model, slug)
    term.synonyms = list(synonyms)
    term.label = label or term.label
    publishing.save_term(term=term)
    return term


def hosted(review, text):
    """A held report of a review that says this."""
    document = make_document(
        review,
        file="report.pdf",
        sha256="0" * 64,
        fetched_at="2026-11-01T00:00Z",
        fetch_due_at=None,
        expires_on="2099-01-01",
    )
    DocumentText.objects.create(document=document, text=text)
    publishing.save_documents(documents=[document])
    return document


class TestWords:
    @pytest.mark.parametrize(
        ("typed", "written"),
        [
            ("injuries", "an injury"),
            ("neglected", "neglect"),
            ("sleeping", "she slept; he sleeps"),
            ("BABY", "babies"),
            ("Zoe", "Zoë"),
            ("Zoë", "Zoe"),
            ("co-sleeping", "co sleeping"),
            ("cosleeping", "cosleeping"),
            ("mothers", "the mother’s"),
            ("mother's", "a mother"),
            ("mother’s", "mother's"),
            ("إهمال", "عن إهمال"),
            ("הזנחה", "הזנחה של"),
        ],
    )
    def test_any_form_of_an_english_word_with_or_without_accents(self, client, typed, written):
        make_review(title="Wanted", summary=written)
        make_review(title="Other", summary="Something else.")
        assert found(client, typed) == ["Wanted"]

    def test_all_words_in_whatever_order_and_place(self, client):
        make_review(title="Both", summary="A baby.", learning=["A sofa."])
        make_review(title="One", summary="A baby.")
        assert found(client, "sofa baby") == ["Both"]

    @pytest.mark.parametrize(
        ("typed", "titles"),
        [
            ('"safe sleep"', {"Row"}),
            ('"safe sleeping"', {"Row"}),
            ("safe sleep", {"Row", "Apart"}),
            ("sleep -safe", {"Without"}),
            ('sleep -"safe sleep"', {"Apart", "Without"}),
            ("safe or drown", {"Row", "Apart", "Drown"}),
            ("safe OR drown -pond", {"Row", "Apart"}),
            ("-sleep", {"Drown"}),
            ("-sleep -pond", set()),
            ("or sleep or", {"Row", "Apart", "Without"}),
            ('"safe sleep', {"Row"}),
        ],
    )
    def test_phrases_without_and_either(self, client, typed, titles):
        make_review(title="Row", summary="About safe sleep.")
        make_review(title="Apart", summary="Sleep that was not safe.")
        make_review(title="Without", summary="Sleep.")
        make_review(title="Drown", summary="Drowned in a pond.")
        assert set(found(client, typed)) == titles

    FIELDS = {
        "title": {"title": "Quartz"},
        "reference": {"reference": "CR-2023-4711"},
        "headline": {"headline": "Seen by quartz"},
        "learning": {"learning": ["Ask of quartz."]},
        "recommendation": {"recommendations": ["Look for quartz."]},
        "summary": {"summary": "Quartz."},
        "incident note": {"incident_note": "Near the quartz"},
        "theme": {"themes": ["quartz"]},
        "theme of a point": {"learning": [{"text": "Ask.", "themes": ["quartz"]}]},
        "agency": {"agencies": ["quartz"]},
        "harm": {"harms": ["quartz"]},
        "type": {"type": "quartz-review"},
        "outcome": {"outcome": "quartz"},
        "partnership": {"partnership": "Quartz Board"},
        "keyword": {"keywords": ["quartz"]},
    }

    @pytest.mark.parametrize("field", FIELDS)
    def test_wherever_they_stand(self, client, field):
        wanted = make_review(**self.FIELDS[field])
        make_review()
        word = "4711" if field == "reference" else "quartz"
        assert pages.references(get(client, word)) == [wanted.reference]

    def test_by_another_name_of_the_partnership(self, client):
        make_review(partnership=make_partnership("Northmere Board", aliases=["Quartz LSCB"]))
        assert total(get(client, "quartz")) == 1

    def test_in_a_report_for_as_long_as_it_is_held(self, client):
        review = make_review(title="Held")
        document = hosted(review, "On page nine there is quartz.")
        assert found(client, "quartz") == ["Held"]
        card = pages.read(get(client, "quartz")).one("li", class_="entry")
        shown = card.one("p", class_="snippet").text
        assert shown == "In the report: On page nine there is quartz."
        document.file = ""
        document.extracted.delete()
        publishing.save_documents(documents=[document])
        assert found(client, "quartz") == []


class TestOrder:
    def test_what_has_the_text_for_its_reference_or_title_comes_first(self, client):
        make_review(reference="CR-2023-0007", title="Child Q", added="2021-01")
        make_review(title="Child Q: again", summary="Child Q. CR-2023-0007.", learning=["Child Q."])
        make_review(title="Mention", summary="As in CR-2023-0007, Child Q.")
        for typed in ("CR-2023-0007", "cr-2023-0007", "Child Q", "child q", " CHILD Q "):
            assert pages.references(get(client, typed))[0] == "CR-2023-0007", typed

    def test_the_better_the_place_the_earlier(self, client):
        """All are of one length, and the best is the oldest."""
        pad = "Much was said at the time."
        make_review(title="Title quartz", added="2018-01", summary=pad, learning=[pad])
        for kind, year in (("learning", 2019), ("recommendations", 2019)):
            make_review(title=kind, added=f"{year}-01", summary=pad, **{kind: [f"Quartz. {pad}"]})
        make_review(title="summary", added="2020-01", summary=f"Quartz. {pad}", learning=[pad])
        make_review(title="keyword", added="2021-01", summary=pad, keywords=["quartz"])
        hosted(make_review(title="report", added="2022-01", summary=pad, learning=[pad]), "Quartz.")
        others()
        order = found(client, "quartz")
        assert order[0] == "Title quartz"
        assert set(order[1:3]) == {"learning", "recommendations"}
        assert order[3:] == ["summary", "keyword", "report"]

    def test_of_equals_the_newest(self, client):
        for title, added in (("Middle", "2021-01"), ("Newest", "2022-01"), ("Oldest", "2020-01")):
            make_review(title=title, added=added, summary="Quartz.")
        assert found(client, "quartz") == ["Newest", "Middle", "Oldest"]

    def test_a_rare_word_before_a_common_one(self, client):
        for number in range(6):
            make_review(title=f"Common {number}", summary="A meeting.", added="2023-01")
        make_review(title="Rare", summary="Quartz.", added="2019-01")
        assert found(client, "meeting or quartz")[0] == "Rare"

    def test_words_beside_each_other_before_words_apart(self, client):
        apart = "Sleep was spoken of at the start, and what is safe only at the end of it."
        beside = "Safe sleep was spoken of at the start, and what is not only at the end of it."
        make_review(title="Apart", summary=apart, added="2023-01")
        make_review(title="Beside", summary=beside, added="2019-01")
        others()
        assert found(client, "safe sleep") == ["Beside", "Apart"]

    def test_a_short_account_before_a_long_one(self, client):
        long = " ".join(f"word{number}" for number in range(300))
        make_review(title="Long", summary=f"Quartz. {long}", added="2023-01")
        make_review(title="Short", summary="Quartz.", added="2019-01")
        others()
        assert found(client, "quartz") == ["Short", "Long"]

    def test_more_of_the_word_before_less_of_it(self, client):
        make_review(title="Once", summary="Quartz, then granite and slate.", added="2023-01")
        make_review(title="Thrice", summary="Quartz, quartz, then quartz.", added="2019-01")
        others()
        assert found(client, "quartz") == ["Thrice", "Once"]

    def test_the_word_typed_before_another_name_for_it(self, client):
        save(Theme, "violence-at-home", "family violence", label="Domestic abuse")
        make_review(title="Other name", summary="There was family violence.", added="2023-01")
        make_review(title="As typed", summary="There was domestic abuse.", added="2019-01")
        others()
        assert found(client, "domestic abuse") == ["As typed", "Other name"]

    def test_other_orders_are_a_matter_of_choice(self, client):
        make_review(title="Quartz stone", added="2019-01")
        make_review(title="Alpha", summary="Quartz.", added="2023-01")
        assert found(client, "quartz")[0] == "Quartz stone"
        assert found(client, "quartz", sort="newest")[0] == "Alpha"
        assert found(client, "quartz", sort="title")[0] == "Alpha"


class TestOtherNames:
    PAIRS = [
        ("CSE", "child sexual exploitation"),
        ("domestic abuse", "family violence"),
        ("NAI", "non-accidental injury"),
    ]

    @pytest.mark.parametrize(("one", "other"), PAIRS + [(b, a) for a, b in PAIRS])
    def test_the_project_s_own_vocabulary_both_ways(self, client, vocabulary, one, other):
        make_review(title="Wanted", summary=f"There was {other} in the family.")
        make_review(title="Nothing", summary="There was none.")
        assert found(client, one) == ["Wanted"]
        assert found(client, f"family {one}") == ["Wanted"]

    @pytest.mark.parametrize("model", [Theme, Agency, Harm, ReviewType])
    def test_names_of_every_kind_of_term(self, client, model):
        save(model, "quartz", "rock crystal")
        make_review(title="Wanted", summary="Rock crystal.")
        assert found(client, "quartz") == ["Wanted"]

    def test_a_name_is_looked_for_as_a_phrase(self, client):
        save(Theme, "quartz", "rock crystal")
        make_review(title="Row", summary="Rock crystal.")
        make_review(title="Apart", summary="A crystal of rock.")
        assert found(client, "quartz") == ["Row"]

    def test_the_longest_name_is_what_was_meant(self, client):
        save(Theme, "abuse", "maltreatment")
        save(Theme, "domestic-abuse", "family violence")
        make_review(title="Family", summary="Family violence.")
        make_review(title="Domestic", summary="Domestic maltreatment.")
        assert found(client, "domestic abuse") == ["Family"]

    def test_what_is_in_quotation_marks_is_looked_for_as_it_stands(self, client):
        save(Theme, "quartz", "rock crystal")
        make_review(title="Other name", summary="Rock crystal.")
        make_review(title="As typed", summary="Quartz.")
        assert found(client, '"quartz"') == ["As typed"]
        assert pages.read(get(client, '"quartz"')).all(class_="looked") == []

    def test_what_must_not_be_there_has_no_other_names(self, client):
        save(Theme, "quartz", "rock crystal")
        make_review(title="Wanted", summary="Stone: rock crystal.")
        assert found(client, "stone -quartz") == ["Wanted"]

    def test_the_page_says_which_were_used_and_offers_the_literal_search(self, client):
        save(Theme, "quartz", "rock crystal", "SiO")
        make_review(title="Other name", summary="Rock crystal.")
        make_review(title="As typed", summary="Quartz.")
        said = pages.read(get(client, "Quartz stone")).one(class_="looked")
        assert "Also looked for other names of “quartz”: rock crystal, SiO." in said.text
        link = said.one("a")
        assert link.text == "Only the words typed"
        assert pages.parameters(link["href"]) == [("q", '"Quartz" stone')]

    def test_the_literal_search_of_a_name_with_an_apostrophe(self, client):
        save(Agency, "womens-aid", "quartz", label="Women’s Aid")
        make_review()
        for typed in ("women's aid", "Women’s Aid", "womens aid"):
            link = pages.read(get(client, typed)).one(class_="looked").one("a")
            assert pages.parameters(link["href"]) == [("q", f'"{typed}"')]

    def test_several_names_are_said_together(self, client):
        save(Theme, "quartz", "rock crystal")
        save(Theme, "slate", "roof stone")
        make_review()
        said = pages.read(get(client, "quartz slate")).one("details", class_=None, open=None)
        assert "Also looked for other names of “quartz”, “slate”" in said.text

    def test_search_follows_what_an_editor_changes_at_once(self, client):
        make_review(title="Wanted", summary="Rock crystal.")
        make_review(title="Second", summary="Quartz.")
        term = save(Theme, "minerals", "quartz")
        assert found(client, "quartz") == ["Second"]
        term.synonyms = ["quartz", "rock crystal"]
        publishing.save_term(term=term)
        assert set(found(client, "quartz")) == {"Wanted", "Second"}
        assert found(client, "rock crystal")[0] == "Wanted"
        term.synonyms = ["rock crystal"]
        publishing.save_term(term=term)
        assert found(client, "quartz") == ["Second"]
        publishing.delete_term(term=term)
        assert found(client, "minerals") == []

    def test_names_of_a_merged_term_are_names_of_what_it_became(self, client):
        old = save(Theme, "old-name", "rock crystal", label="Old name")
        new = save(Theme, "quartz")
        make_review(title="Wanted", themes=[old])
        assert found(client, "old name") == ["Wanted"]
        old.merged_into = new
        publishing.save_term(term=old)
        make_review(title="New", summary="Quartz.")
        make_review(title="By name", summary="Rock crystal.")
        for typed in ("old name", "quartz", "rock crystal"):
            assert set(found(client, typed)) == {"Wanted", "New", "By name"}, typed


class TestNearMatches:
    @pytest.fixture
    def few(self):
        make_review(title="All", summary="A baby asleep on a sofa.", nation="wales")
        make_review(title="Two", summary="A baby on a sofa.", nation="wales")
        make_review(title="One", summary="A sofa.", nation="england")
        others()

    def test_what_has_only_some_of_the_words_follows_what_has_all(self, client, few):
        response = get(client, "baby asleep sofa")
        assert listed(response) == (["All"], ["Two", "One"])
        assert heading(response) == "1 review"
        near_heading = pages.read(response).one("h3", class_="near")
        assert near_heading.text == "Close to what you typed: 2 reviews"

    def test_they_are_said_to_be_so_where_nothing_has_all(self, client, few):
        response = get(client, "baby sofa zebra")
        assert heading(response) == "No review has all of the words"
        assert listed(response) == ([], ["Two", "All", "One"])
        assert "not all of them" in pages.read(response).text
        assert pages.read(response).all("div", class_="empty") == []

    def test_never_in_the_count_of_a_facet(self, client, few):
        assert pages.options(get(client, "baby asleep sofa"), "nation") == {
            "wales": (1, False),
            "england": (0, False),
        }

    def test_filters_hold_for_them_too(self, client, few):
        assert near(client, "baby asleep sofa", nation="wales") == ["Two"]
        assert near(client, "baby asleep sofa", nation="england") == ["One"]

    def test_what_must_not_be_there_is_not_near(self, client, few):
        assert near(client, "asleep sofa -baby") == ["One"]

    def test_one_that_is_only_described_by_a_name_with_the_word_is_near(self, client):
        save(Theme, "safer-sleep", "Moses basket")
        make_review(title="Wanted", themes=["safer-sleep"])
        others()
        assert near(client, "basket") == ["Wanted"]

    def test_not_where_enough_have_all_the_words(self, client, few, monkeypatch):
        monkeypatch.setattr(results, "FEW", 1)
        assert near(client, "baby asleep sofa") == []

    def test_no_more_than_are_worth_reading(self, client, monkeypatch):
        monkeypatch.setattr(matches, "NEAR", 3)
        for number in range(5):
            make_review(title=f"Near {number}", summary="A sofa.")
        assert len(near(client, "sofa zebra")) == 3

    def test_pages_go_on_from_what_has_all_to_what_comes_near(self, client):
        for number in range(15):
            make_review(title=f"All {number:02}", summary="A baby on a sofa.")
        for number in range(30):
            make_review(title=f"Near {number:02}", summary="A sofa.")
        shown = [listed(get(client, "baby sofa", page=number)) for number in (1, 2, 3)]
        assert [(len(all_), len(some)) for all_, some in shown] == [(15, 5), (0, 20), (0, 5)]
        assert len({title for page in shown for part in page for title in part}) == 45
        assert heading(get(client, "baby sofa")) == "15 reviews"
        assert client.get("/reviews/?q=baby+sofa&page=4").status_code == 404


class TestMisspelt:
    def meant(self, client, q):
        links = [p.all("a") for p in pages.read(get(client, q)).all("p", class_="meant")]
        return [pages.parameters(link["href"])[0][1] for found in links for link in found]

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("supervison", "supervision"),
            ("saefgaurding", "safeguarding"),
            ("Northmeer", "northmere"),
            ("lack of supervison", "lack of supervision"),
            ("supervison -baby", "supervision -baby"),
        ],
    )
    def test_a_word_that_nothing_has_offers_one_that_something_has(self, client, typed, meant):
        make_review(summary="Safeguarding and supervision.", partnership="Northmere Board")
        assert self.meant(client, typed)[0] == meant

    def test_filters_are_kept(self, client):
        make_review(summary="Supervision.")
        tree = pages.read(get(client, "supervison", nation="england"))
        link = tree.one("p", class_="meant").one("a")
        assert pages.parameters(link["href"]) == [("nation", "england"), ("q", "supervision")]

    def test_what_may_be_meant_comes_near(self, client):
        make_review(title="Wanted", summary="Supervision.")
        others()
        response = get(client, "supervison")
        assert listed(response) == ([], ["Wanted"])
        assert total(response) == 0

    def test_words_of_a_vocabulary_too(self, client):
        save(Theme, "safer-sleep", "overlaying")
        make_review(themes=["safer-sleep"])
        assert self.meant(client, "overlayng") == ["overlaying"]

    def test_a_word_of_withdrawn_reviews_alone_is_never_offered(self, client):
        gone = make_review(summary="Supervision.")
        make_review(state="draft", summary="Supervisory.")
        assert self.meant(client, "supervison") == ["supervision"]
        publishing.withdraw(review=gone, by=None)
        assert self.meant(client, "supervison") == []

    def test_nothing_for_a_word_that_something_has_or_nothing_is_like(self, client):
        make_review(summary="Supervision.")
        assert self.meant(client, "supervision") == []
        assert self.meant(client, "xylophone") == []
        assert self.meant(client, "😀") == []


class TestNothingFound:
    def empty(self, client, q, **more):
        return pages.read(get(client, q, **more)).one("div", class_="empty")

    def test_it_says_where_was_looked_and_offers_the_whole_collection(self, client):
        make_review()
        make_review()
        page = self.empty(client, "xylophone")
        assert "in its title, learning, account, terms or report" in page.text
        links = {link.text: link["href"] for link in page.all("a")}
        assert links == {"See all themes": "/themes/", "See all 2 reviews": "/reviews/"}

    def test_a_filter_can_be_dropped_with_the_count_that_gives(self, client):
        make_review(summary="Quartz.", nation="wales", themes=["neglect"])
        make_review(nation="scotland")
        page = self.empty(client, "quartz", nation="scotland")
        ways = {link.text: pages.parameters(link["href"]) for link in page.one("ul").all("a")}
        assert ways == {
            "Without “Nation: Scotland” 1 review": [("q", "quartz")],
            "Without “Words: quartz” 1 review": [("nation", "scotland")],
            "Only the words, no filters 1 review": [("q", "quartz")],
        }

    def test_the_nearest_themes(self, client):
        save(Theme, "safer-sleep", "Moses basket", "co-sleeping")
        save(Theme, "sleep-clinic", label="Sleep clinics")
        save(Theme, "never-used", "baskets")
        make_review(themes=["safer-sleep", "sleep-clinic"], nation="wales")
        make_review(themes=["safer-sleep"], nation="wales")
        make_review(nation="england")
        page = self.empty(client, "sleeping baskets", nation="england")
        themes = [link for link in page.all("a") if link["href"].startswith("/themes/")]
        assert [(link["href"], link.text) for link in themes] == [
            ("/themes/safer-sleep/", "Theme: Safer sleep 2 reviews"),
            ("/themes/sleep-clinic/", "Theme: Sleep clinics 1 review"),
            ("/themes/", "See all themes"),
        ]

    @pytest.mark.parametrize(
        "q", ["the", "of the and", '"the"', "-the", "😀", "!?", "or", "-", "…"]
    )
    def test_words_that_can_not_be_looked_for(self, client, q):
        """Neither everything nor an error: the page says what to type instead."""
        make_review()
        response = get(client, q)
        assert heading(response) == "No review matches"
        assert "has no word that can be looked for" in pages.read(response).text
        assert "See all 1 review" in pages.read(response).one("div", class_="empty").text


class TestBadInput:
    """What nobody should type is answered like anything else."""

    @pytest.mark.parametrize(
        "q",
        [
            '"safe sleep',
            'safe "sleep" "',
            '""""',
            "((baby) | & !sofa:* <-> )",
            "' OR 1=1 --",
            "baby\\'); DROP",
            "or or or",
            "- - -baby",
            "x" * 500,
            "x " * 249,
            '"' + "baby " * 99,
            "-baby " * 80,
            "👶🏽" * 100,
            "\u202eybab\u202c",
            "طفل رضيع",
            "תינוק",
            "ß Ø İ ǅ ﬁ ½ ² ①",
            "\u0301\u0301",
            "%s %(any)s {0}",
            "<script>alert(1)</script>",
            "a:A b:* c",
            "1.5e10 -1.5 +44",
            "http://example.org/a?b=c#d e@f.org",
        ],
    )
    def test_anything_is_answered(self, client, q):
        make_review(summary="A baby slept on a sofa.", learning=["Ask of the baby."])
        response = get(client, q)
        assert total(response) in (0, 1)

    @pytest.mark.parametrize(("q", "titles"), [("-baby", ["B"]), ("-baby -sofa", []), ("-x", "BA")])
    def test_only_words_that_must_not_be_there(self, client, q, titles):
        make_review(title="A", summary="A baby.", added="2022-01")
        make_review(title="B", summary="A sofa.", added="2023-01")
        assert found(client, q) == list(titles)

    def test_a_long_question(self, client):
        """Forty words are looked at; nothing that has some of them is lost to the rest."""
        make_review(title="Wanted", summary="A baby slept on a sofa.")
        others()
        question = " ".join(f"why{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(30))
        assert near(client, f"{question} baby sofa") == ["Wanted"]


class TestPublic:
    def test_a_review_is_found_as_soon_as_and_only_while_it_is_public(self, client):
        review = make_review(title="Quartz", learning=["Granite."], state="draft")
        hosted(review, "Slate.")
        words = ("quartz", "granite", "slate", review.reference)
        for step, count in (("publish", 1), ("withdraw", 0), ("restore", 1)):
            getattr(publishing, step)(review=review, by=None)
            assert [total(get(client, word)) for word in words] == [count] * 4, step
            assert bool(near(client, "granite zebra")) is (count == 1)

    def test_a_draft_is_not_found(self, client):
        make_review(title="Quartz", learning=["Granite."], state="draft")
        make_review()
        for q in ("quartz", "granite", "quartz or child", "granite zebra"):
            assert "Quartz" not in str(listed(get(client, q)))

    def test_a_correction_is_followed_at_once(self, client):
        review = make_review(summary="Quartz.", learning=["Granite."])
        assert (total(get(client, "quartz")), total(get(client, "granite"))) == (1, 1)
        review.summary = "Slate."
        review.save()
        review.points.update(text="Marble.")
        publishing.correct(review=review, by=None)
        counts = {
            word: total(get(client, word)) for word in ("quartz", "granite", "slate", "marble")
        }
        assert counts == {"quartz": 0, "granite": 0, "slate": 1, "marble": 1}


class TestPassages:
    def snippet(self, client, q):
        return pages.read(get(client, q)).all("li", class_="entry")[0].one("p", class_="snippet")

    def test_a_card_shows_where_the_words_stand(self, client):
        review = make_review(
            summary="Nothing. A baby slept.", learning=["Look.", "Ask where the baby sleeps."]
        )
        shown = self.snippet(client, "sleeping baby")
        assert shown.text == "Learning 2 Ask where the baby sleeps."
        assert [mark.text for mark in shown.all("mark")] == ["baby sleeps"]
        assert shown.one("a")["href"] == f"/reviews/{review.reference}/#learning-2"

    def test_the_account_where_no_point_says_them(self, client):
        make_review(summary="Nothing. A baby slept.", learning=["Look."])
        assert [mark.text for mark in self.snippet(client, "baby").all("mark")] == ["baby"]

    def test_other_names_are_marked_too(self, client):
        save(Theme, "quartz", "rock crystal")
        make_review(summary="It was rock crystal.")
        assert [mark.text for mark in self.snippet(client, "quartz").all("mark")] == [
            "rock crystal"
        ]

    def test_its_first_lines_where_only_its_name_or_terms_have_them(self, client):
        make_review(title="Quartz", summary="What happened.", learning=["Look."])
        shown = self.snippet(client, "quartz")
        assert shown.text == "What happened."
        assert shown.all("mark") == []

    def test_html_in_a_text_is_text(self, client):
        make_review(learning=["<script>baby</script> & <b>"])
        assert "<script>baby</script> & <b>" in self.snippet(client, "baby").text


class TestCost:
    """Queries of a page that is not kept, of a process that has followed the collection."""

    def make(self, count):
        for number in range(count):
            make_review(
                title=f"Child {number}",
                summary="A baby slept on a sofa.",
                learning=["Ask where the baby sleeps.", "Look."],
                themes=["safer-sleep"],
            )
        make_review(title="Near", summary="A sofa.")

    def queries(self, client, q):
        client.get("/reviews/added/")
        with CaptureQueriesContext(connection) as captured:
            get(client, q)
        return len(captured)

    WORDS_KNOWN = 7  # version, matches, rank, places, which are public, and two for cards
    NEW_WORDS = WORDS_KNOWN + 2  # the lexemes of what was typed, and of words in the texts
    NEAR = 5  # what follows: rank, places, which are public, and two for cards
    MISSPELT = 3  # words like it, their lexemes, which records have them

    @pytest.mark.parametrize(
        ("q", "most"),
        [
            ("baby sofa", NEW_WORDS + NEAR),
            ('"slept on" or baby', NEW_WORDS + NEAR),
            ("sofa -baby", NEW_WORDS + NEAR),
            ("baby zebra", NEW_WORDS + NEAR + MISSPELT),
            ("babby zofa supervison", NEW_WORDS + NEAR + MISSPELT),
            (" ".join(f"zebr{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(40)), NEW_WORDS),
        ],
    )
    def test_it_does_not_grow_with_the_rows(self, client, q, most):
        self.make(3)
        first = self.queries(client, q)
        self.make(12)
        second = self.queries(client, q)
        assert max(first, second) <= most
        self.make(25)
        assert self.queries(client, q) <= second

    def test_words_met_before_are_not_looked_up(self, client):
        self.make(45)
        self.queries(client, "baby sofa")
        make_review()
        assert self.queries(client, "baby sofa") <= self.WORDS_KNOWN

    def test_another_page_of_the_same_words_finds_nothing_anew(self, client):
        self.make(45)
        self.queries(client, "baby sofa")
        with CaptureQueriesContext(connection) as captured:
            get(client, "baby sofa", page=2)
        assert not any("search @@ query" in query["sql"] for query in captured)


class TestWordsThatAreTheSame:
    """Stems keep them apart; who types one means any."""

    @pytest.mark.parametrize(
        ("typed", "written"),
        [
            ("children", "A child was there."),
            ("child", "Three children were there."),
            ("mum’s boyfriend", "Her mother had a boyfriend."),
            ("dads", "The fathers were not asked."),
            ('"mums boyfriend"', "The mother’s boyfriend was not asked."),
            ("unknown man", "Unknown men came and went."),
        ],
    )
    def test_one_finds_the_other(self, client, typed, written):
        review = make_review(summary=written, themes=[])
        make_review(summary="A dog was there.", themes=[])
        page = client.get("/reviews/", {"q": typed}).content.decode()
        assert review.reference in page
        assert "<mark>" in page
