"""Inviting: a mail with a signed link that expires, and that works once."""

from collections.abc import Iterable

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core import signing
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from accounts import members
from accounts.models import Invitation

SALT = "accounts.invitation"


def invite(*, email: str, groups: Iterable[Group], by: User | None) -> Invitation:
    """An invitation that is yet to be sent."""
    with transaction.atomic():
        invitation = Invitation.objects.create(email=email.lower(), invited_by=by)
        invitation.groups.set(groups)
    return invitation


def new_link(*, invitation: Invitation, site: str) -> str:
    """The address to give to who is invited, at this site; links made before it end."""
    invitation.sendings += 1
    invitation.sent_at = timezone.now()
    invitation.save(update_fields=["sendings", "sent_at"])
    held = {"invitation": invitation.pk, "sending": invitation.sendings}
    path = reverse("account_invitation", args=[signing.dumps(held, salt=SALT)])
    return f"{site.rstrip('/')}{path}"


def send(*, invitation: Invitation, site: str) -> str:
    """Send the mail with a new link, and give the link. Raises OSError if no mail can be sent."""
    link = new_link(invitation=invitation, site=site)
    context = {
        "link": link,
        "invitation": invitation,
        "site": settings.SITE,
        "days": settings.INVITATION_DAYS,
    }
    message = render_to_string("account/email/invitation_message.txt", context)
    subject = f"{settings.SITE.name}: your invitation to edit"
    send_mail(subject, message, None, [invitation.email])
    return link


def revoke(*, invitation: Invitation) -> None:
    """Its link ends now."""
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])


def find(token: str) -> Invitation | None:
    """The open invitation of a link, or None: forged, expired, used, sent anew or taken back."""
    age = settings.INVITATION_DAYS * 86400
    try:
        held = signing.loads(token, salt=SALT, max_age=age)
    except signing.BadSignature:
        return None
    open_ones = Invitation.objects.open()
    found = open_ones.filter(pk=held["invitation"], sendings=held["sending"]).first()
    return found if found and not has_account(found.email) else None


@transaction.atomic
def accept(*, invitation: Invitation, name: str, password: str) -> User | None:
    """Make the account. None if somebody was quicker with the same link."""
    held = Invitation.objects.open().select_for_update().filter(pk=invitation.pk).first()
    if held is None or held.sendings != invitation.sendings or has_account(held.email):
        return None
    user = members.admit(email=held.email, name=name, password=password, groups=held.groups.all())
    held.accepted_at, held.accepted_by = timezone.now(), user
    held.save(update_fields=["accepted_at", "accepted_by"])
    return user


def has_account(email: str) -> bool:
    """Whether somebody has this address."""
    confirmed = EmailAddress.objects.filter(email__iexact=email, verified=True)
    return User.objects.filter(email__iexact=email).exists() or confirmed.exists()
