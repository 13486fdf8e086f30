"""The public addresses of the record."""

from django.urls import path, re_path

from reviews import views
from reviews.models.review import REFERENCE

app_name = "reviews"

urlpatterns = [
    path("reviews/", views.browse, name="browse"),
    path("reviews/added/", views.added, name="added"),
    path("reviews/added/<int:year>/", views.added_year, name="added_year"),
    path("reviews/added/<int:year>/<int:month>/", views.added_month, name="added_month"),
    re_path(rf"^reviews/(?P<reference>{REFERENCE})/$", views.detail, name="detail"),
]
