"""The nation of a review, where the kind of review or the name of the area leaves no other."""

# Kinds of review that only one nation has.
OF_TYPES = {
    "local-child-safeguarding-practice-review": "england",
    "national-child-safeguarding-practice-review": "england",
    "child-safeguarding-practice-review": "england",
    "rapid-review": "england",
    "safeguarding-adults-review": "england",
    "child-practice-review": "wales",
    "single-unified-safeguarding-review": "wales",
    "adult-practice-review": "wales",
    "significant-case-review": "scotland",
    "initial-case-review": "scotland",
    "case-management-review": "northern-ireland",
}
NAMED = {
    "northern ireland": "northern-ireland",
    "jersey": "jersey",
    "guernsey": "guernsey",
    "isle of man": "isle-of-man",
    "wales": "wales",
    "scotland": "scotland",
}


def of_type(slug: str) -> str | None:
    return OF_TYPES.get(slug)


def of_area(area: str) -> str | None:
    return next((nation for name, nation in NAMED.items() if name in area.casefold()), None)
