"""A PDF as a screen reader walks it: the elements in order, each with what is said there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

from tests.reports.content_stream import PageContent, Painted, page_content

_GROUPS = ("Document", "Part", "Sect", "Div", "H1", "H2", "H3", "H4", "P", "Note", "Figure")
_LISTS = ("L", "LI", "Lbl", "LBody")
_TABLES = ("Table", "Caption", "THead", "TBody", "TFoot", "TR", "TH", "TD")
BLOCKS = frozenset((*_GROUPS, *_LISTS, *_TABLES))


@dataclass(slots=True)
class Node:
    """One element of the structure; `kids` are the elements and the painted pieces inside it.

    `alt` and `spoken` (ActualText) are None when the element has none. `page` is that of its
    first painted piece, from 1; 0 when nothing in it is painted.
    """

    role: str
    kids: list[Node | Painted] = field(default_factory=list)
    alt: str | None = None
    spoken: str | None = None
    lang: str = ""
    name: str = ""
    scope: str = ""
    columns: int = 1
    rows: int = 1
    has_box: bool = False
    page: int = 0
    links: int = 0

    @property
    def elements(self) -> list[Node]:
        return [kid for kid in self.kids if isinstance(kid, Node)]

    @property
    def painted(self) -> list[Painted]:
        return [kid for kid in self.kids if isinstance(kid, Painted)]

    @property
    def pieces(self) -> list[str]:
        """What is said here, one for each operator that shows text; the elements inside that are
        no blocks are said in place. An Alt or ActualText is said instead."""
        instead = self.spoken if self.spoken is not None else self.alt
        if instead is not None:
            return [instead]
        found: list[str] = []
        for kid in self.kids:
            if isinstance(kid, Painted):
                found += kid.texts
            elif kid.role not in BLOCKS:
                found += kid.pieces
        return found

    @property
    def text(self) -> str:
        """What is said here, with single spaces, without what blocks inside it say."""
        return " ".join("".join(self.pieces).split())

    @property
    def whole(self) -> str:
        """What is said here and in everything inside it."""
        inside = [kid.whole for kid in self.elements if kid.role in BLOCKS]
        if self.spoken is not None or self.alt is not None:
            inside = []
        return " ".join(part for part in (self.text, *inside) if part)

    def walk(self, depth: int = 0) -> Iterator[tuple[int, Node]]:
        """This element and all inside it, in reading order, each with how deep it is."""
        yield depth, self
        for kid in self.elements:
            yield from kid.walk(depth + 1)

    def all(self, *roles: str) -> list[Node]:
        """The elements with one of these roles, in reading order; all without any."""
        return [node for _, node in self.walk() if not roles or node.role in roles]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the walk: how deep, which role, what is said, and the attributes that it has."""

    depth: int
    role: str
    text: str
    attributes: dict[str, str | int]


@dataclass(slots=True)
class Structure:
    """A whole PDF: its tree, its pages, and what is wrong with how the two hang together."""

    root: Node
    pages: list[PageContent]
    loose: list[str]

    @property
    def artifacts(self) -> list[list[str]]:
        """For each page the texts that a screen reader passes over."""
        return [
            ["".join(painted.texts) for painted in page.artifacts if painted.texts]
            for page in self.pages
        ]

    @property
    def untagged(self) -> list[tuple[int, str]]:
        """The page and the text of what is painted outside any mark; '' for a drawing."""
        return [
            (number, "".join(page.outside.texts))
            for number, page in enumerate(self.pages, 1)
            if page.outside.paints
        ]

    def lines(self) -> list[Line]:
        """The document as a screen reader meets it."""
        return [
            Line(depth, node.role, node.text, _attributes(node)) for depth, node in self.root.walk()
        ]

    def story(self) -> list[tuple[str, str]]:
        """The role and the words of each element that says something itself, in reading order."""
        return [(line.role, line.text) for line in self.lines() if line.text]


def _attributes(node: Node) -> dict[str, str | int]:
    told: dict[str, str | int | None] = {
        "alt": node.alt,
        "spoken": node.spoken,
        "lang": node.lang or None,
        "scope": node.scope or None,
        "columns": node.columns if node.columns > 1 else None,
        "rows": node.rows if node.rows > 1 else None,
    }
    return {name: value for name, value in told.items() if value is not None}


def structure_of(pdf: bytes) -> Structure:
    """Read the structure of a PDF; without one its root is empty."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return structure(opened)


def structure(pdf: pikepdf.Pdf) -> Structure:
    """Read the structure of an opened PDF; without one its root is empty."""
    return _Tree(pdf).structure()


class _Tree:
    """Reads the tree, and notes each MCID that is named wrongly, twice or not at all."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.pages = [page_content(page.obj) for page in pdf.pages]
        self.number = {page.obj.objgen: place for place, page in enumerate(pdf.pages)}
        self.named: dict[tuple[int, int], tuple[int, int]] = {}
        self.loose: list[str] = []

    def structure(self) -> Structure:
        top = self.pdf.Root.get("/StructTreeRoot")
        root = Node("StructTreeRoot")
        if top is not None:
            root = self._element(top, root.role, None)
            self._compare_with_parent_tree(top)
        self._find_unnamed()
        return Structure(root, self.pages, self.loose)

    def _element(self, element: Any, role: str, page: Any) -> Node:
        node = _node(element, role)
        page = element.get("/Pg", page)
        for kid in _listed(element.get("/K")):
            if isinstance(kid, int):
                self._own(node, element, kid, page)
            elif kid.get("/Type") == "/MCR":
                self._own(node, element, int(kid["/MCID"]), kid.get("/Pg", page))
            elif kid.get("/Type") == "/OBJR":
                node.links += 1
            else:
                if kid.get("/P") is None or kid["/P"].objgen != element.objgen:
                    self.loose.append(f"{kid.get('/S')} does not name the element it is in")
                node.kids.append(self._element(kid, str(kid["/S"])[1:], page))
        node.page = node.page or next((kid.page for kid in node.elements if kid.page), 0)
        return node

    def _own(self, node: Node, element: Any, mcid: int, page: Any) -> None:
        place = self.number.get(page.objgen) if page is not None else None
        if place is None:
            self.loose.append(f"{node.role} owns MCID {mcid} of no page")
            return
        if (place, mcid) in self.named:
            self.loose.append(f"page {place + 1}: MCID {mcid} is of two elements")
        self.named[place, mcid] = element.objgen
        node.page = node.page or place + 1
        painted = self.pages[place].owned.get(mcid)
        if painted is None:
            self.loose.append(f"page {place + 1}: {node.role} owns MCID {mcid}, not there")
        else:
            node.kids.append(painted)

    def _find_unnamed(self) -> None:
        for place, page in enumerate(self.pages):
            for mcid in page.owned:
                if (place, mcid) not in self.named:
                    self.loose.append(f"page {place + 1}: MCID {mcid} is of no element")

    def _compare_with_parent_tree(self, top: Any) -> None:
        """The way back, from page to element (ISO 32000-1, 14.7.4.4)."""
        rows = dict(_numbers(top.get("/ParentTree", pikepdf.Dictionary())))
        for page in self.pdf.pages:
            place = self.number[page.obj.objgen]
            row = _listed(rows.get(int(page.obj.get("/StructParents", -1))))
            back = {mcid: kid.objgen for mcid, kid in enumerate(row) if kid is not None}
            for mcid in self.pages[place].owned:
                if (place, mcid) in self.named and back.get(mcid) != self.named[place, mcid]:
                    self.loose.append(f"page {place + 1}: ParentTree has another for MCID {mcid}")


def _node(element: Any, role: str) -> Node:
    attributes = [a for a in _listed(element.get("/A")) if isinstance(a, pikepdf.Dictionary)]
    told: dict[str, Any] = {}
    for one in attributes:
        told |= {str(key): value for key, value in one.items()}
    return Node(
        role,
        alt=str(element["/Alt"]) if "/Alt" in element else None,
        spoken=str(element["/ActualText"]) if "/ActualText" in element else None,
        lang=str(element.get("/Lang", "")),
        name=str(element.get("/ID", "")),
        scope=str(told.get("/Scope", "/"))[1:],
        columns=int(told.get("/ColSpan", 1)),
        rows=int(told.get("/RowSpan", 1)),
        has_box="/BBox" in told,
    )


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _numbers(tree: Any) -> Iterator[tuple[int, Any]]:
    """The rows of a number tree."""
    flat = _listed(tree.get("/Nums"))
    yield from zip(map(int, flat[::2]), flat[1::2], strict=True)
    for kid in _listed(tree.get("/Kids")):
        yield from _numbers(kid)
