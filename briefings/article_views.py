"""The public pages of articles. Each depends on its address and the collection alone."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.generic import View

from briefings.article_index import ArticleIndex
from briefings.article_page import ArticlePage
from briefings.choices import Kind
from briefings.models import Edition
from briefings.querysets import EditionQuerySet
from briefings.reading import for_page
from briefings.tombstone import gone
from reviews.kept import kept, snapshot_for


class Articles(View):
    def get(self, request: HttpRequest) -> HttpResponse:
        page = ArticleIndex(request.GET, snapshot_for(request))
        return render(request, "briefings/articles.html", {"page": page}, status=page.status)


class Article(View):
    """The current edition; or, by its number, any public one at its own address."""

    def get(self, request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
        found = Edition.objects.current() if number is None else Edition.objects.published()
        if number is not None:
            found = found.filter(number=number)
        page = _page(request, found.filter(piece__slug=slug))
        if page is None:
            return gone(request, Kind.ARTICLE, slug, number)
        return render(request, "briefings/article.html", {"page": page})


def _page(request: HttpRequest, editions: EditionQuerySet) -> ArticlePage | None:
    edition = for_page(editions.of_kind(Kind.ARTICLE)).first()
    if edition is None:
        return None
    origin = request.build_absolute_uri("/")
    return ArticlePage.of_edition(edition, snapshot_for(request), settings.SITE.name, origin)


articles = kept(Articles.as_view())
article = kept(Article.as_view())
