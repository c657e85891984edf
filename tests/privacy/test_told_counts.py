"""Small counts in sentences about figures: what is pointed at, and what is left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.models.figures import Duiding, Figure, FigureSet, Insight, Period
from hgkm_desktop.privacy import FindingKind
from hgkm_desktop.privacy.case_check import blocking, check_case
from hgkm_desktop.privacy.gate import gate_of
from hgkm_desktop.privacy.text import Text
from hgkm_desktop.privacy.told_counts import told_counts
from tests.builders import a_case_with, an_event


def told(text: str, threshold: int = 5) -> list[str]:
    read = Text(text)
    return [read.plain[one.start : one.end] for one in told_counts(read, threshold)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Het ging om twee gezinnen in één straat.", "twee gezinnen"),
        ("Er kwamen 3 meldingen binnen.", "3 meldingen"),
        ("Bij 3 van de 4 gezinnen hielp het.", "3 van de 4 gezinnen"),
        ("Dat is 2 van 41 huisverboden.", "2 van 41 huisverboden"),
        ("Bij 39 van de 41 huisverboden is verlengd.", "39 van de 41 huisverboden"),
        ("Vier jonge slachtoffers kregen hulp.", "Vier jonge slachtoffers"),
        ("Beide verdachten zijn bekend.", "Beide verdachten"),
        ("Het was maar één herhaalde melding.", "één herhaalde melding"),
        ("Bij één gezin ging het mis.", "één gezin"),
        ("Er was slechts een aangifte.", "slechts een aangifte"),
        ("Meldingen: 4.", "Meldingen: 4"),
        ("Het aantal meldingen was drie.", "meldingen was drie"),
        ("Van 12 naar 4 adressen.", "4 adressen"),
        ("In 2024 waren er 2 THV’s.", "2 THV's"),
        ("Een drietal eenoudergezinnen kwam terug.", "drietal eenoudergezinnen"),
    ],
)
def test_a_small_count_in_a_sentence_is_pointed_at(text: str, part: str) -> None:
    assert told(text) == [part]


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 kwamen er meer meldingen dan in 2023.",
        "In 2 kwartalen van 2024 daalde het.",
        "Er zijn 156 van de 271 huisverboden verlengd.",
        "Wie 2 keer een huisverbod kreeg, telt als herhaald.",
        "Ruim 4% van de meldingen.",
        "Het aantal meldingen was 4,5 procent hoger.",
        "In de 1e helft van 2024 daalde het aantal meldingen.",
        "Eén casus verklaart geen cijfer.",
        "We spraken met drie organisaties en vier wethouders.",
        "Een gezin kan vaker worden gemeld.",
        "Gezinnen met drie kinderen komen vaker voor.",
        "Bij twee of meer meldingen heet het herhaald.",
        "Minstens twee meldingen maken het herhaald.",
        "Er zijn 3.125 meldingen.",
        "Dat zijn 12 gezinnen, vooral nieuwe.",
        "Per 1.000 inwoners is dat 2,5.",
        "Er komen gemiddeld 3 meldingen per dag.",
        "De tabel heeft 3 kolommen.",
        "Over één gezin kan vaker worden gemeld.",
        "Op één adres kunnen meer huishoudens wonen.",
        "Wie meer dan één huisverbod kreeg, telt mee.",
        "Twee zaken vallen op.",
        "Er waren 0 overtredingen.",
        "De meldingen waren 3 jaar lang gelijk.",
        "Vanaf 1-1-2019 meldingen in een nieuw stelsel.",
        "Bijlage 2 meldt het totaal.",
        "Slachtoffers zijn 2 keer zo vaak vrouw.",
    ],
)
def test_years_shares_and_how_often_are_left_alone(text: str) -> None:
    assert told(text) == []


def test_another_threshold_points_at_other_counts() -> None:
    assert told("Het waren zeven gezinnen.", threshold=8) == ["zeven gezinnen"]
    assert told("Het waren drie gezinnen.", threshold=3) == []


H1 = Period(2025, 1)


def a_set(text: str) -> FigureSet:
    return FigureSet(
        "s",
        "C-1",
        figures=(Figure("f", "meldingen", H1, count=40, reason=text),),
        duidingen=(Duiding("d", "meldingen", H1, text),),
        insights=(Insight("i", "meldingen", "c1", text=text),),
        note=text,
    )


def test_each_text_of_a_set_is_looked_at_and_none_stands_in_the_way() -> None:
    figures = a_set("Het waren twee gezinnen.")
    found = [one for one in check_case(figures) if one.finding.kind is FindingKind.AANTAL]
    assert [one.word for one in found] == ["twee gezinnen"] * 4
    assert blocking(figures) == ()
    gate = gate_of(figures, found)
    assert (gate.certain, gate.likely, gate.possible) == (0, 0, ("twee gezinnen",))


def test_the_place_is_right_behind_signs_of_two_letters() -> None:
    figures = replace(a_set(""), note="Te\u00adrug: ‘de’ 3 meldingen")
    (found,) = (one for one in check_case(figures) if one.finding.kind is FindingKind.AANTAL)
    assert found.word == "3 meldingen"


def test_a_case_may_say_how_many_there_were() -> None:
    case = a_case_with(an_event("1 mrt 2021", "twee meldingen"))
    assert all(one.finding.kind is not FindingKind.AANTAL for one in check_case(case))
