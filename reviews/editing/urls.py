"""The addresses of the desk, under /desk/. Each names its view; each view names a right."""

from django.urls import path

from reviews.editing import kept_typing_views, presence_views, upload_views

app_name = "desk"

urlpatterns: list = [
    path(
        "reviews/<int:pk>/presence/",
        presence_views.PresenceView.as_view(),
        name="presence",
    ),
    path("reviews/<int:pk>/forget/", kept_typing_views.ForgetView.as_view(), name="forget"),
    path("uploads/<int:pk>/", upload_views.UploadView.as_view(), name="upload"),
]
