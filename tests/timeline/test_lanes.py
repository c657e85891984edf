"""The lanes that were chosen: their order, folded and hidden ones, and what stands back."""

from __future__ import annotations

from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import ChainPhase, Mark
from hgkm_desktop.timeline.choices import Choices, LaneBy
from hgkm_desktop.timeline.display import Glyph, Sign, Text
from hgkm_desktop.timeline.lanes import Lane, in_chosen_order
from tests.builders import a_beleving, a_case_with, a_deelnemer, an_event, an_organisation
from tests.timeline.lines import WIDTH, YEAR_2023, line, only, place_of, texts, timeline

POLITIE, VEILIG_THUIS = an_organisation("politie"), an_organisation("Veilig Thuis")


def of_politie(when: str = "3-3-2023", title: str = "melding") -> Event:
    return an_event(when, title, organisation_ids=(POLITIE.id,))


def key_of(name: str) -> str:
    ids = {one.name: one.id for one in (POLITIE, VEILIG_THUIS)}
    return f"organisatie:{ids.get(name, '')}"


def folded(*names: str) -> Choices:
    return Choices(folded=frozenset(key_of(name) for name in names))


def hidden(*names: str) -> Choices:
    return Choices(hidden=frozenset(key_of(name) for name in names))


def test_a_lane_that_was_moved_takes_no_other_with_it() -> None:
    a, b, c, d = lanes = [Lane(key, key) for key in "abcd"]
    assert in_chosen_order(lanes, ()) == lanes
    assert in_chosen_order(lanes, "ba") == [b, c, d, a]
    assert in_chosen_order(lanes, "dbz") == [a, d, b, c]


def test_lanes_by_phase_end_with_the_events_without_one() -> None:
    case = a_case_with(
        an_event("2023", chain_phase=ChainPhase.NAZORG),
        an_event("2023"),
        an_event("2023", chain_phase=ChainPhase.SIGNALEREN),
    )
    lanes = timeline(case, lane_by=LaneBy.KETEN).lanes
    assert [lane.name for lane in lanes] == ["signaleren", "nazorg", "Geen fase"]
    assert lanes[0].key == "keten:signaleren"


def test_a_folded_lane_is_low_and_has_shapes_without_words() -> None:
    case = a_case_with(POLITIE, of_politie("3-3-2023"), of_politie("3-9-2023"), an_event("2023"))
    opened, closed = line(case), line(case, choices=folded("politie"))
    assert closed.lane_hits[1].key == key_of("politie")
    assert closed.lane_hits[1].h < opened.lane_hits[1].h
    assert "Politie · 2" in " ".join(texts(closed.lanes))
    assert "melding" not in texts(closed.plot)
    assert len(only(Glyph, closed.plot)) == 3
    assert {hit.event_id for hit in closed.hits} == {event.id for event in case.events}


def test_shapes_that_would_touch_in_a_folded_lane_are_counted() -> None:
    case = a_case_with(POLITIE, *(of_politie("3-3-2023") for _ in range(4)))
    shown = line(case, choices=folded("politie"))
    assert texts(shown.plot) == ["4"]
    assert len(shown.chips[0].event_ids) == 4


def test_an_event_of_a_folded_lane_speaks_in_an_open_one() -> None:
    event = an_event("3-3-2023", "overleg", organisation_ids=(POLITIE.id, VEILIG_THUIS.id))
    case = a_case_with(POLITIE, VEILIG_THUIS, event)
    for choices in (folded("politie"), hidden("politie")):
        shown = line(case, choices=choices)
        (label,) = only(Text, shown.plot)
        veilig_thuis = shown.lane_hits[-1]
        assert veilig_thuis.y < label.y < veilig_thuis.y + veilig_thuis.h
        assert veilig_thuis.y < place_of(shown, event.id).y


def test_a_hidden_lane_is_gone_and_named() -> None:
    home, melding = an_event("2023"), of_politie()
    drawn = timeline(a_case_with(POLITIE, home, melding), hidden=frozenset({key_of("politie")}))
    assert [lane.name for lane in drawn.lanes] == ["Gezin"]
    assert [lane.name for lane in drawn.hidden_lanes] == ["politie"]
    assert drawn.hidden_event_ids == {melding.id}
    assert drawn.spot(melding.id, 1.0) is None
    assert drawn.nearest_in_lane(melding.id, 1) == melding.id


def test_what_stands_back_is_dim_in_all_its_shapes() -> None:
    event, other = of_politie(title="a"), of_politie(title="b")
    case = a_case_with(POLITIE, event, other)
    shown = line(case, choices=Choices(dimmed=frozenset({event.id})))
    assert {t.text: t.dim for t in only(Text, shown.plot)} == {"a": True, "b": False}
    assert sorted(g.dim for g in only(Glyph, shown.plot)) == [False, True]


def test_a_doubted_event_is_dim_with_a_question_mark() -> None:
    event = of_politie()
    shown = line(a_case_with(POLITIE, event), choices=Choices(doubted=frozenset({event.id})))
    (sign,) = only(Sign, shown.plot)
    assert (sign.mark, sign.dim) == ("unknown", True)


def test_the_view_of_one_deelnemer_shows_only_their_signs() -> None:
    event, other = of_politie(title="a"), of_politie(title="b")
    agent, arts = a_deelnemer(POLITIE), a_deelnemer(POLITIE, "arts")
    case = a_case_with(
        POLITIE,
        agent,
        arts,
        event,
        other,
        a_beleving(event, agent, Mark.GOED),
        a_beleving(event, arts, Mark.RISICO),
        a_beleving(other, arts, Mark.RISICO),
    )
    shown = line(case, choices=Choices(deelnemer_id=agent.id))
    assert [sign.mark for sign in only(Sign, shown.plot)] == ["+"]
    assert {t.text: t.dim for t in only(Text, shown.plot)} == {"a": False, "b": True}


def test_the_order_of_the_lanes_is_the_one_of_the_case() -> None:
    order = (key_of("Veilig Thuis"), key_of("Gezin"))
    event = an_event("2023", organisation_ids=(VEILIG_THUIS.id, POLITIE.id))
    case = a_case_with(POLITIE, VEILIG_THUIS, event, an_event("2023"), lane_order=order)
    names = [lane.name for lane in timeline(case).lanes]
    assert names == ["Veilig Thuis", "Gezin", "politie"]


def test_a_lane_that_is_empty_moves_no_other() -> None:
    wijkteam = an_organisation("wijkteam")
    named = [an_event("2023", organisation_ids=(o.id,)) for o in (POLITIE, VEILIG_THUIS, wijkteam)]
    order = (f"organisatie:{wijkteam.id}", key_of("politie"))
    case = a_case_with(POLITIE, VEILIG_THUIS, wijkteam, *named, lane_order=order)
    assert [lane.name for lane in timeline(case).lanes] == ["wijkteam", "politie", "Veilig Thuis"]
    less = case.drop_event(named[0].id)
    assert [lane.name for lane in timeline(less).lanes] == ["wijkteam", "Veilig Thuis"]


def test_a_lane_that_is_partly_scrolled_away_keeps_its_name_in_sight() -> None:
    politie = an_organisation("politie")
    events = [
        an_event(f"{day}-3-2023", f"melding {day}", organisation_ids=(politie.id,))
        for day in range(1, 6)
    ]
    drawn = timeline(a_case_with(politie, *events))
    window = YEAR_2023
    whole = drawn.at(window.first, 2.0, WIDTH)
    lane = whole.lane_hits[0]
    top = lane.y + lane.h * 0.5 - whole.header_height
    part = drawn.at(window.first, 2.0, WIDTH, top=top, bottom=lane.y + lane.h)
    (name,) = [s for s in part.lanes if isinstance(s, Text) and s.text == "Politie"]
    assert lane.y + lane.h * 0.5 < name.y < lane.y + lane.h
    gone = drawn.at(window.first, 2.0, WIDTH, top=lane.y + lane.h, bottom=lane.y + 2 * lane.h)
    (left,) = [s for s in gone.lanes if isinstance(s, Text) and s.text == "Politie"]
    assert left.y < lane.y + lane.h


def test_an_event_alone_keeps_its_words_beside_a_crowd() -> None:
    politie = an_organisation("politie")
    crowd = [an_event("5-5-2023", f"stap {n}", organisation_ids=(politie.id,)) for n in range(60)]
    alone = an_event("1-4-2023", "eerste melding", organisation_ids=(politie.id,))
    shown = line(a_case_with(politie, *crowd, alone))
    assert "eerste melding" in texts(shown.plot)
    assert [len(chip.event_ids) for chip in shown.chips] == [60]
