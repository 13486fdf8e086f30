"""PDFs for tests, written by hand: small, and wrong in the ways that files are wrong."""

import hashlib
import zlib

LINE = b"BT /F1 11 Tf 50 %d Td (%s) Tj ET\n"


def make_pdf(*pages, extra=(), pack=None, title=""):
    """A PDF with one page for each text; lines of a text are lines of the page."""
    objects = [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for text in pages:
        content = b"".join(
            LINE % (780 - 14 * number, _escaped(line))
            for number, line in enumerate(text.split("\n"))
        )
        objects.append(stream(pack(content), b"/Filter /FlateDecode") if pack else stream(content))
        objects.append(
            b"<< /Type /Page /Parent PARENT 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 1 0 R >> >> >>" % len(objects)
        )
        kids.append(len(objects))
    objects += extra
    info = b""
    if title:
        objects.append(b"<< /Title (%s) >>" % _escaped(title))
        info = b"/Info %d 0 R" % len(objects)
    parent = len(objects) + 1
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects = [each.replace(b"PARENT", b"%d" % parent) for each in objects]
    objects.append(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (listed, len(kids)))
    objects.append(b"<< /Type /Catalog /Pages %d 0 R >>" % parent)
    return _file(objects, info)


def stream(content, dictionary=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), dictionary, content)


def _escaped(line):
    plain = line.encode("latin-1")
    return plain.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects, trailer=b""):
    found = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(found))
        found += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return found + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root %d 0 R %s >>\n"
        b"startxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, len(objects), trailer, len(found))
    )


def picture_pdf(pages=2):
    """Pages without a letter, as a scanner makes them."""
    return make_pdf(*[""] * pages)


def encrypted_pdf():
    """Opens only with a password: the standard handler, revision 2, with a wrong key for none."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"ab" * 32, b"cd" * 32),
    ]
    name = hashlib.md5(b"tests", usedforsecurity=False).hexdigest().encode()
    objects.append(objects.pop(0))  # the catalogue is the last
    objects = [
        objects[0].replace(b"3 0 R", b"2 0 R"),
        objects[1].replace(b"2 0 R", b"1 0 R"),
        objects[2],
        objects[3].replace(b"2 0 R", b"1 0 R"),
    ]
    return _file(objects, b"/Encrypt 3 0 R /ID [<%s> <%s>]" % (name, name))


def swelling_pdf(megabytes=4000):
    """A bomb: a few megabytes whose one page unpacks, twice over, to thousands."""
    packer = zlib.compressobj(9)
    begin = packer.compress(b"\n" * 1024**2) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(b"\n" * 1024**2) + packer.flush(zlib.Z_FULL_FLUSH)
    twice = zlib.compress(begin + again * (megabytes - 1) + packer.flush(), 9)
    content = stream(twice, b"/Filter [/FlateDecode /FlateDecode]")
    whole = make_pdf("A page")
    return _with_content(whole, content)


def endless_pdf():
    """A bomb: a form that draws other forms, eight deep, ten times each."""
    forms = []
    first = 4  # after the font, one page's content and the page
    for depth in range(9):
        inner = b"/X Do " * 30 if depth < 8 else b"BT /F1 9 Tf (words) Tj ET "
        named = b"/XObject << /X %d 0 R >>" % (first + depth + 1) if depth < 8 else b""
        dictionary = (
            b"/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
            b" /Resources << /Font << /F1 1 0 R >> %s >>" % named
        )
        forms.append(stream(inner, dictionary))
    whole = make_pdf("", extra=forms)
    whole = whole.replace(
        b"/Resources << /Font << /F1 1 0 R >> >> >>",
        b"/Resources << /XObject << /X %d 0 R >> >> >>" % first,
        1,
    )
    return _with_content(whole, stream(b"/X Do " * 30))


def nested_pdf(depth=200_000):
    """A catalogue nested deeper than any program should follow."""
    return make_pdf("A page", extra=[b"[" * depth + b"]" * depth])


def crowded_pdf(pages=2_000_000):
    """Says that it has two million pages."""
    whole = make_pdf("A page")
    return whole.replace(b"/Count 1 ", b"/Count %d " % pages)


def _with_content(whole, content):
    """The same file with another content for its one page. Readers mend the table of objects."""
    start = whole.index(b"2 0 obj\n") + len(b"2 0 obj\n")
    return whole[:start] + content + whole[whole.index(b"\nendobj", start) :]
