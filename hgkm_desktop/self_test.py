"""`--self-test`: does the main work with the parts that were shipped, and says what works.

It needs nothing of the user and leaves nothing behind: its files stand in a temporary folder, which
also stands in for the folders of the program.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QEvent,
    QEventLoop,
    QObject,
    QSize,
    QTimer,
)
from PySide6.QtGui import QFontDatabase
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QLineEdit

from hgkm_desktop.app import example_passphrase, make_application, make_example, say
from hgkm_desktop.casefile import CaseFile, NoSafePlace, NotRemembered, try_place
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings, new_id
from hgkm_desktop.models.terms import DocumentForm, DocumentKind
from hgkm_desktop.paths import HOME_VARIABLE, resource, user_log_dir
from hgkm_desktop.policy import TurnedOff

if TYPE_CHECKING:
    from hgkm_desktop.models.works import Work
    from hgkm_desktop.ui.window.main_window import MainWindow
    from hgkm_desktop.ui.window.workspace import Workspace

Step = Callable[[], str | None]
"""Raises what is wrong, and gives what there is to say besides."""
REPORT = "zelftest.txt"
FOLDERS = (
    *("fonts", "handleiding", "herleidbaarheid", "icons", "inhoud", "odt"),
    *("oefeningen", "voorbeeld", "woorden"),
)
"""Every folder of resources/, so that one that was not copied along is missed."""

_MADE_ON = date(2026, 1, 1)
_SETTINGS = FileSettings(organisation="Gemeente Voorbeeld")
SECONDS_TO_PAINT = 20.0
_FEWEST_COLOURS = 20
_TYPED, _CHANGED = "melding van de zelftest", "gewijzigd door de zelftest"
_ASKED_OF_KEYRING = {
    "linux": ("secretstorage", "jeepney"),
    "win32": ("win32ctypes.core",),
    "darwin": ("keyring.backends.macOS.api",),
}


class Wrong(Exception):
    """A part works, and gives something else than it should."""


def run() -> int:
    """Try every part; says a line for each and returns 0 only when all work.

    Where there is no screen, as over ssh, its windows are shown to nobody.
    A bundle for Windows has nowhere to print. The lines then go to `zelftest.txt`, in the folder
    for logs.
    """
    if sys.platform == "linux" and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    report = user_log_dir() / REPORT
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ[HOME_VARIABLE] = folder
        app = make_application()
        lines = [_tried(name, step) for name, step in SelfTest(Path(folder), app).steps()]
    say(lines, report, sys.stdout)
    return 0 if all(line.startswith("goed") for line in lines) else 1


def _tried(name: str, step: Step) -> str:
    try:
        found = step()
    except Exception as error:  # noqa: BLE001 - a self-test reports every failure and goes on
        return f"FOUT  {name}: {type(error).__name__}: {error}"
    return f"goed  {name}: {found}" if found else f"goed  {name}"


class SelfTest:
    """The steps, each of which raises what is wrong; they share one example in `folder`."""

    def __init__(self, folder: Path, app: QApplication) -> None:
        self._folder, self._app = folder, app

    def steps(self) -> Iterator[tuple[str, Step]]:
        """What is tried, in words, and how."""
        yield "bestanden van het programma", try_resources
        yield "lettertype", try_typeface
        yield "Nederlandse knoppen", try_buttons
        yield "voorbeeld maken en openen", self.try_example
        yield "herleidbaarheidscheck", try_check
        yield "venster met het voorbeeld", self.try_window
        yield "gebeurtenis toevoegen, kiezen en wijzigen", self.try_event
        yield "vergrendelen en ontgrendelen", self.try_lock
        yield "tijdlijn als afbeelding", self.try_picture
        for kind in DocumentKind:
            yield f"{kind.label} maken", partial(self.try_document, kind)
        yield "tabel van een organisatie lezen", try_table
        yield "wachtwoordkluis van het systeem", try_keyring

    @property
    def _path(self) -> Path:
        return self._folder / "zelftest.hgkm"

    @cached_property
    def _case(self) -> Case:
        with CaseFile.open(self._path, example_passphrase()) as casefile:
            return casefile.load(casefile.headings()[0].id)

    def try_example(self) -> None:
        make_example(self._path)
        if not self._case.events:
            raise Wrong("het voorbeeld heeft geen gebeurtenissen")

    @contextmanager
    def _window(self) -> Iterator[tuple[MainWindow, Workspace]]:
        """A window with the example in it, painted for real by the system or off screen."""
        from hgkm_desktop.ui.window.main_window import MainWindow

        window = MainWindow(self._open)
        painted = Painted(window)
        window.show()
        window.open_example()
        workspace = window.workspace
        if workspace is None:
            raise Wrong("het voorbeeld staat niet in het venster")
        painted.wait_for(workspace)
        try:
            yield window, workspace
        finally:
            is_closed = window.close()
            window.deleteLater()
        if not is_closed:
            raise Wrong("het venster ging niet dicht")

    def try_window(self) -> None:
        """Shown, and with more in it than one plain colour."""
        with self._window() as (window, _):
            if not (window.isVisible() and window.windowHandle().isExposed()):
                raise Wrong("het venster staat niet op het scherm")
            image = window.grab().toImage()
        across, down = range(0, image.width(), 3), range(0, image.height(), 3)
        colours = {image.pixel(x, y) for x in across for y in down}
        if len(colours) < _FEWEST_COLOURS:
            raise Wrong(f"het venster heeft maar {len(colours)} kleuren")

    def try_event(self) -> None:
        """Typed in the invoerregel, chosen, changed in its dialog, and read back from the file."""
        from hgkm_desktop.ui.line.event_dialog import EventDialog

        with self._window() as (_, workspace):
            page = workspace.timeline_page
            page.entry.line.setText(f"mrt 2021 melding: {_TYPED}")
            page.entry.add()
            event = page.selection.current()
            if event is None or event.title != _TYPED:
                raise Wrong("wat is getypt, is niet toegevoegd en gekozen")
            page.edits.change(event.id)
            dialog = workspace.window().findChild(EventDialog)
            field = dialog.first_field() if isinstance(dialog, EventDialog) else None
            if not isinstance(dialog, EventDialog) or not isinstance(field, QLineEdit):
                raise Wrong("het venster van de gebeurtenis ging niet open")
            field.setText(_CHANGED)
            dialog.accept()
        with CaseFile.open(self._path, example_passphrase()) as casefile:
            titles = [event.title for event in casefile.load(self._case.id).events]
        if _CHANGED not in titles or _TYPED in titles:
            raise Wrong("wat is gewijzigd, staat niet in het bestand")

    def try_lock(self) -> None:
        """Nothing but the right passphrase brings the case back, and then all of it."""
        with self._window() as (window, workspace):
            document, watching = workspace.document, window.watching
            before = document.case
            if watching is None:
                raise Wrong("niemand let op het bestand")
            locking = watching.locking
            locking.lock()
            for secret in (f"niet {example_passphrase()}", example_passphrase()):
                page = locking.page
                if page is None or not document.file.is_locked or workspace.isVisible():
                    raise Wrong("het bestand is niet op slot")
                page.line.setText(secret)
                page.line.returnPressed.emit()
            if document.file.is_locked or document.case != before or not workspace.isVisible():
                raise Wrong("het juiste wachtwoord ontgrendelt het bestand niet")

    def _open(self) -> tuple[CaseFile, str]:
        return CaseFile.open(self._path, example_passphrase()), example_passphrase()

    def try_picture(self) -> None:
        from hgkm_desktop.reports.line.line_document import LineOptions, compose_line
        from hgkm_desktop.reports.line.line_svg import line_svg
        from hgkm_desktop.ui.papers.line_picture import line_picture, png_of

        line = compose_line(self._case, LineOptions(), settings=_SETTINGS, made_on=_MADE_ON)
        if not line_svg(line).endswith("</svg>\n"):
            raise Wrong("er kwam geen svg")
        if not png_of(line_picture(line)).startswith(b"\x89PNG"):
            raise Wrong("er kwam geen png")

    # --- documents ------------------------------------------------------------------------

    def try_document(self, kind: DocumentKind) -> None:
        """The document as PDF, and as text where it can be kept as that."""
        from hgkm_desktop.models.leaving import OF_CASE, OF_WORK

        if kind in OF_CASE:
            pdf, odt = self._of_case(kind)
        elif kind is DocumentKind.VERBETERACTIES:
            from hgkm_desktop.ui.papers.work_draft import make_action_list

            draft = make_action_list((), _SETTINGS, _MADE_ON, _nobody)
            pdf, odt = draft.pdf, draft.pages(DocumentForm.ODT).data
        else:
            sort = next(sort for sort, kinds in OF_WORK.items() if kind in kinds)
            pdf, odt = self._of_work(kind, sort)
        _insist_on_pages(pdf)
        if odt and not (odt.startswith(b"PK") and b"content.xml" in odt):
            raise Wrong("er kwam geen tekstdocument")

    def _of_case(self, kind: DocumentKind) -> tuple[bytes, bytes]:
        from hgkm_desktop.timeline.choices import Choices
        from hgkm_desktop.timeline.layout import Window
        from hgkm_desktop.ui.line.line_screen import Screen
        from hgkm_desktop.ui.papers.document_draft import (
            Asked,
            Wishes,
            forms_of,
            make_draft,
            make_odt,
        )

        screen = Screen(Choices(), Window(0, 1), frozenset())
        draft = make_draft(Asked(self._case, Wishes(kind), screen, _SETTINGS, _MADE_ON, 1), _nobody)
        return draft.pdf, make_odt(draft, _nobody) if DocumentForm.ODT in forms_of(kind) else b""

    def _of_work(self, kind: DocumentKind, sort: type[Work]) -> tuple[bytes, bytes]:
        """Of an exercise that comes along, and of other works as they begin."""
        from hgkm_desktop.exchange.exercise_text import library
        from hgkm_desktop.models.exercise import Exercise
        from hgkm_desktop.models.leertafel import Leertafel, TableCase
        from hgkm_desktop.reports.of_work import AskedOfWork
        from hgkm_desktop.ui.papers.work_draft import make_work_draft

        exercise = library()[0]
        work = exercise if sort is Exercise else sort(new_id(), "Z2-3T")
        if isinstance(work, Leertafel):
            work = replace(work, cases=(TableCase(new_id(), self._case.id),))
        cases, about = (self._case,), self._case.id if isinstance(work, Leertafel) else ""
        asked = AskedOfWork(work, cases, kind, _SETTINGS, _MADE_ON, about, (exercise,))
        draft = make_work_draft(asked, _nobody)
        return draft.pdf, draft.pages(DocumentForm.ODT).data


class Painted(QObject):
    """Waits until a part of a window was painted, as the system asks for it."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self._loop = QEventLoop(self)
        self._limit = QTimer(self, singleShot=True, interval=int(SECONDS_TO_PAINT * 1000))
        self._limit.timeout.connect(self._give_up)

    def wait_for(self, part: QObject) -> None:
        """Raises Wrong when it is not painted in time."""
        part.installEventFilter(self)
        self._limit.start()
        if self._loop.exec():
            raise Wrong("het venster is niet getekend")
        part.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._loop.quit()
        return super().eventFilter(watched, event)

    def _give_up(self) -> None:
        self._loop.exit(1)


# --- parts that need no example --------------------------------------------------------------


def try_resources() -> None:
    """Every file can be read; the lists are read again where they are used."""
    for name in FOLDERS:
        files = [path for path in resource(name).rglob("*") if path.is_file()]
        if not files or not all(path.read_bytes() for path in files):
            raise Wrong(f"in de map {name} ontbreekt iets")
    from hgkm_desktop.exchange.exercise_text import library
    from hgkm_desktop.models import content
    from hgkm_desktop.models.figure_content import figure_indicators

    lists = (content.organisations(), content.instruments(), figure_indicators(), library())
    if not all(lists):
        raise Wrong("een lijst is leeg")


def try_typeface() -> None:
    if "Atkinson Hyperlegible" not in QFontDatabase.families():
        raise Wrong("het eigen lettertype is er niet")


def try_buttons() -> None:
    word = QCoreApplication.translate("QPlatformTheme", "Cancel")
    if word != "Annuleren":
        raise Wrong(f"de knop heet {word}")


def try_check() -> None:
    from hgkm_desktop.privacy.checking import check

    if not check("Jan Jansen woont in de Dorpsstraat 12 in Utrecht."):
        raise Wrong("een naam en een adres worden niet gezien")


def try_table() -> None:
    """The child that reads it is this program too, also when it is frozen."""
    from hgkm_desktop.exchange.empty_table import empty_ods
    from hgkm_desktop.exchange.table_process import sheets_of

    if len(sheets_of(empty_ods("wijkteam"), _nobody)) < 2:
        raise Wrong("de lege tabel heeft geen twee bladen")


def try_keyring() -> str:
    """There may be no safe place, or no leave to use one; what asks for one must be there."""
    for name in _ASKED_OF_KEYRING.get(sys.platform, ()):
        import_module(name)
    try:
        try_place()
    except TurnedOff:
        return "uit door beleid"
    except NoSafePlace:
        return "geen kluis op deze computer"
    except NotRemembered:
        return "er is een kluis, maar hij bewaarde nu niets"
    return "kluis werkt"


def _insist_on_pages(data: bytes) -> None:
    pdf, source = QPdfDocument(), QBuffer()
    source.setData(QByteArray(data))
    source.open(QBuffer.OpenModeFlag.ReadOnly)
    pdf.load(source)
    pages = pdf.pageCount()
    is_blank = not pages or pdf.render(0, QSize(210, 297)).isNull()
    pdf.close()
    if is_blank:
        raise Wrong("er kwamen geen bladzijden")


def _nobody(_: float) -> None:
    """Nobody waits for this little."""
