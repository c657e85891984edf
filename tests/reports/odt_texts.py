"""A text in ODF as it is read back: its parts, its words, its headings and tables."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from typing import Any
from zipfile import ZipFile, ZipInfo

from lxml import etree  # type: ignore[import-untyped]

from hgkm_desktop.reports.content import Document
from hgkm_desktop.reports.writing.odt import write_odt

_URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = {
    "office": f"{_URN}:office:1.0",
    "style": f"{_URN}:style:1.0",
    "text": f"{_URN}:text:1.0",
    "table": f"{_URN}:table:1.0",
    "draw": f"{_URN}:drawing:1.0",
    "fo": f"{_URN}:xsl-fo-compatible:1.0",
    "svg": f"{_URN}:svg-compatible:1.0",
    "meta": f"{_URN}:meta:1.0",
    "manifest": f"{_URN}:manifest:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}


def odt_of(document: Document) -> bytes:
    target = BytesIO()
    write_odt(document, target)
    return target.getvalue()


def parsed(data: bytes) -> Any:
    """The root of a part of a file."""
    return etree.fromstring(data)


def full(name: str) -> str:
    """The name 'text:p' as lxml knows it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


class Opened:
    """A file in ODF that was opened; elements are lxml's."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as packed:
            self.entries: list[ZipInfo] = packed.infolist()
            self.files = {entry.filename: packed.read(entry) for entry in self.entries}

    @cached_property
    def content(self) -> Any:
        return parsed(self.files["content.xml"])

    @cached_property
    def styles(self) -> Any:
        return parsed(self.files["styles.xml"])

    @cached_property
    def meta(self) -> dict[str, str]:
        """The properties of the file, by their names without a prefix."""
        (held,) = parsed(self.files["meta.xml"])
        return {etree.QName(one).localname: one.text or "" for one in held}

    @cached_property
    def body(self) -> Any:
        return self.find("//office:text")[0]

    def find(self, path: str, within: Any = None) -> list[Any]:
        root = self.content if within is None else within
        return list(root.xpath(path, namespaces=NAMESPACES))

    def headings(self) -> list[tuple[int, str]]:
        return [
            (int(one.get(full("text:outline-level"))), words(one).strip())
            for one in self.find("//text:h", self.body)
        ]

    def styles_of(self, family: str) -> dict[str, Any]:
        """The styles of a family by name, those of the document alone too."""
        path = f"//style:style[@style:family='{family}']"
        found = [*self.find(path, self.styles), *self.find(path)]
        return {str(one.get(full("style:name"))): one for one in found}


def words(element: Any) -> str:
    """The words of an element, with spaces, tabs and line ends as spaces."""
    return "".join(_pieces(element))


def _pieces(element: Any) -> Iterator[str]:
    if element.tag == full("text:s"):
        yield " " * int(element.get(full("text:c"), "1"))
    elif element.tag in (full("text:tab"), full("text:line-break")):
        yield " "
    yield element.text or ""
    for kid in element:
        yield from _pieces(kid)
        yield kid.tail or ""
    if element.tag in (full("text:p"), full("text:h"), full("svg:desc"), full("svg:title")):
        yield " "
