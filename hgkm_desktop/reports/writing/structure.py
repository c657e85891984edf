"""Writing of the structure tree: which element says what, and where it was painted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFObjectReference

from hgkm_desktop.reports.writing.elements import Box, Element

_CELLS = frozenset({"TH", "TD"})
_TABLE = frozenset({"Table", "THead", "TBody", "TFoot", "TR"})

Part = tuple[PDFObjectReference, int | PDFObjectReference]


@dataclass(slots=True)
class Painted:
    """What the elements painted, each on which page: a marked content by number, or a link.

    `parents` says to which elements the marked contents of a page belong, or to which element a
    link does; its places are the keys of the parent tree.
    """

    parts: dict[Element, list[Part]] = field(default_factory=dict)
    parents: list[list[Element] | Element] = field(default_factory=list)

    def mark(self, owner: Element, page: PDFObjectReference, owners: list[Element]) -> int:
        """The number of the next marked content of a page, whose owners so far are given."""
        owners.append(owner)
        number = len(owners) - 1
        self.parts.setdefault(owner, []).append((page, number))
        return number

    def link(self, owner: Element, page: PDFObjectReference, link: PDFObjectReference) -> None:
        self.parts.setdefault(owner, []).append((page, link))
        self.parents.append(owner)


class _Raw(PDFObject):
    """An object of the file whose words are known."""

    words = ""

    def format(self, _: PDFDocument) -> bytes:
        return self.words.encode("ascii")


def said(text: str) -> str:
    """A text as PDF holds it: UTF-16 in hexadecimal."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def write_structure(doc: PDFDocument, root: Element, painted: Painted) -> PDFObject:
    """Put the tree into the document; a figure without a box gets that of its page.

    What was not painted is left out, but for the cells of a table that is there. Raises
    ValueError when an element paints that is not in the tree, or stands in it twice.
    """
    tree = _Tree(doc, painted)
    tree.walk(root)
    lost = [element for element in painted.parts if element not in tree.numbers]
    if lost:
        raise ValueError(f"painted, but not in the structure: {lost[0].role}")
    return tree.write(root)


class _Tree:
    """The elements that are written, with the numbers of their objects."""

    def __init__(self, doc: PDFDocument, painted: Painted) -> None:
        self.doc, self.painted = doc, painted
        self.top = _Raw()
        self.top_number = self._add(self.top)
        self.numbers: dict[Element, int] = {}
        self.objects: dict[Element, tuple[_Raw, int, list[Element]]] = {}
        self.alive: set[Element] = set()

    def _add(self, made: _Raw) -> int:
        """Make it an object of the file; gives its number."""
        self.doc.Reference(made)  # type: ignore[no-untyped-call]
        return self.doc.objectcounter

    def walk(self, root: Element) -> None:
        self._find_alive(root)
        self._number(root, self.top_number)

    def _find_alive(self, element: Element) -> bool:
        alive = [self._find_alive(kid) for kid in element.kids]
        if not any(alive) and element not in self.painted.parts:
            return False
        self.alive.add(element)
        return True

    def _number(self, element: Element, parent: int) -> None:
        if element in self.numbers:
            raise ValueError(f"twice in the structure: {element.role}")
        made = _Raw()
        number = self._add(made)
        kids = [kid for kid in element.kids if kid in self.alive or _stays(element, kid)]
        self.numbers[element], self.objects[element] = number, (made, parent, kids)
        for kid in kids:
            self._number(kid, number)

    def write(self, root: Element) -> PDFObject:
        for element, (made, parent, kids) in self.objects.items():
            made.words = self._words(element, parent, kids)
        self.top.words = (
            f"<</Type/StructTreeRoot/K {self.numbers[root]} 0 R"
            f"/ParentTree<</Nums[{self._parent_tree()}]>>"
            f"/ParentTreeNextKey {len(self.painted.parents)}>>"
        )
        return self.top

    def _parent_tree(self) -> str:
        entries = []
        for key, owners in enumerate(self.painted.parents):
            if isinstance(owners, Element):
                entries.append(f"{key} {self.numbers[owners]} 0 R")
            else:
                places = " ".join(f"{self.numbers[owner]} 0 R" for owner in owners)
                entries.append(f"{key}[{places}]")
        return " ".join(entries)

    def _words(self, element: Element, parent: int, kids: Iterable[Element]) -> str:
        parts = self.painted.parts.get(element, [])
        here = parts[0][0].name if parts else ""
        inside = [self._part(page, what, here) for page, what in parts]
        inside += [f"{self.numbers[kid]} 0 R" for kid in kids]
        words = f"<</Type/StructElem/S/{element.role}/P {parent} 0 R"
        if parts:
            words += f"/Pg {self._at(parts[0][0])}"
        return f"{words}{self._properties(element)}/K[{' '.join(inside)}]>>"

    def _part(self, page: PDFObjectReference, what: int | PDFObjectReference, here: str) -> str:
        other = "" if page.name == here else f"/Pg {self._at(page)}"
        if isinstance(what, PDFObjectReference):
            return f"<</Type/OBJR{other}/Obj {self._at(what)}>>"
        return f"<</Type/MCR{other}/MCID {what}>>" if other else str(what)

    def _at(self, reference: PDFObjectReference) -> str:
        return reference.format(self.doc).decode("ascii")

    def _properties(self, element: Element) -> str:
        words = f"/Alt{said(element.alt)}" if element.alt else ""
        words += f"/ActualText{said(element.spoken)}" if element.spoken else ""
        words += f"/Lang({element.language})" if element.language else ""
        attributes = "".join(_attributes(element))
        if element.role == "Figure":
            places = " ".join(f"{at:.2f}" for at in element.box or self._page_box(element))
            attributes += f"<</O/Layout/BBox[{places}]>>"
        return f"{words}/A[{attributes}]" if attributes else words

    def _page_box(self, element: Element) -> Box:
        parts = self.painted.parts.get(element)
        page: Any = self.doc.idToObject[parts[0][0].name if parts else "Page1"]
        return 0, 0, page.pagewidth, page.pageheight


def _stays(parent: Element, kid: Element) -> bool:
    """Whether a kid that paints nothing is written: a table without its cells is no grid."""
    if parent.role not in _TABLE:
        return False
    return kid.role in _CELLS or (kid.role in _TABLE and bool(kid.kids))


def _attributes(element: Element) -> Iterable[str]:
    if element.role in _CELLS:
        of_cell = f"/Scope/{element.scope}" if element.scope else ""
        of_cell += f"/ColSpan {element.columns}" if element.columns > 1 else ""
        of_cell += f"/RowSpan {element.rows}" if element.rows > 1 else ""
        if of_cell:
            yield f"<</O/Table{of_cell}>>"
    if element.numbering:
        yield f"<</O/List/ListNumbering/{element.numbering}>>"
