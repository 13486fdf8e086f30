"""Every component with example data, for those who work on the look. A development server's page.

The examples are about no review: they are as short as shows the component, and say what they show.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.views.generic import TemplateView

from briefings.content import Figure
from briefings.figures import shown
from briefings.references import Place, Reference
from briefings.sources import Source, SourcePoint
from briefings.statements import Evidence, ShownStatement
from reviews.chart import chart
from reviews.choices import PointKind
from reviews.dates import PartialDate
from reviews.facets import SHORT, Option, OptionList

THEMES = "/themes/"


def _term(label: str) -> dict[str, str]:
    return {"label": label, "slug": label.lower().replace(" ", "-")}


def _option(label: str, count: int, selected: bool = False) -> Option:
    return Option(label, label, count, selected)


def _facet(name: str, label: str, options: list[Option], total: int) -> OptionList:
    return OptionList(
        name=name,
        label=label,
        plural="values",
        options=options,
        chosen=sum(option.selected for option in options),
        total=total,
        open=True,
        long=total > SHORT,
        full=False,
        find="",
        show_all="#",
        noun="review",
    )


CARD = {
    "reference": "CR-2023-0001",
    "url": "#",
    "title": "Child A",
    "headline": "an example of a headline in one line",
    "type": "Local child safeguarding practice review",
    "partnership": "Published anonymously",
    "added": "May 2023",
    "incident": "November 2019",
    "facts": "Girl, 16 · Serious harm",
    "learning": 6,
    "lines": "The first lines of the account stand here, as many as fit, and end at a word …",
    "themes": [_term("Information sharing"), _term("Supervision")],
    "more_themes": 2,
    "themes_url": THEMES,
}
POINT = {
    "anchor": "learning-1",
    "get_absolute_url": "#",
    "order": 1,
    "text": "A learning point is a sentence or two of reading text inside a measure of 39 rem.",
    "themes": {"all": [_term("Supervision")]},
    "agencies": {"all": [_term("Police"), _term("Health visiting")]},
}
POINT_CARD = {
    "reference": "CR-2023-0001",
    "url": "#",
    "review_url": "#",
    "order": 3,
    "of": 6,
    "added": "May 2023",
    "title": "Child A",
    "facts": "serious harm to a girl of 16 years, November 2019",
    "themes": [_term("Supervision")],
    "agencies": [_term("Police"), _term("Health visiting")],
}
TERM = {
    "subject": {"singular": "theme"},
    "crossed": {"singular": "agency"},
    "value": _term("Supervision"),
    "points": 46,
    "shares": [
        {"value": _term("Police"), "count": 22, "width": 47.8},
        {"value": _term("Health visiting"), "count": 9, "width": 19.6},
    ],
}
CHART = [(str(2014 + n), count) for n, count in enumerate((9, 11, 14, 19, 0, 23, 21, 26, 29, 14))]
CITATION = {
    "words": "Case Review Repository (2023) Child A: serious case review, learning point 1.",
    "reference": "CR-2023-0001",
    "before": "https://reviews.example/learning/",
    "last": "1204/",
}
REVIEW = {
    "reference": "CR-2023-0001",
    "added": {"label": "May 2023"},
    "incident": {"label": "November 2019"},
    "incident_note": "What happened, in under twelve words",
    "outcome": _term("Serious harm"),
    "harms": {"all": [_term("Neglect"), _term("Domestic abuse")]},
    "type": _term("Serious case review"),
    "keywords": ["as", "written"],
}
DOCUMENT = {"url": "#", "facts": ["Overview report", "PDF", "1.2 MB", "48 pages"]}
PAGE = {
    "route": "reviews:browse",
    "noun": "review",
    "many": "reviews",
    "who": ["Girl, 16"],
    "nation": "England",
    "publisher_slug": "anonymous",
    "publisher_label": "Published anonymously",
    "themes": [_term("Supervision")],
    "agencies": [_term("Police")],
    "is_unlinked": True,
    "corrections": [{"at": date(2026, 5, 3), "public_note": "What was wrong, in a sentence."}],
    "documents": [
        {**DOCUMENT, "label": "Held here", "held": "#", "held_until": date(2028, 5, 3)},
        {**DOCUMENT, "label": "Elsewhere", "worked_at": date(2026, 11, 3)},
        {**DOCUMENT, "label": "A broken link", "is_broken": True, "archived": "#"},
        {**DOCUMENT, "label": "Without a link", "url": "", "facts": []},
    ],
    "pages": 9,
    "page_links": [
        {"number": 1, "url": "#", "current": True},
        {"number": 2, "url": "#"},
        {"number": 9, "url": "#", "gap_before": True},
    ],
    "next_url": "#",
    "next_label": "Next 20 reviews",
    "everything": 246,
    "ways_on": [{"label": "Without “Age: Under 1”", "count": 4, "url": "#"}],
    "undated": 3,
    "range_open": True,
    "typed_from": "2018",
    "typed_to": "2023",
    "range_label": "2018 to 2023",
}


class ExampleForm(forms.Form):
    name = forms.CharField(help_text="A hint says what to write, before it is written.")
    note = forms.CharField(required=False, widget=forms.Textarea)
    one = forms.ChoiceField(choices=[("a", "This"), ("b", "That")], widget=forms.RadioSelect)
    sure = forms.BooleanField(label="A box to tick", required=False)


DIFFERENCES = [
    {
        "label": "Learning point 3",
        "verb": "changed",
        "details": [
            {
                "label": "Text",
                "paragraphs": [
                    {
                        "spans": [
                            {"kind": "same", "text": "Words that stay, "},
                            {"kind": "removed", "text": "words that went"},
                            {"kind": "same", "text": " "},
                            {"kind": "added", "text": "words that came"},
                            {"kind": "same", "text": "."},
                        ]
                    }
                ],
            },
            {"label": "Themes", "removed": ["Supervision"], "added": ["Information sharing"]},
        ],
    },
    {
        "label": "Outcome",
        "verb": "changed",
        "details": [{"before": "Not stated", "after": "Serious harm"}],
    },
    {"label": "Learning point 5", "verb": "moved", "is_moved": True, "was": 2, "now": 5},
]
PART: dict[str, Any] = {"unit": "%", "of": "a whole", "source": "Its source"}
FIGURES = [
    Figure("485", "of something counted", 485, source="Its source"),
    Figure("62%", "one part", 62, **PART),
    Figure("38%", "the other part", 38, **PART),
]

SOURCE = Source(
    id=1,
    reference="CR-2023-0001",
    title="Child A",
    type="Serious case review",
    published=PartialDate("2023"),
    added=PartialDate("2023-05"),
    is_illustrative=False,
    points=7,
    url="#",
)
SAID = SourcePoint(
    id=3,
    review=1,
    kind=PointKind.LEARNING,
    order=3,
    text="What the point says, whole.",
    agencies=(),
    url="#",
)
EVIDENCE = Evidence(SOURCE, SAID, is_sampled=True)
MADE_UP = Evidence(replace(SOURCE, is_illustrative=True), SAID, is_sampled=False)
STATEMENT = ShownStatement(
    id="s-1",
    number="1.1",
    anchor="s-statement",
    text="A statement is a sentence or two that the reviews support.",
    support=5,
    of=12,
    outside=0,
    evidence=(EVIDENCE, MADE_UP),
)
BRIEFING = {
    "statements": [
        STATEMENT,
        replace(STATEMENT, number="1.2", anchor="s-bar", support=9, of=40, outside=1),
        replace(STATEMENT, number="1.3", anchor="s-unbacked", evidence=()),
    ],
    "basis": {
        "reviews": 12,
        "points": 71,
        "years": "2021–23",
        "years_label": "of publication",
        "dates": "Published from January 2021 to May 2023.",
        "chosen": {
            "conditions": [{"label": "Theme", "words": "Supervision or Assessment"}],
            "url": "#",
            "total": 14,
        },
    },
    "since": {"count": 3, "pinned": 0, "url": "#"},
    "references": [
        Reference(
            "CR-2023-0001",
            "Child A",
            "Serious case review",
            "2023",
            url="#",
            is_illustrative=False,
            is_sampled=True,
            places=(Place("1.1", "#s-statement"), Place("1.2", "#s-bar")),
        )
    ],
    "questions": [{"audience": "Practitioners", "questions": ["What is a question for?"]}],
}

EXAMPLES = {
    "briefing": BRIEFING,
    "form": ExampleForm({"one": "a"}, auto_id="s-form-%s"),
    "card": CARD,
    "illustrative": {**CARD, "reference": "EX-2019-0001", "illustrative": True},
    "place": "The text stands here, as much of it as there is.",
    "point_card": POINT_CARD,
    "recommended": {**POINT_CARD, "is_recommendation": True, "illustrative": True},
    "term": TERM,
    "chart": chart(CHART, last_is_part=True),
    "figures": shown(FIGURES),
    "reading": {"point": POINT, "citation": CITATION},
    "review": REVIEW,
    "page": PAGE,
    "short": _facet("sex", "A short facet", [_option("Girl", 12, True), _option("Boy", 1)], 2),
    "long": _facet("theme", "A long facet", [_option(f"No. {n}", 40 - n) for n in range(12)], 70),
    "differences": DIFFERENCES,
    "colours": ("paper", "leaf", "shade", "wash", "ink", "soft", "rule", "edge", "accent", "cloth"),
}


class Styleguide(TemplateView):
    template_name = "styleguide.html"
    extra_context = EXAMPLES
