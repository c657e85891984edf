"""Documents of the case that is open: asked for, kept, printed and recorded."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.terms import DocumentForm, DocumentKind
from hgkm_desktop.ui.papers import document_out as out
from hgkm_desktop.ui.papers.seen_documents import SeenDocuments
from hgkm_desktop.ui.papers.ways_out import insist_may_go_out, may_go_out
from hgkm_desktop.ui.parts.background import Work
from hgkm_desktop.ui.parts.files import ask_file, documents_folder, with_suffix
from hgkm_desktop.ui.parts.problem_box import show_problem

if TYPE_CHECKING:
    # Imported when they are asked for: the window must open without them.
    from PySide6.QtPrintSupport import QPrinter

    from hgkm_desktop.ui.papers.document_draft import Draft


class Documents(SeenDocuments):
    """Opens the window of documents and does what it asks.

    What is seen, kept and printed are the same bytes: those of the last draft. A document that
    leaves the table is not kept, printed or recorded before its case is deelbaar.
    `settings_requested` asks for the settings of the file.
    """

    settings_requested = Signal()

    # --- the window -----------------------------------------------------------------------

    @Slot()
    def show_notitie(self) -> None:
        """Open the window at the gespreksnotitie."""
        self.open(DocumentKind.GESPREKSNOTITIE)

    @Slot()
    def show_verslag(self) -> None:
        """Open the window at the casusverslag."""
        self.open(DocumentKind.CASUSVERSLAG)

    @Slot()
    def show_line(self) -> None:
        """Open the window at the tijdlijn."""
        self.open(DocumentKind.TIJDLIJN)

    @Slot()
    def show_radertjes(self) -> None:
        """Open the window at the radertjes."""
        self.open(DocumentKind.RADERTJES)

    @Slot()
    def show_print(self) -> None:
        """Open the window at the document that was asked for last, ready to print it; at the
        casusverslag when that may not be printed yet."""
        last = self._asked.wishes.kind if self._asked else DocumentKind.GESPREKSNOTITIE
        case = self._document.case
        may_print = case is not None and may_go_out(last, case.state)
        self.open(last if may_print else DocumentKind.CASUSVERSLAG, at_print=True)

    def open(self, kind: DocumentKind, *, at_print: bool = False) -> None:
        """Open the window at a document; nothing when there is no case."""
        if self._document.case is None or self.window is not None:
            return
        from hgkm_desktop.ui.papers.document_window import DocumentWindow

        window = self.window = DocumentWindow(self._parent, self._screen())
        window.wished.connect(self._wish)
        window.keep_wanted.connect(self._ask_place)
        window.print_wanted.connect(self._ask_printer)
        window.style_wanted.connect(self.settings_requested)
        window.end_wanted.connect(self._end)
        window.check_wanted.connect(self._ask_check)
        window.finished.connect(self._leave)
        self._background.progressed.connect(window.show_progress)
        self._list_issued()
        case = self._case()  # what was chosen for one case must not hide part of another
        window.choices.fit(case)
        kept = self._kept_wishes.get((case.id, case.state), {})
        window.start(kind, tuple(kept.values()), at_print=at_print)
        self.opened.emit(kind)

    def _list_issued(self) -> None:
        assert self.window is not None
        with suppress(HgkmError):  # the file is busy: what is listed still holds
            self.window.issued.list_issued(self._document.file.issued(self._case().id))

    # --- keeping and printing -------------------------------------------------------------

    @Slot(object)
    def _take(self, made: object) -> None:
        super()._take(made)
        if self.window is None or not isinstance(made, out.ToKeep | out.Kept | out.Printed):
            return
        self.window.rest()
        if isinstance(made, out.ToKeep):
            self._put(made)
            return
        if isinstance(made, out.Kept):
            self._tell(f"bewaard in {made.what.path}", made.what.form, made.what.pages.data)
        else:
            self._tell(made.done, DocumentForm.PDF, made.data)
        if self._draft is not None and not self._is_asked(self._draft):
            self._renew()  # the case changed while this went out

    @Slot(object)
    def _ask_place(self, form: DocumentForm) -> None:
        """Ask where the file comes."""
        if self.window is None or not self._may_go_out():
            return
        self._form, proposed = form, documents_folder() / f"{self._name()}.{form.value}"
        dialog = ask_file(self.window, "Document bewaren", proposed, out.FILE_KINDS[form])
        dialog.fileSelected.connect(self.keep_in)
        dialog.open()

    @Slot(str)
    def keep_in(self, path: str) -> None:
        """Keep what is seen in this file, in the form that was asked for."""
        self._when_made(partial(self._keep, Path(path)))

    def _keep(self, path: Path) -> None:
        form = self._shown[0].form if self._shown is not None else self._form
        path = with_suffix(path, f".{form.value}")
        if not self._may_go_out():
            return
        if self._shown is None and self._draft is not None and form is DocumentForm.ODT:
            self._work("Het tekstdocument wordt gemaakt…", partial(out.odt_of, self._draft, path))
        else:
            self._put(out.ToKeep(path, form, self._pages()))

    def _put(self, what: out.ToKeep) -> None:
        self._work("Het document wordt bewaard…", partial(out.put, what), can_end=False)

    def _work(self, words: str, work: Work, *, can_end: bool = True) -> None:
        if self.window is not None:
            self.window.work(words, choices_rest=True, can_end=can_end)
            self._background.start(work)

    def _name(self) -> str:
        """What a file is called before its suffix."""
        assert self.window is not None
        kind, case = self.window.choices.kind, self._case()
        if self._shown is not None:
            kind, version = self._shown[0].kind, self._shown[0].version
        elif self._draft is not None:
            version = self._draft.asked.version
        else:
            version = self._document.file.next_version(case.id, kind)
        return f"{kind.value}-{case.code}-versie-{version}"

    def _may_go_out(self) -> bool:
        """Whether a document may leave: not while the case it tells of is not saved, and not before
        that is deelbaar when it leaves the table. Says so when it may not."""
        assert self.window is not None
        try:
            if self._shown is not None:
                insist_may_go_out(self._shown[0].kind, self._shown[0].state)
            else:
                insist_may_go_out(self.window.choices.kind, self._case().state)
                self._document.case_rev()
        except HgkmError as error:
            show_problem(self.window, error, "Het document kan nog niet uit")
            return False
        return True

    @Slot()
    def _ask_printer(self) -> None:
        """Print through the dialog of the system."""
        if self.window is not None and self._may_go_out():
            self._when_made(self._choose_printer)

    def _choose_printer(self) -> None:
        from hgkm_desktop.ui.papers.printing import ask_printer

        assert self.window is not None
        if (printer := ask_printer(self.window, self._name(), self._pages().data)) is not None:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Paint the pages that are seen on a printer, each in its own direction."""
        if self.window is None or not self._may_go_out():
            return
        work = partial(out.print_pages, self._pages(), printer)
        self._work("De pagina's gaan naar de printer…", work)

    def _pages(self) -> out.Pages:
        if self._shown is not None:
            uitgave, data = self._shown
            return out.Pages(uitgave.kind, uitgave.state, data)
        assert self._draft is not None
        return out.Pages.of(self._draft)

    def _tell(self, done: str, form: DocumentForm, data: bytes) -> None:
        """Say what was done, record it, and say what to think of."""
        window, draft = self.window, self._draft
        if window is None:
            return
        if self._shown is not None or draft is None:
            window.say_done([f"Het document is {done}.", out.LAWS])
            return
        window.say_done(out.done_words(draft, done, self._record(draft, form, data)))

    def _record(self, draft: Draft, form: DocumentForm, data: bytes) -> str:
        """Keep what went out with the case, once for each form of a version."""
        version = draft.asked.version
        if form in self._forms:
            return f"Dit is weer versie {version}, die al is vastgelegd."
        case, pages = draft.asked.case, self.window.preview.page_count if self.window else 0
        try:
            uitgave = draft.uitgave(form, data, pages, self._document.case_rev())
            self._document.issue(case.id, uitgave, data)
        except HgkmError as error:
            return f"Het is niet vastgelegd bij de casus. {error.sentence}"
        self._forms.add(form)
        self._list_issued()
        return f"Vastgelegd als versie {version}."

    @Slot()
    def follow_settings(self) -> None:
        """Make what is seen anew, with the settings of the file and the days as they are now."""
        self._wish()
