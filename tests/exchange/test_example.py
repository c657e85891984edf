"""The shipped example: rich enough to show everything, lawful for its years, and fit to print."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from io import BytesIO
from itertools import pairwise

import pikepdf

from hgkm_desktop.exchange.case_text import read_case
from hgkm_desktop.models import content
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.knowing import knowledge_of
from hgkm_desktop.models.moment import Precision
from hgkm_desktop.models.records import Event, FileSettings, Involvement
from hgkm_desktop.models.terms import (
    Answer,
    AskedOfBoard,
    Audience,
    Effect,
    EventKind,
    FactStatus,
    HouseholdRole,
    Mark,
    Occurrence,
    Pressure,
    RegieHolder,
    RegieKind,
    SafetyPhase,
)
from hgkm_desktop.paths import resource
from hgkm_desktop.reports.case.gespreksnotitie import compose
from hgkm_desktop.reports.writing.pdf import write_pdf

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
OUTDATED = re.compile(
    r"vechtscheiding|verwarde|zorgmijd|recidiv|ouderverstoting|getuige|\bdader|slachtofferrol"
    r"|werkt niet mee|\bruzie",
    re.IGNORECASE,
)


@cache
def example() -> Case:
    return read_case(resource("voorbeeld/casus.toml").read_text(encoding="utf-8"))


def told() -> list[str]:
    """Every text of the example that somebody wrote, without what belongs to the format."""
    case = example()
    texts = [case.title, case.reason, case.organiser, case.summary.title, case.summary.children]
    texts += [*case.summary.sentences, *case.summary.questions]
    texts += [t for e in case.events for t in (e.title, e.fact, e.result, e.source)]
    texts += [t for b in case.belevingen for t in (b.explanation, b.now_different)]
    texts += [t for v in case.verschillen for t in (v.about, v.surfaced, v.consequence)]
    texts += [reading.text for v in case.verschillen for reading in v.readings]
    texts += [t for lesson in case.lessons for t in (lesson.text, lesson.explanation)]
    texts += [t for a in case.acties for t in (a.text, a.feasible)]
    texts += [cijfer.note for cijfer in case.cijfers] + [regie.note for regie in case.regie]
    texts += [fase.note for fase in case.fasen]
    return [text for text in texts if text]


# --- how rich it is ---------------------------------------------------------------------


def test_it_has_every_kind_and_every_precision() -> None:
    events = example().events
    assert len(events) >= 28
    assert {e.kind for e in events} == set(EventKind)
    assert {e.start.precision for e in events} == set(Precision)
    assert any(e.start.circa for e in events)
    assert any(e.end is not None for e in events)
    assert sum(e.ongoing for e in events) == 1


def test_what_did_not_happen_is_in_it() -> None:
    count = Counter(e.occurrence for e in example().events)
    assert count[Occurrence.NIET_GEDAAN] >= 2
    assert count[Occurrence.BESTOND_NIET] == 1
    not_done = [e for e in example().events if e.occurrence is Occurrence.NIET_GEDAAN]
    assert all(e.possible_since is not None and e.possible_since.is_known for e in not_done)


def test_facts_pressure_phases_and_pivotal_points_vary() -> None:
    events = example().events
    assert {e.fact_status for e in events} == set(FactStatus)
    assert {e.pressure for e in events} == {None, *Pressure}
    assert {e.safety_phase for e in events} >= set(SafetyPhase)
    assert 5 <= sum(e.is_pivotal for e in events) <= 6
    assert {e.child_spoken for e in events} == set(Answer)
    assert all(e.child_spoken_by for e in events if e.child_spoken is Answer.JA)
    assert {e.feedback_given for e in events if e.kind is EventKind.MELDING} == {
        Answer.JA,
        Answer.NEE,
    }
    assert {e.effect for e in events} == set(Effect)
    assert all(e.result for e in events if e.effect is not Effect.ONBEKEND)
    assert sum(bool(e.instrument) for e in events) >= 8


def test_the_safety_phases_come_back() -> None:
    phases = [e.safety_phase for e in in_order(example()) if e.safety_phase is not None]
    turns = [p for n, p in enumerate(phases) if n == 0 or phases[n - 1] is not p]
    assert turns.count(SafetyPhase.DIRECTE_VEILIGHEID) >= 2


def test_it_has_a_fase_that_stayed_empty_and_the_one_that_came() -> None:
    empty, came = example().fasen
    assert empty.phase is came.phase
    assert empty.occurrence is Occurrence.NIET_GEDAAN
    assert empty.end is not None
    assert empty.end.surely_before(came.start)


def test_the_veiligheidscijfers_of_organisations_lie_apart() -> None:
    case = example()
    assert 6 <= len(case.cijfers) <= 9
    assert len({rater for c in case.cijfers for rater in c.organisation_ids}) >= 3
    children = {b.id for b in case.betrokkenen if b.is_child}
    assert {c.betrokkene_id for c in case.cijfers} <= {"", *children}
    (together,) = [c for c in case.cijfers if c.jointly is Answer.JA]
    assert len(together.organisation_ids) == 2
    (closing,) = [c for c in case.cijfers if c.at_closing]
    same_month = [c for c in case.cijfers if c.moment == closing.moment and c is not closing]
    assert same_month
    assert all(closing.score - c.score >= 3 for c in same_month)


def test_nobody_knows_who_had_the_regie_for_a_while() -> None:
    held = [r for r in example().regie if r.kind is RegieKind.CASUSREGIE]
    assert {r.holder for r in held} == set(RegieHolder)
    silences = [b.start.earliest - a.end.latest for a, b in pairwise(held) if a.end is not None]
    assert max(silences).days > 365
    (thv,) = [r for r in example().regie if r.kind is RegieKind.COORDINATIE_THV]
    first, extension = huisverboden()
    assert (thv.start, thv.end) == (first.start, extension.end)


def test_the_organisations_did_not_know_what_the_others_knew() -> None:
    case = example()
    known = [e for e in case.events if e.knowledge]
    assert len(known) >= 12
    assert {k.known for e in known for k in e.knowledge} == set(Answer)
    the_day = date(2023, 6, 11)
    police, school = (
        {i for i, answer in knowledge_of(case, o.id, the_day).items() if answer is Answer.JA}
        for o in case.organisations
        if o.name in ("politie", "school")
    )
    assert len(police - school) >= 3
    assert len(school - police) >= 3


def test_time_is_counted_from_the_first_time_the_police_came() -> None:
    case = example()
    assert case.event(case.t0_event_id).is_shown
    earlier = [e for e in in_order(case) if e.kind is EventKind.INCIDENT]
    assert earlier[0].id == case.t0_event_id


def test_who_is_in_it() -> None:
    case = example()
    assert 5 <= len(case.betrokkenen) <= 7
    assert len(case.organisations) == 8
    assert len(case.deelnemers) == 7
    assert sum(d.is_manager for d in case.deelnemers) == 1
    assert all(content.known_organisation(o.name) for o in case.organisations)
    roles = {role.label: role.is_child for role in content.household_roles()}
    assert all(roles[b.role] == b.is_child for b in case.betrokkenen)
    functions = content.functions()
    assert all(d.function in functions for d in case.deelnemers)


def test_organisations_lived_the_same_event_differently() -> None:
    case = example()
    of = {d.id: d.organisation_id for d in case.deelnemers}
    marks: dict[str, dict[str, set[Mark]]] = {}
    for b in case.belevingen:
        marks.setdefault(b.event_id, {}).setdefault(of[b.deelnemer_id], set()).add(b.mark)
    differing = [m for m in marks.values() if len(m) > 1 and len(set.union(*m.values())) > 1]
    assert len(differing) >= 10
    assert len({organisation for m in differing for organisation in m}) >= 5
    assert any(len(m) >= 3 and len(set.union(*m.values())) == 3 for m in differing)


def test_belevingen_say_why_and_what_would_be_different() -> None:
    belevingen = example().belevingen
    assert all(b.explanation for b in belevingen)
    assert sum(bool(b.now_different) for b in belevingen) >= 10
    assert sum(bool(b.obstacle) for b in belevingen) >= 10
    assert sum(bool(b.needed_from) for b in belevingen) >= 10
    for b in belevingen:
        is_risk = b.mark is Mark.RISICO
        assert is_risk == (b.risk_of is not None) == bool(b.safety_of)


def test_lessons_differences_and_actions() -> None:
    case = example()
    assert len(case.verschillen) == 3
    assert all(len(v.readings) == 2 and v.event_ids for v in case.verschillen)
    assert len(case.lessons) == 3
    assert all(lesson.event_ids for lesson in case.lessons)
    assert 6 <= len(case.acties) <= 7
    assert all(a.due and a.owner and a.keeper and a.lesson_id for a in case.acties)
    assert all(a.owner.casefold() != a.keeper.casefold() for a in case.acties)
    assert {lesson.id for lesson in case.lessons} == {a.lesson_id for a in case.acties}
    asked = [a for a in case.acties if a.asked is not None]
    assert {a.owner for a in asked} == {"burgemeester", "wethouder"}
    assert {a.asked for a in asked} == {AskedOfBoard.AGENDEREN, AskedOfBoard.MIDDELEN}


def test_the_start_check_is_filled_in() -> None:
    check = example().start_check
    assert Answer.ONBEKEND not in (check.procedure_running, check.board_decided, check.heard)
    assert check.heard_note
    assert check.legal_ground
    assert check.rules_read
    assert check.board_decided is Answer.JA  # a huisverbod is theirs


# --- the law of those years ---------------------------------------------------------------


def huisverboden() -> list[Event]:
    found = [e for e in in_order(example()) if e.instrument == "tijdelijk huisverbod"]
    return [e for e in found if e.happened]


def test_the_huisverbod_and_its_extension_are_at_most_28_days() -> None:
    first, extension = huisverboden()
    assert first.end is not None
    assert extension.end is not None
    assert (first.end.latest - first.start.earliest).days + 1 <= 10
    assert (extension.start.earliest - first.end.latest).days == 1
    assert (extension.end.latest - first.start.earliest).days + 1 <= 28
    assert {e.pressure for e in (first, extension)} == {Pressure.DWANG}


def test_instruments_are_used_while_they_exist() -> None:
    for event in example().events:
        instrument = content.known_instrument(event.instrument)
        if instrument is None or not event.start.is_known:
            continue
        assert instrument.valid_from is None or event.start.latest >= instrument.valid_from
        assert instrument.valid_until is None or event.start.earliest <= instrument.valid_until
        assert event.pressure in (instrument.pressure, None) or instrument.pressure is None


def test_organisations_exist_when_they_act() -> None:
    case = example()
    for event in case.events:
        for organisation_id in event.organisation_ids:
            known = content.known_organisation(case.organisation(organisation_id).name)
            assert known is not None
            assert known.valid_until is None
            if known.valid_from is not None and event.start.is_known:
                assert event.start.earliest >= known.valid_from


def test_what_was_not_done_was_possible_and_what_did_not_exist_came_later() -> None:
    for event in example().events:
        if event.occurrence is Occurrence.NIET_GEDAAN:
            assert event.possible_since is not None
            assert event.possible_since.earliest <= event.start.earliest
    absent = next(e for e in example().events if e.occurrence is Occurrence.BESTOND_NIET)
    same = [e for e in example().events if e.instrument == absent.instrument and e is not absent]
    assert same
    assert all(absent.start.surely_before(e.start) for e in same)


def test_a_child_who_is_there_is_a_slachtoffer() -> None:
    case = example()
    children = {b.id for b in case.betrokkenen if b.is_child}
    for event in case.events:
        if event.kind is EventKind.INCIDENT and event.child_present is Answer.JA:
            parts = [i for i in event.involved if i.betrokkene_id in children]
            assert {i.betrokkene_id for i in parts} == children
            assert {i.role for i in parts} == {HouseholdRole.SLACHTOFFER}


def test_every_pleger_is_one_according_to_somebody() -> None:
    parts: list[Involvement] = [i for e in example().events for i in e.involved]
    assert all(i.according_to for i in parts if i.role is HouseholdRole.PLEGER)


# --- fit to print ---------------------------------------------------------------------------


def test_title_and_code_give_nothing_away() -> None:
    case = example()
    assert re.fullmatch(r"[B-Z][2-9]-[2-9][B-Z]", case.code)
    assert not re.search(r"\d", case.title)
    assert not YEAR.search(f"{case.code} {case.title} {case.summary.title}")


def test_titles_are_short() -> None:
    assert all(len(e.title) <= 60 for e in example().events)
    assert len({e.title for e in example().events}) == len(example().events)


def test_what_did_not_happen_reads_well_after_its_prefix() -> None:
    for event in example().events:
        assert event.title[0].isupper() or not event.happened
        assert not event.title.endswith(".")


def test_the_summary_fits_the_page() -> None:
    summary = example().summary
    assert len(summary.sentences) == 5
    assert all(len(sentence) <= 170 for sentence in summary.sentences)
    assert all(sentence.endswith(".") for sentence in summary.sentences)
    assert 100 <= len(summary.children) <= 300
    assert len(summary.questions) == 3
    assert all(question.endswith("?") for question in summary.questions)
    assert len(summary.verschil_ids) == 2


def test_the_chosen_belevingen_fit_the_page() -> None:
    case = example()
    chosen = [b for b in case.belevingen if b.id in case.summary.beleving_ids]
    marks = Counter(b.mark for b in chosen)
    assert marks[Mark.GOED] == 3
    assert 3 <= marks[Mark.RISICO] <= 4
    for beleving in chosen:
        event = case.event(beleving.event_id)
        assert re.fullmatch(r"[A-Z].{20,118}\.", beleving.explanation)
        assert {beleving.audience, event.audience} == {Audience.BESTUUR}
        assert event.is_shown
        victims = [i for i in event.involved if i.role is HouseholdRole.SLACHTOFFER]
        assert victims or beleving.mark is not Mark.RISICO


def test_the_requests_fit_their_rows() -> None:
    case = example()
    assert all(len(a.text) <= 80 and a.text.endswith(".") for a in case.acties)
    assert all(len(lesson.text) <= 62 for lesson in case.lessons)
    assert all(len(lesson.explanation) <= 95 for lesson in case.lessons)
    assert all(len(r.text) <= 75 for v in case.verschillen for r in v.readings)


def test_it_uses_the_words_of_today_and_blames_nobody() -> None:
    assert not [text for text in told() if OUTDATED.search(text)]
    assert not [text for text in told() if "!" in text]


def test_its_passphrase_is_long_enough_for_a_real_file() -> None:
    passphrase = resource("voorbeeld/wachtwoord.txt").read_text(encoding="utf-8").strip()
    words = resource("woorden/woorden.txt").read_text(encoding="utf-8").split()
    assert len(passphrase) >= 15
    assert len(passphrase.split()) == 5
    assert set(passphrase.split()) <= set(words)


def test_the_example_prints_as_two_pages_and_its_line() -> None:
    target = BytesIO()
    settings = FileSettings(organisation="Gemeente Voorbeeld")
    write_pdf(compose(example(), settings=settings, made_on=date(2026, 11, 22)), target)
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) == 3
