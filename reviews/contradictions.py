"""What can be wrong between the fields of a record that are each right."""

import re
from typing import TYPE_CHECKING

from reviews.parsing import Problem

if TYPE_CHECKING:
    from reviews.records import ReviewRecord

# A number of five digits or more begins with another than 0, so that each is written in one way.
REFERENCE_PARTS = re.compile("(CR|EX)-([0-9]{4})-([0-9]{4}|[1-9][0-9]{4,15})")


def contradictions(record: "ReviewRecord") -> list[Problem]:
    """Every contradiction in a record."""
    found = []
    match = REFERENCE_PARTS.fullmatch(record.reference)
    if match and (match[1] == "EX") != record.illustrative:
        reason = "is false, but only an illustrative review’s reference begins with EX-"
        if record.illustrative:
            reason = "is true, but the reference of an illustrative review begins with EX-"
        found.append(Problem("illustrative", f"{reason}. Correct one of the two."))
    if match and record.added and match[2] != record.added.iso[:4]:
        reason = f"has the year {match[2]}, but the review was added in {record.added.iso[:4]}"
        found.append(Problem("reference", f"{reason}. Correct one of the two."))
    if record.published and record.incident and record.published.latest < record.incident.earliest:
        reason = f"{record.published.iso} is before the incident ({record.incident.iso})"
        found.append(Problem("published", f"{reason}. Correct one of the two."))
    if record.anonymous and record.partnership:
        reason = "is given, but the review is anonymous. Write null, or anonymous: false."
        found.append(Problem("partnership", reason))
    return found
