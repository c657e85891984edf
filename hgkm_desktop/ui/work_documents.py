"""The window of the documents of a work: one is chosen, seen, and kept or printed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.follow_up import Followed
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leaving import OF_WORK, SUBJECTS, state_of_work
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.meetings import MeetingSeries
from hgkm_desktop.models.practice import BoardTalk
from hgkm_desktop.models.terms import CaseState, DocumentForm, DocumentKind
from hgkm_desktop.models.works import Work, cases_in, name_of
from hgkm_desktop.reports.of_work import AskedOfWork
from hgkm_desktop.ui import document_out as out
from hgkm_desktop.ui.actions_held import all_actions
from hgkm_desktop.ui.background import Background
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.document_preview import DocumentPreview
from hgkm_desktop.ui.fields import Choice
from hgkm_desktop.ui.files import ask_file, documents_folder, with_suffix
from hgkm_desktop.ui.flow import Flow
from hgkm_desktop.ui.problem_box import show_problem
from hgkm_desktop.ui.spoken import announce
from hgkm_desktop.ui.text import label, sentence_case
from hgkm_desktop.ui.work_draft import WorkDraft, make_work_draft
from hgkm_desktop.ui.works_held import case_names, cases_of

_WIDTH, _HEIGHT = 1000, 860
_STAYS = "Dit document blijft aan tafel. Het mag weg als {what} en alle casussen deelbaar zijn."
_MAKING = "De pagina's worden gemaakt…"


class WorkDocuments(QDialog):
    """What is seen, kept and printed are the same bytes. `check_wanted` asks for the
    herleidbaarheidscheck of the work.

    A work has no list of what went out, as a case has: its next document has the next number.
    """

    check_wanted = Signal()

    def __init__(
        self, document: Document, work_id: str, kind: DocumentKind, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._document, self._work_id = document, work_id
        self.draft: WorkDraft | None = None
        self._form = DocumentForm.PDF
        work = self.work
        kinds = OF_WORK[type(work)] if work is not None else (kind,)
        self._kind = Choice([(one, sentence_case(one.label)) for one in kinds])
        self._kind.setAccessibleName("Welk document")
        self._kind.set_value(kind)
        self._about = Choice(_tabled(document, work) if work is not None else ())
        self._about.setAccessibleName("Over welke casus")
        self._stays, self._told = label("", soft=True), label("", quote=True)
        self.preview = DocumentPreview()
        self._pdf, self._odt = QPushButton("Bewaren als pdf…"), QPushButton("Bewaren als odt…")
        self._print, self._check = QPushButton("Afdrukken…"), QPushButton("Herleidbaarheidscheck…")
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.failed.connect(self._fail)
        self._background.broke.connect(self._break)
        self._lay_out()
        self._kind.changed.connect(self.make)
        self._about.changed.connect(self.make)
        self.finished.connect(self._leave)
        document.locks.connect(self.leave)
        self.setWindowTitle(
            f"Documenten van {name_of(work).the}" if work is not None else "Documenten"
        )
        self.make()

    @property
    def work(self) -> Work | None:
        """The work as it is now."""
        return next((w for w in self._document.works() if w.id == self._work_id), None)

    @Slot()
    def leave(self) -> None:
        """Close at once and keep nothing, as when the file is locked."""
        self.done(0)

    @Slot()
    def make(self) -> None:
        """Make the pages of what is chosen, of the work as it is now."""
        work = self.work
        if work is None:
            return
        self.draft = None
        self._tell("")
        self._offer(False)
        cases = tuple(cases_of(self._document, work))
        is_shared = state_of_work(work, cases) is CaseState.DEELBAAR
        self._stays.setText("" if is_shared else _STAYS.format(what=name_of(work).the))
        self._stays.setVisible(not is_shared)
        self._about.setVisible(self._is_about_one and self._about.count() > 1)
        self.preview.show_words(_MAKING)
        try:
            asked = self._asked(work, cases)
        except HgkmError as error:
            self._fail(error)
            return
        self._background.start(partial(make_work_draft, asked))

    @property
    def _is_about_one(self) -> bool:
        """Whether the document is about one case of the work."""
        return self._kind.value() is DocumentKind.LEERTAFELBLAD

    def _asked(self, work: Work, cases: tuple[Case, ...]) -> AskedOfWork:
        """What the document is made from. Raises HgkmError."""
        about = self._about.value() if self._is_about_one and self._about.count() else ""
        return AskedOfWork(
            work,
            cases,
            self._kind.value(),
            self._document.file.settings,
            date.today(),
            about=about,
            others=tuple(other for other in self._document.works() if other.id != work.id),
            earlier=_asked_about(self._document, work),
        )

    @Slot(object)
    def _take(self, draft: WorkDraft) -> None:
        self.draft = draft
        self.preview.show_pdf(draft.pdf)
        self._offer(True)

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
        self._form = form
        proposed = documents_folder() / f"{self._name()}.{form.value}"
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
        self._went_out(f"bewaard in {target}")

    @Slot()
    def _ask_printer(self) -> None:
        from hgkm_desktop.ui.printing import ask_printer

        if self.draft is None:
            return
        printer = ask_printer(self, self._name(), self.draft.pdf)
        if printer is None:
            return
        try:
            made = out.print_pages(self.draft.pages(DocumentForm.PDF), printer, _nobody)
        except HgkmError as error:
            show_problem(self, error, "Het document is niet afgedrukt")
            return
        self._went_out(f"bewaard in {made.what.path}" if isinstance(made, out.Kept) else made.done)

    def _went_out(self, done: str) -> None:
        """Count the version, once for all its forms, and say what to think of."""
        work, draft = self.work, self.draft
        assert work is not None
        assert not isinstance(work, MeetingSeries)
        assert draft is not None
        version, noted = draft.asked.version, ""
        if work.versions < version and not self._document.is_read_only:
            self._document.edit(
                f"document van {name_of(work).the}", replace(work, versions=version)
            )
        if not self._document.is_read_only:
            noted = f" Het is versie {version}."
        self._tell(f"{SUBJECTS[draft.asked.kind]} is {done}.{noted} {out.LAWS}")

    def _name(self) -> str:
        assert self.draft is not None
        asked = self.draft.asked
        return f"{asked.kind.value}-{self.draft.content.code}-versie-{asked.version}"

    # --- building -------------------------------------------------------------------------

    def _offer(self, is_made: bool) -> None:
        for button in (self._pdf, self._odt, self._print):
            button.setEnabled(is_made)

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))
        announce(self, words)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for part in (self._kind, self._about, self._stays):
            column.addWidget(part)
        column.addWidget(self.preview, 1)
        column.addWidget(self._told)
        foot, close = QWidget(), QPushButton("Sluiten")
        row = Flow(foot, (0, 0, 0, 0), 8)
        self._pdf.setProperty("main", True)
        for button in (self._check, self._pdf, self._odt, self._print, close):
            if button is self._pdf:
                row.add_room()
            button.setAutoDefault(False)
            row.addWidget(button)
        column.addWidget(foot)
        self._check.clicked.connect(self._ask_check)
        self._pdf.clicked.connect(self._ask_pdf)
        self._odt.clicked.connect(self._ask_odt)
        self._print.clicked.connect(self._ask_printer)
        close.clicked.connect(self.reject)
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width() - 20), min(_HEIGHT, room.height() - 60))

    @Slot()
    def _ask_check(self) -> None:
        self.reject()
        self.check_wanted.emit()

    @Slot()
    def _leave(self) -> None:
        """Nothing of a document stays in memory."""
        with suppress(RuntimeError):
            self.preview.close_pages()
        self.draft = None
        self._background.close()
        self.deleteLater()


def _tabled(document: Document, work: Work) -> list[tuple[str, str]]:
    """The cases of a work by id, and what they are called."""
    names = case_names(document)
    return [(one, names.get(one, "Een casus die hier niet staat")) for one in cases_in(work)]


def _asked_about(document: Document, work: Work) -> tuple[Followed, ...]:
    """The actions that were asked about when a talk or leertafel opened. Raises HgkmError."""
    if not isinstance(work, BoardTalk | Leertafel) or not work.progress:
        return ()
    keys = {(said.case_id, said.actie_id) for said in work.progress}
    return tuple(row for row in all_actions(document) if row.key in keys)


def _nobody(_: float) -> None:
    """Nobody waits for this little."""
