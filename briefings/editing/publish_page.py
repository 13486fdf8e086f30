"""The page on which an edition is looked at for the last time, and what its buttons do."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from briefings.choices import State
from briefings.editing import releasing, saving
from briefings.editing.compared import public
from briefings.editing.difference import Difference
from briefings.editing.edit_form import EditForm
from briefings.editing.judging import judge, reasons_typed
from briefings.editing.places import place_of
from briefings.editing.public_words import doubts_of_note
from briefings.editing.verb_forms import ReleaseForm, WhenForm
from briefings.models import Edition
from briefings.publishing import WrongState
from reviews import permissions
from reviews.editing import verb_forms
from reviews.editing.checks import Finding
from reviews.editing.edit_form import Mistake
from reviews.editing.judging import Judgement
from reviews.editing.public_words import Doubt
from reviews.editing.publish_page import NOTE_MAY_STAND, Looked
from reviews.editing.releasing import NotReady, Outdated, SecondPersonNeeded, Words
from reviews.editing.verb_forms import REASON
from reviews.editing.vocabulary import vocabulary


class PublishPage:
    """What would be published, what stands against it, and how it went.

    `refused` says why what was asked for was not done: "" as long as nothing was.
    """

    def __init__(self, edition: Edition, user: User, post: Mapping[str, Any] | None = None) -> None:
        self.edition = edition
        self.user = user
        self.post = post
        self.refused = ""
        self.problem = ""
        self.doubts: list[Doubt] = []
        self.was_correction = self.is_correction
        self.opened = saving.opened(edition)
        self.edit = EditForm(edition, self.opened.typed, vocabulary())
        self._judge(judge(self.edit, self._day))

    def _judge(self, judgement: Judgement) -> None:
        self.judgement = judgement
        copy = self.opened.copy
        self.form = ReleaseForm(
            self.post,
            findings=judgement.to_acknowledge,
            acknowledged={
                **reasons_typed(self.edit.record),
                **(copy.acknowledged if copy else {}),
            },
            is_correction=self.is_correction,
        )

    @property
    def _day(self) -> date | None:
        """The day as on which it is judged: the one that is asked for or given, else today."""
        if self.post is None:
            at = self.opened.copy.publish_at if self.opened.copy else None
        else:
            asked = WhenForm(self.post if self.post.get("do") == verb_forms.SCHEDULE else {})
            at = asked.moment if asked.is_valid() else None
        return timezone.localdate(at) if at else None

    @property
    def is_correction(self) -> bool:
        return self.edition.state != State.DRAFT

    @property
    def is_over(self) -> bool:
        """Whether there is nothing to publish: it is published already, or withdrawn."""
        return self.edition.state == State.WITHDRAWN or self.opened.copy is None

    @cached_property
    def supersedes(self) -> Edition | None:
        """The edition that is current until this draft is published."""
        if self.is_correction:
            return None
        return Edition.objects.current().filter(piece=self.edition.piece_id).first()

    @property
    def may_release(self) -> bool:
        right = permissions.CORRECT if self.is_correction else permissions.PUBLISH
        return bool(self.user.has_perm(right))

    @property
    def may_restore(self) -> bool:
        return bool(self.user.has_perm(permissions.WITHDRAW))

    @property
    def is_own(self) -> bool:
        """Whether somebody else has to publish it, because this person wrote some of it."""
        return self.may_release and releasing.COPIES.is_by_its_writer(self.edition, self.user)

    @property
    def mistakes(self) -> list[tuple[Mistake, str]]:
        """What can't be read, each with the address of its field."""
        return [(mistake, self._at(mistake.field)) for mistake in self.judgement.mistakes]

    @property
    def blocking(self) -> list[Looked]:
        return [self._looked(finding) for finding in self.judgement.blocking]

    @property
    def questions(self) -> list[Looked]:
        """What is to be acknowledged, each once, with the field for a reason."""
        asked = {finding.key: finding for finding in reversed(self.judgement.to_acknowledge)}
        return [
            Looked(*self._place(finding), self.form[f"{REASON}{key}"])
            for key, finding in reversed(asked.items())
        ]

    @cached_property
    def compared_with(self) -> str:
        """What the differences are from; "" where nothing is public."""
        if self.supersedes:
            return f"edition {self.supersedes.number}"
        return "the public page" if self.is_correction else ""

    @cached_property
    def differences(self) -> list[Difference]:
        return releasing.differences_of(self.edit, public(self.edition))

    def _looked(self, finding: Finding) -> Looked:
        return Looked(*self._place(finding))

    def _place(self, finding: Finding) -> tuple[Finding, str, str]:
        field, label = place_of(self.edit, finding.field)
        return finding, label, self._at(field)

    def _at(self, field: str) -> str:
        return f"{reverse('pieces:edit', args=[self.edition.pk])}#{field}"

    def carry_out(self) -> bool:
        """Do what the button asks for; whether it was done. Reasons are kept in any case."""
        if self.opened.copy is not None:
            releasing.COPIES.acknowledge(self.edition, reasons=self.form.reasons)
        if self.is_over:
            name = releasing.name_of(self.edition)
            self.refused, self.problem = "wrong-state", f"{name} has no changes to publish."
        elif not self.form.is_valid():
            self.refused = "incomplete"
        elif self._has_doubts():
            self.refused = "doubts"
        else:
            self._try()
        return not self.refused

    def _has_doubts(self) -> bool:
        """Whether the public note gives something away, and nobody has said that it may stand."""
        note = self.form.cleaned_data.get("public_note", "")
        if note and self.form.do in {verb_forms.PUBLISH, verb_forms.SCHEDULE}:
            self.doubts = doubts_of_note(note)
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
        except IntegrityError as problem:
            self.refused, self.problem = "failed", str(problem)
        if self.refused and not Edition.objects.filter(pk=self.edition.pk).exists():
            raise Http404("The draft was discarded.")
        self.edition.refresh_from_db()

    def _act(self) -> None:
        """The one of the page's verbs that was asked for."""
        edition, by, said = self.edition, self.user, self.form.cleaned_data
        words = Words(said["note"], said.get("public_note", ""))
        looked_at = {"vocabulary": self.edit.vocabulary, "number": said["number"], "words": words}
        copies, reasons = releasing.COPIES, self.form.reasons
        match self.form.do:
            case verb_forms.PUBLISH:
                releasing.release(edition=edition, by=by, acknowledged=reasons, **looked_at)
            case verb_forms.SCHEDULE if self.form.moment:
                releasing.schedule(edition=edition, by=by, at=self.form.moment, **looked_at)
            case verb_forms.UNSCHEDULE:
                copies.unschedule(edition, by=by, note=words.note)
            case verb_forms.OFFER:
                copies.offer(edition, by=by, note=words.note)
            case verb_forms.TAKE_BACK:
                copies.take_back(edition, by=by, note=words.note)
