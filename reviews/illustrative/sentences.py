"""What goes with a sentence: its capital, and the agencies it names."""

from reviews.illustrative.agencies import AgencyWords
from reviews.illustrative.frames import Voice


def capitalised(text: str) -> str:
    return text[0].upper() + text[1:]


def agencies_of(voice: Voice, words: AgencyWords) -> list[str]:
    """The agencies named since the voice was last cleared; "all" only where none is named."""
    slugs = list(dict.fromkeys(voice.named)) if len(voice.named) > 1 else voice.named[:]
    if len(slugs) > 1 and "all-agencies" in slugs:
        slugs.remove("all-agencies")
    return words.known(slugs) if "cafcass" in slugs else slugs
