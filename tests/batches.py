"""Texts that were read in, for tests of the desk: rows in the form that intake gives them."""

from reviews.dates import PartialDate
from reviews.editing.batches import columns
from reviews.intake.formats.texts import Text
from reviews.models import Batch, Proposal

ACCOUNT = (
    "Child B was four. The family had moved three times in two years, and each new service began"
    " from nothing. Nobody had seen where the boy slept."
)
POINTS = ("Ask who lives in the home.", "Listen to what a child says.")


FACTS = {
    "reference": None,
    "type": "serious-case-review",
    "partnership": None,
    "anonymous": False,
    "published": "2023-04",
    "added": "2023-05",
    "summary": ACCOUNT,
    "children": [{"age": "P4Y", "age_text": "four", "sex": "boy"}],
    "outcome": "death",
    "harms": ["drowning"],
    "themes": ["neglect"],
    "agencies": [],
    "learning": [{"text": point, "themes": ["neglect"], "agencies": []} for point in POINTS],
    "recommendations": [],
    "documents": [{"label": "Practice review", "kind": "overview-report", "url": None}],
    "keywords": ["moves"],
    "certainty": "stated",
    "role": "harmed",
    "incomplete": False,
}


def entry(title="Child B", *, warnings=(), place=0, **changes):
    """An entry's text and its proposal, as if it began at this place of the whole text."""
    text = f"{title}\n\n{ACCOUNT}\n\nLearning includes: {POINTS[0]}; {POINTS[1]}\n\n"
    read = {
        **FACTS,
        "title": title,
        "warnings": [{"field": f, "code": "test", "text": words} for f, words in warnings],
        "source": {"start": place, "end": place + len(text)},
        "fields": places(text, title, place),
    }
    return text, read | changes


def places(text, title, place):
    """Where some of it was read: surely, fairly surely, and so that it has to be looked at."""

    def at(piece, confidence=1.0, **more):
        start = place + text.index(piece)
        return {"start": start, "end": start + len(piece), "confidence": confidence, **more}

    items = [at(point, 0.95) for point in POINTS]
    themes = [at("Listen to what a child says", 0.7, words=["listen", "says"])]
    return {
        "title": at(title),
        "summary": at(ACCOUNT),
        "children": at("was four", 0.5, items=[at("was four", 0.5)]),
        "learning": {**items[0], "end": items[1]["end"], "items": items},
        "themes": {**themes[0], "items": themes},
    }


def make_batch(by, *entries, **values):
    """A batch of these entries: titles, or what `entry` takes by name."""
    text, reads = "", []
    for one in entries or ("Child B",):
        held = {"title": one} if isinstance(one, str) else one
        more, read = entry(**held, place=len(text))
        text += more
        reads.append(read)
    fields = {"name": "May list", "origin": "pasted", "month": "2023-05", "text": text, "by": by}
    batch = Batch.objects.create(**{**fields, **values})
    Proposal.objects.bulk_create(
        Proposal(batch=batch, order=order, read=read) for order, read in enumerate(reads, start=1)
    )
    return batch


def make_table(by, text="Title\nChild B\n", name="May table.csv", month="2023-05"):
    """A table that was read in, whose columns nobody has chosen yet."""
    read = Text(text, "csv")
    return columns.keep_table(read, name=name, month=PartialDate(month), by=by)


def proposal(batch, order=1):
    return batch.proposals.select_related("batch").get(order=order)
