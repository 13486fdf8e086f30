"""An edition's page as the public will see it, made from what is typed without writing anything."""

from django.conf import settings
from django.http import HttpRequest

from briefings.article_page import ArticlePage
from briefings.briefing_page import BriefingPage
from briefings.choices import Kind
from briefings.editing.edit_form import EditForm
from reviews.kept import snapshot_for

PAGES: dict[str, type[BriefingPage] | type[ArticlePage]] = {
    Kind.BRIEFING: BriefingPage,
    Kind.ARTICLE: ArticlePage,
}
TEMPLATES = {
    Kind.BRIEFING: "desk/pieces/preview_briefing.html",
    Kind.ARTICLE: "desk/pieces/preview_article.html",
}


def page_of(form: EditForm, request: HttpRequest) -> BriefingPage | ArticlePage:
    """The page that publishing would make of what is typed. What can't be read is left out."""
    edition = form.edition
    return PAGES[edition.piece.kind].of_record(
        form.record,
        edition.piece,
        snapshot_for(request),
        settings.SITE.name,
        request.build_absolute_uri("/"),
        edition.number,
    )
