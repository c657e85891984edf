"""A talk of burgemeester and wethouder in the window: topics, own topics, and what is agreed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.practice import BoardTalk, TopicAnswer
from hgkm_desktop.models.practice_questions import topics
from hgkm_desktop.models.terms import Outcome
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_screen import WorkScreen
from tests.ui.keyboard import CTRL, fill, focused, name_of, press, tab_to, wait_until
from tests.ui.open_window import document_of, show_new_file, words_on_screen, workspace_of

Key = Qt.Key
OWN = TopicAnswer("f" * 32, "Hoe gaat het met de wachttijden?", "zes weken")
AGREED = Verbeteractie("c" * 32, 1.0, "rooster voor bellen", owner="politie", keeper="school")
BEFORE = BoardTalk("d" * 32, "V2-2V", held_on=date(2026, 1, 5), begun=True, acties=(AGREED,))


@pytest.fixture
def opened(window: MainWindow, tmp_path_factory: pytest.TempPathFactory) -> MainWindow:
    """A talk with one topic of its own, in a file with a talk that was before it."""
    show_new_file(window, tmp_path_factory.mktemp("talk") / "a.hgkm")
    talk = BoardTalk("e" * 32, "G2-2G", topics=(OWN,), held_on=date(2026, 3, 2))
    for work in (BEFORE, talk):
        document_of(window).edit("nieuw gesprek", work)
    workspace_of(window)._works.show(talk.id)
    return window


def talk_of(window: MainWindow) -> BoardTalk:
    talk = next(work for work in document_of(window).works() if work.id != BEFORE.id)
    assert isinstance(talk, BoardTalk)
    return talk


def told(window: MainWindow) -> str:
    return words_on_screen(next(s for s in window.findChildren(WorkScreen) if s.isVisible()))


def test_what_is_said_on_a_topic_is_kept_under_its_id_and_can_be_emptied(
    opened: MainWindow,
) -> None:
    press(Key.Key_3, CTRL)
    topic = topics()[1]
    assert topic.help in told(opened)
    tab_to(topic.question)
    fill("dat merken wij aan de overdracht")
    press(Key.Key_Tab)
    said = TopicAnswer(topic.id, answer="dat merken wij aan de overdracht")
    wait_until(lambda: talk_of(opened).topics == (OWN, said))
    document_of(opened).undo_stack.undo()
    assert talk_of(opened).topics == (OWN,)
    tab_to(topic.question)
    assert focused().toPlainText() == ""  # type: ignore[attr-defined]


def test_an_own_topic_is_changed_and_taken_away_by_keys(opened: MainWindow) -> None:
    press(Key.Key_3, CTRL)
    tab_to("Onderwerp toevoegen…")
    press(Key.Key_Return)
    assert name_of(focused()) == "Waarover wilt u praten"
    tab_to("Bewaren")
    press(Key.Key_Return)
    assert "Schrijf op waarover u wilt praten." in words_on_screen(focused().window())
    tab_to("Waarover wilt u praten")
    fill("opvang")
    tab_to("Bewaren")
    press(Key.Key_Return)
    wait_until(lambda: [t.question for t in talk_of(opened).topics] == [OWN.question, "opvang"])
    tab_to("Eigen onderwerpen")
    press(Key.Key_Home)
    press(Key.Key_Delete)
    assert [topic.question for topic in talk_of(opened).topics] == ["opvang"]
    document_of(opened).undo_stack.undo()
    assert OWN in talk_of(opened).topics


def test_a_talk_opens_with_earlier_actions_and_ends_with_what_is_agreed(
    opened: MainWindow,
) -> None:
    press(Key.Key_2, CTRL)
    assert "rooster voor bellen" in told(opened)
    press(Key.Key_4, CTRL)
    tab_to("Actie toevoegen…")
    press(Key.Key_Return)
    assert name_of(focused()) == "Wat gaat er gebeuren"
    fill("samen naar het wijkteam")
    tab_to("Soort")
    offered = [focused().itemText(n) for n in range(focused().count())]  # type: ignore[attr-defined]
    assert "Doorbraak" not in offered
    tab_to("Bewaren")
    press(Key.Key_Return)
    wait_until(lambda: len(talk_of(opened).acties) == 1)
    assert talk_of(opened).acties[0].outcome is not Outcome.DOORBRAAK
    tab_to("Volgend gesprek")
    fill("1-9-2026")
    press(Key.Key_Tab)
    wait_until(lambda: talk_of(opened).next_on == date(2026, 9, 1))
