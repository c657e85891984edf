"""The window in which a document is seen before it is kept or printed: the same bytes."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.terms import DocumentForm
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.papers import document_out as out
from hgkm_desktop.ui.papers.document_preview import DocumentPreview
from hgkm_desktop.ui.papers.ways_out import may_go_out, offer, why_off
from hgkm_desktop.ui.papers.work_draft import WorkDraft
from hgkm_desktop.ui.parts.background import Background
from hgkm_desktop.ui.parts.files import ask_file, documents_folder, with_suffix
from hgkm_desktop.ui.parts.flow import Flow
from hgkm_desktop.ui.parts.problem_box import show_problem
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label

_WIDTH, _HEIGHT = 1000, 860
MAKING = "De pagina's worden gemaakt…"


class Papers(QDialog):
    """Pages are made in the background; with the window all of them are forgotten.

    Each window of documents says itself what is made, and what follows when that went out.
    """

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.draft: WorkDraft | None = None
        self._form = DocumentForm.PDF
        self._told = label("", quote=True)
        self.preview = DocumentPreview()
        self._pdf, self._odt = QPushButton("Bewaren als pdf…"), QPushButton("Bewaren als odt…")
        self._print = QPushButton("Afdrukken…")
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.failed.connect(self._fail)
        self._background.broke.connect(self._break)
        self.finished.connect(self._leave)
        document.locks.connect(self.leave)

    @Slot()
    def leave(self) -> None:
        """Close at once and keep nothing, as when the file is locked."""
        self.done(0)

    def went_out(self, draft: WorkDraft, done: str) -> None:
        """What follows once a document was kept or printed; `done` says where it went."""
        raise NotImplementedError

    def file_name(self, draft: WorkDraft) -> str:
        """What a file of this document is called, without its suffix."""
        raise NotImplementedError

    def forget(self) -> None:
        """Have nothing to keep, while other pages are made."""
        self.draft = None
        self.tell("")
        self._offer(False)
        self.preview.show_words(MAKING)

    @Slot(object)
    def _take(self, draft: WorkDraft) -> None:
        self.draft = draft
        self.preview.show_pdf(draft.pdf)
        self._offer(may_go_out(draft.kind, draft.content.state))
        self.tell(why_off())

    @Slot(object)
    def _fail(self, error: HgkmError) -> None:
        self.preview.show_words(f"{error.sentence}\n{error.todo}")

    @Slot()
    def _break(self) -> None:
        self.preview.show_words("Het document kon niet worden gemaakt.")

    # --- keeping and printing -------------------------------------------------------------

    @Slot()
    def _ask_pdf(self) -> None:
        self._ask_place(DocumentForm.PDF)

    @Slot()
    def _ask_odt(self) -> None:
        self._ask_place(DocumentForm.ODT)

    def _ask_place(self, form: DocumentForm) -> None:
        if self.draft is None:
            return
        self._form = form
        proposed = documents_folder() / f"{self.file_name(self.draft)}.{form.value}"
        dialog = ask_file(self, "Document bewaren", proposed, out.FILE_KINDS[form])
        dialog.fileSelected.connect(self.keep_in)
        dialog.open()

    @Slot(str)
    def keep_in(self, path: str) -> None:
        """Keep what is seen in this file, in the form that was asked for."""
        if self.draft is None:
            return
        target = with_suffix(Path(path), f".{self._form.value}")
        try:
            pages = self.draft.pages(self._form)
            out.put(out.ToKeep(target, self._form, pages), _nobody)
        except HgkmError as error:
            show_problem(self, error, "Het document is niet bewaard")
            return
        self.went_out(self.draft, f"bewaard in {target}")

    @Slot()
    def _ask_printer(self) -> None:
        from hgkm_desktop.ui.papers.printing import ask_printer

        if self.draft is None:
            return
        printer = ask_printer(self, self.file_name(self.draft), self.draft.pdf)
        if printer is None:
            return
        try:
            made = out.print_pages(self.draft.pages(DocumentForm.PDF), printer, _nobody)
        except HgkmError as error:
            show_problem(self, error, "Het document is niet afgedrukt")
            return
        done = f"bewaard in {made.what.path}" if isinstance(made, out.Kept) else made.done
        self.went_out(self.draft, done)

    # --- building -------------------------------------------------------------------------

    def _offer(self, is_made: bool) -> None:
        offer((self._pdf, self._odt, self._print), is_possible=is_made)

    def tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))
        announce(self, words)

    def lay_out(self, above: tuple[QWidget, ...], *beside: QPushButton) -> None:
        """The window, with these widgets over the pages and these buttons before its own."""
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for part in above:
            column.addWidget(part)
        column.addWidget(self.preview, 1)
        column.addWidget(self._told)
        foot, close = QWidget(), QPushButton("Sluiten")
        row = Flow(foot, (0, 0, 0, 0), 8)
        self._pdf.setProperty("main", True)
        for button in (*beside, self._pdf, self._odt, self._print, close):
            if button is self._pdf:
                row.add_room()
            button.setAutoDefault(False)
            row.addWidget(button)
        column.addWidget(foot)
        self._pdf.clicked.connect(self._ask_pdf)
        self._odt.clicked.connect(self._ask_odt)
        self._print.clicked.connect(self._ask_printer)
        close.clicked.connect(self.reject)
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width() - 20), min(_HEIGHT, room.height() - 60))

    @Slot()
    def _leave(self) -> None:
        """Nothing of a document stays in memory."""
        with suppress(RuntimeError):
            self.preview.close_pages()
        self.draft = None
        self._background.close()
        self.deleteLater()


def _nobody(_: float) -> None:
    """Nobody waits for this little."""
