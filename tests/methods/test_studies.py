"""A study counts knoppen and factors as n of N cases, with the cases behind them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hgkm_desktop.methods.studies import (
    Seen,
    counted_factors,
    knoppenteller,
    size_warning,
    still_open,
)
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.factors import factors
from hgkm_desktop.models.in_depth import ClientTalk, FactorCode
from hgkm_desktop.models.study import Decision, FocusGroup, Knop, Study, StudyCase
from hgkm_desktop.models.terms import Answer, FactorKind, FocusGroupKind, KnobLevel, Layer
from tests.builders import a_case_with, an_event

LIBRARY = factors()[0]


def a_study(*cases: Case, knoppen: tuple[Knop, ...] = ()) -> Study:
    held = tuple(StudyCase(case.code, case.id) for case in cases)
    return Study("s", "S2-2S", cases=held, knoppen=knoppen)


def seven() -> list[Case]:
    codes = ("B2-2B", "C2-2C", "D2-2D", "F2-2F", "G2-2G", "H2-2H", "J2-2J")
    return [a_case_with(an_event("2020"), an_event("2021"), code=code) for code in codes]


@pytest.mark.parametrize(
    ("count", "warns"), [(0, True), (6, True), (7, False), (10, False), (11, True)]
)
def test_a_study_has_seven_to_ten_cases(count: int, warns: bool) -> None:
    study = Study("s", "S2-2S", cases=tuple(StudyCase(str(n), str(n)) for n in range(count)))
    assert bool(size_warning(study)) is warns


def test_a_knop_is_counted_over_the_cases_of_the_study() -> None:
    cases = seven()
    ids = (cases[4].id, cases[0].id, cases[4].id, "weg")
    knop = Knop("k", "één aanspreekpunt", case_ids=ids)
    (counted,) = knoppenteller(a_study(*cases, knoppen=(knop,)), cases)
    assert counted.codes == ("B2-2B", "G2-2G")
    assert counted.words == "2 van 7"


def test_knoppen_go_by_level_and_then_by_cases() -> None:
    cases = seven()
    few, many = (cases[0].id,), tuple(case.id for case in cases)
    knoppen = (
        Knop("a", "laag", KnobLevel.OPERATIONEEL, case_ids=many),
        Knop("b", "weinig", KnobLevel.BESTUURLIJK, case_ids=few),
        Knop("c", "veel", KnobLevel.BESTUURLIJK, case_ids=many),
    )
    counted = knoppenteller(a_study(*cases, knoppen=knoppen), cases)
    assert [c.knop.id for c in counted] == ["c", "b", "a"]


def test_a_factor_is_counted_once_for_a_case_with_the_events_behind_it() -> None:
    one, other, none = seven()[:3]
    for number, event in enumerate(one.events):
        one = one.put(FactorCode(f"1{number}", number + 1.0, LIBRARY.id, event_id=event.id))
    other = other.put(FactorCode("2", 1.0, LIBRARY.id))
    (counted,) = counted_factors([one, other, none])
    assert counted.label == LIBRARY.label
    assert counted.seen == (Seen("B2-2B", (1, 2)), Seen("C2-2C", ()))
    assert counted.words == "2 van 3"


def test_own_factors_of_the_same_words_are_one() -> None:
    one, other = seven()[:2]
    kind, layer = FactorKind.SUCCES, Layer.BEJEGENING
    one = one.put(FactorCode("1", 1.0, own_words="Iemand bleef", kind=kind, layer=layer))
    other = other.put(FactorCode("2", 1.0, own_words="iemand bleef", kind=kind, layer=layer))
    other = other.put(FactorCode("3", 2.0, own_words="iemand bleef", kind=FactorKind.RISICO))
    assert [c.words for c in counted_factors([one, other])] == ["2 van 2", "1 van 2"]


def test_a_case_that_leaves_the_study_leaves_nothing_of_itself() -> None:
    cases = seven()
    gone = cases[0].id
    study = replace(
        a_study(*cases, knoppen=(Knop("k", "knop", case_ids=(gone, cases[1].id)),)),
        focus_groups=(FocusGroup("f", "eerste", case_id=gone),),
    )
    left = study.without_case(gone)
    assert gone not in repr(left)
    assert len(left.cases) == 6
    assert [group.title for group in left.focus_groups] == ["eerste"]
    assert study.with_nothing_of(gone).focus_groups == ()


def test_what_is_open_is_said_until_the_method_is_done() -> None:
    cases = seven()
    study = a_study(*cases)
    said = " ".join(still_open(study, cases))
    for words in ("gesprek met de betrokkene", "focusgroepen", "verklaard", "knoppen", "besluit"):
        assert words in said
    talk = ClientTalk(held=Answer.NEE, note="zij wilde niet")
    cases = [replace(c, talk=talk, persistence_reason="de schulden bleven") for c in cases]
    done = replace(
        study,
        knoppen=(Knop("k", "knop", holds=Answer.JA),),
        focus_groups=(
            FocusGroup("1", "eerste", case_id=cases[0].id),
            FocusGroup("2", "tweede", case_id=cases[1].id),
            FocusGroup("3", "laatste", FocusGroupKind.AFSLUITEND),
        ),
        decisions=(Decision("d", "college", date(2026, 6, 1)),),
    )
    assert still_open(done, cases) == ()
