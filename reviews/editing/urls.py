"""The addresses of the desk, under /desk/. Each names its view; each view names a right."""

from django.urls import path

from reviews.editing import (
    edit_views,
    history_views,
    home_views,
    kept_typing_views,
    list_views,
    new_views,
    presence_views,
    sent_in_views,
    typing_views,
    upload_views,
    verb_views,
)
from reviews.editing.batches import (
    batch_views,
    columns_views,
    intake_views,
    proposal_views,
)

app_name = "desk"

urlpatterns: list = [
    path("", home_views.HomeView.as_view(), name="home"),
    path("reviews/", list_views.Reviews.as_view(), name="reviews"),
    path("reviews/new/", new_views.New.as_view(), name="new"),
    path("reviews/<int:pk>/", edit_views.Edit.as_view(), name="edit"),
    path("terms.json", typing_views.Terms.as_view(), name="terms"),
    path("understood/", typing_views.Understood.as_view(), name="understood"),
    path("reviews/bulk/", list_views.Bulk.as_view(), name="bulk"),
    path("reviews/bulk/done/", list_views.BulkDone.as_view(), name="bulk-done"),
    path("documents/", home_views.Documents.as_view(), name="documents"),
    path("documents/<int:pk>/again/", home_views.TryAgain.as_view(), name="try-again"),
    path("documents/<int:pk>/expiry/", home_views.Expiry.as_view(), name="expiry"),
    path(
        "reviews/<int:pk>/presence/",
        presence_views.PresenceView.as_view(),
        name="presence",
    ),
    path("reviews/<int:pk>/forget/", kept_typing_views.ForgetView.as_view(), name="forget"),
    path("reviews/<int:pk>/preview/", verb_views.Preview.as_view(), name="preview"),
    path("reviews/<int:pk>/publish/", verb_views.Publish.as_view(), name="publish"),
    path("reviews/<int:pk>/differences/", verb_views.Differences.as_view(), name="differences"),
    path("reviews/<int:pk>/withdraw/", verb_views.Withdraw.as_view(), name="withdraw"),
    path("reviews/<int:pk>/restore/", verb_views.Restore.as_view(), name="restore"),
    path("reviews/<int:pk>/discard/", verb_views.Discard.as_view(), name="discard"),
    path("reviews/<int:pk>/history/", history_views.HistoryView.as_view(), name="history"),
    path(
        "reviews/<int:pk>/history/<int:number>/",
        history_views.VersionView.as_view(),
        name="version",
    ),
    path(
        "reviews/<int:pk>/documents/<int:document>/withdraw/",
        verb_views.WithdrawDocument.as_view(),
        name="withdraw-document",
    ),
    path(
        "reviews/<int:pk>/documents/<int:document>/restore/",
        verb_views.RestoreDocument.as_view(),
        name="restore-document",
    ),
    path("intake/", intake_views.IntakeView.as_view(), name="intake"),
    path("intake/<int:batch>/", batch_views.Overview.as_view(), name="batch"),
    path("intake/<int:batch>/columns/", columns_views.Columns.as_view(), name="columns"),
    path("intake/<int:batch>/undo/", batch_views.Undo.as_view(), name="undo-batch"),
    path(
        "intake/<int:batch>/<int:order>/",
        proposal_views.Entry.as_view(),
        name="proposal",
    ),
    path(
        "intake/<int:batch>/<int:order>/accept/",
        proposal_views.Accept.as_view(),
        name="accept",
    ),
    path("intake/<int:batch>/<int:order>/skip/", proposal_views.Skip.as_view(), name="skip"),
    path(
        "intake/<int:batch>/<int:order>/take-back/",
        proposal_views.TakeBack.as_view(),
        name="take-back",
    ),
    path("intake/sent-in/<int:pk>/", sent_in_views.SentIn.as_view(), name="sent-in"),
    path("intake/sent-in/<int:pk>/file/", sent_in_views.SentInFile.as_view(), name="sent-in-file"),
    path("uploads/<int:pk>/", upload_views.UploadView.as_view(), name="upload"),
]
