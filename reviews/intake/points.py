"""Learning points and recommendations of an entry, with the terms that their words suggest."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reviews import limits, matching
from reviews.intake import keywords
from reviews.intake.items import Item
from reviews.intake.lexicon import Lexicon
from reviews.intake.lists import Section
from reviews.intake.proposal import Proposal, Read, Span
from reviews.intake.sections import Body
from reviews.intake.titles import DASHES, MONTH

_LEAST = 0.5  # what a point's words must say for a term to be proposed for the point
_OF_REVIEW = 0.6  # and for the review
_BY_KEYWORD = 0.9  # what a keyword says that names a term
MOST_OF_REVIEW = 20
_AGENCIES = {"learning": "agencies", "recommendations": "addressed_to"}

# A title, or how an account begins, where a point should stand.
_ANOTHER = re.compile(
    rf"(?:(?:{MONTH})\s+)?\b(?:19|20)\d\d\s*[{DASHES}:]\s*\w[^{DASHES}.;:]{{1,60}}[{DASHES}:]\s*\w+"
    r"|(?:^|[.!?]\s+)(?:Deaths?|Suicide|Murder|Homicide|Overdose|(?:Serious |Non-accidental "
    r"|Head )?Injur(?:y|ies)"
    r"|Neglect|Sexual abuse|Stabbing|Shaking|Drowning) (?:of|to|by) (?:an?|two|three|\d+|Child"
    r"|Baby)\b",
    re.IGNORECASE,
)

# In an account: what others have as a list of learning.
_FOUND = re.compile(
    r"\b(?:the|this) (?:(?:serious|case|practice|safeguarding|learning|child|overview) )*"
    r"(?:review|report|panel) (?:(?:also|has|have) )*(?:found|finds|identif\w+|highlight\w*"
    r"|conclude[sd]?|noted|notes|considered that)\b",
    re.IGNORECASE,
)

type Suggested = dict[tuple[str, str], list[tuple[float, Span, list[str]]]]


def put(proposal: Proposal, body: Body, lexicon: Lexicon) -> None:
    """Fill keywords, learning and recommendations; then themes and agencies of the whole review."""
    suggested: Suggested = defaultdict(list)
    _put_keywords(proposal, body, lexicon, suggested)
    reads: dict[str, list[Read[dict[str, object]]]] = {"learning": [], "recommendations": []}
    for section in body.sections:
        name = "recommendations" if section.kind == "recommendations" else "learning"
        for item in section.items:
            record = _point(item, section, _AGENCIES[name], lexicon, suggested)
            reads[name].append(Read(record, item.span, item.confidence))
        if section.kind == "both":
            proposal.warn(
                "learning",
                "learning-and-recommendations",
                "Learning and recommendations stand in one list. Move what recommends something.",
            )
            proposal.warn(
                "recommendations",
                "learning-and-recommendations",
                "The recommendations stand in one list with the learning.",
            )
    _look_for_another(proposal, reads)
    for name, points in reads.items():
        proposal.put_list(name, points[: limits.MOST_POINTS])
    _warn_of_none(proposal)
    if not reads["learning"] and (said := _FOUND.search(str(proposal.record["summary"]))):
        words = (
            f"What was found seems to stand in the account: “{said[0]}”. Move it if it is learning."
        )
        proposal.warn("learning", "learning-in-account", words)
    _put_terms(proposal, suggested)


def _look_for_another(
    proposal: Proposal, reads: Mapping[str, Sequence[Read[dict[str, object]]]]
) -> None:
    """An entry whose title was not seen ends up in the list above it: that has to be said."""
    for name, points in reads.items():
        for number, point in enumerate(points, start=1):
            if found := _ANOTHER.search(str(point.value["text"])):
                words = f"Number {number} may hold another review, from “{found[0]}”."
                proposal.warn(name, "another-review", words)


def _warn_of_none(proposal: Proposal) -> None:
    if proposal.record["learning"] or proposal.record["recommendations"]:
        return
    if not any(warning.field == "learning" for warning in proposal.warnings):
        proposal.warn(
            "learning", "learning-missing", "No learning and no recommendations were found."
        )


def _point(
    item: Item, section: Section, agencies: str, lexicon: Lexicon, suggested: Suggested
) -> dict[str, object]:
    text = item.text[: limits.POINT]
    terms: dict[str, list[str]] = {"theme": [], "agency": []}
    said = (
        f"{item.audience or section.addressed}: {text}"
        if item.audience or section.addressed
        else text
    )
    for one in matching.suggest(said, lexicon.index, least=_LEAST):
        if one.term.kind in terms:
            terms[one.term.kind].append(one.term.slug)
            words = [evidence.words for evidence in one.evidence]
            suggested[one.term.kind, one.term.slug].append((one.score, item.span, words))
    if item.audience:
        text = f"{item.audience}: {text}"[: limits.POINT]
    return {"text": text, "themes": sorted(terms["theme"]), agencies: sorted(terms["agency"])}


def _put_keywords(proposal: Proposal, body: Body, lexicon: Lexicon, suggested: Suggested) -> None:
    """Keywords as written; those that name a theme or an agency propose it."""
    kept = body.keywords[: limits.MOST_KEYWORDS]
    proposal.put_list("keywords", [replace(k, value=k.value[: limits.KEYWORD]) for k in kept])
    said = keywords.terms_for([keyword.value for keyword in kept], lexicon.labels)
    for keyword, meaning in zip(kept, said, strict=True):
        for term in meaning.terms:
            suggested[term.kind, term.slug].append((_BY_KEYWORD, keyword.span, [keyword.value]))
    for one in keywords.warnings_of(said):
        proposal.warn(one.field, one.code, one.text)


def _put_terms(proposal: Proposal, suggested: Suggested) -> None:
    """The terms of the review: what several points suggest, or one clearly."""
    for kind, name in (("theme", "themes"), ("agency", "agencies")):
        found = []
        for (of, slug), said in suggested.items():
            score = 1.0
            for strength, _, _ in said:
                score *= 1 - strength * 0.9
            if of == kind and 1 - score >= _OF_REVIEW:
                words = list(dict.fromkeys(word for _, _, words in said for word in words))
                found.append((1 - score, Read(slug, said[0][1], min(1 - score, 0.89)), words))
        found.sort(key=lambda one: -one[0])
        kept = found[:MOST_OF_REVIEW]
        proposal.put_list(name, [one for _, one, _ in kept], words=[words for _, _, words in kept])
