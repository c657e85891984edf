"""The talk of burgemeester and wethouder, and a sample after a huisverbod: each of their pages."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.practice import (
    BoardTalk,
    Sample,
    SampleAnswer,
    SampleCase,
    TopicAnswer,
)
from hgkm_desktop.models.practice_questions import questions_of, topics
from hgkm_desktop.models.terms import (
    AskedOfBoard,
    EventKind,
    Level,
    Occurrence,
    Outcome,
    Reply,
    SampleQuestion,
)
from hgkm_desktop.models.works import Work
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event, an_organisation
from tests.ui.keyboard import CTRL, choose, press, tab_to

Key = Qt.Key
TALK_PAGES = ("gesprek", "eerdere-acties", "onderwerpen", "afspraken")
SAMPLE_PAGES = ("steekproef", "casussen", "werkbladen", "telling", "evaluatie")
ACTIE = Verbeteractie(
    "a" * 32,
    1.0,
    "Voor elk huisverbod is op dag acht bekend wie daarna de regie heeft",
    outcome=Outcome.AFSPRAAK,
    level=Level.BESTUURLIJK,
    asked=AskedOfBoard.BESLUITEN,
    owner="wethouder",
    keeper="lokaal veiligheidsoverleg",
    body="college",
    due=date(2026, 9, 1),
)


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    file, passphrase = open_example()
    window = MainWindow(lambda: (file, passphrase))
    window.resize(1366, 900)
    window.show()
    window.show_file(file)
    assert window.workspace is not None
    assert window.document is not None
    document, works = window.document, window.workspace._works
    (example,) = (document.case_of(heading.id) for heading in document.headings())
    others = a_few_cases()
    for case in others:
        document.add_case(case)
    works_made: list[Work] = [*talks(), *samples((example, *others))]
    for work in works_made:
        document.edit("toevoegen", work)
    works.show("c" * 32)
    _take(folder, window, "230-steekproef-leeg")
    press(Key.Key_3, CTRL)
    _take(folder, window, "231-werkbladen-leeg")
    for start, work_id, pages in ((232, "d" * 32, TALK_PAGES), (236, "e" * 32, SAMPLE_PAGES)):
        works.show(work_id)
        for number, name in enumerate(pages):
            press(Key(Key.Key_1.value + number), CTRL)
            _take(folder, window, f"{start + number}-{name}")
    _take_sheets(folder, window)
    works.show("f" * 32)
    press(Key.Key_3, CTRL)
    _take(folder, window, "246-werkblad-rihg")
    window.close_file()
    QApplication.exit()


def _take_sheets(folder: Path, window: MainWindow) -> None:
    """A suggestion that is taken over, the events to choose from, and the dialog of an action."""
    press(Key.Key_3, CTRL)
    tab_to("Voorstel overnemen")
    press(Key.Key_Return)
    tab_to("Gebeurtenissen kiezen: hulp aanvaard")
    _take(folder, window, "241-overgenomen")
    press(Key.Key_Return)
    _take_dialog(folder, "242-gebeurtenissen-kiezen")
    tab_to("Gebeurtenissen kiezen: kinderen veilig")
    _take(folder, window, "243-kinderen")
    tab_to("Casus")
    choose("D4")
    _take(folder, window, "244-werkblad-zonder-huisverbod")
    press(Key.Key_5, CTRL)
    tab_to("Actie toevoegen")
    press(Key.Key_Return)
    _take_dialog(folder, "245-actie")


def _take(folder: Path, widget: QWidget, name: str) -> None:
    QTest.qWait(100)
    widget.grab().save(str(folder / f"{name}.png"))


def _take_dialog(folder: Path, name: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    _take(folder, dialog, name)
    dialog.done(0)
    QTest.qWait(20)


def a_few_cases() -> tuple[Case, Case, Case]:
    """One with a RIHG and no huisverbod, and two with little on their line."""
    team = an_organisation("wijkteam")
    refused = an_event(
        "4 maart 2024",
        "geen huisverbod",
        kind=EventKind.BESLUIT,
        fact="Vader ging zelf bij een vriend slapen.",
    )
    rihg = an_event("3 maart 2024", "RIHG", kind=EventKind.TAXATIE, instrument="rihg")
    visit = an_event("eind maart 2024", "Bezoek", organisation_ids=(team.id,))
    missed = an_event("april 2024", "Plan", kind=EventKind.PLAN, occurrence=Occurrence.NIET_GEDAAN)
    return (
        a_case_with(team, rihg, refused, visit, missed, code="B2-2B", title="wie keek mee"),
        a_case_with(an_event("2020", "verhuizing"), code="C3-3C", title="een nieuw begin"),
        a_case_with(an_event("2021", "verhuizing"), code="D4-4D", title="twee scholen"),
    )


def talks() -> tuple[BoardTalk, BoardTalk]:
    """One that was, with an agreement, and the next one."""
    first, second, *_ = topics()
    said = (
        TopicAnswer(first.id, answer="Ja, vooral bij de overdracht naar het wijkteam."),
        TopicAnswer(second.id, answer="Wij weten nog niet hoe vaak er wordt opgeschaald."),
        TopicAnswer("9" * 32, "Hoe lang zijn de wachttijden?", "Zes tot tien weken."),
    )
    before = BoardTalk("b" * 32, "G2-2G", held_on=date(2026, 1, 12), begun=True, acties=(ACTIE,))
    now = BoardTalk(
        "d" * 32,
        "G3-3G",
        title="Tweede gesprek",
        held_on=date(2026, 4, 6),
        present="burgemeester, wethouder, adviseur veiligheid",
        topics=said,
        acties=(replace(ACTIE, id="8" * 32, text="De cijfers van het wijkteam opvragen"),),
        next_on=date(2026, 9, 7),
    )
    return before, now


def samples(cases: tuple[Case, ...]) -> tuple[Sample, ...]:
    """An empty one, one after a huisverbod that is half done, and one after a RIHG."""
    asked = [question.id for question in questions_of(SampleQuestion.HUISVERBOD)]
    replies = ((Reply.DEELS, Reply.NEE), (Reply.JA, Reply.JA), (Reply.ONBEKEND, None))
    sheets = [SampleCase("1" * 32, cases[0].id)]
    for number, (case, given) in enumerate(zip(cases[1:], replies, strict=True), 2):
        answers = tuple(SampleAnswer(i, reply) for i, reply in zip(asked, given, strict=False))
        sheets.append(SampleCase(f"{number}" * 32, case.id, answers=answers))
    full = Sample(
        "e" * 32,
        "S2-2S",
        title="Na een huisverbod",
        municipality="onze gemeente",
        period_from=date(2023, 1, 1),
        period_to=date(2023, 12, 31),
        drawn_by="beleidsadviseur",
        drawn_how="elke vijfde van de lijst",
        drawn_from=23,
        cases=tuple(sheets),
        evaluated_on=date(2026, 5, 11),
        present="burgemeester, wethouder, teamleider wijkteam",
        conclusion="Hulp begint op tijd. Wie daarna de regie heeft, is te laat duidelijk.",
        acties=(replace(ACTIE, id="7" * 32),),
    )
    of_rihg = Sample(
        "f" * 32,
        "S4-4S",
        SampleQuestion.GEEN_HUISVERBOD,
        cases=(SampleCase("6" * 32, cases[1].id),),
    )
    return Sample("c" * 32, "S3-3S"), full, of_rihg


if __name__ == "__main__":
    main()
