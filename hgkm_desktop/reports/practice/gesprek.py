"""The gespreksverslag: what burgemeester and wethouder said to each other, and what they agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hgkm_desktop.methods.follow_up import Followed
from hgkm_desktop.models.dutch import day_text, list_text
from hgkm_desktop.models.practice import BoardTalk
from hgkm_desktop.models.practice_questions import topics
from hgkm_desktop.reports.case.casusverslag_blocks import capital
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing
from hgkm_desktop.reports.content import (
    Block,
    Document,
    Fact,
    Paragraph,
    Run,
    Section,
    Subheading,
)
from hgkm_desktop.reports.practice.afspraken import afspraken
from hgkm_desktop.reports.practice.earlier_told import earlier_told
from hgkm_desktop.reports.practice.work_head import Head, Making, document, said

SUBTITLE = "Gespreksverslag burgemeester en wethouder"
TITLE = "Zicht op de voorkant van de keten"
_FOR_WHOM = "Vertrouwelijk: alleen voor wie bij dit gesprek aan tafel zat."


def compose(talk: BoardTalk, earlier: Sequence[Followed], making: Making) -> Document:
    """The verslag of a talk, for those who were at the table; so it says who they were.

    `earlier` are the actions of the file as far as they are known. What one of them is, is told
    when the paper stays at the table, or when what holds it is deelbaar too: nobody read the
    others through. Functions of owners are never in it.
    Source: zicht op de praktijk, vraag 1 (docs/bronnen.md, bron 1).
    """
    head = Head(
        code=talk.code,
        title=talk.title.strip() or TITLE,
        subtitle=SUBTITLE,
        signed="Gespreksverslag",
        state=talk.state,
        facts=(Fact("Gesprek", talk.code), *_held(talk)),
        for_whom=_FOR_WHOM,
    )
    return document(head, making, _sections(talk, earlier), text_pages=2)


def _held(talk: BoardTalk) -> tuple[Fact, ...]:
    return (Fact("Gehouden op", day_text(talk.held_on)),) if talk.held_on else ()


def _sections(talk: BoardTalk, earlier: Sequence[Followed]) -> Iterator[Section]:
    day = () if talk.held_on else (missing("wanneer het gesprek was"),)
    yield Section(
        "Wie aan tafel zat", (*said(capital(talk.present.strip()), "wie aan tafel zat"), *day)
    )
    yield Section("Eerdere acties", earlier_told(talk, earlier, talk.state))
    yield Section("Wat is besproken", _topics(talk))
    if talk.note.strip():
        yield Section("Wat verder is gezegd", said(talk.note, ""))
    yield Section("Wat is afgesproken", afspraken(talk.acties))
    yield Section("Het volgende gesprek", (_next(talk),))


def _topics(talk: BoardTalk) -> tuple[Block, ...]:
    """Each question with what was said; of those of the method also which have no answer yet."""
    answers = {topic.id: topic.answer for topic in talk.topics}
    of_method = {topic.id: topic.question for topic in topics()}
    own = [topic for topic in talk.topics if topic.id not in of_method]
    asked = [
        *((question, answers.get(id_, "")) for id_, question in of_method.items()),
        *((topic.question.strip() or "Een ander onderwerp", topic.answer) for topic in own),
    ]
    blocks: list[Block] = []
    for question, answer in asked:
        if answer.strip():
            blocks += [Subheading(question), *said(answer, "")]
    left = [topic.label for topic in topics() if not answers.get(topic.id, "").strip()]
    left += [f"‘{t.question.strip()}’" for t in own if t.question.strip() and not t.answer.strip()]
    gap = (missing(f"wat is gezegd over {list_text(left)}"),) if left else ()
    return (*blocks, *gap)


def _next(talk: BoardTalk) -> Paragraph:
    if talk.next_on is None:
        return missing("wanneer het volgende gesprek is")
    return Paragraph((Run(as_sentence(capital(day_text(talk.next_on)))),))
