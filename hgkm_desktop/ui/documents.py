"""Documents of the case that is open: made in the background, seen, kept, printed and recorded."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import DocumentForm, DocumentKind
from hgkm_desktop.ui import document_out as out
from hgkm_desktop.ui.background import Background, Work
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.files import ask_file, documents_folder, with_suffix
from hgkm_desktop.ui.problem_box import show_problem

if TYPE_CHECKING:
    # Imported when they are asked for: the window must open without them.
    from PySide6.QtPrintSupport import QPrinter

    from hgkm_desktop.models.uitgave import Uitgave
    from hgkm_desktop.ui.document_draft import Asked, Draft, Wishes
    from hgkm_desktop.ui.document_window import DocumentWindow
    from hgkm_desktop.ui.line_screen import Screen

PAUSE_MILLISECONDS = 350


class Documents(QObject):
    """Opens the window of documents and does what it asks.

    What is seen, kept and printed are the same bytes: those of the last draft. `screen` gives
    what the line shows now. `close` before the file is closed.
    """

    def __init__(self, document: Document, screen: Callable[[], Screen], parent: QWidget) -> None:
        super().__init__(document)
        self._document, self._screen, self._parent = document, screen, parent
        self.window: DocumentWindow | None = None
        self._kept_wishes: dict[tuple[str, DocumentKind], Wishes] = {}
        self._asked: Asked | None = None
        self._draft: Draft | None = None
        self._shown: tuple[Uitgave, bytes] | None = None
        self._forms: set[DocumentForm] = set()
        self._form = DocumentForm.PDF
        self._then: Callable[[], object] | None = None
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self._make)
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.failed.connect(self._fail)
        self._background.broke.connect(self._break)

    @property
    def is_busy(self) -> bool:
        """Whether something is or will be made, kept or printed."""
        return self._pause.isActive() or self._background.is_busy

    def close(self) -> None:
        """End what is being made and let go of the thread."""
        self._pause.stop()
        self._background.close()

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
    def show_print(self) -> None:
        """Open the window at the document that was asked for last, ready to print it."""
        last = self._asked.wishes.kind if self._asked else DocumentKind.GESPREKSNOTITIE
        self.open(last, at_print=True)

    def open(self, kind: DocumentKind, *, at_print: bool = False) -> None:
        """Open the window at a document; nothing when there is no case."""
        if self._document.case is None or self.window is not None:
            return
        from hgkm_desktop.ui.document_window import DocumentWindow

        window = self.window = DocumentWindow(self._parent, self._screen())
        window.wished.connect(self._wish)
        window.keep_wanted.connect(self._ask_place)
        window.print_wanted.connect(self._ask_printer)
        window.style_wanted.connect(self.ask_style)
        window.end_wanted.connect(self._end)
        window.finished.connect(self._leave)
        self._background.progressed.connect(window.show_progress)
        self._list_issued()
        case_id = self._case().id  # what was chosen for one case must not hide part of another
        kept = tuple(wishes for (of, _), wishes in self._kept_wishes.items() if of == case_id)
        window.start(kind, kept, at_print=at_print)

    @Slot()
    def _leave(self) -> None:
        """The window closes: nothing of a document stays in memory."""
        self._pause.stop()
        self._background.end()
        if self.window is not None:
            self.window.preview.close_pages()
        self.window = self._draft = self._shown = self._then = None

    def _list_issued(self) -> None:
        assert self.window is not None
        with suppress(HgkmError):  # the file is busy: what is listed still holds
            self.window.issued.list_issued(self._document.file.issued(self._case().id))

    # --- making ---------------------------------------------------------------------------

    @Slot()
    def _wish(self) -> None:
        """Something else is asked: what was made no longer counts, unless it is that again."""
        window = self.window
        if window is None:
            return
        self._background.end()
        self._pause.stop()
        self._shown = None
        window.rest()
        window.say_done(())
        if window.looks_back:
            self._look_back()
        elif self._draft is not None and self._is_asked(self._draft):
            self._show_draft(self._draft)
        else:
            self._draft = None
            self._forms.clear()
            self._pause.start()

    @Slot()
    def _make(self) -> None:
        """Make what is asked now."""
        window = self.window
        assert window is not None
        self._pause.stop()
        try:
            self._asked = self._ask(window.wishes())
        except HgkmError as error:
            self._fail(error)
            return
        from hgkm_desktop.ui.document_draft import make_draft

        window.offer(self._asked.wishes.forms)
        window.work("De pagina's worden gemaakt…")
        self._background.start(partial(make_draft, self._asked))

    def _ask(self, wishes: Wishes) -> Asked:
        """What is made now. Raises HgkmError when the file cannot be read."""
        from hgkm_desktop.ui.document_draft import Asked

        case = self._case()
        self._kept_wishes[case.id, wishes.kind] = wishes
        return Asked(
            case=case,
            wishes=wishes,
            screen=self._screen(),
            settings=self._document.file.settings,
            made_on=date.today(),
            version=self._document.file.next_version(case.id, wishes.kind),
        )

    def _is_asked(self, draft: Draft) -> bool:
        """Whether this is still what is asked for."""
        assert self.window is not None
        with suppress(HgkmError):  # a field that cannot be read asks for nothing
            wanted = (self.window.wishes(), self._document.file.settings)
            return wanted == (draft.asked.wishes, draft.asked.settings)
        return False

    def _show_draft(self, draft: Draft) -> None:
        assert self.window is not None
        self._draft = draft
        self.window.offer(draft.asked.wishes.forms)
        self.window.preview.show_pdf(draft.pdf)
        self.window.say_left_out(draft.left_out)

    def _case(self) -> Case:
        case = self._document.case
        assert case is not None
        return case

    @Slot(object)
    def _take(self, made: object) -> None:
        """Something is ready."""
        from hgkm_desktop.ui.document_draft import Draft

        window = self.window
        if window is None:
            return
        window.rest()
        if isinstance(made, Draft):
            self._show_draft(made)
            then, self._then = self._then, None
            if then is not None:
                then()
        elif isinstance(made, out.ToKeep):
            self._put(made)
        elif isinstance(made, out.Kept):
            self._tell(f"bewaard in {made.what.path}", made.what.form, made.what.data)
        elif isinstance(made, out.Printed):
            self._tell(made.done, DocumentForm.PDF, made.data)

    @Slot(object)
    def _fail(self, error: HgkmError) -> None:
        """It could not be made, kept or printed; what was seen stays."""
        window = self.window
        if window is None:
            return
        self._then = None
        window.rest()
        if self._draft is not None or self._shown is not None:
            show_problem(window, error, "Het document is niet bewaard")
        else:
            window.show_words(error.sentence)

    @Slot()
    def _break(self) -> None:
        """There was a bug, which the boundary tells of."""
        self._stop("Het document kon niet worden gemaakt.")

    @Slot()
    def _end(self) -> None:
        """The user does not want to wait."""
        self._background.end()
        self._pause.stop()
        self._stop("U hebt het maken gestopt. Kies iets anders of bewaar, dan begint het opnieuw.")

    def _stop(self, words: str) -> None:
        self._then = None
        if self.window is not None:
            self.window.rest()
            if self._draft is None and self._shown is None:
                self.window.preview.show_words(words)

    def _when_made(self, act: Callable[[], object]) -> None:
        """Do this with the pages that are asked for; when they are not there yet, once they are."""
        if self._draft is not None or self._shown is not None:
            act()
            return
        self._then = act
        if not self._background.is_busy:
            self._make()
        if self.window is not None and self._background.is_busy:
            self.window.work("De pagina's worden eerst gemaakt…", choices_rest=True)

    # --- keeping, printing and looking back ------------------------------------------------

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
        if self._shown is not None:
            self._put(out.ToKeep(path, self._shown[0].form, self._shown[1]))
        elif self._draft is not None and self._form is DocumentForm.ODT:
            self._work("Het tekstdocument wordt gemaakt…", partial(out.odt_of, self._draft, path))
        elif self._draft is not None:
            self._put(out.ToKeep(path, DocumentForm.PDF, self._draft.pdf))

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
        """Whether a document may leave: not while the case it tells of is not saved."""
        if self._shown is not None or self.window is None:
            return True
        try:
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
        from hgkm_desktop.ui.printing import ask_printer

        assert self.window is not None
        if (printer := ask_printer(self.window, self._name(), self._pages())) is not None:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Paint the pages that are seen on a printer, each in its own direction."""
        work = partial(out.print_pages, self._pages(), printer)
        self._work("De pagina's gaan naar de printer…", work)

    def _pages(self) -> bytes:
        if self._shown is not None:
            return self._shown[1]
        assert self._draft is not None
        return self._draft.pdf

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

    def _look_back(self) -> None:
        """Show a document as it went out."""
        window = self.window
        assert window is not None
        uitgave, self._then = window.issued.current(), None
        if uitgave is None:
            window.show_words("Kies een document in de lijst.")
            return
        try:
            self._shown = (uitgave, self._document.file.issued_data(uitgave.id))
        except HgkmError as error:
            self._shown = None
            window.show_words(error.sentence)
            return
        window.offer((uitgave.form,))
        if uitgave.form is DocumentForm.PDF:
            window.preview.show_pdf(self._shown[1])
        else:
            words = f"Dit is een {uitgave.form.label}. Bewaar het om het te bekijken."
            window.preview.show_words(words)

    @Slot()
    def ask_style(self) -> None:
        """Ask for the name and the colour that documents have."""
        from hgkm_desktop.ui.house_style_dialog import HouseStyleDialog

        dialog = HouseStyleDialog(self.window or self._parent, self._document)
        dialog.kept.connect(self._wish)
        dialog.start()
