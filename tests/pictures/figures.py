"""Cijfers in beeld: each page of a set of figures, its pictures, and a table that is read in."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.models.figure_terms import FigureKind, FigureUnit, ValueKind
from hgkm_desktop.models.figures import (
    ClassCount,
    Duiding,
    Figure,
    FigureIndicator,
    FigureSet,
    Insight,
    Period,
    SeriesBreak,
)
from hgkm_desktop.ui.figures.figure_entry import FiguresPage
from hgkm_desktop.ui.figures.figure_grid import FigureGrid
from hgkm_desktop.ui.figures.figure_import_dialog import FigureImportDialog
from hgkm_desktop.ui.figures.figure_view import FigureView
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui.keyboard import CTRL, press, tab_to, type_text, wait_until

Key = Qt.Key
OWN = FigureIndicator(
    "a" * 32,
    "Gezinnen met één plan",
    "Gezinnen waarvan alle organisaties hetzelfde plan gebruiken.",
    ("wijkteam",),
    FigureUnit.ANDERS,
    FigureKind.AANDEEL,
    breaks=(SeriesBreak(date(2024, 7, 1), "Sindsdien telt ook het gezinsplan van de school mee."),),
    is_not="Niet of het plan werkt.",
)
_TABLE = """Indicator;1e halfjaar 2025;2e halfjaar 2025
Opgelegde huisverboden;41;veel
Meldingen bij Veilig Thuis;1.402;1.390
Bellers;7;9
"""


def main() -> None:
    """Take every picture; arguments: the folder, 'light' or 'dark', and the size of text."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    text = int(sys.argv[3]) if len(sys.argv) > 3 else None
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT, text)
    file, passphrase = open_example()
    window = MainWindow(lambda: (file, passphrase))
    window.resize(1366, 900)
    window.show()
    window.show_file(file)
    assert window.workspace is not None
    assert window.document is not None
    (case,) = window.document.headings()
    for made in (FigureSet("9" * 32, "C1-1C"), the_set(case.id)):
        window.document.edit("toevoegen", made)
    window.workspace._works.show("9" * 32)
    press(Key.Key_3, CTRL)
    _take(folder, window, "250-beeld-leeg")
    window.workspace._works.show("c" * 32)
    _take(folder, window, "251-gebied")
    _take_grid(folder, window)
    _take_views(folder, window)
    for number, name in ((4, "duiding"), (5, "inzichten"), (6, "eigen")):
        press(Key(Key.Key_0.value + number), CTRL)
        _take(folder, window, f"{256 + number}-{name}")
    _take_import(folder, window)
    window.close_file()
    QApplication.exit()


def _take_grid(folder: Path, window: MainWindow) -> None:
    """A value that was refused, and a cell from which on is counted in another way."""
    press(Key.Key_2, CTRL)
    (grid,) = window.findChildren(FigureGrid)
    grid.go_to((OWN.id, Period(2025, 1)))
    grid.setFocus()
    type_text("80/71")
    press(Key.Key_Return)
    _take(folder, window, "252-cijfers-geweigerd")
    press(Key.Key_Escape)
    grid.go_to((OWN.id, Period(2024, 2)))
    _take(folder, window, "253-cijfers-reeksbreuk")


def _take_views(folder: Path, window: MainWindow) -> None:
    """Along time with a gap and a break, a share, how often, and beside published figures."""
    press(Key.Key_3, CTRL)
    (shown,) = [one for one in window.findChildren(FigureView) if one.isVisible()]
    views = (
        ("meldingen", "tijd", "254-beeld-reeksbreuk"),
        (OWN.id, "tijd", "255-beeld-aandeel"),
        ("adressen_herhaald", "tijd", "256-beeld-herhaald"),
        ("adressen_herhaald", "vaak", "257-beeld-hoe-vaak"),
        ("thv_verlengd", "midden_nederland", "258-beeld-naast"),
        ("overtredingen", "huisverboden", "259-beeld-naast-huisverboden"),
    )
    for indicator, view, name in views:
        shown.show_view(indicator, view)
        assert shown.shown_view == (indicator, view), "it would be a picture of something else"
        shown.table.setFocus()
        press(Key.Key_Up)
        _take(folder, window, name)


def _take_import(folder: Path, window: MainWindow) -> None:
    """The columns of a table, and what is wrong in it by row and column."""
    press(Key.Key_2, CTRL)
    table = folder / "tabel.csv"
    table.write_text(_TABLE, encoding="utf-8")
    (page,) = window.findChildren(FiguresPage)
    page.read_table(str(table))
    (dialog,) = window.findChildren(FigureImportDialog)
    wait_until(lambda: not dialog._background.is_busy)
    _take(folder, dialog, "263-tabel-kolommen")
    tab_to("Verder")
    press(Key.Key_Space)
    wait_until(lambda: not dialog._background.is_busy)
    _take_dialog(folder, "264-tabel-fout")
    table.unlink()


def _take(folder: Path, widget: QWidget, name: str) -> None:
    QTest.qWait(100)
    widget.grab().save(str(folder / f"{name}.png"))


def _take_dialog(folder: Path, name: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    _take(folder, dialog, name)
    dialog.done(0)
    QTest.qWait(20)


def the_set(case_id: str) -> FigureSet:
    """Some years of a municipality, with what is missing, circa and counted in another way."""
    figures = [*_counts("meldingen", 2017, (1720, 1790, 1886, 1902, 1540, 1585, None, 1443))]
    figures += _counts("thv", 2024, (46, 38, 41, 44))
    figures += _shares("thv_verlengd", 2024, ((21, 46), (17, 38), (20, 41), (3, 44)))
    figures += _shares(OWN.id, 2023, ((18, 74), (22, 81), (31, 79), (40, 83), (52, 90)))
    figures += _counts("adressen", 2024, (737, 702, 690))
    figures += _shares("overtredingen", 2024, ((5, 46), (6, 38), (7, 41)))
    figures += _repeated()
    figures.append(Figure("f1" * 16, "incidenten", Period(2025, 1), ValueKind.CIRCA, 1250))
    figures.append(
        Figure(
            "f2" * 16,
            "adviezen",
            Period(2025, 1),
            ValueKind.NIET_LEVERBAAR,
            reason="Het systeem telt adviezen niet per gemeente.",
        )
    )
    said = "Meer huisverboden worden verlengd. Of het daarna rustiger is, zegt dit cijfer niet."
    return FigureSet(
        "c" * 32,
        "C6-6C",
        title="Cijfers in beeld",
        area="Waterstad",
        own=(OWN,),
        figures=tuple(figures),
        duidingen=(Duiding("d" * 32, "thv_verlengd", Period(2025, 2), said),),
        insights=(
            Insight("e" * 32, "adviezen", case_id, text="Het advies kwam drie keer, zonder plan."),
        ),
    )


def _period(first: int, place: int) -> Period:
    return Period(first + place // 2, place % 2 + 1)


def _counts(indicator_id: str, first: int, counts: tuple[int | None, ...]) -> list[Figure]:
    found = []
    for place, count in enumerate(counts):
        if count is not None:
            name = f"{indicator_id}{place}".ljust(32, "0")[-32:]
            found.append(Figure(name, indicator_id, _period(first, place), count=count))
    return found


def _shares(indicator_id: str, first: int, parts: tuple[tuple[int, int], ...]) -> list[Figure]:
    found = []
    for place, (count, of) in enumerate(parts):
        name = f"{place}{indicator_id}".ljust(32, "0")[:32]
        period = _period(first, place)
        found.append(Figure(name, indicator_id, period, count=count, of=of))
    return found


def _repeated() -> list[Figure]:
    """How often an address came back; the last noemer is what its own indicator counted."""
    found = []
    for place, (two, more) in enumerate((((74, 30), 4), ((70, 26), 3), ((66, 29), 5))):
        classes = (ClassCount(2, two[0]), ClassCount(3, two[1]), ClassCount(5, more))
        found.append(
            Figure(
                f"{place}ad".ljust(32, "0"),
                "adressen_herhaald",
                _period(2024, place),
                count=sum(one.count for one in classes),
                classes=classes,
                passed_on=more,
            )
        )
    return found


if __name__ == "__main__":
    main()
