"""Publish, withdraw or restore one review from the command line; every page follows at once."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from reviews import publishing
from reviews.models import Review

VERBS = {
    "publish": publishing.publish,
    "withdraw": publishing.withdraw,
    "restore": publishing.restore,
}


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("verb", choices=VERBS)
        parser.add_argument("reference", help="for example CR-2023-0001")
        parser.add_argument("--by", metavar="USERNAME", help="who does it; kept in its history")
        parser.add_argument("--note", default="", help="why; kept in the review's history")

    def handle(
        self, *args: Any, verb: str, reference: str, by: str | None, note: str, **options: Any
    ) -> None:
        review = Review.objects.filter(reference=reference).first()
        if review is None:
            raise CommandError(f"There is no review {reference}. Check the reference.")
        try:
            VERBS[verb](review=review, by=_user(by), note=note)
        except publishing.WrongState as error:
            raise CommandError(f"Nothing was done: {error}") from error
        self.stdout.write(f"{review.reference} is {review.get_state_display().lower()} now.")


def _user(name: str | None) -> User | None:
    if name is None:
        return None
    user = get_user_model().objects.filter(username=name).first()
    if user is None:
        raise CommandError(f"There is no user {name}. Nothing was done.")
    return user
