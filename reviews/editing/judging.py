"""What stands between a working copy and the public: mistakes and findings."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviews.editing import checks
from reviews.editing.checks import Finding
from reviews.editing.edit_form import EditForm, Mistake

MISTAKE = "mistake"  # the code of what can't be read, in the desk's lists


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the checks say of a working copy. Mistakes and blocking findings stop publication."""

    mistakes: list[Mistake]
    findings: list[Finding]

    @property
    def blocking(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.is_blocking]

    @property
    def to_acknowledge(self) -> list[Finding]:
        return [finding for finding in self.findings if not finding.is_blocking]

    @property
    def is_blocked(self) -> bool:
        return bool(self.mistakes or self.blocking)

    @property
    def codes(self) -> list[str]:
        """Each kind of finding once, for the desk's lists."""
        found = [MISTAKE] if self.mistakes else []
        return list(dict.fromkeys([*found, *(finding.code for finding in self.findings)]))

    def unanswered(self, acknowledged: Mapping[str, str]) -> list[Finding]:
        """The findings that nobody has given a reason for yet."""
        return [finding for finding in self.to_acknowledge if not acknowledged.get(finding.key)]


def judge(form: EditForm) -> Judgement:
    """Run every check over what is typed."""
    return Judgement(form.mistakes, checks.run(form.record, review_pk=form.review.pk))
