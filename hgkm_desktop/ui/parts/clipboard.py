"""What this program puts on a clipboard: for a short while, and for no list of what was copied."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

HOLDS_SECRET = "holds_secret"
"""A property of what shows or asks for a passphrase or a code. A window that has it closes when the
file is locked, and what is copied from it stays on the clipboard for less long."""
CASE_SECONDS, SECRET_SECONDS = 60, 10
_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
_KDE = "x-kde-passwordManagerHint"
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
# What programs that keep or send on what was copied look at, and the value that stops them.
_MARKS = {
    _KDE: b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
    _WINDOWS.format("CanIncludeInClipboardHistory"): bytes(4),
    _WINDOWS.format("CanUploadToCloudClipboard"): bytes(4),
}
_IMAGE = "application/x-qt-image"


class ClipboardWatch(QObject):
    """Takes back what this program put on the clipboard of the system, after some seconds.

    What another program put there meanwhile stays. The text that is chosen with the mouse, which
    Linux has as a second clipboard, is treated the same.
    """

    def __init__(
        self,
        parent: QObject,
        *,
        case_seconds: float = CASE_SECONDS,
        secret_seconds: float = SECRET_SECONDS,
    ) -> None:
        super().__init__(parent)
        clipboard, seconds = QGuiApplication.clipboard(), (case_seconds, secret_seconds)
        copied = _Hold(QClipboard.Mode.Clipboard, *seconds, self)
        clipboard.dataChanged.connect(copied.look)
        if clipboard.supportsSelection():
            chosen = _Hold(QClipboard.Mode.Selection, *seconds, self)
            clipboard.selectionChanged.connect(chosen.look)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.aboutToQuit.connect(take_back)  # else the system keeps it after us


class _Hold(QObject):
    """What this program holds on one clipboard, and for how long still."""

    def __init__(
        self, mode: QClipboard.Mode, case_seconds: float, secret_seconds: float, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._mode, self._seconds = mode, {False: case_seconds, True: secret_seconds}
        self._can_mark = True
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._let_go)

    @Slot()
    def look(self) -> None:
        """Something came on the clipboard; what is ours is marked, and its time begins."""
        if not _is_ours(self._mode):
            self._timer.stop()
            return
        clipboard = QGuiApplication.clipboard()
        data = clipboard.mimeData(self._mode)
        if data.hasFormat(_KDE):
            return  # what was put there below
        self._timer.start(round(self._seconds[_comes_from_secret()] * 1000))
        if self._can_mark:  # a system that drops the marks must not be asked without end
            clipboard.setMimeData(_marked(data), self._mode)
            self._can_mark = clipboard.mimeData(self._mode).hasFormat(_KDE)

    @Slot()
    def _let_go(self) -> None:
        _take_back(self._mode)


def take_back() -> None:
    """Take away what this program put on the clipboards now; what another put there stays."""
    for mode in _MODES:
        _take_back(mode)


def _take_back(mode: QClipboard.Mode) -> None:
    if _is_ours(mode):
        QGuiApplication.clipboard().clear(mode)


def _is_ours(mode: QClipboard.Mode) -> bool:
    clipboard = QGuiApplication.clipboard()
    if mode is QClipboard.Mode.Clipboard:
        return clipboard.ownsClipboard()
    return clipboard.supportsSelection() and clipboard.ownsSelection()


def _marked(data: QMimeData) -> QMimeData:
    """The same, in every form that it has, with the marks."""
    marked = QMimeData()
    for form in data.formats():
        if form != _IMAGE:
            marked.setData(form, data.data(form))
    if data.hasImage():
        marked.setImageData(data.imageData())
    for form, value in _MARKS.items():
        marked.setData(form, value)
    return marked


def _comes_from_secret() -> bool:
    """Whether the field or window in which is worked holds a passphrase or a code."""
    widget: QWidget | None = QApplication.focusWidget() or QApplication.activeWindow()
    while widget is not None:
        if widget.property(HOLDS_SECRET):
            return True
        widget = widget.parentWidget()
    return False
