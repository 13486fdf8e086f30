"""What is typed is put in order before it is saved: terms by their names, the selection as a query
string, statements section by section.
"""

from briefings.editing.selecting import query_of
from briefings.editing.typed import PieceTyped
from reviews.editing import settling
from reviews.editing.vocabulary import Vocabulary


def settle(typed: PieceTyped, vocabulary: Vocabulary) -> None:
    settling.settle(typed, vocabulary)
    typed.set("selection", query_of(typed.get("selection")))
    arrange(typed)


def arrange(typed: PieceTyped) -> None:
    """Statements in the order of their sections; one whose section is gone, behind the others."""
    ordered = [key for section in typed.rows("sections") for key in typed.statements_of(section)]
    typed.set("statements", *dict.fromkeys([*ordered, *typed.rows("statements")]))
