"""Another process of the site, as gunicorn would run one: it answers what a test writes to it.

Run as a program it reads one JSON request a line from its standard input: {"get": address} or
{"do": [verb, reference]}; and answers each with one line.
"""

import json
import os
import subprocess
import sys
from urllib.parse import quote

from django.conf import settings

ANSWER_SECONDS = 60


class OtherProcess:
    """A process over the database under test. Only what is committed reaches it."""

    def __enter__(self):
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.other_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={
                **os.environ,
                "DATABASE_URL": _url(),
                "DJANGO_SETTINGS_MODULE": "tests.settings",
                "MEDIA_ROOT": str(settings.MEDIA_ROOT),
            },
        )
        return self

    def __exit__(self, *exception):
        self._process.stdin.close()
        self._process.wait(ANSWER_SECONDS)
        self._process.stdout.close()

    def get(self, address, **headers):
        """The status, headers and text of a page: {"status", "headers", "text"}."""
        return self._ask({"get": address, "headers": headers})

    def do(self, verb, reference):
        """Publish, correct, withdraw or restore a review."""
        return self._ask({"do": [verb, reference]})

    def _ask(self, request):
        print(json.dumps(request), file=self._process.stdin, flush=True)
        return json.loads(self._process.stdout.readline())


def _url():
    from django.db import connection

    names = connection.settings_dict
    user, host = quote(names["USER"], safe=""), quote(names["HOST"], safe="")
    password = f":{quote(names['PASSWORD'], safe='')}" if names["PASSWORD"] else ""
    port = f"&port={names['PORT']}" if names["PORT"] else ""
    return f"postgresql://{user}{password}@/{names['NAME']}?host={host}{port}"


def _body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def serve():
    import django

    django.setup()
    from django.test import Client

    from reviews import publishing
    from reviews.models import Review

    client = Client(SERVER_NAME="localhost")
    for line in sys.stdin:
        request = json.loads(line)
        if "do" in request:
            verb, reference = request["do"]
            getattr(publishing, verb)(review=Review.objects.get(reference=reference), by=None)
            answer = "done"
        else:
            response = client.get(request["get"], headers=request["headers"])
            answer = {
                "status": response.status_code,
                "headers": dict(response.headers),
                "text": _body(response).decode("utf-8", "replace"),
            }
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    serve()
