"""Underlines in the program: with the case on screen, and when its file is locked or closed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt

from hgkm_desktop.models.read_through import Cleared
from hgkm_desktop.ui.parts.fields import TextBlock
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import TIMELINE_STEP
from hgkm_desktop.ui.writing.text_watch import TextWatch
from tests.builders import a_betrokkene, a_case_with, an_event
from tests.casefile.files import PASSPHRASE
from tests.ui.finding import underlined, wait_for
from tests.ui.keyboard import CTRL, SHIFT, press, type_text, wait_until
from tests.ui.open_window import case_of, document_of, show_new_file, workspace_of

Key = Qt.Key
SUMMARY = 6


def test_in_the_invoerregel_the_date_and_the_signs_are_no_findings(
    window: MainWindow, tmp_path: Path
) -> None:
    workspace = show_new_file(window, tmp_path / "a.hgkm", a_case_with())
    press(Key.Key_L, CTRL)
    type_text("niet: 12-3-2021 melding: Fatima belt @politie #moeder #qwertzu")
    line = workspace.timeline_page.entry.line
    wait_for(line, "Fatima", "qwertzu")
    said = line.accessibleDescription()
    assert said.startswith("12 maart 2021")
    assert said.endswith("2 woorden die herkend kunnen worden; Ctrl+punt zegt meer.")


def test_what_was_put_aside_is_not_underlined(window: MainWindow, tmp_path: Path) -> None:
    case = a_case_with(a_betrokkene())
    workspace = show_new_file(window, tmp_path / "a.hgkm", case)
    line = workspace.timeline_page.entry.line
    line.setText("fatima sprak dhr. Jansen")
    wait_for(line, "fatima", "Jansen")
    kind = line.underlines.marks[0].finding.kind.value
    cleared = (Cleared("fatima", kind, "zo heet het overleg"), Cleared("jansen", kind, "zomaar"))
    document, case = document_of(window), case_of(window)
    read = replace(case.read, cleared=cleared)
    document.edit("niet herleidbaar", replace(case, read=read))
    assert underlined(line) == ["Jansen"], "what is zeker cannot be put aside"
    document.undo_stack.undo()
    assert underlined(line) == ["fatima", "Jansen"]


def test_nothing_of_a_text_is_kept_while_the_file_is_locked(
    window: MainWindow, tmp_path: Path
) -> None:
    workspace = show_new_file(window, tmp_path / "a.hgkm", a_case_with())
    workspace.show_step(TIMELINE_STEP)
    line = workspace.timeline_page.entry.line
    line.setText("gesprek met Fatima")
    wait_for(line, "Fatima")
    press(Key.Key_L, CTRL | SHIFT)
    wait_until(lambda: document_of(window).file.is_locked)
    assert line.underlines.marks == ()
    assert line.underlines._found == {}
    assert not window.text_watch._background._thread.isRunning()
    type_text(PASSPHRASE)
    press(Key.Key_Return)
    wait_until(lambda: not document_of(window).file.is_locked)
    wait_for(line, "Fatima")


def test_closing_while_a_text_is_looked_at_leaves_nothing(
    window: MainWindow, tmp_path: Path
) -> None:
    workspace = show_new_file(window, tmp_path / "a.hgkm", a_case_with())
    workspace.timeline_page.entry.line.setText("gesprek met Fatima " * 200)
    window.text_watch._ask()
    assert window.text_watch._background.is_busy
    window._drop_file()
    watch: TextWatch = window.text_watch
    assert not watch._background.is_busy
    assert not watch._background._thread.isRunning()


def test_the_words_of_one_case_are_not_shown_in_another(window: MainWindow, tmp_path: Path) -> None:
    one = a_case_with(an_event("mrt 2021", "iets"))
    show_new_file(window, tmp_path / "a.hgkm", one)
    line = workspace_of(window).timeline_page.entry.line
    line.setText("gesprek met Fatima")
    wait_for(line, "Fatima")
    workspace_of(window).add_case()
    assert line.text() == ""
    assert underlined(line) == []


def test_what_goes_from_a_page_that_is_not_seen_is_not_kept(
    window: MainWindow, tmp_path: Path
) -> None:
    workspace = show_new_file(window, tmp_path / "a.hgkm", a_case_with())
    workspace.show_step(SUMMARY)
    block = next(one for one in workspace.findChildren(TextBlock) if one.isVisible())
    block.setPlainText("gesprek met Fatima")
    wait_for(block, "Fatima")
    workspace.show_step(TIMELINE_STEP)
    block.setPlainText("")
    assert block.underlines._found == {}
    assert block.underlines.marks == ()
