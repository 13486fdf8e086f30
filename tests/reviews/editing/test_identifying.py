"""Identifying details: what is found, what is no alarm, how grave it is, and any text at all."""

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.identifying import SETS, measure, read
from reviews import records
from reviews.ages import Age
from reviews.dates import PartialDate
from reviews.editing.checks import combinations, identifying, texts
from reviews.editing.checks.finding import Context, Finding, Severity
from reviews.editing.checks.numbers import is_valid
from reviews.editing.checks.sentences import SENTENCES

ROOT = Path(__file__).resolve().parents[3]
CHILD_A = Context(title="Child A", partnership="Northmere Safeguarding Children Partnership")
BLOCKING, ACKNOWLEDGE = Severity.BLOCKING, Severity.ACKNOWLEDGE


def found(text, context=CHILD_A):
    return [(one.code, one.text) for one in identifying.find({"summary": text}, context)]


class TestJudgedPassages:
    def test_those_that_the_rules_were_made_with(self):
        tally = measure(read("judged"))
        assert tally.lines == []

    @pytest.mark.parametrize("name", ["held", "last"])
    def test_those_that_were_held_back(self, name):
        tally = measure(read(name))
        _, precision, recall = tally.row(tally.codes)
        assert precision >= 0.95
        assert recall >= 0.95

    def test_there_are_enough_of_them_and_half_are_clean(self):
        passages = [passage for name in SETS for passage in read(name)]
        clean = sum(not passage["find"] for passage in passages)
        assert len(passages) >= 250
        assert 0.45 < clean / len(passages) < 0.55
        assert len({passage["text"] for passage in passages}) == len(passages)

    def test_the_real_reviews_raise_no_alarm(self):
        for data in json.loads((ROOT / "fixtures" / "reviews.json").read_text(encoding="utf-8")):
            record = records.parse(data)
            assert identifying.find(texts(record), Context.of(record, record.partnership)) == []


class TestGravity:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("NHS number 943 476 5919", "nhs-number"),
            ("They lived at 14 Acacia Avenue", "address"),
            ("the postcode was BD7 2QL", "postcode"),
            ("She rang 07700 900123 again", "phone"),
            ("write to karen.blake@example.org", "email"),
            ("He was born on 3 May 2012", "birth-date"),
            ("He died on 3 May 2012", "death-date"),
            ("NI number AB 12 34 56 C", "insurance-number"),
            ("as @kai_xo09 he wrote", "account"),
        ],
    )
    def test_what_its_form_makes_sure_blocks(self, text, code):
        (one,) = identifying.find({"summary": text}, CHILD_A)
        assert (one.code, one.severity) == (code, BLOCKING)
        assert one.is_blocking

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("her mother, Karen Blake, agreed", "name"),
            ("He went to Oakfield Academy", "school"),
            ("He was born on 3 May", "birth-date"),
            ("The duty team can be called on 01632 960001", "phone"),
            ("Council offices, Market Square, BD7 2QL", "postcode"),
            ("the number 4505577104 was noted", "nhs-number"),
            ("NHS number 943 476 5918", "nhs-number"),
        ],
    )
    def test_what_may_be_right_is_asked_about(self, text, code):
        (one,) = identifying.find({"summary": text}, CHILD_A)
        assert (one.code, one.severity) == (code, ACKNOWLEDGE)
        assert not one.is_blocking

    def test_every_code_has_its_sentences(self):
        codes = {code for name in SETS for passage in read(name) for code in passage["find"]}
        assert codes <= SENTENCES.keys()
        for one in SENTENCES.values():
            assert one.found.endswith(".")
            assert one.to_do.endswith(".")


class TestNumbers:
    @pytest.mark.parametrize("digits", ["9434765919", "4010232137", "4505577104", "0101336489"])
    def test_a_check_digit_that_is_right(self, digits):
        assert is_valid(digits)

    @given(st.from_regex(r"[0-9]{10}", fullmatch=True))
    def test_any_other_last_digit_is_wrong(self, digits):
        others = {digits[:9] + str(last) for last in range(10)}
        assert sum(map(is_valid, others)) <= 1

    @pytest.mark.parametrize("text", ["ISBN 0112707890", "see 10.1080/4505577104", "a=4505577104"])
    def test_numbers_of_other_things(self, text):
        assert found(text) == []

    @pytest.mark.parametrize(
        "postcode",
        ["M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 0AX", "EC1A 1BB", "GIR 0AA", "JE2 3AB",
         "GY1 1AA", "IM1 1AA", "BT1 5GS", "ZE1 0AA", "sw1y 4aa", "EC1A1BB", "BFPO 801"],
    )  # fmt: skip
    def test_postcodes(self, postcode):
        assert found(f"They were sent to {postcode}.") == [("postcode", postcode)]

    @pytest.mark.parametrize(
        "text",
        ["SW1A", "XX1 1AA", "S47 3rd", "P1 2AB/7", "A12 3BC", "M1 1AEX", "BDS12", "B1-2CD",
         "E2 5CK", "CR-2023-0007"],
    )  # fmt: skip
    def test_no_postcodes(self, text):
        assert found(f"See {text} there.") == []

    @pytest.mark.parametrize("number", ["0808 800 5000", "0300 123 4567", "116 123", "0800 1111"])
    def test_helplines(self, number):
        assert found(f"Ring {number}.") == []


class TestNamesTheReviewHasChosen:
    def test_the_alias_of_the_title(self):
        assert found("Jayden was six.", Context(title="Jayden")) == []
        assert found("Jayden was six.", Context(title="Serious case review: ‘Jayden’")) == []
        assert found("Jayden was six.") == [("given-name", "Jayden")]

    def test_a_name_in_quotation_marks_counts_in_every_field(self):
        fields = {"summary": "The boy is called ‘Jayden’.", "learning.1": "Jayden was not asked."}
        assert identifying.find(fields, CHILD_A) == []

    def test_names_that_were_changed(self):
        fields = {"summary": "All names have been changed.", "learning.1": "Jayden was not asked."}
        assert identifying.find(fields, CHILD_A) == []

    def test_a_full_name_in_the_title(self):
        (one,) = identifying.find({"title": "Review of Kyle Thompson"}, Context(title="x"))
        assert (one.code, one.field) == ("name", "title")


class TestCombinations:
    FACTS = Context(
        partnership="Northmere Safeguarding Children Partnership",
        ages=(Age.parse("P12D"),),
        incident=PartialDate.parse("2019-03"),
    )

    def codes(self, **changed):
        values = {name: getattr(self.FACTS, name) for name in ("partnership", "ages", "incident")}
        return [one.code for one in combinations.of_facts(Context(**values | changed))]

    def test_age_in_days_month_and_area(self):
        assert self.codes() == ["combination"]
        assert self.codes(ages=(Age.parse("P6W"),)) == ["combination"]

    @pytest.mark.parametrize(
        "changed",
        [
            {"partnership": ""},
            {"anonymous": True},
            {"ages": (Age.parse("P2M"),)},
            {"ages": ()},
            {"ages": (Age.parse("unborn"),)},
            {"incident": PartialDate.parse("2019")},
            {"incident": None},
        ],
    )
    def test_one_of_them_missing(self, changed):
        assert self.codes(**changed) == []

    def test_an_exact_day(self):
        day = PartialDate.parse("2019-03-04")
        assert self.codes(ages=(), incident=day) == ["incident-day"]
        assert self.codes(ages=(), incident=day, outcome="death") == ["death-day"]

    def test_an_area_in_an_anonymous_review(self):
        text = "Leeds City Council wrote to schools in Wolverhampton."
        context = Context(title="Child A", anonymous=True)
        assert [code for code, _ in found(text, context)] == ["anonymous-area"] * 2
        assert found(text) == []
        assert found("The Rotherham inquiry is quoted.", context) == []


class TestFindings:
    def test_where_it_stands(self):
        text = "Then her mother, Karen Blake’s, sister."
        (one,) = identifying.find({"learning.2": text}, CHILD_A)
        assert one.field == "learning.2"
        assert text[one.start : one.end] == one.text == "Karen Blake"

    def test_in_the_order_of_the_text_and_never_twice_in_one_place(self):
        text = "Kyle Thompson, born on 3 May 2012, of 14 Acacia Avenue, BD7 2QL, 07700 900123."
        one = identifying.find({"summary": text}, CHILD_A)
        assert [finding.start for finding in one] == sorted(finding.start for finding in one)
        for first, second in zip(one, one[1:], strict=False):
            assert first.end <= second.start

    def test_the_key_stays_while_the_words_do(self):
        def key(field, start, text):
            return Finding("name", field, start, start + 9, text, ACKNOWLEDGE).key

        assert key("learning.1", 0, "Kyle  Shaw") == key("learning.7", 40, "kyle shaw")
        assert key("learning.1", 0, "Kyle Shaw") != key("learning.1", 0, "Kyle Shay")
        assert key("learning.1", 0, "Kyle Shaw") != key("summary", 0, "Kyle Shaw")


HOSTILE = [
    "a" * 60_000,
    "A" * 60_000,
    "Aa " * 20_000,
    "Kyle " * 12_000,
    "Kyle-" * 12_000,
    "the Kyle of " * 5_000,
    "0" * 60_000,
    "0 " * 30_000,
    "07700 900 " * 6_000,
    "3 May 2012 " * 5_000,
    "born 3/5/2012, " * 4_000,
    "@" * 60_000,
    "a@a." * 15_000,
    "a.b-" * 15_000 + "@",
    "(at)" * 15_000,
    "Instagram " * 6_000,
    "lived at 14 Acacia Avenue " * 2_400,
    "14 Road " * 7_500,
    "St. " * 15_000,
    "School " * 8_000,
    "village of A" * 5_000,
    "\n" * 60_000,
    "K\n" * 30_000,
    "mother, " * 7_500,
    "12-day-old " * 5_500,
    "’s" * 30_000,
    "é" * 60_000,
    "https://" * 7_500,
    "crime number " * 4_600,
]


WORDS = re.findall(
    r"\S+",
    "Kyle Thompson Mr. St School born died on 3 May 2012 / . , ( ) ’s 07700 900123 the of mother"
    " called Road 14 BD7 2QL @ a@b.co NHS 943 476 5919 aged days village - Smith SMITH, John",
)


class TestAnyText:
    @pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:20].strip() or "lines")
    def test_hostile_texts_take_no_longer_than_others(self, text):
        text = text[:30_000]
        half, whole = (
            min(self.seconds(part) for _ in range(3)) for part in (text[: len(text) // 2], text)
        )
        assert whole < 5
        assert whole < 3.2 * half + 0.3  # twice the text; four times would be quadratic

    def test_ten_thousand_words(self):
        text = " ".join(passage["text"] for passage in read("held") if not passage["find"])
        words = (text.split() * (10_000 // len(text.split()) + 1))[:10_000]
        taken = min(self.seconds(" ".join(words)) for _ in range(4))
        assert taken < 1  # about 0.05 where nothing else runs

    @settings(max_examples=150, deadline=None)
    @given(
        st.lists(
            st.sampled_from(WORDS) | st.text(max_size=12),
            max_size=60,
        ).map(" ".join),
        st.booleans(),
    )
    def test_any_words(self, text, anonymous):
        context = Context(title="Child A", partnership="Northmere", anonymous=anonymous)
        for one in identifying.find({"summary": text}, context):
            assert one.text == text[one.start : one.end] != ""
            assert one.code in SENTENCES

    def seconds(self, text):
        started = time.process_time()
        identifying.find({"summary": text}, Context(title="Child A", anonymous=True))
        return time.process_time() - started
