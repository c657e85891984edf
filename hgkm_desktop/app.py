"""The composition root: from the command line to a window, or to pages without a window."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QLibraryInfo, QLocale, QSize, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from hgkm_desktop import __version__, policy
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.paths import resource, user_data_dir, user_log_dir
from hgkm_desktop.settings import remembered
from hgkm_desktop.ui.file.boundary import Boundary
from hgkm_desktop.ui.parts import looks, theme
from hgkm_desktop.ui.parts.clipboard import ClipboardWatch
from hgkm_desktop.ui.parts.collecting import Collecting
from hgkm_desktop.ui.parts.files import note_nothing
from hgkm_desktop.ui.parts.problem_box import show_problem
from hgkm_desktop.ui.parts.tips import Tips
from hgkm_desktop.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from hgkm_desktop.casefile import CaseFile

# The style is an argument, for setStyle makes Python set up all of QStyle: 10 ms of the start.
ARGUMENTS = ("HGKM Desktop", "-style", "fusion")
ICON_SIZES = (16, 24, 32, 48, 64, 128)
DESKTOP_FILE = "hgkm-desktop"  # how a Linux desktop knows whose windows these are
UNSEEN_REPORT = "zonder-venster.txt"
EXAMPLE_NAME = "voorbeeld.hgkm"
EXAMPLE_ORGANISATION = "Gemeente Voorbeeld"


def make_application() -> QApplication:
    """The one QApplication: Dutch buttons and dates, our typeface, our theme."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([*ARGUMENTS])
    app.setApplicationName("HGKM Desktop")
    app.setDesktopFileName(DESKTOP_FILE)
    app.setWindowIcon(_icon())
    note_nothing()
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_nl", folder):
        app.installTranslator(translator)
    theme.load_fonts()
    theme.apply(app, theme.system_theme())
    # The records of a case hold no cycles, and there may be ten thousands of them: to look them
    # all through at the usual pace would stop the hand of who drags an event. What the program
    # itself loaded until now stays, and is never looked through.
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
    if not app.findChildren(Collecting):
        Collecting(app)
    return app


def _icon() -> QIcon:
    """The icon of the windows; a picture is read when a system asks for its size."""
    icon = QIcon()
    for size in ICON_SIZES:
        icon.addFile(str(resource(f"icons/hgkm-{size}.png")), QSize(size, size))
    return icon


def example_passphrase() -> str:
    """The passphrase of the example, which is no secret."""
    return resource("voorbeeld/wachtwoord.txt").read_text(encoding="utf-8").strip()


def make_example(target: Path) -> None:
    """Make the example casusbestand out of the readable text in resources/voorbeeld.

    Raises HgkmError when the text has a mistake or the file cannot be made.
    """
    from hgkm_desktop.casefile import CaseFile
    from hgkm_desktop.exchange.case_text import read_case
    from hgkm_desktop.models.records import FileSettings

    case = read_case(resource("voorbeeld/casus.toml").read_text(encoding="utf-8"))
    target.parent.mkdir(parents=True, exist_ok=True)
    settings = FileSettings(organisation=EXAMPLE_ORGANISATION)
    with CaseFile.create(target, example_passphrase(), settings=settings) as casefile:
        casefile.save(case)


def open_example() -> tuple[CaseFile, str]:
    """The example in the user's own folder, made when it is not there, and its passphrase."""
    from hgkm_desktop.casefile import CaseFile

    path = user_data_dir() / EXAMPLE_NAME
    if not path.exists():
        make_example(path)
    return CaseFile.open(path, example_passphrase()), example_passphrase()


def write_off_screen(folder: Path) -> list[Path]:
    """Do the main job without a window: the example's line as PNG and its casusverslag as PDF.

    Not its gespreksnotitie: the example is in bewerking, and that document leaves the table. What
    the user typed in an example of his own is in neither. Raises TurnedOff where the policy lets no
    document out.
    """
    from datetime import date
    from tempfile import TemporaryDirectory

    from hgkm_desktop.casefile import CaseFile
    from hgkm_desktop.reports.case.casusverslag import compose
    from hgkm_desktop.reports.line.line_document import LineOptions, compose_line
    from hgkm_desktop.reports.writing.pdf import put_file, write_file
    from hgkm_desktop.ui.papers.line_picture import line_picture, png_of

    policy.insist_on_documents()
    make_application()
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as own:
        make_example(Path(own) / EXAMPLE_NAME)
        with CaseFile.open(Path(own) / EXAMPLE_NAME, example_passphrase()) as casefile:
            case = casefile.load(casefile.headings()[0].id)
            settings = casefile.settings
    today, picture, report = date.today(), folder / "tijdlijn.png", folder / "casusverslag.pdf"
    line = compose_line(case, LineOptions(), settings=settings, made_on=today)
    put_file(png_of(line_picture(line)), picture)
    write_file(compose(case, settings=settings, made_on=today), report)
    return [picture, report]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code."""
    options = _read_options(arguments)
    if options.off_screen is not None:
        return _run_off_screen(options.off_screen)
    return _run_window(options)


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="hgkm_desktop", add_help=False)
    parser.add_argument("--help", action="help", help="toont deze uitleg")
    parser.add_argument("--example", action="store_true", help="opent het voorbeeld")
    words = "maakt bladzijden van het voorbeeld in MAP, zonder venster"
    parser.add_argument("--off-screen", type=Path, metavar="MAP", help=words)
    parser.add_argument("--self-test", action="store_true", help="probeert elk onderdeel")
    parser.add_argument("--version", action="version", version=__version__, help="zegt de versie")
    parser.add_argument("file", nargs="?", type=Path, help="een casusbestand")
    return parser.parse_args(arguments)


def _run_off_screen(folder: Path) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    report = user_log_dir() / UNSEEN_REPORT
    try:
        made = write_off_screen(folder)
    except HgkmError as error:
        say([error.sentence], report, sys.stderr)
        return 1
    names = [f"Gemaakt: {path.name}" for path in made]
    about = f"Wachtwoord van het voorbeeld: {example_passphrase()}"
    say([*names, about, str(folder.resolve())], report, sys.stdout)
    return 0


def say(lines: Sequence[str], report: Path, stream: TextIO | None) -> None:
    """Print lines; a bundle for Windows has nowhere to print, and puts them in a report."""
    text = "".join(f"{line}\n" for line in lines)
    if stream is not None:
        stream.write(text)
        return
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(text, encoding="utf-8")


def make_window(app: QApplication) -> MainWindow:
    """The window as the program starts with it, and what watches over it."""
    looks.put_on(app, remembered())
    ClipboardWatch(app)
    Tips(app)
    window = MainWindow(open_example)
    Boundary(window).install()
    return window


def _run_window(options: argparse.Namespace) -> int:
    app = make_application()
    window = make_window(app)
    window.show()
    if options.example:
        window.open_example()
    elif options.file is not None:
        window.ask_passphrase(str(options.file))
    tell_of_policy(window)
    return app.exec()


def tell_of_policy(window: MainWindow) -> None:
    """Say what cannot be read of the policy of the administrator, over all else."""
    problems = policy.in_force().problems
    if problems:
        show_problem(window, policy.PolicyUnread(problems), "Het beleid is niet goed te lezen")
