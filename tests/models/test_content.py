"""The lists of experts: the shipped ones hold, and a broken one is named exactly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from hgkm_desktop.models import content, factors, practice_questions
from hgkm_desktop.models.content import known_instrument, known_organisation
from hgkm_desktop.models.strict_toml import BadContent
from hgkm_desktop.models.terms import Pressure, SampleQuestion
from hgkm_desktop.paths import resource

LISTS: tuple[tuple[str, str, Callable[[Path], Iterable[object]]], ...] = (
    ("organisaties.toml", "naam", content.read_organisations),
    ("geweldsvormen.toml", "label", content.read_violence_forms),
    ("leefgebieden.toml", "label", content.read_life_areas),
    ("rollen.toml", "label", content.read_household_roles),
    ("functies.toml", "label", content.read_functions),
    ("instrumenten.toml", "label", content.read_instruments),
    ("belemmeringen.toml", "label", content.read_obstacles),
    ("factoren.toml", "label", factors.read_factors),
    ("criteria.toml", "label", factors.read_criteria),
    ("praktijkvragen.toml", "label", practice_questions.read_practice_questions),
)
OUTDATED = re.compile(
    r"vechtscheiding|verward|zorgmijd|recidiv|ouderverstoting|münchhausen|getuige|dader|allochtoon",
    re.IGNORECASE,
)


def entries(file: str) -> list[tuple[str, str]]:
    """The id and the shown words of each entry of a shipped list."""
    read = next(read for name, _, read in LISTS if name == file)
    found = read(resource(f"inhoud/{file}"))
    return [(getattr(e, "id", ""), getattr(e, "label", getattr(e, "name", ""))) for e in found]


@pytest.mark.parametrize("file", [file for file, _, _ in LISTS])
def test_every_id_is_ascii_unique_and_stable_looking(file: str) -> None:
    ids = [entry_id for entry_id, _ in entries(file)]
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{1,39}", entry_id) for entry_id in ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("file", [file for file, _, _ in LISTS])
def test_every_label_is_unique_short_and_of_today(file: str) -> None:
    labels = [label for _, label in entries(file)]
    assert len({label.casefold() for label in labels}) == len(labels)
    assert all(len(label) <= 70 and label == label.strip() for label in labels)
    assert not [label for label in labels if OUTDATED.search(label)]


def test_an_organisation_is_known_by_name_and_abbreviation() -> None:
    for text in ("VT", "vt", " Veilig Thuis ", "veilig thuis"):
        found = known_organisation(text)
        assert found is not None
        assert found.name == "Veilig Thuis"
    for text in ("ggz", "GGZ"):  # of whom is not said
        found = known_organisation(text)
        assert found is not None
        assert found.name == "ggz"
    assert known_organisation("") is None
    assert known_organisation("de bakker") is None


def test_no_spelling_means_two_organisations_or_two_instruments() -> None:
    named = [(o.name, *o.abbreviations) for o in content.organisations()]
    called = [(i.id, i.label, *i.abbreviations) for i in content.instruments()]
    for spellings in (named, called):
        flat = [s.casefold() for group in spellings for s in {x.casefold() for x in group}]
        assert len(flat) == len(set(flat))


def test_what_began_or_ended_has_its_days() -> None:
    valid = {o.id: (o.valid_from, o.valid_until) for o in content.organisations()}
    assert valid["veilig_thuis"] == (date(2015, 1, 1), None)
    assert valid["amk"] == valid["shg"] == (None, date(2014, 12, 31))
    both = [(o.valid_from, o.valid_until) for o in content.organisations()]
    both += [(i.valid_from, i.valid_until) for i in content.instruments()]
    assert all(start < end for start, end in both if start and end)


def test_no_organisation_betrays_a_region() -> None:
    for spelling in ("SAVE", "MDCK", "FJC"):
        assert known_organisation(spelling) is None


def test_instruments_follow_the_law() -> None:
    huisverbod = known_instrument("THV")
    assert huisverbod is not None
    assert huisverbod.decides == "burgemeester"
    assert huisverbod.valid_from == date(2009, 1, 1)
    assert huisverbod.pressure is Pressure.DWANG
    by_id = {i.id: i for i in content.instruments()}
    assert by_id["ibs_bopz"].valid_until == date(2019, 12, 31)
    assert by_id["crisismaatregel"].valid_from == date(2020, 1, 1)
    assert by_id["rihg"].decides == ""
    assert by_id["actieoverleg"].is_regional
    assert all(i.frame for i in content.instruments())
    assert known_instrument("toverstaf") is None


def test_children_are_children() -> None:
    by_label = {role.label: role.is_child for role in content.household_roles()}
    assert all(by_label[f"kind {number}"] for number in range(1, 7))
    assert by_label["baby"]
    assert not by_label["moeder"]


def test_forms_of_one_group_stand_together() -> None:
    groups = [form.group for form in content.violence_forms()]
    in_a_row = [g for n, g in enumerate(groups) if n == 0 or groups[n - 1] != g]
    assert len(in_a_row) == len(set(groups))


def test_functions_and_obstacles_are_there() -> None:
    assert "wijkagent" in content.functions()
    assert "patroon_niet_gezien" in {o.id for o in content.obstacles()}


@pytest.mark.parametrize(("file", "shown", "read"), LISTS)
def test_a_double_id_is_refused(
    tmp_path: Path, file: str, shown: str, read: Callable[[Path], object]
) -> None:
    text = resource(f"inhoud/{file}").read_text(encoding="utf-8")
    first = re.search(r"^\[\[.*?(?=^\[\[)", text, re.DOTALL | re.MULTILINE)
    assert first is not None
    path = tmp_path / file
    path.write_text(f"{text}\n{first[0]}", encoding="utf-8")
    with pytest.raises(BadContent, match=rf"^{file}, .*: de id ‘.*’ staat er twee keer"):
        read(path)


@pytest.mark.parametrize(("file", "shown", "read"), LISTS)
def test_a_missing_key_is_named(
    tmp_path: Path, file: str, shown: str, read: Callable[[Path], object]
) -> None:
    text = resource(f"inhoud/{file}").read_text(encoding="utf-8")
    path = tmp_path / file
    path.write_text(re.sub(rf"^{shown} = .*\n", "", text, count=1, flags=re.M), encoding="utf-8")
    with pytest.raises(BadContent, match=rf"^{file}, \w+ 1 \(\w+\): ‘{shown}’ ontbreekt"):
        read(path)


BROKEN = [
    ('[[rol]]\nid = "moeder"\nlabel = 3\n', r"rol 1 \(moeder\): ‘label’ moet een tekst zijn"),
    ('[[rol]]\nid = "Moeder 1"\nlabel = "moeder"\n', r"rol 1 .*: de id mag alleen"),
    ('[[rol]]\nid = "moeder"\nlabel = "moeder"\nkind = "nee"\n', r"‘kind’ moet true of false"),
    ('[[rol]]\nid = "moeder"\nlabel = "moeder"\nnaam = "x"\n', r"‘naam’ hoort hier niet"),
    ('[[rollen]]\nid = "moeder"\nlabel = "moeder"\n', r"‘rollen’ hoort hier niet"),
    ("", r"er staat geen enkele \[\[rol\]\] in"),
    ("[[rol]\n", r"regel 1: hier mist een teken"),
]


@pytest.mark.parametrize(("text", "reason"), BROKEN)
def test_a_broken_list_says_where_and_why(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "rollen.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadContent, match=rf"^rollen\.toml.*{reason}"):
        content.read_household_roles(path)


def test_a_wrong_day_and_a_wrong_word_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "instrumenten.toml"
    start = '[[instrument]]\nid = "iets"\nlabel = "iets"\nkader = "wet"\n'
    path.write_text(start + 'geldig_vanaf = "2019"\n', encoding="utf-8")
    with pytest.raises(BadContent, match="‘geldig_vanaf’ moet een dag"):
        content.read_instruments(path)
    path.write_text(start + 'dwang_of_drang = "zwaar"\n', encoding="utf-8")
    with pytest.raises(BadContent, match="vrijwillig, drang en dwang"):
        content.read_instruments(path)


def test_only_a_question_about_a_case_has_a_hint_and_each_has_one(tmp_path: Path) -> None:
    asked = 'id = "a"\nlabel = "a"\nvraag = "a?"\nhulp = "a"\nbron = "bron 1"\n'
    for more in ('bij = "gesprek"\nvoorstel = "in_beeld"', 'bij = "huisverbod"'):
        file = tmp_path / "praktijkvragen.toml"
        file.write_text(f"[[vraag]]\n{asked}{more}\n", encoding="utf-8")
        with pytest.raises(BadContent, match="voorstel"):
            practice_questions.read_practice_questions(file)
    held = [practice_questions.questions_of(sample) for sample in SampleQuestion]
    assert [len(found) for found in (practice_questions.topics(), *held)] == [4, 4, 4]
