"""What is done with a document that goes out, and what is said of it then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from hgkm_desktop.models.leaving import SUBJECTS
from hgkm_desktop.models.terms import CaseState, DocumentForm, DocumentKind
from hgkm_desktop.ui.papers.ways_out import insist_may_go_out

if TYPE_CHECKING:
    # Imported when they are asked for: the window must open without them.
    from PySide6.QtPrintSupport import QPrinter

    from hgkm_desktop.ui.papers.document_draft import Draft
    from hgkm_desktop.ui.parts.background import Progress

FILE_KINDS = {
    DocumentForm.PDF: "Pdf (*.pdf)",
    DocumentForm.ODT: "Tekstdocument (*.odt)",
    DocumentForm.SVG: "Afbeelding (*.svg)",
    DocumentForm.PNG: "Afbeelding (*.png)",
}
LAWS = "Wat een gemeente ontvangt, kan onder de Wet open overheid (Woo) en de Archiefwet vallen."
_AT_THIS_TABLE = "De casus is in bewerking: het document blijft aan deze tafel. "
_READ_IT = "Lees na: staat er iets in waaraan een buurman of collega dit gezin kan herkennen? "


@dataclass(frozen=True, slots=True)
class Pages:
    """The bytes of a document, with what decides whether they may leave."""

    kind: DocumentKind
    state: CaseState
    data: bytes

    @classmethod
    def of(cls, draft: Draft) -> Pages:
        """The pdf of a document that was made and did not go out yet."""
        return cls(draft.asked.wishes.kind, draft.asked.case.state, draft.pdf)


@dataclass(frozen=True, slots=True)
class ToKeep:
    """Bytes that must come in a file."""

    path: Path
    form: DocumentForm
    pages: Pages


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes that are in their file."""

    what: ToKeep


@dataclass(frozen=True, slots=True)
class Printed:
    """Pages that were painted; `done` says in words where they went."""

    data: bytes
    done: str


def odt_of(draft: Draft, path: Path, tell: Progress) -> ToKeep:
    """Make a text that can be edited of a document. Raises NotDeelbaar, TurnedOff."""
    from hgkm_desktop.ui.papers.document_draft import make_odt

    pages = Pages.of(draft)
    insist_may_go_out(pages.kind, pages.state)
    return ToKeep(path, DocumentForm.ODT, replace(pages, data=make_odt(draft, tell)))


def put(what: ToKeep, _: Progress) -> Kept:
    """Put bytes in their file, whole or not at all. Raises CannotWrite, NotDeelbaar, TurnedOff."""
    from hgkm_desktop.reports.writing.pdf import put_file

    insist_may_go_out(what.pages.kind, what.pages.state)
    put_file(what.pages.data, what.path)
    return Kept(what)


def print_pages(pages: Pages, printer: QPrinter, tell: Progress) -> Kept | Printed:
    """Print the pages of a pdf. Who prints all of it to a pdf gets these very pages: what is
    painted are pictures, which cannot be read aloud. Raises CannotWrite, NotDeelbaar, TurnedOff,
    and BadInput when it has none of the pages that were chosen."""
    from hgkm_desktop.ui.papers.printing import asked_file, asks_all, paint_pdf

    insist_may_go_out(pages.kind, pages.state)
    file, data = asked_file(printer), pages.data
    if file is not None and asks_all(data, printer):
        return put(ToKeep(file, DocumentForm.PDF, pages), tell)
    paint_pdf(data, printer, tell)
    if file is not None:
        return Printed(data, f"voor een deel in {file} gezet, als plaatjes van de pagina's")
    return Printed(data, "naar de printer gestuurd")


def done_words(draft: Draft, done: str, recorded: str) -> tuple[str, str]:
    """What was done with a document and whether that is recorded; and what to think of.

    Source: de methode, documenten en wat de tafel verlaat (docs/bronnen.md, bron 4).
    """
    is_in_work = draft.asked.case.state is CaseState.IN_BEWERKING
    first = f"{SUBJECTS[draft.asked.wishes.kind]} is {done}. {recorded}"
    return first, (_AT_THIS_TABLE if is_in_work else "") + _READ_IT + LAWS
