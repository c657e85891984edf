"""Verbeteracties over everything, and the round with which a leertafel opens, as pictures."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.models.acties import Escalation, Progress, Verbeteractie
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.terms import ActionStatus, AskedOfBoard, Level, Outcome
from hgkm_desktop.models.works import with_actie
from hgkm_desktop.ui.papers.action_papers import ActionPapers
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.practice.actions_held import all_actions
from hgkm_desktop.ui.practice.follow_up_window import FollowUpWindow
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.pictures.screens import Camera
from tests.ui.keyboard import wait_until

_ROUND = 4  # the page with earlier actions
EARLIER = Leertafel(new_id(), "H4-9R", "Eerste leertafel", held_on=date(2026, 3, 3), begun=True)
NEXT = Leertafel(new_id(), "M8-2W", "Tweede leertafel", held_on=date(2026, 9, 8))
CALL = Verbeteractie(
    new_id(),
    1.0,
    "Eén rooster waarin staat wie wanneer belt na een huisverbod",
    level=Level.BESTUURLIJK,
    owner="wijkteam",
    keeper="lokaal veiligheidsoverleg",
    due=date(2026, 6, 1),
    status=ActionStatus.BEZIG,
    log=(
        Progress(date(2026, 4, 7), ActionStatus.OPEN, "Er is nog geen afspraak gemaakt."),
        Progress(date(2026, 5, 12), ActionStatus.BEZIG, "Een proef loopt.", EARLIER.code),
    ),
    body="lokaal veiligheidsoverleg",
    escalations=(Escalation(date(2026, 5, 20), "college"),),
)
BREAK = Verbeteractie(
    new_id(),
    2.0,
    "Geld voor opvang van de vertrekkende partner",
    outcome=Outcome.DOORBRAAK,
    level=Level.BESTUURLIJK,
    asked=AskedOfBoard.MIDDELEN,
    owner="wethouder",
    keeper="bestuurlijke leertafel",
    due=date(2027, 9, 1),
    promise="De wethouder neemt het mee in de begroting.",
)
DONE = Verbeteractie(
    new_id(),
    3.0,
    "De burgemeester zet huiselijk geweld op de agenda van de driehoek",
    owner="burgemeester",
    keeper="lokaal veiligheidsoverleg",
    status=ActionStatus.GEREED,
    log=(Progress(date(2026, 5, 1), ActionStatus.GEREED, "Het staat er nu elk kwartaal op."),),
)


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    window = MainWindow(open_example)
    window.show()
    window.open_example()
    document, workspace = window.document, window.workspace
    assert document is not None
    assert workspace is not None
    table = EARLIER
    for actie in (CALL, BREAK, DONE):
        table = with_actie(table, actie)
    document.edit("leertafel", table)
    document.edit("leertafel", NEXT)
    camera = Camera(folder, window)
    follow = FollowUpWindow(document, window)
    follow.present()
    QTest.qWait(60)
    follow.grab().save(str(folder / "90-verbeteracties.png"))
    for name, ask in (
        ("91-stand-noteren", follow.edits.ask_note),
        ("92-volgend-overleg", follow.edits.ask_escalation),
        ("93-laten-vallen", follow.edits.ask_drop),
    ):
        camera.of(name, ask)
    papers = ActionPapers(document, all_actions(document), window)
    papers.open()
    wait_until(lambda: papers.draft is not None)
    camera.take_dialog("94-lijst-van-verbeteracties")
    follow.close()
    workspace.show_in_work(NEXT.id, "")
    workspace._works.show_page(_ROUND)
    camera.take("95-eerdere-acties")
    window.close()


if __name__ == "__main__":
    main()
