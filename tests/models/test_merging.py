"""Two copies of a case become one, whichever of the two is open, and nothing of either is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.in_depth import NaastElkaar, Radertje
from hgkm_desktop.models.merging import Choice
from hgkm_desktop.models.merging_files import settle
from hgkm_desktop.models.merging_values import Merged, merged
from hgkm_desktop.models.needs import needs
from hgkm_desktop.models.reading import after_edit, read_through
from hgkm_desktop.models.records import Lesson
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import CaseState, Mark
from hgkm_desktop.models.whole import holds_together
from tests.builders import (
    a_beleving,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
)
from tests.casefile.full_case import full_case
from tests.casefile.full_methods import STUDY
from tests.models.copies import Copy, a_pair, lost, whichever

PAIRS = 60
POLITIE = an_organisation("politie")
AGENT = a_deelnemer(POLITIE)
RUZIE = an_event("2020", "ruzie")
CASE = a_case_with(POLITIE, AGENT, RUZIE)
START = Copy.of(CASE)


def laid_beside(here: Copy, there: Copy) -> Merged:
    value = here.value or there.value
    assert value is not None
    return merged(value.id, here.side, there.side)


def one_of(here: Copy, there: Copy) -> Case:
    """What the two make, when nothing must be chosen."""
    found = laid_beside(here, there)
    assert found.conflicts == ()
    made = found.value({})
    assert isinstance(made, Case)
    assert made == laid_beside(there, here).value({})
    return made


def both_ways(found: Merged) -> set[tuple[str, frozenset[str]]]:
    return {(c.key, frozenset((repr(c.here), repr(c.there)))) for c in found.conflicts}


def becoming_one(here: Copy, found: Merged, seed: int) -> Copy:
    choices = whichever(found, seed)
    value = found.value(choices)
    return here.with_merged(value, found.versions(value, choices, f"mark{seed}"))


@pytest.mark.parametrize("seed", range(PAIRS))
def test_two_copies_become_one(seed: int) -> None:
    check_pair(seed)


def check_pair(seed: int) -> None:
    """Raises AssertionError when a pair does not keep a promise; the proof takes 500 of them."""
    was, here, there = a_pair(seed, full_case())
    found, other = laid_beside(here, there), laid_beside(there, here)
    assert both_ways(found) == both_ways(other)
    value = found.value(whichever(found, seed))
    assert value == other.value(whichever(other, seed))
    assert isinstance(value, Case)
    assert holds_together(value)
    assert lost(here, there, value, found.conflicts) == set()
    one = becoming_one(here, found, seed)
    for again in (laid_beside(one, there), laid_beside(there, one), laid_beside(one, was)):
        assert again.conflicts == ()
        assert again.value({}) == value
    assert settle(laid_beside(one, there), {}, "again").versions == {}
    assert settle(laid_beside(here, here), {}, "again").versions == {}
    assert laid_beside(here, here).value({}) == here.value


def test_what_is_chosen_later_stays_and_is_asked_again() -> None:
    here = START.saved(CASE.put(replace(RUZIE, fact="hier")))
    there = START.saved(CASE.put(replace(RUZIE, fact="daar")))
    found = laid_beside(here, there)
    left = settle(found, {}, "m")
    assert left.versions == {}
    assert left.value == here.value
    chosen = settle(found, {RUZIE.id: Choice.THERE}, "m")
    assert isinstance(chosen.value, Case)
    assert chosen.value.event(RUZIE.id).fact == "daar"
    both = found.value({RUZIE.id: Choice.BOTH})
    assert isinstance(both, Case)
    assert {event.fact for event in both.events} == {"hier", "daar"}


def test_what_only_one_of_the_two_changed_needs_no_choice() -> None:
    here = START.saved(CASE.put(replace(RUZIE, fact="hier")))
    assert one_of(here, START).event(RUZIE.id).fact == "hier"
    there = START.saved(CASE.drop_event(RUZIE.id))
    assert one_of(there, START).events == ()


def test_a_removal_against_an_edit_is_asked_and_comes_back_with_what_went_along() -> None:
    case = CASE.put(a_beleving(RUZIE, AGENT, Mark.RISICO))
    start = START.saved(case)
    here = start.saved(case.drop_event(RUZIE.id))
    there = start.saved(case.put(replace(RUZIE, fact="later bekend")))
    found = laid_beside(here, there)
    assert [(c.key, c.here) for c in found.conflicts] == [(RUZIE.id, None)]
    back = found.value({RUZIE.id: Choice.THERE})
    assert back == there.value
    assert found.value({RUZIE.id: Choice.HERE}) == here.value


def test_what_something_new_needs_is_kept_whole() -> None:
    here = START.saved(CASE.drop_deelnemer(AGENT.id))
    there = START.saved(CASE.put(a_beleving(RUZIE, AGENT, Mark.RISICO)))
    made = one_of(here, there)
    assert made.deelnemers == (AGENT,)
    assert holds_together(made)


def test_one_organisation_that_both_added_is_one() -> None:
    copies = []
    for name in ("hier", "daar"):
        school = replace(an_organisation("school"), seq=1e6)
        event = an_event("2021", name, organisation_ids=(school.id,))
        copies.append(START.saved(CASE.put(school).put(event)))
    made = one_of(*copies)
    assert [o.name for o in made.organisations] == ["politie", "school"]
    named = {i for event in made.events for i in event.organisation_ids}
    assert named == {made.organisations[1].id}


def test_two_belevingen_at_one_place_are_asked() -> None:
    here = START.saved(CASE.mark(RUZIE.id, AGENT.id, Mark.RISICO))
    there = START.saved(CASE.mark(RUZIE.id, AGENT.id, Mark.GOED))
    found = laid_beside(here, there)
    (conflict,) = found.conflicts
    made = settle(found, {conflict.key: Choice.THERE}, "m")
    assert isinstance(made.value, Case)
    assert [b.mark for b in made.value.belevingen] == [Mark.GOED]
    one = here.with_merged(made.value, {**here.versions, **made.versions})
    assert laid_beside(one, there).conflicts == ()


def test_a_sentence_beside_a_radertje_that_was_withdrawn_is_asked() -> None:
    radertje = Radertje("r" * 32, 1.0, "oma hielp")
    case = CASE.put(radertje)
    start = START.saved(case)
    here = start.saved(case.withdraw(radertje.id))
    sentence = NaastElkaar("n" * 32, 1.0, "ik stond alleen", radertje_id=radertje.id)
    found = laid_beside(here, start.saved(case.put(sentence)))
    assert [(c.key, c.here) for c in found.conflicts] == [(sentence.id, None)]
    assert found.value({sentence.id: Choice.HERE}) == here.value


def test_a_case_that_was_removed_and_edited_is_asked_as_a_whole() -> None:
    there = START.saved(CASE.put(an_event()))
    found = laid_beside(START.saved(None), there)
    assert [(c.key, c.field) for c in found.conflicts] == [(CASE.id, "casus")]
    assert found.value({}) is None
    assert found.value({CASE.id: Choice.THERE}) == there.value
    assert laid_beside(START.saved(None), START).value({}) is None
    assert laid_beside(START.saved(None), START).conflicts == ()


def test_a_case_that_becomes_other_is_in_bewerking() -> None:
    read = read_through(CASE, "voorzitter", date(2026, 5, 1))
    start = START.saved(read)
    there = start.saved(after_edit(read, read.put(Lesson("l" * 32, 1.0, "eerder bellen"))))
    same = settle(laid_beside(start, START), {}, "m")
    assert same.value == read
    other = settle(laid_beside(start, there), {}, "m")
    assert other.value is not None
    assert other.value.state is CaseState.IN_BEWERKING
    assert other.value.read.unread == (f"lessons:{'l' * 32}:text",)


def test_what_a_case_says_of_itself_is_asked_field_by_field() -> None:
    here = START.saved(replace(CASE, title="hier", reason="alleen hier"))
    there = START.saved(replace(CASE, title="daar", steps_done=("lijn",)))
    found = laid_beside(here, there)
    assert {c.field for c in found.conflicts} == {"title", "reason"}
    made = found.value({f"{CASE.id}.title": Choice.THERE})
    assert isinstance(made, Case)
    assert (made.title, made.reason, made.steps_done) == ("daar", "alleen hier", ("lijn",))


def test_the_parts_of_a_study_are_brought_together() -> None:
    start = Copy.of(STUDY)
    knop = STUDY.knoppen[0]
    more = replace(knop, id="nieuw", text="een knop erbij")
    here = start.saved(replace(STUDY, knoppen=(replace(knop, text="hier"), *STUDY.knoppen[1:])))
    there = start.saved(
        replace(STUDY, knoppen=(replace(knop, text="daar"), *STUDY.knoppen[1:], more))
    )
    found = laid_beside(here, there)
    (conflict,) = found.conflicts
    assert (conflict.field, conflict.here.text, conflict.there.text) == ("knoppen", "hier", "daar")
    made = found.value({conflict.key: Choice.BOTH})
    assert isinstance(made, Study)
    texts = sorted(one.text for one in made.knoppen)
    assert {"hier", "daar", "een knop erbij"} <= set(texts)


def test_what_a_record_needs_is_what_a_case_holds_together_by() -> None:
    case = full_case()
    for name in FIELD_OF.values():
        for record in getattr(case, name):
            for other in {*needs(record)}:
                assert not holds_together(_without(case, other))
            left = {i for n in FIELD_OF.values() for r in getattr(case, n) for i in needs(r)}
            assert holds_together(_without(case, record.id)) == (record.id not in left)


def _without(case: Case, record_id: str) -> Case:
    left = {n: tuple(r for r in getattr(case, n) if r.id != record_id) for n in FIELD_OF.values()}
    return replace(case, **left)  # type: ignore[arg-type]
