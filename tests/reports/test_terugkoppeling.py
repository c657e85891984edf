"""The terugkoppeling: what is counted, what is told, and what no district may read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.models.works import Work
from hgkm_desktop.reports.content import Document
from tests.reports.every_document import written
from tests.reports.pages import page_texts
from tests.reports.practice_year import (
    CODES,
    a_terugkoppeling,
    document_of,
    table_of,
    the_works,
    unsaid,
    words_of,
)

KIND = DocumentKind.TERUGKOPPELING


def told_of(*works: Work) -> Document:
    return document_of(KIND, a_terugkoppeling(), others=works)


def test_cases_and_meetings_of_the_period_are_counted() -> None:
    """Four and three cases in the samples, two of them on a table too; a talk was before."""
    said = words_of(document_of(KIND))
    assert "Van 1 januari 2025 tot en met 31 december 2025 keken wij naar 7 casussen" in said
    held = "1 gesprek, 2 evaluaties van een steekproef, 2 bestuurlijke leertafels"
    assert f"Wij hielden {held} ." in said
    fewer = words_of(document_of(KIND, a_terugkoppeling(period_from=date(2025, 11, 1))))
    assert "1 casus . Wij hielden 0 gesprekken, 0 evaluaties" in fewer


def test_what_was_learned_and_is_needed_stands_per_step_with_what_is_asked() -> None:
    said = words_of(document_of(KIND))
    for words in (
        "Voorkomen en vroeg signaleren Het wijkteam hoort te laat van een huisverbod. (uit 1 "
        "gesprek en 1 leertafel) Minder escalaties",
        "Hierover is niets opgeschreven: minder herhaling.",
        "Bedden voor wie het huis uit moet. Wij vragen u om middelen.",
        "Minder herhaling Eén afspraak over nazorg na een jaar. Wij vragen u dit op de agenda",
    ):
        assert words in said


def test_doorbraken_are_told_with_their_state_and_counted_with_those_that_are_not() -> None:
    document = document_of(KIND)
    late, promised, done = (
        "Na een tweede melding altijd naar het Actieoverleg. Voor 1 december 2025.",
        "Vier tijdelijke woonplekken voor wie het huis uit moet. Toegezegd: een voorstel in het "
        "najaar. Voor 1 juli 2026.",
        "Een kind krijgt binnen een week een eigen gesprek. Toegezegd: het komt in het contract.",
    )
    assert table_of(document, "Doorbraken") == [
        [late, "Agenderen, burgemeester", "Gevraagd"],
        [promised, "Middelen", "Toegezegd"],
        [done, "Besluiten, wethouder jeugd", "Gelukt"],
    ]
    said = words_of(document)
    assert "4 doorbraken: 2 gevraagd, 1 toegezegd, 1 gelukt." in said
    untold = "Uit 1 leertafel die nog in bewerking is, staat hier geen doorbraak."
    assert f"{untold} 1 doorbraak daaruit is alleen geteld." in said


def test_nothing_unread_no_story_and_nobody_to_blame_is_in_it() -> None:
    said = words_of(document_of(KIND))
    for planted in ("ONGELEZEN", "woningcorporatie", "Woningcorporatie", "Huisverbod", *CODES):
        assert planted not in said, planted
    every = words_of(the_works())
    assert "ONGELEZEN" in every, "or this test looks for nothing"
    assert "woningcorporatie" in every


def test_what_is_left_out_is_said() -> None:
    first = next(w for w in the_works() if w.code == "T4-4T")
    left_out = a_terugkoppeling(left_out_ids=(f"{0x101:032x}",))
    made = document_of(KIND, left_out, others=(first,))
    assert "2 doorbraken: 1 gevraagd, 1 toegezegd." in words_of(made)
    assert "Van 1 doorbraak is gekozen om hier niets te zeggen." in words_of(made)
    assert "eigen gesprek" not in words_of(made)


def test_without_works_it_says_that_there_was_nothing() -> None:
    said = words_of(told_of())
    assert "0 casussen" in said
    assert "In deze periode zijn geen doorbraken gevraagd." in said


@pytest.mark.parametrize("state", list(CaseState))
def test_it_takes_two_pages_at_most_and_is_marked_until_it_was_read(state: CaseState) -> None:
    pages = page_texts(written(document_of(KIND, a_terugkoppeling(state=state))))
    assert len(pages) <= 2
    for page in pages:
        is_marked = "In bewerking, blijft aan deze tafel" in page
        assert is_marked is (state is CaseState.IN_BEWERKING)


def test_too_many_doorbraken_stand_in_an_annex_behind_two_pages() -> None:
    first = next(w for w in the_works() if isinstance(w, Leertafel))
    many = tuple(replace(a, id=f"{n:016x}{a.id[16:]}") for n in range(12) for a in first.acties)
    made = told_of(replace(first, acties=many))
    assert "36 doorbraken: 12 gevraagd, 12 toegezegd, 12 gelukt." in words_of(made.sections)
    assert [section.more for section in made.sections if section.more] == ["Zie bijlage A"]
    told, annex, *_ = page_texts(written(made))
    assert "Wat wij u verder zeggen" in told
    assert "Bijlage A" in annex
    assert annex.count("Actieoverleg") == 12


def test_every_text_of_a_terugkoppeling_is_in_it() -> None:
    assert unsaid(replace(a_terugkoppeling(), title="Titel"), KIND) == set()
