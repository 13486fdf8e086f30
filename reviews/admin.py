"""Django's admin, for vocabularies and partnerships. Reviews are edited at the desk."""

from typing import Any

from django.contrib import admin

from reviews import hosting, publishing
from reviews.models import (
    AgeBand,
    Agency,
    Document,
    DocumentKind,
    Harm,
    Outcome,
    Partnership,
    ReviewType,
    Succession,
    Term,
    Theme,
)

DOCUMENT_SHOWN = (
    *("review", "label", "kind", "url", "pages", "bytes", "has_text"),
    *("fetched_at", "fetch_due_at", "fetch_problem"),
    *("link_worked_at", "link_failing_since", "link_problem"),
)


@admin.register(Agency, DocumentKind, Harm, Outcome, ReviewType, Theme, AgeBand)
class TermAdmin(admin.ModelAdmin):
    """A change of a term is public at the next request. One in use can't be deleted."""

    actions = None  # deleting many at once would pass by `publishing`
    list_display = ("label", "slug", "order", "merged_into")
    search_fields = ("label", "slug", "synonyms")
    prepopulated_fields = {"slug": ("label",)}

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        publishing.save_term(term=obj)

    def has_delete_permission(self, request: Any, obj: Term | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.is_in_use)

    def delete_model(self, request: Any, obj: Any) -> None:
        publishing.delete_term(term=obj)


class SuccessionInline(admin.TabularInline):
    model = Succession
    fk_name = "successor"
    extra = 1


@admin.register(Partnership)
class PartnershipAdmin(admin.ModelAdmin):
    """“Anonymous” can be seen but neither changed nor deleted."""

    actions = None
    list_display = ("name", "nation", "region", "illustrative")
    list_filter = ("nation", "illustrative")
    search_fields = ("name", "slug", "aliases")
    prepopulated_fields = {"slug": ("name",)}
    inlines = (SuccessionInline,)

    def has_change_permission(self, request: Any, obj: Partnership | None = None) -> bool:
        return super().has_change_permission(request, obj) and not _is_anonymous(obj)

    def has_delete_permission(self, request: Any, obj: Partnership | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not _is_anonymous(obj)

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        publishing.save_term(term=obj)

    def delete_model(self, request: Any, obj: Any) -> None:
        publishing.delete_term(term=obj)


@admin.register(Document)
class DocumentAdmin(admin.ModelAdmin):
    """Where a permission to hold a copy is recorded. All else comes with the review."""

    actions = None
    list_display = ("review", "label", "permission", "expires_on", "has_text", "fetch_problem")
    list_filter = ("has_text", ("permission", admin.EmptyFieldListFilter), "kind")
    list_select_related = ("review",)
    search_fields = ("review__reference", "label", "url")
    fields = ("permission", "permitted_on", "licence", "expires_on", *DOCUMENT_SHOWN)
    readonly_fields = DOCUMENT_SHOWN

    def has_add_permission(self, request: Any) -> bool:
        return False

    def has_delete_permission(self, request: Any, obj: Document | None = None) -> bool:
        return False

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        hosting.record(obj)


def _is_anonymous(partnership: Partnership | None) -> bool:
    return partnership is not None and partnership.pk == Partnership.ANONYMOUS
