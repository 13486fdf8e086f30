"""The measure of search: its metrics, its comparisons, and its questions."""

import json
from collections import Counter
from math import log2

import pytest

from bench.relevance import collection, questions
from bench.relevance.comparing import compare
from bench.relevance.documents import Document, point_terms, review_terms
from bench.relevance.engines import WEIGHTS, others
from bench.relevance.metrics import Scores, ndcg, recall, reciprocal_rank
from bench.relevance.ours import Ours
from bench.relevance.questions import Question
from bench.relevance.run import Answer, answer
from bench.relevance.showing import worst
from bench.relevance.table import markdown
from demo.environment import PROJECT
from tests.factories import make_review

GRADES = {"a": 2, "b": 1, "c": 1}
VOCABULARIES = json.loads((PROJECT / "fixtures" / "vocabularies.json").read_text())
REAL = json.loads(collection.REAL.read_text())
FACETS = {"theme": "themes", "agency": "agencies", "harm": "harms"}


def question(q="dog", *, grades=None, rule=None, scope="reviews", variant="", number=1):
    return Question(f"q-{number}", "terms", scope, q, grades or {}, rule or {}, variant)


def document(key, title="", text="", terms=None, year=2023):
    texts = {field: "" for weights in WEIGHTS.values() for field in weights}
    return Document(key, year, {**texts, "title": title, "learning": text}, terms or {})


def test_ndcg_of_lists_worked_out_by_hand():
    ideal = 3 / log2(2) + 1 / log2(3) + 1 / log2(4)
    assert ndcg(["a", "b", "c"], GRADES) == pytest.approx(1)
    assert ndcg(["c", "x", "a"], GRADES) == pytest.approx((1 + 3 / log2(4)) / ideal)
    assert ndcg(["a"], GRADES) == pytest.approx(3 / ideal)
    assert ndcg(["x", "y"], GRADES) == 0
    assert ndcg([], GRADES) == 0


def test_ndcg_looks_no_further_than_the_tenth():
    found = [f"x{n}" for n in range(10)]
    assert ndcg([*found, "a"], GRADES) == 0
    assert ndcg([*found[:9], "a"], {"a": 2}) == pytest.approx(1 / log2(11))


def test_ndcg_of_more_relevant_ones_than_ten_can_be_perfect():
    grades = {f"r{n}": 1 for n in range(30)}
    assert ndcg([f"r{n}" for n in range(10)], grades) == pytest.approx(1)


@pytest.mark.parametrize(
    ("found", "expected"), [("axx", 1), ("xbc", 1 / 2), ("xxxc", 1 / 4), ("xyz", 0), ("", 0)]
)
def test_reciprocal_rank(found, expected):
    assert reciprocal_rank(list(found), GRADES) == expected


def test_recall_is_of_what_so_many_results_could_hold():
    assert recall(["a", "x", "b"], GRADES, 20) == pytest.approx(2 / 3)
    assert recall(["a", "x", "b"], GRADES, 2) == pytest.approx(1 / 2)
    assert recall(["a", "b"], GRADES, 2) == 1
    assert recall(["x"], {}, 20) == 0


def test_means():
    one, other = (
        Scores.of(["a", "b", "c"], GRADES, empty=False),
        Scores.of([], GRADES, empty=True),
    )
    assert Scores.mean([one, other]) == Scores(0.5, 0.5, 0.5, 0.5, 0.5)


def test_a_paired_comparison_counts_and_bounds_the_difference():
    paired = compare([1, 0.5, 0.5, 0], [0.5, 0.5, 0, 0.25])
    assert (paired.wins, paired.ties, paired.losses) == (2, 1, 1)
    assert paired.difference == pytest.approx(0.1875)
    assert paired.low < paired.difference < paired.high
    same = compare([0.8] * 9, [0.6] * 9)
    assert (same.low, same.high) == (pytest.approx(0.2), pytest.approx(0.2))


def test_a_rule_grades_by_its_first_facet_and_a_miss_in_another_leaves_it_related():
    asked = question(rule={"theme": ["unseen-men", "young-parents"], "agency": ["police"]})
    documents = [
        document("both", terms={"theme:unseen-men": 2, "agency:police": 2}),
        document("other agency", terms={"theme:young-parents": 2}),
        document("other theme", terms={"agency:police": 2}),
        document("in passing", terms={"theme:unseen-men": 1, "agency:police": 2}),
    ]
    assert asked.judged(documents) == {"both": 2, "other agency": 1, "in passing": 1}


def test_terms_of_records_are_graded_by_their_place():
    point = {"themes": ["neglect", "assessment"], "agencies": ["police", "housing"]}
    again = {"themes": ["neglect"], "addressed_to": []}
    assert point_terms(point) == {
        "theme:neglect": 2,
        "theme:assessment": 1,
        "agency:police": 2,
        "agency:housing": 2,
    }
    record = {
        "learning": [point],
        "recommendations": [again],
        "themes": ["poverty"],
        "agencies": [],
        "harms": ["suicide", "neglect"],
    }
    assert review_terms(record) == {
        "harm:suicide": 2,
        "harm:neglect": 1,
        "theme:poverty": 1,
        "theme:neglect": 2,
        "theme:assessment": 1,
        "agency:police": 1,
        "agency:housing": 1,
    }


def test_what_nobody_judged_is_left_out_of_the_list_and_is_no_empty_answer():
    class Fixed:
        name = "fixed"

        def search(self, question, most):
            return ["EX-2023-0001", "CR-2023-0002"]

    asked = question(grades={"CR-2023-0002": 2})
    assert asked.year == 2023
    assert answer(Fixed(), asked, asked.grades).found == ["CR-2023-0002"]
    other = answer(Fixed(), question(grades={"CR-2023-0003": 2}), {"CR-2023-0003": 2})
    assert (other.scores.ndcg, other.scores.empty) == (0, 0)


COLLECTIONS = {
    "reviews": [
        document("title", "Dogs and probation"),
        document("text", "", "A dog."),
        document("older", "", "Dog, dog and probation", year=2020),
        document("neither", "", "Cats."),
    ],
    "learning": [],
}


@pytest.mark.parametrize(
    ("engine", "of_the_year", "anywhere"),
    [
        (0, ["title"], {"title", "older"}),
        (1, ["title", "text"], {"title", "text", "older"}),
        (2, ["title", "text"], {"title", "text", "older"}),
        (3, ["title", "text"], {"title", "text", "older"}),
    ],
)
def test_the_other_engines_stem_weigh_fields_and_keep_to_the_year(engine, of_the_year, anywhere):
    narrowed = question('Dogs, "probation', grades={"title": 2})
    wide = question("dog probation", rule={"harm": ["dog-attack"]})
    with others(COLLECTIONS) as engines:
        engine = engines[engine]
        assert engine.search(narrowed, 10) == of_the_year
        assert set(engine.search(wide, 10)) == anywhere
        assert len(engine.search(wide, 1)) == 1
        assert engine.search(question("?!"), 10) == []


def test_tantivy_is_told_to_fold_accents_and_to_pass_over_small_words():
    with others(COLLECTIONS) as engines:
        tuned = engines[3]
        assert tuned.name == "tantivy, tuned"
        assert set(tuned.search(question("a DÓG", grades={"title": 2}), 10)) == {"text", "title"}
        assert tuned.search(question("what is it that the", grades={"title": 2}), 10) == []


def test_ours_is_read_from_the_pages_in_their_order(vocabulary, settings):
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    for number in range(1, 24):
        make_review(reference=f"CR-2023-{number:04}", summary="A lighthouse.", added="2023-05")
    make_review(reference="CR-2022-0001", summary="A lighthouse.", added="2022-05")
    make_review(reference="CR-2023-0099", title="Lighthouse", summary="", added="2023-05")
    ours = Ours([])
    found = ours.search(question("lighthouse", grades={"CR-2023-0001": 2}), 100)
    assert found[0] == "CR-2023-0099"
    assert len(found) == len(set(found)) == 24
    anywhere = question("lighthouse", rule={"harm": ["drowning"]})
    assert len(ours.search(anywhere, 100)) == 25
    assert len(ours.search(anywhere, 21)) == 21
    assert ours.search(question("zebra"), 100) == []


def test_the_table_has_every_group_and_held_back_questions_are_not_listed():
    grades = {"CR-2023-0001": 2}
    asked = [question(grades=grades, variant="long", number=n) for n in range(8)]
    assert {one.is_held_back for one in asked} == {True, False}
    good, bad = (Scores.of(found, grades, empty=not found) for found in (["CR-2023-0001"], []))
    answers = {
        "ours": [Answer(one, grades, [], bad) for one in asked],
        "other": [Answer(one, grades, ["CR-2023-0001"], good) for one in asked],
    }
    text = markdown(answers)
    assert "| All questions (8) |" in text
    assert "| terms, reviews (8) |" in text
    assert "| long (8) | 0.000 (100%) | 1.000 (0%) |" in text
    assert "| other: All questions | 0 | 0 | 8 | -1.000 | -1.000 to -1.000 |" in text
    listed = worst(answers, 25)
    assert all((one.id in listed) is not one.is_held_back for one in asked)


def test_each_question_has_one_name_a_known_kind_and_something_that_answers_it():
    asked = questions.read()
    assert not [id for id, times in Counter(one.id for one in asked).items() if times > 1]
    assert {one.family for one in asked} == set(questions.FAMILIES)
    assert {one.scope for one in asked} == set(questions.SCOPES)
    for one in asked:
        assert one.q.strip(), one.id
        assert len(one.q) <= 500, one.id
        assert bool(one.grades) is not bool(one.rule), one.id
        assert (one.family == "real") <= bool(one.grades), one.id
        assert (one.family == "robust") is bool(one.variant), one.id
    texts = Counter((one.family, one.scope, one.q.casefold()) for one in asked)
    assert set(texts.values()) == {1}


def test_judgements_name_what_the_real_reviews_have():
    known = {"reviews": set(), "learning": set()}
    for review in REAL:
        known["reviews"].add(review["reference"])
        for kind, items in (("learning", "learning"), ("recommendation", "recommendations")):
            known["learning"] |= {
                f"{review['reference']}#{kind}-{n}" for n, _ in enumerate(review[items], start=1)
            }
    for one in questions.read():
        assert set(one.grades) <= known[one.scope], one.id
        assert set(one.grades.values()) <= {1, 2}, one.id


def test_rules_name_terms_of_the_vocabularies():
    slugs = {facet: {term["slug"] for term in VOCABULARIES[name]} for facet, name in FACETS.items()}
    for one in questions.read():
        for facet, named in one.rule.items():
            assert named, one.id
            assert set(named) <= slugs[facet], one.id
            assert (facet, one.scope) != ("harm", "learning"), one.id  # points have no harms


def test_every_point_of_the_real_reviews_answers_a_question():
    answering = {key for one in questions.read() for key, grade in one.grades.items() if grade == 2}
    points = sum(len(review["learning"]) + len(review["recommendations"]) for review in REAL)
    assert len([key for key in answering if "#" in key]) == points
