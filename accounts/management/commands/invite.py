"""Invite somebody, and print the link: for the first account of a new site, or without mail."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from accounts import invitations
from accounts.models import Invitation
from reviews.permissions import GROUPS


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="the address of who is invited")
        parser.add_argument(
            "--group", action="append", choices=GROUPS, required=True, help="may be given again"
        )
        parser.add_argument("--site", default=address(), help="the address of this site")
        parser.add_argument("--send", action="store_true", help="send the mail as well")

    def handle(self, *args: Any, email: str, group: list[str], site: str, **options: Any) -> None:
        invitation = _invitation(email, group)
        if options["send"]:
            link = self._send(invitation, site)
        else:
            link = invitations.new_link(invitation=invitation, site=site)
        days = settings.INVITATION_DAYS
        self.stdout.write(f"For {invitation.email}, once, within {days} days:\n{link}")

    def _send(self, invitation: Invitation, site: str) -> str:
        try:
            return invitations.send(invitation=invitation, site=site)
        except OSError as error:
            raise CommandError(f"{error} Run it again without --send for the link.") from error


def address() -> str:
    """The address of this site, as far as the settings tell."""
    host = settings.ALLOWED_HOSTS[0].lstrip(".*")
    return f"https://{host}" if settings.HTTPS else f"http://{host or 'localhost'}:8000"


def _invitation(email: str, groups: list[str]) -> Invitation:
    """A new one; an open one to this address is taken back."""
    try:
        validate_email(email)
    except ValidationError as error:
        raise CommandError(f"{email} is not an email address. Nothing was done.") from error
    if invitations.has_account(email):
        raise CommandError(f"{email} has an account already. Nothing was done.")
    for invitation in Invitation.objects.open().filter(email=email.lower()):
        invitations.revoke(invitation=invitation)
    found = Group.objects.filter(name__in=groups)
    return invitations.invite(email=email, groups=found, by=None)
