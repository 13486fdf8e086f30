"""manage.py load_reviews: every good record becomes a published review, whatever is around it."""

import io
import json
import sys
from dataclasses import dataclass
from datetime import date

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from reviews import disagreements, loading, publishing
from reviews.catalogue import catalogue, collection_version
from reviews.models import AuditEntry, Partnership, Point, Review, Theme, WorkingCopy
from reviews.records import parse
from tests.factories import make_partnership, make_review, make_term, record

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]


@dataclass
class Run:
    """What the command said, and the error it ended with."""

    out: str
    err: list[str]
    error: str


@pytest.fixture
def run(capsys):
    """Run the command on a file and see what it said."""

    def command(file, **options):
        try:
            call_command("load_reviews", str(file), **options)
            error = ""
        except CommandError as failure:
            error = str(failure)
        said = capsys.readouterr()
        return Run(said.out, said.err.splitlines(), error)

    return command


@pytest.fixture
def load(run, tmp_path):
    """Load these records (or lines, as bytes) from a file of lines."""

    def lines(*items, **options):
        file = tmp_path / "reviews.jsonl"
        texts = (item if isinstance(item, bytes) else json.dumps(item).encode() for item in items)
        file.write_bytes(b"".join(text + b"\n" for text in texts))
        return run(file, **options)

    return lines


def many(count, **overrides):
    return [record(reference=f"CR-2023-{n:04}", **overrides) for n in range(1, count + 1)]


def as_record(review):
    """The record that a review in the database would have been loaded from."""
    points = {kind: [] for kind in ("learning", "recommendation")}
    for point in review.points.all():
        agencies = "agencies" if point.kind == "learning" else "addressed_to"
        points[point.kind].append(
            {
                "text": point.text,
                "themes": [t.slug for t in point.themes.all()],
                agencies: [a.slug for a in point.agencies.all()],
            }
        )
    names = ("title", "headline", "summary", "content_note", "incident_note", "nation")
    return {
        **{name: getattr(review, name) for name in names},
        **{name: getattr(review, name) for name in ("anonymous", "illustrative", "keywords")},
        **{n: str(getattr(review, n) or "") or None for n in ("published", "added", "incident")},
        **{n: [t.slug for t in getattr(review, n).all()] for n in ("harms", "themes", "agencies")},
        "reference": review.reference,
        "type": review.type.slug,
        "outcome": review.outcome.slug,
        "partnership": review.partnership and review.partnership.name,
        "children": [
            {"age": c.age and c.age.iso, "age_text": c.age_text, "sex": c.sex}
            for c in review.children.all()
        ],
        "learning": points["learning"],
        "recommendations": points["recommendation"],
        "documents": [
            {"label": d.label, "kind": d.kind.slug, "url": d.url or None}
            for d in review.documents.all()
        ],
    }


def points_of(review, kind="learning"):
    return dict(review.points.filter(kind=kind).values_list("text", "pk"))


def assert_catalogue_agrees():
    found = []
    disagreements.find(lambda *what: found.append(what))
    assert found == []


# A record becomes a review


def test_a_record_becomes_a_published_review(load):
    ran = load(record())
    assert (ran.out, ran.err, ran.error) == ("Loaded: 1 new, 0 changed, 0 unchanged.\n", [], "")
    review = Review.objects.published().get()
    assert parse(as_record(review)).to_dict() == parse(record()).to_dict()
    assert review.released_at == review.created_at
    assert review.released_by is None


@pytest.mark.parametrize(
    "overrides",
    [
        {"children": [], "learning": [], "recommendations": [], "documents": [], "harms": []},
        {"nation": None, "published": None, "incident": None, "content_note": None},
        {"anonymous": True},
        {"keywords": ["a, b", 'quotes "', "back\\slash", "{braces}", "NULL", "tab\there"]},
        {"title": "\\N", "headline": "\\.", "summary": "One\tcolumn.\n\nTwo\\nlines.\n\\."},
        {"published": "2023", "incident": "2019-05/2020-12", "added": "2023-12"},
        {
            "children": [
                {"age": "unborn", "sex": None},
                {"age": None, "age_text": "teenagers", "sex": "other"},
                {"age": "P3Y/P7Y", "sex": "girl"},
            ]
        },
        {"reference": "EX-2023-0007", "illustrative": True, "partnership": "Northmere"},
    ],
)
def test_what_is_stored_is_what_the_record_says(load, overrides):
    load(record(**overrides))
    assert parse(as_record(Review.objects.get())).to_dict() == parse(record(**overrides)).to_dict()
    assert_catalogue_agrees()


def test_bounds_of_dates_and_ages_are_those_that_saving_would_keep(load):
    load(record())
    review, before = Review.objects.get(), Review.objects.values().get()
    child, years = review.children.get(), review.children.values().get()
    review.save()
    child.save()
    assert Review.objects.values().get() == before
    assert review.children.values().get() == years


def test_the_real_reviews_are_loaded_whole(run):
    ran = run(settings.BASE_DIR / "fixtures" / "reviews.json")
    assert ran.out == "Loaded: 6 new, 0 changed, 0 unchanged.\n"
    assert Review.objects.published().count() == 6
    assert Point.objects.count() == sum((6, 3, 8, 6, 5, 7, 6, 5, 4, 4, 2, 4))
    assert_catalogue_agrees()


def test_catalogue_follows_in_one_version_for_a_batch(load):
    version = collection_version()
    load(*many(20))
    assert collection_version() == version + 1
    assert len(catalogue.current().everything) == 20
    assert_catalogue_agrees()


def test_history_says_that_it_was_loaded_by_a_command(load):
    load(record())
    step = AuditEntry.objects.get()
    assert (step.verb, step.by, step.version) == ("loaded", None, collection_version())
    assert step.at == Review.objects.get().released_at


def test_statements_do_not_grow_with_the_records(load):
    with CaptureQueriesContext(
        connection,
    ) as few:
        load(*many(2))
    with CaptureQueriesContext(connection) as more:
        load(*many(40)[2:])
    assert len(more) <= len(few)


# Names of terms and partnerships


def test_a_merged_term_means_the_one_that_took_its_place(load):
    target = Theme.objects.get(slug="supervision")
    make_term(Theme, "old-theme", merged_into=target)
    point = {"text": "Look.", "themes": ["old-theme"]}
    load(record(themes=["old-theme", "supervision"], learning=[point]))
    assert list(Review.objects.get().themes.all()) == [target]
    assert list(Point.objects.get(text="Look.").themes.all()) == [target]
    assert_catalogue_agrees()


@pytest.mark.parametrize("name", ["northmere-lscp", "Northmere Partnership", "NORTHMERE LSCB"])
def test_a_partnership_is_known_by_slug_name_or_alias_in_any_case(load, name):
    make_partnership(
        "Northmere Partnership", slug="northmere-lscp", aliases=["Northmere LSCB", "NSCP"]
    )
    load(record(partnership=name))
    assert Review.objects.get().partnership.slug == "northmere-lscp"


def test_an_illustrative_review_brings_its_partnership_along(load):
    named = {"partnership": "Northmere Partnership", "illustrative": True, "nation": "wales"}
    load(
        record(reference="EX-2023-0001", **named),
        record(reference="EX-2023-0002", **{**named, "partnership": "NORTHMERE partnership"}),
    )
    partnership = Partnership.objects.exclude(pk=Partnership.ANONYMOUS).get()
    assert (partnership.name, partnership.nation) == ("Northmere Partnership", "wales")
    assert partnership.illustrative
    assert partnership.reviews.count() == 2


def test_an_illustrative_review_that_is_not_loaded_brings_none(load):
    load(record(reference="EX-2023-0001", partnership="North", illustrative=True, themes=["x"]))
    assert not Partnership.objects.filter(illustrative=True).exists()


def test_invented_partnerships_get_slugs_of_their_own(load):
    for number, name in enumerate(("St. Mary", "St Mary", "—"), start=1):
        load(record(reference=f"EX-2023-000{number}", partnership=name, illustrative=True))
    slugs = Partnership.objects.filter(illustrative=True).values_list("slug", flat=True)
    assert sorted(slugs) == ["partnership", "st-mary", "st-mary-2"]


@pytest.mark.parametrize(
    ("overrides", "said"),
    [
        (
            {"type": "other-reviews"},
            "type: “other-reviews” is not in the vocabulary of review types. "
            "Add it in the admin first or write other-review.",
        ),
        ({"outcome": "x"}, "outcome: “x” is not in the vocabulary of outcomes. Add it in the"),
        ({"harms": ["neglect", "x"]}, "harms[1]: “x” is not in the vocabulary of harms."),
        ({"agencies": ["x"]}, "agencies[0]: “x” is not in the vocabulary of agencies."),
        (
            {"learning": ["One.", {"text": "Two.", "themes": ["neglect", "x"]}]},
            "learning[1].themes[1]: “x” is not in the vocabulary of themes.",
        ),
        (
            {"recommendations": [{"text": "One.", "addressed_to": ["x"]}]},
            "recommendations[0].addressed_to[0]: “x” is not in the vocabulary of agencies.",
        ),
        (
            {"documents": [{"label": "Report", "kind": "x"}]},
            "documents[0].kind: “x” is not in the vocabulary of document kinds.",
        ),
        (
            {"partnership": "Northmere"},
            "partnership: “Northmere” is not known. Add it in the admin first, or correct",
        ),
        (
            {"partnership": "anonymous"},
            "partnership: “anonymous” is no place. Write null, and anonymous: true.",
        ),
        (
            {"partnership": "Invented"},
            "partnership: “Invented” is an invented partnership, for illustrative reviews only.",
        ),
        (
            {"partnership": "Real", "reference": "EX-2023-0007", "illustrative": True},
            "partnership: “Real” is a real partnership. An illustrative review needs an invented",
        ),
        (
            {"partnership": "both"},
            "partnership: “both” can mean more than one partnership. "
            "Write the slug of one: other, real.",
        ),
    ],
)
def test_a_name_that_means_nothing_here_is_a_problem_of_its_line(load, overrides, said):
    make_partnership("Invented", illustrative=True)
    make_partnership("Real", aliases=["Both"])
    make_partnership("Other", aliases=["BOTH"])
    ran = load(record(reference="CR-2023-0001"), record(**overrides))
    assert len(ran.err) == 1
    assert ran.err[0].startswith(f"line 2: {said}")
    assert Review.objects.get().reference == "CR-2023-0001"


# The same file again


def test_what_is_as_it_was_is_passed_over(load):
    load(*many(3))
    before, version = list(Review.objects.values()), collection_version()
    ran = load(*many(3))
    assert ran.out == "Loaded: 0 new, 0 changed, 3 unchanged.\n"
    assert list(Review.objects.values()) == before
    assert collection_version() == version


def test_an_editor_s_change_outlives_the_same_record(load):
    load(record())
    Review.objects.update(title="Child Brook")
    assert "1 unchanged" in load(record()).out
    assert Review.objects.get().title == "Child Brook"


def test_a_changed_record_takes_the_place_of_the_old_one(load):
    load(record())
    old = Review.objects.get()
    changed = record(
        title="Child Brook",
        nation="wales",
        incident=None,
        children=[{"age": "P5Y", "sex": "boy"}, {"age": None}],
        harms=["neglect"],
        themes=["safer-sleep"],
        agencies=[],
        learning=["One.", {"text": "Two.", "themes": ["supervision"], "agencies": ["police"]}],
        recommendations=[],
        documents=[{"label": "Summary", "kind": "executive-summary", "url": None}],
        keywords=[],
    )
    assert load(changed).out == "Loaded: 0 new, 1 changed, 0 unchanged.\n"
    review = Review.objects.published().get()
    assert parse(as_record(review)).to_dict() == parse(changed).to_dict()
    assert review.pk == old.pk
    assert review.released_at == old.released_at
    assert review.corrected_at > review.released_at
    assert list(review.history.values_list("verb", flat=True)) == ["loaded", "corrected"]
    assert_catalogue_agrees()


def test_points_keep_their_addresses_by_text_or_else_by_place(load):
    load(record(learning=["One.", "Two.", "Three."], recommendations=["One."]))
    old = points_of(Review.objects.get())
    # Two and One change places, Three is worded anew, Four is added; a recommendation is no point
    # of learning, whatever its text.
    load(record(learning=["Two.", "One.", "Third.", "Four."], recommendations=["Three."]))
    review = Review.objects.get()
    new = points_of(review)
    assert (new["Two."], new["One."], new["Third."]) == (old["Two."], old["One."], old["Three."])
    assert new["Four."] not in old.values()
    assert points_of(review, "recommendation")["Three."] not in old.values()
    assert [p.text for p in review.points.filter(kind="learning")] == [
        "Two.",
        "One.",
        "Third.",
        "Four.",
    ]


def test_a_point_that_went_takes_its_address_with_it(load):
    load(record(learning=["One.", "Two."]))
    old = points_of(Review.objects.get())
    load(record(learning=["Two."]))
    assert points_of(Review.objects.get()) == {"Two.": old["Two."]}


def test_the_same_text_twice_keeps_both_addresses(load):
    load(record(learning=["Look.", "Look."]))
    old = list(Review.objects.get().points.filter(kind="learning").values_list("pk", "order"))
    load(record(learning=["Look.", "Look."], title="Child Brook"))
    new = list(Review.objects.get().points.filter(kind="learning").values_list("pk", "order"))
    assert new == old


def test_a_document_keeps_its_hosted_file_while_its_link_stays(load, hold):
    one, two = ({"label": n, "kind": "other", "url": f"https://a.uk/{n}"} for n in ("1", "2"))
    load(record(documents=[one, two]))
    documents = Review.objects.get().documents
    documents.filter(label="1").update(permission="The board", permitted_on=date(2026, 5, 3))
    name = hold(documents.get(label="1")).file.name
    load(record(documents=[two, {**one, "label": "Uno"}]))
    assert list(documents.values_list("label", "file")) == [("2", ""), ("Uno", name)]
    load(record(documents=[two, {**one, "url": "https://a.uk/3"}]))
    assert list(documents.values_list("label", "file")) == [("2", ""), ("1", "")]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("withdrawn", "is withdrawn. Restore it first."),
        ("draft", "is a draft. Publish or delete it first."),
    ],
)
def test_what_is_not_public_is_never_touched(load, state, said):
    make_review(reference="CR-2023-0007", state=state, title="Child C")
    before, version = Review.objects.values().get(), collection_version()
    ran = load(record())
    assert ran.err == [f"line 1: CR-2023-0007: {said}"]
    assert ran.error == "1 line can’t be loaded, for the reasons above."
    assert Review.objects.values().get() == before
    assert collection_version() == version


class TestWhatWasCorrectedAtTheDesk:
    """A file never takes the place of what a person has written, unless it is told to."""

    SAID = (
        "line 1: CR-2023-0007: was last changed at the desk, or is being changed there. Correct it"
        " there, or load it with --overwrite-corrections."
    )

    @pytest.fixture
    def editor(self, django_user_model):
        return django_user_model.objects.create_user("editor")

    def correct(self, by):
        review = Review.objects.get()
        review.summary, review.loaded_digest = "Put right by hand.", ""
        review.save()
        publishing.correct(review=review, by=by)

    def test_is_refused_and_says_so(self, load, editor):
        load(record())
        self.correct(editor)
        version = collection_version()
        for _ in range(2):  # the first record once more, and another
            ran = load(record(title="Child C"))
            assert ran.err == [self.SAID]
        assert load(record(), dry_run=True).err == [self.SAID]
        assert Review.objects.get().summary == "Put right by hand."
        assert collection_version() == version

    def test_is_loaded_where_that_is_asked_for(self, load, editor):
        load(record())
        self.correct(editor)
        ran = load(record(title="Child C"), overwrite_corrections=True)
        assert (ran.err, ran.out) == ([], "Loaded: 0 new, 1 changed, 0 unchanged.\n")
        assert Review.objects.get().title == "Child C"
        assert load(record(title="Child D")).err == []  # a file was the last to change it

    def test_a_correction_under_way_counts(self, load, editor):
        load(record())
        work = {"typed": {}, "changed_at": timezone.now(), "changed_by": editor}
        WorkingCopy.objects.create(review=Review.objects.get(), **work)
        assert load(record(title="Child C")).err == [self.SAID]
        assert load(record()).err == []  # nothing would change

    def test_what_was_written_at_the_desk_counts(self, load, editor):
        review = make_review(reference="CR-2023-0007", state="draft")
        publishing.publish(review=review, by=editor)
        assert load(record()).err == [self.SAID]

    def test_a_correction_by_a_command_does_not(self, load):
        load(record())
        self.correct(None)
        assert load(record(title="Child C")).err == []


def test_the_same_file_again_is_no_problem_after_a_withdrawal(load):
    load(record())
    publishing.withdraw(review=Review.objects.get(), by=None)
    ran = load(record())
    assert (ran.err, ran.error) == ([], "")
    assert Review.objects.withdrawn().exists()


def test_a_reference_twice_in_a_file_names_the_first_line(load):
    ran = load(record(), b"", record(reference="CR-2023-0001"), record(title="Child C"))
    assert ran.err == ["line 4: reference: CR-2023-0007 stands on line 1 too. Remove one."]
    assert Review.objects.get(reference="CR-2023-0007").title == "Child B"
    assert Review.objects.count() == 2


# Bad lines


def test_every_good_line_is_kept_and_every_bad_one_reported(load):
    ran = load(
        record(reference="CR-2023-0001"),
        b"{",
        record(reference="CR-2023-0002", learning=["One.", "Two.", ""], title=""),
        record(reference="CR-2023-0003", partnership="Nowhere"),
        b'{"title": "not finished',
        record(reference="CR-2023-0004"),
    )
    assert [line.split(":")[0] for line in ran.err] == [f"line {n}" for n in (2, 3, 3, 4, 5)]
    assert "line 3: learning[2].text: is empty. Write the learning point or remove it." in ran.err
    assert ran.error == "4 lines can’t be loaded, for the reasons above."
    assert ran.out == "Loaded: 2 new, 0 changed, 0 unchanged.\n"
    assert list(Review.objects.values_list("reference", flat=True)) == [
        "CR-2023-0001",
        "CR-2023-0004",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{", "is not valid JSON: "),
        (b"not JSON", "is not valid JSON: Expecting value (character 1)."),
        (b'{"a": 1} {"b": 2}', "is not valid JSON: Extra data (character 10)."),
        (b'{"title": NaN}', "is not valid JSON: NaN is not a value."),
        (b'{"title": "a", "title": "b"}', "is not valid JSON: “title” stands twice in one object."),
        (b'{"title": "\xff"}', "is not UTF-8 text (byte 12)."),
        ('{"title": "é"}'.encode("latin-1"), "is not UTF-8 text (byte 12)."),
        ('{"title": "a"}'.encode("utf-16"), "is not UTF-8 text (byte 1)."),
        (b"[" * 100_000, "is not valid JSON: "),
        (b'{"a":' * 100_000, "is not valid JSON: "),
        (b'{"title": ' + b"9" * 5000 + b"}", "is not valid JSON: "),
        (b'{"title": "a\x00b"}', "is not valid JSON: Invalid control character at (character 13)."),
        (b"null", "is null. Write an object in braces {}."),
        (b'"text"', "is text. Write an object in braces {}."),
        (b'{"title": "' + b"x" * 5_000_000 + b'"}', "is longer than 5 MB. Shorten the record."),
        (b"x" * 12_000_000, "is longer than 5 MB. Shorten the record."),
    ],
)
def test_a_line_that_can_not_be_read_is_said_and_the_next_is_read(load, line, said):
    ran = load(record(reference="CR-2023-0001"), line, record(reference="CR-2023-0003"))
    assert len(ran.err) == 1
    assert ran.err[0].startswith(f"line 2: {said}")
    assert len(ran.err[0]) < 300
    assert Review.objects.count() == 2


def test_a_last_line_that_was_cut_off_is_said(run, tmp_path):
    file = tmp_path / "cut.jsonl"
    file.write_text(f"{json.dumps(record())}\n{json.dumps(record())[:-20]}")
    assert run(file).err[0].startswith("line 2: is not valid JSON: ")
    assert Review.objects.count() == 1


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"[]", b" [ ]\n", b"\xef\xbb\xbf"])
def test_an_empty_file_loads_nothing(run, tmp_path, content):
    (tmp_path / "empty").write_bytes(content)
    ran = run(tmp_path / "empty")
    assert (ran.out, ran.error) == ("Loaded: 0 new, 0 changed, 0 unchanged.\n", "")


def test_windows_files_are_read(run, tmp_path):
    lines = [json.dumps(item).encode() for item in many(2)]
    (tmp_path / "windows").write_bytes(b"\xef\xbb\xbf\r\n" + b"\r\n".join(lines) + b"\r\n{\r\n")
    ran = run(tmp_path / "windows")
    assert Review.objects.count() == 2
    assert ran.err[0].startswith("line 4: ")


# A JSON array


@pytest.mark.parametrize("space", ["", " ", "\n", "\n" + " " * 70_000])
def test_an_array_is_read_record_by_record(run, tmp_path, space):
    items = f",{space}".join(map(json.dumps, many(30)))
    (tmp_path / "array").write_text(f"{space}[{space}{items}{space}]{space}")
    assert run(tmp_path / "array").out == "Loaded: 30 new, 0 changed, 0 unchanged.\n"


def test_in_an_array_a_problem_is_one_of_its_record(run, tmp_path):
    items = [record(reference="CR-2023-0001"), 3, record(title=""), record()]
    (tmp_path / "array").write_text(json.dumps(items, indent=2))
    ran = run(tmp_path / "array")
    assert ran.err[0] == "record 2: is a number. Write an object in braces {}."
    assert ran.err[1].startswith("record 3: title: is empty.")
    assert ran.error == "2 records can’t be loaded, for the reasons above."
    assert Review.objects.count() == 2


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (b"", "record 2: is missing: the file ends before the array does. Is it whole?"),
        (b",", "record 2: is missing: the file ends before the array does. Is it whole?"),
        (b', {"title": "cut', "record 2: is not valid JSON. The rest of the file was not read."),
        (b", nothing]", "record 2: is not valid JSON. The rest of the file was not read."),
        (b" {}]", "record 2: is not where a comma or ] should be. The rest of the file was not"),
        (b"] more", "record 2: stands after the end of the array. The rest of the file was not"),
        (b', {"title": "\xff"}]', "record 2: is not UTF-8 text."),
        (b', {"a": 1, "a": 2}]', "record 2: is not valid JSON: “a” stands twice in one object."),
        (b', "' + b"x" * 6_000_000, "record 2: is longer than 5 MB, or not valid JSON. The rest"),
    ],
)
def test_an_array_is_read_as_far_as_it_is_one(run, tmp_path, after, said):
    (tmp_path / "array").write_bytes(b"[" + json.dumps(record()).encode() + after)
    ran = run(tmp_path / "array")
    assert len(ran.err) == 1
    assert ran.err[0].startswith(said)
    assert Review.objects.count() == 1


# Files and standard input


def test_dash_reads_standard_input(run, monkeypatch, tmp_path):
    (tmp_path / "in").write_text(json.dumps(record()))
    with (tmp_path / "in").open() as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        assert run("-").out == "Loaded: 1 new, 0 changed, 0 unchanged.\n"


def test_a_file_that_is_not_there_is_said_in_one_line(run, tmp_path):
    assert run(tmp_path / "none").error.endswith("none can’t be read: No such file or directory.")
    assert run(tmp_path).error.endswith("can’t be read: Is a directory.")


def test_dry_run_says_what_is_wrong_and_writes_nothing(load):
    load(record(reference="CR-2023-0001"))
    version = collection_version()
    ran = load(
        record(reference="CR-2023-0001"),
        record(reference="CR-2023-0002"),
        record(reference="CR-2023-0003", themes=["x"]),
        record(reference="EX-2023-0004", illustrative=True, partnership="Northmere"),
        dry_run=True,
    )
    assert ran.out == "Would be loaded: 2 new, 0 changed, 1 unchanged.\n"
    assert ran.err[0].startswith("line 3: themes[0]: “x” is not in the vocabulary of themes.")
    assert ran.error == "1 line can’t be loaded, for the reasons above."
    assert Review.objects.count() == 1
    assert not Partnership.objects.filter(name="Northmere").exists()
    assert collection_version() == version


# Batches, ends before the end, and a database that refuses


def refuse(title, sqlstate):
    """Have the database refuse reviews of this title, as it would for a reason we don't know."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'not this one' USING ERRCODE = '{sqlstate}'; END $$;
            CREATE TRIGGER refuse BEFORE INSERT ON reviews_review FOR EACH ROW
            WHEN (NEW.title = '{title}') EXECUTE FUNCTION refuse()"""
        )


def test_only_the_record_that_the_database_refuses_is_left_out(load):
    refuse("Child Z", "P0001")
    lines = many(20)
    lines[6]["title"] = "Child Z"
    version = collection_version()
    ran = load(*lines)
    assert ran.err == ["line 7: was refused by the database: not this one"]
    assert ran.out == "Loaded: 19 new, 0 changed, 0 unchanged.\n"
    assert not Review.objects.filter(reference="CR-2023-0007").exists()
    assert Review.objects.published().count() == 19
    assert set(AuditEntry.objects.values_list("version", flat=True)) == {collection_version()}
    assert collection_version() > version
    assert_catalogue_agrees()


@pytest.mark.parametrize(
    ("constraint", "said"),
    [
        ("CHECK (title <> 'Child Z')", "line 2: was refused by the database: new row for"),
        ("UNIQUE (title)", "line 2: was loaded by somebody else at the same moment."),
        (
            "FOREIGN KEY (title) REFERENCES auth_user (username) DEFERRABLE INITIALLY DEFERRED",
            "line 2: names a term or partnership that was removed meanwhile.",
        ),
    ],
)
def test_a_broken_constraint_is_said_in_words(load, constraint, said):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO auth_user (username, password, is_superuser, first_name,"
            " last_name, email, is_staff, is_active, date_joined)"
            " VALUES ('Child A', '', false, '', '', '', false, false, now())"
        )
        cursor.execute(f"ALTER TABLE reviews_review ADD CONSTRAINT planted {constraint}")
    ran = load(
        record(reference="CR-2023-0001", title="Child A"),
        record(reference="CR-2023-0002", title="Child A" if "UNIQUE" in constraint else "Child Z"),
    )
    assert ran.err[0].startswith(said)
    assert Review.objects.get().reference == "CR-2023-0001"


def test_a_full_disk_ends_the_loading_and_says_so(load):
    refuse("Child Z", "53100")
    ran = load(record(title="Child Z"))
    assert ran.error == (
        "The disk of the database is full. Free some space. Loaded: 0 new, 0 changed, "
        "0 unchanged. Run the same command again to go on."
    )


class Interrupted(io.RawIOBase):
    """A file at the end of which the reader presses Ctrl-C."""

    def __init__(self, content):
        self._content = io.BytesIO(content)

    def readable(self):
        return True

    def readinto(self, buffer):
        size = self._content.readinto(buffer)
        if not size:
            raise KeyboardInterrupt
        return size

    def fileno(self):
        return sys.__stdin__.fileno()


def test_what_was_loaded_before_the_end_is_kept_and_the_next_run_goes_on(
    run, load, monkeypatch, tmp_path
):
    monkeypatch.setattr(loading, "BATCH", 10)
    lines = "".join(json.dumps(item) + "\n" for item in many(25)).encode()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Interrupted(lines))))
        ran = run("-")
    assert ran.error == (
        "Stopped. Loaded: 20 new, 0 changed, 0 unchanged. Run the same command again to go on."
    )
    assert Review.objects.count() == 20
    assert load(*many(25)).out == "Loaded: 5 new, 0 changed, 20 unchanged.\n"
    assert_catalogue_agrees()


def test_batches_are_bounded_in_bytes_too(load, monkeypatch):
    monkeypatch.setattr(loading, "LARGEST_BATCH", 10_000)
    version = collection_version()
    load(*many(20, summary="x" * 5000))
    assert collection_version() - version >= 10
    assert Review.objects.count() == 20
