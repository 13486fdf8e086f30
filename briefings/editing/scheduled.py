"""The editions that are to be published at a time, for the desk's first page."""

from django.db.models import Count, Window
from django.urls import reverse

from briefings.editing.list_form import Stand
from briefings.editing.moments import when
from briefings.models import WorkingCopy
from reviews.editing.notices import Item, Section
from reviews.editing.situations import name_of

TITLE = "Briefings and articles scheduled"


def on_the_first_page(most: int) -> Section:
    """The next first (reviews/editing/notices.py). One statement."""
    copies = WorkingCopy.objects.filter(publish_at__isnull=False)
    related = copies.select_related("edition__piece", "scheduled_by")
    titled = related.defer("typed", "acknowledged", "edition__stored")
    ordered = titled.order_by("publish_at", "pk").annotate(total=Window(Count("pk")))
    some = list(ordered[:most])
    url = f"{reverse('pieces:list')}?state={Stand.SCHEDULED}"
    total = some[0].total if some else 0
    return Section("scheduled-pieces", TITLE, total, [_item(copy) for copy in some], url)


def _item(copy: WorkingCopy) -> Item:
    edition = copy.edition
    assert copy.publish_at is not None  # the section asks for it
    return Item(
        reference=f"{edition.piece.get_kind_display()}, edition {edition.number}",
        title=edition.title,
        url=reverse("pieces:publish", args=[edition.pk]),
        notes=[
            f"To be published on {when(copy.publish_at)}",
            f"Scheduled by {name_of(copy.scheduled_by)}",
        ],
        problem=copy.schedule_problem,
    )
