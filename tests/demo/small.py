"""The demonstration with a site of one line, for the tests of its supervision."""

import os
import sys

from demo.__main__ import main


def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"here"]


if __name__ == "__main__":
    preparation = os.environ.get("SMALL_PREPARATION", "pass")
    gunicorn = [sys.executable, "-m", "gunicorn", "tests.demo.small", "--no-control-socket"]
    main([sys.executable, "-c", preparation], [*gunicorn, "--workers=2", "--worker-class=gthread"])
