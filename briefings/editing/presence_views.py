"""What the script of an edition's edit page tells and asks, and what was kept of its typing."""

from django.db.models import Model

from briefings.editing.access import EditionView
from briefings.editing.saving import STORE
from briefings.models import Edition
from reviews.editing import kept_typing_views, presence_views


class PresenceView(presence_views.Presence, EditionView):
    store = STORE

    def thing(self) -> Model:
        return self.edition()


class ForgetView(kept_typing_views.ForgetView):
    edit = "pieces:edit"
    model = Edition
