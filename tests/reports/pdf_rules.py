"""What must hold of every PDF we make, and where it does not; a fault is one line of text.

The numbers are those of the Matterhorn Protocol 1.1, which lists how a file can break PDF/UA-1;
rules without one are ours.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import page as fast_validation
import pikepdf

from tests.reports.content_stream import letters
from tests.reports.story_rules import Written, story_faults
from tests.reports.structure import Structure, structure
from tests.reports.structure_rules import is_language, structure_faults

_PROFILES = ("ua1", "2a")
_NO_TITLE = re.compile(r"\b(?:untitled|naamloos|unspecified)\b|\.\w{3,4}$", re.IGNORECASE)
_NO_LETTER = ("\0", "\ufeff", "\ufffe")
_NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
_SAME = {
    "/Title": "dc:title",
    "/Author": "dc:creator",
    "/Subject": "dc:description",
    "/Creator": "xmp:CreatorTool",
    "/Producer": "pdf:Producer",
    "/CreationDate": "xmp:CreateDate",
    "/ModDate": "xmp:ModifyDate",
}


def faults(pdf: bytes, document: Written | None = None) -> tuple[str, ...]:
    """Every fault of a PDF; empty when it is sound.

    With the document it was made from, also what it should say and does not.
    """
    return (*our_faults(pdf, document), *validation_faults(pdf))


def our_faults(pdf: bytes, document: Written | None = None) -> tuple[str, ...]:
    """The faults that we look for ourselves, which are more about meaning than about form."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = structure(opened)
        file = (
            *_catalog(opened),
            *_metadata(opened),
            *_colours(opened),
            *_fonts(opened),
            *_links(opened, found),
        )
        story = () if document is None else tuple(story_faults(found, document))
        return (*file, *structure_faults(found), *story)


def validation_faults(pdf: bytes) -> tuple[str, ...]:
    """The rules of PDF/UA-1 and PDF/A-2a that the file breaks, said by a fast validator.

    veraPDF is the judge (`python3 start.py check`); this one needs no Java and a few milliseconds.
    """
    return tuple(
        f"{failure.rule_id}: {failure.message}"
        for profile in _PROFILES
        for failure in fast_validation.validate_pdf_bytes(pdf, profile=profile).failures
    )


def _catalog(pdf: pikepdf.Pdf) -> Iterator[str]:
    root: Any = pdf.Root
    if pdf.is_encrypted:
        yield "26-002 encrypted"
    if pdf.pdf_version != "1.7":
        yield f"PDF version {pdf.pdf_version}"
    if "/ID" not in pdf.trailer:
        yield "no ID"
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "06 not marked as tagged"
    if root.get("/MarkInfo", {}).get("/Suspects", False):
        yield "01-007 Suspects"
    if "/StructTreeRoot" not in root:
        yield "01-005 no structure"
    elif "/RoleMap" in root["/StructTreeRoot"]:
        yield "02-004 roles are mapped, while ours are standard"
    language = str(root.get("/Lang", ""))
    if not is_language(language) or not language.startswith("nl"):
        yield f"11-001 the language is {language!r}"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "07-001 the window does not show the title"


def _metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    if "/Metadata" not in pdf.Root:
        yield "06-001 no XMP"
        return
    xmp = ET.fromstring(bytes(pdf.Root["/Metadata"].read_bytes()))
    said = {name: _said(xmp, name) for name in (*_SAME.values(), *_PARTS)}
    yield from (
        f"06-002 {name} is {said[name]!r}" for name, part in _PARTS.items() if said[name] != part
    )
    for key, name in _SAME.items():
        info = str(pdf.docinfo.get(key, "")) if "/Info" in pdf.trailer else ""
        if _plain(info) != _plain(said[name]):
            yield f"Info says {key} {info!r}, XMP says {said[name]!r}"
    title = said["dc:title"]
    if not title:
        yield "06-003 no title"
    elif _NO_TITLE.search(title) or len(title.split()) < 2:
        yield f"title that says nothing: {title!r}"
    if said["dc:creator"].lower() in ("", "anonymous"):
        yield "no author"


_PARTS = {"pdfuaid:part": "1", "pdfaid:part": "2", "pdfaid:conformance": "A"}


def _said(xmp: ET.Element, name: str) -> str:
    """What the XMP has for a property: the first of a list, or the text itself."""
    found = xmp.find(f".//{name}", _NAMES)
    if found is None:
        return ""
    first = found.find(".//rdf:li", _NAMES)
    return (first if first is not None else found).text or ""


def _plain(value: str) -> str:
    """A date of Info or XMP as one form; another text as it stands."""
    if re.fullmatch(r"D:\d{14}(?:Z|[+-]\d\d'\d\d'?)", value):
        zoned = value[2:].replace("Z", "+0000").replace("'", "")
        return datetime.strptime(zoned, "%Y%m%d%H%M%S%z").astimezone(UTC).isoformat()
    if re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]{8}(?:Z|[+-]\d\d:\d\d)", value):
        return datetime.fromisoformat(value).astimezone(UTC).isoformat()
    return value


def _colours(pdf: pikepdf.Pdf) -> Iterator[str]:
    intents: Any = pdf.Root.get("/OutputIntents", [])
    good = [
        one
        for one in intents
        if one.get("/S") == "/GTS_PDFA1" and one.get("/DestOutputProfile", {}).get("/N") == 3
    ]
    if len(good) != 1:
        yield "no OutputIntent of three colours"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    fonts = {font.objgen: font for page in pdf.pages for font in _used_fonts(page.obj)}
    for font in fonts.values():
        name = str(font.get("/BaseFont", "?"))
        descriptor = font.get("/FontDescriptor", {})
        if font.get("/Subtype") != "/TrueType":
            yield f"31 {name} is {font.get('/Subtype')}"
        if not {"/FontFile2", "/FontFile3"} & set(descriptor.keys()):
            yield f"31-009 {name} is not embedded"
        if "/ToUnicode" not in font:
            yield f"10-001 {name} without ToUnicode"
        for text in letters(font).texts.values():
            if text in _NO_LETTER:
                yield f"31-028 {name}: ToUnicode has U+{ord(text):04X}"
                break


def _used_fonts(holder: Any) -> Iterator[Any]:
    resources = holder.get("/Resources", {})
    yield from resources.get("/Font", {}).values()
    for form in resources.get("/XObject", {}).values():
        if form.get("/Subtype") == "/Form":
            yield from _used_fonts(form)


def _links(pdf: pikepdf.Pdf, found: Structure) -> Iterator[str]:
    count = 0
    for number, page in enumerate(pdf.pages, 1):
        notes: Any = page.obj.get("/Annots", [])
        count += len(notes)
        if len(notes) and page.obj.get("/Tabs") != "/S":
            yield f"28-008 page {number} is not tabbed in the order of its structure"
        for note in notes:
            if note.get("/Subtype") != "/Link" or "/StructParent" not in note:
                yield f"28-002 an annotation on page {number} that is no link of the structure"
            if not str(note.get("/Contents", "")).strip():
                yield f"28-012 a link on page {number} does not say where it leads"
    inside = sum(node.links for node in found.root.all("Link"))
    if inside != count:
        yield f"28-011 {count} links, of which {inside} in a Link"
