"""The vocabularies as shipped: complete, unambiguous, in plain British English.

These tests read the JSON alone; loading it into the database is tested elsewhere.
"""

import json
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

FIXTURE = Path(__file__).resolve().parents[2] / "fixtures" / "vocabularies.json"
VOCABULARIES = json.loads(FIXTURE.read_text(encoding="utf-8"))

TEXTS = ("label", "definition", "includes", "excludes")
COMMON_KEYS = {"slug", *TEXTS, "synonyms"}
EXTRA_KEYS = {"types": {"nation", "former"}, "age_bands": {"min_years", "max_years"}}

NATIONS = {"england", "wales", "scotland", "northern-ireland"}

# Records, the importer and the generator name these slugs, so they may not change unnoticed.
EXPECTED_SLUGS = {
    "types": """local-child-safeguarding-practice-review
        national-child-safeguarding-practice-review child-safeguarding-practice-review
        rapid-review serious-case-review single-unified-safeguarding-review child-practice-review
        adult-practice-review mental-health-homicide-review offensive-weapons-homicide-review
        learning-review significant-case-review initial-case-review case-management-review
        safeguarding-adults-review domestic-homicide-review multi-agency-review
        partnership-review thematic-review public-inquiry prevention-of-future-deaths-report
        other-review not-stated""",
    "outcomes": "death serious-harm other not-stated",
    "harms": """physical-abuse non-accidental-injury abusive-head-trauma
        fabricated-or-induced-illness neglect emotional-abuse child-sexual-abuse
        child-sexual-exploitation child-criminal-exploitation harmful-sexual-behaviour suicide
        self-harm overdose-or-poisoning filicide homicide-outside-the-family concealed-birth
        serious-youth-violence strangulation-or-suffocation drowning
        sudden-unexpected-death-in-infancy dog-attack accident-or-lack-of-supervision
        medical-neglect domestic-abuse online-harm trafficking-or-modern-slavery abduction
        female-genital-mutilation not-stated""",
    "themes": """parental-mental-health perinatal-mental-health parental-substance-misuse
        parental-learning-disability parents-own-childhood parental-offending domestic-abuse
        unseen-men young-parents parental-separation housing-and-homelessness poverty wider-family
        young-carers culture-and-ethnicity faith-and-belief interpreters-and-language
        immigration-status family-engagement disguised-compliance child-mental-health
        child-disability neurodivergence child-health-conditions unexpected-diagnosis
        hospital-stays voice-of-the-child vulnerability-of-babies pre-birth-assessment safer-sleep
        bruising-in-babies safe-handling looked-after-children placed-out-of-area care-leavers
        care-orders-at-home children-not-in-school missing-children sexual-abuse
        sexual-exploitation criminal-exploitation online-safety harmful-sexual-behaviour
        professional-curiosity professional-bias critical-thinking supervision information-sharing
        record-keeping language-in-records assessment cumulative-harm neglect early-help
        thresholds-and-referrals child-protection-plans stepping-down-a-plan safety-planning
        escalation-and-challenge think-family multi-agency-working anonymous-concerns
        withdrawn-allegations court-orders offender-management missed-appointments
        continuity-of-workers moving-between-areas transition-to-adult-services
        workforce-and-training leadership-and-culture legal-literacy dogs-in-the-home""",
    "agencies": """all-agencies childrens-social-care early-help-services police probation
        youth-justice general-practice health-visiting school-nursing midwifery hospital-services
        emergency-department neonatal-and-intensive-care child-mental-health adult-mental-health
        substance-misuse-services adult-social-care schools-and-colleges early-years housing
        domestic-abuse-services voluntary-sector family-courts cafcass ambulance-service
        sexual-health placement-providers integrated-care-board safeguarding-partnership""",
    "document_kinds": """overview-report executive-summary practice-review learning-brief
        seven-minute-briefing action-plan statement other""",
    "age_bands": "unborn under-1 1-5 6-10 11-15 16-17 18-and-over not-stated",
}

# Jersey still begins serious case reviews, so that type is not one of these.
FORMER_TYPES = """child-practice-review adult-practice-review mental-health-homicide-review
    offensive-weapons-homicide-review significant-case-review initial-case-review"""

PERIODS = {
    "serious-case-review": "until 2018/19",
    "learning-review": "from September 2021",
    "significant-case-review": "until September 2021",
    "initial-case-review": "until September 2021",
    "single-unified-safeguarding-review": "from October 2024",
}

REVIEW_ACRONYM = r"\b(SCR|SAR|CPR|APR|DHR|CMR|ICR|SUSR|CSPR|LCSPR|MHHR|OWHR|PFD|DARDR|SILP|IMR)s?\b"

# The one synonym that may stand under two terms: both reviews are called SCR, each in its nation.
SHARED_SYNONYMS = {("types", "scr"): {"serious-case-review", "significant-case-review"}}

EXPECTED_MEANINGS = {
    ("harms", "non-accidental-injury"): "NAI",
    ("harms", "abusive-head-trauma"): "AHT, SBS, shaken baby",
    ("harms", "fabricated-or-induced-illness"): "FII, Munchausen by proxy",
    ("harms", "child-sexual-exploitation"): "CSE",
    ("themes", "sexual-exploitation"): "CSE",
    ("harms", "child-criminal-exploitation"): "CCE",
    ("themes", "criminal-exploitation"): "CCE",
    ("harms", "harmful-sexual-behaviour"): "HSB",
    ("themes", "harmful-sexual-behaviour"): "HSB",
    ("harms", "sudden-unexpected-death-in-infancy"): "SUDI, SIDS",
    ("harms", "trafficking-or-modern-slavery"): "NRM",
    ("harms", "domestic-abuse"): "DA",
    ("themes", "domestic-abuse"): "DA, DVA, IPV, family violence, partner relations",
    ("themes", "looked-after-children"): "LAC, CLA",
    ("themes", "unseen-men"): "hidden men, invisible men, unknown men",
    ("themes", "housing-and-homelessness"): "homeless adolescents",
    ("themes", "parental-substance-misuse"): "drink and drugs",
    ("themes", "family-engagement"): "not engaging",
    ("themes", "children-not-in-school"): "school refuser, EHE, CME",
    ("themes", "child-disability"): "SEND",
    ("themes", "neurodivergence"): "ASD, ADHD",
    ("themes", "interpreters-and-language"): "EAL",
    ("themes", "immigration-status"): "NRPF",
    ("themes", "parents-own-childhood"): "ACEs",
    ("themes", "child-protection-plans"): "CP plan, CIN",
    ("themes", "assessment"): "S47",
    ("themes", "offender-management"): "IOM",
    ("themes", "missed-appointments"): "DNA, WNB, was not brought",
    ("agencies", "child-mental-health"): "CAMHS, CYPMHS",
    ("agencies", "domestic-abuse-services"): "MARAC",
    ("agencies", "probation"): "MAPPA",
    ("agencies", "general-practice"): "GP",
    ("agencies", "health-visiting"): "HV",
    ("agencies", "emergency-department"): "A&E, ED",
    ("agencies", "neonatal-and-intensive-care"): "NICU, PICU",
    ("agencies", "integrated-care-board"): "ICB, CCG",
    ("agencies", "safeguarding-partnership"): "LSCB",
}

# In a rule of exclusion these words lead to the label of a neighbouring term.
POINTER = r"(?:goes under|go under|belongs? to|goes to|use) ([A-Z].*)"

every_vocabulary = pytest.mark.parametrize("name", EXPECTED_SLUGS)


def folded(text):
    """One form for spellings a search treats alike: case, hyphens and runs of space."""
    return re.sub(r"[-\s]+", " ", text.casefold()).strip()


def meanings(name):
    """Folded synonym -> the slugs of the terms it stands under."""
    found = defaultdict(list)
    for term in VOCABULARIES[name]:
        for synonym in term["synonyms"]:
            found[folded(synonym)].append(term["slug"])
    return found


def every_text():
    """(where, text) for each text and synonym a reader may see."""
    for name, terms in VOCABULARIES.items():
        for term in terms:
            for key in TEXTS:
                yield f"{name} {term['slug']} {key}", term[key]
            for synonym in term["synonyms"]:
                yield f"{name} {term['slug']} synonym", synonym


def sentences(text):
    """How many sentences a text has; a text that ends without a full stop counts as none."""
    return len(re.findall(r"\.(?=\s|$)", text)) if text.endswith(".") else 0


def test_the_seven_vocabularies_are_there():
    assert list(VOCABULARIES) == list(EXPECTED_SLUGS)


@every_vocabulary
def test_slugs_are_the_agreed_ones_each_once(name):
    slugs = [term["slug"] for term in VOCABULARIES[name]]
    assert slugs == EXPECTED_SLUGS[name].split()
    assert [slug for slug, times in Counter(slugs).items() if times > 1] == []
    assert [slug for slug in slugs if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)] == []


@every_vocabulary
def test_every_term_has_every_text(name):
    for term in VOCABULARIES[name]:
        assert set(term) == COMMON_KEYS | EXTRA_KEYS.get(name, set()), term["slug"]
        assert term["synonyms"], term["slug"]
        for text in [*(term[key] for key in TEXTS), *term["synonyms"]]:
            assert text, term["slug"]
            assert text == " ".join(text.split()), text


@every_vocabulary
def test_definitions_have_one_or_two_sentences_and_rules_one(name):
    for term in VOCABULARIES[name]:
        assert sentences(term["definition"]) in {1, 2}, term["slug"]
        assert sentences(term["includes"]) == 1, term["slug"]
        assert sentences(term["excludes"]) == 1, term["slug"]


@every_vocabulary
def test_labels_are_distinct_and_in_sentence_case(name):
    labels = [term["label"] for term in VOCABULARIES[name]]
    assert len({folded(label) for label in labels}) == len(labels)
    for label in labels:
        assert label[0].isupper() or label[0].isdigit(), label
        assert label[1:] == label[1:].lower() or label == "Think Family", label


@every_vocabulary
def test_no_label_is_or_holds_a_review_acronym(name):
    for term in VOCABULARIES[name]:
        assert not re.search(REVIEW_ACRONYM, term["label"]), term["slug"]


def test_the_label_of_a_review_type_is_a_full_name():
    for term in VOCABULARIES["types"]:
        assert not re.search(r"[A-Z]{2}", term["label"]), term["slug"]


@every_vocabulary
def test_what_a_term_excludes_names_its_neighbour(name):
    terms = VOCABULARIES[name]
    for term in terms:
        others = tuple(other["label"] for other in terms if other["slug"] != term["slug"])
        assert any(label in term["excludes"] for label in others), term["slug"]
        for clause in term["excludes"].split("; "):
            pointed = re.findall(POINTER, clause)
            assert [words for words in pointed if not words.startswith(others)] == [], clause


@every_vocabulary
def test_a_synonym_stands_under_one_term(name):
    shared = {}
    for synonym, slugs in meanings(name).items():
        if len(slugs) > 1:
            shared[(name, synonym)] = set(slugs)
            assert len(set(slugs)) == len(slugs), f"{synonym} twice under {slugs[0]}"
    assert shared == {key: slugs for key, slugs in SHARED_SYNONYMS.items() if key[0] == name}


@every_vocabulary
def test_a_synonym_is_not_a_label(name):
    labels = {folded(term["label"]) for term in VOCABULARIES[name]}
    assert labels & set(meanings(name)) == set()


@pytest.mark.parametrize("acronym", ["SCR", "SAR", "CPR"])
def test_an_acronym_of_two_meanings_also_stands_with_a_qualifier(acronym):
    holders = [term for term in VOCABULARIES["types"] if acronym in term["synonyms"]]
    assert holders
    for term in holders:
        assert any(synonym.startswith(f"{acronym} ") for synonym in term["synonyms"]), term["slug"]


@pytest.mark.parametrize(("name", "slug"), EXPECTED_MEANINGS)
def test_what_practitioners_type_finds_the_term(name, slug):
    for typed in EXPECTED_MEANINGS[name, slug].split(", "):
        assert meanings(name)[folded(typed)] == [slug], typed


def test_types_name_their_nation_and_whether_they_are_still_begun():
    for term in VOCABULARIES["types"]:
        if term["nation"] is not None:
            assert term["nation"] in NATIONS, term["slug"]
            assert term["nation"].replace("-", " ").title() in term["definition"], term["slug"]
    former = [term["slug"] for term in VOCABULARIES["types"] if term["former"]]
    assert former == FORMER_TYPES.split()


def test_types_state_their_period():
    definitions = {term["slug"]: term["definition"] for term in VOCABULARIES["types"]}
    for slug, period in PERIODS.items():
        assert period in definitions[slug], slug


def test_age_bands_cover_every_age_once():
    bands = VOCABULARIES["age_bands"]
    without = {band["slug"] for band in bands if band["min_years"] is band["max_years"] is None}
    assert without == {"unborn", "not-stated"}
    years = [(b["min_years"], b["max_years"]) for b in bands if b["slug"] not in without]
    assert years[0][0] == 0
    assert years[-1] == (18, None)
    for (_, last), (following, _) in zip(years, years[1:], strict=False):
        assert following == last + 1


@pytest.mark.parametrize(
    "foreign",
    [
        r"behavior|\bcenter|\bfavor|\bcolor|neighbor",
        r"ization|organiz|recogniz|categoriz|terroriz|hospitaliz|normaliz|victimiz",
        r"pediatric|hemorrhage|hematoma|\bgynec",
        r"\bfulfill\b|\bskillful\b|\benroll\b|counseling",
    ],
)
def test_the_spelling_is_british(foreign):
    assert [where for where, text in every_text() if re.search(foreign, text, re.I)] == []


@pytest.mark.parametrize("mark", [r"--", r"\w'\w", r"\w'(\s|$)", r'"', r"\.\.\."])
def test_the_typography_is_sound(mark):
    assert [where for where, text in every_text() if re.search(mark, text)] == []
