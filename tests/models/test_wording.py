"""Hints on wording: what is found, what is left alone, and what a broken list is told."""

from __future__ import annotations

import time
from dataclasses import fields
from pathlib import Path

import pytest

from hgkm_desktop.models import content
from hgkm_desktop.models.strict_toml import BadContent
from hgkm_desktop.models.wording import (
    WordingKind,
    hints_of_case,
    read_wordings,
    wording_hints,
    wordings,
)
from hgkm_desktop.privacy import check
from tests.builders import a_betrokkene, a_case_with, an_event, an_organisation


def found(text: str) -> list[tuple[str, str]]:
    """The words in a text that have a hint, with the id of what it says."""
    return [(text[h.start : h.end], h.wording.id) for h in wording_hints(text)]


@pytest.mark.parametrize(
    ("text", "word", "hint"),
    [
        ("Het was een vechtscheiding.", "vechtscheiding", "vechtscheiding"),
        ("Vechtscheidingen zijn zwaar.", "Vechtscheidingen", "vechtscheiding"),
        ("De politie zag een verward persoon.", "verward persoon", "verward_persoon"),
        ("Vader is een zorgmijder.", "zorgmijder", "zorgmijder"),
        ("Hij is recidivist.", "recidivist", "recidivist"),
        ("Er zou ouderverstoting zijn.", "ouderverstoting", "ouderverstoting"),
        ("Gedacht aan Münchhausen by proxy.", "", ""),
        ("Gedacht aan münchhausen by proxy.", "münchhausen by proxy", "nagebootste_ziekte"),
        ("Moeder werkt niet mee.", "werkt niet mee", "werkt_niet_mee"),
        ("Moeder werkte al die tijd niet mee.", "werkte al die tijd niet mee", "werkt_niet_mee"),
        ("Zij weigert elke hulp.", "weigert elke hulp", "werkt_niet_mee"),
        ("Er was vaak ruzie tussen hen.", "ruzie", "ruzie"),
        ("Het liep die avond uit de hand.", "liep die avond uit de hand", "uit_de_hand"),
        ("Zij beweert dat hij sloeg.", "beweert", "beweert"),
        ("De kinderen waren getuige van het geweld.", "kinderen waren getuige van", "kind_getuige"),
    ],
)
def test_a_word_for_which_there_is_a_better_one_is_found(text: str, word: str, hint: str) -> None:
    assert found(text) == ([(word, hint)] if word else [])


@pytest.mark.parametrize(
    "text",
    [
        "Zij noemde het ‘ruzie’.",
        'Hij zei: "wij hadden ruzie".',
        "Het Platform Vechtscheidingen gaf advies.",
        "Het rapport “Geen vechtscheiding meer” lag op tafel.",
        "Het Schakelteam Personen met Verward Gedrag dacht mee.",
        "Zij werkt in de zorg. Hij doet niet mee.",
        "Minder recidive is het doel.",
        "Moeder was verward na de val.",
        "Een complexe scheiding en onbegrepen gedrag.",
        "De wethouder vroeg erom.",
        "",
    ],
)
def test_quoted_words_names_and_plain_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_apostrophe_of_a_word_hides_nothing() -> None:
    assert found("'s Avonds was er ruzie in 't huis") == [("ruzie", "ruzie")]


def test_every_kind_is_used_and_no_advice_is_itself_a_word_to_avoid() -> None:
    assert {one.kind for one in wordings()} == set(WordingKind)
    for one in wordings():
        assert found(one.instead) == [], one.id
        assert one.why.endswith(".")
        assert len(one.why) < 120


def test_no_list_of_ours_holds_such_a_word() -> None:
    lists = (
        content.organisations(),
        content.violence_forms(),
        content.life_areas(),
        content.household_roles(),
        content.instruments(),
        content.obstacles(),
    )
    texts = [str(getattr(e, f.name)) for entries in lists for e in entries for f in fields(e)]
    assert [text for text in texts if found(text)] == []
    assert len(texts) > 100


def test_a_case_is_looked_through_but_not_its_names() -> None:
    case = a_case_with(
        an_organisation("werkgroep ruzie en zorgmijders"),
        a_betrokkene("ruziemaker"),
        an_event("mrt 2021", "ruzie", fact="Moeder werkt niet mee."),
    )
    hints = hints_of_case(case)
    assert [(hint.word, hint.place.where) for hint in hints] == [
        ("ruzie", "gebeurtenis 1, titel"),
        ("werkt niet mee", "gebeurtenis 1, wat we precies weten"),
    ]


def test_a_hint_is_no_finding() -> None:
    assert check("Het was een vechtscheiding en moeder werkt niet mee.") == ()


def test_a_long_text_takes_time_in_proportion() -> None:
    def seconds(text: str) -> float:
        begin = time.perf_counter()
        wording_hints(text)
        return time.perf_counter() - begin

    part = "Vechtscheiding, werkt " + "niet " * 40
    seconds(part)
    assert seconds(part * 400) < 40 * seconds(part * 40) + 0.2


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (
            'id = "a"\nsoort = "last"\nwoorden = []\nschrijf = "b"\nwaarom = "c"',
            "‘woorden’ is leeg",
        ),
        ('id = "a"\nsoort = "x"\nwoorden = ["b"]\nschrijf = "b"\nwaarom = "c"', "‘soort’ moet een"),
        ('id = "A"\nsoort = "last"\nwoorden = ["b"]\nschrijf = "b"\nwaarom = "c"', "de id mag"),
        ('id = "a"\nsoort = "last"\nwoorden = ["b("]\nschrijf = "b"\nwaarom = "c"', "in ‘woorden’"),
        ('id = "a"\nsoort = "last"\nwoorden = ["... b"]\nschrijf = "b"\nwaarom = "c"', "in ‘woor"),
        ('id = "a"\nsoort = "last"\nwoorden = ["b"]\nwaarom = "c"', "‘schrijf’ ontbreekt"),
    ],
)
def test_a_broken_list_is_named_exactly(tmp_path: Path, entry: str, problem: str) -> None:
    path = tmp_path / "woordkeus.toml"
    path.write_text(f"[[woordkeus]]\n{entry}\n", encoding="utf-8")
    with pytest.raises(BadContent, match=rf"woordkeus.*{problem}"):
        read_wordings(path)


def test_an_empty_list_and_an_id_twice_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "woordkeus.toml"
    path.write_text("", encoding="utf-8")
    with pytest.raises(BadContent):
        read_wordings(path)
    one = '[[woordkeus]]\nid = "a"\nsoort = "last"\nwoorden = ["b"]\nschrijf = "b"\nwaarom = "c"\n'
    path.write_text(one * 2, encoding="utf-8")
    with pytest.raises(BadContent, match="twee keer"):
        read_wordings(path)
