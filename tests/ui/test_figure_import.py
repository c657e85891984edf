"""A table of figures comes in by steps: names are asked, what differs is chosen, and one undo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from hgkm_desktop.exchange.figure_import import OWN_COUNT
from hgkm_desktop.models.figures import Figure, FigureIndicator, FigureSet, Period
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.figures.figure_import_dialog import FigureImportDialog
from hgkm_desktop.ui.parts.fields import Choice
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.casefile.files import new_file, open_file
from tests.ui.keyboard import wait_until
from tests.ui.open_window import document_of, words_on_screen

BANS = "b" * 32
SET = FigureSet(
    "c" * 32,
    "C6-6C",
    own=(FigureIndicator(BANS, "huisverboden"),),
    figures=(Figure("1" * 32, BANS, Period(2025, 1), count=9),),
)


def choices(dialog: QWidget, name: str) -> Choice:
    (field,) = [x for x in dialog.findChildren(Choice) if x.accessibleName().startswith(name)]
    return field


def opened(
    window: MainWindow, tmp_path: Path, table: str
) -> tuple[WorkOnScreen, FigureImportDialog]:
    with new_file(tmp_path / "a.hgkm") as casefile:
        casefile.save(SET)
    window.show_file(open_file(tmp_path / "a.hgkm"))
    (tmp_path / "t.csv").write_text(table, encoding="utf-8")
    shown = WorkOnScreen(document_of(window), window, SET.id)
    dialog = FigureImportDialog(window, shown)
    dialog.read(tmp_path / "t.csv")
    rest(dialog)
    return shown, dialog


def rest(dialog: FigureImportDialog) -> None:
    wait_until(lambda: not dialog._background.is_busy)


def go_on(dialog: FigureImportDialog) -> None:
    dialog._next.click()
    rest(dialog)


def test_a_table_comes_in_as_one_edit(window: MainWindow, tmp_path: Path) -> None:
    table = f"indicator;periode;aantal\n{BANS};2025-1;10\n{BANS};H2 2025;12\nBellers;2025-1;7\n"
    shown, dialog = opened(window, tmp_path, table)
    go_on(dialog)
    field = choices(dialog, "Wat is ‘Bellers’")
    field.set_value(OWN_COUNT)
    go_on(dialog)
    assert "2 nieuwe cijfers, 1 anders dan er staat" in words_on_screen(dialog)
    assert shown.value == SET
    said: list[str] = []
    dialog.brought.connect(said.append)
    go_on(dialog)
    after = shown.value
    assert isinstance(after, FigureSet)
    assert sorted(one.count or 0 for one in after.figures) == [7, 9, 12]
    assert said[0].startswith("2 cijfers ingelezen.")


def test_a_table_with_a_problem_stays_out(window: MainWindow, tmp_path: Path) -> None:
    shown, dialog = opened(window, tmp_path, f"indicator;periode;aantal\n{BANS};2025-2;veel\n")
    go_on(dialog)
    assert "1 probleem in de tabel" in words_on_screen(dialog)
    assert not dialog._next.isEnabled()
    dialog.reject()
    assert shown.value == SET
