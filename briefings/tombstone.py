"""What stays in public of a withdrawn briefing or article: that it was, when, and why."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from briefings.choices import Kind
from briefings.models import Edition


def gone(request: HttpRequest, kind: Kind, slug: str, number: int | None = None) -> HttpResponse:
    """410 for a piece whose current edition (or the one of this number) was withdrawn, else 404."""
    editions = Edition.objects.filter(piece__kind=kind, piece__slug=slug)
    if number is not None:
        editions = editions.filter(number=number)
    withdrawn = editions.withdrawn().order_by("-number").first()
    if withdrawn is None:
        raise Http404(f"There is no such {kind}.")
    earlier = editions.published().order_by("-number").first() if number is None else None
    context = {"kind": kind, "withdrawn": withdrawn, "earlier": earlier, "number": number}
    return render(request, "briefings/gone.html", context, status=410)
