"""What casuïstiekonderzoek adds to a case is on paper with consent only, for its readers only."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import product
from typing import Any

import pytest

from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.in_depth import (
    CruciaalPunt,
    FactorCode,
    FrisseBlik,
    NaastElkaar,
    Radertje,
    Ronde,
)
from hgkm_desktop.models.records import Record, new_id
from hgkm_desktop.models.terms import Answer, Audience, CaseState, Mark
from hgkm_desktop.models.texts import is_chosen, record_of, texts_of, with_texts
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
    for_bestuur,
    made_deelbaar,
)
from tests.casefile.full_methods import CASE_FIELDS
from tests.reports.every_document import radertjes_of, verslag_of
from tests.reports.test_for_whom import WAYS, as_pdf

_FIELDS: dict[str, Any] = dict(CASE_FIELDS)
_WIDE = {Audience.TAFEL: 0, Audience.VERSLAG: 1, Audience.BESTUUR: 2}
_BOARD = "radertjes, pdf"
_MAKE = {way: make for way, (make, _) in WAYS.items()}
_MAKE[_BOARD] = lambda case: as_pdf(radertjes_of(case))
_VERSLAG = [way for way in WAYS if way.startswith("casusverslag")]
_OTHERS = [way for way in WAYS if not way.startswith("casusverslag")]
_OF_DEPTH = {
    *("radertjes", "naast_elkaar", "codes", "punten", "blikken"),
    *("area_problems", "criteria", "selection_reason", "household_type", "talk"),
    *("persistence_reason",),
}


def word_of(audience: Audience, consent: Answer) -> str:
    return f"{audience.value}woord{consent.value}"


def a_case_of_voices() -> Case:
    """A radertje and a pair for every audience and every consent, on an event for all."""
    event = an_event("20 mei 2022", "Iets", audience=Audience.BESTUUR)
    records: list[Record] = []
    for number, (audience, consent) in enumerate(product(Audience, Answer), 1):
        word, seq = word_of(audience, consent), float(number)
        shared: dict[str, Any] = {"consent": consent, "audience": audience}
        records.append(Radertje(new_id(), seq, f"gear{word}", **shared))
        records.append(NaastElkaar(new_id(), seq, f"pair{word}", **shared))
    return a_case_with(event, *records)


@pytest.mark.parametrize("way", _MAKE)
@pytest.mark.parametrize("state", CaseState)
def test_the_words_of_a_person_concerned_need_consent_and_the_right_readers(
    way: str, state: CaseState
) -> None:
    case = a_case_of_voices()
    said = _MAKE[way](made_deelbaar(case) if state is CaseState.DEELBAAR else case)
    for audience, consent in product(Audience, Answer):
        wide = state is CaseState.IN_BEWERKING or _WIDE[audience] >= _WIDE[Audience.VERSLAG]
        allowed = way in (*_VERSLAG, _BOARD) and consent is Answer.JA and wide
        for kind in ("gear", "pair"):
            assert (f"{kind}{word_of(audience, consent)}" in said) is allowed


def test_a_pair_goes_with_a_radertje_without_consent() -> None:
    gear = Radertje(new_id(), 1.0, "radwoord", consent=Answer.NEE)
    pair = NaastElkaar(new_id(), 1.0, "paarwoord", radertje_id=gear.id, consent=Answer.JA)
    assert "paarwoord" not in as_pdf(verslag_of(a_case_with(an_event(), gear, pair)))


def a_case_of_every_text() -> tuple[Case, dict[str, str]]:
    """A case with every text of the depth filled in with a word of its own, for all readers; and
    those words, each with the field that it stands in."""
    event = an_event("20 mei 2022", "Iets", id="e1".zfill(32), audience=Audience.BESTUUR)
    table, zorg = an_organisation(), replace(an_organisation("zorg"), id="a2".zfill(32))
    mark = replace(a_beleving(event, seat := a_deelnemer(table), Mark.GOED), id="f1".zfill(32))
    someone = replace(a_betrokkene("moeder"), id="b1".zfill(32))
    case = for_bestuur(a_case_with(table, zorg, seat, someone, event, mark, **_FIELDS))
    case = replace(case, round=Ronde())
    case = replace(
        case,
        radertjes=tuple(
            replace(r, audience=Audience.BESTUUR, consent=Answer.JA) for r in case.radertjes
        ),
        codes=tuple(replace(code, factor_id="") for code in case.codes),
    )
    found = [t for t in texts_of(case) if deep_field(t.key) in _OF_DEPTH and not is_chosen(t)]
    words = {text.key: f"planteword{number:03}" for number, text in enumerate(found)}
    return with_texts(case, words), {word: key for key, word in words.items()}


def deep_field(key: str) -> str:
    """The field of the case that a text stands in."""
    name, where = record_of(key)
    return where if name == "casus" else name


def test_every_field_of_the_depth_is_tried() -> None:
    """Who adds a field to the case says here on which papers it may come."""
    _, words = a_case_of_every_text()
    assert {deep_field(key) for key in words.values()} == _OF_DEPTH
    without_words = {"round", "steps_done", "structurally_unsafe", "closed_well", "persistence"}
    added = {*CASE_FIELDS, *without_words}
    assert added - without_words == _OF_DEPTH
    assert added <= {field.name for field in fields(Case)}
    assert {FIELD_OF[kind] for kind in (Radertje, NaastElkaar, FactorCode)} < added
    assert {FIELD_OF[kind] for kind in (CruciaalPunt, FrisseBlik)} < added


@pytest.mark.parametrize("way", _OTHERS)
@pytest.mark.parametrize("state", CaseState)
def test_no_word_of_the_depth_is_on_another_paper(way: str, state: CaseState) -> None:
    case, words = a_case_of_every_text()
    said = WAYS[way][0](made_deelbaar(case) if state is CaseState.DEELBAAR else case)
    assert [words[word] for word in words if word in said] == []


@pytest.mark.parametrize("state", CaseState)
def test_the_casusverslag_says_every_word_of_the_depth(state: CaseState) -> None:
    case, words = a_case_of_every_text()
    said = as_pdf(
        verslag_of(made_deelbaar(case) if state is CaseState.DEELBAAR else case)
    ).casefold()
    unsaid = {words[word].split(":")[2] for word in words if word not in said}
    assert unsaid == set()


@pytest.mark.parametrize("way", _VERSLAG)
def test_what_rests_on_a_hidden_event_goes_with_it(way: str) -> None:
    shown = an_event("20 mei 2022", "Iets", audience=Audience.BESTUUR)
    hidden = an_event("9 juni 2022", "Verborgen")
    ids = (hidden.id,)
    yes: dict[str, Any] = {"consent": Answer.JA, "audience": Audience.BESTUUR}
    case = a_case_with(
        shown,
        hidden,
        Radertje(new_id(), 1.0, "geheimrad", event_ids=ids, **yes),
        NaastElkaar(new_id(), 1.0, "geheimpaar", event_ids=ids, **yes),
        FactorCode(new_id(), 1.0, own_words="geheimfactor", event_id=hidden.id),
        CruciaalPunt(new_id(), 1.0, hidden.id, "geheimpunt"),
        FrisseBlik(new_id(), 1.0, hidden.id, "geheimkijker", Mark.RISICO),
    )
    assert WAYS[way][0](case).casefold().count("geheim") >= 5
    assert "geheim" not in WAYS[way][0](made_deelbaar(case)).casefold()


@pytest.mark.parametrize("way", _VERSLAG)
def test_what_a_blind_round_hides_is_said_to_be_hidden(way: str) -> None:
    event, organisation = an_event("20 mei 2022", "Iets"), an_organisation()
    seats = a_deelnemer(organisation), a_deelnemer(organisation)
    mark = a_beleving(event, seats[0], Mark.NIET_OKE, explanation="blindwoord")
    code = FactorCode(new_id(), 1.0, own_words="blindfactor", event_id=event.id)
    blik = FrisseBlik(new_id(), 1.0, event.id, "buitenstaander 1", Mark.GOED)
    case = a_case_with(organisation, *seats, event, mark, replace(code, beleving_id=mark.id), blik)
    going_on = replace(case, round=Ronde(True, True, False, event.id))
    assert "blindwoord" in WAYS[way][0](case)
    assert "blindfactor" in WAYS[way][0](case).casefold()
    said = WAYS[way][0](going_on).casefold()
    assert "blindwoord" not in said
    assert "blindfactor" not in said
    assert "niet oké" not in said
    assert "blinde ronde" in said
    assert "nog verborgen" in said


def test_a_talk_without_consent_is_only_said_to_be_held() -> None:
    case = a_case_with(an_event(), talk=replace(_FIELDS["talk"], consent=Answer.ONBEKEND))
    said = as_pdf(verslag_of(case))
    assert "Er was een gesprek met de betrokkene" in said
    assert "bij haar thuis" not in said


def test_a_case_without_depth_has_none_of_its_sections() -> None:
    headings = {section.heading for section in verslag_of(a_case_with(an_event())).annex}
    assert not headings & {"Radertjes", "Naast elkaar", "Factoren", "Cruciale punten"}
    assert "Frisse blik" not in headings
