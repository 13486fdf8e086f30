"""Publish, withdraw or restore one review from the command line; every page follows at once."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from reviews import publishing
from reviews.choices import Reason, State
from reviews.editing import releasing
from reviews.editing.vocabulary import vocabulary
from reviews.models import Review, WorkingCopy

VERBS = ("publish", "withdraw", "restore")
LONGEST_WORDING = 300


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("verb", choices=VERBS)
        parser.add_argument("reference", help="for example CR-2023-0001")
        parser.add_argument("--by", metavar="USERNAME", help="who does it; kept in its history")
        parser.add_argument("--note", default="", help="why; kept in the review's history")
        parser.add_argument(
            "--reason", choices=Reason.values, default="", help="of a withdrawal, for editors"
        )
        parser.add_argument(
            "--wording", default="", help="of a withdrawal: what the public reads in its place"
        )

    def handle(self, *args: Any, verb: str, reference: str, **options: Any) -> None:
        review = Review.objects.filter(reference=reference).first()
        if review is None:
            raise CommandError(f"There is no review {reference}. Check the reference.")
        if verb != "withdraw" and (options["reason"] or options["wording"]):
            raise CommandError("Nothing was done: --reason and --wording belong to withdraw.")
        if len(options["wording"]) > LONGEST_WORDING:
            raise CommandError(f"Nothing was done: --wording has over {LONGEST_WORDING} signs.")
        by, note = _user(options["by"]), options["note"]
        try:
            if verb == "publish":
                _publish(review, by, note)
            elif verb == "withdraw":
                words = {name: options[name] for name in ("reason", "wording")}
                publishing.withdraw(review=review, by=by, note=note, **words)
            else:
                publishing.restore(review=review, by=by, note=note)
        except publishing.WrongState as error:
            raise CommandError(f"Nothing was done: {error}") from error
        review.refresh_from_db()
        self.stdout.write(f"{review.reference} is {review.get_state_display().lower()} now.")


def _publish(review: Review, by: User | None, note: str) -> None:
    """A draft of the desk as it is typed there; any other draft as it stands."""
    if review.state != State.DRAFT or not WorkingCopy.objects.filter(review=review).exists():
        publishing.publish(review=review, by=by, note=note)
        return
    try:
        words = releasing.Words(note)
        releasing.release(review=review, by=by, vocabulary=vocabulary(), words=words)
    except (releasing.NotReady, releasing.SecondPersonNeeded) as error:
        reason = "The checks found something. Look at it on the desk, and publish it there."
        raise CommandError(f"Nothing was done: {reason}") from error


def _user(name: str | None) -> User | None:
    if name is None:
        return None
    user = get_user_model().objects.filter(username=name).first()
    if user is None:
        raise CommandError(f"There is no user {name}. Nothing was done.")
    return user
