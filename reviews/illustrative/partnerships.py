"""Partnerships that do not exist, named as real ones are named in each nation and period."""

from functools import lru_cache

from reviews.illustrative.chance import Chance, Weighted, zipf

_ENGLAND = """
Northmere, Ashenvale, Hallowby, Brackenholt, Thornmarsh and Selbrook, Calderwick, Merrowdale,
Penwaite, Larkenshire, Oakenforth, Stanmarsh, Riverleigh, Weldmoor, Harthwell and Kelderby,
Saltmarden, Winterholme, Fennimore, Elderwick, Crowmarden, Lowmere and Tarnbridge, Eskenfield,
Wolverdale, Pellbridge, Quarrendale, Rushmarsh, Teasdene, Underfell, Vennbrook and Wychenford,
Yarrowby, Amberholt, Barrowmere, Carlwick, Dunmarsh, Easterfell, Farrowdale, Gorsemere,
Ivelmarsh, Kestrelby, Linmoor, Nethermarsh, Pikefell, Ravensholt, Silverdene and Thistlewick,
Umberley, Wexmoor, Wyndlesea, Ambersea, Brightmarsh, Danesholt, Fairmarsh, Glasswater,
Highmarden, Ingleholt, Lanternsea, Mosswater, Newmarden, Otterholt, Rowanshire, Stonemarden,
Tidewell, Upper Tarn, Velmoor, Harrowmere and Cressholt, Dovemarsh, Fallowmere, Heronsea,
Lyddenmoor, Maplewick, Nightingale Vale, Plovermarsh, Redwater, Sloemarsh, Tollbridge,
Wickmarden, Tanfell, Bellmarsh, Swanholt, Ousemoor, Limmerdale, Hollinshire, Easthallow,
Averdale, Pan-Merrowshire, North Lyddenmoor, Marlowick, Primroseby, Queensmarsh, Greyholt and
Fernmarsh
"""
_AREAS = {
    "england": _ENGLAND,
    "scotland": """Strathorran, Inverlarig, Glenmorrach, Kilbrannoch, Lorrandale, Dunarvie,
        Balnaskerry, Ardvannoch, Carsewater and Fintarroch, Abermorven, Corrachshire""",
    "wales": "Bro Celynnen, Dyffryn Arwen, Nant Eirian, Aberllwyd, Llanarwel, Glan Tarren",
    "northern-ireland": "Lough Ardan, Ballyarden, Carrickmoyle, Slievemorra, Drumlarnagh",
    "jersey": "Saint Orrin",
    "guernsey": "Les Vauxbelles",
    "isle-of-man": "Port Skellan",
}
_PICK = {
    nation: Weighted(zipf((" ".join(area.split()) for area in text.split(",")), flatten=5))
    for nation, text in _AREAS.items()
}
_PARTNERSHIP = Weighted(
    {
        "Safeguarding Children Partnership": 70,
        "Safeguarding Partnership": 14,
        "Safeguarding Children Partnership Board": 8,
        "Children’s Safeguarding Partnership": 8,
    }
)
_BOARD = Weighted({"Safeguarding Children Board": 75, "Local Safeguarding Children Board": 25})
# Boards gave way to partnerships by September 2019, committees to boards in April 2006.
_FIRST_PARTNERSHIP, _FIRST_BOARD = 2019 * 12 + 8, 2006 * 12 + 3


def partnership(chance: Chance, nation: str, month: int) -> str | None:
    """A full name, or None where the nation itself is not known."""
    if nation not in _PICK:
        return None
    area = _PICK[nation].pick(chance)
    return f"{area} {_form(nation, month, area)}"


def _form(nation: str, month: int, area: str) -> str:
    if nation == "scotland":
        return "Child Protection Committee"
    if nation == "wales" and month >= 2013 * 12:
        return "Regional Safeguarding Board"
    if nation == "northern-ireland":
        return "Safeguarding Panel" if month >= 2012 * 12 else "Area Child Protection Committee"
    if nation == "england" and month >= _FIRST_PARTNERSHIP:
        return _settled(_PARTNERSHIP, area)
    if nation in ("england", "wales"):
        if month >= _FIRST_BOARD:
            return _settled(_BOARD, area)
        return "Area Child Protection Committee"
    return "Safeguarding Partnership Board" if month >= 2014 * 12 else "Child Protection Committee"


@lru_cache(maxsize=1024)
def _settled(forms: Weighted[str], area: str) -> str:
    """The form that an area has; it depends on the area alone and so never changes."""
    chance = Chance()
    chance.restart(0, int.from_bytes(area.encode()[:7]))
    return forms.pick(chance)
