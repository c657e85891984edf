"""Studies, meetings of a network, and cases beside each other, in one theme."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.models.case import FIELD_OF, Case, in_order
from hgkm_desktop.models.factors import factors
from hgkm_desktop.models.in_depth import ClientTalk, FactorCode
from hgkm_desktop.models.meetings import Meeting, MeetingSeries, Member
from hgkm_desktop.models.moving import shifted
from hgkm_desktop.models.records import Event, new_id
from hgkm_desktop.models.study import (
    Decision,
    FocusGroup,
    HouseholdType,
    Knop,
    Study,
    StudyCase,
)
from hgkm_desktop.models.terms import (
    Answer,
    CaseState,
    FocusGroupKind,
    KnobLevel,
    Persistence,
)
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.study.beside_window import BesideWindow
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_screen import WorkScreen
from tests.ui.keyboard import press, tab_to

CODES = ("B2-2B", "C2-2C", "D2-2D", "F2-2F", "G2-2G", "H2-2H", "J2-2J")
TITLES = (
    *("Rust en veiligheid", "Steeds verhuizen", "Twee talen thuis", "Na de opvang"),
    *("Drie generaties", "Nachtdiensten", "Een nieuw begin"),
)
TYPES = ("gezin met schulden", "samengesteld gezin", "ouder en volwassen kind")
PAGES = ("opzet", "casussen", "factoren", "uitkomsten", "focusgroepen", "knoppen", "besluit")


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    window = MainWindow(open_example)
    window.resize(1366, 768)
    window.show()
    example, _ = open_example()
    case = example.load(example.headings()[0].id)
    example.close()
    casefile = CaseFile.create(Path(tempfile.mkdtemp()) / "a.hgkm", "een lang wachtwoord", kdf=TEST)
    cases = seven(case)
    for one in cases:
        casefile.save(one)
    study, series = a_study(cases), a_series(cases)
    casefile.save(study)
    casefile.save(series)
    window.show_file(casefile)
    _take_study(folder, window, study)
    _take_meetings(folder, window, series)
    _take_beside(folder, window)
    window.close()


def seven(example: Case) -> list[Case]:
    """Seven cases after the example, each some years and some events other than the one before."""
    cases = []
    for number, (code, title) in enumerate(zip(CODES, TITLES, strict=True)):
        kept = [e for n, e in enumerate(in_order(example)) if (n + number) % 4 or n < 4]
        events = tuple(
            replace(
                e, start=shifted(e.start, number * 97) if e.start.is_known else e.start, end=None
            )
            for e in kept
        )
        gone = [e.id for e in example.events if e not in kept]
        solved = Persistence.OPGELOST if number % 3 == 0 else Persistence.VOORTBESTAAT
        case = replace(
            example.drop_events(gone),
            id=new_id(),
            code=code,
            title=title,
            state=CaseState.IN_BEWERKING,
            persistence=solved,
            persistence_reason="Er bleef iemand met wie het gezin alles kon bespreken.",
            talk=ClientTalk(held=Answer.JA if number != 4 else Answer.ONBEKEND),
        )
        case = _with_own_ids(replace(case, events=events))
        for place, factor in enumerate(factors()[number : number + 4]):
            event = case.events[place]
            case = case.put(FactorCode(new_id(), place + 1.0, factor.id, event_id=event.id))
        cases.append(case)
    return cases


def _later(event: Event, days: int) -> Event:
    start = shifted(event.start, days) if event.start.is_known else event.start
    return replace(event, start=start, end=None)


def _with_own_ids(case: Case) -> Case:
    """The case with events, actions and all else under new ids: a file holds each id once."""
    ids = {r.id: new_id() for name in FIELD_OF.values() for r in getattr(case, name)}
    renamed: Case = _renamed(case, ids)
    return renamed


def _renamed(value: Any, ids: dict[str, str]) -> Any:
    if isinstance(value, str) and value in ids:
        return ids[value]
    if isinstance(value, tuple):
        return tuple(_renamed(one, ids) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: _renamed(getattr(value, field.name), ids) for field in fields(value)}
        return replace(value, **parts)
    return value


def a_study(cases: list[Case]) -> Study:
    types = tuple(HouseholdType(new_id(), label, "circa 40", "wijkteams") for label in TYPES)
    held = tuple(
        StudyCase(new_id(), case.id, types[n % 3].id, "veel overdrachten")
        for n, case in enumerate(cases)
    )
    ids = [case.id for case in cases]
    return Study(
        id=new_id(),
        code="S4-4S",
        title="Waarom het doorgaat",
        question="Wanneer stopt geweld, en wat deed de gemeente daaraan?",
        created_on=date(2026, 2, 2),
        literature="Eerst veilig, dan oorzaken, dan herstel. Eén gezicht voor het gezin.",
        places="Lokaal team, zorg- en veiligheidshuis, weekstart van het wijkteam.",
        household_types=types,
        cases=held,
        focus_groups=(
            FocusGroup(new_id(), "focusgroep 1", case_id=ids[0], on=date(2026, 3, 3)),
            FocusGroup(new_id(), "afsluiting", FocusGroupKind.AFSLUITEND, on=date(2026, 5, 7)),
        ),
        knoppen=(
            Knop(new_id(), "één aanspreekpunt", KnobLevel.BELEIDSMATIG, case_ids=tuple(ids[:5])),
            Knop(
                new_id(), "tijd om vast te houden", KnobLevel.BESTUURLIJK, case_ids=tuple(ids[2:5])
            ),
            Knop(new_id(), "dezelfde dag bellen", case_ids=tuple(ids[1:3]), holds=Answer.JA),
        ),
        conclusion="Waar één persoon bleef, stopte het geweld eerder.",
        decisions=(Decision(new_id(), "college", date(2026, 6, 1), "een proef van een jaar"),),
    )


def a_series(cases: list[Case]) -> MeetingSeries:
    members = tuple(
        Member(new_id(), organisation, function)
        for organisation, function in (
            ("politie", "wijkagent"),
            ("Veilig Thuis", "gedragswetenschapper"),
            ("wijkteam", "teamleider"),
        )
    )
    meetings = (
        Meeting(new_id(), date(2026, 2, 4), members[0].id, cases[0].id, begun=True),
        Meeting(
            new_id(),
            date(2026, 3, 18),
            members[1].id,
            cases[1].id,
            "Hadden wij het patroon eerder kunnen zien?",
            "Meedenken over wie belt, en wanneer.",
        ),
    )
    title = "Keten zorg en straf"
    return MeetingSeries(new_id(), "V5-5V", title, members=members, meetings=meetings)


def _take(folder: Path, widget: QWidget, name: str) -> None:
    QTest.qWait(80)
    widget.grab().save(str(folder / f"{name}.png"))


def _screen(window: MainWindow) -> WorkScreen:
    return next(s for s in window.findChildren(WorkScreen) if s.isVisible())


def _take_study(folder: Path, window: MainWindow, study: Study) -> None:
    assert window.workspace is not None
    window.workspace._works.show(study.id)
    for number, name in enumerate(PAGES):
        _screen(window).show_page(number)
        _take(folder, window, f"90-{number}-onderzoek-{name}")
    _screen(window).show_page(5)
    tab_to("Knop toevoegen…")
    press_return()
    _take_dialog(folder, "91-knop-toevoegen")


def _take_meetings(folder: Path, window: MainWindow, series: MeetingSeries) -> None:
    assert window.workspace is not None
    window.workspace._works.show(series.id)
    _take(folder, window, "92-0-agenda")
    _screen(window).show_page(1)
    _take(folder, window, "92-1-bijeenkomsten")
    tab_to("Bijeenkomst toevoegen…")
    press_return()
    _take_dialog(folder, "93-bijeenkomst-toevoegen")
    _screen(window).show_page(2)
    _take(folder, window, "92-2-leden")


def _take_beside(folder: Path, window: MainWindow) -> None:
    assert window.document is not None
    shown = BesideWindow(window.document, window)
    shown.show()
    _take(folder, shown, "94-naast-elkaar")
    shown.close()


def press_return() -> None:
    press(Qt.Key.Key_Return)


def _take_dialog(folder: Path, name: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    _take(folder, dialog, name)
    dialog.done(0)
    QTest.qWait(20)


if __name__ == "__main__":
    main()
