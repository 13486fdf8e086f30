"""Components filled in many times: the same HTML as their template makes."""

import pytest
from django.template.loader import get_template
from django.utils.safestring import SafeString

from reviews.patterns import Pattern

OPTION = "components/option.html"
LABELS = ["Supervision", "<script>", "“A” & 'b' \"c\"", "100 %", "%(value)s %s %%", "{{ name }}"]
TEXTS = {"value": "supervision", "label": "Supervision", "count": 3}


@pytest.mark.parametrize("selected", [True, False])
@pytest.mark.parametrize("label", LABELS)
def test_a_pattern_makes_what_its_template_makes(label, selected):
    texts = {**TEXTS, "label": label}
    rendered = get_template(OPTION).render({**texts, "selected": selected})
    pattern = Pattern(OPTION)
    for _ in range(2):
        assert pattern.fill(texts, selected=selected) == rendered


def test_a_text_that_is_html_stays_as_it_is():
    html = Pattern(OPTION).fill({**TEXTS, "label": SafeString("<b>x</b>")}, selected=False)
    assert "<span><b>x</b></span>" in html
    assert isinstance(html, SafeString)


def test_each_shape_is_kept_for_itself():
    pattern = Pattern(OPTION)
    assert " checked" in pattern.fill(TEXTS, selected=True)
    assert " checked" not in pattern.fill(TEXTS, selected=False)
    assert " checked" in pattern.fill(TEXTS, selected=True)


def test_a_development_server_shows_a_changed_template_at_once(tmp_path, settings):
    template = tmp_path / "one.html"
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    settings.DEBUG = True
    template.write_text("before {{ label }}")
    pattern = Pattern("one.html")
    assert pattern.fill({"label": "x"}) == "before x"
    template.write_text("after {{ label }}")
    settings.TEMPLATES = [*settings.TEMPLATES]  # what Django's own watcher does: forget templates
    assert pattern.fill({"label": "x"}) == "after x"
