"""What an editor says of a step in an edition's life: the desk's forms, with words of their own."""

from reviews.editing import verb_forms
from reviews.editing.verb_forms import LONGEST_PUBLIC, LinesField


class ReleaseForm(verb_forms.ReleaseForm):
    """What is asked for before publication. Editions are published at once, never on a day."""

    public_note = LinesField(
        rows=2,
        label="What was corrected, for the public",
        max_length=LONGEST_PUBLIC,
        help_text="Stands on its page with today’s date. Empty: nothing is said there.",
    )
    publish_on = None  # type: ignore[assignment]


class WithdrawForm(verb_forms.WithdrawForm):
    """Taking an edition away: why, for editors; and what the public reads in its place."""

    field_order = ("reason", "wording", "note")
