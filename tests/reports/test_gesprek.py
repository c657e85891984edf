"""The gespreksverslag: what it says of a talk, and of actions that nobody read through."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from hgkm_desktop.models.practice import TopicAnswer
from hgkm_desktop.models.practice_questions import topics
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.reports.content import texts
from tests.reports.full_case import FUNCTION
from tests.reports.practice_year import (
    PRESENT,
    a_talk,
    document_of,
    table_of,
    the_actions,
    unsaid,
    words_of,
)

KIND = DocumentKind.GESPREKSVERSLAG


def test_it_says_who_was_there_and_what_was_said_on_each_question() -> None:
    said = words_of(document_of(KIND))
    assert PRESENT.removeprefix("burgemeester") in said
    for topic, answer in zip(topics(), a_talk().topics, strict=False):
        assert (topic.question in said) is bool(answer.answer)
    assert "Wat vragen wij van de regio? Eén loket voor het weekend." in said
    assert "Nog niet ingevuld: wat is gezegd over samen sturen." in said
    assert "2 september 2025." in said


def test_an_earlier_action_is_told_only_when_it_was_read_through() -> None:
    out = table_of(document_of(KIND), "Eerdere acties")
    asked = "Een kind krijgt binnen een week een eigen gesprek."
    hidden = "een actie uit iets wat nog in bewerking is"
    assert out == [
        [asked, "Leertafel T4-4T", "Bezig", "Het staat op de agenda."],
        [hidden, "Casus K7-7K", "Gereed", "Elke school is gebeld."],
    ]
    at_table = replace(a_talk(), state=CaseState.IN_BEWERKING)
    assert table_of(document_of(KIND, at_table), "Eerdere acties")[1][0] == (
        "Bel elke school na een melding."
    )


def test_an_action_that_is_gone_is_still_counted() -> None:
    rows = table_of(document_of(KIND, earlier=()), "Eerdere acties")
    assert [row[0] for row in rows] == ["een actie die niet meer in het casusbestand staat"] * 2


def test_what_was_agreed_has_an_owner_a_keeper_a_place_and_a_day() -> None:
    rows = table_of(document_of(KIND), "Wat is afgesproken")
    assert rows[0] == [
        "Nodig de wethouder uit in het lokaal veiligheidsoverleg. Niveau: bestuurlijk. Afspraak.",
        "Burgemeester",
        "Griffie. Ligt bij: lokaal veiligheidsoverleg.",
        "Gereed. 6 mei 2025: Is gebeurd.",
    ]
    assert rows[1][1:] == ["Wijkteam", "nog geen bewaker", "Open, geen datum"]


def test_every_text_of_a_talk_but_a_function_of_an_owner_is_in_it() -> None:
    talk = a_talk()
    talk = replace(talk, topics=(*talk.topics, TopicAnswer("a" * 32, "vraag", "antwoord")))
    assert unsaid(talk, KIND) == {"owner_function"}


def test_no_function_of_an_owner_and_nothing_unread_is_in_it() -> None:
    said = words_of(document_of(KIND))
    assert FUNCTION not in said
    assert "ONGELEZEN" not in said
    assert "Bel elke school" not in said
    told = chain.from_iterable(texts(row.actie) for row in the_actions())
    assert "Bel elke school na een melding" in set(told), "or this test looks for nothing"
