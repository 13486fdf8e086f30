"""What the checks say of a record before it is published: one entry point over all of them.

Codes and what they say to an editor stand in `sentences.py`, how grave each is where it is found.
"""

from django.db.models import Q
from django.utils import timezone

from reviews.editing.checks import combinations, duplicates, facts, identifying
from reviews.editing.checks.duplicates import Duplicate
from reviews.editing.checks.finding import Context, Finding, Severity
from reviews.models import Partnership
from reviews.records import ReviewRecord

__all__ = ["Context", "Duplicate", "Finding", "Severity", "duplicates_of", "run", "texts"]


def run(record: ReviewRecord, *, review_pk: int | None) -> list[Finding]:
    """Every finding, each once: facts, identifying details, then possible duplicates.

    Four statements; the rest about 5 ms for a review of 1,000 words.
    """
    partnership = _partnership(record)
    context = Context.of(record, partnership.name if partnership else record.partnership)
    found = [
        *facts.find(record, timezone.localdate()),
        *identifying.find(texts(record), context),
        *combinations.of_facts(context),
        *(_of_duplicate(one) for one in _duplicates(record, partnership, review_pk)),
    ]
    return list({(one.key, one.field, one.start): one for one in found}.values())


def duplicates_of(record: ReviewRecord, *, review_pk: int | None) -> list[Duplicate]:
    """The reviews that a record may be a second copy of, to be shown beside it."""
    return _duplicates(record, _partnership(record), review_pk)


def texts(record: ReviewRecord) -> dict[str, str]:
    """Every text of a record that the public would read, by field: "learning.2" counts from 1."""
    found = {
        name: getattr(record, name)
        for name in ("title", "headline", "incident_note", "content_note", "summary")
    }
    for rows in ("learning", "recommendations"):
        for number, point in enumerate(getattr(record, rows), start=1):
            found[f"{rows}.{number}"] = point.text
    for number, child in enumerate(record.children, start=1):
        found[f"children.{number}"] = child.age_text
    for number, document in enumerate(record.documents, start=1):
        found[f"documents.{number}"] = document.label
    found["keywords"] = "; ".join(record.keywords)
    return {name: text for name, text in found.items() if text}


def _of_duplicate(one: Duplicate) -> Finding:
    return Finding("duplicate", "title", 0, 0, one.reference, Severity.ACKNOWLEDGE)


def _duplicates(
    record: ReviewRecord, partnership: Partnership | None, review_pk: int | None
) -> list[Duplicate]:
    dates = (record.added, record.published)
    return duplicates.candidates(
        title=record.title,
        years={date.latest.year for date in dates if date},
        partnership_id=partnership.pk if partnership else None,
        account=record.summary,
        points=[point.text for point in (*record.learning, *record.recommendations)],
        exclude=review_pk,
    )


def _partnership(record: ReviewRecord) -> Partnership | None:
    """The partnership that a record names, by slug or name."""
    if not record.partnership or record.anonymous:
        return None
    named = Q(slug=record.partnership) | Q(name=record.partnership)
    return Partnership.objects.filter(named).exclude(pk=Partnership.ANONYMOUS).first()
