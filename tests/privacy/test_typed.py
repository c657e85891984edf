"""Numbers in the spellings that people type, and notes of professionals with nothing to find.

`typed/numbers.txt` is marked as the sentences of `sentences.py` are; nothing else may be found in
them. In `typed/notes.txt` there is nothing to find. Every sentence was made up.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from hgkm_desktop.privacy import FindingCertainty, FindingKind, check
from tests.privacy.sentences import Sentence, read

FOLDER = Path(__file__).parent / "typed"


@pytest.mark.parametrize("sentence", read(FOLDER / "numbers.txt"), ids=lambda one: one.text)
def test_a_number_is_found_as_it_is_typed(sentence: Sentence) -> None:
    found = check(sentence.text)
    assert sentence.spans
    for span in sentence.spans:
        assert any(one.start < span.end and span.start < one.end for one in found)
    for one in found:
        assert any(one.start < span.end and span.start < one.end for span in sentence.spans)


def test_nothing_is_found_in_notes_of_professionals() -> None:
    notes = [one.text for one in read(FOLDER / "notes.txt")]
    assert len(notes) > 300
    assert [note for note in notes if check(note)] == []


@pytest.mark.parametrize(
    "number",
    [
        *("0800-2000", "0800 2000", "08002000", "0800 20 00", "0800/2000", "(0800) 2000"),
        *("0900-8844", "0900 8844", "0900-1126126", "0800-0113", "112", "113", "144", "0800"),
    ],
)
@pytest.mark.parametrize(
    "phrase",
    [
        *("bel {}", "tel. {}", "telefoonnummer: {}", "het algemene nummer {}", "nr {} gebeld"),
        *("via nummer {}, dag en nacht", "({})", "Veilig Thuis: {}", "meldpunt {} is bezet"),
    ],
)
def test_a_number_that_all_may_call_is_left(phrase: str, number: str) -> None:
    assert check(phrase.format(number)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "de Luisterlijn is er dag en nacht op 088-0767000",
        "het algemene nummer is 088 123 45 67",
        "bel Slachtofferhulp Nederland op 088-1234567",
    ],
)
def test_a_company_number_of_the_whole_country_is_left(text: str) -> None:
    assert check(text) == ()


def test_another_company_number_may_tell_a_region() -> None:
    (finding,) = check("de opvang belde met 088-1234567")
    assert finding.kind is FindingKind.TELEFOON
    assert finding.certainty is FindingCertainty.MOGELIJK


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("kvk 08002000", "08002000"),
        ("PL-nummer 0900-2021123456", "0900-2021123456"),
        ("bel doorkiesnummer 088-1234567", "088-1234567"),
        ("rekening NL91 ABNA 0800 2000 00", "NL91 ABNA 0800 2000 00"),
    ],
)
def test_a_number_that_only_begins_so_is_found(text: str, part: str) -> None:
    (finding,) = check(text)
    assert text[finding.start : finding.end] == part


@pytest.mark.parametrize(
    "text",
    [
        "De hechtingstheorie van Bowlby is uitgelegd.",
        "De Cirkel van Prochaska en DiClemente helpt.",
        "De Roos van Leary hing aan de muur.",
    ],
)
def test_the_surname_in_a_theory_is_left(text: str) -> None:
    assert check(text) == ()


@pytest.mark.parametrize("text", ["de cirkel van Fatima", "de dochter van Bowlby"])
def test_any_other_surname_is_found(text: str) -> None:
    assert len(check(text)) == 1


def test_a_regional_organisation_is_no_more_than_possible() -> None:
    (finding,) = check("De regie lag bij Samen Veilig.")
    assert finding.certainty is FindingCertainty.MOGELIJK


@pytest.mark.parametrize("text", ["De tweeling van de dominee is ziek.", "de zoon van de slager"])
def test_whose_child_it_is_tells_the_job(text: str) -> None:
    (finding,) = check(text)
    assert finding.kind is FindingKind.BEROEP


@pytest.mark.parametrize("text", ["het gezin van de jeugdbeschermer", "het kind van de rekening"])
def test_whose_child_it_is_tells_no_job_of_who_is_at_the_table(text: str) -> None:
    assert check(text) == ()


@pytest.mark.parametrize("sentence", read(FOLDER / "odd_numbers.txt"), ids=lambda one: one.text)
def test_a_number_in_an_odd_spelling_is_found(sentence: Sentence) -> None:
    """Kentekens in part and spelled out, postcodes without letters, and odd words for a number."""
    found = check(sentence.text)
    assert sentence.spans
    for span in sentence.spans:
        assert any(one.start < span.end and span.start < one.end for one in found)


@pytest.mark.parametrize(
    "text",
    [
        *("kenteken is van een lease-auto", "het kenteken via RDW opgevraagd", "kenteken onbekend"),
        *("kenteken is in 2021 geschorst", "de auto van 2019 AB"),
        *("de postcode klopt niet", "in 1998 Breda", "postcode en 3 huizen", "wijk 3 van de 5"),
        *("zaaknummer volgt in week 12", "het dossier telt 120 pagina's", "incident om 23.40 uur"),
        *("ons kenmerk volgt", "registratie in 2021", "mutatie van 3 jaar geleden", "auto in 2021"),
    ],
)
def test_what_only_looks_like_such_a_number_is_left(text: str) -> None:
    assert all(one.kind not in _NUMBERS for one in check(text))


_NUMBERS = {FindingKind.KENTEKEN, FindingKind.POSTCODE, FindingKind.ZAAKNUMMER}
