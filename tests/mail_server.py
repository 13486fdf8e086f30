"""An SMTP server for tests: real sockets, real SMTP."""

import asyncio
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default

from aiosmtpd.controller import Controller

from tests.ports import free_port


class Letterbox:
    """What the server was given. It takes `seconds` for each, and nothing while it `refuses`."""

    def __init__(self):
        self.port = free_port()
        self.letters = []
        self.recipients = []
        self.refuses = False
        self.seconds = 0

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(self.seconds)
        if self.refuses:
            return "451 Not now"
        self.letters.append(message_from_bytes(envelope.content, policy=default))
        self.recipients.append(envelope.rcpt_tos)
        return "250 OK"

    def take(self):
        """The one letter there is, as (recipient, subject, text); the box is empty afterwards."""
        [letter], [[recipient]] = self.letters, self.recipients
        self.letters.clear()
        self.recipients.clear()
        return recipient, letter["subject"], letter.get_content()


@contextmanager
def mail_server(tls=None):
    box = Letterbox()
    controller = Controller(box, hostname="127.0.0.1", port=box.port, tls_context=tls)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()
