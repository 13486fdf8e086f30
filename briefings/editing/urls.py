"""The addresses of the desk for briefings and articles, under /desk/briefings/.

Each names its view; each view names a right.
"""

from django.urls import URLPattern

app_name = "pieces"

urlpatterns: list[URLPattern] = []
