"""The pages of a talk of burgemeester and wethouder (vraag 1).

Source: zicht op de praktijk, vraag 1 (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.practice import BoardTalk, TopicAnswer
from hgkm_desktop.models.practice_questions import topics
from hgkm_desktop.models.records import new_id
from hgkm_desktop.ui.case.actie_kind import actie_kind
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.parts.date_fields import DayField
from hgkm_desktop.ui.parts.fields import TextBlock, TextLine
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import PartKind, RecordList
from hgkm_desktop.ui.practice.progress_round import progress_page
from hgkm_desktop.ui.window.work_form import WorkForm
from hgkm_desktop.ui.window.work_screen import Page


def talk_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """When it is held and with whom."""
    page = WorkForm(document, shown)
    page.form.heading("Het gesprek")
    page.form.note(
        "Burgemeester en wethouder praten zonder casus: hoe gaat het in onze gemeente, en gaat het "
        "goed genoeg?"
    )
    page.ask_for("title", "Neutrale titel", TextLine(), "Geen plaats, geen jaartal.")
    page.ask_for("held_on", "Op welke dag", DayField())
    page.ask_for(
        "present",
        "Wie zijn erbij",
        TextBlock(2),
        "Functies, geen namen. Bijvoorbeeld: burgemeester, wethouder, adviseur veiligheid.",
    )
    page.ask_for("note", "Aantekening", TextBlock(4))
    page.form.end()
    page.fill()
    return page


def topics_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """The four topics with what was said on each, and topics of one's own."""
    page = WorkForm(document, shown)
    page.form.heading("Onderwerpen")
    page.form.note("Vier onderwerpen om uit te kiezen. U hoeft ze niet alle vier te bespreken.")
    for topic in topics():
        page.bind(topic.question, TextBlock(4), _said_on(topic.id), _say_on(topic.id), topic.help)
    page.form.add_widget(RecordList(document, OWN_TOPICS, shown))
    page.form.end()
    page.fill()
    return page


def _said_on(topic_id: str) -> Callable[[BoardTalk], str]:
    def get(talk: BoardTalk) -> str:
        return next((said.answer for said in talk.topics if said.id == topic_id), "")

    return get


def _say_on(topic_id: str) -> Callable[[BoardTalk, str], BoardTalk]:
    def put(talk: BoardTalk, answer: str) -> BoardTalk:
        said = {topic.id: topic for topic in talk.topics}
        said[topic_id] = TopicAnswer(topic_id, answer=answer)
        if not answer:
            del said[topic_id]
        return replace(talk, topics=tuple(said.values()))

    return put


def is_own_topic(topic: TopicAnswer) -> bool:
    """True for a topic that is not in the list of experts, or no longer."""
    return topic.id not in {known.id for known in topics()}


def _own_words(talk: BoardTalk, topic: TopicAnswer) -> str:
    question = topic.question or "Onderwerp dat niet meer in de lijst staat"
    return f"{question}\n{topic.answer or 'Nog niets opgeschreven'}"


def _own_dialog(parent: QWidget, talk: BoardTalk, topic: TopicAnswer) -> RecordDialog:
    dialog = RecordDialog(parent, "Eigen onderwerp", topic)
    dialog.ask_for("question", "Waarover wilt u praten", TextBlock(2))
    dialog.ask_for("answer", "Wat is er gezegd", TextBlock(4))
    return dialog


def _check_own(talk: BoardTalk, topic: TopicAnswer) -> None:
    if not topic.question.strip():
        raise BadInput("Schrijf op waarover u wilt praten.")


OWN_TOPICS = PartKind(
    field="topics",
    one="onderwerp",
    heading="Eigen onderwerpen",
    explanation="Waar wilt u het verder over hebben?",
    empty="Geen eigen onderwerpen. Dat hoeft ook niet: de vier vaste onderwerpen staan er al. "
    "Mist u iets, voeg het toe.",
    words=_own_words,
    new=lambda talk: TopicAnswer(new_id()),
    dialog=_own_dialog,
    check=_check_own,
    also_gone="met wat erover is gezegd",
    which=is_own_topic,
)


def agreements_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """What was agreed, and when they talk again."""
    page = WorkForm(document, shown)
    page.form.add_widget(RecordList(document, actie_kind("Afspraken"), shown))
    page.ask_for("next_on", "Volgend gesprek", DayField(), "Dat begint met hoe de afspraken staan.")
    page.form.end()
    page.fill()
    return page


TALK_PAGES: tuple[Page, ...] = (
    ("Gesprek", talk_page),
    ("Eerdere acties", progress_page),
    ("Onderwerpen", topics_page),
    ("Afspraken", agreements_page),
)
