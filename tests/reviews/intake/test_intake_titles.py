"""Title lines as lists of different years write them."""

import pytest

from reviews.intake import titles
from reviews.intake.lexicon import bundled

FIELDS = ("alias", "year", "area", "anonymous", "type", "kind", "number")


def read(line):
    title = titles.read(line, 0, bundled())
    said = {name: getattr(title, name) for name in FIELDS}
    return {name: getattr(held, "value", held) for name, held in said.items() if held is not None}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2012Ceredigion – Child J", {"alias": "Child J", "year": "2012", "area": "Ceredigion"}),
        (
            "December 2013 - Derbyshire - BDS12",
            {"alias": "BDS12", "year": "2013-12", "area": "Derbyshire"},
        ),
        (
            "December 2013-Derbyshire-Child T",
            {"alias": "Child T", "year": "2013-12", "area": "Derbyshire"},
        ),
        (
            "December 2014NSPCC on behalf of unnamed LSCB - Child C",
            {"alias": "Child C", "year": "2014-12", "anonymous": True},
        ),
        ("2016 – Anonymous – Child BS", {"alias": "Child BS", "year": "2016", "anonymous": True}),
        (
            "2018 - Anonymous- Children F, G and H",
            {"alias": "Children F, G and H", "year": "2018", "anonymous": True},
        ),
        (
            "2025 - Cambridgeshire and Peterborough - Gabriel",
            {"alias": "Gabriel", "year": "2025", "area": "Cambridgeshire and Peterborough"},
        ),
        (
            "2020 – Pan-Sussex — Baby T",
            {"alias": "Baby T", "year": "2020", "area": "Pan-Sussex"},
        ),
        (
            "2022 – Anonymous – Babies with injuries",
            {"alias": "Babies with injuries", "year": "2022", "anonymous": True},
        ),
        (
            "2024 - Anonymous - DHR",
            {
                "alias": "DHR",
                "year": "2024",
                "anonymous": True,
                "type": "domestic-homicide-review",
            },
        ),
        (
            "1. Local child safeguarding practice review (LCSPR): Child A",
            {
                "alias": "Child A",
                "type": "local-child-safeguarding-practice-review",
                "number": 1,
            },
        ),
        (
            "Serious case review in respect of Child K",
            {"alias": "Child K", "type": "serious-case-review"},
        ),
        ("Multi-agency review of 'Lucy'", {"alias": "Lucy", "type": "multi-agency-review"}),
        (
            "6. Child E: serious case review (executive summary)",
            {
                "alias": "Child E",
                "type": "serious-case-review",
                "kind": "executive-summary",
                "number": 6,
            },
        ),
        ("Family W (SCR)", {"alias": "Family W", "type": "serious-case-review"}),
        (
            "2015 – Newport – Child practice review in respect of Child T (CPR 2/2014)",
            {
                "alias": "Child T (CPR 2/2014)",
                "year": "2015",
                "area": "Newport",
                "type": "child-practice-review",
            },
        ),
        (
            "2023 – Anonymous – The Green family",
            {"alias": "The Green family", "year": "2023", "anonymous": True},
        ),
        (
            "2021 – Pan-Sussex – thematic review of neglect",
            {
                "alias": "thematic review of neglect",
                "year": "2021",
                "area": "Pan-Sussex",
                "type": "thematic-review",
            },
        ),
        ("2017 – Anonymous", {"year": "2017", "anonymous": True}),
        ("Baby C", {"alias": "Baby C"}),
    ],
)
def test_a_title_line(line, expected):
    assert read(line) == expected


@pytest.mark.parametrize("line", ["", " ", "–", "2019", "2019 – ", "- - -", "’‘", "(", "1."])
def test_next_to_nothing_is_read_as_nothing_more(line):
    assert "alias" not in read(line) or read(line)["alias"] in line


def test_places_are_in_the_whole_text():
    line = "2. Serious case review in respect of Child K"
    title = titles.read(line, 100, bundled())
    assert (title.alias.span.start, title.alias.span.end) == (137, 144)
    assert line[title.type.span.start - 100 : title.type.span.end - 100] == "Serious case review"
