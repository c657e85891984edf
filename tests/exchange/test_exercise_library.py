"""The exercises that come with the program: lawful for their years, playable, and of nobody."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from hgkm_desktop.exchange.exercise_text import library
from hgkm_desktop.methods.exercises import (
    fact_text,
    facts_for,
    moment_of,
    never_shown,
    play_steps,
    shown_events,
)
from hgkm_desktop.models import content
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.exercise import Exercise, lines_of
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import (
    Answer,
    Audience,
    EventKind,
    FactStatus,
    HouseholdRole,
    Occurrence,
)
from hgkm_desktop.models.texts import texts_of
from hgkm_desktop.models.validity import existing_at, warnings_of
from hgkm_desktop.models.wording import wording_hints
from hgkm_desktop.paths import resource
from hgkm_desktop.privacy import FindingCertainty
from hgkm_desktop.privacy.case_check import every_finding
from hgkm_desktop.privacy.terms import FindingKind

FILES = sorted(path.name for path in resource("oefeningen").glob("*.toml"))
MAY_LEAVE = re.compile(r"\bweg(?:gaan|gaat)?\b|\b(?:vrij om te|kunt nu) gaan\b", re.IGNORECASE)
TELLS_WHO = {FindingKind.PLAATS, FindingKind.SCHOOL, FindingKind.ORGANISATIE, FindingKind.OPVANG}


@pytest.fixture(params=range(len(FILES)), ids=FILES)
def exercise(request: pytest.FixtureRequest) -> Exercise:
    found: Exercise = library()[request.param]
    return found


def all_events(exercise: Exercise) -> Iterator[tuple[Case, Event]]:
    for line in lines_of(exercise):
        for event in line.events:
            yield line, event


# --- the library as a whole ---------------------------------------------------------------


def test_there_is_one_exercise_in_each_file() -> None:
    assert len(FILES) >= 4
    assert len(library()) == len(FILES)
    assert all(re.match(r"\d\d_[a-z_]+\.toml", name) for name in FILES)


def test_no_two_are_alike() -> None:
    codes = [one.code for one in library()]
    assert all(re.fullmatch(r"[B-Z][2-9]-[2-9][B-Z]", code) for code in codes)
    years = [in_order(line)[0].start for line in (lines_of(one)[0] for one in library())]
    openings = {text for one in library() for text in (one.opening, one.closing)}
    for found in (codes, years, [one.title for one in library()]):
        assert len(set(found)) == len(FILES)
    assert len(openings) == 2 * len(FILES)


def test_they_happen_in_different_years() -> None:
    """The year in which time is counted from: other laws, and other partners."""
    years = [one.start.earliest.year for ex in library() for one in [zero_of(ex)]]
    assert len(set(years)) >= 4


def test_at_least_two_tell_the_line_twice() -> None:
    assert sum(bool(one.branches) for one in library()) >= 2


def test_a_wheel_carries_them() -> None:
    root = Path(__file__).resolve().parents[2]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    carried = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert carried["resources"] == "hgkm_desktop/_resources"
    assert resource("oefeningen").relative_to(root) == Path("resources/oefeningen")


# --- to be played -------------------------------------------------------------------------


def zero_of(exercise: Exercise) -> Event:
    return next(event for event in exercise.events if event.id == exercise.t0_event_id)


def test_it_is_large_enough_and_not_too_large(exercise: Exercise) -> None:
    assert 12 <= len(exercise.events) <= 30
    assert 6 <= len(exercise.roles) <= 9
    assert 3 <= len(exercise.points) <= 5
    assert len(exercise.rounds) >= 3
    assert 60 <= sum(one.minutes for one in exercise.rounds) <= 120
    assert 3 <= len(exercise.goals) <= 6
    assert len(exercise.questions) >= 3
    assert all(one.intro and len(one.questions) >= 2 for one in exercise.rounds)
    assert all(100 <= len(role.task) <= 520 for role in exercise.roles)


def test_an_event_comes_on_the_line_once(exercise: Exercise) -> None:
    ids = [i for one in exercise.rounds for i in one.event_ids]
    ids += [i for point in exercise.points for i in point.event_ids]
    assert max(Counter(ids).values()) == 1
    assert len(ids) > len(exercise.events) / 2


def test_what_is_on_no_line_is_known_to_somebody(exercise: Exercise) -> None:
    told = {fact.event_id for fact in exercise.facts if fact.role_ids}
    assert {event.id for event in never_shown(exercise)} <= told


def test_what_only_some_know_is_not_on_the_line_before(exercise: Exercise) -> None:
    for fact in exercise.facts:
        steps = play_steps(exercise)
        story = next(n for n, s in enumerate(steps) if s.round and s.round.id == fact.round_id)
        shown = {event.id for event in shown_events(exercise, steps, story - 1)}
        assert fact.event_id not in shown, fact_text(exercise, fact)


def test_every_role_knows_something_that_no_other_knows(exercise: Exercise) -> None:
    for role in exercise.roles:
        assert any(fact.role_ids == (role.id,) for fact in exercise.facts), role.name


def test_no_role_gets_an_empty_card(exercise: Exercise) -> None:
    for one in exercise.rounds:
        for role in exercise.roles:
            assert facts_for(exercise, role.id, one.id), f"{one.title}: {role.name}"


def test_decisions_have_choices_with_what_speaks_for_and_against(exercise: Exercise) -> None:
    assert {point.round_id for point in exercise.points} == {r.id for r in exercise.rounds}
    for point in exercise.points:
        assert 3 <= len(point.options) <= 4
        assert all(option.remark for option in point.options)
        assert point.happened
        assert point.answer
    assert sum(bool(o.instrument) for p in exercise.points for o in p.options) >= 5


def test_a_decision_hangs_on_what_somebody_knows_by_then(exercise: Exercise) -> None:
    steps = play_steps(exercise)
    for place, step in enumerate(steps):
        if step.point is not None and step.point.event_id and step.round is not None:
            known = {event.id for event in shown_events(exercise, steps, place)}
            known |= {f.event_id for f in exercise.facts if f.round_id == step.round.id}
            assert step.point.event_id in known, step.point.question


def test_both_sides_of_a_branch_can_be_laid_side_by_side(exercise: Exercise) -> None:
    line = lines_of(exercise)[0]
    for branch in exercise.branches:
        start = line.event(branch.after_event_id).start
        for side in (branch.events_without, branch.events_with):
            assert 4 <= len(side) <= 8
            assert not any(event.start.surely_before(start) for event in side)
        ends = [max(e.start.latest for e in s) for s in (branch.events_without, branch.events_with)]
        assert abs((ends[0] - ends[1]).days) <= 60


def test_it_opens_and_closes_with_care(exercise: Exercise) -> None:
    for words in (exercise.opening, exercise.closing):
        assert MAY_LEAVE.search(words)
        assert "Veilig Thuis" in words
        assert "0800-2000" in words
        assert "112" in words


# --- the law of those years ---------------------------------------------------------------


def test_nothing_is_used_outside_its_time(exercise: Exercise) -> None:
    wrong = [w for line, event in all_events(exercise) for w in warnings_of(line, event, ())]
    assert wrong == []


def test_what_can_be_chosen_existed(exercise: Exercise) -> None:
    for point in exercise.points:
        moment = moment_of(exercise, point)
        assert moment is not None
        there = {one.instrument.label: one.there for one in existing_at(moment)}
        for option in point.options:
            assert not option.instrument or there[option.instrument] is Answer.JA, option.text


def test_a_huisverbod_is_at_most_10_days_and_28_with_its_extension(exercise: Exercise) -> None:
    for line in lines_of(exercise):
        bans = [e for e in in_order(line) if e.instrument == "tijdelijk huisverbod" and e.happened]
        found = [ban for ban in bans if ban.end is not None]
        for first, *more in [found] if found else []:
            assert first.end is not None
            assert (first.end.latest - first.start.earliest).days + 1 <= 10
            for extension in more:
                assert extension.end is not None
                assert (extension.start.earliest - first.end.latest).days == 1
                assert (extension.end.latest - first.start.earliest).days + 1 <= 28


def test_pressure_is_that_of_the_instrument(exercise: Exercise) -> None:
    for _, event in all_events(exercise):
        known = content.known_instrument(event.instrument) if event.instrument else None
        if known is not None and known.pressure is not None and event.pressure is not None:
            same = known.pressure is event.pressure
            assert same or known.label == "voorwaarden bij schorsing, sepot of straf", event.title


def test_a_child_who_is_there_when_it_happens_is_a_slachtoffer(exercise: Exercise) -> None:
    children = {one.id for one in exercise.betrokkenen if one.is_child}
    for _, event in all_events(exercise):
        if event.kind is EventKind.INCIDENT and event.child_present is Answer.JA:
            roles = {i.role for i in event.involved if i.betrokkene_id in children}
            assert roles == {HouseholdRole.SLACHTOFFER}, event.title


def test_every_pleger_is_one_according_to_somebody(exercise: Exercise) -> None:
    for _, event in all_events(exercise):
        parts = [i for i in event.involved if i.role is HouseholdRole.PLEGER]
        assert all(i.according_to for i in parts), event.title
        assert event.child_spoken is not Answer.JA or event.child_spoken_by, event.title


# --- as real lines are --------------------------------------------------------------------


def test_moments_and_facts_are_as_sure_as_in_a_real_line(exercise: Exercise) -> None:
    assert len({event.start.precision for event in exercise.events}) >= 3
    assert len({event.fact_status for event in exercise.events}) >= 2
    assert any(event.fact_status is not FactStatus.VASTGESTELD for event in exercise.events)
    assert all(event.occurrence is not Occurrence.BESTOND_NIET for event in exercise.events)


def test_organisations_did_not_know_what_others_knew(exercise: Exercise) -> None:
    unknown = [e for e in exercise.events if any(k.known is Answer.NEE for k in e.knowledge)]
    assert len(unknown) >= 4
    assert all(content.known_organisation(one.name) for one in exercise.organisations)
    assert all(event.audience is Audience.BESTUUR for _, event in all_events(exercise))


# --- of nobody, and kind ------------------------------------------------------------------


def test_the_herleidbaarheidscheck_finds_nothing(exercise: Exercise) -> None:
    found = every_finding(exercise)
    assert [f.word for f in found if f.finding.certainty is not FindingCertainty.MOGELIJK] == []
    assert [f.word for f in found if f.finding.kind in TELLS_WHO] == []
    assert len(found) <= 1


def test_its_words_are_plain_and_blame_nobody(exercise: Exercise) -> None:
    texts = [place.text for place in texts_of(exercise)]
    assert [t[h.start : h.end] for t in texts for h in wording_hints(t)] == []
    assert [text for text in texts if "!" in text or "—" in text] == []
    assert not re.search(r"\d", exercise.title)


def test_titles_are_short_and_all_different(exercise: Exercise) -> None:
    for line in lines_of(exercise):
        titles = [event.title for event in line.events]
        assert all(len(title) <= 60 and not title.endswith(".") for title in titles)
        assert len(set(titles)) == len(titles)
