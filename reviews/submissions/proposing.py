"""A confirmed submission as a batch of one proposal, for the editors' queue.

What the form does not ask for is left empty and said so; nothing is guessed.
"""

from typing import Any

from django.utils import timezone

from reviews import limits, written_dates
from reviews.choices import Nation, Origin
from reviews.dates import PartialDate
from reviews.intake.proposal import Proposal as Proposed
from reviews.intake.proposal import Read, Span
from reviews.models import Batch, Proposal, ReviewType, Submission
from reviews.submissions.children import children
from reviews.submissions.items import items
from reviews.submissions.sheet import Sheet

BLANK: dict[str, Any] = {
    **dict.fromkeys(("reference", "title", "headline", "type", "nation", "partnership")),
    "anonymous": False,
    **dict.fromkeys(("published", "added", "incident", "content_note", "incident_note")),
    **{"summary": "", "children": [], "outcome": None, "harms": [], "themes": [], "agencies": []},
    **{"learning": [], "recommendations": [], "documents": [], "keywords": []},
}
REPORT = "overview-report"


def propose(submission: Submission) -> Batch:
    """The batch that a submission becomes. Whom to write to is not in it."""
    sheet = Sheet()
    proposed = _read(submission, sheet)
    whose = "a partnership that asks not to be named"
    name = f"{submission.title}, from {whose if submission.anonymous else submission.partnership}"
    today = timezone.localdate()
    batch = Batch.objects.create(
        name=name[:200],
        origin=Origin.SUBMISSION,
        text=sheet.text,
        month=PartialDate.from_month(today.year, today.month),  # type: ignore[misc]
        declared=1,
        rest={
            **{"found": 1, "declared": 1, "added": None},
            **{"warnings": [], "not_understood": []},
        },
    )
    proposed.span = Span(0, len(sheet.text))
    Proposal.objects.create(batch=batch, order=1, read=proposed.to_dict())
    return batch


def _read(submission: Submission, sheet: Sheet) -> Proposed:
    given = submission.given
    start = sheet.line("Review", given["title"])
    proposed = Proposed(record={**BLANK}, span=start)
    proposed.put("title", Read(given["title"], start))
    _put_publisher(submission, sheet, proposed)
    _put_type(given["type"], sheet, proposed)
    _put_published(given["published"], sheet, proposed)
    _put_children(given["ages"], sheet, proposed)
    proposed.put("summary", Read(given["summary"], sheet.line("What happened", given["summary"])))
    for name, label in (("learning", "Learning points"), ("recommendations", "Recommendations")):
        _put_points(name, sheet.lines(label, items(given[name])), proposed)
    _put_document(submission, sheet, proposed)
    proposed.warn("outcome", "not-asked", "The form does not ask for the outcome.")
    return proposed


def _put_publisher(submission: Submission, sheet: Sheet, proposed: Proposed) -> None:
    """Of an anonymous review the text names neither partnership nor nation: that stands with
    whom to write to, and goes with it.
    """
    if submission.anonymous:
        span = sheet.line("Partnership", "asks not to be named")
        proposed.put("anonymous", Read(True, span))
        return
    name, nation = submission.partnership, submission.given["nation"]
    proposed.put("partnership", Read(name, sheet.line("Partnership", name)))
    proposed.put("nation", Read(nation, sheet.line("Nation", str(Nation(nation).label))))


def _put_type(slug: str, sheet: Sheet, proposed: Proposed) -> None:
    found = ReviewType.objects.filter(slug=slug).first() if slug else None
    if found is None:
        proposed.warn("type", "not-given", "They were not sure of the kind of review.")
        return
    label = found.live.label
    proposed.put("type", Read(found.live.slug, sheet.line("Kind of review", label)))


def _put_published(text: str, sheet: Sheet, proposed: Proposed) -> None:
    span = sheet.line("Published", text)
    if date := written_dates.read_or_none(text):
        proposed.put("published", Read(date.iso, span))
    else:
        proposed.warn("published", "not-given", "They gave no date of publication.")


def _put_children(text: str, sheet: Sheet, proposed: Proposed) -> None:
    span = sheet.line("Age", text)
    found = children(text, span)
    proposed.put_list(
        "children",
        [
            Read(
                {"age": age.iso if age else None, "age_text": child.of(sheet.text), "sex": None},
                child,
                1.0 if age else 0.3,
            )
            for child, age in found
        ],
    )
    for child, age in found:
        if age is None:
            words = child.of(sheet.text)
            proposed.warn("children", "age-not-read", f"“{words}” could not be read as an age.")
    if not found:
        proposed.warn("children", "not-given", "They gave no age.")


def _put_points(name: str, found: list[Read[str]], proposed: Proposed) -> None:
    terms = "agencies" if name == "learning" else "addressed_to"
    points = [Read({"text": one.value, "themes": [], terms: []}, one.span) for one in found]
    proposed.put_list(name, points)


def _put_document(submission: Submission, sheet: Sheet, proposed: Proposed) -> None:
    """One document, for the link and the file alike; with the permission, where it was given.

    The link of who asks not to be named would name them, so it stands with whom to write to.
    """
    link = "" if submission.anonymous else submission.given["link"]
    span = sheet.line("Report", link)
    if submission.anonymous:
        words = "They ask not to be named. A link or a PDF of theirs may name them: look."
        proposed.warn("documents", "may-name-them", words)
    if not link and not (submission.may_host and hasattr(submission, "report")):
        proposed.warn("documents", "not-given", "There is neither a link nor a file to publish.")
        return
    document: dict[str, Any] = {"label": "Report", "kind": REPORT, "url": link or None}
    if submission.may_host:
        document["permission"] = permission(submission)
        document["permitted_on"] = timezone.localdate(submission.sent_at).isoformat()
    proposed.put_list("documents", [Read(document, span)])


def permission(submission: Submission) -> str:
    """Who permitted a copy, as the record keeps it. An anonymous partnership is not named."""
    by = submission.permitted_by
    if submission.anonymous:
        by = "the partnership, which asks not to be named"
    elif submission.partnership not in by:
        by = f"{by}, {submission.partnership}"
    how = f" (form {submission.pk})"
    return by[: limits.PERMISSION - len(how)] + how
