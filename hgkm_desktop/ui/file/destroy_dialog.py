"""What is said before a case is destroyed, and what must be typed to do it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, day_text, list_text
from hgkm_desktop.models.uitgave import Uitgave
from hgkm_desktop.models.works import Work, name_of
from hgkm_desktop.ui.file.keeping import is_past
from hgkm_desktop.ui.file.weighed_dialog import WeighedDialog
from hgkm_desktop.ui.papers.document_issued import uitgave_words
from hgkm_desktop.ui.parts.text import label, problem_label
from hgkm_desktop.ui.writing.written import WrittenLine

_OUT_OF_REACH = (
    "Kopieën van dit bestand op een andere plek, bijvoorbeeld op een stick.",
    "Een kopie voor een collega, en de back-ups daarvan.",
    "Bestanden met ‘herstel’ in de naam: teruggezet uit een back-up, of apart bewaard.",
    "Oudere versies bij OneDrive of op een netwerkschijf, en back-ups van uw organisatie.",
    "Wat met e-mail is verstuurd of is afgedrukt.",
)
_GROUND = "Volgens welke afspraak of regel"
_WHO = "Welke functie vernietigt de casus"


class DestroyDialog(WeighedDialog):
    """Says what goes and what cannot be reached, and asks for the code of the case.

    `confirmed(case_id, function, ground)` comes only then. `backups` counts those of the file;
    `emptied` are the exercises and playings that were made of the case.
    """

    confirmed = Signal(str, str, str)

    def __init__(
        self,
        parent: QWidget,
        case: Case,
        issued: Sequence[Uitgave],
        backups: int,
        emptied: Sequence[Work] = (),
    ) -> None:
        super().__init__(parent, "Casus vernietigen")
        self._case = case
        self._function, self._ground, self._code = WrittenLine(), WrittenLine(), QLineEdit()
        self._ground.setText(case.keep_reason)
        self._problem = problem_label()
        self._say_what_goes(issued, backups, emptied)
        self._say_what_stays(issued)
        self._ask()
        about, keep, act = "Wat er weggaat", "Niet vernietigen", "Vernietigen"
        self._destroy = self.lay_out(about, keep, act, self._problem)
        self._destroy.clicked.connect(self._confirm)
        self._code.textChanged.connect(self._look)
        self._look()

    # --- what is said -------------------------------------------------------------------

    def _say_what_goes(
        self, issued: Sequence[Uitgave], backups: int, emptied: Sequence[Work]
    ) -> None:
        case = self._case
        self.column.addWidget(label(f"Casus {case.code} vernietigen", level=2))
        self.column.addWidget(label("Niemand kan dit terugdraaien. Deze casus gaat voorgoed weg."))
        self.column.addWidget(label(_term_words(case, date.today()), quote=True))
        events = count_text(len(case.events), "gebeurtenis", "gebeurtenissen")
        belevingen = count_text(len(case.belevingen), "beleving", "belevingen")
        parts = [f"De casus met {events}, {belevingen} en al het andere dat erbij staat."]
        if issued:
            kept = count_text(len(issued), "uitgegeven document", "uitgegeven documenten")
            parts.append(f"{kept} van deze casus, zoals bewaard in dit bestand.")
        if emptied:
            named = list_text([f"{name_of(work).one} {work.code}" for work in emptied])
            parts.append(
                f"Alle woorden van {named}: gemaakt van deze casus. Alleen de code blijft staan."
            )
        parts.append("Wat u nog ongedaan kon maken, ook in de andere casussen.")
        count = count_text(backups, "oudere back-up", "oudere back-ups")
        parts.append(
            f"Alle back-ups van dit bestand en van kopieën ervan die op deze computer staan "
            f"({count}), want daarin staat de casus nog. Ook hoe uw andere casussen er eerder "
            "uitzagen, gaat daarmee weg. Eerst maakt en controleert het programma een nieuwe "
            "back-up, zonder deze casus."
        )
        self.say("Dit gaat weg", parts)

    def _say_what_stays(self, issued: Sequence[Uitgave]) -> None:
        if issued:
            listed = [uitgave_words(uitgave).replace("\n", ", ") for uitgave in issued]
            self.say("Deze documenten kunnen elders zijn. Haal ze zelf weg.", listed)
        else:
            self.say("Documenten elders", ["Van deze casus is geen document uitgegeven."])
        self.say("Hier kan het programma niet bij", _OUT_OF_REACH)

    # --- what is asked ------------------------------------------------------------------

    def _ask(self) -> None:
        self.column.addSpacing(10)
        self.column.addWidget(label("Voor de verklaring", level=3))
        self.column.addWidget(
            label(
                "Dit komt op de verklaring van vernietiging en blijft in het bestand staan. "
                "Schrijf hier geen namen en niets over het gezin.",
                soft=True,
            )
        )
        self._add(_WHO, self._function, "bijvoorbeeld: informatiebeheerder")
        self._add(_GROUND, self._ground, "bijvoorbeeld: selectielijst van de gemeente")
        self.column.addSpacing(6)
        self._add(f"Typ de code van de casus om te vernietigen: {self._case.code}", self._code)

    def _add(self, name: str, line: QLineEdit, example: str = "") -> None:
        words = label(name)
        words.setBuddy(line)
        line.setAccessibleName(name)
        line.setPlaceholderText(example)
        self.column.addWidget(words)
        self.column.addWidget(line)

    @Slot()
    def _look(self) -> None:
        typed = self._code.text().strip().casefold()
        self._destroy.setEnabled(typed == self._case.code.casefold())

    @Slot()
    def _confirm(self) -> None:
        function = self._function.text().strip()
        if not function:
            self._problem.setText("Vul in welke functie de casus vernietigt, niet wie.")
            self._problem.show()
            self._function.setFocus()
            return
        self.accept()
        self.confirmed.emit(self._case.id, function, self._ground.text().strip())


def _term_words(case: Case, today: date) -> str:
    """Whether the case was to be kept until now."""
    if case.keep_until is None:
        return (
            "Bij deze casus staat niet tot wanneer hij bewaard moet worden. Weet u niet zeker of "
            "hij weg mag? Vraag het uw archivaris of informatiebeheerder."
        )
    until = day_text(case.keep_until)
    if is_past(case.keep_until, today):
        return f"De bewaartermijn liep tot en met {until}."
    return (
        f"De bewaartermijn loopt nog tot en met {until}. Vraag uw archivaris of "
        "informatiebeheerder of de casus eerder weg mag."
    )
