"""Pictures of a casusevaluatie going on: what is open, the round, and the second pass."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.models import rounds
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.ui.case.reconsider_window import ReconsiderWindow
from hgkm_desktop.ui.case.round_window import RoundWindow
from hgkm_desktop.ui.case.rounds import RoundStart
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.pictures.screens import Camera


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    window = MainWindow(open_example)
    window.resize(1440, 900)
    window.show()
    window.open_example()
    document, workspace = window.document, window.workspace
    assert document is not None
    assert workspace is not None
    camera = Camera(folder, window)
    workspace._list_what_is_open()
    camera.take("evaluatie-1-nog-open-tijdlijn")
    workspace.show_step(0)
    camera.take("evaluatie-2-nog-open-aanleiding")
    workspace.put_list_away()
    case = document.case
    assert case is not None
    camera.of("evaluatie-3-ronde-beginnen", RoundStart(window, case).start)
    document.edit("ronde", _in_round(case))
    workspace.show_step(2)
    camera.take("evaluatie-4-blind")
    round_window = RoundWindow(window, document)
    round_window.start()
    camera.take_dialog("evaluatie-5-ronde")
    document.edit("x", rounds.marked(_in_round(case), Mark.RISICO))
    round_window = RoundWindow(window, document)
    round_window.start()
    round_window._take(Mark.RISICO)
    camera.take_dialog("evaluatie-6-risico")
    document.edit("klaar", replace(case, round=replace(case.round, open=False)))
    ReconsiderWindow(window, document).start(case.belevingen[0].id)
    camera.take_dialog("evaluatie-7-nu-anders")
    window.close()
    QTest.qWait(20)


def _in_round(case: Case) -> Case:
    """Blind, with the third of the deelnemers at the fourth event."""
    case = rounds.begun(case, by_event=False, blind=True)
    case = rounds.passed_over(rounds.passed_over(case))
    for _ in range(3):
        case = rounds.gone_on(case)
    return case


if __name__ == "__main__":
    main()
