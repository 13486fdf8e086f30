"""Accounts and what they may do. What is done here, is done whole."""

from collections.abc import Iterable

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group, User
from django.db import transaction

from reviews.permissions import IN_THE_ADMIN


@transaction.atomic
def admit(*, email: str, name: str, password: str, groups: Iterable[Group]) -> User:
    """Make an account whose address is known to be theirs. The username comes from the address."""
    email = email.lower()
    username = get_adapter().generate_unique_username([email])
    user = User.objects.create_user(username, email, password, first_name=name)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    place(user, groups)
    return user


@transaction.atomic
def place(user: User, groups: Iterable[Group]) -> None:
    """Put somebody into these groups and no others."""
    user.groups.set(groups)
    user.is_staff = user.is_superuser or user.groups.filter(name__in=IN_THE_ADMIN).exists()
    user.save(update_fields=["is_staff"])


def end_sessions(user: User) -> None:
    """Wherever somebody is signed in, they are no more."""
    for session in UserSession.objects.filter(user=user):
        session.end()


@transaction.atomic
def deactivate(user: User) -> None:
    """Nobody can sign in with this account, and who is signed in is so no more."""
    user.is_active = False
    user.save(update_fields=["is_active"])
    end_sessions(user)


@transaction.atomic
def forget_second_factor(user: User) -> None:
    """For somebody whose telephone and recovery codes are gone."""
    Authenticator.objects.filter(user=user).delete()
    end_sessions(user)
