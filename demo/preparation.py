"""Bring the database and the static files up to date; what is done already is skipped.

Run by `python -m demo`, in a process of its own that ends before the site starts.
"""

import contextlib
import hashlib
import json
import secrets
import sys
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

import django
from django.core.management import CommandError, call_command
from django.db import connection

from demo.environment import PROJECT, Step
from repository import postgres
from repository.database import data_folder
from reviews import permissions

Manage = Callable[..., None]  # runs a management command

EDITOR = "editor@demo.example"
ILLUSTRATIVE = 240
SEED = 1
VOCABULARIES = PROJECT / "fixtures" / "vocabularies.json"
REVIEWS = PROJECT / "fixtures" / "reviews.json"
BRIEFINGS = PROJECT / "fixtures" / "briefings.json"
TEMPLATE = PROJECT / "fixtures" / "illustrative_briefing.json"


class Stamps:
    """What was done and with which sources, kept in a file of the data folder."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.done: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}

    def once(self, name: str, sources: str, label: str, work: Callable[[], None]) -> None:
        """Do the work unless it was done with these very sources."""
        if self.done.get(name) == sources:
            return
        with Step(label):
            work()
        self.done[name] = sources
        unfinished = self.file.with_suffix(".new")
        unfinished.write_text(json.dumps(self.done, indent=1))
        unfinished.rename(self.file)


def main() -> None:
    folder = data_folder()
    log = folder / "preparation.log"
    try:
        prepare(folder, log)
    except Exception as error:
        sys.exit(report(error, folder, log))


def prepare(folder: Path, log: Path) -> None:
    log.write_text("")
    django.setup()
    once = Stamps(folder / "demo.json").once

    def manage(command: str, *arguments: str) -> None:
        run_command(log, command, *arguments)

    with Step("Migrating the database"):
        manage("migrate", "--no-input")
    base = database_identity()
    sources = f"{base} {digest([VOCABULARIES])}"
    once("vocabularies", sources, "Loading vocabularies", lambda: manage("load_vocabularies"))
    sources = f"{base} {digest([REVIEWS])}"
    once(
        "reviews", sources, "Loading the real reviews", lambda: manage("load_reviews", str(REVIEWS))
    )
    label = f"Loading {ILLUSTRATIVE} illustrative reviews"
    file = folder / "illustrative.jsonl"
    once("illustrative", base, label, lambda: load_illustrative(manage, file))
    sources = f"{base} {digest([BRIEFINGS, TEMPLATE])}"
    file = folder / "illustrative-briefing.json"
    label = "Loading briefings and articles"
    once("briefings", sources, label, lambda: load_briefings(manage, file))
    with Step("Checking the catalogue"):
        check_catalogue(manage)
    label, arguments = "Collecting static files", ("collectstatic", "--no-input", "--clear")
    once("static", static_sources(), label, lambda: manage(*arguments))
    make_editor()


def run_command(log: Path, command: str, *arguments: str) -> None:
    """A management command whose words, progress bar included, go to the log."""
    with log.open("a") as out, contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            call_command(command, *arguments, stdout=out, stderr=out)
        except SystemExit as error:
            raise CommandError(f"manage.py {command} ended with status {error.code}") from error


def load_illustrative(manage: Manage, file: Path) -> None:
    manage("generate_reviews", f"--count={ILLUSTRATIVE}", f"--seed={SEED}", f"--output={file}")
    manage("load_reviews", str(file))
    file.unlink()


def load_briefings(manage: Manage, file: Path) -> None:
    """The real ones, and one over the illustrative reviews."""
    manage("load_briefings", str(BRIEFINGS))
    manage("generate_briefing", f"--output={file}")
    manage("load_briefings", str(file))
    file.unlink()


def check_catalogue(manage: Manage) -> None:
    """Rebuild the catalogue only where it disagrees with the records."""
    try:
        manage("check_catalogue")
    except CommandError:
        manage("reindex")
        manage("check_catalogue")


def make_editor() -> None:
    """An account that does everything editors and managers do, signed in by an email address.

    The password is shown now and never again. An account of an earlier release, which had no
    address, is given one, and a new password.
    """
    from django.contrib.auth.models import Group, User  # models exist once Django is set up

    from accounts import members

    if User.objects.filter(email=EDITOR).exists():
        return
    password = secrets.token_urlsafe(12)
    groups = Group.objects.filter(name__in=(permissions.EDITOR, permissions.MANAGER))
    old = User.objects.filter(username="editor", email="").first()
    if old:
        old.email = EDITOR
        old.set_password(password)
        old.save()
        members.place(old, groups)
    else:
        members.admit(email=EDITOR, name="An editor", password=password, groups=groups)
    print(f"\n  Editor's account: {EDITOR}, password: {password} (shown this once)\n", flush=True)


def database_identity() -> str:
    """Tells this database from any other, whatever its address: what was loaded was loaded here."""
    query = """
        SELECT system_identifier, oid FROM pg_control_system(), pg_database
        WHERE datname = current_database()
    """
    with connection.cursor() as cursor:
        cursor.execute(query)
        return "{}/{}".format(*cursor.fetchone())


def static_sources() -> str:
    """The static files, and the pinned packages, which bring some of their own."""
    folder = PROJECT / "static"
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return digest([PROJECT / "requirements.txt", *(PROJECT / "repository").glob("*.py"), *files])


def digest(files: Iterable[Path]) -> str:
    sums = ((str(file), hashlib.sha256(file.read_bytes()).hexdigest()) for file in files)
    return hashlib.sha256(json.dumps(list(sums)).encode()).hexdigest()


def report(error: Exception, folder: Path, log: Path) -> str:
    """The one line that the person at the terminal reads; the traceback goes to the log."""
    account = traceback.format_exc()
    with contextlib.suppress(OSError), log.open("a") as file:
        file.write(account)
    reason = str(error).strip().splitlines() or [type(error).__name__]
    if any(sign in account for sign in postgres.FULL_DISK):
        reason = list(postgres.FULL_DISK[:1])
    return f"{postgres.explain('The preparation failed', reason[0], folder)} (see {log})"


if __name__ == "__main__":
    main()
