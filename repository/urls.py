"""All addresses. The grammar is in docs/url-grammar.md."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from repository import pages, sitemaps
from repository.styleguide import Styleguide
from reviews import views

handler400 = "repository.pages.bad_request"
handler403 = "repository.pages.permission_denied"
handler404 = "repository.pages.page_not_found"
handler500 = "repository.pages.server_error"

admin.site.site_header = admin.site.site_title = f"{settings.SITE.name}: editors"

urlpatterns = [
    path("", views.front, name="home"),
    path("", include("reviews.urls")),
    path("", include("briefings.urls")),
    path("about/", pages.about, name="about"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("privacy/", pages.privacy, name="privacy"),
    path("healthz", pages.healthz, name="healthz"),
    path("robots.txt", pages.robots_txt, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<section>.xml", sitemaps.section, name="sitemap-section"),
    path("account/", include("accounts.urls")),
    path("admin/password_change/", RedirectView.as_view(pattern_name="account_change_password")),
    path("desk/briefings/", include("briefings.editing.urls")),
    path("desk/", include("reviews.editing.urls")),
    path("admin/", admin.site.urls),
]

if settings.DEBUG:
    urlpatterns.append(path("styleguide/", Styleguide.as_view(), name="styleguide"))
