"""Invitations, and accounts as managers see them."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone


class Account(User):
    """A user, with permissions of its own: who keeps accounts gets none over Django's users."""

    class Meta:
        proxy = True
        ordering = ("username",)
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return self.email or self.username


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> Self:
        """Neither used nor taken back; it may have expired."""
        return self.filter(accepted_at=None, revoked_at=None)


class Invitation(models.Model):
    """Somebody may make an account with this address, in these groups. Its link works once."""

    email = models.EmailField("email address")
    groups = models.ManyToManyField(Group, related_name="+")
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # The link of the last sending works, no earlier one.
    sendings = models.PositiveIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        default_permissions = ("view", "add", "change")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="invitation_open_once",
                condition=Q(accepted_at=None, revoked_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def expires_at(self) -> datetime | None:
        return self.sent_at and self.sent_at + timedelta(days=settings.INVITATION_DAYS)

    @property
    def state(self) -> str:
        if self.accepted_at:
            return "used"
        if self.revoked_at:
            return "taken back"
        if self.expires_at is None:
            return "not sent"
        return "expired" if self.expires_at <= timezone.now() else "open"
