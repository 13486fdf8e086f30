"""The public addresses of briefings and articles."""

from django.urls import URLPattern

app_name = "briefings"

urlpatterns: list[URLPattern] = []
