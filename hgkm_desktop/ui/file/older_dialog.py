"""What still holds the texts of before, in plain words, and the question whether it may go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from hgkm_desktop.casefile import Backup, Older
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, day_text
from hgkm_desktop.ui.file.weighed_dialog import WeighedDialog
from hgkm_desktop.ui.papers.document_issued import uitgave_words
from hgkm_desktop.ui.parts.text import label

TITLE = "Oude back-ups en documenten"
_FIRST = (
    "Een wijziging in de casus verandert niets aan wat eerder is gemaakt. In back-ups en "
    "documenten van eerder kan dus nog staan wat u hebt vervangen."
)
_NO_WAY_BACK = (
    "Het maakt eerst een nieuwe back-up en controleert die. "
    "Daarna kunt u niet meer terug naar hoe het bestand eerder was, ook niet bij uw andere "
    "casussen."
)
_NO_ISSUED = "Het bestand bevat geen tekst van documenten van deze casus."
_OUT_OF_REACH = (
    "Kopieën van dit bestand op een andere plek, en kopieën voor een collega.",
    "Oudere versies bij OneDrive of op een netwerkschijf, en back-ups van uw organisatie.",
    "Wat is afgedrukt, bewaard of gemaild.",
)
_ASK_FIRST = (
    "In de lijst blijft staan dat ze zijn uitgegeven, zonder titel. Openen kan dan niet meer. "
    "Twijfelt u? Vraag het eerst uw archivaris of informatiebeheerder."
)


class OlderDialog(WeighedDialog):
    """Says what there is; `confirmed(case_id, with_issued)` comes only when it may go."""

    confirmed = Signal(str, bool)

    def __init__(self, parent: QWidget, case: Case, older: Older) -> None:
        super().__init__(parent, TITLE)
        self._case_id, self._older = case.id, older
        self._with_issued = QCheckBox(_take_out_words(len(older.issued)))
        self.column.addWidget(label(TITLE, level=2))
        self.column.addWidget(label(_FIRST))
        self.say("Back-ups op deze computer", backup_sentences(older))
        self._say_issued()
        self.say("Hier kan het programma niet bij. Haal het zelf weg.", _OUT_OF_REACH)
        about = "Wat de oude tekst nog kan bevatten"
        self._remove = self.lay_out(about, "Laten staan", "Oude back-ups verwijderen")
        self._remove.clicked.connect(self._confirm)
        self._with_issued.toggled.connect(self._look)
        self._look()

    def _say_issued(self) -> None:
        issued, heading = self._older.issued, "Uitgegeven documenten van deze casus"
        if not issued:
            self.say(heading, [_NO_ISSUED])
            return
        self.say(heading, [uitgave_words(uitgave).replace("\n", ", ") for uitgave in issued])
        self.column.addSpacing(4)
        self.column.addWidget(self._with_issued)
        self.column.addWidget(label(_ASK_FIRST, soft=True))

    @Slot()
    def _look(self) -> None:
        self._remove.setEnabled(bool(self._older.backups) or self._with_issued.isChecked())

    @Slot()
    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit(self._case_id, self._with_issued.isChecked())


def backup_sentences(older: Older) -> tuple[str, ...]:
    """How many backups there are and of when, what can be done, and what stays."""
    said = [_made_words(older.backups)]
    if older.backups:
        them = "deze back-up" if len(older.backups) == 1 else "deze back-ups"
        said.append(f"Het programma kan {them} verwijderen. {_NO_WAY_BACK}")
    if older.elsewhere:
        many = count_text(older.elsewhere, "back-up", "back-ups")
        said.append(
            f"Van een kopie van dit bestand op een andere plek: {many}. "
            f"{'Die blijft' if older.elsewhere == 1 else 'Die blijven'} staan."
        )
    return tuple(said)


def _made_words(backups: Sequence[Backup]) -> str:
    if not backups:
        return "Van dit bestand is er geen back-up van eerder."
    days = sorted({backup.made.date() for backup in backups})
    many = count_text(len(backups), "back-up", "back-ups")
    if len(days) == 1:
        return f"{many} van dit bestand, van {day_text(days[0])}."
    return f"{many} van dit bestand, van {day_text(days[0])} tot en met {day_text(days[-1])}."


def _take_out_words(count: int) -> str:
    if count == 1:
        return "Haal ook de inhoud van dit document uit het bestand"
    return "Haal ook de inhoud van deze documenten uit het bestand"
