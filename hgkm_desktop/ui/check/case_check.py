"""Has the case on screen looked through by the herleidbaarheidscheck, in a thread of its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.texts import CaseText
from hgkm_desktop.models.wording import CaseHint, hints_of_case
from hgkm_desktop.privacy.case_check import CaseFinding, every_finding, hides_someone, not_cleared
from hgkm_desktop.privacy.combinations import RareFact, rare_facts
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.background import Background, Progress

PAUSE_MILLISECONDS = 150
FILE_KEY, AUTHOR_KEY = "bestand::naam", "bestand::organisatie"
_BROKE = "De herleidbaarheidscheck lukte niet. De casus is niet veranderd."


@dataclass(frozen=True, slots=True)
class Answer:
    """All that was found in one value of a case and in what stands beside it in its file.

    `beside` are the name of the file and the name that documents have. `findings` are those that
    nobody put aside; `facts` go by all of them. `hints` are about wording and count for nothing.
    """

    case: Case
    beside: tuple[CaseText, ...]
    findings: tuple[CaseFinding, ...]
    facts: tuple[RareFact, ...]
    hints: tuple[CaseHint, ...]


class CaseCheck(QObject):
    """Keeps an answer for the value that the case has now, while someone wants it.

    `changed` comes when there is an answer, and when there is none any more. An answer about an
    older value is never given. `progressed(part)` says meanwhile how far it is, 0.0 to 1.0.
    """

    changed = Signal()
    progressed = Signal(float)

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.problem = ""
        self._document = document
        self._answer: Answer | None = None
        self._is_wanted = False
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self._start)
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.progressed.connect(self.progressed)
        self._background.failed.connect(self._say)
        self._background.broke.connect(self._say_broke)
        document.case_changed.connect(self._look_again)
        document.moved.connect(self._look_again)
        document.locks.connect(self.forget)
        document.case_destroyed.connect(self._look_again)

    @property
    def answer(self) -> Answer | None:
        """What is known of the case as it is now; None while that is looked for."""
        answer = self._answer
        if answer is None or answer.beside != self._beside:
            return None
        return answer if answer.case is self._document.case else None

    def begin(self) -> None:
        """Someone wants to know, from now on."""
        self._is_wanted = True
        if self.answer is None:
            self._look_again()

    @Slot()
    def forget(self) -> None:
        """Nobody wants to know: keep nothing, here and in the thread."""
        self._is_wanted = False
        self._pause.stop()
        self._background.close()
        self._answer, self.problem = None, ""
        self.changed.emit()

    @property
    def _beside(self) -> tuple[CaseText, ...]:
        file = self._document.file
        name = CaseText(FILE_KEY, "naam van het bestand", file.path.stem)
        author = CaseText(AUTHOR_KEY, "organisatie op documenten", file.settings.organisation)
        return name, author

    @Slot()
    def _look_again(self) -> None:
        self._background.end()
        self._answer, self.problem = None, ""
        if self._is_wanted and self._document.case is not None:
            self._pause.start()
        self.changed.emit()

    @Slot()
    def _start(self) -> None:
        if self._document.case is not None and not self._document.file.is_locked:
            work = partial(_look_through, self._document.case, self._beside)
            self._background.start(work)

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        self._background.close()  # no thread that waits for nothing
        self._answer = answer
        self.changed.emit()

    @Slot(object)
    def _say(self, error: HgkmError) -> None:
        self.problem = error.sentence
        self.changed.emit()

    @Slot()
    def _say_broke(self) -> None:
        self.problem = _BROKE
        self.changed.emit()


def _look_through(case: Case, beside: tuple[CaseText, ...], tell: Progress) -> Answer:
    found = every_finding(case, beside, tell)
    every = tuple(one for one in found if not _is_of_author(one) or hides_someone(one.finding))
    tell(1.0)
    facts = rare_facts(case, every)
    return Answer(case, beside, not_cleared(case, every), facts, hints_of_case(case))


def _is_of_author(found: CaseFinding) -> bool:
    """Whether it stands in the name of who makes the documents, which may be known."""
    return found.place.key == AUTHOR_KEY
