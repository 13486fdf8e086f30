"""A form as a partnership fills it in, for tests."""

import hashlib
import re
import time

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from reviews.models import Submission, SubmissionLetter, SubmittedFile
from reviews.submissions import traps
from reviews.submissions.proposing import propose
from tests import pdf_files

ADDRESS = "/submit/"
SENT = "/submit/sent/"
EMAIL = "manager@northmere.example"
PARTNERSHIP = "Northmere Safeguarding Children Partnership"


def filled(opened=60, **changes):
    """What a browser sends that opened the form some seconds ago; None leaves a field out."""
    values = {
        "partnership": PARTNERSHIP,
        "nation": "england",
        "title": "Child B",
        "type": "local-child-safeguarding-practice-review",
        "published": "March 2026",
        "ages": "4 years; 11 months",
        "summary": "Two children were found alone.\nNeighbours had worried.",
        "learning": "- Ask who lives here.\n- Write down what a child shows you.",
        "recommendations": "Agree who visits; and say how it will be known.",
        "link": "https://northmere.example/child-b",
        "may_host": "no",
        "permitted_by": "",
        "contact_name": "Jo Example",
        "contact_role": "Business manager",
        "email": EMAIL,
        "phone": "01632 960001",
        "agreed": "on",
        "homepage": "",
        "stamp": traps.stamp(time.time() - opened),
        "held": "",
    }
    return {name: value for name, value in (values | changes).items() if value is not None}


def a_pdf(name="report.pdf", content=None):
    content = pdf_files.make_pdf("What the partnership published.", "More.")
    return SimpleUploadedFile(name, content, "application/pdf")


def make_submission(**changes):
    """One that is yet to be confirmed."""
    values = {
        "digest": f"{Submission.objects.count():064}",
        "given": {name: filled()[name] for name in GIVEN},
        "consent": "All of it.",
        "consent_version": "1",
        "site": "http://testserver",
        "sent_at": timezone.now(),
        **{name: filled()[name] for name in COLUMNS},
    }
    return Submission.objects.create(**values | changes)


def make_sent_in(*, file=False, state="waiting", by=None, review=None, **changes):
    """A confirmed one: a batch of a proposal that has come so far."""
    submission = make_submission(**changes)
    if file:
        make_report(submission)
    submission.batch, submission.confirmed_at = propose(submission), timezone.now()
    submission.save()
    values = {"state": state, "review": review}
    if state != "waiting":
        values |= {"decided_at": timezone.now(), "decided_by": by}
    submission.batch.proposals.update(**values)
    return submission


def make_report(submission):
    """The PDF that came with it."""
    content = pdf_files.make_pdf("What the partnership published.", "More.")
    known = {"name": "report.pdf", "pages": 2, "has_text": True, "bytes": len(content)}
    report = SubmittedFile(submission=submission, at=timezone.now(), **known)
    report.sha256 = hashlib.sha256(content).hexdigest()
    report.file.save("submitted/report.pdf", ContentFile(content))
    return report


GIVEN = (
    *("title", "type", "published", "ages", "summary", "learning", "recommendations"),
    *("link", "nation"),
)
COLUMNS = ("partnership", "contact_name", "contact_role", "email", "phone")


def link_in(text):
    """The path of the link in a mail."""
    return re.search(r"http://testserver(/\S+)", text)[1]


def letter_of(submission, kind):
    return SubmissionLetter.objects.get(submission=submission, kind=kind)
