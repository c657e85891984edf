"""Locks the open casusbestand when nobody is at work, and brings all back when it is unlocked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QMenuBar,
    QStackedWidget,
    QToolTip,
    QWidget,
)

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.blank import Blank
from hgkm_desktop.ui.file.idle import WARNING_SECONDS, IdleWatch
from hgkm_desktop.ui.file.lock_page import NOT_SAVED, LockPage
from hgkm_desktop.ui.file.put_away import PutAway
from hgkm_desktop.ui.parts import questions
from hgkm_desktop.ui.parts.clipboard import HOLDS_SECRET, take_back
from hgkm_desktop.ui.parts.focus import leave_field, return_to
from hgkm_desktop.ui.parts.notice import OVER_ENTRY, Notice
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.settings.looks_menu import LooksMenu
from hgkm_desktop.ui.window.workspace import Workspace

TITLE = "HGKM Desktop"
_KEY = QKeySequence("Ctrl+Shift+L")
_NAME, _WARNING_NAME = "lock", "lock warning"
_WARNING = (
    f"Over {WARNING_SECONDS} seconden wordt het casusbestand vergrendeld. "
    "Druk op een toets om door te gaan."
)
_UNFINISHED = (
    "U kunt nu niet afsluiten, want er staat nog iets open dat niet is opgeslagen. "
    "Ontgrendel eerst."
)
_MISPLACED = (
    "U kunt nu niet afsluiten, want het casusbestand is verplaatst, verwijderd of veranderd. "
    "Ontgrendel eerst. Dan wordt uw werk apart bewaard."
)


class Locking(QObject):
    """Locks and unlocks one file in one window; `stack` is what fills that window.

    When the file is no longer there as it was, the right passphrase still brings the case back, and
    `copy_wanted` comes when the user wants to keep it elsewhere. `unlocked` comes once all is back.
    """

    copy_wanted = Signal()
    unlocked = Signal()

    def __init__(
        self, window: QMainWindow, stack: QStackedWidget, blank: Blank, choices: LooksMenu
    ) -> None:
        super().__init__(window)
        self.page: LockPage | None = None
        self._window, self._stack, self._blank = window, stack, blank
        self._choices = choices
        self._watch = IdleWatch(choices.lock_after, self)
        choices.lock_after_changed.connect(self._watch.set_minutes)
        self._document: Document | None = None
        self._workspace: Workspace | None = None
        self._away: PutAway | None = None
        self._focused: QWidget | None = None
        self._menus: QMenuBar | None = None
        self._title = ""
        self._notice = Notice(stack, foot=OVER_ENTRY)
        self._action = QAction("Vergrendelen", self)
        self._action.setShortcut(_KEY)
        self._action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        self._after = QMenu("Vanzelf vergrendelen", window)
        self._show_choices()
        self._after.aboutToShow.connect(self._show_choices)
        # Later, for a window cannot be put away while it hears a key or comes up.
        later = Qt.ConnectionType.QueuedConnection
        self._action.triggered.connect(self.lock, later)
        self._watch.due.connect(self.lock, later)
        self._watch.warned.connect(self._warn)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._give_key)
        app.focusWindowChanged.connect(self._meet_window, later)

    @property
    def is_locked(self) -> bool:
        return self.page is not None

    def actions(self) -> tuple[QAction, ...]:
        """What stands of it in a menu."""
        return self._action, self._after.menuAction()

    def begin(self, document: Document, workspace: Workspace) -> None:
        """Watch over a file that was opened."""
        self._document, self._workspace = document, workspace
        self._begin_to_count()

    def _begin_to_count(self) -> None:
        self._watch.set_minutes(self._choices.lock_after)  # there may be another policy since
        self._watch.start()

    @Slot()
    def _show_choices(self) -> None:
        self._after.clear()
        self._after.addActions(self._choices.lock_actions())

    def end(self) -> None:
        """The file closes, locked or not."""
        self._watch.stop()
        take_back()
        self._leave_page()
        if self._away is not None:
            self._away.drop()
        self._document = self._workspace = self._away = self._focused = None

    def may_close(self) -> bool:
        """Whether a locked file can be closed without losing anything; says why when it cannot."""
        assert self._document is not None
        assert self._workspace is not None
        assert self._away is not None
        if not (
            self._document.has_unsaved or self._away.holds_dialog or self._workspace.unfinished()
        ):
            is_safe = self._document.is_as_left or not self._document.is_at_stake
            if is_safe or self.page is None:
                return True
            self.page.say(_MISPLACED)
            return False
        if self.page is not None:
            self.page.say(_UNFINISHED)
        return False

    # --- locking --------------------------------------------------------------------------

    @Slot()
    def _give_key(self) -> None:
        """A dialog keeps the other windows from hearing keys, so it gets the key itself."""
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog.findChild(QShortcut, _NAME) is None:
            shortcut = QShortcut(_KEY, dialog)
            shortcut.setObjectName(_NAME)
            shortcut.activated.connect(self.lock, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def lock(self) -> None:
        """Save what is typed, take everything out of reach, and forget the key."""
        if self._document is None or self._workspace is None or self.is_locked:
            return
        self._watch.stop()
        self._drop_warning()
        _close_popups()
        _close_secrets()
        if self._blank.is_on:
            self._blank.toggle()
        return_to(leave_field())  # what is being typed in a field of the case is saved now
        self._document.lock()
        take_back()
        self._put_away(self._workspace)
        announce(self._stack, "Vergrendeld")
        if self._document.has_unsaved:
            announce(self._stack, NOT_SAVED)

    def _put_away(self, workspace: Workspace) -> None:
        assert self._document is not None
        self._title, self._focused = self._window.windowTitle(), self._window.focusWidget()
        self._away = PutAway(self._window)
        self._away.take_windows()
        self._stack.removeWidget(workspace)
        self._away.take(workspace)
        self._menus = self._window.menuBar()
        self._place_menus(QWidget())
        self._away.take(self._menus)
        for notice in self._stack.findChildren(Notice):
            notice.hide()
        has_unsaved = self._document.has_unsaved
        name, remark = self._document.file.path.name, workspace.remark
        self.page = LockPage(name, has_unsaved=has_unsaved, remark=remark)
        self.page.given.connect(self._unlock)
        self._stack.addWidget(self.page)
        self._stack.setCurrentWidget(self.page)
        self._window.setWindowTitle(TITLE)
        self._blank.action.setEnabled(False)
        self._window.activateWindow()
        self.page.setFocus()

    def _place_menus(self, menus: QWidget) -> None:
        """Put something in the place of the menus; `setMenuBar` of the window would delete them."""
        layout = self._window.layout()
        assert layout is not None
        layout.setMenuBar(menus)

    @Slot()
    def _meet_window(self) -> None:
        """A window that comes up while all is locked goes where the others are."""
        if self._away is not None and self.is_locked:
            self._away.take_windows()

    @Slot(bool)
    def _warn(self, is_near: bool) -> None:
        """Say it in the window where the user works, which may be a dialog over the others."""
        self._drop_warning()
        if not is_near:
            return
        over = QApplication.activeModalWidget() or QApplication.activeWindow() or self._window
        notice = self._notice
        if over is not self._window:
            notice = Notice(over)
            notice.setObjectName(_WARNING_NAME)
        notice.say(_WARNING, is_problem=True)

    def _drop_warning(self) -> None:
        self._notice.hide()
        for window in QApplication.topLevelWidgets():
            for notice in window.findChildren(Notice, _WARNING_NAME):
                notice.hide()
                notice.deleteLater()

    # --- unlocking ------------------------------------------------------------------------

    @Slot(str, bool)
    def _unlock(self, secret: str, by_code: bool) -> None:
        assert self._document is not None
        assert self.page is not None
        found: HgkmError | None = None
        try:
            self._document.unlock(secret, by_code=by_code)
        except HgkmError as error:
            if self._document.file.is_locked:
                self.page.say(error.sentence)
                return
            found = error
        self._bring_back()
        self.unlocked.emit()
        if found is not None:
            questions.about_replaced(self._window, found, self.copy_wanted.emit)

    def _bring_back(self) -> None:
        assert self._workspace is not None
        assert self._away is not None
        self._stack.addWidget(self._workspace)
        self._stack.setCurrentWidget(self._workspace)
        self._leave_page()
        self._window.setWindowTitle(self._title)
        return_to(self._focused)
        self._away.bring_back()
        self._away.drop()
        self._away = self._focused = None
        self._begin_to_count()

    def _leave_page(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            page.line.clear()
            self._stack.removeWidget(page)
            page.deleteLater()
        if self._menus is not None:
            self._place_menus(self._menus)
            self._menus.show()
            self._menus = None
        self._blank.action.setEnabled(True)


def _close_popups() -> None:
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass  # one menu may stand on another


def _close_secrets() -> None:
    """Close what shows or asks for a passphrase or a code: that is not kept while locked."""
    for window in QApplication.topLevelWidgets():
        if window.property(HOLDS_SECRET):
            window.close()
