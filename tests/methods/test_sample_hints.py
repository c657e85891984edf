"""What a line suggests on each question of a sample, and what must not set it off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from hgkm_desktop.methods.samples import (
    read_line,
)
from hgkm_desktop.models.moment import on_day
from hgkm_desktop.models.records import Event, Veiligheidscijfer
from hgkm_desktop.models.terms import (
    Answer,
    Effect,
    FactStatus,
    Pressure,
    RegieHolder,
    Reply,
)
from tests.builders import a_case_with, an_event
from tests.methods.sample_lines import (
    AFTER_BAN,
    AFTER_RIHG,
    WIJKTEAM,
    K,
    a_ban,
    a_help,
    a_regie,
    a_rihg,
    after_ban,
    after_rihg,
    not_done,
    not_there_yet,
    reply,
)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), "niets"),
        ((a_help("14 juni 2023"),), Reply.JA),
        ((a_help("1 mei 2023 - 1 sept 2023"),), Reply.JA),
        ((a_help("1 mei 2023"),), "niets"),
        ((a_help("1 juli 2023"),), "niets"),
        ((a_help("juni 2023"),), None),
        ((a_help("14 juni 2023", "moeder wil geen hulp"),), None),
        ((not_done(a_help("14 juni 2023")),), Reply.NEE),
        ((not_there_yet(a_help("14 juni 2023")),), "niets"),
        ((a_help("14 juni 2023"), not_done(a_help("15 juni 2023"))), Reply.DEELS),
        ((an_event("14 juni 2023", "wijkteam belt"),), None),
        ((a_help("14 juni 2023", instrument="reclasseringstoezicht"),), "niets"),
        ((a_help("14 juni 2023", pressure=Pressure.DWANG),), "niets"),
        ((an_event("14 juni 2023", instrument="vrijwillige_hulp"),), Reply.JA),
        ((a_help("14 juni 2023", instrument="zorgplan"),), Reply.JA),
        ((an_event("14 juni 2023", kind=K.PLAN, instrument="zorgplan"),), "niets"),
    ],
)
def test_help_within_the_huisverbod(events: tuple[Event, ...], expected: object) -> None:
    assert reply(after_ban(*events), "hulp_aanvaard") == expected


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), "niets"),
        ((a_help("1 juli 2023"),), Reply.JA),
        ((a_help("14 juni 2023 - 1 sept 2023"),), Reply.JA),
        ((a_help("14 juni 2023 - 20 juni 2023"),), Reply.NEE),
        ((a_help("14 juni 2023"),), None),
        ((a_help("1 mei 2023"),), "niets"),
        ((a_help("12 juni 2023"),), None),
        ((a_help("1 juli 2023", "Hulp na het huisverbod"),), Reply.JA),
        ((a_help("1 juli 2023", "geen hulp meer na het huisverbod"),), "niets"),
        ((not_done(a_help("1 juli 2023")),), Reply.NEE),
        ((not_there_yet(a_help("1 juli 2023")),), "niets"),
        ((a_help("1 juli 2023"), not_done(a_help("2 juli 2023"))), Reply.DEELS),
        ((a_help("1 juli 2023"), a_help("14-20 juni 2023")), Reply.JA),
    ],
)
def test_help_after_the_huisverbod(events: tuple[Event, ...], expected: object) -> None:
    assert reply(after_ban(*events), "hulp_ging_door") == expected


def violence(when: str, **more: Any) -> Event:
    return an_event(when, "vader duwt moeder", kind=K.INCIDENT, **more)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), "niets"),
        ((violence("12 juni 2023"),), "niets"),
        ((violence("1 juli 2023"),), Reply.NEE),
        ((violence("1 juli 2023", fact_status=FactStatus.BETWIST),), Reply.ONBEKEND),
        ((violence("2023"),), None),
        ((not_done(violence("1 juli 2023")),), "niets"),
        ((an_event("15 juni 2023", "overtreding huisverbod", kind=K.INCIDENT),), Reply.DEELS),
        ((a_ban("1-10 mei 2024"),), Reply.NEE),
        ((Veiligheidscijfer("v" * 32, 1.0, on_day(2024, 1, 1), 8.5),), None),
        ((Veiligheidscijfer("v" * 32, 1.0, on_day(2023, 1, 1), 8.5),), "niets"),
    ],
)
def test_a_family_that_stayed_safe(events: tuple[Any, ...], expected: object) -> None:
    assert reply(after_ban(*events), "gezin_blijvend_veilig") == expected


def test_no_score_is_enough_for_safe_but_a_case_that_was_closed_well_is() -> None:
    score = Veiligheidscijfer("v" * 32, 1.0, on_day(2024, 1, 1), 8.5)
    told = after_ban(score)["gezin_blijvend_veilig"].reason
    assert "een 8,5 (1 januari 2024)" in told
    assert "zegt de lijn niet" in told
    closed = after_ban(score, closed_well=Answer.JA)
    assert reply(closed, "gezin_blijvend_veilig") is Reply.JA
    again = after_ban(violence("1 juli 2023"), closed_well=Answer.JA)
    assert reply(again, "gezin_blijvend_veilig") is Reply.NEE


def a_plan(when: str, **more: Any) -> Event:
    return an_event(when, "plan", kind=K.PLAN, instrument="veiligheidsplan", **more)


SPOKEN = an_event("1 juli 2023", "gesprek", child_spoken=Answer.JA)
UNSEEN = an_event("1 juli 2023", "huisbezoek", child_seen=Answer.NEE)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), "niets"),
        ((a_plan("1 juli 2023"), SPOKEN), Reply.JA),
        ((a_plan("1 mei 2023"), SPOKEN), Reply.DEELS),
        ((a_plan("1 juli 2023"),), Reply.DEELS),
        ((a_plan("1 mei 2023"),), "niets"),
        ((a_plan("juni 2023"),), None),
        ((not_done(a_plan("1 juli 2023")),), Reply.NEE),
        ((not_there_yet(a_plan("1 juli 2023")),), "niets"),
        ((UNSEEN,), Reply.NEE),
        ((violence("1 juli 2023", child_present=Answer.JA),), Reply.NEE),
        ((violence("1 juli 2023"),), "niets"),
        (
            (a_plan("1 juli 2023"), SPOKEN, violence("2 juli 2023", child_present=Answer.JA)),
            Reply.DEELS,
        ),
    ],
)
def test_children_that_are_safe(events: tuple[Event, ...], expected: object) -> None:
    assert reply(after_ban(*events), "kinderen_veilig_na_huisverbod") == expected
    assert reply(after_rihg(*events), "kinderen_veilig_na_rihg") == expected


def test_on_the_day_of_the_rihg_the_order_of_the_line_decides() -> None:
    def visit(when: str) -> Event:
        return an_event(when, "bezoek", organisation_ids=(WIJKTEAM.id,))

    before, rihg, after = visit("12 juni 2023"), a_rihg(), visit("12 juni 2023")
    for event, expected in ((before, "niets"), (after, Reply.JA), (visit("juni 2023"), None)):
        found = dict(read_line(a_case_with(WIJKTEAM, rihg, event), AFTER_RIHG).suggestions)
        assert reply(found, "gezin_in_beeld") == expected
    rihg = a_rihg("juni 2023")
    for when, expected in (("31 mei 2023", "niets"), ("30 juni 2023", None), ("1 juli 2023", "ja")):
        case = a_case_with(WIJKTEAM, rihg, visit(when))
        assert reply(dict(read_line(case, AFTER_RIHG).suggestions), "gezin_in_beeld") == expected


def test_a_suggestion_holds_the_events_that_its_reason_tells_of() -> None:
    helped, later = a_help("14 juni 2023 - 1 sept 2023"), a_help("1 juli 2023")
    missed, plan = not_done(a_help("2 juli 2023")), a_plan("3 juli 2023")
    found = after_ban(helped, later, missed, plan, SPOKEN, violence("4 juli 2023"))
    assert found["hulp_aanvaard"].event_ids == (helped.id,)
    assert found["hulp_ging_door"].event_ids == (helped.id, later.id, missed.id)
    assert found["kinderen_veilig_na_huisverbod"].event_ids == (SPOKEN.id, plan.id)
    done = replace(later, effect=Effect.BEREIKT, organisation_ids=(WIJKTEAM.id,))
    asked = after_rihg(done, plan, missed)
    assert asked["gezin_in_beeld"].event_ids == (done.id, plan.id)
    assert asked["hulp_past"].event_ids == (done.id, missed.id)
    assert asked["werkafspraken"].event_ids == (plan.id,)
    assert asked["werkafspraken"].reason.endswith("Wie daarna de regie had, staat niet op de lijn.")
    assert asked["kinderen_veilig_na_rihg"].reason.endswith(
        "Dat iemand een kind sprak, staat niet op de lijn."
    )


def test_without_children_nothing_is_said_of_children() -> None:
    case = a_case_with(a_ban(), a_plan("1 juli 2023"), SPOKEN)
    found = read_line(case, AFTER_BAN).suggestions["kinderen_veilig_na_huisverbod"]
    assert (found.reply, found.event_ids) == (None, ())


BY_TEAM = an_event("1 juli 2023", "bezoek", organisation_ids=(WIJKTEAM.id,))


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((), "niets"),
        ((BY_TEAM,), Reply.JA),
        ((replace(BY_TEAM, start=on_day(2023, 5, 1)),), "niets"),
        ((replace(BY_TEAM, organisation_ids=()),), None),
        ((replace(BY_TEAM, kind=K.INCIDENT),), "niets"),
        ((not_done(BY_TEAM),), Reply.NEE),
        ((not_there_yet(BY_TEAM),), "niets"),
        ((a_regie(RegieHolder.ORGANISATIE),), Reply.JA),
        ((a_regie(RegieHolder.ORGANISATIE, date(2023, 6, 12), ongoing=False),), Reply.JA),
        ((a_regie(RegieHolder.ORGANISATIE, date(2023, 6, 11), ongoing=False),), "niets"),
        ((a_regie(RegieHolder.NIEMAND),), Reply.NEE),
        ((a_regie(RegieHolder.ONDUIDELIJK),), Reply.ONBEKEND),
        (
            (
                a_regie(
                    RegieHolder.NIEMAND, date(2023, 1, 1), ongoing=False, end=on_day(2023, 2, 1)
                ),
            ),
            "niets",
        ),
    ],
)
def test_a_family_in_sight_after_the_rihg(records: tuple[Any, ...], expected: object) -> None:
    assert reply(after_rihg(*records), "gezin_in_beeld") == expected


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), "niets"),
        ((a_help("1 juli 2023", effect=Effect.BEREIKT),), Reply.JA),
        ((a_help("1 juli 2023", effect=Effect.UITGEBLEVEN),), Reply.NEE),
        ((a_help("1 juli 2023", effect=Effect.DEELS),), Reply.DEELS),
        ((a_help("1 juli 2023"),), None),
        ((a_help("1 mei 2023", effect=Effect.BEREIKT),), "niets"),
        ((not_done(a_help("1 juli 2023")),), Reply.NEE),
        (
            (a_help("1 juli 2023", effect=Effect.BEREIKT), not_done(a_help("1 juli 2023"))),
            Reply.DEELS,
        ),
    ],
)
def test_help_that_fits(events: tuple[Event, ...], expected: object) -> None:
    assert reply(after_rihg(*events), "hulp_past") == expected


AGREED = an_event("1 juli 2023", "afspraken", kind=K.PLAN)


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((), "niets"),
        ((AGREED, a_regie(RegieHolder.ORGANISATIE)), Reply.JA),
        ((AGREED,), Reply.DEELS),
        ((a_regie(RegieHolder.ORGANISATIE),), Reply.DEELS),
        ((not_done(AGREED),), Reply.NEE),
        ((not_there_yet(AGREED),), "niets"),
        ((a_regie(RegieHolder.NIEMAND),), Reply.NEE),
        ((a_regie(RegieHolder.ONDUIDELIJK),), Reply.ONBEKEND),
        ((an_event("1 juli 2023", "bezoek"),), "niets"),
    ],
)
def test_agreements_on_who_watches(records: tuple[Any, ...], expected: object) -> None:
    assert reply(after_rihg(*records), "werkafspraken") == expected


def test_a_reason_names_its_events_by_number_and_says_what_was_assumed() -> None:
    helped = a_help("14 juni 2023")
    case = a_case_with(a_ban("12 juni 2023"), helped)
    found = read_line(case, AFTER_BAN).suggestions["hulp_aanvaard"]
    assert found.event_ids == (helped.id,)
    assert found.reason.startswith("Zolang het huisverbod gold, was er hulp: gebeurtenis 2.")
    assert "Gerekend is met 10 dagen" in found.reason
    assert "Gerekend" not in after_ban(helped)["hulp_aanvaard"].reason
