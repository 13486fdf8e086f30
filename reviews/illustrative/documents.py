"""Documents of a review: labels, kinds and links. A link always points to example.org."""

from reviews.illustrative.chance import Chance, Weighted

_MAIN = {
    "overview-report": ("Overview report", "Report", "Full report", "Overview report and findings"),
    "executive-summary": ("Executive summary", "Summary report"),
    "practice-review": ("Practice review", "Review report", "Practice review report"),
    "learning-brief": ("Learning brief", "One-page learning summary", "Learning summary"),
    "seven-minute-briefing": ("Seven-minute briefing", "7-minute briefing"),
    "action-plan": ("Action plan", "Response and action plan"),
    "statement": ("Statement from the partnership", "Statement on publication"),
    "other": ("Family statement", "Easy-read summary", "Appendix: terms of reference"),
}
_OLDER = Weighted({"overview-report": 70, "executive-summary": 30})
_NEWER = Weighted({"practice-review": 62, "overview-report": 26, "learning-brief": 12})
_BESIDE_OLDER = Weighted({"executive-summary": 55, "action-plan": 35, "statement": 10})
_BESIDE_NEWER = Weighted(
    {
        "seven-minute-briefing": 34,
        "learning-brief": 26,
        "executive-summary": 14,
        "action-plan": 12,
        "statement": 9,
        "other": 5,
    }
)
_BESIDE = Weighted({0: 52, 1: 34, 2: 14})


def documents(chance: Chance, reference: str, year: int) -> list[dict]:
    """Links of older reviews are mostly gone; a few reviews have no document at all."""
    if chance.odds(4):
        return []
    newer = year >= 2019
    kinds = [(_NEWER if newer else _OLDER).pick(chance)]
    for _ in range(_BESIDE.pick(chance)):
        kind = (_BESIDE_NEWER if newer else _BESIDE_OLDER).pick(chance)
        if kind not in kinds:
            kinds.append(kind)
    linked = chance.odds(86 if newer else 38)
    return [_document(chance, reference, kind, linked=linked) for kind in kinds]


def _document(chance: Chance, reference: str, kind: str, *, linked: bool) -> dict:
    url = f"https://example.org/reviews/{reference.lower()}/{kind}.pdf" if linked else None
    return {"label": chance.pick(_MAIN[kind]), "kind": kind, "url": url}
