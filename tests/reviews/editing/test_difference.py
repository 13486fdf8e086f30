"""How one state of a review differs from another: words, terms, values, rows; the audit's lines."""

import re
import time
from dataclasses import fields, replace

import pytest
from django.template.loader import get_template
from hypothesis import given, settings
from hypothesis import strategies as st

from reviews import limits
from reviews.ages import Age
from reviews.choices import Nation, Sex
from reviews.dates import PartialDate
from reviews.editing.blocks import common, longest_rising
from reviews.editing.difference import FIELDS, OF_ROWS, differences, summary_of
from reviews.editing.pairing import paired
from reviews.editing.spans import between
from reviews.records import ChildRecord, DocumentRecord, PointRecord, ReviewRecord

POINTS = tuple(
    PointRecord(text, themes, ())
    for text, themes in (
        ("Ask what a family's move has interrupted.", ("moving-between-areas",)),
        ("A child's weight is evidence: plot it and say what it shows.", ()),
        ("Hear from every adult who looks after the child.", ("unseen-men", "assessment")),
        ("Keep a record that the next worker can use.", ("record-keeping",)),
    )
)
RECORD = ReviewRecord(
    reference="CR-2023-0007",
    title="Child M",
    headline="",
    type="serious-case-review",
    nation=Nation.ENGLAND,
    partnership="northmere",
    anonymous=False,
    published=PartialDate("2023-03"),
    added=PartialDate("2023-05"),
    incident=PartialDate("2020-12-05"),
    content_note="",
    incident_note="",
    summary="Child M was two.\n\nThe family had moved twice.",
    children=(ChildRecord(Age("P2Y"), "two-year-old", Sex.GIRL),),
    outcome="serious-harm",
    harms=("neglect",),
    themes=("assessment", "supervision"),
    agencies=("police",),
    learning=POINTS,
    recommendations=(PointRecord("Agree how records follow a child.", (), ("police",)),),
    documents=(DocumentRecord("Review", "practice-review", "https://example.org/m.pdf"),),
    keywords=("faltering growth",),
    illustrative=False,
)
MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
WORDS = st.lists(
    st.sampled_from(["the", "child", "was", "seen", "a", "b", ".", ",", "mother’s", "4-year-old"])
    | st.sampled_from(["\n", "\n\n", "(", "£3.50", "…", "x" * 20]),
    max_size=40,
).map(" ".join)


def marked(before, after):
    """The difference with its marks, a bar between paragraphs."""
    return " | ".join(
        "".join(MARKS[span.kind].format(span.text) for span in paragraph.spans)
        for paragraph in between(before, after)
    )


def squeezed(text):
    return re.sub(r"\s", "", text)


def only(before, after, **kwargs):
    (found,) = differences(before, after, **kwargs)
    return found


class TestWords:
    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            ("", "", ""),
            ("the old house", "the old house", "the old house"),
            ("the old house", "the new house", "the [-old-] {+new+} house"),
            ("the very old house", "the old house", "the [-very-] old house"),
            ("the old house", "the very old house", "the {+very+} old house"),
            ("", "new text", "{+new text+}"),
            ("old text", "", "[-old text-]"),
            ("A house.", "A house!", "A house[-.-]{+!+}"),
            ("a mother's", "a mother’s", "a [-mother's-] {+mother’s+}"),
            ("aged 4.5 years", "aged 5.5 years", "aged [-4.5-] {+5.5+} years"),
            (
                "The partner, aged 25, moved in",
                "The partner moved in",
                "The partner[-, aged 25,-] moved in",
            ),
            # spaces are nothing, breaks are
            ("same  text ", " same text", "same text"),
            ("One. Two.", "One.\n\nTwo.", "One.{+¶+} | Two."),
            ("One.\n\nTwo.", "One. Two.", "One.[-¶-] Two."),
            ("one\ntwo", "one\n\ntwo", "one[-¶-]{+¶+} | two"),
            ("one\n \n\ntwo", "one\n\ntwo", "one | two"),
            ("A.\r\n\r\nB.", "A.\n\nB.", "A. | B."),
            ("A one.\n\nB two.\n\nC.", "A one.\n\nC.", "A one. | [-B two.-] | C."),
            ("A one.\n\nC.", "A one.\n\nB two.\n\nC.", "A one. | {+B two.+} | C."),
            ("P one.\n\nP two.", "P one.\n\nP x.\n\nP two.", "P one. | {+P x.+} | P two."),
            # a change stands where a sentence begins
            ("Respond to it.", "Respond to it. Always.", "Respond to it. {+Always.+}"),
            ("A b. A c.", "A b. A x. A c.", "A b. {+A x.+} A c."),
            ("The a was.", "The b is. The a was.", "{+The b is.+} The a was."),
            ("One. Two. Three.", "One. Three.", "One. [-Two.-] Three."),
            # few words between longer changes are part of one change
            (
                "Staff should write of risks they found in every case.",
                "Practitioners have to say of dangers they noticed in every case.",
                "[-Staff should write of risks-] {+Practitioners have to say of dangers+}"
                " they [-found-] {+noticed+} in every case.",
            ),
            (
                "The child was seen by a doctor in May.",
                "The girl was seen twice by a nurse.",
                "The [-child-] {+girl+} was seen {+twice+} by a [-doctor in May-] {+nurse+}.",
            ),
        ],
    )
    def test_what_is_shown(self, before, after, expected):
        assert marked(before, after) == expected

    @given(WORDS, WORDS)
    def test_both_texts_are_there_in_full(self, before, after):
        spans = [span for part in between(before, after) for span in part.spans]
        texts = {
            gone: squeezed("".join(s.text for s in spans if s.kind != gone)).replace("¶", "")
            for gone in ("added", "removed")
        }

        assert texts == {"added": squeezed(before), "removed": squeezed(after)}

    @given(WORDS)
    def test_a_text_is_as_it_was(self, text):
        assert all(part.is_same for part in between(text, text))

    @given(WORDS, WORDS)
    def test_neighbouring_spans_are_of_different_kinds_and_none_is_empty(self, before, after):
        for part in between(before, after):
            kinds = [span.kind for span in part.spans]
            assert all(one != other for one, other in zip(kinds, kinds[1:], strict=False))
            assert all(span.text for span in part.spans)

    @pytest.mark.parametrize(
        "case",
        ["every second word", "reversed", "two words", "short words", "paragraphs", "spaces"],
    )
    def test_a_hundred_thousand_characters_cost_no_more_than_moments(self, case):
        numbers = [f"w{number}" for number in range(17_000)]
        before, after = {
            "every second word": (
                " ".join(numbers),
                " ".join(word if n % 2 else f"x{n}" for n, word in enumerate(numbers)),
            ),
            "reversed": (" ".join(numbers), " ".join(reversed(numbers))),
            "two words": ("a b " * 25_000, "b a a " * 17_000),
            "short words": (
                " ".join(f"k{n} " + "a b " * 32 for n in range(700)),
                " ".join(f"k{n} " + "b b a " * 22 for n in range(700)),
            ),
            "paragraphs": ("a\n\n" * 33_000, "b\n\n" * 33_000),
            "spaces": (" " * 99_999 + "x", " \n" * 50_000),
        }[case]
        begun = time.process_time()

        assert between(before[: limits.SUMMARY], after[: limits.SUMMARY])

        assert time.process_time() - begun < 3


class TestBlocks:
    @given(st.text("abcd", max_size=300), st.text("abcd", max_size=300))
    @settings(max_examples=60)
    def test_blocks_are_the_same_on_both_sides_and_in_order(self, one, other):
        ends = (0, 0)
        for before, after, length in common(one, other):
            assert length > 0
            assert one[before : before + length] == other[after : after + length]
            assert before >= ends[0]
            assert after >= ends[1]
            ends = before + length, after + length

    def test_words_that_stand_once_are_found_in_long_texts(self):
        one = [f"{word}{n}" for n in range(400) for word in ("x", "the")]
        other = [word for word in one if word != "x200"]

        assert sum(block.length for block in common(one, other)) == len(one) - 1

    @given(st.lists(st.integers(0, 9), max_size=12, unique=True))
    def test_the_longest_rising_series(self, numbers):
        found = [numbers[index] for index in longest_rising(numbers)]
        longest = [1] * len(numbers)
        for end, number in enumerate(numbers):
            before = [longest[n] for n in range(end) if numbers[n] < number]
            longest[end] += max(before, default=0)

        assert found == sorted(found)
        assert len(found) == max(longest, default=0)


class TestPairing:
    @pytest.mark.parametrize(
        ("before", "after", "keys", "pairs"),
        [
            ("a b c", "a b c", ("", ""), [(0, 0), (1, 1), (2, 2)]),
            ("a b c", "c a", ("", ""), [(0, 1), (2, 0)]),
            ("a a b", "a b a", ("", ""), [(0, 0), (1, 2), (2, 1)]),
            ("a b", "b a", ("p1 p2", "p1 p2"), [(0, 0), (1, 1)]),
            ("a b", "x b", ("p1 p2", "p2 p1"), [(0, 1), (1, 0)]),
            ("a b", "b c", ("p1 p2", "n1 n2"), [(1, 0)]),
            ("a b", "b c", ("p1", "n1 n2"), [(1, 0)]),
        ],
    )
    def test_by_key_then_by_text(self, before, after, keys, pairs):
        assert paired(before.split(), after.split(), tuple(k.split() for k in keys)) == pairs

    def test_by_likeness_the_most_alike_first(self):
        before = ["ask the child what they want", "ask the family what they want"]
        after = ["ask the family what they need", "write it down"]

        assert paired(before, after) == [(1, 0)]

    def test_what_is_left_over_one_by_one_if_asked(self):
        assert paired(["a", "b", "c"], ["x", "b", "y", "z"], in_order=True) == [
            *[(0, 0), (1, 1), (2, 2)],
        ]

    def test_the_longest_lists_cost_no_more_than_moments(self):
        text = " ".join(f"w{n}" for n in range(300))
        rows = [f"{text} {n}" for n in range(limits.MOST_POINTS)]
        begun = time.process_time()

        found = paired(rows, [f"{row} more" for row in rows])

        assert found == [(n, n) for n in range(limits.MOST_POINTS)]
        assert time.process_time() - begun < 3


CHANGED = {
    "reference": "CR-2023-0008",
    "title": "Child N",
    "headline": "A girl of two",
    "type": "rapid-review",
    "nation": Nation.WALES,
    "partnership": "",
    "anonymous": True,
    "published": None,
    "added": PartialDate("2023-06"),
    "incident": PartialDate("2020"),
    "content_note": "Neglect",
    "incident_note": "Unwell",
    "summary": "Child M was two.",
    "children": (),
    "outcome": "death",
    "harms": (),
    "themes": ("assessment",),
    "agencies": ("police", "education"),
    "learning": POINTS[:2],
    "recommendations": (),
    "documents": (),
    "keywords": (),
    "illustrative": True,
}


class TestReviews:
    def test_nothing_differs_from_itself(self):
        assert differences(RECORD, RECORD) == []

    def test_every_field_of_a_record_is_compared(self):
        assert set(FIELDS) == {field.name for field in fields(ReviewRecord)} == set(CHANGED)
        rows = {
            "children": ChildRecord,
            "learning": PointRecord,
            "recommendations": PointRecord,
            "documents": DocumentRecord,
        }
        assert {name: set(labels) for name, labels in OF_ROWS.items()} == {
            name: {field.name for field in fields(row)} for name, row in rows.items()
        }

    @pytest.mark.parametrize("field", CHANGED)
    def test_a_field_that_changed_is_found_and_no_other(self, field):
        found = differences(RECORD, replace(RECORD, **{field: CHANGED[field]}))

        assert {one.field for one in found} == {field}
        assert all(one.details for one in found)

    @pytest.mark.parametrize(
        ("field", "label", "before", "after"),
        [
            ("outcome", "Outcome", "serious harm", "death"),
            ("nation", "Nation", "England", "Wales"),
            ("incident", "When it happened", "5 December 2020", "2020"),
            ("published", "Published by them", "March 2023", "not given"),
            ("partnership", "Partnership", "northmere", "not given"),
            ("anonymous", "Published anonymously", "no", "yes"),
            ("keywords", "Keywords", "faltering growth", "not given"),
        ],
    )
    def test_values_are_in_words(self, field, label, before, after):
        found = only(RECORD, replace(RECORD, **{field: CHANGED[field]}))

        assert (found.label, found.verb) == (label, "changed")
        assert (found.details[0].before, found.details[0].after) == (before, after)

    def test_terms_that_came_and_went_have_the_names_they_are_given(self):
        def name_of(field, slug):
            return f"{field}:{slug}"

        after = replace(RECORD, themes=("supervision", "record-keeping"))
        found = only(RECORD, after, name_of=name_of)

        assert found.details[0].removed == ("themes:assessment",)
        assert found.details[0].added == ("themes:record-keeping",)

    def test_terms_have_no_order_but_keywords_have(self):
        assert differences(RECORD, replace(RECORD, themes=RECORD.themes[::-1])) == []
        before = replace(RECORD, keywords=("a", "b"))
        found = only(before, replace(before, keywords=("b", "a")))
        assert (found.details[0].before, found.details[0].after) == ("a; b", "b; a")

    def test_a_text_that_differs_in_its_spaces_says_so(self):
        found = only(RECORD, replace(RECORD, title="Child  M"))

        assert found.details[0].is_spacing
        assert not only(RECORD, replace(RECORD, title="Child N")).details[0].is_spacing


def learning(*points, keys=""):
    return {"record": replace(RECORD, learning=points), "keys": {"learning": keys.split()}}


def said(before, after):
    found = differences(
        before["record"], after["record"], keys_before=before["keys"], keys_after=after["keys"]
    )
    return summary_of(found)


class TestRows:
    A, B, C, D = POINTS

    def test_a_row_that_came_does_not_move_those_behind_it(self):
        new = PointRecord("Something wholly different.", (), ())

        assert said(learning(*POINTS), learning(new, *POINTS)) == ["Learning point 1 added"]
        assert said(learning(new, *POINTS), learning(*POINTS)) == ["Learning point 1 removed"]

    def test_a_row_that_moved(self):
        moved = learning(self.D, self.A, self.B, self.C)

        assert said(learning(*POINTS), moved) == ["Learning point 4 moved to 1"]

    def test_rows_that_changed_in_text_and_terms(self):
        text = replace(self.B, text=self.B.text + " Act on it.")
        terms = replace(self.C, themes=("assessment",), agencies=("police",))

        assert said(learning(*POINTS), learning(self.A, text, terms, self.D)) == [
            "Learning point 2 changed (text)",
            "Learning point 3 changed (themes, for)",
        ]

    def test_a_row_that_moved_and_changed(self):
        changed = replace(self.D, text=self.D.text + " Always.")

        assert said(learning(*POINTS), learning(changed, self.A, self.B, self.C)) == [
            "Learning point 4 moved to 1 and changed (text)"
        ]

    def test_a_row_with_the_same_key_is_the_same_however_it_reads(self):
        other = PointRecord("Entirely other words.", (), ())
        before, after = learning(self.A, self.B, keys="p1 p2"), learning(self.A, other)

        assert said(before, {**after, "keys": {"learning": ["p1", "p2"]}}) == [
            "Learning point 2 changed (text)"
        ]
        assert said(before, {**after, "keys": {"learning": ["p1", "n1"]}}) == [
            "Learning point 2 removed",
            "Learning point 2 added",
        ]

    def test_what_went_stands_behind_what_it_stood_behind(self):
        new = PointRecord("Something wholly different.", (), ())

        found = differences(RECORD, replace(RECORD, learning=(self.A, self.C, new)))

        assert [(one.verb, one.was, one.now) for one in found] == [
            ("removed", 2, 0),
            ("removed", 4, 0),
            ("added", 0, 3),
        ]

    def test_a_new_row_shows_all_that_it_has(self):
        found = only(replace(RECORD, learning=()), replace(RECORD, learning=(self.C,)))

        text, themes = found.details
        assert [span.kind for span in text.paragraphs[0].spans] == ["added"]
        assert themes.added == ("unseen men", "assessment")

    def test_children_are_taken_in_turn(self):
        older = ChildRecord(Age("P5Y"), "five", Sex.BOY)
        found = only(RECORD, replace(RECORD, children=(older,)))

        assert [(one.label, one.before, one.after) for one in found.details] == [
            ("Age", "2 years", "5 years"),
            ("Age in the review’s words", "two-year-old", "five"),
            ("Sex", "Girl", "Boy"),
        ]

    def test_a_document_is_known_by_its_name_and_link(self):
        (document,) = RECORD.documents
        brief = DocumentRecord("Learning brief", "briefing", "")
        linked = replace(document, url="https://example.org/n.pdf")

        found = differences(RECORD, replace(RECORD, documents=(brief, linked)))

        assert summary_of(found) == ["Document 1 added", "Document 2 changed (link)"]


class TestSummary:
    def test_values_of_vocabularies_are_repeated(self):
        after = replace(RECORD, **{name: CHANGED[name] for name in ("outcome", "type", "nation")})
        terms = replace(after, themes=("assessment", "record-keeping"))

        assert summary_of(differences(RECORD, terms)) == [
            "Type of review: serious case review → rapid review",
            "Nation: England → Wales",
            "Outcome: serious harm → death",
            "Themes: record keeping added, supervision removed",
        ]

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            *((name, "Zebedee") for name in ("title", "headline", "content_note", "summary")),
            *(("incident_note", "Zebedee"), ("partnership", "zebedee")),
            *(("keywords", ("Zebedee",)), ("incident", PartialDate("2021-02-03"))),
            ("published", PartialDate("2021-02-03")),
            ("children", (ChildRecord(Age("P38D"), "Zebedee, 38 days", Sex.BOY),)),
            ("learning", (PointRecord("Zebedee", (), ()), *POINTS)),
            ("recommendations", (PointRecord("Zebedee", (), ()),)),
            ("documents", (DocumentRecord("Zebedee", "practice-review", "https://zebedee.org"),)),
        ],
    )
    def test_what_could_identify_a_child_is_not_repeated(self, field, value):
        """The audit can't be changed, so a mended mistake must not live on in it."""
        other = replace(RECORD, **{field: value})
        for before, after in ((RECORD, other), (other, RECORD)):
            said = " ".join(summary_of(differences(before, after))).lower()
            assert said
            assert not re.search("zebedee|2021|february|38|boy", said)


class TestComponent:
    def rendered(self, before, after):
        found = differences(before, after)
        return get_template("components/difference.html").render({"differences": found})

    def test_what_came_and_went_is_said_as_well_as_shown(self):
        page = self.rendered(RECORD, replace(RECORD, title="Child N", themes=("assessment",)))

        assert (
            'Child <del><span class="hide">[removed: </span>M<span class="hide">]</span></del>'
            ' <ins><span class="hide">[added: </span>N<span class="hide">]</span></ins>'
        ) in page
        assert '<del><span class="hide">removed: </span>supervision</del>' in page

    def test_rows_say_what_became_of_them(self):
        moved = (POINTS[3], *POINTS[:3])
        new = (*POINTS, PointRecord("Something wholly different.", (), ()))

        assert "moved from 4 to 1" in self.rendered(RECORD, replace(RECORD, learning=moved))
        page = self.rendered(RECORD, replace(RECORD, learning=new))
        assert 'Learning point 5 <span class="meta">added</span>' in page

    def test_what_was_typed_is_never_markup(self):
        page = self.rendered(RECORD, replace(RECORD, title="<b>M", partnership="<script>"))

        assert "<b>" not in page
        assert "<script" not in page
        assert "&lt;script&gt;" in page
