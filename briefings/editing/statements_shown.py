"""The statements of a briefing as the edit page shows them, section by section: flat values, as
there may be sixty with two hundred citations.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from briefings.editing.cited import Evidence
from briefings.editing.edit_form import EditForm
from reviews.editing.shown_fields import Note

OPTIONS = "components/section_options.html"


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement. `number` is "1.2", or "" where it is in no section (any more)."""

    key: str
    number: str
    text: str
    section: str
    evidence: Sequence[Evidence]
    reviews: int  # that it cites and the public sees
    reason: str
    notes: Sequence[Note]
    options: SafeString  # of the choice of its section: the same for all of one section
    has_mistake: bool
    is_first: bool
    is_last: bool

    @property
    def label(self) -> str:
        return f"Statement {self.number}" if self.number else "Statement in no section"

    @property
    def is_troubled(self) -> bool:
        """Whether something that it cites is not public (any more)."""
        return any(one.trouble for one in self.evidence)


def statements_of(form: EditForm, notes: Mapping[str, Sequence[Note]]) -> Mapping[str, list[Shown]]:
    """By the key of the section; "" has those in none."""
    found: dict[str, list[Shown]] = {}
    options = cache(partial(_options, form))
    for section in form.typed.rows("sections"):
        keys = form.typed.statements_of(section)
        found[section] = list(_shown(form, notes, options, section, keys))
    lost = [key for key, number in form.statements.items() if not number]
    found[""] = list(_shown(form, notes, options, "", lost))
    return found


def _options(form: EditForm, chosen: str) -> SafeString:
    sections = [
        (row.key, f"{row.place}. {form.typed.get(f'{row.id}-heading') or 'No heading yet'}")
        for row in form.lists["sections"]
    ]
    is_known = chosen in form.typed.rows("sections")
    context = {"sections": sections, "chosen": chosen, "is_known": is_known}
    return render_to_string(OPTIONS, context)


def _shown(
    form: EditForm,
    notes: Mapping[str, Sequence[Note]],
    options: Callable[[str], SafeString],
    section: str,
    keys: Sequence[str],
) -> Iterator[Shown]:
    for key in keys:
        name = f"statements-{key}"
        evidence = [form.evidence[one] for one in form.tokens_of(key) if one in form.evidence]
        places = (f"id_{name}-text", f"id_{name}-reason", name)
        yield Shown(
            key=key,
            number=form.statements[key],
            text=form.typed.get(f"{name}-text"),
            section=section or form.typed.get(f"{name}-section"),
            evidence=evidence,
            reviews=len({one.cited.review for one in evidence if one.cited and not one.trouble}),
            reason=form.typed.get(f"{name}-reason"),
            notes=[note for at in places for note in notes.get(at, ()) if not note.reason],
            options=options(section or form.typed.get(f"{name}-section")),
            has_mistake=not section,
            is_first=key == keys[0],
            is_last=key == keys[-1],
        )
