"""The structure of a document, as a screen reader walks it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

Box = tuple[float, float, float, float]


class Element:
    """One element of the structure: a heading, a paragraph, a cell; with what is inside it.

    `role` is a standard structure type of PDF (ISO 32000-1, 14.8.4): Document, Sect, H1, H2, H3,
    P, L, LI, Lbl, LBody, Table, THead, TBody, TR, TH, TD, Figure, Caption, Link, Span. `alt` says
    what a figure shows; `spoken` is said instead of what is drawn (ActualText). `scope` ('Column'
    or 'Row'), `columns` and `rows` are of a cell. `language` is given where it is not that of the
    document. `numbering` is of a list with labels: 'Disc', 'Square', 'Decimal' and so on. `box`
    is where a figure stands on its page: left, bottom, right, top in points; TaggedCanvas.box
    gives it. What an element paints itself is read before what is inside it.
    """

    def __init__(
        self,
        role: str,
        *kids: Element,
        alt: str = "",
        spoken: str = "",
        scope: str = "",
        columns: int = 1,
        rows: int = 1,
        language: str = "",
        numbering: str = "",
        box: Box | None = None,
    ) -> None:
        self.role, self.alt, self.spoken, self.scope = role, alt, spoken, scope
        self.columns, self.rows = columns, rows
        self.language, self.numbering, self.box = language, numbering, box
        self.kids: list[Element] = list(kids)

    def add(self, *kids: Element) -> Element:
        """Put these inside, after what is there; gives the element itself."""
        self.kids += kids
        return self

    def put(self, kid: Element) -> Element:
        """Put one inside, after what is there; gives the one that was put."""
        self.kids.append(kid)
        return kid


class Owning(Protocol):
    """A canvas that knows to which element it paints; None for what is only decoration."""

    owner: Element | None


@contextmanager
def owned(canvas: Owning, element: Element | None) -> Iterator[None]:
    """All that is painted meanwhile belongs to the element; without one it is an artifact."""
    before, canvas.owner = canvas.owner, element
    try:
        yield
    finally:
        canvas.owner = before
