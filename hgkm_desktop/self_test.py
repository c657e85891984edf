"""`--self-test`: does the main job with the parts that were shipped, and says what works."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtPdf import QPdfDocument

from hgkm_desktop.app import example_passphrase, make_application, make_example
from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.models import content
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.indicators import indicators
from hgkm_desktop.models.laws import law_changes
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.wording import wordings
from hgkm_desktop.paths import resource
from hgkm_desktop.ui import theme

RESOURCES = (
    "fonts/AtkinsonHyperlegible-Regular.ttf",
    "fonts/AtkinsonHyperlegible-Bold.ttf",
    "fonts/OFL.txt",
    "woorden/woorden.txt",
    "voorbeeld/casus.toml",
    "voorbeeld/wachtwoord.txt",
)


def run() -> int:
    """Try every part; prints a line for each and returns 0 only when all work."""
    make_application()
    with tempfile.TemporaryDirectory() as folder:
        steps: Sequence[tuple[str, Callable[[], None]]] = (
            ("bestanden van het programma", _try_resources),
            ("voorbeeld maken en openen", lambda: _try_example(Path(folder))),
            ("tijdlijn tekenen", lambda: _try_timeline(Path(folder))),
            ("gespreksnotitie maken", lambda: _try_notitie(Path(folder))),
            ("tijdlijn op papier maken", lambda: _try_line(Path(folder))),
            ("tabel van een organisatie lezen", _try_table),
            ("Nederlandse knoppen", _try_buttons),
            ("wachtwoordkluis van het systeem", _try_keyring),
        )
        return 0 if all([_works(name, step) for name, step in steps]) else 1


def _works(name: str, step: Callable[[], None]) -> bool:
    try:
        step()
    except Exception as error:  # noqa: BLE001 - a self-test reports every failure and goes on
        sys.stdout.write(f"FOUT  {name}: {type(error).__name__}: {error}\n")
        return False
    sys.stdout.write(f"goed  {name}\n")
    return True


def _try_resources() -> None:
    for name in RESOURCES:
        resource(name)
    lists = (
        content.organisations(),
        content.violence_forms(),
        content.life_areas(),
        content.household_roles(),
        content.functions(),
        content.instruments(),
        content.obstacles(),
        indicators(),
        law_changes(),
        wordings(),
    )
    if not all(lists):
        raise RuntimeError("een lijst is leeg")


def _open(folder: Path) -> Case:
    with CaseFile.open(folder / "zelftest.hgkm", example_passphrase()) as casefile:
        return casefile.load(casefile.headings()[0].id)


def _try_example(folder: Path) -> None:
    make_example(folder / "zelftest.hgkm")
    if not _open(folder).events:
        raise RuntimeError("het voorbeeld heeft geen gebeurtenissen")


def _try_timeline(folder: Path) -> None:
    from hgkm_desktop.ui.timeline_paint import timeline_image

    if timeline_image(_open(folder), theme.current_theme()).isNull():
        raise RuntimeError("er kwam geen beeld")


def _try_notitie(folder: Path) -> None:
    from hgkm_desktop.reports.gespreksnotitie import compose
    from hgkm_desktop.reports.pdf import write_pdf

    target = BytesIO()
    made = compose(_open(folder), settings=FileSettings(), made_on=date(2026, 1, 1))
    write_pdf(made, target)
    path = folder / "zelftest.pdf"
    path.write_bytes(target.getvalue())
    pdf = QPdfDocument()
    pdf.load(str(path))
    if pdf.pageCount() < 3:
        raise RuntimeError(f"de notitie heeft {pdf.pageCount()} pagina's")
    pdf.close()


def _try_line(folder: Path) -> None:
    from hgkm_desktop.reports.line_document import LineOptions, compose_line
    from hgkm_desktop.reports.line_pdf import write_line
    from hgkm_desktop.reports.line_svg import line_svg

    target = BytesIO()
    made = compose_line(
        _open(folder), LineOptions(), settings=FileSettings(), made_on=date(2026, 1, 1)
    )
    write_line(made, target)
    if not (target.getvalue().startswith(b"%PDF") and line_svg(made).endswith("</svg>\n")):
        raise RuntimeError("er kwam geen tijdlijn")


def _try_table() -> None:
    """The child that reads it is this program too, also when it is frozen."""
    from hgkm_desktop.exchange.empty_table import empty_ods
    from hgkm_desktop.exchange.table_process import sheets_of

    if len(sheets_of(empty_ods("wijkteam"), lambda _: None)) < 2:
        raise RuntimeError("de lege tabel heeft geen twee bladen")


def _try_buttons() -> None:
    word = QCoreApplication.translate("QPlatformTheme", "Cancel")
    if word != "Annuleren":
        raise RuntimeError(f"de knop heet {word}")


def _try_keyring() -> None:
    """The keyring may be absent; it must only be there to ask."""
    import keyring

    keyring.get_keyring()
