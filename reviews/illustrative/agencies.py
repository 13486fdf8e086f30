"""What agencies and their people are called, which depends on nation and year."""

from dataclasses import dataclass
from functools import lru_cache

PEOPLE: dict[str, tuple[str, ...]] = {
    "all-agencies": ("practitioners", "staff", "professionals"),
    "childrens-social-care": ("social workers", "children’s social workers", "social work teams"),
    "early-help-services": ("family support workers", "early help workers", "family workers"),
    "police": ("police officers", "officers", "the police"),
    "probation": ("probation officers", "probation staff"),
    "youth-justice": ("youth justice workers", "youth offending workers"),
    "general-practice": ("GPs", "surgeries", "GPs and practice nurses", "family doctors"),
    "health-visiting": ("health visitors", "health visiting teams"),
    "school-nursing": ("school nurses",),
    "midwifery": ("midwives", "community midwives", "midwifery teams"),
    "hospital-services": ("hospital staff", "paediatricians", "ward staff", "hospital doctors"),
    "emergency-department": ("emergency department staff", "emergency doctors and nurses"),
    "neonatal-and-intensive-care": ("neonatal nurses", "neonatal staff", "intensive care staff"),
    "child-mental-health": ("CAMHS clinicians", "CAMHS staff", "child mental health teams"),
    "adult-mental-health": (
        "community mental health nurses",
        "adult mental health staff",
        "psychiatrists and their teams",
    ),
    "substance-misuse-services": ("drug and alcohol workers", "recovery workers"),
    "adult-social-care": ("adult social care staff", "adults’ social workers"),
    "schools-and-colleges": ("schools", "teachers", "school staff", "pastoral staff"),
    "early-years": ("nursery staff", "childminders and nurseries", "early years staff"),
    "housing": ("housing officers", "housing staff", "landlords and housing officers"),
    "domestic-abuse-services": ("domestic abuse advisers", "refuge workers", "specialist advisers"),
    "voluntary-sector": ("charities", "voluntary groups", "community workers", "volunteers"),
    "family-courts": ("family courts", "judges and magistrates", "courts"),
    "cafcass": ("children’s guardians", "family court advisers"),
    "ambulance-service": ("ambulance crews", "paramedics"),
    "sexual-health": ("sexual health nurses", "sexual health clinics"),
    "placement-providers": (
        "foster carers and residential staff",
        "carers",
        "residential workers",
        "foster carers",
    ),
    "integrated-care-board": ("health commissioners", "commissioners"),
    "safeguarding-partnership": ("safeguarding partners", "local leaders"),
}

BODIES: dict[str, tuple[str, ...]] = {
    "all-agencies": ("all partner agencies", "every agency", "each partner agency"),
    "childrens-social-care": ("children’s social care", "the local authority"),
    "early-help-services": ("early help services", "the early help service"),
    "police": ("the police", "the police force"),
    "probation": ("the probation service",),
    "youth-justice": ("the youth justice service",),
    "general-practice": ("general practice", "local GP practices"),
    "health-visiting": ("the health visiting service",),
    "school-nursing": ("the school nursing service",),
    "midwifery": ("maternity services", "the midwifery service"),
    "hospital-services": ("the hospital trust", "hospitals"),
    "emergency-department": ("emergency departments", "the emergency department"),
    "neonatal-and-intensive-care": ("neonatal and intensive care units", "the neonatal unit"),
    "child-mental-health": ("child and adolescent mental health services", "CAMHS"),
    "adult-mental-health": ("adult mental health services", "the mental health trust"),
    "substance-misuse-services": ("drug and alcohol services", "the drug and alcohol service"),
    "adult-social-care": ("adult social care",),
    "schools-and-colleges": ("schools and colleges", "schools", "local schools"),
    "early-years": ("early years settings", "nurseries and childminders"),
    "housing": ("housing services", "the housing department", "housing associations"),
    "domestic-abuse-services": ("domestic abuse services", "the domestic abuse service"),
    "voluntary-sector": ("voluntary organisations", "local charities"),
    "family-courts": ("the family courts", "the local family court"),
    "cafcass": ("Cafcass",),
    "ambulance-service": ("the ambulance service",),
    "sexual-health": ("sexual health services", "the sexual health service"),
    "placement-providers": ("fostering agencies and children’s homes", "placement providers"),
    "integrated-care-board": ("the integrated care board",),
    "safeguarding-partnership": ("the partnership", "safeguarding partners"),
}

_BOARD, _COMMITTEE = ("the safeguarding board", "the board"), ("the committee",)
_SCOTTISH_PEOPLE = {
    "family-courts": ("children’s hearings", "sheriffs and children’s panels"),
    "cafcass": ("safeguarders",),
}


@dataclass(frozen=True, slots=True)
class AgencyWords:
    """The words for people and bodies in one nation and year."""

    people: dict[str, tuple[str, ...]]
    bodies: dict[str, tuple[str, ...]]
    has_cafcass: bool

    def known(self, slugs: list[str]) -> list[str]:
        """The agencies meant: where there is no Cafcass, guardians belong to the courts."""
        if self.has_cafcass:
            return slugs
        meant = ("family-courts" if slug == "cafcass" else slug for slug in slugs)
        return list(dict.fromkeys(meant))


@lru_cache(maxsize=512)
def agency_words(nation: str, year: int) -> AgencyWords:
    people, bodies = dict(PEOPLE), dict(BODIES)
    bodies["integrated-care-board"] = (_health_body(nation, year),)
    bodies["safeguarding-partnership"] = _safeguarding_body(nation, year)
    has_cafcass = nation in ("england", "wales") and year >= 2002
    if not has_cafcass:
        bodies["cafcass"] = bodies["family-courts"]
    if nation == "scotland":
        people |= _SCOTTISH_PEOPLE
        bodies |= {
            "childrens-social-care": ("social work services", "the social work department"),
            "family-courts": ("the children’s hearings",),
            "cafcass": ("the children’s hearings",),
        }
    elif nation == "northern-ireland" or year < 2005:
        bodies["childrens-social-care"] = ("social services",)
    return AgencyWords(people, bodies, has_cafcass)


def _health_body(nation: str, year: int) -> str:
    if nation in ("scotland", "wales"):
        return "the health board"
    if nation == "northern-ireland":
        return "the health and social care trust"
    if nation != "england":
        return "health commissioners"
    if year < 2002:
        return "the health authority"
    if year < 2013:
        return "the primary care trust"
    return "the clinical commissioning group" if year < 2023 else "the integrated care board"


def _safeguarding_body(nation: str, year: int) -> tuple[str, ...]:
    if nation == "scotland" or year < 2006:
        return _COMMITTEE
    if nation in ("england", "not-recorded") and year > 2019:
        return BODIES["safeguarding-partnership"]
    return _BOARD
