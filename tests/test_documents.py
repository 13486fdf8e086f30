"""The documents name what there is: links, files, targets, commands, settings, fields."""

import importlib
import json
import re
from dataclasses import fields
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import get_commands
from django.urls import URLPattern, get_resolver

from briefings.content import (
    Author,
    Contact,
    Content,
    Figure,
    Question,
    Report,
    Resource,
    Section,
    Statement,
)
from briefings.loading import interchange
from reviews import records
from reviews.filters import IGNORED, BrowseFilterSet
from reviews.models import Term

PROJECT = Path(__file__).resolve().parent.parent
DOCUMENTS = [
    *(PROJECT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")),
    *sorted((PROJECT / "docs").rglob("*.md")),
]
DECISIONS = sorted((PROJECT / "docs" / "adr").glob("*.md"))
APPS = ("reviews", "briefings")
MODELS = [model for app in APPS for model in apps.get_app_config(app).get_models()]
# Of editions there are such as of reviews, with the same fields.
WORK = {"WorkingCopy", "Revision", "Presence"}
each_document = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=lambda path: str(path.relative_to(PROJECT))
)

FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^()\s]+)\)|<img src=\"([^\"]+)\"")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
FOLDERS = (
    "reviews|briefings|repository|accounts|templates|static|fixtures|demo|bench|screenshots"
    "|tests|docs|\\.ci"
)
FILE = re.compile(rf"^(?:{FOLDERS})/[\w./-]*$|^[\w.-]+\.(?:md|toml|py)$")
DOTTED = re.compile(r"^(?:reviews|briefings|repository|accounts|demo|bench)(?:\.\w+)+$")
TARGET = re.compile(r"\bmake ([a-z-]+)\b")
COMMAND = re.compile(r"\bmanage\.py ([a-z_]+)")
VARIABLE = re.compile(r"^[A-Z]+(?:_[A-Z]+)+$")
READ = re.compile(
    r"(?:environ(?:\.get|\.setdefault)?[\[(]|flag\(|number\(|_web_address\()\s*\"([A-Z_]+)\""
)
NOT_OURS = {"DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE"}


def read(name):
    return (PROJECT / name).read_text()


def section(name, heading):
    """A document's text from this heading of the second level to the next."""
    return read(name).partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def code_in(text):
    """What stands in backticks, in running text and tables."""
    return CODE.findall(FENCE.sub("", text))


def commands_in(text):
    """What somebody may type: code in the text, and blocks of it."""
    return "\n".join([*code_in(text), *FENCE.findall(text)])


def anchors(text):
    """The anchors that GitHub gives to headings."""
    headings = HEADING.findall(FENCE.sub("", text))
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


def variables_read():
    """The environment variables that the site, the demonstration and the tests read."""
    sources = [
        *(PROJECT / "repository").glob("*.py"),
        *(PROJECT / "demo").glob("*.py"),
        PROJECT / "tests" / "browser" / "conftest.py",
    ]
    found = {name for file in sources for name in READ.findall(file.read_text())}
    return {name for name in found if name not in NOT_OURS} | {"PYTHON"}


def routes(resolver=None, before=""):
    """Every address of ours, as the documents write it: /reviews/added/<year>/."""
    for pattern in (resolver or get_resolver()).url_patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            path = re.sub(r"\(\?P(<\w+>).*\)", r"\1", path.replace("^", "").replace("$", ""))
            yield "/" + re.sub(r"<\w+:", "<", path)
        elif pattern.app_name == "admin":
            yield f"/{path}"
        else:
            yield from routes(pattern, path)


@each_document
def test_links_lead_somewhere(document):
    text = FENCE.sub("", document.read_text())
    for target in (first or second for first, second in LINK.findall(text)):
        if target.startswith(("https://", "http://")):
            continue
        path, _, anchor = target.partition("#")
        linked = (document.parent / path).resolve() if path else document
        assert linked.exists(), f"{target} does not exist"
        if anchor:
            assert anchor in anchors(linked.read_text()), f"{target}: no such heading"


@each_document
def test_files_that_are_named_exist(document):
    for name in code_in(document.read_text()):
        if FILE.match(name) and not name.startswith("reviews.") and "reviews/added" not in name:
            places = (PROJECT, document.parent)
            assert any((place / name).exists() for place in places), f"{name} does not exist"


@each_document
def test_names_in_the_code_exist(document):
    for name in filter(DOTTED.match, code_in(document.read_text())):
        if not name.endswith((".jsonl", ".dump", ".service", ".example")):
            assert found(name), f"{name} does not exist"


def found(name):
    """Whether a dotted name is a module, or something in one."""
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        try:
            held = importlib.import_module(".".join(parts[:end]))
        except ModuleNotFoundError:
            continue
        for part in parts[end:]:
            if not hasattr(held, part):
                return False
            held = getattr(held, part)
        return True
    return False


@each_document
def test_make_has_the_targets(document):
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    named = TARGET.findall(commands_in(document.read_text()))
    assert set(named) <= targets


@each_document
def test_manage_has_the_commands(document):
    named = COMMAND.findall(commands_in(document.read_text()))
    assert set(named) <= set(get_commands())


def test_every_command_of_ours_is_documented():
    ours = {name for name, app in get_commands().items() if app in {*APPS, "accounts"}}
    table = section("docs/operators.md", "Commands")
    assert ours
    assert {name for name in ours if f"| `{name}" not in table} == set()


def test_every_setting_is_documented():
    named = set(code_in(read("docs/operators.md")))
    assert "DATABASE_URL" in variables_read()
    assert variables_read() - named == set()


def test_settings_that_are_documented_are_read():
    rows = re.findall(r"^\| `([A-Z_]+)`", section("docs/operators.md", "Settings"), re.MULTILINE)
    assert "DATABASE_URL" in rows
    assert set(rows) - variables_read() == set()


@each_document
def test_settings_that_are_named_are_read(document):
    in_code = {"FACET_OF_MODEL", "KEEP_DOCUMENTS", "KEEP_VOCABULARIES"}
    named = {name.partition("=")[0] for name in code_in(document.read_text())}
    assert {name for name in named if VARIABLE.match(name)} - variables_read() - in_code == set()


def heading_of(model):
    """The heading under which a model's fields are described."""
    if issubclass(model, Term):
        return "Vocabularies"
    is_work = model._meta.app_label == "briefings" and model.__name__ in WORK
    return "Work on editions" if is_work else model.__name__


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_field_is_documented(model):
    heading = heading_of(model)
    named = set(code_in(section("docs/data-model.md", heading)))
    own = {field.name for field in model._meta.get_fields() if field.concrete}
    assert own - named - {"id"} == set()
    assert model.__name__ in named | {heading}


def test_every_constraint_is_documented():
    named = set(code_in(section("docs/data-model.md", "What the database refuses")))
    for model in MODELS:
        for constraint in model._meta.constraints:
            of_every = constraint.name.replace(model._meta.model_name, "<vocabulary>", 1)
            assert {constraint.name, of_every} & named, constraint.name


def test_constraints_that_are_documented_exist():
    table = section("docs/data-model.md", "What the database refuses")
    named = re.findall(r"^\| `([a-z_]+)`", table, re.MULTILINE)
    assert named
    assert set(named) <= {c.name for model in MODELS for c in model._meta.constraints}


def test_the_example_of_a_record_can_be_loaded():
    example = re.search(r"```json\n(.*?)```", read("docs/data-model.md"), re.DOTALL)[1]
    assert set(json.loads(example)) == {field.name for field in fields(records.ReviewRecord)}
    assert records.parse(json.loads(example)).illustrative


def test_every_field_of_a_record_is_documented():
    named = set(code_in(section("docs/data-model.md", "The interchange record")))
    assert {field.name for field in fields(records.ReviewRecord)} <= named


def test_the_example_of_a_briefing_can_be_read():
    text = section("docs/data-model.md", "The briefings file")
    (example,) = json.loads(re.search(r"```json\n(.*?)```", text, re.DOTALL)[1])
    assert len(interchange.parse(example).evidence) == 1


def test_every_word_of_an_edition_is_documented():
    named = set(code_in(section("docs/data-model.md", "Edition")))
    kinds = (Content, Section, Statement, Question, Resource, Contact, Author, Figure, Report)
    assert {field.name for kind in kinds for field in fields(kind)} - named == set()


def test_every_name_of_a_file_is_documented():
    text = "".join(
        section("docs/data-model.md", name) for name in ("Edition", "The briefings file")
    )
    assert interchange.NAMES - set(code_in(text)) == set()


def test_every_parameter_is_documented():
    named = set(code_in(read("docs/url-grammar.md")))
    assert {*BrowseFilterSet.base_filters, *IGNORED, "<facet>_find"} <= named


def test_every_address_is_documented():
    named = set(code_in(section("docs/url-grammar.md", "All addresses")))
    assert {"/", "/reviews/<reference>/", "/healthz"} <= set(routes())
    assert set(routes()) - named == set()


def test_addresses_that_are_documented_exist():
    named = set(code_in(section("docs/url-grammar.md", "All addresses")))
    named = {name for name in named if name.startswith("/")}
    assert named - set(routes()) == {"/styleguide/"}


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_decisions_are_short_and_whole(decision):
    text = decision.read_text()
    assert text.count("\n") < 40
    assert HEADING.findall(text)[1:] == ["Context", "Decision", "Consequences"]
    assert text.startswith(f"# {int(decision.name[:4])}. ")


def test_the_documents_say_no_more_than_there_is():
    """Nothing is left to be filled in."""
    for document in DOCUMENTS:
        assert not re.search(r"\b(TODO|FIXME|TBD|XXX|lorem)\b", document.read_text(), re.IGNORECASE)
