"""Titles: the alias a review uses. Never a surname."""

from dataclasses import dataclass

from reviews.illustrative.chance import Chance, Weighted, zipf
from reviews.illustrative.children import Child, noun

# Drawn from many traditions on purpose, and without regard to anything else in the record.
# First names and letters by which real children became widely known are left out.
_GIRLS = """
Amira Megan Zofia Aaliyah Niamh Carys Priya Esther Mei Rosie Fatima Isla Chloe Abena Leila
Catrin Hannah Nadia Molly Simran Eilidh Grace Yasmin Orla Kezia Daria Bethan Ayesha Poppy Tamara
Ines Miriam Jade Sorcha Adaeze Freya Lakshmi Erin Sabrina Nia Keira Halima Mabel Anya Ruby Shona
Zara Phoebe Ebony Rhian Sakura Maryam Elsie Ioana Thandi Lowri Paige Noor Ciara Jasmine Rivka
Amelia Folasade Skye Karolina Tegan Zainab Hope Mirela Bronwyn Kayleigh Dilys Anjali Saoirse
"""
_BOYS = """
Ibrahim Callum Jakub Finn Rhys Arjun Wei Toby Yusuf Lewis Kyle Kwame Samir
Gethin Joseph Luca Harry Gurdeep Fergus Noah Omar Cillian Malachi Andrei Owain Marcus
Mateo Reuben Eoin Chidi Oscar Vikram Tariq Emyr Bilal Stanley Ivan Jack Struan
Zane Felix Tyrell Iestyn Hiro Musa Florin Sipho Macsen Connor Idris Oisin Leon Ezra
Theo Babajide Rory Pawel Kieran Hassan Blake Vasile Gwyn Mason Ifan Rohan Cormac
"""
_EITHER = """
Alex Ariel Robin Frankie Noa Jules Kit Remi Ashley Rowan Charley Quinn Sasha Emlyn Nico Blair
Jordan Ola Billie Kai Morgan Dara Taylor Ali Eden Jamie Lee Aubrey Sunny Devon Tao Kelly Brook
Hari Marley Drew Angel Amari Stevie Juno Casey Toni Rory Jo Winter Ellis Kiran Moss Indy
"""
_NAMES = {"girl": _GIRLS.split(), "boy": _BOYS.split()}
_LETTERS = "ABCKDEFJGHMLNRSTVWXYOUIZ"
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTER = Weighted(zipf(_LETTERS, flatten=9))
_FORMS = Weighted(
    {"letter": 62, "two letters": 7, "numbered": 5, "code": 3, "quoted": 9, "name": 14}
)
_GROUP_FORMS = Weighted(
    {"children": 38, "siblings": 18, "sibling group": 9, "family": 19, "names": 12, "quoted": 4}
)


@dataclass(slots=True)
class Title:
    """The title, and what the telling calls the child or children after it."""

    text: str
    name: str


def title(chance: Chance, children: list[Child], year: int) -> Title:
    if len(children) > 1 or children[0].group:
        return _of_group(chance, children, year)
    child = children[0]
    form = _FORMS.pick(chance)
    if form in ("quoted", "name") and year >= 2008 and child.band != "unborn":
        name = chance.pick(_NAMES.get(child.sex or "", _EITHER.split()))
        return Title(f"‘{name}’" if form == "quoted" else name, name)
    letter = _LETTER.pick(chance)
    if form == "code" and year < 2016:
        code = f"{letter}{chance.pick(_LETTERS)}{chance.pick('NSWE')}{chance.between(1, 29)}"
        return Title(code, f"the {noun(child)}")
    if form == "two letters":
        letter += _LETTER.pick(chance)
    elif form == "numbered":
        letter += str(chance.between(1, 24))
    alias = f"{_alias_noun(chance, child)} {letter}"
    return Title(alias, alias)


def _alias_noun(chance: Chance, child: Child) -> str:
    if child.band in ("unborn", "under-1"):
        return "Baby" if chance.odds(45) else "Child"
    if child.band == "18-and-over":
        return chance.pick(("Young person", "Young adult", "Adult"))
    if child.band in ("11-15", "16-17") and chance.odds(30):
        return "Young person"
    return "Child"


def _of_group(chance: Chance, children: list[Child], year: int) -> Title:
    form, count = _GROUP_FORMS.pick(chance), len(children)
    if form in ("names", "quoted") and year >= 2008 and 1 < count < 4:
        return _named(chance, children, quoted=form == "quoted")
    letter = _LETTER.pick(chance)
    if form == "family":
        return Title(f"Family {letter}", "the children")
    if form == "sibling group" or count == 1:
        return Title(f"Sibling group {letter}", "the children")
    start = min(_ALPHABET.index(letter), 26 - count)
    letters = _ALPHABET[start : start + count]
    word = "Siblings" if form == "siblings" else "Children"
    return Title(f"{word} {_listed(list(letters))}", "the children")


def _named(chance: Chance, children: list[Child], *, quoted: bool) -> Title:
    names: list[str] = []
    for child in children:
        options = _NAMES.get(child.sex or "", _EITHER.split())
        names.append(chance.pick([name for name in options if name not in names]))
    shown = [f"‘{name}’" for name in names] if quoted else names
    return Title(_listed(shown), "the children")


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"
