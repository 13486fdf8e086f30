"""Marks in a source text: every place is marked whole, whatever else it overlaps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.editing.batches.marks import Place, places_of, tokens

TEXT = "A boy of four, in March."


def drawn(places, text=TEXT, start=0):
    """Marks written as brackets with their keys; a small letter o: not the first piece."""
    found = []
    for token in tokens(text, places, start):
        if token.opens:
            found.append(f"<{token.opens}{'' if token.first else '…'}:")
        else:
            found.append(">" if token.closes else token.text)
    return "".join(found)


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([], TEXT),
        ([Place(2, 5, "sex")], "A <sex:boy> of four, in March."),
        ([Place(2, 13, "child"), Place(9, 13, "age")], "A <child:boy of <age:four>>, in March."),
        ([Place(2, 13, "a"), Place(9, 23, "b")], "A <a:boy of <b:four>><b…:, in March>."),
        ([Place(2, 5, "a"), Place(2, 5, "b")], "A <a:<b:boy>> of four, in March."),
        ([Place(0, 1, "a"), Place(1, 2, "b")], "<a:A><b: >boy of four, in March."),
        ([Place(18, 90, "a")], "A boy of four, in <a:March.>"),
        ([Place(7, 7, "nothing")], TEXT),
        ([Place(50, 60, "elsewhere")], TEXT),
    ],
)
def test_marks(places, said):
    assert drawn(places) == said


def test_places_count_in_the_whole_text():
    assert drawn([Place(102, 105, "sex"), Place(0, 102, "before")], TEXT, 100) == (
        "<before:A ><sex:boy> of four, in March."
    )


PLACES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20)), max_size=8)


@given(st.text(max_size=30), PLACES, st.integers(0, 5))
def test_every_place_is_marked_whole_and_the_text_stays(text, given_places, start):
    places = [Place(a, a + n, f"k{i}") for i, (a, n) in enumerate(given_places)]
    marked, open_, said = {place.key: set() for place in places}, [], ""
    firsts = []
    for token in tokens(text, places, start):
        if token.opens:
            open_.append(token.opens)
            firsts += [token.opens] if token.first else []
        elif token.closes:
            open_.pop()
        else:
            for key in open_:
                marked[key] |= set(range(start + len(said), start + len(said) + len(token.text)))
            said += token.text
    assert (said, open_) == (text, [])
    whole = set(range(start, start + len(text)))
    assert marked == {p.key: set(range(p.start, p.end)) & whole for p in places}
    assert sorted(firsts) == sorted(key for key, found in marked.items() if found)


def test_of_lists_each_item_has_its_own_place():
    fields = {
        "title": {"start": 0, "end": 7, "confidence": 0.9},
        "learning": {
            "start": 10,
            "end": 40,
            "confidence": 0.5,
            "items": [
                {"start": 10, "end": 20, "confidence": 0.9},
                {"start": 22, "end": 40, "confidence": 0.5},
            ],
        },
    }
    assert list(places_of(fields)) == [
        Place(0, 7, "title", 0.9),
        Place(10, 20, "learning-1", 0.9),
        Place(22, 40, "learning-2", 0.5),
    ]
