"""Illustrative reviews: repeatable, complete, varied, and never more certain than a source."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from itertools import islice, pairwise
from pathlib import Path

import pytest

from reviews.ages import Age, bands
from reviews.dates import PartialDate
from reviews.illustrative import UnknownTerms, illustrative_reviews
from reviews.illustrative.frames import FrameError, read_bank
from reviews.illustrative.stories import STORIES
from reviews.illustrative.themes import THEMES
from reviews.records import parse

ROOT = Path(__file__).resolve().parents[2]
VOCABULARIES = json.loads((ROOT / "fixtures" / "vocabularies.json").read_text(encoding="utf-8"))
SLUGS = {name: {term["slug"] for term in terms} for name, terms in VOCABULARIES.items()}
# Kilobytes for 19,000 more reviews. Tables of weights are kept, one for each age and year; the
# reviews themselves would take 300,000.
MEMORY_LIMIT = 20_000


@pytest.fixture(scope="module")
def records():
    """The 2,500 reviews of the benchmarks."""
    return list(illustrative_reviews(2500, 1, VOCABULARIES))


def texts(record):
    yield from filter(None, (record[name] for name in ("summary", "content_note")))
    if record["headline"]:
        yield record["headline"][0].upper() + record["headline"][1:]
    yield from (point["text"] for name in ("learning", "recommendations") for point in record[name])


def points(records, name):
    return [point for record in records for point in record[name]]


# The same everywhere


def test_the_same_count_and_seed_give_the_same_reviews(records):
    assert list(illustrative_reviews(2500, 1, VOCABULARIES)) == records


def test_another_seed_gives_other_reviews(records):
    others = islice(illustrative_reviews(2500, 2, VOCABULARIES), 50)
    pairs = zip(records, others, strict=False)
    assert all(record["summary"] != other["summary"] for record, other in pairs)


def test_nothing_depends_on_how_python_hashes():
    code = (
        "import hashlib, json; from reviews.illustrative import illustrative_reviews as reviews;"
        "terms = json.load(open('fixtures/vocabularies.json', encoding='utf-8'));"
        "text = json.dumps(list(reviews(200, 1, terms)));"
        "print(hashlib.sha256(text.encode()).hexdigest())"
    )

    def digest(hash_seed):
        command = [sys.executable, "-c", code]
        environment = os.environ | {"PYTHONHASHSEED": hash_seed}
        return subprocess.check_output(command, cwd=ROOT, env=environment)

    assert digest("1") == digest("2")


def test_django_is_not_needed():
    code = "import sys, reviews.illustrative; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_memory_does_not_grow_with_the_number_of_reviews():
    code = (
        "import json, resource; from itertools import islice;"
        "from reviews.illustrative import illustrative_reviews as reviews;"
        "terms = json.load(open('fixtures/vocabularies.json', encoding='utf-8'));"
        "most = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "stream = reviews(20_000, 1, terms);"
        "seen = sum(1 for _ in islice(stream, 1000)); before = most();"
        "seen += sum(1 for _ in stream); print(seen, most() - before)"
    )
    seen, grown = subprocess.check_output([sys.executable, "-c", code], cwd=ROOT).split()
    assert int(seen) == 20_000
    assert int(grown) < MEMORY_LIMIT


# Records


def test_every_record_can_be_loaded(records):
    for record in records:
        parse(record)


def test_every_record_says_that_it_is_illustrative(records):
    assert all(record["illustrative"] is True for record in records)


@pytest.mark.parametrize("count", [1, 240])
def test_there_are_as_many_as_asked_for(count):
    assert sum(1 for _ in illustrative_reviews(count, 1, VOCABULARIES)) == count


def test_references_count_within_the_year_added(records):
    numbers = Counter()
    for record in records:
        year = record["added"][:4]
        numbers[year] += 1
        assert record["reference"] == f"EX-{year}-{numbers[year]:04}"


def test_they_come_oldest_first_from_1998_to_2026_without_may_2023(records):
    months = [record["added"] for record in records]
    assert months == sorted(months)
    assert (months[0], months[-1]) == ("1998-01", "2026-10")
    assert "2023-05" not in months


def test_years_grow(records):
    years = Counter(int(record["added"][:4]) for record in records)
    assert sum(years[year] for year in range(2016, 2026)) > 2 * sum(
        years[year] for year in range(1998, 2008)
    )


def test_every_slug_is_in_the_vocabularies(records):
    for record in records:
        assert record["type"] in SLUGS["types"]
        assert record["outcome"] in SLUGS["outcomes"]
        for name in ("harms", "themes", "agencies"):
            assert set(record[name]) <= SLUGS[name]
        for point in record["learning"]:
            assert set(point["agencies"]) <= set(record["agencies"])
        for point in record["recommendations"]:
            assert set(point["addressed_to"]) <= set(record["agencies"])
        for point in (*record["learning"], *record["recommendations"]):
            assert set(point["themes"]) <= set(record["themes"])
        assert {document["kind"] for document in record["documents"]} <= SLUGS["document_kinds"]


def test_publication_comes_after_the_incident_however_little_is_known(records):
    for record in records:
        dates = [record["incident"], record["published"] or record["added"]]
        known = [PartialDate.parse(date) for date in dates if date]
        for incident, published in pairwise(known):
            assert incident.latest < published.earliest


def test_nothing_is_added_before_it_is_published(records):
    for record in records:
        if record["published"]:
            added = PartialDate.parse(record["added"])
            assert PartialDate.parse(record["published"]).earliest <= added.latest


def test_a_review_is_of_a_kind_that_its_nation_has(records):
    nations = {term["slug"]: term["nation"] for term in VOCABULARIES["types"]}
    for record in records:
        assert nations[record["type"]] in (None, record["nation"])


def test_serious_case_reviews_of_england_give_way_to_practice_reviews(records):
    def share(first, last):
        kinds = Counter(
            record["type"]
            for record in records
            if record["nation"] == "england" and first <= record["added"] < last
        )
        return kinds["serious-case-review"] / kinds.total()

    assert share("1998", "2018-09") > 0.85
    assert share("2024", "2027") < 0.05


def test_anonymous_reviews_have_no_partnership(records):
    anonymous = [record for record in records if record["anonymous"]]
    assert all(record["partnership"] is None for record in anonymous)
    assert 0.15 < len(anonymous) / len(records) < 0.25
    assert any(record["partnership"] is None for record in records if not record["anonymous"])


def test_links_go_nowhere_real(records):
    links = {document["url"] for document in points(records, "documents")}
    assert None in links
    assert all(link.startswith("https://example.org/") for link in links - {None})


# Sense


def band_of(child):
    rows = [
        (term["slug"], term["min_years"], term["max_years"]) for term in VOCABULARIES["age_bands"]
    ]
    return bands(child["age"] and Age.parse(child["age"]), rows)[0]


def test_harms_fit_the_age(records):
    for_young_people = {"suicide", "self-harm", "child-criminal-exploitation", "online-harm"}
    for_babies = {"abusive-head-trauma", "sudden-unexpected-death-in-infancy", "concealed-birth"}
    for record in records:
        ages = {band_of(child) for child in record["children"]} - {"not-stated"}
        if ages and ages <= {"unborn", "under-1", "1-5"}:
            assert for_young_people.isdisjoint(record["harms"])
        if ages and ages <= {"6-10", "11-15", "16-17", "18-and-over"}:
            assert for_babies.isdisjoint(record["harms"])


def test_more_than_a_third_are_about_babies(records):
    ages = Counter(band_of(record["children"][-1]) for record in records)
    assert 0.3 < ages["under-1"] / len(records) < 0.42


def test_a_suspicion_is_never_told_as_a_fact(records):
    doubts = "may have died|thought to be by|open conclusion|is believed|is not known"
    for record in records:
        if record["harms"][0] == "suicide" and record["headline"]:
            told = record["summary"].partition("\n\n")[0]
            assert ("may have died" in record["headline"]) == bool(re.search(doubts, told))


def test_ages_are_written_in_many_ways(records):
    written = {child["age_text"] for child in points(records, "children") if child["age_text"]}
    assert len(written) > 300
    assert {"unborn baby", "ten-month-old"} <= written
    assert any(re.fullmatch(r"\d+-year-\d+-month-old", text) for text in written)
    assert any(re.fullmatch(r"aged \d+-(weeks|months)-old", text) for text in written)


def test_titles_have_no_surname(records):
    alias = (
        r"(Child|Baby|Young person|Young adult|Adult|Family|Sibling group) [A-Z]{1,2}\d{0,2}"
        r"|(Children|Siblings) [A-Z](, [A-Z])* and [A-Z]"
        r"|[A-Z]{2}[NSWE]\d{1,2}"
        r"|‘?[A-Z][a-z]+’?(, ‘?[A-Z][a-z]+’?)*( and ‘?[A-Z][a-z]+’?)?"
    )
    assert [record["title"] for record in records if not re.fullmatch(alias, record["title"])] == []


def test_a_headline_reads_on_from_the_title(records):
    headlines = [record["headline"] for record in records if record["headline"]]
    assert headlines
    assert [headline for headline in headlines if not headline[0].islower()] == []


# Language


@pytest.mark.parametrize(
    "fault",
    [
        r" {2}| [,.;:?]|[,;:]{2}|\.\.",
        r"[\[\]{}|$%@]|'",
        r"[.?] [a-z]",
        r"\b[Aa] (?=[aeio])(?!one\b|once\b)",
        r"\b[Aa]n (?=[bcdfgjklmnpqrstvwxyz])",
        r"\b(\w+) \1\b",
        r"\b(they was|he were|she were|hildren was)\b",
        r"^[a-z]",
    ],
    ids=["spaces", "brackets", "capital", "a", "an", "twice", "agreement", "start"],
)
def test_sentences_are_well_made(records, fault):
    found = [text for record in records for text in texts(record) if re.search(fault, text)]
    # The letter of an alias looks like an article.
    assert [text for text in found if not re.search(r"(Child|person|Baby|Adult) A\b", text)] == []


def test_sentences_end(records):
    told = [record["summary"] for record in records]
    said = [
        point["text"] for name in ("learning", "recommendations") for point in points(records, name)
    ]
    assert [text for text in told + said if not text.endswith((".", "?"))] == []


def test_no_two_summaries_are_alike(records):
    assert len({record["summary"] for record in records}) == len(records)


def test_summaries_have_two_or_three_paragraphs(records):
    counts = Counter(len(record["summary"].split("\n\n")) for record in records)
    assert set(counts) == {2, 3}


@pytest.mark.parametrize(("name", "least", "most"), [("learning", 3, 9), ("recommendations", 1, 8)])
def test_points_are_of_a_sensible_number_and_mostly_distinct(records, name, least, most):
    assert {len(record[name]) for record in records} == set(range(least, most + 1))
    said = [point["text"] for point in points(records, name)]
    assert len(set(said)) >= 0.85 * len(said)


def test_the_language_has_thousands_of_words(records):
    words = Counter(
        word
        for record in records
        for text in texts(record)
        for word in re.findall(r"[a-z]+(?:[’-][a-z]+)*", text.lower())
    )
    assert len(words) >= 4000


@pytest.mark.parametrize("name", ["themes", "harms", "agencies"])
def test_a_few_terms_are_common_and_many_are_rare(records, name):
    uses = Counter(slug for record in records for slug in record[name])
    assert set(uses) == SLUGS[name]
    ranked = [count for _, count in uses.most_common()]
    assert sum(ranked[: len(ranked) // 4]) > 0.4 * sum(ranked)
    assert ranked[0] > 20 * ranked[-1]


def test_partnerships_are_many_and_a_few_are_common(records):
    uses = Counter(record["partnership"] for record in records if record["partnership"])
    assert len(uses) > 150
    assert uses.most_common()[0][1] > 10 * uses.most_common()[-1][1]


def test_every_theme_has_its_own_learning():
    assert set(THEMES) == SLUGS["themes"]
    for theme in THEMES.values():
        assert len(theme.learning) >= 6
        assert all(frame.places for frame in theme.learning)
        assert set(theme.concerns) <= SLUGS["agencies"]
        assert set().union(*(frame.people for frame in theme.learning)) <= SLUGS["agencies"]


def test_stories_name_terms_that_there_are():
    for story in STORIES.values():
        assert {story.harm, *story.other_harms} <= SLUGS["harms"]
        assert set(story.themes) <= SLUGS["themes"]
        assert set(story.concerns) <= SLUGS["agencies"]


# Refusals


def test_a_term_that_the_vocabularies_lack_is_named():
    lacking = VOCABULARIES | {
        "themes": [term for term in VOCABULARIES["themes"] if term["slug"] != "safer-sleep"]
    }
    with pytest.raises(UnknownTerms, match="no themes called safer-sleep"):
        illustrative_reviews(1, 1, lacking)


@pytest.mark.parametrize(("count", "seed"), [(-1, 1), (1, -1)])
def test_negative_numbers_are_refused(count, seed):
    with pytest.raises(ValueError, match="must not be negative"):
        illustrative_reviews(count, seed, VOCABULARIES)


@pytest.mark.parametrize(
    "bank",
    ["learn: no entry", "== theme\nno kind", "== theme\nlearn: [open", "== theme\nlearn: shut]"],
)
def test_a_bank_written_wrongly_is_refused(bank):
    with pytest.raises(FrameError):
        read_bank(bank)
