"""Veiligheidscijfers, regie, fasen and T0: what is refused, and what goes along with what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.moment import in_month, in_year, on_day
from hgkm_desktop.models.records import Fase, Record, Regie, Veiligheidscijfer, new_id
from hgkm_desktop.models.terms import RegieHolder, RegieKind, SafetyPhase
from tests.builders import a_betrokkene, a_case_with, an_event, an_organisation

POLICE, CARE = an_organisation("politie"), an_organisation("wijkteam")
CHILD = a_betrokkene("kind 1", is_child=True)
REPORT = an_event("mrt 2021")


def a_cijfer(score: float = 4.0, *raters: str, about: str = "") -> Veiligheidscijfer:
    return Veiligheidscijfer(new_id(), 1.0, in_month(2021, 3), score, about, raters)


def regie_of(organisation_id: str, **more: object) -> Regie:
    regie = Regie(new_id(), 1.0, RegieKind.CASUSREGIE, RegieHolder.ORGANISATIE, organisation_id)
    return replace(regie, **more)  # type: ignore[arg-type]


@pytest.fixture
def case() -> Case:
    return a_case_with(POLICE, CARE, CHILD, REPORT)


@pytest.mark.parametrize("score", [0, 0.5, 4, 9.5, 10])
def test_a_whole_and_a_half_cijfer_may_be_given(score: float, case: Case) -> None:
    assert case.put(a_cijfer(score)).cijfers[0].score == score


@pytest.mark.parametrize("score", [-0.5, 10.5, 4.25, 11, float("nan"), float("inf")])
def test_any_other_cijfer_is_refused(score: float, case: Case) -> None:
    with pytest.raises(BadInput, match="van 0 tot en met 10"):
        case.put(a_cijfer(score))


def test_regie_of_an_organisation_asks_which(case: Case) -> None:
    with pytest.raises(BadInput, match="Kies de organisatie"):
        case.put(regie_of(""))


@pytest.mark.parametrize("holder", [RegieHolder.NIEMAND, RegieHolder.ONDUIDELIJK])
def test_regie_that_no_organisation_has_names_none(holder: RegieHolder, case: Case) -> None:
    regie = case.put(regie_of(POLICE.id, holder=holder)).regie[0]
    assert (regie.holder, regie.organisation_id) == (holder, "")


@pytest.mark.parametrize(
    "record",
    [
        regie_of(POLICE.id, start=in_month(2021, 5), end=in_month(2021, 4)),
        Fase(new_id(), 1.0, SafetyPhase.HERSTELGERICHT, in_year(2022), on_day(2021, 12, 31)),
    ],
    ids=["regie", "fase"],
)
def test_an_end_before_the_start_is_refused(record: Record, case: Case) -> None:
    with pytest.raises(BadInput, match="ligt voor het begin"):
        case.put(record)


def test_what_is_put_is_replaced_and_dropped_by_its_id(case: Case) -> None:
    cijfer, regie = a_cijfer(), regie_of(POLICE.id)
    fase = Fase(new_id(), 1.0, SafetyPhase.DIRECTE_VEILIGHEID)
    full = case.put(cijfer).put(regie).put(fase)
    assert full.put(replace(fase, note="leeg")).fasen == (replace(fase, note="leeg"),)
    assert full.drop(cijfer).drop(regie).drop(fase) == case


def test_an_organisation_that_has_the_regie_cannot_be_removed(case: Case) -> None:
    regie = regie_of(POLICE.id)
    with pytest.raises(BadInput, match="regie"):
        case.put(regie).drop_organisation(POLICE.id)
    nobody = case.put(replace(regie, holder=RegieHolder.NIEMAND))
    assert nobody.drop_organisation(POLICE.id).organisations == (CARE,)


def test_removing_an_organisation_leaves_the_cijfers_it_gave(case: Case) -> None:
    cijfer, order = a_cijfer(4, POLICE.id, CARE.id), (f"organisatie:{POLICE.id}", "soort:incident")
    left = replace(case.put(cijfer), lane_order=order).drop_organisation(POLICE.id)
    assert left.cijfers == (replace(cijfer, organisation_ids=(CARE.id,)),)
    assert left.lane_order == ("soort:incident",)


def test_removing_a_betrokkene_takes_the_cijfers_about_them(case: Case) -> None:
    household, child = a_cijfer(5), a_cijfer(2, about=CHILD.id)
    full = replace(case.put(household).put(child), lane_order=(f"betrokkene:{CHILD.id}",))
    left = full.drop_betrokkene(CHILD.id)
    assert left.cijfers == (household,)
    assert left.lane_order == ()


def test_t0_goes_with_its_event(case: Case) -> None:
    other = an_event("apr 2021")
    counted = replace(case.put(other), t0_event_id=REPORT.id)
    assert counted.drop_event(other.id).t0_event_id == REPORT.id
    assert counted.drop_event(REPORT.id).t0_event_id == ""
