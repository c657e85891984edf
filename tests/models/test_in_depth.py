"""Radertjes, factors, looks and punten of a case: what they keep, and what goes with what."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.consent import usable_pairs, usable_radertjes
from hgkm_desktop.models.factors import (
    criteria,
    factor_of,
    factors,
    found_factors,
    knelpunt_types,
)
from hgkm_desktop.models.going_along import (
    gone_with_deelnemer,
    gone_with_events,
    gone_with_radertje,
)
from hgkm_desktop.models.in_depth import CruciaalPunt, FactorCode, FrisseBlik, NaastElkaar, Radertje
from hgkm_desktop.models.in_depth_edits import look_of, looked, with_punt, without_radertje
from hgkm_desktop.models.records import Lesson, Summary, new_id
from hgkm_desktop.models.terms import Answer, Audience, FactorKind, Layer, Mark
from hgkm_desktop.paths import resource
from tests.builders import a_beleving, a_case_with, a_deelnemer, an_event, an_organisation

GEAR = Radertje(new_id(), 1.0, "mijn zus belde elke week", consent=Answer.JA)
PAIR = NaastElkaar(new_id(), 1.0, "Niemand vroeg mij iets.", radertje_id=GEAR.id, consent=Answer.JA)


def a_deep_case() -> Case:
    """One event that everything is about, and one beleving with a factor."""
    police = an_organisation()
    officer, event = a_deelnemer(police), an_event("mrt 2021")
    beleving = a_beleving(event, officer, Mark.RISICO)
    return a_case_with(
        police,
        officer,
        event,
        beleving,
        replace(GEAR, event_ids=(event.id,)),
        PAIR,
        FactorCode(new_id(), 1.0, "goed_in_beeld", event_id=event.id, beleving_id=beleving.id),
        CruciaalPunt(new_id(), 1.0, event.id, "eerder bellen"),
        FrisseBlik(new_id(), 1.0, event.id, "buitenstaander 1", Mark.GOED),
        Lesson(new_id(), 1.0, "bel eerder", event_ids=(event.id,)),
        summary=Summary(beleving_ids=(beleving.id,)),
    )


# --- the library ------------------------------------------------------------------------------


def test_every_layer_has_something_that_helps_and_something_that_hinders() -> None:
    present = {(factor.kind, factor.layer) for factor in factors()}
    assert present == {(k, g) for k in (FactorKind.SUCCES, FactorKind.RISICO) for g in Layer}
    assert len(criteria()) == 3
    assert len(knelpunt_types()) == 3


def test_every_factor_names_a_source_that_is_described() -> None:
    known = re.findall(r"^## Bron (\d)", _bronnen(), re.MULTILINE)
    named = {number for f in factors() for number in re.findall(r"\d", f.source)}
    assert named <= set(known)
    assert all(factor.source.startswith("bron ") for factor in factors())


def _bronnen() -> str:
    root = resource("inhoud/factoren.toml").parents[2]
    return (root / "docs" / "bronnen.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("typed", ["patroon", "PATROON gezien", "gezien patr"])
def test_a_factor_is_found_by_any_part_of_its_label(typed: str) -> None:
    assert "patroon_niet_gezien" in {factor.id for factor in found_factors(typed)}


def test_what_is_in_no_label_finds_nothing() -> None:
    assert found_factors("zebrapad") == ()
    assert found_factors("  ") == factors()


def test_a_code_says_what_the_library_says_and_else_what_it_says_itself() -> None:
    known = FactorCode(new_id(), 1.0, "kind_apart", kind=FactorKind.RISICO)
    own = FactorCode(new_id(), 2.0, own_words="wachtlijst", kind=FactorKind.OORZAAK)
    gone = FactorCode(new_id(), 3.0, "stond_er_ooit", layer=Layer.STURING)
    assert factor_of(known).kind is FactorKind.SUCCES
    assert (factor_of(own).label, factor_of(own).kind) == ("wachtlijst", FactorKind.OORZAAK)
    assert "niet meer in de lijst" in factor_of(gone).label


# --- consent ----------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", [Answer.NEE, Answer.ONBEKEND])
def test_without_consent_nothing_may_be_used_anywhere(answer: Answer) -> None:
    gear = replace(GEAR, consent=answer, audience=Audience.BESTUUR)
    pair = replace(PAIR, audience=Audience.BESTUUR)
    case = a_case_with(gear, pair, replace(pair, id=new_id(), radertje_id="", consent=answer))
    for audience in Audience:
        assert usable_radertjes(case, audience) == ()
        assert usable_pairs(case, audience) == ()


def test_bestuurders_see_only_what_was_chosen_for_them() -> None:
    case = a_case_with(GEAR, PAIR)
    assert (usable_radertjes(case, Audience.TAFEL), usable_pairs(case, Audience.TAFEL)) == (
        (GEAR,),
        (PAIR,),
    )
    assert usable_radertjes(case, Audience.BESTUUR) == ()
    case = case.put(replace(GEAR, audience=Audience.BESTUUR))
    assert len(usable_radertjes(case, Audience.BESTUUR)) == 1
    assert usable_pairs(case, Audience.BESTUUR) == (), "the sentence was not chosen"


def test_withdrawing_leaves_nothing_of_it_and_taking_away_keeps_the_sentences() -> None:
    case = a_case_with(GEAR, PAIR)
    assert "zus" not in repr(case.withdraw(GEAR.id))
    assert "Niemand vroeg" not in repr(case.withdraw(GEAR.id))
    left = without_radertje(case, GEAR.id)
    assert [pair.radertje_id for pair in left.naast_elkaar] == [""]
    assert GEAR.id not in repr(left)


# --- points and looks -------------------------------------------------------------------------


def test_a_cruciaal_punt_shows_on_the_line() -> None:
    event = an_event()
    case = with_punt(a_case_with(event), CruciaalPunt(new_id(), 1.0, event.id))
    assert case.event(event.id).is_pivotal


def test_an_outsider_has_one_mark_on_an_event_and_takes_it_back_by_giving_it_again() -> None:
    event = an_event()
    case = looked(a_case_with(event), event.id, "buitenstaander 1", Mark.GOED)
    case = looked(case, event.id, "Buitenstaander 1 ", Mark.RISICO)
    case = looked(case, event.id, "buitenstaander 2", Mark.GOED)
    assert [(b.viewer, b.mark) for b in case.blikken] == [
        ("buitenstaander 1", Mark.RISICO),
        ("buitenstaander 2", Mark.GOED),
    ]
    case = looked(case, event.id, "buitenstaander 1", Mark.RISICO)
    assert look_of(case, event.id, "buitenstaander 1") is None


# --- what goes along --------------------------------------------------------------------------


def test_everything_that_goes_with_an_event_is_named_and_gone() -> None:
    case = a_deep_case()
    event = case.events[0]
    said = gone_with_events(replace(case, t0_event_id=event.id), [event.id])
    for words in ("belevingen", "factoren", "cruciale punt", "frisse blikken", "les", "radertje"):
        assert words in said
    assert "T0" in said
    assert event.id not in repr(case.drop_event(event.id))
    assert gone_with_events(a_case_with(an_event()), ["x"]) == ""


def test_what_is_said_of_a_deelnemer_is_what_happens() -> None:
    case = a_deep_case()
    said = gone_with_deelnemer(case, case.deelnemers[0].id)
    assert "alle belevingen" in said
    assert "samenvatting" in said
    assert "staan nu bij de gebeurtenis zelf" in said
    left = case.drop_deelnemer(case.deelnemers[0].id)
    assert [(code.event_id, code.beleving_id) for code in left.codes] == [(case.events[0].id, "")]
    assert "zonder belevingen" in gone_with_deelnemer(left, case.deelnemers[0].id)


def test_what_is_said_of_a_radertje_is_what_happens() -> None:
    assert "is er nog" in gone_with_radertje(a_case_with(GEAR, PAIR), GEAR.id)
    assert "er lag niets naast" in gone_with_radertje(a_case_with(GEAR), GEAR.id)
