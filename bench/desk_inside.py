"""What the desk is measured with: an editor, and drafts ready to be published.

Run by desk.py after django.setup(). Reads records as JSON, one for each draft; prints as JSON who
can sign in, and the drafts' references by their keys.
"""

import json
import secrets
import sys
from itertools import cycle, islice
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, User

from reviews.editing import saving
from reviews.editing.typed import Typed
from reviews.editing.vocabulary import vocabulary
from reviews.permissions import EDITOR

LEARNING, RECOMMENDATIONS = 12, 10
EMAIL = "bench@example.org"


def main() -> None:
    records = json.load(sys.stdin)
    password = secrets.token_urlsafe(16)
    editor = User.objects.create_user("bench", EMAIL, password, first_name="A. Bench")
    EmailAddress.objects.create(user=editor, email=EMAIL, verified=True, primary=True)
    editor.groups.add(Group.objects.get(name=EDITOR))
    points = {
        name: [point for one in records for point in one[name]]
        for name in ("learning", "recommendations")
    }
    drafts = dict(_draft(editor, record, points) for record in records)
    json.dump({"email": EMAIL, "password": password, "drafts": drafts}, sys.stdout)


def _draft(editor: User, record: dict[str, Any], points: dict[str, list]) -> tuple[int, str]:
    review = saving.begin(by=editor, title=record["title"])
    typed = _typed(record)
    start = 7 * review.pk
    for name, count in (("learning", LEARNING), ("recommendations", RECOMMENDATIONS)):
        for point in islice(cycle(points[name]), start, start + count):
            _add_point(typed, name, point)
    saving.save(review=review, typed=typed, opened_at=1, by=editor, vocabulary=vocabulary())
    review.refresh_from_db()
    return review.pk, review.reference


def _typed(record: dict[str, Any]) -> Typed:
    typed = Typed()
    for name in ("title", "type", "nation", "published", "added", "incident", "summary", "outcome"):
        typed.set(name, record[name] or "")
    typed.set("content_note", record["content_note"] or "This review describes harm to a child.")
    typed.set("keywords", "; ".join(record["keywords"]))
    for name in ("harms", "themes", "agencies"):
        typed.set(name, *record[name])
    for child in record["children"]:
        typed.add_row("children", age_text=child["age_text"] or "", sex=_sex(child["sex"]))
    return typed


def _sex(sex: str | None) -> str:
    return sex if sex and sex != "not-stated" else ""


def _add_point(typed: Typed, name: str, point: dict[str, Any]) -> None:
    key = typed.add_row(name, text=point["text"])
    typed.set(f"{name}-{key}-themes", *point.get("themes", []))
    agencies = point.get("agencies") or point.get("addressed_to") or []
    typed.set(f"{name}-{key}-agencies", *agencies)
