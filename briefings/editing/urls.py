"""The addresses of the desk for briefings and articles, under /desk/briefings/.

Each names its view; each view names a right. `pk` is that of an edition.
"""

from django.urls import path

from briefings.editing import (
    edit_views,
    history_views,
    list_views,
    new_views,
    presence_views,
    verb_views,
)

app_name = "pieces"

urlpatterns = [
    path("", list_views.Pieces.as_view(), name="list"),
    path("new/", new_views.New.as_view(), name="new"),
    path("<int:pk>/", edit_views.Edit.as_view(), name="edit"),
    path("<int:pk>/presence/", presence_views.PresenceView.as_view(), name="presence"),
    path("<int:pk>/forget/", presence_views.ForgetView.as_view(), name="forget"),
    path("<int:pk>/preview/", verb_views.Preview.as_view(), name="preview"),
    path("<int:pk>/publish/", verb_views.Publish.as_view(), name="publish"),
    path("<int:pk>/differences/", verb_views.Differences.as_view(), name="differences"),
    path("<int:pk>/withdraw/", verb_views.Withdraw.as_view(), name="withdraw"),
    path("<int:pk>/restore/", verb_views.Restore.as_view(), name="restore"),
    path("<int:pk>/discard/", verb_views.Discard.as_view(), name="discard"),
    path("<int:pk>/new-edition/", verb_views.NewEdition.as_view(), name="new-edition"),
    path("<int:pk>/looked-at/", verb_views.LookedAt.as_view(), name="looked-at"),
    path("<int:pk>/history/", history_views.HistoryView.as_view(), name="history"),
    path("<int:pk>/history/<int:number>/", history_views.VersionView.as_view(), name="version"),
]
