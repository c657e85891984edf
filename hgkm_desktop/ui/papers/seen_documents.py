"""What the window of documents shows: pages that are made in the background, or those of before."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.day_form import chosen_form
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import CaseState, DocumentForm, DocumentKind
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.papers.ways_out import may_go_out, why_off
from hgkm_desktop.ui.parts.background import Background
from hgkm_desktop.ui.parts.problem_box import show_problem

if TYPE_CHECKING:
    # Imported when they are asked for: the window must open without them.
    from hgkm_desktop.models.uitgave import Uitgave
    from hgkm_desktop.ui.line.line_screen import Screen
    from hgkm_desktop.ui.papers.document_draft import Asked, Draft, Wishes
    from hgkm_desktop.ui.papers.document_window import DocumentWindow

PAUSE_MILLISECONDS = 350
STAYS = (
    "De casus is in bewerking. U kunt de gespreksnotitie hier bekijken. Bewaren en afdrukken kan "
    "als de casus deelbaar is."
)


class SeenDocuments(QObject):
    """Makes what the window asks for and shows it, or shows what went out before.

    `screen` gives what the line shows now. What is seen is always of the case as it is now: who
    changes that elsewhere sees the pages follow. `check_requested` asks for the window of the
    herleidbaarheidscheck. `opened(DocumentKind)` tells at which document the window opened. `close`
    before the file is closed.
    """

    check_requested = Signal()
    opened = Signal(object)

    def __init__(self, document: Document, screen: Callable[[], Screen], parent: QWidget) -> None:
        super().__init__(document)
        self._document, self._screen, self._parent = document, screen, parent
        self.window: DocumentWindow | None = None
        self._kept_wishes: dict[tuple[str, CaseState], dict[DocumentKind, Wishes]] = {}
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
        document.case_changed.connect(self._follow)

    @property
    def is_busy(self) -> bool:
        """Whether something is or will be made, kept or printed."""
        return self._pause.isActive() or self._background.is_busy

    def close(self) -> None:
        """End what is being made and let go of the thread."""
        self._pause.stop()
        self._background.close()

    @Slot()
    def _leave(self) -> None:
        """The window closes: nothing of a document stays in memory."""
        self._pause.stop()
        self._background.end()
        if self.window is not None:
            self.window.preview.close_pages()
        self.window = self._draft = self._shown = self._then = None

    # --- making ---------------------------------------------------------------------------

    @Slot()
    def _wish(self) -> None:
        """Something else is asked: what was made no longer counts, unless it is that again."""
        if self.window is not None:
            self.window.say_done(())
            self._renew()

    def _renew(self) -> None:
        window = self.window
        assert window is not None
        self._background.end()
        self._pause.stop()
        self._shown = None
        window.rest()
        self._say_whether_it_stays()
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
        from hgkm_desktop.ui.papers.document_draft import make_draft

        window.offer(self._leaving(self._asked.wishes.kind, self._asked.case.state))
        window.work("De pagina's worden gemaakt…")
        self._background.start(partial(make_draft, self._asked))

    def _ask(self, wishes: Wishes) -> Asked:
        """What is made now. Raises HgkmError when the file cannot be read."""
        from hgkm_desktop.ui.papers.document_draft import Asked

        case = self._case()
        self._kept_wishes.setdefault((case.id, case.state), {})[wishes.kind] = wishes
        return Asked(
            case=case,
            wishes=wishes,
            screen=self._screen(),
            settings=self._document.file.settings,
            made_on=date.today(),
            version=self._document.file.next_version(case.id, wishes.kind),
            days=chosen_form(),
        )

    def _is_asked(self, draft: Draft) -> bool:
        """Whether this is still what is asked for."""
        assert self.window is not None
        asked = draft.asked
        with suppress(HgkmError):  # a field that cannot be read asks for nothing
            wanted = (self.window.wishes(), self._document.file.settings, chosen_form())
            was = (asked.wishes, asked.settings, asked.days)
            return wanted == was and asked.case == self._case()
        return False

    def _show_draft(self, draft: Draft) -> None:
        assert self.window is not None
        self._draft = draft
        self.window.offer(self._leaving(draft.asked.wishes.kind, draft.asked.case.state))
        self.window.preview.show_pdf(draft.pdf)
        self.window.say_left_out(draft.left_out)
        if draft.certain and self._leaving(draft.asked.wishes.kind, draft.asked.case.state):
            self.window.say_stays(certain_words(draft.certain))

    def _case(self) -> Case:
        case = self._document.case
        assert case is not None
        return case

    @Slot(object)
    def _take(self, made: object) -> None:
        """Something is ready; pages of a case that changed meanwhile are made anew."""
        from hgkm_desktop.ui.papers.document_draft import Draft

        window = self.window
        if window is None or not isinstance(made, Draft):
            return
        if made.asked.case != self._case():
            self._make()
            return
        window.rest()
        self._show_draft(made)
        then, self._then = self._then, None
        if then is not None:
            then()

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
        window.offer((uitgave.form,) if may_go_out(uitgave.kind, uitgave.state) else ())
        if uitgave.form is DocumentForm.PDF:
            window.preview.show_pdf(self._shown[1])
        else:
            words = f"Dit is een {uitgave.form.label}. Bewaar het om het te bekijken."
            window.preview.show_words(words)

    # --- what may leave -------------------------------------------------------------------

    @Slot(object, object)
    def _follow(self, old: Case | None, new: Case | None) -> None:
        """The case on screen changed: so does what is seen, once nothing is kept or printed."""
        window = self.window
        if window is None:
            return
        if new is None or (old is not None and new.id != old.id):  # no other case is shown
            self._then, window.may_close = None, True
            window.reject()
        elif window.may_close:
            window.choices.fit(new)
            self._renew()

    def _say_whether_it_stays(self) -> None:
        """Say that what is chosen can be looked at only, and what to do to let it out."""
        window = self.window
        assert window is not None
        stays = not window.looks_back and not self._leaving(window.choices.kind, self._case().state)
        window.say_stays(why_off() or (STAYS if stays else ""))
        if stays:
            window.offer(())

    def _leaving(self, kind: DocumentKind, state: CaseState) -> tuple[DocumentForm, ...]:
        """The forms in which such a document may go out of a case in this state."""
        from hgkm_desktop.ui.papers.document_draft import forms_of

        return forms_of(kind) if may_go_out(kind, state) else ()

    @Slot()
    def _ask_check(self) -> None:
        """Make room for the herleidbaarheidscheck, and ask for it."""
        if self.window is not None:
            self.window.reject()
        if self.window is None:
            self.check_requested.emit()


def certain_words(number: int) -> str:
    """What the herleidbaarheidscheck still finds in a case whose papers stay at the table."""
    return (
        f"De herleidbaarheidscheck vindt in deze casus nog {number} keer iets wat zeker "
        "herleidbaar is. Vervang het of haal het weg voordat u dit papier bewaart of afdrukt, of "
        "laat het aan deze tafel."
    )
