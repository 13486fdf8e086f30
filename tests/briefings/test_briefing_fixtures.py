"""The briefings and articles that come with the project: right, complete and honest."""

import json
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.http import QueryDict

from briefings import figure_checks, illustrative
from briefings.choices import Audience, ResourceKind, SectionKind
from briefings.editing.checks import run
from briefings.editing.edit_form import EditForm
from briefings.editing.typed import PieceTyped
from briefings.figures import shown as charts
from briefings.loading import load
from briefings.loading.interchange import parse
from briefings.models import Citation, Edition, Pin
from briefings.prose_tree import FIGURE
from briefings.records import read
from reviews.catalogue import catalogue
from reviews.editing import vocabulary as vocabularies
from reviews.filters import ReviewFilterSet
from reviews.illustrative import illustrative_reviews
from reviews.loading.files import Line
from reviews.models import Review

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def fixture(name):
    return json.loads((FIXTURES / name).read_text(encoding="utf-8"))


RECORDS = fixture("briefings.json")
TEMPLATE = fixture("illustrative_briefing.json")
REVIEWS = {review["reference"]: review for review in fixture("reviews.json")}
VOCABULARIES = fixture("vocabularies.json")
SLUGS = {name: {term["slug"] for term in VOCABULARIES[name]} for name in VOCABULARIES}
BY_SLUG = {record["slug"]: record for record in RECORDS}
BRIEFINGS = [record for record in RECORDS if record["kind"] == "briefing"]
ARTICLES = [record for record in RECORDS if record["kind"] == "article"]
PANEL = "Child Safeguarding Practice Review Panel"
UNSUPPORTED = "Stated by the source; none of the reviews here bears on it."

each = pytest.mark.parametrize("record", [*RECORDS, TEMPLATE], ids=lambda record: record["slug"])
each_briefing = pytest.mark.parametrize("record", BRIEFINGS, ids=lambda record: record["slug"])


def statements(record):
    return [one for section in record["sections"] for one in section["statements"]]


def sources(record):
    return [source for one in statements(record) for source in one.get("evidence", ())]


def texts(value):
    """Every string inside a record, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def point_of(source):
    """The point or the review that a citation names; KeyError or IndexError where there is none."""
    reference, _, point = source.partition("/")
    review = REVIEWS[reference]
    if not point:
        return review
    kind, number = point.split("/")
    return review["learning" if kind == "learning" else "recommendations"][int(number) - 1]


def test_what_is_there():
    assert [(record["kind"], record["slug"]) for record in RECORDS] == [
        ("briefing", "mental-health"),
        ("briefing", "police"),
        ("article", "child-mental-health-and-serious-incidents"),
        ("article", "small-children-and-parents-mental-health"),
    ]


def test_dates_that_are_known_and_none_that_are_not():
    assert [record["published"] for record in RECORDS] == ["2023-05", None, "2025-02-04", None]
    assert [record["as_of"] for record in BRIEFINGS] == ["2023-05-31", "2023-05-31"]


def test_figures_are_right():
    said = {
        (figure["value"], figure.get("unit", "")): (figure.get("number"), figure.get("of", ""))
        for article in ARTICLES
        for figure in article["figures"]
    }
    assert said == {
        ("Over a fifth", ""): (None, "children in reviews"),
        ("49", "%"): (49, "330 rapid reviews"),
        ("48", "%"): (48, "330 rapid reviews"),
        ("3", "%"): (3, "330 rapid reviews"),
        ("485", ""): (485, ""),
        ("Over half", ""): (None, "serious incidents with a child of 1 to 5"),
    }


@pytest.mark.parametrize("article", ARTICLES, ids=lambda record: record["slug"])
def test_every_figure_has_its_period_and_its_source(article):
    for figure in article["figures"]:
        assert figure["period"] == "2023-04-01/2024-03-31"
        assert figure["source_published"] == article["report"]["published"] == "2024-12-12"
        assert figure["source"].startswith(PANEL)
        assert article["report"]["publisher"] == PANEL


@pytest.mark.parametrize("article", ARTICLES, ids=lambda record: record["slug"])
def test_figures_are_right_and_all_of_them_stand_in_the_text(article):
    """Those that are parts of one whole are one chart, and named once."""
    edition = parse(article)
    assert figure_checks.checks(edition.content, edition.published) == []
    placed = [int(number) for number in FIGURE.findall(article["body"])]
    assert placed == [one.numbers[0] for one in charts(edition.content.figures)]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda record: record["slug"])
def test_what_is_our_account_says_so(article):
    """Nobody is made to have written our sentences."""
    first = article["body"].split("\n\n")[0]
    assert "our account" in first
    assert "in our own words" in first


def test_authors_are_those_who_are_named():
    author = BY_SLUG["child-mental-health-and-serious-incidents"]["author"]
    assert (author["name"], author["role"]) == ("Annie Hudson", f"Chair of the {PANEL}")
    unnamed = BY_SLUG["small-children-and-parents-mental-health"]["author"]
    assert unnamed["name"] == PANEL
    assert "no name" in unnamed["biography"]


@each_briefing
def test_every_citation_exists_and_is_of_the_sample(record):
    assert sources(record)
    for source in sources(record):
        assert point_of(source)
        assert source.partition("/")[0] in record["pinned"], source


@each_briefing
def test_every_statement_cites_something_or_says_that_nothing_bears_on_it(record):
    for one in statements(record):
        assert ("evidence" in one) != ("reason" in one), one["text"]
        assert one.get("reason", UNSUPPORTED) == UNSUPPORTED
    assert any("reason" in one for one in statements(record))


@each_briefing
def test_every_pinned_review_is_used(record):
    assert {source.partition("/")[0] for source in sources(record)} == set(record["pinned"])


@each_briefing
def test_the_basis_says_how_large_the_sample_is_and_where_it_comes_from(record):
    numbers = {4: "Four", 5: "Five"}
    assert f"{numbers[len(record['pinned'])]} of the six" in record["basis"]
    assert "six reviews that were added here in May 2023" in record["basis"]


@each_briefing
def test_points_of_an_agency_stand_where_that_agency_looks(record):
    """A section for an agency cites points that concern it, or all agencies."""
    for section in record["sections"]:
        wanted = {*section.get("agencies", ()), "all-agencies"}
        for source in [s for one in section["statements"] for s in one.get("evidence", ())]:
            point = point_of(source)
            said = set(point.get("agencies") or point.get("addressed_to") or wanted)
            assert not section.get("agencies") or said & wanted, (section["heading"], source)


def test_the_police_are_told_what_concerns_them():
    cited = set(sources(BY_SLUG["police"]))
    named = {
        f"{reference}/{kind}/{number}"
        for reference, review in REVIEWS.items()
        for kind, points in (("learning", "learning"), ("recommendation", "recommendations"))
        for number, point in enumerate(review[points], start=1)
        if "police" in (point.get("agencies") or point.get("addressed_to"))
    }
    assert named
    assert named <= cited


@each
def test_terms_and_kinds_are_known(record):
    assert set(record.get("themes", ())) <= SLUGS["themes"]
    assert set(record.get("agencies", ())) <= SLUGS["agencies"]
    for section in record.get("sections", ()):
        assert set(section.get("agencies", ())) <= SLUGS["agencies"]
        assert section["kind"] in SectionKind.values
    assert {one["kind"] for one in record["resources"]} <= set(ResourceKind.values)


@each
def test_there_are_questions_for_every_audience(record):
    audiences = [question["audience"] for question in record["questions"]]
    assert set(audiences) >= {Audience.PRACTITIONERS, Audience.MANAGERS, Audience.LEADERS}
    assert set(audiences) <= set(Audience.values)
    for question in record["questions"]:
        assert question["text"].endswith("?")
        assert not re.match(r"(Do|Does|Is|Are|Should|Would|Could|Don|Isn)", question["text"])


@each
def test_addresses_are_secure(record):
    found = [text for text in texts(record) if "://" in text]
    assert found
    for text in found:
        assert re.fullmatch(r"https://[a-z.-]+/[\w./-]*", text), text


@each
def test_texts_are_well_set(record):
    for text in texts(record):
        assert text == text.strip() != ""
        assert not re.search(r"['\"`]|  ", text), text


@pytest.mark.parametrize("record", [*BRIEFINGS, TEMPLATE], ids=lambda record: record["slug"])
def test_what_to_do_begins_with_immediate_danger(record):
    assert record["concerns"].startswith("**If a child is in immediate danger, call 999.**")
    assert "0808 800 5000" in record["concerns"]
    assert {contact["name"] for contact in record["contacts"]} >= {"NSPCC Helpline", "Childline"}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["slug"])
def test_every_record_can_be_read(record):
    assert not parse(record).illustrative


def test_relations_lead_to_what_is_there():
    names = {f"{record['kind']}/{record['slug']}" for record in RECORDS}
    for record in RECORDS:
        assert set(record["related"]) <= names


@pytest.mark.django_db
class TestLoaded:
    @pytest.fixture(autouse=True)
    def reviews(self, vocabulary, tmp_path):
        call_command("load_reviews", str(FIXTURES / "reviews.json"), verbosity=0)

    @pytest.fixture
    def demonstration(self, tmp_path):
        """The reviews of the demonstration, and the records composed over them."""
        file = tmp_path / "illustrative.jsonl"
        made = illustrative_reviews(240, 1, VOCABULARIES)
        file.write_text("".join(f"{json.dumps(review)}\n" for review in made))
        call_command("load_reviews", str(file), verbosity=0)
        return illustrative.editions(TEMPLATE)

    def test_they_are_public_and_rest_on_what_they_name(self):
        call_command("load_briefings", str(FIXTURES / "briefings.json"), verbosity=0)
        assert Edition.objects.current().count() == len(RECORDS)
        cited = sum(len(sources(record)) for record in BRIEFINGS)
        assert Citation.objects.published().count() == Citation.objects.count() == cited
        assert not Pin.objects.filter(review__illustrative=True).exists()

    def test_the_desk_reads_them_as_they_are(self):
        """Whoever corrects one of them at the desk loses nothing of it."""
        call_command("load_briefings", str(FIXTURES / "briefings.json"), verbosity=0)
        terms = vocabularies.vocabulary()
        for edition in Edition.objects.current():
            form = EditForm(edition, PieceTyped.of_edition(edition), terms)
            assert form.mistakes == []
            shown, held = form.record, read(edition)
            assert shown.content == held.content
            assert shown.evidence == held.evidence
            assert set(shown.pinned) == set(held.pinned)
            assert set(shown.related) == set(held.related)

    def test_the_checks_ask_only_about_what_is_known(self):
        """Statements without evidence, and dates that the sources do not give."""
        call_command("load_briefings", str(FIXTURES / "briefings.json"), verbosity=0)
        found = {
            edition.piece.slug: {one.code for one in run(read(edition), edition.piece)}
            for edition in Edition.objects.current().select_related("piece")
        }
        assert found == {
            "mental-health": {"no-evidence"},
            "police": {"no-evidence", "no-date"},
            "child-mental-health-and-serious-incidents": set(),
            "small-children-and-parents-mental-health": {"no-date"},
        }

    def test_samples_are_those_of_the_selections(self):
        for record in BRIEFINGS:
            query = QueryDict(record["selection"])
            found = ReviewFilterSet(query, catalogue.current(), Review.objects.all()).qs
            assert sorted(review.reference for review in found) == record["pinned"]

    def test_the_demonstration_is_complete_and_invented_throughout(self, demonstration):
        first, second = demonstration
        outcome = load([Line(n, 1, one) for n, one in enumerate(demonstration, start=1)])
        assert outcome.new == 2
        assert (first["edition"], second["edition"]) == (1, 2)
        assert 6 <= len(second["sections"]) <= 8
        assert 20 <= len(statements(first)) < len(statements(second))
        assert len([one for one in statements(second) if "reason" in one]) == 1
        assert set(first["pinned"]) < set(second["pinned"])
        assert all(reference.startswith("EX-") for reference in second["pinned"])
        assert not Pin.objects.filter(review__illustrative=False).exists()

    def test_of_a_large_collection_the_latest_are_read(self, demonstration, monkeypatch):
        monkeypatch.setattr(illustrative, "MOST_REVIEWS", 10)
        shorter = illustrative.editions(TEMPLATE)
        added = dict(Review.objects.values_list("reference", "added"))
        for edition, whole in zip(shorter, demonstration, strict=True):
            left = set(whole["pinned"]) - set(edition["pinned"])
            assert len(edition["pinned"]) == 10
            assert max(added[one] for one in left) <= min(added[one] for one in edition["pinned"])

    def test_what_the_demonstration_cites_says_what_is_looked_for(self, demonstration):
        """And is of the theme that is looked for, in a review that was there by then."""
        asked = {one["text"]: one.get("evidence") for one in statements(TEMPLATE)}
        points = {
            f"{review.reference}/{point.kind}/{point.order}": point
            for review in illustrative.matching(TEMPLATE["selection"])
            for point in review.points.all()
        }
        for one in statements(demonstration[1]):
            for source in filter(points.get, one.get("evidence", ())):
                (wanted,) = asked[one["text"]]
                point = points[source]
                assert wanted["theme"] in {theme.slug for theme in point.themes.all()}
                assert any(words in point.text for words in wanted["says"])

    def test_reviews_have_come_since(self, demonstration):
        found = illustrative.matching(TEMPLATE["selection"])
        assert {review.reference for review in found} > set(demonstration[1]["pinned"])

    def test_the_same_reviews_give_the_same_briefing(self, demonstration):
        assert illustrative.editions(TEMPLATE) == demonstration

    def test_a_file_that_can_not_be_written_is_said(self, demonstration, tmp_path):
        file = tmp_path / "no-such-folder" / "briefing.json"
        with pytest.raises(CommandError, match="can’t be written: No such file or directory"):
            call_command("generate_briefing", output=file)

    def test_it_is_written_as_a_file_to_load(self, demonstration, tmp_path, capsys):
        file = tmp_path / "briefing.json"
        call_command("generate_briefing", output=file)
        assert json.loads(file.read_text(encoding="utf-8")) == demonstration
        call_command("load_briefings", str(file))
        assert "Loaded: 2 new, 0 changed, 0 unchanged." in capsys.readouterr().out

    def test_without_illustrative_reviews_it_says_what_to_do(self, capsys):
        with pytest.raises(CommandError, match="Load some first: generate_reviews"):
            call_command("generate_briefing")
