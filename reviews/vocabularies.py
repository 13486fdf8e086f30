"""Vocabularies as a file (fixtures/vocabularies.json): checking one, and adding its terms."""

from typing import Any, NamedTuple

from django.db import transaction

from reviews import entries, words
from reviews.ages import NOT_STATED, UNBORN
from reviews.choices import Nation
from reviews.dates import quoted
from reviews.models import (
    AgeBand,
    Agency,
    DocumentKind,
    Harm,
    Outcome,
    ReviewType,
    Term,
    Theme,
)
from reviews.parsing import Fields, Problem, ProblemsFound

MODELS: dict[str, type[Term]] = {
    "types": ReviewType,
    "outcomes": Outcome,
    "harms": Harm,
    "themes": Theme,
    "agencies": Agency,
    "document_kinds": DocumentKind,
    "age_bands": AgeBand,
}
MOST_TERMS = 1000
MOST_SYNONYMS = 200
LONGEST_TEXT = 5000
LONGEST_SLUG, LONGEST_LABEL, LONGEST_SYNONYM = 80, 120, 120
OLDEST_YEARS = 120

_COMMON = ("slug", "label", "definition", "includes", "excludes", "synonyms")
_OF_ONE = {"types": ("nation", "former"), "age_bands": ("min_years", "max_years")}

type Vocabularies = dict[str, list[dict[str, Any]]]


class Changes(NamedTuple):
    """How many terms a file added to the vocabularies, changed, and found as they are."""

    added: int
    changed: int
    unchanged: int


def parse(data: object) -> Vocabularies:
    """Read the file's vocabularies; it need not have all. Raises ProblemsFound."""
    problems: list[Problem] = []
    file = Fields.of(data, "", problems, frozenset(MODELS))
    found = {name: _read_terms(file, name) for name in MODELS if name in file.values}
    if problems:
        raise ProblemsFound(problems)
    return found


@transaction.atomic
def load(vocabularies: Vocabularies, *, overwrite: bool = False) -> Changes:
    """Add the terms that are missing; change those that differ only to `overwrite`.

    A term that editors merged into another stays so. Entries are written anew when a term changed,
    for they hold its name, or when an age band is new, for reviews may fall in it.
    """
    total = Changes(0, 0, 0)
    entries_differ = False
    for name, terms in vocabularies.items():
        changes = _load_terms(MODELS[name], terms, overwrite)
        total = Changes(*map(sum, zip(total, changes, strict=True)))
        entries_differ |= bool(changes.changed or (name == "age_bands" and changes.added))
    if total.added or total.changed:
        version = entries.raise_version()
        if entries_differ:
            entries.write_all(version)
        words.learn_vocabularies()
    return total


def _load_terms(model: type[Term], terms: list[dict[str, Any]], overwrite: bool) -> Changes:
    known = {term.slug: term for term in model._default_manager.all()}
    new = [model(**values) for values in terms if values["slug"] not in known]
    different = [
        term for values in terms if (term := known.get(values["slug"])) and _differ(term, values)
    ]
    model._default_manager.bulk_create(new)
    if overwrite and different:
        by_slug = {values["slug"]: values for values in terms}
        for term in different:
            for field, value in by_slug[term.slug].items():
                setattr(term, field, value)
        model._default_manager.bulk_update(different, sorted(terms[0].keys() - {"slug"}))
    changed = len(different) if overwrite else 0
    return Changes(len(new), changed, len(terms) - len(new) - changed)


def _differ(term: Term, values: dict[str, Any]) -> bool:
    return any(getattr(term, field) != value for field, value in values.items())


def _read_terms(file: Fields, name: str) -> list[dict[str, Any]]:
    known = frozenset({*_COMMON, *_OF_ONE.get(name, ())})
    found: list[dict[str, Any]] = []
    slugs: set[str] = set()
    for order, (place, item) in enumerate(file.items(name, MOST_TERMS), start=1):
        term = Fields.of(item, place, file.problems, known)
        if isinstance(item, dict):
            values = _read_term(term) | _read_more(term, name) | {"order": order}
            if values["slug"] in slugs:
                term.problem("slug", f"{quoted(values['slug'])} stands here twice. Remove one.")
            slugs.add(values["slug"])
            found.append(values)
    if name == "age_bands" and not {UNBORN, NOT_STATED} <= slugs:
        file.problem(name, f"must have a term {UNBORN} and a term {NOT_STATED}. Add them.")
    return found


def _read_term(term: Fields) -> dict[str, Any]:
    slug = term.slug("slug")
    if len(slug) > LONGEST_SLUG:
        term.problem("slug", f"has {len(slug)} characters. Write at most {LONGEST_SLUG}.")
    return {
        "slug": slug,
        "label": term.text("label", LONGEST_LABEL, "Write the term as pages show it."),
        "definition": term.text("definition", LONGEST_TEXT, "Write what the term means."),
        "includes": term.text_or_none("includes", LONGEST_TEXT),
        "excludes": term.text_or_none("excludes", LONGEST_TEXT),
        "synonyms": list(term.texts("synonyms", LONGEST_SYNONYM, MOST_SYNONYMS)),
    }


def _read_more(term: Fields, name: str) -> dict[str, Any]:
    """What only one vocabulary's terms have."""
    if name == "types":
        nation = term.choice("nation", Nation.values, "")
        return {"nation": nation, "former": term.flag("former")}
    if name != "age_bands":
        return {}
    least, most = (term.number_or_none(field, OLDEST_YEARS) for field in _OF_ONE[name])
    if least is None and most is not None:
        term.problem("min_years", "is null, but max_years is not. Write both, or neither.")
    elif least is not None and most is not None and most < least:
        term.problem("max_years", f"is {most}, less than min_years ({least}). Correct one.")
    return {"min_years": least, "max_years": most}
