"""Whatever an address holds: a page that says what to do, never more than was asked for.

Always 200, 400 or 404; nothing listed while something is wrong; nothing of the input is markup.
"""

import re
from random import Random
from urllib.parse import quote, quote_from_bytes

import pytest
from django.test import Client
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reviews.filters import LONGEST_TEXT, MOST_VALUES
from tests import brute_force, pages, random_reviews
from tests.factories import make_review
from tests.random_reviews import make_bands, make_random_reviews

pytestmark = pytest.mark.django_db

HOSTILE = [
    "<script>alert(1)</script>",
    '"><xq yq=1>',
    "' onyq='1",
    '" autofocus onyq="1',
    "</title><xq>",
    "<!--",
    "{{ settings.SECRET_KEY }}{% load xq %}",
    "javascript:alert(1)",
    "1; DROP TABLE reviews_review; --",
    "' OR '1'='1",
    "\\'); SELECT pg_sleep(9); --",
    "%s%d%(x)s{0}",
    "../../etc/passwd",
    "\u202egnp.exe",
    "😀" * 30,
    "\r\nSet-Cookie: x=1",
    "a\u2028b",
    "\ufeff",
    "\x1f\x7f",
]
INVALID = {
    "theme": ["no-such", "Neglect", "neglect,supervision", "neglect;", "-", "1", *HOSTILE],
    "age": ["P4Y", "4", "1–5", "under1"],
    "harm": ["no-such"],
    "outcome": ["died", "Death"],
    "agency": ["CAMHS"],
    "type": ["SCR"],
    "partnership": ["None", "0", "Northmere Partnership"],
    "nation": ["ENGLAND", "uk", "England"],
    "year": ["23", "20233", "２０２３", "²²²²", "-202", "2,02", "202x", "+202", "0x7e"],
    "sex": ["male", "GIRL"],
    "report": ["no", "1", "true", "YES"],
    "illustrative": ["maybe", "1", "true", "NO", "out", "no,yes"],
    "incident_from": ["2023-13", "2023-02-30", "2023-00", "0000", "99", "1899", "2200", "tomorrow"],
    "incident_to": [
        "31/02/2020",
        "13/2020",
        "2020-6-31",
        "5 Foo 2020",
        "2020/2019",
        "²⁰²⁰",
        *HOSTILE,
    ],
    "added_after": [
        *("2026-13", "2026-02-30", "1899", "2200", "yesterday", "since 2020", "20261120"),
        *("2026-11-20T10:12:31", "2026-11-20T10:12Z", "2026-11-20T10:12:31+00:00"),
        *("2026-11-20T10:12:31 00:00", "2026-11-20T25:00:00Z", "2026-11-20T10:12:61Z"),
        *("2026-02-30T10:12:31Z", "2026-11-20T10:12:31.1234567Z", "2026-11-20T10:12:31.Z"),
        *("2026-11-20 10:12:31Z", "2026-11-20t10:12:31z", "1899-12-31T23:59:59Z"),
        *("2200-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "２０２６-11-20T10:12:31Z", "1795169551"),
        *HOSTILE,
    ],
    "sort": ["random", "NEWEST", "-title", *HOSTILE],
    "page": ["abc", "0", "-1", "1.5", "1e3", "²", "１", "9" * 40, "0x1", "1 2", *HOSTILE],
    "show": ["everything", "q", *HOSTILE],
    "q": ["x" * (LONGEST_TEXT + 1), "y " * 5000],
}
UNKNOWN = ["Theme", "theme[]", "themes", "id", "format", "__all__", "zebra_find", "utm", "Q"]
UNREADABLE = [
    "q=%00",
    "q=a%00b",
    "theme=%00",
    "theme_find=%00x",
    "%00=1",
    "q=\0",
    "theme_find=a\0b",
    "utm_source=%00",
    "q=%ff",
    "q=%C3%28",
    "theme=%ED%A0%80",
    "q=%ED%BF%BF",
    "q=%F4%90%80%80",
    "q=%C0%AF",
    "%ff=1",
    "q=\xff",
    "theme_find=\xc3",
]
VALID = {
    "theme": random_reviews.THEMES,
    "age": [slug for slug, _, _ in random_reviews.BANDS],
    "harm": random_reviews.HARMS,
    "outcome": random_reviews.OUTCOMES,
    "agency": random_reviews.AGENCIES,
    "type": random_reviews.TYPES,
    "partnership": ["northmere-partnership", "anonymous", "not-recorded"],
    "nation": random_reviews.NATIONS,
    "year": ["2019", "2020", "2021", "1066", "9999"],
    "sex": random_reviews.SEXES,
    "report": ["yes"],
    "illustrative": ["no", "yes"],
}
SINGLE = {
    "q": ["alder", "birch cedar", "alder  birch", "zebra"],
    "incident_from": ["2016", "2017-11", "2019-12-31"],
    "incident_to": ["2019", "2020-06", "2021-01-01"],
    "added_after": ["2019", "2021-03-28", "2021-10-31T01:29:59.5Z", "2022-06"],
    "sort": ["newest", "oldest", "title", "relevance"],
    "page": ["1", "2", "01", "7", "999999"],
    "show": ["theme", "report"],
}
HARMLESS = ["utm_source", "fbclid", "theme_find", "nation_find"]


@pytest.fixture
def collection():
    make_bands()
    make_random_reviews(Random(1), 30)
    return brute_force.Collection()


def get(client, query):
    """The list at a raw query string."""
    return client.get("/reviews/", QUERY_STRING=query)


def encode(pairs):
    return "&".join(f"{quote(name)}={quote(value)}" for name, value in pairs)


def check_page(response, given=""):
    """A whole page of ours, of whose markup nothing stems from the address."""
    assert response.status_code in (200, 400, 404), given
    assert not response.cookies, given
    tree = pages.read(response)
    assert tree.one("h1").text, given
    for element in tree.everything:
        assert element.tag in TAGS, (element.tag, given)
        assert all(map(ATTRIBUTE.fullmatch, element.attributes)), (element.attributes, given)
        address = element.get("href") or element.get("src") or "/"
        assert re.match(r"[/?#]|https?://|tel:|mailto:", address), (address, given)
    assert all("src" in script.attributes for script in tree.all("script")), given
    assert "\0" not in tree.raw, given
    return tree


# What our own pages are made of.
TAGS = frozenset(
    re.findall(
        r"\w+",
        """page html head meta title link script body header main aside section nav footer div p
        span b strong a ul ol li dl dt dd h1 h2 h3 form label input button details summary svg g
        path circle mark""",
    )
)
ATTRIBUTE = re.compile(
    "action|autocomplete|charset|checked|class|content|cx|cy|d|fill|focusable|for|form|hidden|href"
    "|id|lang|maxlength|media|method|name|open|placeholder|r|rel|role|src|start|stroke|stroke-width"
    "|tabindex|type|value|viewbox|aria-[a-z]+|data-[a-z-]+"
)


def counted(response):
    """The references of what is counted: what only comes close has a list of its own after it."""
    lists = pages.read(response).all("ol", class_="entries")
    marks = [mark for one in lists if one.get("start") for mark in one.all("span", class_="ref")]
    return [mark.text for mark in marks]


def nothing_listed(response):
    return pages.references(response) == [] and pages.total(response) == 0


class TestInvalid:
    @pytest.mark.parametrize("name", INVALID)
    def test_a_value_that_is_not_in_the_grammar(self, client, name):
        make_review(themes=["neglect"])
        for value in INVALID[name]:
            self.refuse(client, [("nation", "england"), (name, value), ("sex", "boy")])
        self.refuse(client, [(name, INVALID[name][0])])

    def test_a_name_that_is_not_in_the_grammar(self, client):
        make_review(themes=["neglect"])
        for name in (*UNKNOWN, *HOSTILE):
            self.refuse(client, [(name, "1"), ("theme", "neglect")])
        self.refuse(client, [("theme", "neglect"), ("foo", "")])

    def refuse(self, client, pairs):
        response = get(client, encode(pairs))
        assert response.status_code == 400, pairs
        tree = check_page(response, pairs)
        assert nothing_listed(response), pairs
        assert pages.heading(response) == "No results yet"
        problems = tree.one("div", class_="problem").all("li")
        assert len(problems) == 1, pairs
        assert len(problems[0].text) < 220, pairs
        target = problems[0].one("a")["href"].removeprefix("#")
        assert tree.one(id=target), "the link to what mends it"

    @pytest.mark.parametrize(
        "query",
        [
            "q=a&q=b",
            "page=1&page=2",
            "sort=title&sort=newest",
            "incident_from=2019&incident_from=2020",
            "added_after=2019&added_after=2020",
            "incident_from=2021&incident_to=2020",
            "show=theme&show=age",
            "theme=neglect&theme=no-such",
            "theme=" + "&theme=".join(f"t{n}" for n in range(MOST_VALUES + 1)),
        ],
    )
    def test_values_that_do_not_go_together(self, client, query):
        make_review(themes=["neglect"])
        response = get(client, query)
        assert response.status_code == 400
        assert nothing_listed(response)
        assert len(check_page(response).one("div", class_="problem").all("li")) == 1

    def test_every_problem_is_named_with_its_filter(self, client):
        make_review()
        response = get(client, "theme=a&theme=b&incident_from=x&page=x&foo=1")
        found = pages.read(response).one("div", class_="problem").all("li")
        assert [problem.text for problem in found] == [
            "Theme: “a” is not in the list. Choose from the list.",
            "Theme: “b” is not in the list. Choose from the list.",
            found[2].text,
            "Page: A page is a whole number from 1, such as page=2.",
            "“foo” is not a filter of this page. Take it out.",
        ]
        assert found[2].text.startswith("Incident from: “x” is not a date. Write a year (2020)")

    def test_what_is_valid_beside_it_is_kept_to_be_mended(self, client):
        make_review(themes=["neglect"])
        response = get(client, "theme=neglect&incident_from=x&q=child")
        assert pages.options(response, "theme")["neglect"][1]
        tree = pages.read(response)
        assert tree.one("input", id="incident_from")["value"] == "x"
        assert tree.one("input", id="q")["value"] == "child"

    def test_what_no_text_can_hold(self, client):
        make_review()
        for query in UNREADABLE:
            response = get(client, query)
            assert response.status_code == 400, query
            assert "address" in check_page(response, query).one("p", class_="lede").text, query
            assert pages.references(response) == []

    @pytest.mark.parametrize("query", ["a=1&" * 1001, "theme=x&" * 1001, "q=" + "x" * 40_000])
    def test_too_much(self, client, query):
        make_review()
        response = get(client, query)
        assert response.status_code == 400
        check_page(response)
        assert pages.references(response) == []


class TestHarmless:
    """What changes nothing: empty, repeated and foreign parameters, and odd ways of writing."""

    @pytest.mark.parametrize(
        "query",
        [
            "q=&theme=&incident_from=&added_after=&page=&sort=",
            "theme=&theme=&theme=",
            "nation=england&nation=england",
            "nation=%20england%20",
            "nation=%65ngland",
            "nation=england&utm_source=<x>&fbclid=1&gclid=2",
            "nation=england&&&",
            "nation=england&theme_find=<xq>&agency_find=%25",
            "q=%20%20%20&page=1",
            "page=001",
            "sort=relevance",
            "sort=newest&sort=newest",
        ],
    )
    def test_the_list_is_whole(self, client, query):
        make_review()
        response = get(client, query)
        assert response.status_code == 200
        check_page(response, query)
        assert pages.heading(response) == "1 review"

    def test_words_are_only_words(self, client):
        review = make_review(title="Child A")
        for text in (*HOSTILE, "the", "!!!", "a & b | !c <-> d", "'", ":*", "%%", "\\", "or", "-"):
            response = get(client, encode([("q", text)]))
            assert response.status_code == 200, text
            tree = check_page(response, text)
            assert tree.one("input", id="q")["value"].split() == text.split()
            assert pages.references(response) in ([], [review.reference]), text

    def test_words_to_find_a_value_are_only_words(self, client):
        for number in range(10):
            make_review(themes=[f"theme-{number}"], agencies=[f"agency-{number}"])
        for text in HOSTILE:
            response = get(client, encode([("theme_find", text), ("agency_find", text)]))
            assert response.status_code == 200, text
            check_page(response, text)
            assert pages.heading(response) == "10 reviews", text

    def test_broken_percent_signs_are_text(self, client):
        make_review(title="Half 50% done")
        response = get(client, "q=50%25%20%zz%2")
        assert response.status_code == 200
        assert check_page(response).one("input", id="q")["value"] == "50% %zz%2"


class TestPaths:
    PATHS = (
        "/reviews/XX-1/",
        "/reviews/CR-2023-1/",
        "/reviews/cr-2023-0001/x/",
        "/reviews/cr-2023-0001/",
        "/reviews/CR-2023-0001/../",
        "/reviews/CR-2023-0001//",
        "/reviews//CR-2023-0001/",
        "/reviews/CR-2023-0001/%0A",
        "/reviews/CR-2023-0001%0A/",
        "/reviews/CR-2023-0001%00/",
        "/reviews/%00/",
        "/reviews/CR-２０２３-0001/",
        "/reviews/CR-2023-" + "9" * 5000 + "/",
        "/reviews/%FF/",
        "/reviews/%ED%A0%80/",
        "/reviews/%zz/",
        "/reviews/%",
        "/reviews/<script>/",
        "/reviews/%3Cxq%20yq%3E/",
        "/reviews/added/" + "1" * 5000 + "/",
        "/" + "a" * 8000,
        "/%2e%2e/%2e%2e/etc/passwd",
        "/reviews//evil.example/",
        "/reviews/added/2023/05/%00",
        "/sitemap-%00.xml",
        "/sitemap-<xq>.xml",
        "/static/%00",
        "/static/../manage.py",
    )

    def test_nothing_is_there(self, client):
        make_review(reference="CR-2023-0001")
        for path in self.PATHS:
            response = client.get(path)
            assert response.status_code in (400, 404), path
            check_page(response, path)

    def test_a_missing_slash_is_added(self, client):
        make_review(reference="CR-2023-0001")
        response = client.get("/reviews/CR-2023-0001")
        assert (response.status_code, response["Location"]) == (301, "/reviews/CR-2023-0001/")

    @settings(max_examples=40, deadline=None)
    @given(data=st.data())
    def test_any_path(self, data):
        raw = data.draw(st.binary(max_size=40))
        start = data.draw(st.sampled_from(["/", "/reviews/", "/reviews/added/", "/reviews/CR-2"]))
        response = Client().get(start + quote_from_bytes(raw, safe="/%<>"), follow=True)
        check_page(response, raw)


class TestHost:
    HOSTS = (
        "evil.example",
        "localhost.evil.example",
        "localhost:80@evil.example",
        "localhost:abc",
        "localhost/x",
        "local host",
        "<xq>",
        '"><xq>',
        "",
        "[::1",
        "localhost\r\nX-Injected: 1",
        "localhost\0",
        "a" * 3000,
        "ⅼocalhost",
    )

    @pytest.mark.parametrize("path", ["/", "/reviews/", "/nowhere/", "/reviews/?theme=zzz"])
    def test_any_other_host_is_refused(self, path):
        for host in self.HOSTS:
            response = Client().get(path, HTTP_HOST=host.encode().decode("latin-1"))
            assert response.status_code == 400, host
            check_page(response, host)
            assert "evil" not in response.content.decode(), host
            assert "X-Injected" not in response, host

    @pytest.mark.parametrize(
        "name", ["X-Forwarded-Host", "X-Host", "Forwarded", "X-Original-URL", "X-Forwarded-Proto"]
    )
    def test_no_other_header_says_where_we_are(self, name):
        make_review()
        plain = Client().get("/reviews/").content
        answer = Client().get("/reviews/", headers={name: "evil.example"}).content
        assert answer == plain


VALID_PAIRS = st.sampled_from([(name, v) for name, values in VALID.items() for v in values])
INVALID_PAIRS = st.sampled_from([(name, v) for name, values in INVALID.items() for v in values])
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@st.composite
def grammars(draw):
    """Parameters in any order: most are valid, some are not; and whether all of them are."""
    singles = draw(st.lists(st.sampled_from(list(SINGLE)), max_size=3, unique=True))
    pairs = [(name, draw(st.sampled_from(SINGLE[name]))) for name in singles]
    pairs += draw(st.lists(VALID_PAIRS, max_size=4))
    pairs += [
        (name, draw(ANY_TEXT)) for name in draw(st.lists(st.sampled_from(HARMLESS), max_size=1))
    ]
    wrong = draw(st.lists(INVALID_PAIRS, max_size=2)) if draw(st.integers(0, 2)) == 0 else []
    return draw(st.permutations(pairs + wrong)), not wrong


def asked_for(pairs):
    """The valid part of a query as brute force reads it."""
    selection = {}
    for name, value in pairs:
        if name in VALID:
            selection.setdefault(name, []).append(value)
        elif name == "q":
            selection["words"] = value.split()
        elif name.startswith("incident_") or name == "added_after":
            selection[name] = value
    return selection


def test_never_more_than_was_asked_for(client, collection):
    @settings(max_examples=80, deadline=None)
    @given(grammars())
    @example(([("incident_from", "2021"), ("incident_to", "2019")], False))
    @example(([("page", "999999")], True))
    def check(grammar):
        pairs, is_valid = grammar
        response = get(client, encode(pairs))
        check_page(response, pairs)
        if not is_valid or _is_backwards(pairs):
            assert response.status_code == 400
            assert nothing_listed(response)
            return
        expected = collection.matching(asked_for(pairs))
        number = int(dict(pairs).get("page", 1))
        near = number > 1 and response.status_code == 200 and "q" in dict(pairs)
        there = number == 1 or (number - 1) * 20 < len(expected) or near
        assert response.status_code == (200 if there else 404)
        shown = counted(response)
        named = {collection.facts[pk].review.reference for pk in expected}
        assert set(shown) <= named
        left = max(0, len(expected) - (number - 1) * 20)
        assert len(shown) == (min(20, left) if there else 0)
        if there:
            assert pages.total(response) == len(expected)

    check()


def test_any_names_and_any_values(client, collection):
    names = st.sampled_from([*VALID, *SINGLE, *HARMLESS]) | ANY_TEXT
    values = ANY_TEXT | st.sampled_from(HOSTILE) | st.integers().map(str)
    everything = len(collection.facts)

    @settings(max_examples=80, deadline=None)
    @given(st.lists(st.tuples(names, values), min_size=1, max_size=5))
    def check(pairs):
        response = get(client, encode(pairs))
        check_page(response, pairs)
        assert pages.total(response) <= everything
        given = [name for name, value in pairs if value.strip() and name in VALID]
        if response.status_code == 200 and given:
            assert pages.total(response) <= len(collection.matching(asked_for(pairs)))

    check()


def test_any_bytes(client, collection):
    @settings(max_examples=50, deadline=None)
    @given(st.lists(st.binary(max_size=12) | st.sampled_from([b"theme=", b"&", b"%", b"q="])))
    @example([b"q=\x00"])
    @example([b"theme_find=\xff"])
    @example([b"q=%"])
    def check(parts):
        raw = b"".join(parts).decode("latin-1")
        check_page(get(client, raw), raw)

    check()


def _is_backwards(pairs):
    found = dict(pairs)
    start, end = found.get("incident_from"), found.get("incident_to")
    return bool(start and end and start[:4] > end[:4])
