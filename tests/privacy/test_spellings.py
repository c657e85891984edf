"""Postcodes and case numbers in spellings of professionals, and clean Dutch that looks alike."""

from __future__ import annotations

import pytest

from hgkm_desktop.privacy import FindingCertainty, FindingKind, check

K, C = FindingKind, FindingCertainty


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("postc. 6821", "6821"), ("p.c. 6821", "6821"), ("postkode 6821", "6821")),
        *(("postcodewijk 6821", "6821"), ("postcoderegio 6821", "6821")),
        *(("6821 (postcode)", "6821"), ("6821 is de postcode van oma", "6821")),
        *(("zij woont in 6821", "6821"), ("verhuisd van 6821 naar 6822", "6822")),
        *(("NL-6821 KX", "6821 KX"), ("NL 6821 KX", "6821 KX"), ("6821, KX", "6821, KX")),
        *(("woont op 6821\nKX", "6821\nKX"), ("Molenweg 4 6821KXArnhem", "6821KX")),
        *(("Molenweg 4, 2011 DE", "2011 DE"), ("op 2011 IN Haarlem", "2011 IN")),
    ],
)
def test_a_postcode_is_found_however_it_is_written(text: str, code: str) -> None:
    assert code in {text[f.start : f.end] for f in check(text) if f.kind is K.POSTCODE}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "in 2019 in de stad",
            "sinds 2021 NA huisverbod",
            "1200 VT meldingen",
            "in 2021, DE zaak",
        ),
        *("budget van 4500 naar 4000", "in 1200 gevallen", "in 2023\nDE melding"),
        *("de postcodeloterij gaf 2500", "zij wonen in 2021 samen", "verhuisd in 2019"),
    ],
)
def test_a_year_or_a_count_is_no_postcode(text: str) -> None:
    assert not [finding for finding in check(text) if finding.kind is K.POSTCODE]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("dossier (55231)", "55231"), ('dossier "55231"', "55231"), ("dossier №5523", "5523")),
        *(("dossier genummerd 55231", "55231"), ("de zaak loopt onder 55231", "55231")),
        *(("zaakn. 55231", "55231"), ("zaaknummer, 5523", "5523")),
        *(("cliëntnummer: 5523-B", "5523-B"), ("zaak 22/C/187", "22/C/187")),
        *(("zaaknummer 22 C 187", "22 C 187"), ("zaak 12 55 23 18", "12 55 23 18")),
        *(("huisverbodnummer 2022-48", "2022-48"), ("uw kenmerk 2022-187-B", "2022-187-B")),
    ],
)
def test_a_case_number_is_found_however_it_is_written(text: str, code: str) -> None:
    assert code in {text[f.start : f.end] for f in check(text) if f.kind is K.ZAAKNUMMER}


@pytest.mark.parametrize(
    "text",
    [
        *("dossier 2019-2021", "zaak 2 van 3", "melding, 12 maanden later", "periode 20192021"),
        *("zaak (2021)", "meldingen, 2021", "dossier van 200 pagina's"),
    ],
)
def test_years_and_counts_are_no_case_number(text: str) -> None:
    assert not [finding for finding in check(text) if finding.kind is K.ZAAKNUMMER]


@pytest.mark.parametrize(
    "text",
    [
        *("Beleving moeder: Angst en onmacht.", "Coach van het SWT kwam langs."),
        *("De rechter commissaris schorste.", "De Rechter Commissaris schorste."),
        *("Zij liep op straat. 3 buren zijn gehoord.", "Opslaan hoeft niet."),
        *("Datum geboorte onbekend.", "Het kind is in het voorjaar geboren."),
        "Sinds de geboorte van het kind in 2019 is er spanning.",
    ],
)
def test_what_tells_of_nobody_is_left(text: str) -> None:
    assert check(text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "certainty"),
    [
        ("geboren in 1988", K.GEBOORTEDATUM, C.MOGELIJK),
        ("geboren in mei 2016", K.GEBOORTEDATUM, C.WAARSCHIJNLIJK),
        ("geboren op 3 mei 2016", K.GEBOORTEDATUM, C.ZEKER),
        ("geboorte: 3-5-2012", K.GEBOORTEDATUM, C.ZEKER),
        ("zijn verjaardag, 3 mei 2012", K.GEBOORTEDATUM, C.ZEKER),
        ("het geboorteplan van 3 mei 2021", K.DATUM, C.WAARSCHIJNLIJK),
        ("na de geboorte, op 3 mei 2021, was er ruzie", K.DATUM, C.WAARSCHIJNLIJK),
        ("het gesprek was in het Engels", K.NATIONALITEIT, C.MOGELIJK),
        ("vader belt Jolivert: Qortiza komt", K.NAAM, C.MOGELIJK),
        ("tante Wil belde", K.NAAM, C.WAARSCHIJNLIJK),
    ],
)
def test_a_finding_is_as_certain_as_what_it_tells(
    text: str, kind: FindingKind, certainty: FindingCertainty
) -> None:
    assert (kind, certainty) in {(finding.kind, finding.certainty) for finding in check(text)}


def test_a_role_may_hold_any_sign() -> None:
    (finding,) = check("mw Xylander belt", roles=("oma (van vader", "zus [1]"))
    assert "oma (van vader" in finding.suggestions
