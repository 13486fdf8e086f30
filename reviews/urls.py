"""The public addresses of the record."""

from django.urls import path, re_path, register_converter

from reviews import document_views, submission_views, term_views, views
from reviews.models.review import REFERENCE


class Year:
    """Four digits, so that a year has one address and none is too large."""

    regex = "[12][0-9]{3}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04}"


class Month(Year):
    """Two digits, from 01 to 12."""

    regex = "0[1-9]|1[0-2]"

    def to_url(self, value: int) -> str:
        return f"{value:02}"


class Key:
    """A row's number without leading zeros, so that a point has one address."""

    regex = "[1-9][0-9]{0,14}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(Key, "key")
register_converter(Year, "year")
register_converter(Month, "month")

app_name = "reviews"

urlpatterns = [
    path("reviews/", views.browse, name="browse"),
    path("reviews/added/", views.added, name="added"),
    path("reviews/added/<year:year>/", views.added_year, name="added_year"),
    path("reviews/added/<year:year>/<month:month>/", views.added_month, name="added_month"),
    re_path(rf"^reviews/(?P<reference>{REFERENCE})/$", views.detail, name="detail"),
    path("themes/", term_views.themes, name="themes"),
    path("themes/<slug:slug>/", term_views.theme, name="theme"),
    path("agencies/", term_views.agencies, name="agencies"),
    path("agencies/<slug:slug>/", term_views.agency, name="agency"),
    path("learning/", views.learning, name="learning"),
    path("learning/<key:id>/", views.point, name="point"),
    path("suggestions/", views.suggest, name="suggestions"),
    path("documents/<int:id>/<name>.pdf", document_views.document, name="document"),
    path("submit/", submission_views.submit, name="submit"),
    path("submit/sent/", submission_views.sent, name="submit_sent"),
    path("submit/confirm/<token>/", submission_views.confirm, name="submit_confirm"),
]
