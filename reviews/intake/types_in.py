"""The kind of review that an entry names, in its title or in its account."""

import re

from reviews.intake import titles
from reviews.intake.lexicon import Lexicon
from reviews.intake.proposal import Proposal, Read, Span
from reviews.intake.sections import Body


def put(proposal: Proposal, title: titles.Title, text: str, body: Body, lexicon: Lexicon) -> None:
    """Put the kind that the title names, or else the account; warn where neither does."""
    found = title.type or _type_in(text, body, lexicon)
    if found is None:
        proposal.warn("type", "type-missing", "The kind of review is not said. Choose it.")
        return
    proposal.put("type", found)
    if title.type is None:
        proposal.warn(
            "type",
            "type-later",
            "The kind of review stands in the text, not in the title. Check it.",
        )


def _type_in(text: str, body: Body, lexicon: Lexicon) -> Read[str] | None:
    """The kind of review that the account says this is: "This serious case review ..." """
    opening = body.opening.of(text)
    for first, last, slug in titles.named_types(opening, lexicon):
        own = not opening[:first].strip() or re.search(
            r"\b(?:this|the|the present|subject of an?|a|an)\s+(?:\w+\s+)?$",
            opening[:first],
            re.IGNORECASE,
        )
        earlier = re.search(
            r"\b(?:previous|earlier|another|two|other)\s+$", opening[:first], re.IGNORECASE
        )
        if own and not earlier:
            begin = body.opening.start
            return Read(slug, Span(begin + first, begin + last), 0.6)
    return None
