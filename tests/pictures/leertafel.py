"""A leertafel: each of its pages, what it refuses, and what it asks for."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hgkm_desktop.app import make_application
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.methods.leertafel import proposed_agenda
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leertafel import (
    Begrip,
    Knelpunt,
    Leertafel,
    Reflection,
    Succes,
    TableCase,
    TeamSignal,
    Uitvoerder,
)
from hgkm_desktop.models.practice import BoardTalk
from hgkm_desktop.models.terms import (
    Answer,
    AskedOfBoard,
    KnelpuntKind,
    Level,
    Outcome,
    TableCaseKind,
)
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event, made_deelbaar
from tests.ui.keyboard import CTRL, choose, press, tab_to

Key = Qt.Key
PASSPHRASE = "vijf gewone woorden achter elkaar"
PAGES = (
    *("casussen", "signalen", "uitvoerders", "agenda", "eerdere-acties"),
    *("aan-tafel", "opbrengst", "afsluiten"),
)


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    file = CaseFile.create(folder / "leertafel.hgkm", PASSPHRASE, kdf=TEST)
    cases = a_few_cases()
    for case in cases:
        file.save(case)
    table = a_leertafel(*cases[:2])
    for work in (a_talk(), Leertafel("e" * 32, "T2-2T"), table):
        file.save(work)
    window = MainWindow(lambda: (file, PASSPHRASE))
    window.resize(1366, 900)
    window.show()
    window.show_file(file)
    assert window.workspace is not None
    assert window.document is not None
    window.workspace._works.show("e" * 32)
    _take(folder, window, "200-leertafel-leeg")
    press(Key.Key_4, CTRL)
    _take(folder, window, "201-agenda-leeg")
    window.workspace._works.show(table.id)
    for number, name in enumerate(PAGES):
        press(Key(Key.Key_1.value + number), CTRL)
        _take(folder, window, f"{202 + number}-leertafel-{name}")
    _take_refusal(folder, window)
    _take_dialogs(folder)
    back = replace(cases[1], title="weer veranderd", state=a_case_with().state)
    window.document.edit_together("casus", back, replace(table, successes=()))
    window.workspace._works.show(table.id)
    for number in (1, 7):
        press(Key(Key.Key_0.value + number), CTRL)
        _take(folder, window, f"22{number}-leertafel-waarschuwing")
    window.close_file()
    file.path.unlink()
    QApplication.exit()


def _take(folder: Path, widget: QWidget, name: str) -> None:
    QTest.qWait(100)
    widget.grab().save(str(folder / f"{name}.png"))


def _take_refusal(folder: Path, window: MainWindow) -> None:
    """A case in bewerking is refused in the dialog."""
    press(Key.Key_1, CTRL)
    tab_to("Casussen op tafel")
    press(Key.Key_Home)
    tab_to("Wijzigen")
    press(Key.Key_Return)
    choose("D4")
    press(Key.Key_Return)
    _take_dialog(folder, "211-casus-geweigerd")


def _take_dialogs(folder: Path) -> None:
    for page, button, name in (
        (3, "Uitvoerder toevoegen", "212-uitvoerder"),
        (4, "Agendapunt toevoegen", "213-agendapunt"),
        (7, "Knelpunt toevoegen", "214-knelpunt"),
        (7, "Doorbraak toevoegen", "215-doorbraak"),
    ):
        press(Key(Key.Key_0.value + page), CTRL)
        tab_to(button)
        press(Key.Key_Return)
        _take_dialog(folder, name)


def _take_dialog(folder: Path, name: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    _take(folder, dialog, name)
    dialog.done(0)
    QTest.qWait(20)


def a_few_cases() -> tuple[Case, Case, Case]:
    """Two that are deelbaar, and one in bewerking."""
    named = (
        ("B2-2B", "Het derde huisverbod"),
        ("C3-3C", "De buurvrouw die bleef bellen"),
        ("D4-4D", "Tussen twee loketten"),
    )
    one, other, third = (
        a_case_with(an_event("mrt 2021", "melding bij Veilig Thuis"), code=code, title=title)
        for code, title in named
    )
    return made_deelbaar(one), made_deelbaar(other), third


def a_talk() -> BoardTalk:
    """Of half a year before, with an action that the table opens with."""
    actie = Verbeteractie(
        *("1" * 32, 1.0, "de wethouder schuift aan bij het lokaal veiligheidsoverleg"),
        asked=AskedOfBoard.AGENDEREN,
        owner="burgemeester",
        keeper="lokaal veiligheidsoverleg",
        due=date(2026, 6, 1),
    )
    return BoardTalk("a" * 32, "G2-2G", "Voorjaar", held_on=date(2026, 2, 3), acties=(actie,))


def a_leertafel(one: Case, other: Case) -> Leertafel:
    """A table that was held, with something on each page."""
    table = Leertafel(
        "d" * 32,
        "T4-4T",
        "Wat ging er schuil achter de derde keer",
        held_on=date(2026, 10, 6),
        starts_at=13 * 60 + 30,
        present="burgemeester, wethouder, teamleider wijkteam, wijkagent",
        cases=(
            TableCase("1", one.id, reason="Drie keer een huisverbod en nog niet veilig."),
            TableCase("2", other.id, TableCaseKind.POSITIEF_AFGESLOTEN),
        ),
        signals=_signals(),
        uitvoerders=_uitvoerders(one, other),
        reflections=(Reflection("1", "burgemeester", "Ik wist niet dat het stopt na tien dagen."),),
        begrippen=(Begrip("1", "regie", "Wie het gezin belt als het stil wordt."),),
        successes=(
            Succes("1", "De buurvrouw bleef bellen", "Zij kreeg een vast nummer", other.id),
        ),
        knelpunten=_knelpunten(one),
        acties=_acties(),
    )
    agenda = proposed_agenda(table)
    said = replace(agenda[3], note="Het werd stil na het verhaal van de wijkagent.")
    return replace(table, agenda=(*agenda[:3], said, *agenda[4:]))


def _signals() -> tuple[TeamSignal, ...]:
    return (
        TeamSignal(
            "1", "sociaal wijkteam", "Korte lijnen met de wijkagent", "Na vijf uur is er niemand"
        ),
        TeamSignal("2", "Veilig Thuis", "", "Wij horen niet terug of de hulp begon"),
    )


def _uitvoerders(one: Case, other: Case) -> tuple[Uitvoerder, ...]:
    wijkteam = Uitvoerder("1", "sociaal wijkteam", "gezinswerker", one.id, invited=True)
    return (
        replace(wijkteam, prepared=True, agrees=Answer.JA),
        Uitvoerder("2", "politie", "wijkagent", one.id, invited=True, agrees=Answer.NEE),
        Uitvoerder("3", "reclassering", "toezichthouder", other.id),
    )


def _knelpunten(one: Case) -> tuple[Knelpunt, ...]:
    return (
        Knelpunt(
            *("k1", "Na het huisverbod begint de hulp pas na drie weken", KnelpuntKind.AANBOD),
            party="sociaal wijkteam",
            instrument="tijdelijk huisverbod",
            bestuurder="wethouder",
            case_id=one.id,
        ),
        Knelpunt("k2", "Twee loketten met elk een eigen formulier", KnelpuntKind.BUREAUCRATIE),
    )


def _acties() -> tuple[Verbeteractie, ...]:
    return (
        Verbeteractie(
            *("2" * 32, 1.0, "Hulp begint binnen twee dagen na een huisverbod"),
            outcome=Outcome.DOORBRAAK,
            level=Level.BESTUURLIJK,
            asked=AskedOfBoard.MIDDELEN,
            owner="wethouder",
            keeper="lokaal veiligheidsoverleg",
            due=date(2027, 1, 15),
            promise="Een proef van een half jaar met een vast team",
            knelpunt_id="k1",
        ),
        Verbeteractie("3" * 32, 2.0, "Terugbellen naar Veilig Thuis als de hulp begint"),
    )


if __name__ == "__main__":
    main()
