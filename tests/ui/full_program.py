"""The program with a file open that holds something of everything that a file can hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.meetings import Meeting, MeetingSeries, Member
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import CaseState, Method
from hgkm_desktop.models.works import Work
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.locking import Locking
from hgkm_desktop.ui.papers.documents import Documents
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.parts.side_panel import SidePanel
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import Workspace
from tests.builders import made_deelbaar
from tests.casefile.files import PASSPHRASE, new_file
from tests.casefile.full_case import FULL_UITGAVEN
from tests.reports.every_document import the_example
from tests.reports.full_depth import with_depth
from tests.reports.full_exercise import a_playing, an_exercise, deelbaar
from tests.reports.full_study import a_study
from tests.reports.many_figures import with_pictures
from tests.reports.practice_year import the_cases, the_works
from tests.ui.made_once import open_example

Opener = Callable[["Program"], QWidget]
SIZE = (1280, 720)
"""The smallest screen that the program is made for."""


def the_case() -> Case:
    """The example with all that goes deeper, and something that tells who it is about."""
    deep = replace(with_depth(the_example()), methods=tuple(Method), keep_until=date(2099, 1, 31))
    told = replace(deep.events[0], fact="Mevrouw Jansen uit Assen belde met 06-12345678.")
    return deep.put(told)


def all_works(cases: tuple[Case, ...]) -> tuple[Work, ...]:
    """One of every kind of work, and more of some."""
    exercise = deelbaar(an_exercise())
    return (
        a_study(cases),
        _a_series(cases),
        *the_works(),
        with_pictures(CaseState.IN_BEWERKING),
        exercise,
        a_playing(exercise),
    )


def _a_series(cases: tuple[Case, ...]) -> MeetingSeries:
    members = (
        Member("c1" * 16, "politie", "wijkagent"),
        Member("c2" * 16, "wijkteam", "teamleider"),
    )
    meetings = (
        Meeting("c3" * 16, date(2026, 2, 4), members[0].id, cases[0].id, begun=True),
        Meeting("c4" * 16, date(2026, 3, 18), members[1].id, cases[1].id, "Wie belt er?"),
    )
    return MeetingSeries("c5" * 16, "V5-5V", "Keten", members=members, meetings=meetings)


class Program:
    """A window at the smallest size, with that file open; `folder` is for what is made beside."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = _a_file(folder / "alles.hgkm")
        self.window = MainWindow(open_example)
        self.window.resize(*SIZE)
        self.window.show_file(self.file)
        self.case = next(c for c in self._cases() if c.code == the_example().code)
        self.show_case()

    def _cases(self) -> list[Case]:
        return [self.file.load(heading.id) for heading in self.file.headings()]

    @property
    def document(self) -> Document:
        assert self.window.document is not None
        return self.window.document

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def locking(self) -> Locking:
        assert self.window.watching is not None
        return self.window.watching.locking

    @property
    def documents(self) -> Documents:
        assert self.window.open_file is not None
        return self.window.open_file.documents

    def close(self) -> None:
        """Close all without a question."""
        self.window._drop_file()
        self.window.deleteLater()

    # --- ways to what is opened ---------------------------------------------------------

    def show_case(self, step: int | None = None) -> QWidget:
        """The case on screen, at this step; gives its page."""
        if self.document.case is None or self.document.case.id != self.case.id:
            self.document.show_case(self.case.id)
        workspace = self.workspace
        workspace.show_step(workspace.current_step() if step is None else step)
        page = workspace._pages.currentWidget()
        assert page is not None
        return page

    def show_work(self, kind: type[Work], number: int) -> QWidget:
        """The first work of this kind, at the page with this number; gives the page."""
        work = next(work for work in self.document.works() if isinstance(work, kind))
        self.workspace._works.show(work.id)
        self.workspace._works.show_page(number)
        screen = self.workspace._works._screens[work.id]
        page = screen._stack.currentWidget()
        assert page is not None
        return page

    def work_of(self, kind: type[Work]) -> Work:
        return next(work for work in self.document.works() if isinstance(work, kind))

    def choose(self, words: str) -> None:
        """Choose in the menus what has these words."""
        self.show_case()
        settle(self.window)
        found = [a for a in self.window.findChildren(QAction) if a.text() == words]
        assert found, words
        found[-1].trigger()

    def asked(self, words: str) -> QWidget:
        """The dialog that opens when this is chosen."""
        self.choose(words)
        return self.dialog()

    def chosen(self, words: str) -> QWidget:
        """The window that opens when this is chosen."""
        before = _shown()
        self.choose(words)
        (new,) = [window for window in _shown() if window not in before]
        return new

    def opened(self, dialog: QWidget) -> QWidget:
        """The dialog, opened over the window."""
        dialog.open() if isinstance(dialog, QDialog) else dialog.show()
        return dialog

    def close_all(self) -> None:
        """Close every window over the main one, without a question, and undo what was edited."""
        if self.locking.is_locked:
            self.locking._unlock(PASSPHRASE, False)
        if self.window.watching is not None and self.window.watching.blank.is_on:
            self.window.watching.blank.toggle()
        for window in reversed(_shown()):
            if window is not self.window:
                window.done(0) if isinstance(window, QDialog) else window.close()
        for panel in (*self.window.findChildren(SidePanel), self.workspace._open):
            panel.hide()
        undo = self.document.undo_stack
        while undo.canUndo():
            undo.undo()

    def part(self, page: QWidget, title: str) -> QWidget:
        """The dialog with this title, for a new part of a list on the page."""
        seen = []
        for listed in page.findChildren(RecordList):
            value = listed._shown.value
            dialog = listed.kind.dialog(listed, value, listed.kind.new(value))
            if dialog.windowTitle() == title:
                dialog.start()
                return dialog
            seen.append(dialog.windowTitle())
            dialog.deleteLater()
        raise AssertionError(f"no list asks for {title!r}, only {seen}")

    def press(self, page: QWidget, words: str) -> QWidget:
        """Press the button with these words; gives the dialog that it opens."""
        buttons = [b for b in page.findChildren(QPushButton) if b.text().startswith(words)]
        found = [b for b in buttons if b.isVisible() and b.isEnabled()]
        assert found, (words, [b.text() for b in page.findChildren(QPushButton)])
        found[0].click()
        return self.dialog()

    def dialog(self) -> QWidget:
        """What is on top of everything."""
        top = QApplication.activeModalWidget()
        assert top is not None, "no dialog opened"
        return top


def _a_file(path: Path) -> CaseFile:
    file = new_file(path)
    case, others = the_case(), the_cases()
    file.save(made_deelbaar(case))
    for uitgave, data in FULL_UITGAVEN.items():
        file.issue(case.id, uitgave, data)
    for value in (case, *others, *all_works(others)):
        file.save(value)
    file.save_settings(FileSettings(organisation="Gemeente Voorbeeldstad"))
    file.copy_for_backup(user_backup_dir(), datetime(2026, 3, 2, 12, 0)).keep()
    return file


def _shown() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def settle(widget: QWidget) -> None:
    """Let what was opened get its size and the keyboard."""
    widget.activateWindow()
    QTest.qWait(1)
