"""A canvas on which all that is painted belongs to an element, or is decoration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, BinaryIO

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.reports.writing.elements import Box, Element
from hgkm_desktop.reports.writing.fonts import REGULAR, register
from hgkm_desktop.reports.writing.metadata import Meta, describe
from hgkm_desktop.reports.writing.repairs import Words
from hgkm_desktop.reports.writing.structure import Painted, write_structure

_PRINTED = 4  # the flag of an annotation that stands on paper too (ISO 32000-1, table 165)
# The last two characters of what only sets how or where is painted (ISO 32000-1, annex A).
_STATE = frozenset(
    {"q", "Q", "cm", " w", " J", " j", " M", " d", "ri", " i", "gs", "cs", "CS", "cn", "CN"}
    | {" g", " G", "rg", "RG", " k", " K", " n", "n", " ", ""}
)


class _Mark(str):
    """A place among the operators of a page from where another element owns what is painted."""

    __slots__ = ("owner",)

    owner: Element | None


class TaggedCanvas(Canvas):
    """A canvas that writes PDF/UA-1 and PDF/A-2a in one file; the same input, the same bytes.

    `owner` is the element that what is painted next belongs to; None is decoration. `root` is
    the tree, in the order in which it is read; who composes the document adds to it. `inks` says
    which colour ('#rrggbb') is printed instead of another. Text is drawn through `beginText`,
    `drawString` and the like; forms (`beginForm`) must not change the owner. `is_tried`: it is
    never written, and only serves to see what fits.
    """

    is_tried = False
    _code: list[str]
    _doc: Any  # the typed half of PDFDocument is too small

    def __init__(
        self,
        filename: BinaryIO | str,
        *args: Any,  # noqa: ANN401 (what a Canvas takes)
        meta: Meta,
        inks: Mapping[str, str] | None = None,
        **looks: Any,  # noqa: ANN401 (what a Canvas takes)
    ) -> None:
        register()
        self.meta, self.root = meta, Element("Document")
        self._owner: Element | None = None
        self._first_owner: Element | None = None
        self._painted = Painted()
        looks |= {"invariant": 1, "lang": meta.language, "pdfVersion": (1, 7)}
        looks["initialFontName"] = looks.get("initialFontName") or REGULAR
        looks["enforceColorSpace"] = _Inks(inks) if inks else None
        super().__init__(filename, *args, **looks)

    @property
    def owner(self) -> Element | None:
        return self._owner

    @owner.setter
    def owner(self, element: Element | None) -> None:
        if element is self._owner:
            return
        self._owner = element
        mark = _Mark()
        mark.owner = element
        self._code.append(mark)

    def beginText(  # noqa: N802 (reportlab's own name)
        self,
        x: float = 0,
        y: float = 0,
        direction: Any = None,  # noqa: ANN401
    ) -> Words:
        return Words(self, x, y, direction=direction)

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """Where on the page this is that is measured from the origin of now; for Element.box."""
        corners = [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]
        across, up = zip(*(self.absolutePosition(*corner) for corner in corners), strict=True)
        return min(across), min(up), max(across), max(up)

    def link(self, element: Element, box: Box, says: str, *, to: str = "", url: str = "") -> None:
        """Make a place of this page lead to a bookmark of this document, or to an address.

        `element` has the role Link; `box` is as `box()` gives it; `says` is where it leads to.
        """
        key = len(self._painted.parents)
        note = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray(box),
                "Border": PDFArray([0, 0, 0]),
                "Contents": PDFString(says),
                "F": _PRINTED,
                "StructParent": key,
            }
        )
        if to:
            note["Dest"] = self._bookmarkReference(to)  # type: ignore[attr-defined]
        else:
            note["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(url)})
        name = f"link-{key}"
        self._addAnnotation(note, name)  # type: ignore[attr-defined]
        self._painted.link(element, self._doc.thisPageRef(), self._doc.refAnnotation(name))

    def showPage(self) -> None:  # noqa: N802 (reportlab's own name)
        owners: list[Element] = []
        self._code[:] = self._tagged(self._doc.thisPageRef(), owners)
        self._doc.updateSignature("\n".join(self._code))
        super().showPage()
        self._first_owner = self._owner
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._painted.parents), PDFName("S")
        self._painted.parents.append(owners)

    def _tagged(self, page: PDFObjectReference, owners: list[Element]) -> list[str]:
        """The operators of the page, with what is painted between marks put into the tree."""
        made: list[str] = []
        owner, run = self._first_owner, list[str]()
        for item in self._code:
            if item.__class__ is _Mark:
                self._wrap(run, owner, page, owners, made)
                owner, run = item.owner, []
            else:
                run.append(item)
        self._wrap(run, owner, page, owners, made)
        return made

    def _wrap(
        self,
        run: list[str],
        owner: Element | None,
        page: PDFObjectReference,
        owners: list[Element],
        made: list[str],
    ) -> None:
        for part in _balanced(run):
            if all(item[-2:] in _STATE for item in part):
                made += part
            elif owner is None:
                made += ["/Artifact BMC", *part, "EMC"]
            else:
                number = self._painted.mark(owner, page, owners)
                made += [f"/{owner.role} <</MCID {number}>> BDC", *part, "EMC"]

    def save(self) -> None:
        """Write the file. Raises ValueError when something painted is not in the tree."""
        if all(item.__class__ is _Mark for item in self._code):
            self._code.clear()
        else:
            self.showPage()
        tree = write_structure(self._doc, self.root, self._painted)
        self.setCatalogEntry("StructTreeRoot", tree)
        self.setCatalogEntry("MarkInfo", {"Marked": "true"})
        self.setViewerPreference("DisplayDocTitle", "true")
        describe(self._doc, self.meta)
        super().save()


def _balanced(run: list[str]) -> list[list[str]]:
    """The run cut where the graphics state is saved or restored for what lies outside it."""
    if "q" not in run and "Q" not in run:
        return [run]
    cuts: list[int] = []
    opened: list[int] = []
    for place, item in enumerate(run):
        if item == "q":
            opened.append(place)
        elif item == "Q":
            if opened:
                opened.pop()
            else:
                cuts.append(place)
    parts, start = [], 0
    for cut in (*cuts, *opened):
        parts += [run[start:cut], [run[cut]]]
        start = cut + 1
    return [*parts, run[start:]]


class _Inks:
    """Prints one colour instead of another."""

    def __init__(self, inks: Mapping[str, str]) -> None:
        self._inks = {_key(HexColor(shown)): HexColor(ink) for shown, ink in inks.items()}

    def __call__(self, colour: Any) -> Any:  # noqa: ANN401 (whatever reportlab takes as colour)
        if not isinstance(colour, Color):
            return colour
        ink = self._inks.get(_key(colour))
        return colour if ink is None else ink.clone(alpha=colour.alpha)


def _key(colour: Color) -> tuple[float, float, float]:
    return colour.red, colour.green, colour.blue
