"""What existed when: instruments and organisations at a moment, and warnings outside their time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hgkm_desktop.models.content import instruments, known_instrument
from hgkm_desktop.models.laws import law_changes, read_law_changes
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.records import AvailableSince, Event
from hgkm_desktop.models.strict_toml import BadContent
from hgkm_desktop.models.terms import Answer, MeantFor, Occurrence
from hgkm_desktop.models.validity import existing_at, warnings_of
from tests.builders import a_case_with, an_event, an_organisation

HERE = (AvailableSince("actieoverleg", date(2021, 3, 1)),)


def warned(event: Event, *here: AvailableSince, of: Any = None) -> tuple[str, ...]:
    return warnings_of(a_case_with(*([of] if of else []), event), event, here)


def using(when: str, instrument: str, **more: Any) -> Event:
    return an_event(when, instrument=instrument, **more)


def there(when: str, *here: AvailableSince) -> dict[str, Answer]:
    return {e.instrument.id: e.there for e in existing_at(read_whole(when).start, here)}


@pytest.mark.parametrize(
    ("when", "instrument", "words"),
    [
        ("31 dec 2008", "THV", "Tijdelijk huisverbod bestond toen nog niet: het kan sinds 1 jan"),
        ("1 jan 2009", "THV", ""),
        ("2008", "tijdelijk huisverbod", "bestond toen nog niet"),
        ("winter 2009", "THV", "bestond toen misschien nog niet"),  # December 2008 to February
        ("circa 3 jan 2009", "THV", "bestond toen misschien nog niet"),
        ("31 dec 2019", "ibs_bopz", ""),
        ("1 jan 2020", "ibs_bopz", "bestond toen niet meer: het kon tot en met 31 december 2019"),
        ("winter 2020", "ibs_bopz", "bestond toen misschien niet meer"),
        ("", "THV", ""),
        ("2008", "een gesprek aan de keukentafel", ""),
    ],
)
def test_an_instrument_outside_its_time_warns(when: str, instrument: str, words: str) -> None:
    found = warned(using(when, instrument))
    assert bool(found) == bool(words)
    assert all(words in sentence for sentence in found)


def test_the_warning_names_the_days_and_the_frame() -> None:
    assert warned(using("2008", "THV")) == (
        "Tijdelijk huisverbod bestond toen nog niet: het kan sinds 1 januari 2009 "
        "(Wet tijdelijk huisverbod, artikel 2, 9 en 11).",
    )


def test_since_when_it_can_be_used_here_counts_for_what_is_regional() -> None:
    event = using("2020", "Actieoverleg")
    assert warned(event) == ()
    (words,) = warned(event, *HERE)
    assert words.startswith(
        "Actieoverleg was hier toen nog niet beschikbaar: het kan sinds 1 maart"
    )
    everywhere = AvailableSince("tijdelijk_huisverbod", date(2021, 3, 1))
    assert warned(using("2020", "THV"), everywhere) == (), "a law holds everywhere"
    sooner = AvailableSince("actieoverleg", date(2015, 1, 1))  # before it existed at all
    (words,) = warned(using("2016", "Actieoverleg"), sooner)
    assert "sinds 1 januari 2019" in words


def test_what_was_not_done_could_not_be_done_either() -> None:
    (words,) = warned(using("2008", "THV", occurrence=Occurrence.NIET_GEDAAN))
    assert words.endswith("Kies dan liever ‘bestond hier nog niet’.")


def test_that_it_did_not_exist_is_doubted_only_when_it_surely_did() -> None:
    absent = Occurrence.BESTOND_NIET
    assert warned(using("2008", "THV", occurrence=absent)) == ()
    (words,) = warned(using("2015", "THV", occurrence=absent))
    assert words.startswith("Tijdelijk huisverbod bestond toen wel: het kan sinds 1 januari 2009")
    assert warned(using("2022", "Actieoverleg", occurrence=absent)) == (), "not everywhere"
    assert len(warned(using("2022", "Actieoverleg", occurrence=absent), *HERE)) == 1


def test_an_organisation_outside_its_time_warns() -> None:
    vt = an_organisation("VT")
    event = an_event("mei 2014", organisation_ids=(vt.id,), reported_to="Veilig Thuis")
    assert warned(event, of=vt) == ("Veilig Thuis bestond toen nog niet: sinds 1 januari 2015.",)
    amk = an_event("2015", reported_to="AMK")
    (words,) = warned(amk)
    assert words.endswith("bestond toen niet meer: tot en met 31 december 2014.")


def test_what_existed_at_a_moment_and_what_came_or_went_within_it() -> None:
    found = there("2019")
    assert found["tijdelijk_huisverbod"] is Answer.JA
    assert found["ibs_bopz"] is Answer.JA
    assert found["crisismaatregel"] is Answer.NEE
    found = there("tussen 2019 en 2020")
    assert found["ibs_bopz"] is found["crisismaatregel"] is Answer.ONBEKEND
    assert there("2020", *HERE)["actieoverleg"] is Answer.NEE
    assert set(there("").values()) == {Answer.JA}, "without a date nothing is left out"
    known = {e.instrument.id: e.is_here_known for e in existing_at(None, HERE)}
    assert known["actieoverleg"]
    assert not known["mda"]


def test_instruments_say_how_long_and_about_whom() -> None:
    huisverbod = known_instrument("THV")
    assert huisverbod is not None
    assert (huisverbod.longest, huisverbod.meant_for) == ("10 dagen", MeantFor.VOLWASSENE)
    assert "28 dagen" in huisverbod.extension
    by_id = {one.id: one for one in instruments()}
    assert by_id["voorlopige_ondertoezichtstelling"].longest == "3 maanden"
    assert by_id["ondertoezichtstelling"].meant_for is MeantFor.KIND
    assert by_id["gedragsaanwijzing_ovj"].longest == "90 dagen"
    assert by_id["crisismaatregel"].meant_for is MeantFor.BEIDEN


# --- wetswijzigingen ----------------------------------------------------------------------------


def test_changes_of_the_law_are_in_order_and_fit_the_instruments() -> None:
    days = [change.day for change in law_changes()]
    assert days == sorted(days)
    assert len({change.id for change in law_changes()}) == len(days)
    by_law = {date(2009, 1, 1), date(2010, 9, 1), date(2017, 7, 1), date(2020, 1, 1)}
    assert by_law <= {one.valid_from for one in instruments()} & set(days)
    assert all(len(change.label) <= 30 for change in law_changes())


def test_a_broken_list_of_changes_says_where(tmp_path: Path) -> None:
    path = tmp_path / "wetten.toml"
    path.write_text('[[wet]]\nid = "x"\nlabel = "x"\nwat = "x"\n', encoding="utf-8")
    with pytest.raises(BadContent, match=r"^wetten\.toml, wet 1 \(x\): ‘dag’ ontbreekt"):
        read_law_changes(path)
