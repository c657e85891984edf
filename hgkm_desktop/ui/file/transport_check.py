"""Has the cases that a copy would hold looked through, in a thread of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.leaving import WHERE_TO_CHECK
from hgkm_desktop.privacy.case_check import (
    CaseFinding,
    blocking,
    hides_someone,
    tells_where_someone_hides,
)
from hgkm_desktop.ui.check.check_words import NOTHING, READING
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.background import Background, Progress

_BROKE = "De herleidbaarheidscheck lukte niet. Er is geen kopie gemaakt."
_AUTHOR = (
    "De naam van de organisatie op documenten zegt waar iemand veilig zit, en gaat met een kopie "
    "mee. Er komt geen kopie. Geef bij Huisstijl een naam die dat niet verraadt."
)
_TODO = f"Open die casus en vervang het of haal het weg: {WHERE_TO_CHECK}"
_STAYS = (
    "Geef de kopie alleen aan een collega die aan deze casus werkt. Wat in bewerking is, blijft "
    "dat in de kopie."
)
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Looked:
    """These cases, and by code what in them surely tells who or where someone is."""

    cases: tuple[Case, ...]
    found: tuple[tuple[str, CaseFinding], ...]

    @property
    def hiding(self) -> tuple[tuple[str, CaseFinding], ...]:
        """What says where someone hides, which may go to nobody."""
        return tuple((code, one) for code, one in self.found if hides_someone(one.finding))


class TransportCheck(QObject):
    """Looks through the cases that were chosen; `changed` comes when more or less is known."""

    changed = Signal()

    def __init__(self, parent: QObject, document: Document) -> None:
        super().__init__(parent)
        self.answer: Looked | None = None
        self.problem = ""
        self._document = document
        self._case_ids: tuple[str, ...] = ()
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.failed.connect(self._fail)
        self._background.broke.connect(self._break)
        document.case_changed.connect(self._again)
        document.unlocked.connect(self._again)
        document.locks.connect(self.forget)

    def look_at(self, case_ids: Sequence[str]) -> None:
        """Look through these cases from now on."""
        self._case_ids = tuple(case_ids)
        self._again()

    @Slot()
    def forget(self) -> None:
        """Keep nothing, here and in the thread."""
        self._background.close()
        self.answer, self.problem = None, ""

    def insist(self, cases: Sequence[Case]) -> None:
        """Raise BadInput unless these very cases were looked through and none says where someone
        hides.

        Source: de methode, beloften over privacy (docs/bronnen.md, bron 4).
        """
        answer = self.answer
        if answer is None or tuple(cases) != answer.cases:
            raise BadInput("De casussen zijn intussen veranderd.", todo="Maak de kopie opnieuw.")
        if answer.hiding:
            raise BadInput("In een casus staat waar iemand veilig zit.", todo=_TODO)
        if self.refusal:
            raise BadInput(self.refusal)

    @property
    def refusal(self) -> str:
        """Why there can be no copy of these cases, as far as that is known; '' when there can."""
        if self.answer is not None and self.answer.hiding:
            return _where(self.answer.hiding)
        author = self._document.file.settings.organisation
        return _AUTHOR if tells_where_someone_hides(author) else self.problem

    def words(self) -> str:
        """What was found, as far as that is known."""
        if self.refusal or self.answer is None:
            return self.refusal or READING
        many, cases = len(self.answer.found), len(self.answer.cases)
        where = "deze casus" if cases == 1 else "deze casussen"
        return (
            f"In {where} staat {many} keer iets wat zeker herleidbaar is. {_STAYS}"
            if many
            else NOTHING
        )

    @Slot()
    def _again(self) -> None:
        self._background.end()
        self.answer, self.problem = None, ""
        if not self._case_ids:
            self.answer = Looked((), ())
        elif not self._document.file.is_locked:
            try:
                cases = self._cases()
            except HgkmError as error:
                self.problem = error.sentence
            else:
                self._background.start(partial(_look_through, cases))
        self.changed.emit()

    def _cases(self) -> tuple[Case, ...]:
        unsaved = {case.id: case for case in self._document.unsaved_cases}
        load = self._document.file.load
        return tuple(unsaved.get(case_id) or load(case_id) for case_id in self._case_ids)

    @Slot(object)
    def _take(self, answer: Looked) -> None:
        self.answer = answer
        self.changed.emit()

    @Slot(object)
    def _fail(self, error: HgkmError) -> None:
        self.problem = error.sentence
        self.changed.emit()

    @Slot()
    def _break(self) -> None:
        self.problem = _BROKE
        self.changed.emit()


def _look_through(cases: tuple[Case, ...], tell: Progress) -> Looked:
    found = []
    for number, case in enumerate(cases):

        def within(part: float, number: int = number) -> None:
            tell((number + part) / len(cases))

        found += [(case.code, one) for one in blocking(case, within)]
    return Looked(cases, tuple(found))


def _where(hiding: Sequence[tuple[str, CaseFinding]]) -> str:
    """In which texts it stands, and how to get there."""
    said = list(dict.fromkeys(f"casus {code}, {one.place.where}" for code, one in hiding))
    more = len(said) - _MOST_NAMED
    some = [*said[:_MOST_NAMED], f"nog {more} keer"] if more > 0 else said
    return f"Hier staat waar iemand veilig zit: {list_text(some)}. Er komt geen kopie. {_TODO}"
