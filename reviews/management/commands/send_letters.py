"""manage.py send_letters: partnerships are told what became of what they sent in."""

from typing import Any

from django.core.management.base import BaseCommand

from reviews.submissions import letters


class Command(BaseCommand):
    help = (
        "Send the mails that are due: links to confirm, and what was published, withdrawn or not "
        "taken up. What can't be sent is named, and tried again later. Safe to run again, and "
        "twice at once."
    )

    def handle(self, **options: Any) -> None:
        letters.note_what_is_due()
        sent = 0
        for letter in letters.send_due():
            sent += letter.sent_at is not None
            if letter.problem:
                again = "It is tried again." if letter.due_at else "It is not tried again."
                self.stderr.write(f"{letter}: not sent. {letter.problem} {again}")
        if options["verbosity"]:
            self.stdout.write(f"Sent: {sent}.")
