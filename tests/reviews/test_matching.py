"""Terms that a text suggests: what is, what is not, what comes first, and where it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import matching as bench
from reviews.matching import LEAST, suggest
from reviews.phrases import Index, Term, known_cues
from reviews.wording import root, singular

TERMS = [
    Term("theme", "sleep", "Safer sleep", ("co-sleeping", "sleeping arrangements")),
    Term("theme", "sharing", "Information sharing", ("IT systems", "communication")),
    Term("theme", "care", "Looked-after children", ("in care", "looked after", "adoption")),
    Term("theme", "abuse", "Domestic abuse", ("DA", "violence in the home", "coercive control")),
    Term("theme", "abuse-at-work", "Workplace abuse", ("abuse at work",)),
    Term("theme", "voice", "Voice of the child", ("daily life of the child", "naïve answers")),
    Term("theme", "one", "First", ("shared phrase here",)),
    Term("theme", "two", "Second", ("shared phrase here",)),
    Term("agency", "gp", "General practice", ("GP", "family doctor")),
    Term("agency", "abuse-services", "Domestic abuse services", ("IDVA", "refuges")),
    Term("agency", "emergency", "Emergency department", ("A&E", "A and E")),
    Term("agency", "early-years", "Early years", ("pre-school", "nursery")),
    Term("agency", "school-nursing", "School nursing", ("school nurse",)),
    Term("agency", "schools", "Schools", ("headteacher",)),
    Term("agency", "all-agencies", "All agencies", ("all partners",)),
    Term("harm", "injury", "Non-accidental injury", ("NAI",)),
    Term("harm", "accident", "Accident", ("accidental injury", "hit-and-run")),
]
INDEX = Index(TERMS, cues={})


@pytest.fixture(scope="module")
def real():
    return Index(bench.terms(bench._read("vocabularies")))


def slugs(text, kind=None, index=INDEX):
    return [s.term.slug for s in suggest(text, index) if kind in (None, s.term.kind)]


def only(text, kind="theme"):
    found = [s for s in suggest(text, INDEX) if s.term.kind == kind]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Advice on SAFER SLEEP was given.", "sleep"),
        ("co-sleeping", "sleep"),
        ("co sleeping", "sleep"),
        ("cosleeping", "sleep"),
        ("co\u2011sleeping", "sleep"),
        ("They slept in pre\u2010schools.", "early-years"),
        ("the preschool", "early-years"),
        ("nurseries", "early-years"),
        ("the nursery’s staff", "early-years"),
        ("Naive answers", "voice"),
        ("Nai\u0308ve answers", "voice"),
        ("non accidental injuries", "injury"),
        ("non-accidental injury", "injury"),
        ("NAIs", "injury"),
        ("Her GP’s notes", "gp"),
        ("family doctors", "gp"),
        ("A & E", "emergency"),
        ("taken to A&E", "emergency"),
        ("coercively controlled? coercive control", "abuse"),
        ("hit and run", "accident"),
    ],
)
def test_a_phrase_is_found_however_it_is_written(text, slug):
    assert slug in slugs(text)


@pytest.mark.parametrize(
    "text",
    [
        "it was da capo, nai, gp",
        "Da and Gp",
        "a and e",
        "Child DA and Baby NA lived there",
        "siblings A and E",
        "Child A and E were seen",
        "LEARNING FROM DA CASES",
        "presleeping arrangementsx",
        "unschooled headteachership",
        "They look after the garden",
        "Care was taken in hospital",
        "",
        "  \n – ’ & ",
        "🙂🙂",
    ],
)
def test_what_only_looks_like_it_is_not(text):
    assert slugs(text) == []


def test_a_longer_phrase_beats_what_it_contains():
    assert slugs("The school nurse came.", "agency") == ["school-nursing"]
    assert slugs("non-accidental injuries", "harm") == ["injury"]
    assert slugs("domestic abuse services", "agency") == ["abuse-services"]


def test_but_not_what_stands_elsewhere_or_is_of_another_kind():
    assert set(slugs("The school nurse told the schools.", "agency")) == {
        "school-nursing",
        "schools",
    }
    assert slugs("domestic abuse services", "theme") == ["abuse"]


def test_the_telling_words_of_a_phrase_may_stand_apart_and_say_less():
    apart = only("Information on the family was not shared.")
    assert (apart.term.slug, apart.evidence[0].phrase) == ("sharing", "Information sharing")
    assert apart.evidence[0].words == "Information on the family was not shared"
    assert LEAST < apart.score < only("Information sharing matters.").score


@pytest.mark.parametrize(
    "text",
    [
        "Information was late. They shared a flat.",
        "Information about all of the many things that nobody in the family had ever shared.",
        "Information is a word",
    ],
)
def test_but_not_too_far_or_across_sentences(text):
    assert "sharing" not in slugs(text)


def test_a_phrase_of_one_telling_word_counts_only_as_it_is_written():
    assert slugs("He was looked after.") == ["care"]
    assert slugs("She was in care.") == ["care"]
    assert slugs("He cares; she looks after him.") == []


def test_evidence_names_the_words_and_the_phrase():
    text = "Coercive control is domestic abuse."
    first, second = only(text).evidence
    assert (text[first.start : first.end], first.phrase) == ("Coercive control", "coercive control")
    assert (second.words, second.phrase) == ("domestic abuse", "Domestic abuse")


def test_several_mentions_say_more_and_repeated_ones_ever_less():
    once, twice, thrice = (only("co-sleeping. " * n).score for n in (1, 2, 3))
    assert once < twice < thrice < 1
    assert thrice - twice < twice - once
    assert only("co-sleeping. safer sleep.").score > twice


def test_the_best_come_first():
    found = suggest("Communication. Domestic abuse, in the home.", INDEX)
    assert [s.term.slug for s in found] == ["abuse", "sharing"]
    assert found[0].score > 2 * found[1].score


def test_a_phrase_of_two_terms_says_less_of_each():
    both = suggest("The shared phrase here.", INDEX)
    assert [s.term.slug for s in both] == ["one", "two"]
    assert both[0].score == both[1].score < only("violence in the home").score


def test_where_no_agency_is_named_people_who_work_with_families_mean_all():
    everyone = only("Practitioners should ask.", "agency")
    assert everyone.term.slug == "all-agencies"
    assert [evidence.words for evidence in everyone.evidence] == ["Practitioners"]
    assert slugs("Professionals should tell the GP.", "agency") == ["gp"]


def test_a_cue_says_a_little_less_than_a_synonym():
    cues = {("theme", "sleep"): ["sofa at night", "co-sleeping"]}
    index = Index(TERMS, cues)
    assert slugs("Found on a sofa at night") == []
    cue = suggest("Found on a sofa at night", index)[0]
    assert (cue.term.slug, cue.evidence[0].phrase) == ("sleep", "sofa at night")
    assert cue.score < suggest("co-sleeping", index)[0].score == only("co-sleeping").score


def test_every_cue_points_to_a_term_and_is_none_of_its_names(real):
    known = {(term.kind, term.slug): term for term in real.terms}
    assert set(known_cues()) <= known.keys()
    for key, cues in known_cues().items():
        names = {name.casefold() for name in (known[key].label, *known[key].synonyms)}
        assert not names & {cue.casefold() for cue in cues}
        for cue in cues:
            assert any(s.term == known[key] for s in suggest(cue, real, least=0)), cue


def test_each_label_and_synonym_suggests_its_own_term(real):
    unfound = [
        f"{term.slug}: {phrase}"
        for term in real.terms
        for phrase in (term.label, *term.synonyms)
        if not any(s.term == term for s in suggest(f"Then {phrase} was seen.", real, least=0))
    ]
    assert unfound == []


def test_how_good_it_is_on_the_real_reviews(real):
    """Floors below what was reached, so that a change which makes it worse is noticed."""
    records = bench._read("reviews")
    points = [pair for record in records for pair in bench.points(record)]
    themes = bench.measure(real, points, ["theme"])["theme"]
    assert themes.precision > 0.75
    assert themes.recall > 0.5
    wholes = bench.measure(real, [bench.whole(record) for record in records], ["theme"])["theme"]
    assert wholes.precision > 0.8
    assert wholes.recall > 0.65


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sharing", "shared"),
        ("share", "sharing"),
        ("violence", "violent"),
        ("exploitation", "exploited"),
        ("supervision", "supervised"),
        ("assessment", "assessed"),
        ("communication", "communicate"),
        ("bullying", "bully"),
        ("stopped", "stop"),
    ],
)
def test_roots_of_one_family_are_one(one, other):
    assert root(singular(one)) == root(singular(other))


@pytest.mark.parametrize(
    ("one", "other"), [("housing", "horse"), ("care", "car"), ("policy", "police"), ("this", "thi")]
)
def test_roots_of_two_families_are_two(one, other):
    assert root(singular(one)) != root(singular(other))


PHRASES = [phrase for term in TERMS for phrase in (term.label, *term.synonyms)]
SOME = st.lists(
    st.one_of(
        st.sampled_from([*PHRASES, "’s", "'", ". ", "\n", "-", "é", "Child A", "not", "shared"]),
        st.text(max_size=12),
    ),
    max_size=12,
)
TEXTS = st.builds(lambda parts: " ".join(parts), SOME)


@given(TEXTS)
def test_evidence_quotes_the_text(text):
    for suggestion in suggest(text, INDEX):
        assert LEAST <= suggestion.score <= 1
        assert suggestion.evidence
        starts = [(evidence.start, evidence.end) for evidence in suggestion.evidence]
        assert starts == sorted(set(starts))
        for evidence in suggestion.evidence:
            assert 0 <= evidence.start < evidence.end <= len(text)
            assert text[evidence.start : evidence.end] == evidence.words


@given(TEXTS)
def test_the_kind_of_apostrophe_makes_no_difference(text):
    def spans(written):
        return [(s.term, s.score, len(s.evidence)) for s in suggest(written, INDEX)]

    assert spans(text.replace("’", "'")) == spans(text.replace("'", "’"))


@given(TEXTS, TEXTS)
def test_a_sentence_more_removes_no_suggestion_but_that_of_everyone(text, more):
    before = {s.term.slug: s.score for s in suggest(text, INDEX)} | {"all-agencies": 0}
    after = {s.term.slug: s.score for s in suggest(f"{text}\n{more}", INDEX)} | {"all-agencies": 1}
    assert before.keys() <= after.keys()
    assert all(after[slug] >= score - 0.001 for slug, score in before.items())


@given(st.sampled_from(PHRASES), TEXTS, TEXTS)
@settings(max_examples=60)
def test_a_phrase_is_found_wherever_it_stands(phrase, before, after):
    found = suggest(f"{before}\n{phrase}\n{after}", INDEX, least=0)
    holders = {term for term in TERMS if phrase in (term.label, *term.synonyms)}
    assert holders <= {suggestion.term for suggestion in found}
