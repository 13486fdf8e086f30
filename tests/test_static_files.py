import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from repository.static_files import join, shorten

BACKEND = {"BACKEND": "repository.static_files.JoinedManifestStorage"}


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """The project's own static files, collected as for production."""
    from django.test import override_settings

    folder = tmp_path_factory.mktemp("static")
    theirs = ("django.contrib.admin", "allauth")  # of allauth's scripts no page uses any
    apps = [app for app in settings.INSTALLED_APPS if not app.startswith(theirs)]
    storages = {**settings.STORAGES, "staticfiles": BACKEND}
    with override_settings(STATIC_ROOT=folder, STORAGES=storages, INSTALLED_APPS=apps):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield folder


def manifest(folder):
    return json.loads((folder / "staticfiles.json").read_text())["paths"]


def stylesheet(folder):
    return (folder / manifest(folder)["css/site.css"]).read_text()


def test_the_browser_fetches_one_stylesheet(collected):
    css = stylesheet(collected)
    assert "@import" not in css
    assert ".masthead" in css
    served = [name for name in manifest(collected) if name.startswith("css/")]
    # The style guide and Django's own pages for editors have theirs.
    assert served == ["css/admin.css", "css/components/swatches.css", "css/site.css"]


def test_every_part_is_joined(collected):
    css = stylesheet(collected)
    sources = Path(settings.BASE_DIR, "static", "css")
    for part in [*sources.glob("*.css"), *sources.glob("components/*.css")]:
        if part.name in {"admin.css", "site.css", "swatches.css"}:
            continue
        last = shorten(part.read_text()).rsplit("{", 1)[1]
        assert last in css, f"{part.name} is not in the joined stylesheet"


def test_layers_keep_their_order_and_print_its_medium(collected):
    css = stylesheet(collected)
    assert css.startswith("@layer tokens,base,layout,components;")
    assert css.index("--paper:#f7f4ed") < css.index("text-wrap:balance") < css.index(".wrap{")
    assert css.index(".wrap{") < css.index(".exit{") < css.index("@page{")
    opened = css[: css.index("@page{")]
    assert opened.endswith("@media print{@layer components{")


def test_braces_close(collected):
    css = re.sub(r'"(?:\\.|[^"\\])*"', "", stylesheet(collected))
    assert css.count("{") == css.count("}")


def test_no_page_asks_how_a_device_is_held(collected):
    assert "orientation" not in stylesheet(collected)


def test_nothing_is_fetched_from_elsewhere(collected):
    names = manifest(collected).values()
    for name in names:
        text = (collected / name).read_text()
        addresses = set(re.findall(r"https?://[^\s\"')]+", text))
        assert addresses <= {"http://www.w3.org/2000/svg"}, name
    assert "url(" not in stylesheet(collected)


def test_gzip_and_brotli_stand_beside_each_file(collected):
    for source in ("css/site.css", "js/site.js", "img/icon.svg"):
        name = manifest(collected)[source]
        for suffix in (".gz", ".br"):
            packed = collected / f"{name}{suffix}"
            assert 0 < packed.stat().st_size < (collected / name).stat().st_size


def test_modules_import_each_other_by_hashed_names(collected):
    paths = manifest(collected)
    entry = (collected / paths["js/site.js"]).read_text()
    for module in ("exit", "copy", "results"):
        assert Path(paths[f"js/{module}.js"]).name in entry
    scripts = [name for name in paths if name.startswith("js/")]
    for name in scripts:
        imported = re.findall(r"[\"'](?:\./|/static/js/)([\w.-]+\.js)[\"']", text(collected, name))
        assert set(imported) <= {Path(paths[script]).name for script in scripts}


def text(folder, name):
    return (folder / manifest(folder)[name]).read_text()


def test_collecting_again_joins_from_the_sources(collected):
    before = manifest(collected)
    (collected / "css" / "site.css").write_text("stale")
    call_command("collectstatic", interactive=False, verbosity=0)
    assert manifest(collected) == before


def test_an_import_stands_in_its_layer_and_medium():
    files = {
        "css/site.css": "@layer a;@import url(one.css) layer(a);@import url(x/two.css) print;",
        "css/one.css": "p { color: red }",
        "css/x/two.css": "@page { margin: 0 }",
    }
    css, parts = join("css/site.css", files.__getitem__)
    assert css == "@layer a;@layer a{p{color:red}}@media print{@page{margin:0}}"
    assert parts == {"css/one.css", "css/x/two.css"}


@pytest.mark.parametrize("part", ["@import url(b.css);", "p { background: url(dot.png) }"])
def test_a_part_that_names_another_file_is_refused(part):
    files = {"css/site.css": "@import url(a.css);", "css/a.css": part}
    with pytest.raises(ValueError, match=r"css/a\.css imports or names another file"):
        join("css/site.css", files.__getitem__)


@pytest.mark.parametrize(
    ("css", "shorter"),
    [
        ("a { color: red; }", "a{color:red}"),
        ("a :hover , b > c {}", "a :hover,b > c{}"),
        ("/* a\n{ */ p { margin: 0 auto }", "p{margin:0 auto}"),
        ('p::after { content: " ;  /* x */ } " / "" }', 'p::after{content:" ;  /* x */ } " / ""}'),
        ("p { content: '\\'  {' }", "p{content:'\\'  {'}"),
        ("p { inline-size: calc(1rem + 2vw) }", "p{inline-size:calc(1rem + 2vw)}"),
        (
            "@media (min-width: 48rem) and (max-width: 60rem) { p { color: red } }",
            "@media (min-width:48rem) and (max-width:60rem){p{color:red}}",
        ),
    ],
)
def test_shortening_keeps_what_the_rules_say(css, shorter):
    assert shorten(css) == shorter
