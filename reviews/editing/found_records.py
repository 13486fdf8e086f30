"""Which reviews the desk's list has: those of every state, found by what an editor asks for."""

from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Greatest

from reviews.choices import State
from reviews.codes import value_of
from reviews.dates import PartialDate
from reviews.editing.list_form import Sort, Warned
from reviews.editing.situations import WITH_STAND, Stand, written_by
from reviews.models import Entry, Partnership, Review, Theme, WorkingCopy
from reviews.terms import Value

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_CHANGED = Greatest(
    "working_copy__changed_at", "created_at", "released_at", "corrected_at", "withdrawn_at"
)
_ORDERS: dict[str, tuple[Any, ...]] = {
    Sort.NEWEST: ("-added", "-reference"),
    Sort.OLDEST: ("added", "reference"),
    Sort.CHANGED: (_CHANGED.desc(), "-reference"),
    Sort.TITLE: ("title", "reference"),
}


def found(cleaned: dict[str, Any], user: "User") -> QuerySet[Review]:
    """The reviews of a selection that was read without mistakes."""
    rows = Review.objects.all()
    for word in cleaned["q"].split():
        rows = rows.filter(_with_word(word))
    if states := cleaned["state"]:
        rows = rows.filter(_any(WITH_STAND[Stand(state)] for state in states))
    if cleaned["mine"]:
        rows = rows.filter(written_by(user))
    if added := cleaned["added"]:
        rows = rows.filter(_added(added))
    if warnings := cleaned["warning"]:
        rows = rows.filter(_warned(warnings))
    if themes := cleaned["theme"]:
        rows = rows.filter(_with_themes(themes))
    return rows


def ordered(rows: QuerySet[Review], sort: str) -> QuerySet[Review]:
    return rows.order_by(*_ORDERS[sort])


def _any(parts: Any) -> Q:
    found = Q()
    for part in parts:
        found |= part
    return found


def _with_word(word: str) -> Q:
    """In the reference, the title, the headline or the partnership: public, or as typed."""
    partnerships = Partnership.objects.filter(name__icontains=word)
    typed = WorkingCopy.objects.filter(
        Q(typed__partnership__0__icontains=word)
        | Q(typed__title__0__icontains=word)
        | Q(typed__headline__0__icontains=word)
    )
    return (
        Q(reference__icontains=word)
        | Q(title__icontains=word)
        | Q(headline__icontains=word)
        | Q(partnership__in=list(partnerships.values_list("pk", flat=True)))
        | Q(pk__in=list(typed.values_list("pk", flat=True)))
    )


def _added(month: PartialDate) -> Q:
    if month.precision == "month":
        return Q(added=month)
    year = month.earliest.year
    return Q(added__gte=PartialDate(f"{year}-01"), added__lte=PartialDate(f"{year}-12"))


def _warned(warnings: list[str]) -> Q:
    codes = [warning for warning in warnings if warning not in Warned.values]
    asked = Q(findings__overlap=codes) if codes else Q(pk__in=[])
    if Warned.ANY in warnings:
        asked |= Q(findings__len__gt=0)
    if Warned.BLOCKED in warnings:
        asked |= Q(is_blocked=True)
    return Q(pk__in=WorkingCopy.objects.filter(asked).values("pk"))


def _with_themes(themes: list[Value]) -> Q:
    """Of what was public, what its page counts; of drafts, what is typed; else the rows."""
    codes = [theme.code for theme in themes]
    keys = [value_of(code) for code in codes]
    slugs = list(
        Theme.objects.filter(Q(pk__in=keys) | Q(merged_into__in=keys)).values_list(
            "slug", flat=True
        )
    )
    public = Entry.objects.filter(codes__overlap=codes)
    typed = WorkingCopy.objects.filter(typed__themes__has_any_keys=slugs)
    rows = Review.themes.through.objects.filter(
        Q(theme__in=keys) | Q(theme__merged_into__in=keys), review__state=State.WITHDRAWN
    )
    return (
        Q(pk__in=public.values("pk"))
        | Q(pk__in=typed.values("pk"))
        | Q(pk__in=rows.values("review"))
    )
