"""Reading pages in tests: a small tree of elements, and what the public pages show."""

import gzip
import re
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Element:
    """An element with its attributes and what it holds: elements and texts."""

    def __init__(self, tag, attributes=(), parent=None):
        self.tag, self.attributes, self.parent = tag, dict(attributes), parent
        self.content = []

    def __getitem__(self, name):
        return self.attributes[name]

    def get(self, name):
        return self.attributes.get(name)

    @property
    def text(self):
        """All text inside, in one line."""
        return re.sub(r"\s+", " ", self.raw).strip()

    @property
    def raw(self):
        """All text inside as it stands."""
        return "".join(part if isinstance(part, str) else part.raw for part in self.content)

    @property
    def everything(self):
        """This element and all inside it, in the order of the page."""
        yield self
        for part in self.content:
            if isinstance(part, Element):
                yield from part.everything

    def all(self, tag=None, **attributes):
        """The elements inside of a kind: `all("li", class_="entry", id=None)`."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [one for one in self.everything if one is not self and one._is(tag, wanted)]

    def one(self, tag=None, **attributes):
        """The only such element."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} of {tag} {attributes}"
        return found[0]

    def _is(self, tag, wanted):
        if tag not in (None, self.tag):
            return False
        for name, value in wanted.items():
            held = self.get(name)
            if name == "class" and value is not None:
                held = value if value in (held or "").split() else held
            if held != value:
                return False
        return True


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.root = self.place = Element("page")

    def handle_starttag(self, tag, attrs):
        element = Element(tag, attrs, self.place)
        self.place.content.append(element)
        if tag not in VOID:
            self.place = element

    def handle_endtag(self, tag):
        assert self.place.tag == tag, f"</{tag}> closes <{self.place.tag}>"
        self.place = self.place.parent

    def handle_data(self, data):
        self.place.content.append(data)


def body(response):
    """The bytes of a page, decompressed where they were sent compressed."""
    packed = response.get("Content-Encoding") == "gzip"
    return gzip.decompress(response.content) if packed else response.content


def read(response):
    """The tree of a page. Every element that is opened has to be closed, in order."""
    reader = _Reader()
    reader.feed(body(response).decode())
    reader.close()
    assert reader.place is reader.root, f"<{reader.place.tag}> is not closed"
    return reader.root


def references(response):
    """The references of the reviews listed, in order."""
    lists = read(response).all("ol", class_="entries")
    return [mark.text for entries in lists for mark in entries.all("span", class_="ref")]


def heading(response):
    """The count that heads the results."""
    return read(response).one("h2", id="count").text


def total(response):
    """How many reviews the page says there are."""
    number = re.match(r"\d+", heading(response))
    return int(number[0]) if number else 0


def options(response, facet):
    """What a facet shows: {value: (count, whether it is chosen)}."""
    found = read(response).one("details", id=f"facet-{facet}").all("label", class_="opt")
    return {
        label.one("input")["value"]: (
            int(re.match(r"\d+", label.one("span", class_="n").text)[0]),
            "checked" in label.one("input").attributes,
        )
        for label in found
    }


def chips(response):
    """What the page says is in use: {label and value: the address without it}."""
    lists = read(response).all("ul", class_="chips")
    links = [link for chips in lists for link in chips.all("a") if link.get("class") != "clear"]
    return {
        link.text.removesuffix(" (remove)").removesuffix("(remove)"): link["href"] for link in links
    }


def parameters(address):
    """The parameters of an address as sorted pairs."""
    return sorted(parse_qsl(urlsplit(address).query, keep_blank_values=True))
