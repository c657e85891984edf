"""The overview, a terugkoppeling, a work that goes, and a full column at the left."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QWidget

from hgkm_desktop.app import make_application
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.models.acties import Escalation, Verbeteractie
from hgkm_desktop.models.leertafel import Knelpunt, Leertafel, Succes, TableCase, Uitvoerder
from hgkm_desktop.models.meetings import Meeting, MeetingSeries
from hgkm_desktop.models.practice import BoardTalk, Sample, SampleCase
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.study import Decision, Study
from hgkm_desktop.models.terms import AskedOfBoard, CaseState, Outcome, ThreeStep
from hgkm_desktop.models.terugkoppeling import Learned, Needed, Terugkoppeling
from hgkm_desktop.models.works import Work
from hgkm_desktop.ui.finding.search_window import SearchWindow
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.practice.overview_window import OverviewWindow
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_removal import WorkRemoval
from tests.builders import a_case_with, an_event
from tests.ui.keyboard import wait_until

PASSPHRASE = "vijf gewone woorden achter elkaar"
TODAY = date.today()
PAGES = ("periode", "geleerd", "nodig", "doorbraken", "toelichting")
TITLES = ("Van losse signalen naar een plan", "Twee loketten", "De overdracht", "Wie belt wie")


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    file = CaseFile.create(folder / "overzicht.hgkm", PASSPHRASE, kdf=TEST)
    case_ids = _save_cases(file)
    told = _terugkoppeling()
    for work in (*_works(case_ids), told):
        file.save(work)
    window = MainWindow(lambda: (file, PASSPHRASE))
    window.resize(1366, 768)
    window.show()
    window.show_file(file)
    assert window.workspace is not None
    window.workspace._works.show(told.id)
    for number, name in enumerate(PAGES):
        window.workspace._works.show_page(number)
        _take(window, folder / f"{280 + number}-terugkoppeling-{name}.png")
    window.findChildren(WorkRemoval)[0].ask()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QDialog)
    _take(box, folder / "285-verwijderen.png")
    box.reject()
    window.workspace._overview.show()
    (overview,) = window.findChildren(OverviewWindow)
    overview.resize(1180, 720)
    _take(overview, folder / "286-overzicht.png")
    overview.close()
    _take(_searched(window), folder / "287-zoeken-in-alles.png")
    window.close_file()
    (folder / "overzicht.hgkm").unlink()


def _searched(window: MainWindow) -> SearchWindow:
    assert window.open_file is not None
    window.open_file.search.show()
    (search,) = window.findChildren(SearchWindow)
    line = search.focusWidget()
    assert line is not None
    QTest.keyClicks(line, "bellen")
    wait_until(lambda: search.findChildren(QListWidget)[0].count() > 0)
    return search


def _take(widget: QWidget, path: Path) -> None:
    QTest.qWait(120)
    widget.grab().save(str(path))


def _save_cases(file: CaseFile) -> list[str]:
    """Thirty cases, of which some have an action; their ids."""
    ids = []
    for number in range(30):
        due, owner = TODAY + timedelta(number - 6), ("wijkteam", "politie")[number % 2]
        actie = Verbeteractie(new_id(), 1.0, "elke week bellen", owner=owner, due=due)
        case = a_case_with(
            an_event("2020"),
            code=f"{'BCDFGHJKLM'[number % 10]}{2 + number // 10}-2B",
            title=TITLES[number % len(TITLES)],
            acties=(actie,) if number % 5 == 0 else (),
            keep_until=TODAY - timedelta(3) if number == 2 else None,
        )
        file.save(case)
        ids.append(case.id)
    return ids


def _terugkoppeling() -> Terugkoppeling:
    return Terugkoppeling(
        *(new_id(), "D2-2D", "Eerste jaar"),
        period_from=TODAY - timedelta(300),
        period_to=TODAY + timedelta(40),
        told_on=TODAY + timedelta(60),
        learned=(Learned(new_id(), "Eerder bellen helpt", ThreeStep.ESCALATIES),),
        needed=(
            Needed(new_id(), "Meer bedden in de regio", asked=AskedOfBoard.MIDDELEN),
            Needed(new_id(), "Hulp die blijft na een huisverbod", ThreeStep.RECIDIVE),
        ),
        note="Volgend jaar doen wij dit weer.",
    )


def _works(case_ids: list[str]) -> tuple[Work, ...]:
    study = Study(new_id(), "O2-2O", decisions=(Decision(new_id(), "college", on=_ago(5)),))
    series = MeetingSeries(new_id(), "M2-2M", meetings=(Meeting(new_id(), _ago(-12)),))
    talk = BoardTalk(new_id(), "G2-2G", "Eerste gesprek", held_on=_ago(200), begun=True)
    asked = Verbeteractie(
        *(new_id(), 1.0, "hulp binnen een week"),
        outcome=Outcome.DOORBRAAK,
        owner="wethouder",
        escalations=(Escalation(_ago(10), "college"),),
    )
    sample = Sample(
        *(new_id(), "S2-2S"),
        evaluated_on=_ago(50),
        cases=tuple(SampleCase(new_id(), i) for i in case_ids[:4]),
        conclusion="De hulp begint te laat",
        acties=(asked,),
    )
    return (study, series, talk, sample, *_tables(case_ids))


def _tables(case_ids: list[str]) -> tuple[Leertafel, ...]:
    asked = [
        Verbeteractie(
            *(new_id(), float(number), text),
            outcome=Outcome.DOORBRAAK,
            asked=AskedOfBoard.BESLUITEN,
            owner=owner,
            promise=promise,
        )
        for number, (text, owner, promise) in enumerate(
            (
                ("één loket voor hulp", "wethouder", "een proef van een jaar"),
                ("een vast team voor het weekend", "burgemeester", ""),
            )
        )
    ]
    held = Leertafel(
        *(new_id(), "T2-2T", "Twee verhalen", CaseState.DEELBAAR),
        held_on=_ago(100),
        begun=True,
        cases=(TableCase(new_id(), case_ids[4]),),
        successes=(Succes(new_id(), "Er was één gezicht voor het hele gezin"),),
        knelpunten=(Knelpunt(new_id(), "Twee loketten met elk een eigen formulier"),),
        acties=tuple(asked),
        conclusion="Eerder samen aan tafel helpt.",
    )
    ahead = Leertafel(
        *(new_id(), "T3-3T", "Najaar"),
        held_on=_ago(-6),
        starts_at=13 * 60 + 30,
        cases=(TableCase(new_id(), case_ids[1]),),
        uitvoerders=(Uitvoerder(new_id(), "wijkteam", "teamleider", invited=True),),
    )
    return held, ahead


def _ago(days: int) -> date:
    return TODAY - timedelta(days)


if __name__ == "__main__":
    main()
