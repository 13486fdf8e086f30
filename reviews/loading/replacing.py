"""A record that changed takes the place of what was loaded before.

The review keeps its key, and so does each point that has the same text or, failing that, the
same place: their addresses stay. A document with the same link (or the same label, where there
is none) keeps what is known of its file.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from itertools import product

from django.db import connection
from django.db.models import F

from reviews.choices import PointKind
from reviews.loading.names import NamedPoint, NamedReview
from reviews.loading.rows import Rows, hosting_values, reserve_keys, review_values
from reviews.models import Child, Document, Point, Review

_AWAY = 10_000  # more than any order, so that rows can change places one after the other


def replace(reviews: dict[int, NamedReview], rows: Rows, now: datetime) -> None:
    """Bring these reviews (by key) in line with their records; what is new goes to `rows`."""
    if not reviews:
        return
    _update_reviews(reviews, now)
    remove_facts(reviews)
    for key, review in reviews.items():
        rows.add_facts(key, review)
    replace_points(reviews, rows)
    _replace_documents(reviews, rows)


def matched(
    old: Iterable[tuple[int, int, str]], new: Iterable[tuple[int, str]]
) -> tuple[dict[int, int], set[int]]:
    """Which new order takes over which old key, by text first and then by order; and the rest.

    Old is (key, order, text), new (order, text).
    """
    left = {key: (order, text) for key, order, text in old}
    wanted = dict(new)
    found: dict[int, int] = {}
    for same in (lambda order, text: text, lambda order, text: order):
        keys = defaultdict(list)
        for key, values in left.items():
            keys[same(*values)].append(key)
        for order in sorted(wanted.keys() - found.keys()):
            if candidates := keys[same(order, wanted[order])]:
                found[order] = candidates.pop(0)
                del left[found[order]]
    return found, set(left)


def _as_known(
    old: Iterable[tuple[int, int, str]],
    kind: str,
    points: Mapping[int, NamedPoint],
    known: Mapping[tuple[str, int], int],
) -> tuple[dict[int, int], set[int]]:
    """Which order has which old key, and the keys that are left; as `matched`."""
    keys = {key for key, _, _ in old}
    kept = {order: known[kind, order] for order in points if known.get((kind, order)) in keys}
    return kept, keys - set(kept.values())


def _update_reviews(reviews: dict[int, NamedReview], now: datetime) -> None:
    values = {key: review_values(review) for key, review in reviews.items()}
    changes = ", ".join(f"{column} = %({column})s" for column in next(iter(values.values())))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE reviews_review SET {changes}, corrected_by_id = NULL,"
            " corrected_at = greatest(%(now)s, released_at) WHERE id = %(id)s",
            [{**columns, "id": key, "now": now} for key, columns in values.items()],
        )


def remove_facts(reviews: Collection[int]) -> None:
    """Everything that is written anew: children, and which terms the review and its points have."""
    Child.objects.filter(review__in=reviews).delete()
    for of_review in (Review.harms.through, Review.themes.through, Review.agencies.through):
        of_review._default_manager.filter(review__in=reviews).delete()
    for of_point in (Point.themes.through, Point.agencies.through):
        of_point._default_manager.filter(point__review__in=reviews).delete()


def replace_points(
    reviews: dict[int, NamedReview],
    rows: Rows,
    known: Mapping[tuple[str, int], int] | None = None,
) -> None:
    """The points of these reviews. Which row a point of a kind and order is may be `known`.

    What is not known then is new; where nothing is said, rows are found by text and order.
    """
    old = defaultdict(list)
    columns = ("pk", "order", "text", "review_id", "kind")
    for *values, key, kind in Point.objects.filter(review__in=reviews).values_list(*columns):
        old[key, kind].append(values)
    changed: dict[int, NamedPoint] = {}
    new, gone = [], set()
    for key, kind in product(reviews, PointKind.values):
        points = {point.order: point for point in reviews[key].points if point.kind == kind}
        if known is None:
            kept, left = matched(old[key, kind], ((p.order, p.text) for p in points.values()))
        else:
            kept, left = _as_known(old[key, kind], kind, points, known)
        changed |= {kept[order]: points[order] for order in kept}
        new += [(key, point) for order, point in points.items() if order not in kept]
        gone |= left
    Point.objects.filter(pk__in=gone).delete()
    _update_points(changed)
    for point_key, point in changed.items():
        rows.add_terms_of_point(point_key, point)
    for point_key, (key, point) in zip(reserve_keys("reviews_point", len(new)), new, strict=True):
        rows.add_point(point_key, key, point)


def _update_points(points: dict[int, NamedPoint]) -> None:
    Point.objects.filter(pk__in=points).update(order=F("order") + _AWAY)
    with connection.cursor() as cursor:
        cursor.executemany(
            'UPDATE reviews_point SET "order" = %s, text = %s WHERE id = %s',
            [(point.order, point.text, key) for key, point in points.items()],
        )


def _replace_documents(reviews: dict[int, NamedReview], rows: Rows) -> None:
    old = defaultdict(list)
    columns = ("pk", "url", "label", "review_id")
    for pk, url, label, key in Document.objects.filter(review__in=reviews).values_list(*columns):
        # No place counts as the same: another document must not inherit a file.
        old[key].append((pk, 0, url or label))
    changed: dict[int, tuple[NamedReview, int]] = {}
    gone = set()
    for key, review in reviews.items():
        new = {order: d.url or d.label for order, d in enumerate(review.record.documents, start=1)}
        kept, left = matched(old[key], new.items())
        gone |= left
        changed |= {kept[order]: (review, order) for order in kept}
        for order in new.keys() - kept.keys():
            rows.add_document(key, review, order)
    Document.objects.filter(pk__in=gone).delete()
    _update_documents(changed)
    _update_permissions(changed, rows.now)


def _update_documents(documents: dict[int, tuple[NamedReview, int]]) -> None:
    Document.objects.filter(pk__in=documents).update(order=F("order") + _AWAY)
    with connection.cursor() as cursor:
        cursor.executemany(
            'UPDATE reviews_document SET "order" = %s, label = %s, kind_id = %s WHERE id = %s',
            [
                (order, review.record.documents[order - 1].label, review.kinds[order - 1], key)
                for key, (review, order) in documents.items()
            ],
        )


def _update_permissions(documents: dict[int, tuple[NamedReview, int]], now: datetime) -> None:
    """A permission that the record gives. Where it gives none, what editors recorded stays."""
    given = {key: named.record.documents[order - 1] for key, (named, order) in documents.items()}
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE reviews_document SET permission = %s, permitted_on = %s, licence = %s,"
            " fetch_due_at = CASE WHEN fetched_at IS NULL THEN coalesce(fetch_due_at, %s)"
            " ELSE fetch_due_at END WHERE id = %s",
            [
                (*hosting_values(document, now), key)
                for key, document in given.items()
                if document.permission
            ],
        )
