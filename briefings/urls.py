"""The public addresses of briefings and articles."""

from django.urls import path

from briefings import article_views, briefing_views, pdf_views

app_name = "briefings"

urlpatterns = [
    path("briefings/", briefing_views.briefings, name="briefings"),
    path("briefings/<slug:slug>/", briefing_views.briefing, name="briefing"),
    path(
        "briefings/<slug:slug>/editions/<key:number>/",
        briefing_views.briefing_edition,
        name="briefing_edition",
    ),
    path(
        "briefings/<slug:slug>/seven-minutes/", briefing_views.seven_minutes, name="seven_minutes"
    ),
    path("briefings/<slug:slug>/for/<slug:agency>/", briefing_views.sector, name="sector"),
    path("briefings/<slug:slug>/briefing.pdf", pdf_views.briefing, name="pdf"),
    path(
        "briefings/<slug:slug>/editions/<key:number>/briefing.pdf",
        pdf_views.briefing_edition,
        name="edition_pdf",
    ),
    path(
        "briefings/<slug:slug>/seven-minutes.pdf",
        pdf_views.seven_minutes,
        name="seven_minutes_pdf",
    ),
    path("articles/", article_views.articles, name="articles"),
    path("articles/<slug:slug>/", article_views.article, name="article"),
    path(
        "articles/<slug:slug>/editions/<key:number>/",
        article_views.article,
        name="article_edition",
    ),
]
