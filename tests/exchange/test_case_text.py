"""A case as TOML: it reads whole, always the same, and what is wrong is named."""

from __future__ import annotations

from datetime import date

import pytest

from hgkm_desktop.exchange.case_text import read_case
from hgkm_desktop.models.phrases import read_moment
from hgkm_desktop.models.records import Knowledge, Reading, Record
from hgkm_desktop.models.strict_toml import BadContent
from hgkm_desktop.models.terms import (
    Answer,
    Effect,
    EventKind,
    HouseholdRole,
    Mark,
    Occurrence,
    RegieKind,
    RiskOf,
    SafetyOf,
    SafetyPhase,
)
from tests.exchange.case_texts import SMALL, small_case_with


def test_a_small_case_reads_whole() -> None:
    case = read_case(SMALL)
    (event,) = case.events
    police, veilig_thuis = case.organisations
    moeder, kind = case.betrokkenen
    assert (case.code, case.title, case.life_areas) == ("K7-2F", "Een kleine casus", ("geld",))
    assert [form.form for form in case.violence] == ["psychisch"]
    assert kind.is_child
    assert not moeder.is_child
    assert event.kind is EventKind.MELDING
    assert event.start == read_moment("3 mei 2023")
    assert [(i.betrokkene_id, i.role) for i in event.involved] == [
        (moeder.id, HouseholdRole.SLACHTOFFER)
    ]
    assert event.organisation_ids == (police.id, veilig_thuis.id)
    assert event.knowledge == (Knowledge(veilig_thuis.id, Answer.JA, read_moment("mei 2023")),)
    assert event.reported_to == "Veilig Thuis"


def test_what_was_said_about_an_event_hangs_on_it() -> None:
    case = read_case(SMALL)
    (event,), (beleving,), (verschil,) = case.events, case.belevingen, case.verschillen
    assert (beleving.event_id, beleving.deelnemer_id) == (event.id, case.deelnemers[0].id)
    assert (beleving.mark, beleving.risk_of) == (Mark.RISICO, RiskOf.MOMENT)
    assert beleving.safety_of == (SafetyOf.BETROKKENEN,)
    assert verschil.readings == (Reading(case.organisations[0].id, "rust"),)
    assert verschil.event_ids == case.lessons[0].event_ids == (event.id,)
    assert case.acties[0].lesson_id == case.lessons[0].id
    assert case.acties[0].due == date(2027, 1, 1)
    assert case.summary.beleving_ids == (beleving.id,)
    assert case.summary.verschil_ids == (verschil.id,)


def test_what_stands_beside_the_events_is_read() -> None:
    case = read_case(SMALL)
    police, veilig_thuis = case.organisations
    (cijfer,), (regie,), (fase,) = case.cijfers, case.regie, case.fasen
    assert (cijfer.moment, cijfer.score) == (read_moment("mei 2023"), 4.5)
    assert cijfer.betrokkene_id == case.betrokkenen[1].id
    assert cijfer.organisation_ids == (police.id, veilig_thuis.id)
    assert (cijfer.jointly, cijfer.at_closing) == (Answer.JA, True)
    assert (regie.kind, regie.organisation_id) == (RegieKind.CASUSREGIE, police.id)
    assert (regie.start, regie.end) == (read_moment("mei 2023"), read_moment("juni 2023"))
    assert (fase.phase, fase.ongoing) == (SafetyPhase.HERSTELGERICHT, True)
    assert fase.occurrence is Occurrence.NIET_GEDAAN
    assert case.events[0].effect is Effect.DEELS


def test_t0_and_the_order_of_the_lanes_name_what_is_there() -> None:
    case = read_case(SMALL)
    assert case.t0_event_id == case.events[0].id
    veilig_thuis = case.organisations[1].id
    assert case.lane_order == (f"organisatie:{veilig_thuis}", "soort:incident", "betrokkene:")


def test_without_over_a_cijfer_is_about_the_household() -> None:
    text = small_case_with('cijfer = 4.5\nover = "kind 1"', "cijfer = 4")
    assert (read_case(text).cijfers[0].betrokkene_id, read_case(text).cijfers[0].score) == ("", 4)


def test_words_from_the_lists_become_what_the_screen_stores() -> None:
    case = read_case(SMALL)
    assert case.events[0].instrument == "melding bij Veilig Thuis"
    assert case.belevingen[0].obstacle == "geen vroeg gezamenlijk overleg"


def test_the_same_text_gives_the_same_records() -> None:
    assert read_case(SMALL) == read_case(SMALL)
    other = read_case(small_case_with('code = "K7-2F"', 'code = "K7-2G"'))
    assert other.events[0].id != read_case(SMALL).events[0].id


def test_every_id_is_its_own() -> None:
    case = read_case(SMALL)
    records: tuple[Record, ...] = (
        *case.betrokkenen,
        *case.organisations,
        *case.deelnemers,
        *case.events,
        *case.belevingen,
        *case.verschillen,
        *case.lessons,
        *case.acties,
        *case.cijfers,
        *case.regie,
        *case.fasen,
    )
    ids = [case.id, *(record.id for record in records)]
    assert len(set(ids)) == len(ids)
    assert all(len(i) == 32 and int(i, 16) >= 0 for i in ids)


def test_records_keep_the_order_of_the_text() -> None:
    second = '[gebeurtenis.a2]\nsoort = "contact"\ntitel = "later verteld"\nwanneer = ""\n'
    text = small_case_with(
        "[[gebeurtenis.e1.bekend_bij]]", f"{second}[[gebeurtenis.e1.bekend_bij]]"
    )
    with pytest.raises(BadContent, match="‘wanneer’ is leeg"):
        read_case(text)
    case = read_case(text.replace('wanneer = ""', 'wanneer = "onbekend, na vorige"'))
    assert [(e.title, e.seq) for e in case.events] == [
        ("Politie meldt bij Veilig Thuis", 1.0),
        ("later verteld", 2.0),
    ]
    assert not case.events[1].start.is_known


WRONG = [
    ('soort = "melding"', 'soort = "melding"\nfeitje = "x"', "gebeurtenis e1: ‘feitje’ hoort hier"),
    ('titel = "Een kleine casus"', 'titel = "x"\nnaam = "y"', "casus: ‘naam’ hoort hier niet"),
    ("[betrokkene.moeder]", "[getuige.x]\n[betrokkene.moeder]", "‘getuige’ hoort hier niet"),
    ('zinnen = ["Een zin."]', 'zin = ["x"]', "samenvatting: ‘zin’ hoort hier niet"),
    ('bekend = "ja"', 'bekend = "ja"\nwie = "x"', "gebeurtenis e1 bekend_bij 1: ‘wie’ hoort"),
    ('code = "K7-2F"\n', "", "casus: ‘code’ ontbreekt"),
    ('wanneer = "3 mei 2023"\n', "", "gebeurtenis e1: ‘wanneer’ ontbreekt"),
    ('"3 mei 2023"', '"31 april 2023"', "gebeurtenis e1: ‘wanneer’: De datum 31-04-2023"),
    ('"3 mei 2023"', '"3 mei 2023 - 2 mei 2023"', "gebeurtenis e1: ‘wanneer’: Het eind"),
    ('"3 mei 2023"', '"lang geleden"', "gebeurtenis e1: ‘wanneer’: Deze datum is niet te lezen"),
    (
        'sinds = "mei 2023"',
        'sinds = "vanaf mei 2023"',
        "bekend_bij 1: ‘sinds’: Typ hier één datum",
    ),
    ("voor = 2027-01-01", 'voor = "januari"', "actie a1: ‘voor’ moet een dag"),
    ("voor = 2027-01-01", "voor = 2027-02-30", "regel"),
    ('soort = "melding"', 'soort = "meldinkje"', "gebeurtenis e1: ‘soort’ moet een van deze"),
    ('slachtoffer = ["moeder"]', 'slachtoffer = ["oma"]', "‘slachtoffer’, nummer 1, staat niet"),
    ('["politie", "Veilig Thuis"]\ngem', '["school"]\ngem', "‘organisaties’, nummer 1, staat niet"),
    (
        'organisatie = "politie"\nfunctie',
        'organisatie = "school"\nfunctie',
        "deelnemer wijkagent: ‘organisatie’",
    ),
    ('"Veilig Thuis"\nbekend', '"school"\nbekend', "bekend_bij 1: ‘organisatie’ staat niet"),
    ("[beleving.e1.wijkagent]", "[beleving.e2.wijkagent]", "beleving e2: ‘e2’ staat niet bij"),
    ("[beleving.e1.wijkagent]", "[beleving.e1.oma]", "beleving e1 oma: ‘oma’ staat niet bij"),
    ('["e1 wijkagent"]', '["e1 vader"]', "samenvatting: ‘belevingen’, nummer 1, staat niet"),
    ('verschillen = ["v1"]', 'verschillen = ["v2"]', "‘verschillen’, nummer 1, staat niet"),
    ('politie = "rust"', 'school = "rust"', "verschil v1 lezingen: ‘school’ staat niet"),
    ('les = "l1"', 'les = "l2"', "actie a1: ‘les’ staat niet bij ‘les’"),
    ('"melding_veilig_thuis"', '"toverstaf"', "‘instrument’ staat niet in de lijst"),
    ('"geen_vroeg_overleg"', '"gebrek aan zin"', "‘in_de_weg’ staat niet in de lijst"),
    ("[geweldsvorm.psychisch]", "[geweldsvorm.iets]", "geweldsvorm iets: deze id staat niet in"),
    ('leefgebieden = ["geld"]', 'leefgebieden = ["zee"]', "‘leefgebieden’, nummer 1, staat niet"),
    ('bewaker = "gemeente"', 'bewaker = "Politie"', "actie a1: De eigenaar en de bewaker zijn"),
    ('les = "Bel eerder."', 'les = " "', "les l1: ‘les’ is leeg"),
    (
        '["Een zin."]',
        '["a", "b", "c", "d", "e", "f"]',
        "samenvatting: ‘zinnen’ heeft er meer",
    ),
    ('["politie", "Veilig Thuis"]\nleef', '["politie", "politie"]\nleef', "noemt dezelfde"),
    ("cijfer = 4.5", "cijfer = 4.2", "veiligheidscijfer c1: Een veiligheidscijfer is een heel"),
    ("cijfer = 4.5", 'cijfer = "4,5"', "veiligheidscijfer c1: ‘cijfer’ moet een getal"),
    ("cijfer = 4.5", "cijfer = true", "veiligheidscijfer c1: ‘cijfer’ moet een getal"),
    ("cijfer = 4.5", "cijfer = nan", "veiligheidscijfer c1: Een veiligheidscijfer is een heel"),
    ("cijfer = 4.5\n", "", "veiligheidscijfer c1: ‘cijfer’ ontbreekt"),
    ('over = "kind 1"', 'over = "oma"', "veiligheidscijfer c1: ‘over’ staat niet bij"),
    ('"mei 2023"\ncijfer', '"vanaf mei 2023"\ncijfer', "c1: ‘wanneer’: Typ hier één datum"),
    ('samen = "ja"', 'samen = "misschien"', "veiligheidscijfer c1: ‘samen’ moet een van"),
    ('wie = "organisatie"', 'wie = "niemand"', "regie r1: ‘organisatie’ hoort hier niet"),
    (
        'wie = "organisatie"\norganisatie = "politie"',
        'wie = "organisatie"',
        "r1: ‘organisatie’ ont",
    ),
    ('"mei 2023 - juni 2023"', '"mei 2023 - april 2023"', "regie r1: ‘wanneer’: Het eind"),
    ('soort = "casusregie"', 'soort = "baas"', "regie r1: ‘soort’ moet een van deze woorden"),
    ('fase = "herstelgericht"', 'fase = "rust"', "fase f1: ‘fase’ moet een van deze woorden"),
    ('effect = "deels"', 'effect = "goed"', "gebeurtenis e1: ‘effect’ moet een van deze"),
    ('t0 = "e1"', 't0 = "e2"', "casus: ‘t0’ staat niet bij ‘gebeurtenis’"),
    ('"organisatie Veilig Thuis"', '"organisatie school"', "casus: ‘banen’, nummer 1, staat niet"),
    ('"soort incident"', '"soort iets"', "casus: ‘banen’, nummer 2, is geen baan"),
    ('"soort incident"', '"kleur rood"', "casus: ‘banen’, nummer 2, is geen baan"),
    ("[les.l1]", "[les.l1]\n[les.l1]", "staat een naam voor de tweede keer"),
]


@pytest.mark.parametrize(("old", "new", "reason"), WRONG)
def test_what_is_wrong_is_named(old: str, new: str, reason: str) -> None:
    with pytest.raises(BadContent) as caught:
        read_case(small_case_with(old, new), name="proef.toml")
    assert caught.value.what.startswith("proef.toml")
    assert reason in caught.value.what
    assert caught.value.safe
    assert caught.value.todo


def test_an_error_does_not_repeat_the_words_of_the_case() -> None:
    text = small_case_with('slachtoffer = ["moeder"]', 'slachtoffer = ["Jan uit de Dorpsstraat"]')
    with pytest.raises(BadContent) as caught:
        read_case(text)
    assert "Dorpsstraat" not in caught.value.sentence
