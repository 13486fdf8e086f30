"""What two people typed at the same time."""

from reviews.editing.merging import merge
from reviews.editing.typed import Typed

BASE = {
    "title": ["Child B"],
    "headline": ["A boy of four"],
    "themes": ["neglect", "housing"],
    "learning": ["p1", "p2"],
    "learning-p1-text": ["Ask."],
    "learning-p2-text": ["Listen."],
}


def typed(**changes):
    values = {name: list(texts) for name, texts in BASE.items()}
    for name, texts in changes.items():
        values[name.replace("__", "-")] = texts
    return Typed({name: texts for name, texts in values.items() if texts})


def test_changes_of_different_fields_go_together():
    merged, conflicts = merge(typed(), typed(title=["Child C"]), typed(headline=["A boy"]))
    assert (merged.get("title"), merged.get("headline"), conflicts) == ("Child C", "A boy", [])


def test_the_same_change_is_no_conflict():
    merged, conflicts = merge(typed(), typed(title=["Child C"]), typed(title=["Child C"]))
    assert (merged.get("title"), conflicts) == ("Child C", [])


def test_different_changes_of_one_field_are_a_conflict_and_mine_stands():
    merged, conflicts = merge(typed(), typed(title=["Child C"]), typed(title=["Child D"]))
    assert (merged.get("title"), conflicts) == ("Child D", ["title"])


def test_a_field_that_one_emptied_and_the_other_changed_is_a_conflict():
    merged, conflicts = merge(typed(), typed(headline=["A boy"]), typed(headline=[]))
    assert (merged.get("headline"), conflicts) == ("", ["headline"])


def test_terms_are_added_and_taken_away_by_both():
    theirs, mine = typed(themes=["neglect", "housing", "culture"]), typed(themes=["housing"])
    merged, conflicts = merge(typed(), theirs, mine)
    assert (merged.all("themes"), conflicts) == (["housing", "culture"], [])


def test_rows_that_both_added_are_both_there():
    theirs = typed(learning=["p1", "p2", "n1"], learning__n1__text=["Tell."])
    mine = typed(learning=["p2", "p1"])
    merged, conflicts = merge(typed(), theirs, mine)
    assert (merged.rows("learning"), conflicts) == (["p2", "p1", "n1"], [])
    assert merged.get("learning-n1-text") == "Tell."


def test_a_row_that_one_removed_goes():
    theirs = typed(learning=["p1"], learning__p2__text=[])
    merged, conflicts = merge(typed(), theirs, typed(title=["Child C"]))
    assert (merged.rows("learning"), conflicts) == (["p1"], [])
    assert "learning-p2-text" not in merged.names()


def test_a_row_that_one_removed_and_the_other_changed_stays_to_be_looked_at():
    theirs = typed(learning=["p1"], learning__p2__text=[])
    mine = typed(learning__p2__text=["Listen to children."])
    merged, conflicts = merge(typed(), theirs, mine)
    assert merged.rows("learning") == ["p1", "p2"]
    assert merged.get("learning-p2-text") == "Listen to children."
    assert set(conflicts) == {"learning", "learning-p2-text"}


def test_both_orders_changed_is_mine():
    merged, conflicts = merge(
        typed(learning=["p1", "p2", "p3"]),
        typed(learning=["p3", "p1", "p2"]),
        typed(learning=["p2", "p1", "p3"]),
    )
    assert (merged.rows("learning"), conflicts) == (["p2", "p1", "p3"], [])
