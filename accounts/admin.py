"""Accounts and invitations in Django's admin, for managers.

Nobody becomes a superuser here, and nobody is given a right but by a group. Groups are made by
migrations; secrets of second factors and other people's addresses and passwords are out of reach.
"""

from typing import Any

from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from accounts import invitations, members
from accounts.models import Account, Invitation, InvitationQuerySet
from accounts.second_factor import has_second_factor
from reviews.permissions import GROUPS

for model in (User, Group, EmailAddress, Authenticator, UserSession):
    admin.site.unregister(model)
# The one way in is the one that asks for the second factor.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]


def choose_groups(field: Any) -> Any:
    """Boxes for the groups of this project and no others."""
    return forms.ModelMultipleChoiceField(
        Group.objects.filter(name__in=GROUPS).order_by("name"),
        widget=forms.CheckboxSelectMultiple,
        required=not field.blank,
        help_text="Contributors write drafts. Editors publish, correct and withdraw. "
        "Managers keep accounts and vocabularies.",
    )


class WithGroups(admin.ModelAdmin):
    """What both kinds of page share: groups as boxes, and nothing is deleted."""

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        return choose_groups(db_field)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Account)
class AccountAdmin(WithGroups):
    """Name, groups, active or not. A new account begins with an invitation."""

    list_display = ("email", "name", "in_groups", "is_active", "second_factor", "last_login")
    list_filter = ("is_active", "groups")
    search_fields = ("email", "username", "first_name", "last_name")
    fields = ("username", "email", "first_name", "last_name", "groups", "is_active", "last_login")
    readonly_fields = ("username", "email", "last_login")
    actions = ("sign_out", "forget_second_factor")

    @admin.display(description="groups")
    def in_groups(self, account: Account) -> str:
        if account.is_superuser:
            return "everything (made on the server)"
        return ", ".join(group.name for group in account.groups.all()) or "none"

    @admin.display(ordering="first_name")
    def name(self, account: Account) -> str:
        return account.get_full_name()

    @admin.display(description="second factor", boolean=True)
    def second_factor(self, account: Account) -> bool:
        return has_second_factor(account)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Account]:
        return super().get_queryset(request).prefetch_related("groups")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Account | None = None) -> bool:
        """A superuser's account is changed by superusers alone."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or not obj.is_superuser or request.user.is_superuser)

    def save_model(self, request: Any, obj: Account, form: Any, change: bool) -> None:
        if "is_active" in form.changed_data and not obj.is_active:
            members.deactivate(obj)
        obj.save(update_fields=["first_name", "last_name", "is_active"])

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        members.place(form.instance, form.cleaned_data["groups"])

    def _within_reach(self, request: HttpRequest, accounts: QuerySet[Account]) -> list[Account]:
        reached = [one for one in accounts if self.has_change_permission(request, one)]
        if len(reached) < len(accounts):
            self.message_user(request, "Superusers were left as they are.", messages.WARNING)
        return reached

    @admin.action(description="Sign out everywhere", permissions=["change"])
    def sign_out(self, request: HttpRequest, queryset: QuerySet[Account]) -> None:
        for account in self._within_reach(request, queryset):
            members.end_sessions(account)
            self.message_user(request, f"Signed out everywhere: {account}.")

    @admin.action(
        description="Remove the second factor (device and recovery codes lost)",
        permissions=["change"],
    )
    def forget_second_factor(self, request: HttpRequest, queryset: QuerySet[Account]) -> None:
        for account in self._within_reach(request, queryset):
            members.forget_second_factor(account)
            self.message_user(request, f"The password alone signs in now: {account}.")


class InvitationForm(forms.ModelForm):
    class Meta:
        model = Invitation
        fields = ("email", "groups")
        help_texts = {"email": "Saving sends an invitation to this address."}

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if invitations.has_account(email):
            raise forms.ValidationError("Somebody with this address has an account already.")
        if Invitation.objects.open().filter(email=email).exists():
            raise forms.ValidationError(
                "There is an open invitation to this address. Send it again, or take it back."
            )
        return email


@admin.register(Invitation)
class InvitationAdmin(WithGroups):
    """Saving sends the mail. Sending again makes a new link, and the old one ends."""

    form = InvitationForm
    list_display = ("email", "in_groups", "state", "sent_at", "expires_at", "invited_by")
    search_fields = ("email",)
    actions = ("send_again", "take_back")

    @admin.display(description="groups")
    def in_groups(self, invitation: Invitation) -> str:
        return ", ".join(group.name for group in invitation.groups.all())

    def get_queryset(self, request: HttpRequest) -> QuerySet[Invitation]:
        return super().get_queryset(request).prefetch_related("groups")

    def has_change_permission(self, request: HttpRequest, obj: Invitation | None = None) -> bool:
        """What was sent stays as it is: only the actions change it."""
        return obj is None and super().has_change_permission(request, obj)

    def save_model(self, request: Any, obj: Invitation, form: Any, change: bool) -> None:
        obj.invited_by = request.user
        obj.save()

    def response_add(
        self, request: HttpRequest, obj: Invitation, post_url_continue: str | None = None
    ) -> HttpResponse:
        self._send(request, obj)
        return self.response_post_save_add(request, obj)

    def _send(self, request: HttpRequest, invitation: Invitation) -> None:
        site = request.build_absolute_uri("/")
        try:
            invitations.send(invitation=invitation, site=site)
        except OSError:
            words = f"The mail to {invitation.email} could not be sent. Try again later."
            self.message_user(request, words, messages.ERROR)
        else:
            self.message_user(request, f"The invitation was sent to {invitation.email}.")

    @admin.action(description="Send again, with a new link", permissions=["change"])
    def send_again(self, request: HttpRequest, queryset: InvitationQuerySet) -> None:
        for invitation in queryset.open():
            self._send(request, invitation)

    @admin.action(description="Take back: the link ends now", permissions=["change"])
    def take_back(self, request: HttpRequest, queryset: InvitationQuerySet) -> None:
        for invitation in queryset.open():
            invitations.revoke(invitation=invitation)
            self.message_user(request, f"The link sent to {invitation.email} has ended.")
