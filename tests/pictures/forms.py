"""The forms and lists of what the line shows, in one theme, each as a picture in a folder."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.phrases import read_moment
from hgkm_desktop.models.records import Event, Knowledge
from hgkm_desktop.models.terms import (
    Answer,
    Effect,
    EventKind,
    FactStatus,
    Pressure,
)
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.event_dialog import EventDialog
from hgkm_desktop.ui.line.event_panel import EventPanel
from hgkm_desktop.ui.line.many_events_dialog import ManyEventsDialog
from hgkm_desktop.ui.line.safety_records import SafetyRecords
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.parts.form_dialog import FormDialog
from tests.ui.keyboard import CTRL, choose, press, tab_to, type_text

PANEL_SIZE = (330, 820)


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    document = _document()
    window = QMainWindow()
    window.resize(1200, 800)
    window.show()
    _take_event(folder, window, document)
    _take_panel(folder, document)
    _take_lists(folder, window, document)
    document.close()


def _document() -> Document:
    """The example in a file of its own, with an interventie of which everything is known."""
    example, _ = open_example()
    case = example.load(example.headings()[0].id)
    example.close()
    path = Path(tempfile.mkdtemp()) / "voorbeeld.hgkm"
    document = Document(CaseFile.create(path, "een lang wachtwoord", kdf=TEST))
    document.add_case(case.put(_full_event(case)))
    return document


def _full_event(case: Case) -> Event:
    first, second, third, *_ = case.organisations
    event = next(e for e in in_order(case) if e.kind is EventKind.INTERVENTIE)
    known = (
        Knowledge(second.id, Answer.JA, read_moment("circa mei 2023")),
        Knowledge(third.id, Answer.NEE),
    )
    return replace(
        event,
        organisation_ids=(first.id,),
        knowledge=known,
        effect=Effect.DEELS,
        pressure=Pressure.DRANG,
        fact_status=FactStatus.BETWIST,
        is_pivotal=True,
        is_risk_moment=True,
        is_shown=False,
    )


def _take(folder: Path, widget: QWidget, name: str) -> None:
    QTest.qWait(60)
    widget.grab().save(str(folder / f"{name}.png"))


def _take_event(folder: Path, window: QMainWindow, document: Document) -> None:
    case = document.case
    assert case is not None
    event = next(e for e in case.events if e.knowledge and e.is_pivotal and not e.is_shown)
    dialog = EventDialog(window, case, event)
    dialog.start()
    scroll = dialog.findChild(QScrollArea)
    assert scroll is not None
    bar = scroll.verticalScrollBar()
    QTest.qWait(60)
    for number in range(bar.maximum() // bar.pageStep() + 2):
        bar.setValue(number * bar.pageStep())
        _take(folder, dialog, f"30-gebeurtenis-{number + 1}")
    tab_to("Bekend bij")
    choose("j")
    tab_to(f"{case.organisations[0].name} wist het")
    type_text("13-13-2023")
    dialog.accept()
    _take(folder, dialog, "31-bekend-bij-fout")
    _drop(dialog)
    many = ManyEventsDialog(window, case, 7)
    many.start()
    _take(folder, many, "32-meer-gebeurtenissen")
    _drop(many)


def _take_panel(folder: Path, document: Document) -> None:
    case = document.case
    assert case is not None
    frame = QFrame()
    frame.setProperty("side", True)
    QVBoxLayout(frame).setContentsMargins(0, 0, 0, 0)
    panel = EventPanel(document)
    layout = frame.layout()
    assert layout is not None
    layout.addWidget(panel)
    frame.resize(*PANEL_SIZE)
    frame.show()
    for name, chosen in (
        ("33-paneel", next(e for e in case.events if e.is_pivotal and not e.is_shown)),
        ("34-paneel-verschil", next(e for e in in_order(case) if case.diverges(e.id))),
    ):
        panel.show_event(chosen.id)
        _take(folder, frame, name)
    frame.close()


def _take_lists(folder: Path, window: QMainWindow, document: Document) -> None:
    shown = SafetyRecords(document, window)
    shown.present()
    for number, records in enumerate(shown._lists):
        name = records.kind.heading.lower()
        _take(folder, shown, f"35-{number}-{name}")
        records.add()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FormDialog)
        if number == 0:
            type_text("11")
            dialog.accept()
        _take(folder, dialog, f"36-{number}-{name}-toevoegen")
        _drop(dialog)
        press(Qt.Key.Key_Tab, CTRL)
    shown.close()


def _drop(dialog: FormDialog) -> None:
    dialog.done(0)
    QTest.qWait(20)


if __name__ == "__main__":
    main()
