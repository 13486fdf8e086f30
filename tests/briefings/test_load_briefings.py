"""Loading briefings and articles: all of a file or nothing of it, and the same file again."""

import json
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone

from briefings import publishing
from briefings.choices import State
from briefings.loading import Refused, load
from briefings.models import Edition, Piece, WorkingCopy
from briefings.records import Cited, read
from reviews import publishing as reviews_publishing
from reviews.loading.files import Line
from reviews.models import Agency, Review, Theme
from tests.factories import make_review, make_term

pytestmark = pytest.mark.django_db

NOT_JSON = b'[{"kind": "briefing",]'


@pytest.fixture(autouse=True)
def record():
    """One public review with three points, one withdrawn, and a theme and an agency."""
    for slug in ("neglect", "domestic-abuse"):
        make_term(Theme, slug)
    make_term(Agency, "police")
    make_review(reference="CR-2023-0002", state="withdrawn")
    return make_review(
        reference="CR-2023-0001",
        learning=["Ask what the child saw.", "Write it down."],
        recommendations=["Agree a plan."],
    )


def briefing(**overrides):
    """A record that can be loaded, as a file has it."""
    return {
        "kind": "briefing",
        "slug": "neglect",
        "title": "Neglect",
        "published": "2023-05",
        "selection": "theme=neglect&year=2023",
        "themes": ["neglect"],
        "pinned": ["CR-2023-0001"],
        "body": "What neglect **does**.",
        "sections": [
            {
                "heading": "Learning",
                "kind": "learning",
                "agencies": ["police"],
                "statements": [
                    {"text": "Ask.", "evidence": ["CR-2023-0001/learning/2", "CR-2023-0001"]},
                    {"text": "Wait for nobody.", "reason": "The source says so."},
                    {"text": "Plan.", "evidence": ["CR-2023-0001/recommendation/1"]},
                ],
            }
        ],
        "questions": [{"audience": "managers", "text": "Who asks?"}],
        **overrides,
    }


def article(**overrides):
    return {
        "kind": "article",
        "slug": "a-year",
        "title": "A year",
        "published": "2024-12",
        "author": {"name": "A. Writer", "role": "Chair"},
        "figures": [
            {
                "value": "485",
                "number": 485,
                "counts": "children",
                "period": "2023-04-01/2024-03-31",
                "source_published": "2024-12-12",
            }
        ],
        **overrides,
    }


def statement(**values):
    """A briefing with one statement."""
    section = {"heading": "Learning", "kind": "learning", "statements": [values]}
    return briefing(sections=[section])


def figure(**values):
    return article(figures=[{"value": "4", "counts": "children", **values}])


def loaded(*records, **options):
    outcome = load([Line(n, 1, data) for n, data in enumerate(records, start=1)], **options)
    return outcome.new, outcome.changed, outcome.unchanged


def problems(*records):
    with pytest.raises(Refused) as refused:
        loaded(*records)
    return [(number, str(problem)) for number, problem in refused.value.problems]


def current(slug="neglect"):
    return Edition.objects.current().get(piece__slug=slug)


def test_a_file_becomes_published_editions(record, tmp_path, capsys):
    file = tmp_path / "briefings.json"
    file.write_text(json.dumps([briefing(related=["article/a-year"]), article()]))
    call_command("load_briefings", str(file))
    assert capsys.readouterr().out == "Loaded: 2 new, 0 changed, 0 unchanged.\n"

    edition = current()
    first, second, third = edition.content.statements
    points = {(p.kind, p.order): p.pk for p in record.points.all()}
    assert read(edition).evidence == {
        first.id: (Cited(record.pk, points["learning", 2]), Cited(record.pk)),
        third.id: (Cited(record.pk, points["recommendation", 1]),),
    }
    assert second.reason == "The source says so."
    assert [section.agencies for section in edition.content.sections] == [("police",)]
    assert list(edition.pins.values_list("review__reference", flat=True)) == ["CR-2023-0001"]
    assert [theme.slug for theme in edition.themes.all()] == ["neglect"]
    assert [piece.slug for piece in edition.related.all()] == ["a-year"]
    assert (edition.published.iso, edition.number, edition.released_by) == ("2023-05", 1, None)
    assert [step.verb for step in edition.history.all()] == ["loaded"]
    assert current("a-year").content.figures[0].number == 485


def test_ids_are_those_of_rows_at_the_desk():
    """The edit page takes rows whose keys have this form, and drops all others."""
    loaded(briefing())
    content = current().content
    assert [section.id for section in content.sections] == ["n1"]
    assert [one.id for one in content.statements] == ["n1", "n2", "n3"]


def test_it_was_looked_at_until_the_end_of_its_date():
    loaded(briefing())
    assert current().as_of == datetime(2023, 5, 31, 22, 59, 59, 999999, UTC)


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        ("2023-06-30", datetime(2023, 6, 30, 22, 59, 59, 999999, UTC)),
        ("2023-06-30T10:00:00Z", datetime(2023, 6, 30, 10, tzinfo=UTC)),
    ],
)
def test_it_was_looked_at_until_the_moment_that_is_given(given, moment):
    loaded(briefing(as_of=given))
    assert current().as_of == moment


@pytest.mark.parametrize("published", [None, f"{timezone.localdate():%Y}"])
def test_a_date_that_has_not_ended_is_looked_at_until_now(published):
    before = timezone.now()
    loaded(briefing(published=published))
    assert before <= current().as_of <= timezone.now()


def test_the_same_again_changes_nothing():
    assert loaded(briefing(), article()) == (2, 0, 0)
    steps = [edition.history.count() for edition in Edition.objects.all()]
    assert loaded(briefing(), article()) == (0, 0, 2)
    assert [edition.history.count() for edition in Edition.objects.all()] == steps


def test_what_changed_corrects_the_edition():
    loaded(briefing(), article())
    assert loaded(briefing(title="Neglected"), article()) == (0, 1, 1)
    assert current().title == "Neglected"
    assert current().as_of == datetime(2023, 5, 31, 22, 59, 59, 999999, UTC)
    assert [step.verb for step in current().history.all()] == ["loaded", "corrected"]
    assert loaded(briefing(title="Neglected")) == (0, 0, 1)


def test_a_second_edition_supersedes_the_first():
    loaded(briefing(edition=2, title="Anew"), briefing())
    assert (current().number, current().title) == (2, "Anew")
    first = Edition.objects.get(number=1)
    assert (first.state, first.title) == (State.SUPERSEDED, "Neglect")
    assert loaded(briefing(title="Put right")) == (0, 1, 0)
    assert Edition.objects.get(number=1).title == "Put right"
    assert current().number == 2


def test_a_dry_run_writes_nothing(tmp_path, capsys):
    file = tmp_path / "briefings.json"
    file.write_text(json.dumps([briefing()]))
    call_command("load_briefings", str(file), "--dry-run")
    assert capsys.readouterr().out == "Would be loaded: 1 new, 0 changed, 0 unchanged.\n"
    assert not Piece.objects.exists()


def test_one_bad_record_keeps_out_all():
    assert problems(article(), briefing(themes=["no-such"])) == [
        (2, "themes[0]: “no-such” is not in the vocabulary of themes. Add it in the admin first.")
    ]
    assert not Piece.objects.exists()


def test_two_pieces_may_name_each_other():
    loaded(briefing(related=["article/a-year"]), article(related=["briefing/neglect"]))
    assert [piece.slug for piece in current("a-year").related.all()] == ["neglect"]


def test_a_merged_term_stands_for_its_heir():
    heir = make_term(Theme, "poverty")
    Theme.objects.filter(slug="neglect").update(merged_into=heir)
    loaded(briefing())
    assert list(current().themes.all()) == [heir]


class TestWorkAtTheDesk:
    @pytest.fixture
    def somebody(self):
        return User.objects.create_user("somebody")

    @pytest.fixture
    def corrected(self, somebody):
        loaded(briefing())
        publishing.correct(edition=current(), record=read(current()), by=somebody)

    def test_is_not_overwritten(self, corrected):
        assert problems(briefing(title="Other")) == [
            (1, "edition: 1 of briefing/neglect was last changed at the desk, or is being changed"
                " there. Correct it there, or load it with --overwrite-corrections.")
        ]  # fmt: skip
        assert current().title == "Neglect"

    def test_is_overwritten_when_asked(self, corrected):
        assert loaded(briefing(title="Other"), overwrite=True) == (0, 1, 0)
        assert current().title == "Other"

    def test_is_not_asked_about_where_the_file_is_as_it_was(self, corrected):
        assert loaded(briefing()) == (0, 0, 1)

    def test_that_has_begun_counts(self, somebody):
        loaded(briefing())
        WorkingCopy.objects.create(edition=current(), typed={}, changed_at=timezone.now())
        ((_, reason),) = problems(briefing(title="Other"))
        assert "is being changed there" in reason

    def test_a_withdrawn_edition_stays_so(self, somebody):
        loaded(briefing())
        publishing.withdraw(edition=current(), by=somebody)
        assert problems(briefing(title="Other")) == [
            (1, "edition: 1 of briefing/neglect is withdrawn. Restore it first.")
        ]

    def test_a_draft_is_not_published(self):
        piece = Piece.objects.create(kind="briefing", slug="neglect")
        Edition.objects.create(piece=piece, title="Draft")
        assert problems(briefing()) == [
            (1, "edition: 1 of briefing/neglect is a draft at the desk. Publish or discard it"
                " first.")
        ]  # fmt: skip

    def test_a_new_edition_does_not_overtake_a_draft(self):
        loaded(briefing())
        Edition.objects.create(piece=current().piece, number=2, title="Draft")
        ((_, reason),) = problems(briefing(edition=3))
        assert reason == (
            "edition: is new, but edition 2 is a draft at the desk. Publish or discard it first."
        )


TWICE = "stands here twice. Remove one."
BAD = {
    "no kind": (
        {"slug": "a", "title": "A"},
        "kind: is missing. Write one of briefing, article.",
    ),
    "unknown kind": (briefing(kind="essay"), "kind: is not one of briefing, article. Choose one."),
    "kind of another type": (
        briefing(kind=["briefing"]),
        "kind: is not one of briefing, article. Choose one.",
    ),
    "unknown name": (
        briefing(tittle="A"),
        "tittle: is not known here. Remove it or write title.",
    ),
    "a briefing's name in an article": (
        article(pinned=[]),
        "pinned: is not known here. Remove it or write kind.",
    ),
    "an article's name in a briefing": (
        briefing(figures=[]),
        "figures: is not known here. Remove it.",
    ),
    "no slug": (
        {name: value for name, value in briefing().items() if name != "slug"},
        "slug: is missing. Write its name in addresses, such as mental-health.",
    ),
    "bad slug": (
        briefing(slug="Mental Health"),
        "slug: “Mental Health” is not one. Write its name in addresses, such as mental-health.",
    ),
    "no title": (briefing(title=" "), "title: is empty. Write what it is called."),
    "long title": (briefing(title="a" * 301), "title: has 301 characters. Write at most 200."),
    "edition 0": (briefing(edition=0), "edition: is 0. Editions count from 1."),
    "edition as text": (
        briefing(edition="2"),
        "edition: must be a whole number from 0 to 999, or null.",
    ),
    "an edition left out": (briefing(edition=3), "edition: 3 does not follow on 0. Write 1."),
    "no date": (
        briefing(published="May 2023"),
        "published: “May 2023” is not a date. Write a year (2020), a month (2020-12) or a day"
        " (2020-12-05).",
    ),
    "a date to come": (
        briefing(published="2199-01"),
        "published: 2199-01 is still to come. Load it when it has.",
    ),
    "a moment to come": (
        briefing(as_of="2199-01-01"),
        "as_of: 1 January 2199 has not ended. Leave it out to mean now.",
    ),
    "unknown theme": (
        briefing(themes=["negelct"]),
        "themes[0]: “negelct” is not in the vocabulary of themes. Add it in the admin first or"
        " write neglect.",
    ),
    "a theme twice": (
        briefing(themes=["neglect", "neglect"]),
        f"themes[1]: “neglect” {TWICE}",
    ),
    "unknown agency": (
        briefing(agencies=["fire"]),
        "agencies[0]: “fire” is not in the vocabulary of agencies. Add it in the admin first.",
    ),
    "unknown agency of a section": (
        briefing(sections=[{"heading": "A", "kind": "learning", "agencies": ["polise"]}]),
        "sections[0].agencies[0]: “polise” is not in the vocabulary of agencies. Add it in the"
        " admin first or write police.",
    ),
    "a selection of terms that are gone": (
        briefing(selection="theme=gone"),
        "selection: can’t be read. theme: “gone” is not in the list. Choose from the list.",
    ),
    "a selection of illustrative reviews": (
        briefing(selection="theme=neglect&illustrative=yes"),
        "selection: asks for illustrative reviews only, and what is real rests on real ones. Take"
        " it out.",
    ),
    "a selection with what is no filter": (
        briefing(selection="colour=blue"),
        "selection: can’t be read. “colour” is not a filter of this page. Take it out.",
    ),
    "itself": (
        briefing(related=["briefing/neglect"]),
        "related[0]: is this piece itself. Remove it.",
    ),
    "related to nothing": (
        briefing(related=["neglect"]),
        "related[0]: “neglect” names no piece. Write its kind and slug, such as briefing/police"
        " or article/child-mental-health.",
    ),
    "related twice": (
        briefing(related=["article/a", "article/a"]),
        f"related[1]: article/a {TWICE}",
    ),
    "related to what is not there": (
        briefing(related=["article/lost"]),
        "related[0]: article/lost is not known. Load it first, or in the same file.",
    ),
    "pins no reference": (
        briefing(pinned=["Child A"], sections=[]),
        "pinned[0]: “Child A” is not a reference. Write one such as CR-2023-0007.",
    ),
    "pins twice": (
        briefing(pinned=["CR-2023-0001", "CR-2023-0001"]),
        f"pinned[1]: CR-2023-0001 {TWICE}",
    ),
    "pins what is not there": (
        briefing(pinned=["CR-2023-0001", "CR-2023-0999"]),
        "pinned[1]: CR-2023-0999 is not public here. Load it first, or remove it.",
    ),
    "pins what is withdrawn": (
        briefing(pinned=["CR-2023-0001", "CR-2023-0002"]),
        "pinned[1]: CR-2023-0002 is not public here. Load it first, or remove it.",
    ),
    "pins what is invented": (
        briefing(pinned=["CR-2023-0001", "EX-2023-0001"]),
        "pinned[1]: EX-2023-0001 is an illustrative review, and the piece is not. Pin real ones"
        " alone.",
    ),
    "invented, and pins what is real": (
        briefing(illustrative=True),
        "pinned[0]: CR-2023-0001 is a real review, and the piece is illustrative. Pin"
        " illustrative ones alone.",
    ),
    "cites what is not pinned": (
        statement(text="Ask.", evidence=["CR-2023-0002"]),
        "sections[0].statements[0].evidence[0]: CR-2023-0002 is not pinned. Add it to pinned, or"
        " cite another.",
    ),
    "cites a point that is not there": (
        statement(text="Ask.", evidence=["CR-2023-0001/learning/3"]),
        "sections[0].statements[0].evidence[0]: CR-2023-0001 has no learning 3. Cite another.",
    ),
    "cites in another form": (
        statement(text="Ask.", evidence=["CR-2023-0001#learning-1"]),
        "sections[0].statements[0].evidence[0]: “CR-2023-0001#learning-1” names nothing. Write a"
        " review, such as CR-2023-0001, or a point of one, such as CR-2023-0001/learning/3 or"
        " CR-2023-0001/recommendation/2.",
    ),
    "cites twice": (
        statement(text="Ask.", evidence=["CR-2023-0001", "CR-2023-0001"]),
        f"sections[0].statements[0].evidence[1]: {TWICE}",
    ),
    "cites nothing and does not say why": (
        statement(text="Ask."),
        "sections[0].statements[0].reason: is missing: the statement cites nothing. Say why it"
        " stands, or give evidence.",
    ),
    "cites something and says why it does not": (
        statement(text="Ask.", evidence=["CR-2023-0001"], reason="It is so."),
        "sections[0].statements[0].reason: is given, but the statement cites something. Remove"
        " the reason, or the evidence.",
    ),
    "a statement that says nothing": (
        statement(text="", reason="It is so."),
        "sections[0].statements[0].text: is empty. Write what the reviews show, or remove it.",
    ),
    "a section of no kind": (
        briefing(sections=[{"heading": "A", "kind": "other"}]),
        "sections[0].kind: is not one of context, issues, learning. Choose one.",
    ),
    "a section that is none": (
        briefing(sections=["Learning"]),
        "sections[0]: is text. Write an object in braces {}.",
    ),
    "sections that are no list": (
        briefing(sections={}),
        "sections: is an object. Write a list in brackets [].",
    ),
    "a body that is no text": (
        briefing(body=["a"]),
        "body: is a list. Write text in quotation marks.",
    ),
    "a body of two million characters": (
        briefing(body="a" * 2_000_000),
        "body: has 2,000,000 characters. Write at most 50,000.",
    ),
    "a body that can't be stored": (
        briefing(body="a\x00b"),
        "body: has a character that is not text (U+0000). Remove it.",
    ),
    "unknown audience": (
        briefing(questions=[{"audience": "parents", "text": "Why?"}]),
        "questions[0].audience: is not one of practitioners, managers, leaders, partnerships."
        " Choose one.",
    ),
    "a resource of a script": (
        briefing(resources=[{"kind": "report", "title": "A", "url": "javascript:alert(1)"}]),
        "resources[0].url: “javascript:alert(1)” is not an address. Write https://…, or null.",
    ),
    "a contact with a bad number": (
        briefing(contacts=[{"name": "A", "url": "tel:0800 1111"}]),
        "contacts[0].url: “tel:0800 1111” is not an address. Write https://… or tel:… or"
        " mailto:…, or null.",
    ),
    "an author who is no object": (
        article(author="A. Writer"),
        "author: is text. Write an object in braces {}.",
    ),
    "a figure without what it counts": (
        article(figures=[{"value": "4"}]),
        "figures[0].counts: is missing. Write what it counts.",
    ),
    "a figure whose number is text": (
        figure(number="4"),
        "figures[0].number: must be a number, 0 or more, or null.",
    ),
    "a number that is not the value": (
        figure(value="5", number=4),
        "figures[0].number: The value says “5”, and the number for the chart is 4. Correct"
        " whichever is wrong, or leave the number out.",
    ),
    "a source from before its period ends": (
        figure(period="2023-04-01/2024-03-31", source_published="2024-02-02"),
        "figures[0].source_published: The source was published (2 February 2024) before the"
        " period of the figure ends (1 April 2023 to 31 March 2024). Correct the date of the"
        " source, or the period.",
    ),
    "no record": (["briefing"], "is a list. Write an object in braces {}."),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_said_with_its_place(case):
    data, said = BAD[case]
    assert (1, said) in problems(data)
    assert not Piece.objects.exists()


def test_everything_that_is_wrong_is_said_at_once():
    found = problems(briefing(title="", themes=["NEGLECT"]), article(slug="-", figures=[{}]))
    assert [number for number, _ in found] == [1, 1, 2, 2, 2]


def test_an_edition_stands_in_a_file_once():
    assert problems(briefing(), briefing(title="Other")) == [
        (2, "slug: briefing/neglect stands in record 1 too. Remove one, or number the edition.")
    ]


def test_a_piece_stays_invented_or_real():
    loaded(briefing())
    ((_, reason),) = problems(briefing(illustrative=True, pinned=[], sections=[], edition=2))
    assert reason == (
        "illustrative: differs: briefing/neglect is not illustrative. Use another slug."
    )


def test_what_is_real_is_not_related_to_what_is_invented():
    invented = article(illustrative=True)
    assert problems(briefing(related=["article/a-year"]), invented) == [
        (1, "related[0]: article/a-year is illustrative, and this piece is not. Remove it.")
    ]


def test_a_review_that_was_withdrawn_meanwhile_is_said(record):
    loaded(briefing())
    reviews_publishing.withdraw(review=Review.objects.get(pk=record.pk), by=None)
    assert problems(briefing(title="Other")) == [
        (1, "pinned[0]: CR-2023-0001 is not public here. Load it first, or remove it.")
    ]


class TestFiles:
    def run(self, path, capsys, **options):
        with pytest.raises(CommandError) as error:
            call_command("load_briefings", str(path), **options)
        return str(error.value), capsys.readouterr().err

    def test_one_that_is_not_there(self, tmp_path, capsys):
        path = tmp_path / "none.json"
        said = f"{path} can’t be read: No such file or directory."
        assert self.run(path, capsys) == (said, "")

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (NOT_JSON, "record 1: is not valid JSON. The rest of the file was not read."),
            (b'[{"kind": "\xff"}]', "record 1: is not UTF-8 text."),
            (b'[{"slug": "a", "slug": "b"}]', "stands twice in one object."),
            (b"[" * 100_000, "record 1: is not valid JSON."),
            (b"[{}", "record 2: is missing: the file ends before the array does."),
        ],
    )
    def test_one_that_can_not_be_read(self, tmp_path, capsys, content, said):
        path = tmp_path / "bad.json"
        path.write_bytes(content)
        error, lines = self.run(path, capsys)
        assert error == f"{path} was not loaded. Correct it and run again."
        assert said in lines

    def test_an_empty_one_loads_nothing(self, tmp_path, capsys):
        path = tmp_path / "empty.json"
        path.write_bytes(b"")
        call_command("load_briefings", str(path))
        assert capsys.readouterr().out == "Loaded: 0 new, 0 changed, 0 unchanged.\n"
