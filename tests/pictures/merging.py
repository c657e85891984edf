"""The window that lays another casusbestand beside the open one, and what is said before it."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hgkm_desktop.app import example_passphrase, make_application, open_example
from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.ui.file.merging import Merging
from hgkm_desktop.ui.file.merging_dialog import MergingDialog
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.casefile.full_methods import STUDY
from tests.pictures.screens import Camera
from tests.ui.keyboard import wait_until


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    window = MainWindow(open_example)
    window.resize(1440, 900)
    window.show()
    camera = Camera(folder, window)
    place = folder / "samen"
    place.mkdir()
    path, copy = _two_versions(place)
    window.show_file(_open(path))
    camera.take("120-andere-versie-ernaast")
    _lay_beside(window, copy)
    camera.take_dialog("121-samenvoegen-kiezen")
    elsewhere = place / "van een collega.hgkm"
    with CaseFile.create(elsewhere, "andere woorden voor dit bestand") as other:
        other.save(a_case_with(an_event("2020"), code="B4-4B"))
    _merging(window).ask_about(str(elsewhere))
    camera.take_dialog("122-wachtwoord-van-ander-bestand")
    with _open(path.with_name("gelijk.hgkm")) as same:
        same.headings()
    _lay_beside(window, path.with_name("gelijk.hgkm"))
    camera.take_dialog("123-niets-samen-te-voegen")
    window.show_file(_open(copy))
    camera.take("124-kopie-met-samenvoegen")
    window.close_file()
    shutil.rmtree(place)


def _two_versions(place: Path) -> tuple[Path, Path]:
    """A file and a copy of a sync program, each edited apart from the other."""
    path, elsewhere = place / "oefening.hgkm", place / "elders.hgkm"
    file, _ = open_example()
    file.save(STUDY)
    file.copy_to(path)
    file.close()
    shutil.copyfile(path, elsewhere)
    with _open(elsewhere) as there:
        case = there.load(there.headings()[0].id)
        event, lesson = case.events[2], case.lessons[0]
        case = case.put(replace(event, title="een ander woord", fact="Het was rond elf uur."))
        case = case.put(an_event("mei 2021", "huisbezoek")).drop_lesson(lesson.id)
        there.save(replace(case, reason="Op verzoek van de wethouder"))
        there.save(replace(STUDY, conclusion="Anders gezegd door een collega."))
        there.save(a_case_with(an_event("2020"), code="B4-4B"))
    with _open(path) as here:
        case = here.load(here.headings()[0].id)
        case = case.put(replace(case.events[2], fact="Volgens de buren duurde het de hele avond."))
        here.save(replace(case.put(replace(lesson, text="Eerder bellen")), reason="Na een melding"))
        here.copy_to(place / "gelijk.hgkm")
    copy = elsewhere.rename(place / "oefening (conflicted copy 2026-05-01).hgkm")
    return path, copy


def _open(path: Path) -> CaseFile:
    return CaseFile.open(path, example_passphrase())


def _merging(window: MainWindow) -> Merging:
    assert window.document is not None
    return window.document.findChildren(Merging)[0]


def _lay_beside(window: MainWindow, path: Path) -> None:
    _merging(window).ask_about(str(path))
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), MergingDialog))


if __name__ == "__main__":
    main()
