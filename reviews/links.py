"""Whether the links to other websites still work. What is asked, and what an answer means."""

from datetime import timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from django.utils import timezone

from reviews import fetching
from reviews.fetching import Answer, Failed, Refused
from reviews.models import Document

AGAIN = timedelta(days=30)
AGAIN_AFTER_FAILURE = timedelta(days=2)
# The website answers, but not to us: that says nothing about what a reader would see.
NOT_FOR_MACHINES = {401, 403, 407, 429}
PDF = "application/pdf"
PAGES = {"text/html", "application/xhtml+xml"}


class Outcome(StrEnum):
    WORKS = "works"
    FAILS = "fails"
    UNKNOWN = "could not be checked"


def check(document: Document) -> Outcome:
    """Ask for a document's link and keep what came of it on the row. Raises no version."""
    try:
        answer = _ask(document.url)
        outcome, problem = _meaning(document.url, answer)
    except (Failed, Refused) as error:
        answer, outcome, problem = None, Outcome.FAILS, str(error)
    now = timezone.now()
    document.link_checked_at, document.link_problem = now, problem[:300]
    if outcome == Outcome.FAILS:
        document.link_failures += 1
        document.link_failing_since = document.link_failing_since or now
    elif outcome == Outcome.WORKS:
        document.link_worked_at = now
        document.link_failures, document.link_failing_since = 0, None
    document.link_due_at = now + (AGAIN_AFTER_FAILURE if outcome == Outcome.FAILS else AGAIN)
    if answer and not document.fetched_at and outcome == Outcome.WORKS:
        document.bytes = answer.length if answer.media_type == PDF else None
    _keep(document)
    return outcome


def _ask(url: str) -> Answer:
    """HEAD, and GET where that brings nothing: some websites answer only to the one."""
    try:
        answer = fetching.look(url, "HEAD")
    except Failed:
        return fetching.look(url, "GET")
    return answer if answer.status < 400 else fetching.look(url, "GET")


def _meaning(url: str, answer: Answer) -> tuple[Outcome, str]:
    if answer.status in NOT_FOR_MACHINES:
        return Outcome.UNKNOWN, f"The website answers {answer.status}: not for machines."
    if not 200 <= answer.status < 300:
        return Outcome.FAILS, f"The website answered with status {answer.status}."
    if urlsplit(url).path.lower().endswith(".pdf") and answer.media_type in PAGES:
        return Outcome.FAILS, "The address gives a web page and not a PDF."
    return Outcome.WORKS, ""


def _keep(document: Document) -> None:
    """Write what was found, unless the link was changed meanwhile."""
    names = ("checked_at", "worked_at", "problem", "failures", "failing_since", "due_at")
    found = {f"link_{name}": getattr(document, f"link_{name}") for name in names}
    Document.objects.filter(pk=document.pk, url=document.url).update(**found, bytes=document.bytes)
