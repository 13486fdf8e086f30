"""The addresses of the desk, under /desk/. Each names its view; each view names a right."""

from django.urls import path

app_name = "desk"

urlpatterns: list = [
]
