"""The words for the child or children and the date, which frames ask for by name."""

from reviews.illustrative.chance import Chance
from reviews.illustrative.children import Child, article, noun
from reviews.illustrative.sentences import capitalised

_INQUEST = {"coroner": "the coroner", "Coroner": "The coroner", "inquest": "inquest"}
_SCOTTISH_INQUIRY = {
    "coroner": "the procurator fiscal",
    "Coroner": "The sheriff",
    "inquest": "fatal accident inquiry",
}


def _pronouns(they: str, them: str, their: str, were: str) -> dict[str, str]:
    capitals = {"They": capitalised(they), "Their": capitalised(their)}
    return {"they": they, "them": them, "their": their, "were": were} | capitals


_PRONOUNS = {
    "girl": _pronouns("she", "her", "her", "was"),
    "boy": _pronouns("he", "him", "his", "was"),
}
_PLURAL = _pronouns("they", "them", "their", "were")
_GROWN = {"girl": "young woman", "boy": "young man"}
_COUNTS = ("", "", "two", "three", "four")


def facts(
    chance: Chance, children: list[Child], name: str, when: str, nation: str
) -> dict[str, str]:
    """`when` is empty if the date is not known. "they" takes "were" also of one child."""
    several = len(children) > 1 or children[0].group
    described = _siblings(chance, children) if several else _described(chance, children[0])
    pronouns = _PLURAL if several else _PRONOUNS.get(children[0].sex or "", _PLURAL)
    return {
        "desc": described,
        "Desc": capitalised(described),
        "WhenDesc": capitalised(f"{when}, {described}" if when else described),
        "when": f" {when}" if when else "",
        "name": name,
        "Name": capitalised(name),
        "was": "were" if several else "was",
        **pronouns,
        **(_SCOTTISH_INQUIRY if nation == "scotland" else _INQUEST),
    }


def _siblings(chance: Chance, children: list[Child]) -> str:
    """Two sisters aged 4 and 6; three siblings, the youngest aged 5 months."""
    first = children[0]
    if first.group:
        return f"siblings aged {first.amount}"
    if len(children) == 2 and first.amount and children[1].age == first.age:
        return f"twins aged {first.amount}"
    same = first.sex if all(child.sex == first.sex for child in children) else None
    kind = {"girl": "sisters", "boy": "brothers"}.get(same or "", "siblings")
    count = _COUNTS[len(children)]
    amounts = [child.amount for child in children if child.amount]
    if chance.odds(70) and len(amounts) == len(children):
        return f"{count} {kind} aged {', '.join(amounts[:-1])} and {amounts[-1]}"
    return f"{count} {kind} (the youngest aged {amounts[-1]})" if amounts else f"{count} {kind}"


def _described(chance: Chance, child: Child) -> str:
    """A 16-year-old girl; a boy of 4 months; an infant."""
    word = _word(chance, child)
    if child.adjective is None:
        return article(word)
    forms = (
        f"{child.adjective} {word}",
        f"{word} of {child.amount}",
        f"{word} aged {child.amount}",
    )
    return article(chance.pick(forms))


def _word(chance: Chance, child: Child) -> str:
    if child.sex not in _GROWN:
        return noun(child)
    if child.band == "18-and-over":
        return _GROWN[child.sex]
    return f"baby {child.sex}" if child.band == "under-1" and chance.odds(35) else child.sex
