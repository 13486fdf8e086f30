"""A new briefing or article: its title and address, and what a briefing is to be drawn from."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from briefings.choices import Kind
from briefings.editing import saving
from briefings.editing.forms import LONGEST_SLUG, SlugField
from briefings.editing.selecting import Chosen
from briefings.models import Piece
from reviews.catalogue import catalogue
from reviews.editing.access import DeskView
from reviews.editing.forms import LineField

_LONGEST_ADDRESS = 4000


class NewForm(forms.Form):
    hide_optional = True

    kind = forms.ChoiceField(label="What is it?", choices=Kind.choices, widget=forms.RadioSelect)
    title = LineField(
        label="Title",
        max_length=saving.LONGEST_TITLE,
        help_text="It can be changed at any time.",
        widget=forms.TextInput({"autofocus": True}),
    )
    slug = SlugField(
        label="Address",
        required=False,
        max_length=LONGEST_SLUG,
        help_text="The last part of its address, such as police-and-children. Leave it empty and"
        " it is made from the title. It can be changed until it is first published.",
    )
    selection = forms.CharField(
        label="Selection, for a briefing",
        required=False,
        max_length=_LONGEST_ADDRESS,
        help_text="Paste the address of a list of reviews, such as /reviews/?theme=neglect."
        " It can be chosen later.",
    )

    def clean_selection(self) -> str:
        chosen = Chosen(self.cleaned_data["selection"], catalogue.current())
        if chosen.problems:
            raise ValidationError(chosen.problems)
        return chosen.text

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        kind, slug = cleaned.get("kind"), cleaned.get("slug")
        if slug and Piece.objects.filter(kind=kind, slug=slug).exists():
            self.add_error("slug", f"Another has the address “{slug}”. Write a different one.")
        if kind == Kind.ARTICLE and cleaned.get("selection"):
            self.add_error("selection", "An article has no selection. Take it out.")
        return cleaned


class New(DeskView):
    """POST begins the draft and leads to its page."""

    template_name = "desk/pieces/new.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        kind = request.GET.get("kind", "")
        first = {
            "kind": kind if kind in Kind.values else Kind.BRIEFING,
            "selection": request.GET.get("selection", "")[:_LONGEST_ADDRESS],
        }
        return self.render_to_response({"form": NewForm(initial=first)})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = NewForm(request.POST)
        if not form.is_valid():
            return self.render_to_response({"form": form}, status=422)
        given = form.cleaned_data
        edition = saving.begin(
            kind=Kind(given["kind"]),
            title=given["title"],
            by=self.editor,
            selection=given["selection"],
            slug=given["slug"],
        )
        return HttpResponseRedirect(f"{reverse('pieces:edit', args=[edition.pk])}#id_standfirst")
