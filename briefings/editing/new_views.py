"""A new briefing or article: its title and address, and what a briefing is to be drawn from."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from briefings.choices import Kind
from briefings.editing import saving
from briefings.editing.beginning import begin_once
from briefings.editing.forms import LONGEST_SLUG, SlugField
from briefings.editing.selecting import Chosen
from briefings.models import Piece
from reviews.catalogue import catalogue
from reviews.codes import ILLUSTRATIVE
from reviews.editing.access import DeskView
from reviews.editing.forms import LineField

_LONGEST_ADDRESS = 4000
_OF_OTHERS = {
    False: "What matches is illustrative (%(n)s). Say above that this is an example, or choose"
    " other filters.",
    True: "What matches is real (%(n)s). Say above that this is no example, or choose other"
    " filters.",
}


class NewForm(forms.Form):
    hide_optional = True

    kind = forms.ChoiceField(label="What is it?", choices=Kind.choices, widget=forms.RadioSelect)
    title = LineField(
        label="Title",
        max_length=saving.LONGEST_TITLE,
        help_text="It can be changed at any time.",
        error_messages={"required": "Write a title, if only for now."},
        widget=forms.TextInput({"autofocus": True}),
    )
    slug = SlugField(
        label="Address",
        required=False,
        max_length=LONGEST_SLUG,
        help_text="The last part of its address, such as police-and-children. Leave it empty and"
        " it is made from the title. It can be changed until it is first published.",
    )
    illustrative = forms.BooleanField(
        label="It is an example, drawn from illustrative reviews",
        required=False,
        help_text="It says so wherever it is shown, and can’t cite real reviews.",
    )
    selection = forms.CharField(
        label="Selection, for a briefing",
        required=False,
        max_length=_LONGEST_ADDRESS,
        help_text="What it is to be drawn from. Choose filters on the public list of reviews and"
        " paste its address, such as /reviews/?theme=neglect, or write a few words."
        " It can be chosen later.",
        error_messages={"max_length": "This is longer than any list’s address. Paste it again."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.snapshot = catalogue.current()
        if not self.snapshot.having(ILLUSTRATIVE):
            del self.fields["illustrative"]

    def clean_selection(self) -> str:
        given, illustrative = self.cleaned_data["selection"], self.cleaned_data.get("illustrative")
        chosen = Chosen(given, self.snapshot, bool(illustrative))
        if chosen.problems:
            raise ValidationError(chosen.problems)
        if given and chosen.is_empty:
            raise ValidationError("This is the list of everything. Choose filters on it first.")
        if chosen.left_out and not chosen.reviews:
            raise ValidationError(_OF_OTHERS[bool(illustrative)], params={"n": chosen.left_out})
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
        edition = begin_once(
            kind=Kind(given["kind"]),
            title=given["title"],
            by=self.editor,
            selection=given["selection"],
            slug=given["slug"],
            illustrative=given.get("illustrative", False),
        )
        return HttpResponseRedirect(f"{reverse('pieces:edit', args=[edition.pk])}#id_standfirst")
