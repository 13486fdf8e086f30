#!/usr/bin/env python
"""Run a management command, with the embedded database up for as long as it takes."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "repository.settings")
    from django.core.management import execute_from_command_line

    from repository.database import ensure_running

    ensure_running()
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
