"""How a form is marked up: templates/django/forms/field.html and components/form_errors.html."""

import pytest
from django import forms
from django.template.loader import render_to_string


class Example(forms.Form):
    name = forms.CharField(help_text="As people say it.")
    note = forms.CharField(required=False)
    sure = forms.BooleanField(label="I am sure")
    which = forms.ChoiceField(
        choices=[("a", "First"), ("b", "Second")],
        widget=forms.RadioSelect,
        help_text="One of two.",
    )
    when = forms.SplitDateTimeField()
    hidden = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self):
        raise forms.ValidationError("Both <can't> be so.")


def summary(form, **context):
    return render_to_string("components/form_errors.html", {"form": form, **context})


def test_a_field_has_its_label_and_its_hint():
    page = str(Example())
    assert '<label for="id_name">Name</label>' in page
    assert '<div class="hint" id="id_name_helptext">As people say it.</div>' in page
    assert 'required aria-describedby="id_name_helptext" id="id_name"' in page


def test_what_may_be_left_empty_says_so():
    assert page_of(Example(), "note").count('<span class="optional">(optional)</span>') == 1
    assert "(optional)" not in page_of(Example(), "name")


def test_a_form_can_keep_that_to_itself():
    form = Example()
    form.hide_optional = True
    assert "(optional)" not in str(form)


def test_choices_are_a_group_with_a_legend():
    page = page_of(Example(), "which")
    assert page.startswith('<fieldset class="field" aria-describedby="id_which_helptext">')
    assert "<legend>Which</legend>" in page
    assert '<label class="opt" for="id_which_1"><input type="radio"' in page


def test_a_box_to_tick_stands_before_its_label():
    page = page_of(Example(), "sure")
    assert page.index("<input") < page.index("I am sure")


def test_an_error_stands_with_its_field_and_the_field_points_to_it():
    page = page_of(Example({"name": ""}), "name")
    assert 'id="id_name_error"><p class="error">Error: This field is required.</p>' in page
    assert 'aria-describedby="id_name_helptext id_name_error"' in page


def test_errors_are_summed_up_with_links_to_the_fields():
    found = summary(Example({"note": "x"}))
    for target in ("id_name", "id_sure", "id_which_0", "id_when_0"):
        assert f'<a href="#{target}">' in found
        assert f'id="{target}"' in str(Example({"note": "x"}))
    assert "#id_note" not in found
    assert "<li>Both &lt;can&#x27;t&gt; be so.</li>" in found
    assert "There is a problem" in found


def test_the_summary_may_have_a_title_of_its_own():
    assert "Not saved" in summary(Example({}), title="Not saved")


@pytest.mark.parametrize("form", [Example(), Example(initial={"name": "A"})])
def test_without_an_error_there_is_no_summary(form):
    assert summary(form).strip() == ""


def test_hidden_fields_have_no_label():
    assert 'for="id_hidden"' not in str(Example())
    assert 'name="hidden"' in str(Example())


def page_of(form, name):
    return form[name].as_field_group()
