"""Drafts and corrections of briefings for tests of the desk, as they would be typed."""

from briefings.choices import Kind
from briefings.editing import releasing, saving
from briefings.editing.edit_form import EditForm
from briefings.editing.judging import judge
from briefings.models import Edition
from reviews.editing.vocabulary import vocabulary
from reviews.models import Theme
from tests.factories import make_review, make_term

REASON = "The sources say so."


def make_cited(**overrides):
    """A public review with two points, as drafts here cite it."""
    return make_review(themes=["neglect"], learning=["Ask.", "Listen."], **overrides)


def typed_over(review):
    """A whole briefing over one review, in which the checks find nothing."""
    make_term(Theme, "neglect")
    point = review.points.first()
    return {
        "title": "When nobody asks",
        "standfirst": "What one review says of asking.",
        "published": "May 2026",
        "selection": "theme=neglect",
        "themes": ["neglect"],
        "pinned": [f"r{review.pk}"],
        "sections": ["n1"],
        "sections-n1-heading": "Issues",
        "sections-n1-kind": "learning",
        "statements": ["n1"],
        "statements-n1-section": "n1",
        "statements-n1-text": "Nobody asked the child.",
        "statements-n1-evidence": [f"p{point.pk}"],
    }


def begin(by, review=None, **texts):
    """A draft in which everything is typed; texts replace what stands in its fields."""
    review = review or make_cited()
    edition = saving.begin(kind=Kind.BRIEFING, title="When nobody asks", by=by)
    write(edition, by, **{**typed_over(review), **texts})
    return stored(edition)


def write(edition, by, **texts):
    """Type into the fields of an edition's edit page and save."""
    now = saving.opened(edition)
    found = now.typed.copy()
    for name, text in texts.items():
        found.set(name, *([text] if isinstance(text, str) else text))
    return saving.save(
        edition=edition, typed=found, opened_at=now.number, by=by, vocabulary=vocabulary()
    )


def form_of(edition):
    return EditForm(edition, saving.opened(edition).typed, vocabulary())


def findings(edition):
    """What is to be acknowledged before it can be published."""
    return judge(form_of(edition)).to_acknowledge


def publish(by, **texts):
    """A briefing that was written at the desk and is public."""
    return release(begin(by, **texts), by)


def release(edition, by, **options):
    reasons = {finding.key: REASON for finding in findings(edition)}
    options.setdefault("acknowledged", reasons)
    releasing.release(edition=edition, by=by, vocabulary=vocabulary(), **options)
    return stored(edition)


def stored(edition):
    return Edition.objects.select_related("piece").get(pk=edition.pk)


def posted(edition, **fields):
    """What the page of publishing sends: what was looked at, and a reason for each finding."""
    reasons = {f"reason-{finding.key}": REASON for finding in findings(edition)}
    return {"number": saving.opened(edition).number, **reasons, **fields}
