"""Why the database refused a record, in words for the people who wrote it."""

from django.db import DatabaseError

from reviews.parsing import Problem

# Classes of SQLSTATE that say something about the rows: bad data, a broken constraint, a lock
# or row lost to somebody else, a limit, a trigger that refused.
_ABOUT_ROWS = ("22", "23", "40", "54", "P0")

_BROKEN = {
    "review_reference_form": ("reference", "is not a reference. Write one such as CR-2023-0007."),
    "review_illustrative_says_so": ("illustrative", "does not agree with the reference."),
    "review_has_title": ("title", "is empty. Write the name the review uses."),
    "review_added_is_month": ("added", "is not a month. Write one such as 2023-05."),
    "review_anonymous_has_no_partnership": (
        *("partnership", "is given, but the review is anonymous. Write null."),
    ),
    "review_anonymous_is_not_a_place": ("partnership", "is no place. Write anonymous: true."),
    "review_published_not_before_incident": ("published", "is before the incident."),
    "child_age_and_years_agree": ("children", "have an age that can’t be stored."),
    "point_has_text": ("learning", "has a point without text. Write it or remove it."),
    "document_has_label": ("documents", "have one without a label. Write it."),
    "document_link_is_http": ("documents", "have a link that is not a web address."),
}
_KINDS = {
    "23503": "names a term or partnership that was removed meanwhile. Run the command again.",
    "23505": "was loaded by somebody else at the same moment. Run the command again.",
    "22001": "has a text that is too long.",
    "40": "was changed by somebody else at the same moment. Run the command again.",
    "54": "has more text than can be searched. Shorten the summary.",
}


def is_about_a_record(error: DatabaseError) -> bool:
    """Whether the rows are at fault, and not the server, the disk or the connection."""
    return _state(error).startswith(_ABOUT_ROWS)


def reason_of(error: DatabaseError) -> Problem:
    """What to tell about the record that the database refused."""
    diagnosis = getattr(error.__cause__, "diag", None)
    constraint = getattr(diagnosis, "constraint_name", None) or ""
    if constraint in _BROKEN:
        return Problem(*_BROKEN[constraint])
    state = _state(error)
    for kind, reason in _KINDS.items():
        if state.startswith(kind):
            return Problem("", reason)
    said = getattr(diagnosis, "message_primary", None) or str(error).partition("\n")[0]
    return Problem("", f"was refused by the database: {said}")


def _state(error: DatabaseError) -> str:
    return getattr(error.__cause__, "sqlstate", None) or ""
