"""Drafts and corrections for tests of the desk: a whole one, as it would be typed."""

from reviews.choices import State
from reviews.dates import PartialDate
from reviews.editing import releasing, saving
from reviews.editing.edit_form import EditForm
from reviews.editing.judging import judge
from reviews.editing.vocabulary import vocabulary
from reviews.models import Agency, DocumentKind, Harm, Outcome, Review, ReviewType, Theme
from tests.factories import make_term

TYPED = {
    "title": "Child B",
    "headline": "A boy of four, found in a river",
    "type": "serious-case-review",
    "nation": "england",
    "published": "April 2023",
    "incident": "early 2021",
    "outcome": "death",
    "summary": "Child B was four. The review looks at what was known about the family.",
    "harms": ["drowning"],
    "themes": ["neglect"],
    "children": ["n1"],
    "children-n1-age": "4 yrs 8 months",
    "children-n1-sex": "boy",
    "learning": ["n1", "n2"],
    "learning-n1-text": "Ask who lives in the home.",
    "learning-n1-themes": ["neglect"],
    "learning-n2-text": "Listen to what a child says.",
    "learning-n2-agencies": ["police"],
    "recommendations": ["n1"],
    "recommendations-n1-text": "Agree who visits.",
    "recommendations-n1-agencies": ["police"],
    "documents": ["n1"],
    "documents-n1-label": "Practice review",
    "documents-n1-kind": "overview-report",
    "documents-n1-url": "https://example.org/b.pdf",
}
REASON = "The source says so."


def make_terms():
    """The terms that a draft needs, where the project's vocabularies are not loaded."""
    for slug in ("serious-case-review", "not-stated"):
        make_term(ReviewType, slug)
    for slug in ("not-stated", "death", "serious-harm"):
        make_term(Outcome, slug)
    for model, slug in (
        (Theme, "neglect"),
        (Harm, "drowning"),
        (Agency, "police"),
        (DocumentKind, "overview-report"),
    ):
        make_term(model, slug)


def begin(by, **texts):
    """A draft in which everything is typed; texts replace what stands in its fields."""
    review = saving.begin(by=by, added=PartialDate("2023-05"))
    write(review, by, **{**TYPED, **texts})
    return review


def write(review, by, **texts):
    """Type into the fields of a review's edit page and save."""
    now = saving.opened(review)
    found = now.typed.copy()
    for name, text in texts.items():
        found.set(name, *([text] if isinstance(text, str) else text))
    return saving.save(
        review=review, typed=found, opened_at=now.number, by=by, vocabulary=vocabulary()
    )


def findings(review):
    """What is to be acknowledged before it can be published."""
    return judge(EditForm(review, saving.opened(review).typed, vocabulary())).to_acknowledge


def acknowledge(review):
    """Give a reason for all that asks for one."""
    reasons = {finding.key: REASON for finding in findings(review)}
    releasing.COPIES.acknowledge(review, reasons=reasons)


def publish(by, **texts):
    """A review that was written at the desk and is public."""
    review = begin(by, **texts)
    return release(review, by)


def release(review, by, **options):
    acknowledge(review)
    releasing.release(review=review, by=by, vocabulary=vocabulary(), **options)
    review.refresh_from_db()
    return review


def stored(review):
    return Review.objects.get(pk=review.pk)


def is_public(client, review):
    return client.get(f"/reviews/{review.reference}/").status_code == 200


def posted(review, **fields):
    """What the page of publishing sends: what was looked at, and a reason for each finding."""
    reasons = {f"reason-{finding.key}": REASON for finding in findings(review)}
    return {"number": saving.opened(review).number, **reasons, **fields}


def state_of(review):
    return State(stored(review).state)
