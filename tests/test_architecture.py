"""How the project is built: who imports whom, what has one place only, how long things are."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = ("repository", "reviews", "briefings", "accounts", "demo", "bench", "screenshots")

# A module of `reviews` imports from its own layer and from those above it.
LAYERS = {
    "values": "choices dates ages written date_shapes written_dates age_parts written_ages"
    " permissions search codes terms moments selection parsing contradictions mentions"
    " headlines query synonyms wanted spelling ranking passages recent patterns"
    " illustrative wording phrases matching addresses fetching extraction ranges turns"
    " chart",
    "record": "querysets models limits records citations intake",
    "entries": "entries point_entries words publishing vocabularies loading checking hosting links"
    " due revising incoming submissions",
    "selection": "points arrivals snapshot holdings scoring matches results catalogue filters"
    " similar disagreements point_disagreements together alike",
    "pages": "kept facets cards months home paging browsing found search_help review_page sitemaps"
    " templatetags suggestions documents point_cards term_page learning point_page"
    " tombstone",
    "web": "views term_views document_views submission_views urls admin apps",
    "desk": "editing management",
}
LAYER = {module: place for place, names in enumerate(LAYERS.values()) for module in names.split()}

FUNCTION, VIEW, MODULE, TEMPLATE, COMPONENT, STYLES = 40, 25, 300, 120, 40, 120
NAMELESS = {"utils", "util", "helpers", "helper", "services", "common", "core", "misc"}
PERMISSION = re.compile(r"[a-z_]+\.(?:view|add|change|delete)_[a-z_]+")


def modules(*folders):
    return [
        file
        for folder in folders
        for file in sorted((ROOT / folder).rglob("*.py"))
        if "migrations" not in file.parts
    ]


@cache
def tree(file):
    return ast.parse(file.read_text(encoding="utf-8"))


def name(file):
    """The dotted name of a module."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports(file):
    """What a module imports when it runs, by dotted names: not for the type checker alone."""
    unseen = {
        inner
        for node in ast.walk(tree(file))
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
        if isinstance(inner, ast.ImportFrom | ast.Import)
    }
    found = []
    for node in ast.walk(tree(file)):
        if node in unseen:
            continue
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = file.relative_to(ROOT).parts[: -node.level] if node.level else ()
            base = ".".join([*above, *filter(None, [node.module])])
            found += [base, *(f"{base}.{alias.name}" for alias in node.names)]
    return found


def part(dotted):
    """The module of `reviews` that a dotted name belongs to: reviews.models.child is in models."""
    names = dotted.split(".")
    return names[1] if names[0] == "reviews" and len(names) > 1 else None


REVIEWS = modules("reviews")


def graph():
    """Each module of `reviews` with the others that it imports."""
    found = {}
    for file in REVIEWS:
        own = part(name(file))
        others = {part(dotted) for dotted in imports(file)} & LAYER.keys()
        found.setdefault(own, set()).update(others - {own})
    found.pop(None)
    return found


class TestImports:
    def test_every_module_has_its_place(self):
        assert set(graph()) == set(LAYER)

    def test_a_module_imports_only_from_its_own_layer_and_those_above(self):
        upward = [
            f"{module} imports {other}"
            for module, others in graph().items()
            for other in others
            if LAYER[other] > LAYER[module]
        ]
        assert upward == []

    def test_no_module_imports_itself_by_way_of_others(self):
        known = graph()
        for module in known:
            reached, waiting = set(), set(known[module])
            while waiting:
                reached |= waiting
                waiting = set().union(*(known[other] for other in waiting)) - reached
            assert module not in reached, module

    def test_models_are_read_before_what_uses_them(self):
        """Inside `models` the review comes first; what hangs on it imports it."""
        before = {"fields", "vocabulary", "partnership"}
        for file in modules("reviews/models"):
            if file.stem in before:
                found = {dotted for dotted in imports(file) if dotted.startswith("reviews.models.")}
                assert {dotted.split(".")[2] for dotted in found} <= before, file.stem

    @pytest.mark.parametrize(
        ("folder", "never"),
        [
            (
                "reviews",
                {"briefings", "repository", "accounts", "demo", "bench", "screenshots", "tests"},
            ),
            ("briefings", {"repository", "accounts", "demo", "bench", "screenshots", "tests"}),
            ("accounts", {"briefings", "repository", "demo", "bench", "screenshots", "tests"}),
            ("repository", {"demo", "bench", "screenshots", "tests"}),
            ("demo", {"bench", "screenshots", "tests"}),
        ],
    )
    def test_one_way_between_packages(self, folder, never):
        for file in modules(folder):
            assert {dotted.split(".")[0] for dotted in imports(file)} & never == set(), file

    def test_nothing_public_imports_a_desk(self):
        for file in modules("briefings"):
            desks = {dotted for dotted in imports(file) if ".editing" in dotted}
            if not {"editing", "management", "apps.py"} & set(file.parts):
                assert desks == set(), file

    def test_the_demonstration_knows_of_reviews_only_the_names_of_permissions(self):
        found = {part(dotted) for file in modules("demo") for dotted in imports(file)}
        assert found - {None} <= {"permissions"}

    def test_accounts_know_of_reviews_only_the_names_of_permissions(self):
        found = {part(dotted) for file in modules("accounts") for dotted in imports(file)}
        assert found - {None} <= {"permissions"}

    def test_illustrative_reviews_know_nothing_of_the_record(self):
        for file in modules("reviews/illustrative"):
            found = {part(dotted) for dotted in imports(file)} - {None}
            assert found <= {"illustrative"}, file

    def test_the_documents_say_the_same(self):
        text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
        rows = re.findall(r"^\| (\w+) \| (`.*`) \|$", text, re.MULTILINE)
        said = {layer: re.findall(r"`(\w+)[\w/]*`", names) for layer, names in rows}
        unsaid = {"apps"}
        assert {layer: set(said.get(layer, ())) for layer in LAYERS} == {
            layer: set(names.split()) - unsaid for layer, names in LAYERS.items()
        }


class TestOnePlace:
    def test_full_text_search(self):
        allowed = {"reviews.search", "reviews.models.entry"}
        users = {
            name(file)
            for file in modules(*OURS)
            if any("contrib.postgres.search" in dotted for dotted in imports(file))
        }
        assert users <= allowed
        words = re.compile("to_tsvector|to_tsquery|ts_rank|ts_headline")
        assert {name(file) for file in modules(*OURS) if words.search(file.read_text())} == {
            "reviews.search"
        }

    def test_names_of_permissions(self):
        places = {
            name(file)
            for file in modules(*OURS)
            for node in ast.walk(tree(file))
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and PERMISSION.fullmatch(node.value)
        }
        assert places == {"reviews.permissions"}

    def test_the_state_of_a_review_is_written_by_publishing(self):
        """And by loading, which publishes whole batches; nobody else sets it."""
        writers = {
            name(file)
            for file in modules(*OURS)
            for node in ast.walk(tree(file))
            if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign)
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Attribute) and target.attr == "state"
        }
        assert writers == {"reviews.publishing", "briefings.publishing"}

    def test_modules_are_named_for_what_is_in_them(self):
        assert [file for file in modules(*OURS, "tests") if file.stem in NAMELESS] == []


class TestSize:
    def test_functions(self):
        assert self.longer(FUNCTION, ast.FunctionDef, modules(*OURS, "tests")) == []

    def test_views(self):
        views = [file for file in modules(*OURS) if file.stem in {"views", "pages"}]
        assert len(views) >= 2
        assert self.longer(VIEW, ast.FunctionDef | ast.ClassDef, views) == []

    def test_modules(self):
        files = [*modules(*OURS), *(ROOT / "reviews" / "migrations").glob("0002_*.py")]
        assert self.lines(MODULE, files) == []

    def test_templates(self):
        components = set((ROOT / "templates" / "components").glob("*.html"))
        pages = set((ROOT / "templates").rglob("*.html")) - components
        assert len(components) > 10
        assert self.lines(COMPONENT, components) == []
        assert self.lines(TEMPLATE, pages) == []

    def test_styles(self):
        styles = list((ROOT / "static" / "css").rglob("*.css"))
        assert len(styles) > 10
        assert self.lines(STYLES, styles) == []

    def longer(self, limit, kinds, files):
        return [
            f"{name(file)}.{node.name}: {node.end_lineno - node.lineno + 1} lines"
            for file in files
            for node in ast.walk(tree(file))
            if isinstance(node, kinds) and node.end_lineno - node.lineno >= limit
        ]

    def lines(self, limit, files):
        counted = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in files}
        return [f"{file.name}: {count} lines" for file, count in counted.items() if count > limit]
