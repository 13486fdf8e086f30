"""Random collections: reviews with every kind of gap, drawn from a seeded generator."""

from datetime import datetime

from django.utils import timezone

from reviews import entries
from reviews.ages import Age
from reviews.dates import PartialDate
from reviews.models import (
    AgeBand,
    Agency,
    AuditEntry,
    Child,
    Document,
    DocumentKind,
    Harm,
    Outcome,
    Point,
    Review,
    ReviewType,
    Theme,
)
from reviews.models.child import years_of
from tests.factories import make_partnership, make_term

THEMES = ["neglect", "supervision", "safer-sleep", "think-family", "thresholds-and-referrals"]
AGENCIES = ["police", "housing", "midwifery", "school-nursing"]
HARMS = ["drowning", "suicide", "neglect", "dog-attack"]
OUTCOMES = ["death", "serious-harm", "other", "not-stated"]
TYPES = ["rapid-review", "serious-case-review", "child-practice-review", "not-stated"]
NATIONS = ["england", "wales", "scotland", "northern-ireland", "jersey", "not-recorded"]
PARTNERSHIPS = ["Northmere Partnership", "Eastvale Board", "Westhythe Partnership"]
BANDS = [
    ("unborn", None, None),
    ("under-1", 0, 0),
    ("1-5", 1, 5),
    ("6-10", 6, 10),
    ("11-15", 11, 15),
    ("16-17", 16, 17),
    ("18-and-over", 18, None),
    ("not-stated", None, None),
]
AGES = ["unborn", "P8D", "P5M", "P1Y", "P4Y8M", "P3Y/P7Y", "P10Y11M", "P14Y", "P15Y/P19Y", None]
SEXES = ["girl", "boy", "other", "not-stated"]
# Words that the stemmer leaves alone, so that a word matches itself and nothing else.
WORDS = ["alder", "birch", "cedar", "holm", "kelp", "lark", "moss", "quartz"]
VOCABULARIES = {
    Theme: THEMES,
    Agency: AGENCIES,
    Harm: HARMS,
    Outcome: OUTCOMES,
    ReviewType: TYPES,
}
MODELS = {"themes": Theme, "agencies": Agency, "harms": Harm}
INCIDENTS = ["2015", "2016-03", "2017-11-30", "2018/2020", "2019-12-31", "2020-01-01", "2021", None]

RELEASES = [
    "2019-06-01T00:00:00.000000+01:00",
    "2020-02-29T23:59:59.999999+00:00",
    "2021-03-28T01:59:59.999999+01:00",
    "2021-03-28T01:00:00.000000+00:00",
    "2021-10-31T01:30:00.000001+01:00",
    "2021-10-31T01:30:00.000000+00:00",
    "2021-12-31T23:59:59.999999+00:00",
    "2022-01-01T00:00:00.000000+00:00",
    "2022-07-01T00:00:00.000000+01:00",
    "2023-05-31T23:30:00.000000+00:00",
]


def make_bands():
    """The project's age bands."""
    for order, (slug, least, most) in enumerate(BANDS):
        make_term(AgeBand, slug, order=order, min_years=least, max_years=most)


def make_random_reviews(random, count):
    """So many random reviews in few statements: of eight, six are published, one is withdrawn."""
    terms = {model: _terms(model, slugs) for model, slugs in VOCABULARIES.items()}
    boards = [make_partnership(name, aliases=[f"{name[:4]} board"]) for name in PARTNERSHIPS]
    reviews = Review.objects.bulk_create(
        _review(random, number, terms, boards) for number in range(1, count + 1)
    )
    for review in reviews:
        review.wanted = {kind: some(random, terms[MODELS[kind]]) for kind in MODELS}
    for kind in MODELS:
        _link(Review, kind, {review: review.wanted[kind] for review in reviews})
    _add_children(random, reviews)
    _add_documents(random, reviews)
    _add_points(random, reviews, terms)
    _release(random, reviews)
    entries.write([review.pk for review in reviews], entries.raise_version())
    return reviews


def _review(random, number, terms, boards):
    publisher = random.choice([*boards, "anonymous", None])
    illustrative = random.random() < 0.3
    added = f"{random.randint(2019, 2023)}-{random.randint(1, 12):02}"
    incident = random.choice(INCIDENTS)
    review = Review(
        reference=f"{'EX' if illustrative else 'CR'}-{added[:4]}-{number:04}",
        illustrative=illustrative,
        title=f"{random.choice(['Child', 'Éabha', 'baby'])} {random.choice('ABCab')}",
        headline=random.choice(["", random.choice(WORDS)]),
        summary=" ".join(random.sample(WORDS, random.randint(1, 4))),
        type=random.choice(terms[ReviewType]),
        outcome=random.choice(terms[Outcome]),
        nation=random.choice(NATIONS),
        added=PartialDate(added),
        incident=incident and PartialDate(incident),
        anonymous=publisher == "anonymous",
        partnership=publisher if publisher in boards else None,
        state=random.choice(["published"] * 6 + ["draft", "withdrawn"]),
    )
    if review.incident:
        review.incident_earliest = review.incident.earliest
        review.incident_latest = review.incident.latest
    review.released_at = None if review.state == "draft" else timezone.now()
    review.withdrawn_at = timezone.now() if review.state == "withdrawn" else None
    return review


def _add_children(random, reviews):
    children = [
        Child(review=review, order=order, age=age and Age(age), sex=random.choice(SEXES))
        for review in reviews
        for order, age in enumerate(random.choices(AGES, k=random.randint(0, 3)), start=1)
    ]
    for child in children:
        child.min_years, child.max_years = years_of(child.age)
    Child.objects.bulk_create(children)


def _add_documents(random, reviews):
    kind = make_term(DocumentKind, "overview-report")
    urls = ["", "https://example.org/report"]
    Document.objects.bulk_create(
        Document(review=review, order=1, label="Report", kind=kind, url=random.choice(urls))
        for review in reviews
        if random.random() < 0.7
    )


def _add_points(random, reviews, terms):
    points = Point.objects.bulk_create(
        Point(review=review, kind=kind, order=order, text=f"Ask. {random.choice(['', *WORDS])}")
        for review in reviews
        for kind, most in (("learning", 4), ("recommendation", 3))
        for order in range(1, random.randint(1, most))
    )
    _link(Point, "themes", {point: some(random, terms[Theme], 2) for point in points})
    _link(Point, "agencies", {point: some(random, terms[Agency], 1) for point in points})


def _release(random, reviews):
    """Some came in a file, whatever their month says; most were public before this test began."""
    released = [review for review in reviews if review.released_at]
    for review in released:
        if random.random() < 0.8:
            review.released_at = datetime.fromisoformat(random.choice(RELEASES))
    Review.objects.bulk_update(released, ["released_at"])
    loaded = [review for review in released if random.random() < 0.5]
    AuditEntry.objects.bulk_create(AuditEntry(review=review, verb="loaded") for review in loaded)


def _link(model, kind, wanted):
    field = model._meta.get_field(kind)
    ours, theirs = field.m2m_field_name(), field.m2m_reverse_field_name()
    field.remote_field.through.objects.bulk_create(
        field.remote_field.through(**{ours: one, theirs: term})
        for one, terms in wanted.items()
        for term in terms
    )


def _terms(model, slugs):
    return [make_term(model, slug) for slug in slugs]


def some(random, values, most=3):
    return random.sample(values, random.randint(0, min(most, len(values))))
