"""manage.py load_vocabularies: adds what is missing and leaves what editors wrote."""

import json

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from reviews.catalogue import collection_version
from reviews.models import AgeBand, Entry, Outcome, Review, ReviewType, Theme
from reviews.vocabularies import MODELS
from tests.factories import make_review

pytestmark = pytest.mark.django_db

FILE = settings.BASE_DIR / "fixtures" / "vocabularies.json"


def term(slug="supervision", **values):
    words = {"label": "Supervision", "definition": "Time to think with a supervisor."}
    rest = {"includes": "", "excludes": "", "synonyms": []}
    return {"slug": slug, **words, **rest, **values}


def band(slug, least, most):
    return term(slug, label=slug.capitalize(), min_years=least, max_years=most)


@pytest.fixture
def load(tmp_path, capsys):
    """Run the command on these vocabularies; what it wrote to stdout, or (error, stderr)."""

    def run(content, **options):
        file = tmp_path / "vocabularies.json"
        text = content if isinstance(content, bytes) else json.dumps(content).encode()
        file.write_bytes(text)
        try:
            call_command("load_vocabularies", file, **options)
        except CommandError as error:
            return str(error), capsys.readouterr().err
        return capsys.readouterr().out

    return run


def test_project_vocabularies_are_loaded_whole():
    call_command("load_vocabularies", verbosity=0)
    content = json.loads(FILE.read_text(encoding="utf-8"))
    for name, model in MODELS.items():
        assert [t.slug for t in model.objects.order_by("order")] == [
            t["slug"] for t in content[name]
        ]
    under_1 = AgeBand.objects.get(slug="under-1")
    assert (under_1.min_years, under_1.max_years) == (0, 0)
    assert ReviewType.objects.get(slug="significant-case-review").former
    assert Theme.objects.get(slug="safer-sleep").synonyms


def test_says_what_it_did(load):
    assert load({"themes": [term()]}) == ("Vocabularies: added 1, changed 0, left as they are 0.\n")


def test_second_run_changes_nothing_and_raises_no_version(load):
    load({"themes": [term()]})
    version = collection_version()
    load({"themes": [term()]})
    load({"themes": [term()]}, overwrite=True)
    assert collection_version() == version


def test_missing_term_is_added_and_raises_the_version(load):
    load({"themes": [term()]})
    version = collection_version()
    load({"themes": [term(), term("assessment", label="Assessment")]})
    assert list(Theme.objects.values_list("slug", "order")) == [
        ("supervision", 1),
        ("assessment", 2),
    ]
    assert collection_version() > version


def test_existing_term_stays_as_editors_made_it(load):
    load({"themes": [term()]})
    Theme.objects.update(label="Supervision at work", order=7)
    assert "left as they are 1" in load({"themes": [term()]})
    theme = Theme.objects.get()
    assert (theme.label, theme.order) == ("Supervision at work", 7)


def test_overwrite_makes_terms_as_the_file_has_them(load):
    load({"themes": [term()]})
    Theme.objects.update(label="Supervision at work", order=7)
    assert "changed 1" in load({"themes": [term(synonyms=["1:1"])]}, overwrite=True)
    theme = Theme.objects.get()
    assert (theme.label, theme.order, theme.synonyms) == ("Supervision", 1, ["1:1"])


def test_overwrite_leaves_merged_terms_merged_and_others_alone(load):
    load({"themes": [term(), term("assessment"), term("poverty")]})
    target = Theme.objects.get(slug="assessment")
    Theme.objects.filter(slug="supervision").update(merged_into=target, label="Old")
    load({"themes": [term()]}, overwrite=True)
    merged = Theme.objects.get(slug="supervision")
    assert (merged.label, merged.merged_into) == ("Supervision", target)
    assert Theme.objects.count() == 3


def test_entries_are_left_as_they_are(load, vocabulary):
    entry = make_review().entry
    load({"themes": [term("new-theme")]})
    assert Entry.objects.get().version == entry.version


def test_new_age_bands_reach_the_entries_of_reviews_already_there(load):
    make_review(children=[{"age": "P4Y"}])
    load(
        {
            "age_bands": [
                band("unborn", None, None),
                band("all", 0, None),
                band("not-stated", *2 * [None]),
            ]
        }
    )
    expected = 5 << 24 | AgeBand.objects.get(slug="all").pk
    assert expected in Review.objects.get().entry.codes


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ([], "is a list. Write an object in braces {}."),
        ({"theme": []}, "theme: is not known here. Remove it or write themes."),
        ({"themes": {}}, "themes: is an object. Write a list in brackets []."),
        ({"themes": ["x"]}, "themes[0]: is text. Write an object in braces {}."),
        ({"themes": [{}]}, "themes[0].slug: is missing. Write the slug of a term."),
        ({"themes": [term("A b")]}, "themes[0].slug: is “A b”. Write a term’s slug"),
        ({"themes": [term("x" * 81)]}, "themes[0].slug: has 81 characters. Write at most 80."),
        ({"themes": [term(), term()]}, "themes[1].slug: “supervision” stands here twice."),
        ({"themes": [term(label=" ")]}, "themes[0].label: is empty. Write the term as pages"),
        ({"themes": [term(label="x" * 121)]}, "themes[0].label: has 121 characters."),
        ({"themes": [term(definition=None)]}, "themes[0].definition: is null. Write what"),
        ({"themes": [term(synonyms=[""])]}, "themes[0].synonyms[0]: is empty. Remove it."),
        ({"themes": [term(former=True)]}, "themes[0].former: is not known here. Remove it."),
        ({"types": [term(former=1)]}, "types[0].former: is a number. Write true or false."),
        ({"types": [term(nation="UK")]}, "types[0].nation: is not one of england, wales,"),
        ({"age_bands": [band("unborn", None, 3)]}, "age_bands[0].min_years: is null, but"),
        ({"age_bands": [band("x", 5, 3)]}, "age_bands[0].max_years: is 3, less than min_years"),
        ({"age_bands": [band("x", -1, 3)]}, "age_bands[0].min_years: must be a whole number"),
        ({"age_bands": [band("x", 1, 3)]}, "age_bands: must have a term unborn and a term"),
    ],
)
def test_bad_file_is_refused_whole_with_every_place(load, content, problem):
    error, stderr = load(content)
    assert problem in stderr
    assert "was not loaded" in error
    assert not Theme.objects.exists()


def test_all_problems_are_reported_at_once_and_nothing_is_loaded(load):
    content = {"outcomes": [term()], "themes": [term(label=""), term("b", definition="")]}
    _, stderr = load(content)
    assert stderr.count("\n") == 2
    assert not Outcome.objects.exists()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is not valid JSON"),
        (b'{"themes": [', "is not valid JSON"),
        (b"\xff\xfe", "is not UTF-8 text (byte 1)"),
        (b"[" * 200_000, "is not valid JSON"),
    ],
)
def test_unreadable_content_is_said_in_one_line(load, content, problem):
    error, _ = load(content)
    assert problem in error
    assert "\n" not in error


def test_missing_file_is_said_in_one_line(tmp_path):
    with pytest.raises(CommandError, match=r"none\.json can’t be read: No such file"):
        call_command("load_vocabularies", tmp_path / "none.json")
