"""Word files for tests, written by hand: small, and wrong in the ways that files are wrong."""

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    '+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>'
)
STYLES = (
    f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="H2">'
    '<w:name w:val="heading 2"/></w:style></w:styles>'
)
NUMBERING = (
    f'<w:numbering xmlns:w="{W}">'
    + "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0">'
        f'<w:numFmt w:val="{form}"/></w:lvl></w:abstractNum>'
        for number, form in ((1, "bullet"), (2, "decimal"))
    )
    + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in (1, 2)
    )
    + "</w:numbering>"
)


def paragraph(text, style="", numbered=0):
    """A paragraph in one run; `numbered` 1 is an item with a bullet, 2 with a number."""
    form = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered:
        form += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbered}"/></w:numPr>'
    return f"<w:p><w:pPr>{form}</w:pPr>{run(text)}</w:p>"


def run(text, bold=False):
    form = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{form}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def make_word(*body, addresses=(), **parts):
    """A .docx. Addresses are of hyperlinks with the ids link1, link2, ...; parts replace files."""
    related = "".join(
        f'<Relationship Id="link{number}" Type="{R}/hyperlink" Target="{escape(address)}"'
        ' TargetMode="External"/>'
        for number, address in enumerate(addresses, start=1)
    )
    for name in ("styles", "numbering"):
        related += f'<Relationship Id="{name}" Type="{R}/{name}" Target="{name}.xml"/>'
    files = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relationships(
            f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": relationships(related),
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/document.xml": document("".join(body)),
    }
    return make_zip(files | parts)


def document(body):
    return f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'


def relationships(inner):
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def hyperlink(text, number=1):
    return f'<w:p><w:hyperlink r:id="link{number}">{run(text)}</w:hyperlink></w:p>'


def make_zip(files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, packing)
    return packed.getvalue()
