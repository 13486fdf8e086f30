"""An entry as stretches of text: what happened, a list, a label and what it is of, what is after
a link."""

from dataclasses import dataclass, replace

from reviews.intake.leads import Lead, leads
from reviews.intake.proposal import Span
from reviews.intake.sentences import trimmed

LABELS = frozenset({"background", "summary", "method", "keywords", "other"})


@dataclass(slots=True)
class Part:
    """A stretch: "opening", "section", a label's kind, or "after" a link; and what begins it."""

    kind: str
    span: Span
    lead: Lead | None = None


def parts(text: str, span: Span, taken: list[Span]) -> list[Part]:
    """The stretches between lead-ins, labels, and the places that are taken by links."""
    found: list[Part] = []
    current = Part("opening", span)
    for stretch, is_after in _between(span, taken):
        place = stretch.start
        if is_after:
            current = Part("after" if found else "opening", stretch)
        for lead in leads(text, stretch):
            if lead.number and _goes_on(current, lead):
                continue
            if lead.number:  # the number belongs to the first item
                lead = replace(lead, span=Span(lead.span.start, lead.span.start))
            _add(found, text, current, Span(place, lead.span.start))
            kind = lead.kind if lead.kind in LABELS else "section"
            current, place = Part(kind, stretch, lead), lead.span.end
        _add(found, text, current, Span(place, stretch.end))
    return found


def _goes_on(current: Part, lead: Lead) -> bool:
    """Whether "Recommendation 2:" is an item of the list that it stands in."""
    return bool(current.lead) and current.lead.kind == lead.kind  # type: ignore[union-attr]


def _between(span: Span, taken: list[Span]) -> list[tuple[Span, bool]]:
    """The stretches between what is taken, and whether something taken is before each."""
    found, place = [], span.start
    for one in sorted(taken, key=lambda one: one.start):
        found.append((Span(place, max(place, one.start)), place > span.start))
        place = max(place, one.end)
    return [*found, (Span(place, max(place, span.end)), bool(taken))]


def _add(found: list[Part], text: str, current: Part, span: Span) -> None:
    """Add a stretch; one without words only if a lead-in or label is before it."""
    bare = trimmed(text, span)
    if current.lead or bare.start < bare.end:
        found.append(Part(current.kind, bare, current.lead))
