"""Verdieping: each tab, its dialogs and its empty state, in one theme."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.in_depth import CruciaalPunt, FactorCode, NaastElkaar, Radertje
from hgkm_desktop.models.in_depth_edits import looked, with_punt
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.terms import (
    AddedBy,
    Answer,
    FactorKind,
    Influence,
    Layer,
    Mark,
    Method,
    Pull,
)
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import IN_DEPTH_STEP, TIMELINE_STEP
from tests.ui.keyboard import CTRL, press, tab_to, type_text

TABS = ("radertjes", "naast-elkaar", "factoren", "cruciale-punten", "frisse-blik", "onderzoek")


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    window = MainWindow(open_example)
    window.resize(1366, 768)
    window.show()
    example, _ = open_example()
    case = example.load(example.headings()[0].id)
    example.close()
    casefile = CaseFile.create(Path(tempfile.mkdtemp()) / "a.hgkm", "een lang wachtwoord", kdf=TEST)
    casefile.save(deepened(case))
    window.show_file(casefile)
    _take_tabs(folder, window)
    _take_on_the_line(folder, window)
    window.close()


def deepened(case: Case) -> Case:
    """The case with something of everything, and one event added by a focusgroep."""
    first, second, third = in_order(case)[:3]
    marked = next(e for e in in_order(case) if case.diverges(e.id))
    for gear in _gears():
        case = case.put(gear)
    case = case.put(
        NaastElkaar(
            new_id(),
            1.0,
            "Ik had al drie keer gezegd dat ik bang was.",
            "Moeder gaf aan dat het thuis wel ging.",
            case.organisations[0].id,
            "Er werd gevraagd hoe het ging, en niet of het veilig was.",
            case.radertjes[0].id,
        )
    )
    codes = (
        FactorCode(new_id(), 1.0, "patroon_niet_gezien", event_id=first.id),
        FactorCode(new_id(), 2.0, "patroon_niet_gezien", event_id=second.id, note="De derde keer."),
        FactorCode(new_id(), 3.0, "een_casusregie"),
        FactorCode(new_id(), 4.0, "", "wachtlijst", FactorKind.OORZAAK, Layer.STURING, third.id),
    )
    for code in codes:
        case = case.put(code)
    wanted, why_not = "Samen aan tafel voor er iemand losliet.", "Informatie lag verspreid"
    punt = CruciaalPunt(new_id(), 1.0, marked.id, wanted, why_not, added_at="focusgroep 1")
    case = with_punt(case, punt)
    case = looked(case, marked.id, "buitenstaander 1", Mark.RISICO)
    case = case.put(replace(marked, added_by=AddedBy.FOCUSGROEP, added_at="focusgroep 1"))
    return replace(case, methods=(*case.methods, Method.CASUISTIEKONDERZOEK))


def _gears() -> tuple[Radertje, ...]:
    period = read_whole("mrt 2020 - mei 2021")
    return (
        Radertje(
            new_id(),
            1.0,
            "Mijn zus belde elke dag, ook toen ik niet opnam.",
            about="de zus van moeder",
            start=period.start,
            end=period.end,
            influence=Influence.GROOT,
            in_sight=Answer.NEE,
            consent=Answer.JA,
        ),
        Radertje(new_id(), 2.0, "De juf vroeg hoe het ging.", influence=Influence.KLEIN),
        Radertje(
            new_id(),
            3.0,
            "Elke keer moest ik mijn verhaal opnieuw doen.",
            Pull.HINDERDE,
            influence=Influence.MIDDEL,
            in_sight=Answer.JA,
            consent=Answer.NEE,
        ),
    )


def _take(folder: Path, widget: QWidget, name: str) -> None:
    QTest.qWait(60)
    widget.grab().save(str(folder / f"{name}.png"))


def _take_tabs(folder: Path, window: MainWindow) -> None:
    workspace = window.workspace
    assert workspace is not None
    workspace.show_step(IN_DEPTH_STEP)
    for number, name in enumerate(TABS):
        _take(folder, window, f"80-{number}-{name}")
        if number in (0, 2, 3):
            tab_to(("Radertje", "", "Factor", "Cruciaal punt")[number] + " toevoegen")
            press(Qt.Key.Key_Space)
            if number == 2:
                type_text("patroon")
            _take_dialog(folder, f"81-{number}-{name}-toevoegen")
        if number == 0:
            tab_to("Toestemming intrekken")
            press(Qt.Key.Key_Space)
            _take_dialog(folder, "82-toestemming-intrekken")
        if number == 4:
            tab_to("Wie kijkt er")
            type_text("buitenstaander 2")
            press(Qt.Key.Key_Return)
            press(Qt.Key.Key_R)
            _take(folder, window, "83-blind-kijken")
            tab_to("Klaar met kijken")
            press(Qt.Key.Key_Space)
        press(Qt.Key.Key_Tab, CTRL)


def _take_dialog(folder: Path, name: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    _take(folder, dialog, name)
    dialog.done(0)
    QTest.qWait(20)


def _take_on_the_line(folder: Path, window: MainWindow) -> None:
    workspace = window.workspace
    assert workspace is not None
    workspace.show_step(TIMELINE_STEP)
    page = workspace.timeline_page
    case = page.document.case
    assert case is not None
    page.choose(case.punten[0].event_id)
    _take(folder, window, "84-op-de-lijn")


if __name__ == "__main__":
    main()
