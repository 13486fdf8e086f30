"""The panel of evidence beside the text of an edition: everything its template shows.

The selection; the sample, and what of it is not used yet; suggestions for one statement; the
points by theme and likeness, or as found by words. Only what the public may see is ever listed.
The number of statements does not grow with reviews, points or rows of the edition.
"""

from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString

from briefings.editing.asked import NAMES, SAMPLE, SELECTION, Asked
from briefings.editing.builder_actions import MOST_PINNED
from briefings.editing.gathering import PAGE
from briefings.editing.listing import Listing
from briefings.editing.panel_choices import counted, options
from briefings.editing.panel_points import Entry, entries
from briefings.editing.sample import Sample, Use, may_rest_on
from briefings.editing.sampled import Pinned, pinned
from briefings.editing.selecting import Chosen
from briefings.editing.supports import Support, support
from briefings.editing.targets import TargetGroup, targets
from briefings.editing.typed import PieceTyped
from briefings.models import Edition
from reviews.editing.vocabulary import Vocabulary
from reviews.models import Review
from reviews.snapshot import Snapshot

MOST_MARKS = 60  # reviews up to which the tally is drawn
NAMED = 4  # unused reviews that are named where they are always seen


@dataclass(frozen=True, slots=True)
class ShownCluster:
    """Points that say nearly the same; one that is like no other stands alone."""

    size: int
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A theme: how many points have it, and how many stand here, not under a commoner one."""

    label: str
    slug: str
    total: int
    count: int
    clusters: list[ShownCluster]


def state(post: MultiValueDict) -> str:
    """The query string with which the page is shown again once a button was pressed."""
    return Asked.of(post).after(post.get("do", "")).query


class BuilderPanel:
    """What stands beside the text, for what is typed and what is asked to be shown."""

    def __init__(
        self,
        edition: Edition,
        typed: PieceTyped,
        query: MultiValueDict,
        snapshot: Snapshot,
        vocabulary: Vocabulary,
    ) -> None:
        self.edition, self.typed, self.snapshot = edition, typed, snapshot
        self.vocabulary = vocabulary
        self.asked = Asked.of(query)
        allowed = may_rest_on(edition.piece, snapshot)
        self.chosen = Chosen(typed.get("selection"), snapshot, edition.piece.illustrative)
        self.sample = Sample(typed, snapshot, allowed)
        self.listing = Listing(self.asked, self.chosen, self.sample)

    @cached_property
    def support(self) -> Support | None:
        """Suggestions for the statement that is worked on."""
        if not self.asked.support:
            return None
        return support(self.asked.support, self.sample, self.chosen, self.vocabulary)

    @cached_property
    def targets(self) -> list[TargetGroup]:
        return targets(self.sample, self.asked.target)

    @cached_property
    def pinned(self) -> list[Pinned]:
        return pinned(self.sample, self.chosen.reviews)

    @property
    def pins(self) -> SafeString:
        """The list of the sample."""
        selected = not self.chosen.is_empty
        return SafeString("".join(one.html(is_selected=selected) for one in self.pinned))

    @cached_property
    def unused(self) -> list[Pinned]:
        return [one for one in self.pinned if one.is_public and not one.is_used]

    @property
    def named(self) -> list[Pinned]:
        """The first of what is not used: the others are in the list of the sample."""
        return self.unused[:NAMED]

    @property
    def unnamed(self) -> int:
        return len(self.unused) - len(self.named)

    @property
    def tally(self) -> list[tuple[str, bool]]:
        """A mark for each review of the sample: where it stands, and whether it is used."""
        used, total = len(self.sample.used), len(self.sample.reviews)
        return [(f"{10 * n}.5", n < used) for n in range(total)] if total <= MOST_MARKS else []

    @property
    def not_pinned(self) -> int:
        """How many reviews of the selection are not in the sample."""
        return len(self.chosen.reviews - self.sample.reviews)

    @property
    def most_pinned(self) -> int:
        return MOST_PINNED

    @property
    def is_too_many(self) -> bool:
        return len(self.chosen.reviews) > MOST_PINNED

    @property
    def themes(self) -> SafeString:
        return counted(self.listing.themes, self.asked.theme)

    @property
    def kinds(self) -> SafeString:
        return counted(self.listing.kinds, self.asked.kind)

    @property
    def agencies(self) -> SafeString:
        return counted(self.listing.agencies, self.asked.agency)

    @cached_property
    def reviews(self) -> SafeString:
        """What the filter for one review offers: the sample, and the one that is chosen."""
        found = {one.token: f"{one.title}, {one.reference}" for one in self.pinned if one.is_public}
        chosen = self.listing.review
        if chosen and self.asked.review not in found:
            rows = Review.objects.published().filter(pk=chosen)
            for title, reference in rows.values_list("title", "reference"):
                found[self.asked.review] = f"{title}, {reference}"
        return options(found.items(), self.asked.review)

    @property
    def refused(self) -> list[str]:
        return self.typed.all("refused")

    @property
    def made(self) -> list[str]:
        return self.typed.all("made")

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the form sends along of the panel's state, where no field of it is shown."""
        hidden = {"page", "support"}
        if not self.offers_source:
            hidden.add("source")
        if not self.listing.total:
            hidden.add("target")
        pairs = ((NAMES[name], getattr(self.asked, name)) for name in sorted(hidden))
        return [(name, value) for name, value in pairs if value]

    @property
    def offers_source(self) -> bool:
        """Whether the selection and the sample are two things to choose from."""
        return bool(self.sample.reviews) and not self.chosen.is_empty

    @property
    def opens_selection(self) -> bool:
        """What has to be seen to first stands open."""
        is_needed = not self.chosen.reviews and not self.asked.support
        return is_needed or self.asked.opened == SELECTION

    @property
    def opens_sample(self) -> bool:
        is_needed = bool(self.sample.gone) or not (self.sample.reviews or self.chosen.is_empty)
        return is_needed or self.asked.opened == SAMPLE

    @cached_property
    def groups(self) -> list[ShownGroup]:
        """This page's points by theme; none where words are looked for."""
        if self.listing.found or self.listing.problems:
            return []
        page = self.listing.gathered.page(self.listing.number)
        ids = [key for group in page for one in group.clusters for key in one.ids]
        shown = entries(self.snapshot, self.sample, ids)
        found = []
        for group in page:
            value = self.snapshot.terms.by_code.get(group.theme)
            clusters = [
                ShownCluster(
                    one.size,
                    [replace(shown[key], under=group.theme) for key in one.ids if key in shown],
                )
                for one in group.clusters
            ]
            label, slug = (value.label, value.slug) if value else ("Without a theme", "")
            found.append(ShownGroup(label, slug, group.total, group.count, clusters))
        return found

    @cached_property
    def matched(self) -> tuple[list[Entry], list[Entry]]:
        """This page's points with all the words that are looked for, and those close to it."""
        found = self.listing.found
        if found is None:
            return [], []
        page = found.page((self.listing.number - 1) * PAGE, PAGE)
        shown = entries(self.snapshot, self.sample, [*page.full, *page.near], found.concepts)
        full, near = ([shown[key] for key in ids if key in shown] for ids in (page.full, page.near))
        return full, near

    @property
    def worked_on(self) -> Use | None:
        """The statement that points are taken into, where it is one that is there."""
        return self.sample.numbers.get(self.asked.target)
