"""A new draft: its name and month, which can both be changed later."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reviews import limits
from reviews.editing import saving
from reviews.editing.access import DeskView
from reviews.editing.edit_form import this_month
from reviews.editing.fields import MonthField


class NewForm(forms.Form):
    hide_optional = True

    title = forms.CharField(
        label="Title",
        required=False,
        max_length=limits.TITLE,
        help_text="The name the review uses, such as Child A.",
        widget=forms.TextInput({"autofocus": True}),
    )
    added = MonthField(
        label="Added here",
        required=False,
        max_length=60,
        help_text="The month of the list that it belongs to. Its reference begins with the year.",
    )


class New(DeskView):
    """POST begins the draft and leads to its page."""

    template_name = "desk/new.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        added = request.GET.get("added") or this_month().label
        return self.render_to_response({"form": NewForm(initial={"added": added[:60]})})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = NewForm(request.POST)
        if not form.is_valid():
            return self.render_to_response({"form": form}, status=422)
        given = form.cleaned_data
        review = saving.begin(by=self.editor, title=given["title"], added=given["added"])
        empty = "id_headline" if given["title"] else "id_title"  # where one goes on typing
        return HttpResponseRedirect(f"{reverse('desk:edit', args=[review.pk])}#{empty}")
