"""Every field in which people write freely is looked at; the others are named here, with why."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from hgkm_desktop.models.terms import Mark
from hgkm_desktop.ui.line.safety_records import SafetyRecords
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import STEPS, TIMELINE_STEP
from hgkm_desktop.ui.writing.written import WrittenBlock, WrittenLine
from tests.ui.keyboard import name_of
from tests.ui.open_window import action_of, case_of, document_of, workspace_of

UI = Path(__file__).resolve().parents[2] / "hgkm_desktop" / "ui"

NOT_WRITTEN = {
    "backups_dialog.py": ("QLineEdit",),  # a passphrase
    "clock_fields.py": ("Line", "Line"),  # a time of day, and how many minutes
    "colour_field.py": ("Line",),  # a colour
    "count_field.py": ("Line",),  # a whole number
    "date_fields.py": ("Line",),  # a date
    "destroy_dialog.py": ("QLineEdit",),  # the code of the case, which the program made
    "figure_fields.py": ("Line", "Line"),  # numbers, and a share
    "figure_grid.py": ("Line",),  # a figure
    "filter_bar.py": ("Line", "Line"),  # words to look for, and a period
    "herstelblad_dialog.py": ("QLineEdit",),  # groups of the herstelcode
    "instruments_window.py": ("Line",),  # words to look for
    "licences_window.py": ("QPlainTextEdit",),  # to read only
    "knowledge_bar.py": ("Line",),  # a day
    "lock_page.py": ("QLineEdit",),  # a passphrase
    "manual_window.py": ("Line",),  # words to look for
    "marked_text.py": ("QPlainTextEdit",),  # to read only, and marked by itself
    "passphrase_dialogs.py": ("QLineEdit",) * 4,  # three passphrases and the path of a file
    "score_field.py": ("Line",),  # a mark from 0 to 10; a class of its own
    "search_filters.py": ("Line",),  # a period
    "search_window.py": ("Line",),  # words to look for
    "transport_dialog.py": ("QLineEdit",),  # the path of a file
    "written.py": ("Line", "QLineEdit", "QPlainTextEdit"),  # what the others are made of
}
"""The fields that are not looked at: in which file, and of which class."""
NAMES_NOT_WRITTEN = (
    *("Wanneer", "Van wanneer tot wanneer", "Voor wanneer", "Bewaren tot", "Niet gedaan: sinds"),
    *("Huiskleur", "Cijfer", "Typ de code van de casus"),
)
"""How the names of those of them begin that stand on a page or in a form."""
PLAIN = ("Line", "QLineEdit", "QPlainTextEdit", "QTextEdit")


def test_a_new_field_is_looked_at_or_named_here() -> None:
    found = {path.name: tuple(sorted(_plain_fields(path))) for path in UI.rglob("*.py")}
    new = {name: made for name, made in found.items() if made != NOT_WRITTEN.get(name, ())}
    assert {name: made for name, made in new.items() if made} == {}


def _plain_fields(path: Path) -> Iterator[str]:
    """The plain fields that a file makes, or makes a class of."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in PLAIN:
            yield ast.unparse(node.func)
        if isinstance(node, ast.ClassDef):
            yield from (b.id for b in node.bases if isinstance(b, ast.Name) and b.id in PLAIN)


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    window.open_example()
    return window


def fields_on_screen() -> list[QWidget]:
    kinds = (QLineEdit, QPlainTextEdit, QTextEdit)
    return [w for w in QApplication.allWidgets() if isinstance(w, kinds) and w.isVisible()]


def unwatched() -> list[str]:
    """The names of what can be seen and typed in, and is not looked at."""
    names = []
    for field in fields_on_screen():
        if not isinstance(field, WrittenLine | WrittenBlock) or field.underlines.watch is None:
            names.append(name_of(field) or field.objectName() or type(field).__name__)
    return names


def test_every_page_and_every_form_is_looked_at(window: MainWindow) -> None:
    workspace = workspace_of(window)
    seen = Counter[str]()
    for step in range(len(STEPS)):
        workspace.show_step(step)
        _look(seen)
        for records in workspace.findChildren(RecordList):
            if records.isVisible():
                _look_at_dialog(records.add, seen)
    _look_at_events(window, seen)
    dialog = SafetyRecords(document_of(window), window)
    dialog.present()
    tabs = dialog.findChild(QTabWidget)
    assert tabs is not None
    for number, records in enumerate(dialog.findChildren(RecordList)):
        tabs.setCurrentIndex(number)
        _look_at_dialog(records.add, seen)
    dialog.close()
    assert [name for name in seen if name.startswith("not")] == []
    assert seen["looked at"] > 60
    assert seen["a date or a sum"] > 5


def _look_at_events(window: MainWindow, seen: Counter[str]) -> None:
    page, case = workspace_of(window).timeline_page, case_of(window)
    workspace_of(window).show_step(TIMELINE_STEP)
    beleving = next(one for one in case.belevingen if one.mark is Mark.RISICO)
    _look_at_dialog(lambda: page.edits.change(case.events[0].id), seen)
    _look_at_dialog(
        lambda: page.edits.change_beleving(beleving.event_id, beleving.deelnemer_id), seen
    )
    ids = [event.id for event in case.events[:3]]
    _look_at_dialog(lambda: page.edits.change_many(ids), seen)
    for words in ("Huisstijl…", "Casus vernietigen…"):
        _look_at_dialog(action_of(window, words).trigger, seen)


def _look_at_dialog(show: Callable[[], object], seen: Counter[str]) -> None:
    show()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    _look(seen)
    assert isinstance(dialog, QDialog)
    dialog.done(0)


def _look(seen: Counter[str]) -> None:
    names = unwatched()
    seen["looked at"] += len(fields_on_screen()) - len(names)
    known = [name for name in names if name.startswith(NAMES_NOT_WRITTEN)]
    seen["a date or a sum"] += len(known)
    seen.update(f"not looked at: {name}" for name in set(names) - set(known))
