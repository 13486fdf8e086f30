"""The page on which a working copy is looked at for the last time, and what its buttons do."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.db import IntegrityError
from django.http import Http404
from django.urls import reverse

from reviews import mentions, permissions
from reviews.choices import State
from reviews.editing import checks, preview, releasing, saving, verb_forms
from reviews.editing.checks import Finding
from reviews.editing.difference import Difference
from reviews.editing.edit_form import EditForm, Mistake
from reviews.editing.field_places import place_of
from reviews.editing.judging import Judgement, judge
from reviews.editing.public_words import Doubt, doubts_of_note
from reviews.editing.releasing import NotReady, Outdated, SecondPersonNeeded, Words
from reviews.editing.typed import Typed
from reviews.editing.verb_forms import REASON, ReleaseForm
from reviews.editing.vocabulary import vocabulary
from reviews.extraction import Unreadable
from reviews.mentions import Mention
from reviews.models import Review, WorkingCopy
from reviews.parsing import ProblemsFound
from reviews.publishing import WrongState

NOTE_MAY_STAND = "note-may-stand"


@dataclass(frozen=True, slots=True)
class Looked:
    """Something the checks found: where it can be put right, and the field for a reason."""

    finding: Finding
    label: str
    url: str
    reason: forms.BoundField | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """A review as it stands beside one that may be the same, and why it may be."""

    review: Review
    account: str
    why: str = ""

    @property
    def publisher(self) -> str:
        if self.review.anonymous:
            return "Published anonymously"
        return self.review.partnership.name if self.review.partnership else "Not recorded"


class PublishPage:
    """What would be published, what stands against it, and how it went.

    `refused` says why what was asked for was not done: "" as long as nothing was.
    """

    def __init__(self, review: Review, user: User, post: Mapping[str, Any] | None = None) -> None:
        self.review = review
        self.user = user
        self.post = post
        self.refused = ""
        self.problem = ""
        self.doubts: list[Doubt] = []
        self.was_correction = self.is_correction
        self.vocabulary = vocabulary()
        self.opened = saving.opened(review)
        self.edit = EditForm(review, self.opened.typed, self.vocabulary)
        self._judge(judge(self.edit))

    def _judge(self, judgement: Judgement) -> None:
        self.judgement = judgement
        self.form = ReleaseForm(
            self.post,
            findings=judgement.to_acknowledge,
            acknowledged=self.opened.copy.acknowledged if self.opened.copy else {},
            is_correction=self.is_correction,
        )

    @property
    def is_correction(self) -> bool:
        return self.review.state != State.DRAFT

    @cached_property
    def mentions(self) -> list[Mention]:
        """The briefings that cite what is corrected."""
        return mentions.of_review(self.review.pk) if self.is_correction else []

    @property
    def is_over(self) -> bool:
        """Whether there is nothing to publish: it is published already, or withdrawn."""
        is_withdrawn = self.review.state == State.WITHDRAWN
        return is_withdrawn or (self.is_correction and self.opened.copy is None)

    @property
    def may_release(self) -> bool:
        return bool(self.user.has_perm(self._right))

    @property
    def may_restore(self) -> bool:
        return bool(self.user.has_perm(permissions.WITHDRAW))

    @property
    def is_own(self) -> bool:
        """Whether somebody else has to publish it, because this person wrote some of it."""
        return self.may_release and releasing.COPIES.is_by_its_writer(self.review, self.user)

    @property
    def _right(self) -> str:
        return permissions.CORRECT if self.is_correction else permissions.PUBLISH

    @property
    def mistakes(self) -> list[tuple[Mistake, str]]:
        """What can't be read, each with the address of its field."""
        return [(mistake, self._at(mistake.field)) for mistake in self.judgement.mistakes]

    @property
    def blocking(self) -> list[Looked]:
        return [self._looked(finding) for finding in self.judgement.blocking]

    @property
    def questions(self) -> list[Looked]:
        """What is to be acknowledged, each with the field for a reason."""
        return [
            self._looked(finding, self.form[f"{REASON}{finding.key}"])
            for finding in self.judgement.to_acknowledge
        ]

    @cached_property
    def differences(self) -> list[Difference]:
        """What a correction would change, word by word."""
        if not self.is_correction or self.is_over:
            return []
        return releasing.differences_of(self.review, self.edit, self.vocabulary)

    @cached_property
    def itself(self) -> Side:
        """What is to be published, as it stands beside others that may be the same review."""
        return Side(preview.as_review(self.edit), self.edit.record.summary)

    @cached_property
    def others(self) -> list[Side]:
        """Reviews that may be the same, as the checks found them, the most alike first."""
        if not any(finding.code == "duplicate" for finding in self.judgement.findings):
            return []
        found = checks.duplicates_of(self.edit.record, review_pk=self.review.pk)
        known = Review.objects.for_point().in_bulk([one.review for one in found])
        return [
            Side(known[one.review], self._account(known[one.review]), one.why)
            for one in found
            if one.review in known
        ]

    def _account(self, review: Review) -> str:
        """Of a draft what is typed: nothing stands in its row yet."""
        copy = WorkingCopy.objects.filter(review=review).first()
        return Typed(copy.typed).get("summary") if copy else review.summary

    def _looked(self, finding: Finding, reason: forms.BoundField | None = None) -> Looked:
        field, label = place_of(self.edit, finding.field)
        return Looked(finding, label, self._at(field), reason)

    def _at(self, field: str) -> str:
        return f"{reverse('desk:edit', args=[self.review.pk])}#{field}"

    def carry_out(self) -> bool:
        """Do what the button asks for; whether it was done. Reasons are kept in any case."""
        if self.opened.copy is not None:
            releasing.COPIES.acknowledge(self.review, reasons=self.form.reasons)
        if not self.form.is_valid():
            self.refused = "incomplete"
        elif self._has_doubts():
            self.refused = "doubts"
        else:
            self._try()
        return not self.refused

    def _has_doubts(self) -> bool:
        """Whether the public note gives something away, and nobody has said that it may stand."""
        note = self.form.cleaned_data.get("public_note", "")
        is_public = self.form.do in {verb_forms.PUBLISH, verb_forms.SCHEDULE}
        if note and is_public:
            self.doubts = doubts_of_note(note, self.review)
        return bool(self.doubts) and NOTE_MAY_STAND not in (self.post or {})

    def _try(self) -> None:
        try:
            self._act()
        except Outdated:
            self.refused = "outdated"
        except SecondPersonNeeded:
            self.refused = "second-person"
        except WrongState as problem:
            self.refused, self.problem = "wrong-state", str(problem)
        except NotReady as problem:
            self.refused = "not-ready"
            self._judge(problem.judgement)
        except (ProblemsFound, Unreadable, IntegrityError) as problem:
            self.refused, self.problem = "failed", str(problem)
        if self.refused and not Review.objects.filter(pk=self.review.pk).exists():
            raise Http404("The draft was discarded.")
        self.review.refresh_from_db()

    def _act(self) -> None:
        """The one of the page's verbs that was asked for."""
        review, by, said = self.review, self.user, self.form.cleaned_data
        words = Words(said["note"], said.get("public_note", ""))
        match self.form.do:
            case verb_forms.PUBLISH:
                releasing.release(
                    review=review,
                    by=by,
                    vocabulary=self.vocabulary,
                    number=said["number"],
                    words=words,
                    acknowledged=self.form.reasons,
                )
            case verb_forms.SCHEDULE if self.form.day:
                releasing.schedule(
                    review=review,
                    on=self.form.day,
                    by=by,
                    vocabulary=self.vocabulary,
                    number=said["number"],
                    words=words,
                )
            case verb_forms.OFFER:
                releasing.COPIES.offer(review, by=by, note=words.note)
            case verb_forms.TAKE_BACK:
                releasing.COPIES.take_back(review, by=by, note=words.note)
            case verb_forms.UNSCHEDULE:
                releasing.COPIES.unschedule(review, by=by, note=words.note)
