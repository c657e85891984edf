"""What the herleidbaarheidscheck says of texts, through its public face."""

from __future__ import annotations

import pytest

from hgkm_desktop.privacy import Finding, FindingCertainty, FindingKind, check

K, C = FindingKind, FindingCertainty


def only(text: str) -> Finding:
    (finding,) = check(text)
    return finding


def found(text: str) -> list[tuple[str, FindingKind]]:
    return [(text[one.start : one.end], one.kind) for one in check(text)]


@pytest.mark.parametrize(
    ("text", "part", "kind"),
    [
        ("haar nummer is 111222333", "111222333", K.BSN),
        ("bsn 123456789 klopt niet", "123456789", K.BSN),
        ("geld naar NL91 ABNA 0417 1643 00 elke week", "NL91 ABNA 0417 1643 00", K.IBAN),
        ("van DE89 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 00", K.IBAN),
        ("bel 06-12345678", "06-12345678", K.TELEFOON),
        ("appt met +31 (0)6 1234 5678", "+31 (0)6 1234 5678", K.TELEFOON),
        ("mail naar m.bos@voorbeeld.nl", "m.bos@voorbeeld.nl", K.EMAIL),
        ("mail naar mbos (at) voorbeeld.nl", "mbos (at) voorbeeld.nl", K.EMAIL),
        ("zie https://voorbeeld.nl/a/b.", "https://voorbeeld.nl/a/b", K.URL),
        ("woont op 1234 AB", "1234 AB", K.POSTCODE),
        ("woont op 1234ab", "1234ab", K.POSTCODE),
        ("de auto is 12-ABC-3", "12-ABC-3", K.KENTEKEN),
        ("auto met kenteken xx123y", "xx123y", K.KENTEKEN),
        ("beschikking C/13/123456 kwam", "C/13/123456", K.ZAAKNUMMER),
        ("dossiernummer 45678 is dicht", "45678", K.ZAAKNUMMER),
        ("ECLI:NL:RBXXX:2020:123 gaat hierover", "ECLI:NL:RBXXX:2020:123", K.ZAAKNUMMER),
        ("op tiktok als @blij.ei", "@blij.ei", K.ACCOUNT),
        ("mail blij @ voorbeeld.nl", "blij @ voorbeeld.nl", K.EMAIL),
        ("leerlingnr 44128 klopt", "44128", K.ZAAKNUMMER),
        ("svb nr 10.448.221.3 klopt", "10.448.221.3", K.ZAAKNUMMER),
        ("zaak 200.318.442/01 klopt", "200.318.442/01", K.ZAAKNUMMER),
        ("bel 00 31 6 12 34 56 78", "00 31 6 12 34 56 78", K.TELEFOON),
        ("bsn \uff11\uff11\uff11222333 klopt", "\uff11\uff11\uff11222333", K.BSN),
        ("bel 06\u200e12345678", "06\u200e12345678", K.TELEFOON),
        ("bel toestel 2214 na vieren", "2214", K.TELEFOON),
        ("casus 2023-44 is besproken", "2023-44", K.ZAAKNUMMER),
        ("casus nr 14-2023 is besproken", "14-2023", K.ZAAKNUMMER),
        ("AWB 23 / 4411 is gegrond", "AWB 23 / 4411", K.ZAAKNUMMER),
        ("bsn 1112\n22333 klopt", "1112\n22333", K.BSN),
        ("dat is 1112\n22333 geloof ik", "1112\n22333", K.BSN),
        (
            "mail hert streepje bos apestaartje mail punt nl",
            "hert streepje bos apestaartje mail punt nl",
            K.EMAIL,
        ),
    ],
)
def test_a_fixed_shape_is_certain(text: str, part: str, kind: FindingKind) -> None:
    finding = only(text)
    assert (text[finding.start : finding.end], finding.kind) == (part, kind)
    assert finding.certainty is C.ZEKER


@pytest.mark.parametrize(
    "text",
    [
        "bel 112, 113, 0800-2000 of 0900-8844",
        "in 2023 OM en VT gesproken",
        "het weegt 1200 kg",
        "het kost € 1234567 of 1.000.000 euro",
        "de auto is weg",
        "gesprek.de ouders waren er",
        "@wijkteam: graag bellen",
        "melding 2019-2021, incident 23.40 uur",
        "covid-19 en groep 7",
        "casus over 2019-2021, melding 2019-21",
        "artikel 7.3.11 Jeugdwet, 7.3.11 eerste lid en versie 1.2.10",
    ],
)
def test_what_looks_like_a_fixed_shape_is_left(text: str) -> None:
    assert check(text) == ()


@pytest.mark.parametrize("digit", range(10))
def test_nine_digits_alone_are_a_bsn_only_when_they_pass_the_elfproef(digit: int) -> None:
    is_bsn = found(f"nummer 11122233{digit}") == [(f"11122233{digit}", K.BSN)]
    assert is_bsn == (digit == 3)


@pytest.mark.parametrize(
    ("text", "part", "kind"),
    [
        ("op 3 maart 2023 was het raak", "3 maart 2023", K.DATUM),
        ("op koningsdag 2022 brak zij haar arm", "koningsdag 2022", K.DATUM),
        ("zitting 14-06 ging niet door", "14-06", K.DATUM),
        ("dd 140623 huisbezoek", "140623", K.DATUM),
        ("kind geboren in 2015", "2015", K.GEBOORTEDATUM),
        ("sinds haar 14e jaar is zij weg", "14e", K.LEEFTIJD),
        ("moeder 34 vader", "34", K.LEEFTIJD),
        ("vader werkt in de bouw", "bouw", K.BEROEP),
        ("zij woont op Het Laar 22", "Het Laar 22", K.ADRES),
        ("zij woont in chalet 14", "chalet 14", K.ADRES),
        ("zij woont aan de brink", "brink", K.ADRES),
        ("in de nacht van 12 op 13 augustus", "12 op 13 augustus", K.DATUM),
        ("thv op 14/9 opgelegd", "14/9", K.DATUM),
        ("geboren op 1 december 1987", "1 december 1987", K.GEBOORTEDATUM),
        ("is jarig op 6 mei", "6 mei", K.GEBOORTEDATUM),
        ("de 14-jarige zoon", "14-jarige", K.LEEFTIJD),
        ("oma is 83 en valt vaak", "83", K.LEEFTIJD),
        ("kleuter van vier speelt", "vier", K.LEEFTIJD),
        ("vader is lasser", "lasser", K.BEROEP),
        ("ze hebben samen een snackbar", "snackbar", K.BEROEP),
        ("het huis aan de Lindelaan 12", "Lindelaan 12", K.ADRES),
        ("post naar postbus 12", "postbus 12", K.ADRES),
        ("verhuisd naar Zwolle", "Zwolle", K.PLAATS),
        ("zij woont in den haag", "den haag", K.PLAATS),
        ("de Zwolse familie", "Zwolse", K.PLAATS),
        ("een Marokkaanse tolk", "Marokkaanse", K.NATIONALITEIT),
        ("kind zit op kdv het visje", "kdv het visje", K.SCHOOL),
        ("vader voetbalt bij vv Roda Noord", "vv Roda Noord", K.ORGANISATIE),
        ("Veilig Thuis NOG belt", "Veilig Thuis NOG", K.ORGANISATIE),
        ("VT QXR belt", "VT QXR", K.ORGANISATIE),
        ("moeder staat voor de klas", "voor de klas", K.BEROEP),
        ("vader runt een shoarmatent", "shoarmatent", K.BEROEP),
        ("zoon zit op de regenboog", "de regenboog", K.SCHOOL),
        ("de juf van de springplank belt", "de springplank", K.SCHOOL),
        ("moeder woont in de zandweg", "zandweg", K.ADRES),
        ("moeder woont in de jan steenstraat", "jan steenstraat", K.ADRES),
        ("moeder woont op de wieken 22", "de wieken 22", K.ADRES),
        ("gebruikt sinds haar twaalfde", "twaalfde", K.LEEFTIJD),
        ("haar zoon is van 2011", "2011", K.DATUM),
        ("kind geboren in mei 2016", "mei 2016", K.GEBOORTEDATUM),
        ("moeder (39 j.) is moe", "39 j.", K.LEEFTIJD),
        ("zoontje is vorige week 5 geworden", "5", K.LEEFTIJD),
        ("zij loopt in de kruisstraat", "kruisstraat", K.ADRES),
        ("kind ging naar De Horizon", "Horizon", K.NAAM),
        ("opa zat vroeger bij de politie", "bij de politie", K.BEROEP),
        ("moeder maakt schoon in een ziekenhuis", "in een ziekenhuis", K.BEROEP),
        ("mw v.d. berg belt", "v.d. berg", K.NAAM),
        ("hij heeft een hoveniersbedrijfje", "hoveniersbedrijfje", K.BEROEP),
        ("het Stedelijk Gymnasium belt", "Stedelijk Gymnasium", K.SCHOOL),
    ],
)
def test_what_points_at_few_is_found(text: str, part: str, kind: FindingKind) -> None:
    assert found(text) == [(part, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "in maart 2021, in het voorjaar, na drie weken en om 23.40 uur",
        "wachtlijst van 5 maanden, proeftijd van 2 jaar",
        "kind 1, kind 2 en hulpverlener A",
        "de huisarts belde de wijkagent, de tolk kwam niet",
        "vader was bij de bakker",
        "moeder spreekt Nederlands en woont in Nederland",
        "7 van de 10 gezinnen, 3/4 van de tijd",
        "op straat, in het park, op het schoolplein en onderweg",
        "welke hulp het gezin nodig heeft o.g.v. Wams of de Jeugdwet",
        "gespr met de Kinderrechter en de Huisverbodcoördinator, zie de Kamerbrief",
        "hulpverleners werken in de zorg en rijden om 14.06 uur weg",
        "iedereen escaleert en de zaak werd gereconstrueerd snachts",
        "Eén collega kwam. Dát was vóór de zitting, en zíj zag het wél",
        "Veilig Thuis OM, VT NIET bereikbaar, VT en GI",
        "eind jan. en elke 1e week v.d. maand een NIKA-traject, zie Wtcg en Wjsg",
        "M. n. de avonden, en ook LdH en de Wet Damocles, Boek 1 BW en een zwarte Polo",
        "de leerkracht staat voor de klas, moeder stond voor de deur, vader zit in de bus",
        "kind A en kind B, vader A en moeder Y",
        "in de vuurtoren, op de brug en naar de waterval",
        "woont in de buurt van de winkelstraat, zit in groep 3",
        "vader was van 2011 tot 2014 weg, heeft een rechtszaak en een tent",
    ],
)
def test_what_is_true_of_many_is_left(text: str) -> None:
    assert check(text) == ()


@pytest.mark.parametrize(
    ("text", "part", "certainty"),
    [
        ("mevrouw Xylander belt", "Xylander", C.ZEKER),
        ("mw xylander belt", "xylander", C.WAARSCHIJNLIJK),
        ("mw de wit wil hulp", "de wit", C.WAARSCHIJNLIJK),
        ("Dhr. V. is gezien", "V.", C.WAARSCHIJNLIJK),
        ("Fatima's moeder belt", "Fatima's", C.WAARSCHIJNLIJK),
        ("roos slaapt slecht", "roos", C.MOGELIJK),
        ("zij is bang voor T.", "T.", C.WAARSCHIJNLIJK),
        ("van der veen belt", "veen", C.WAARSCHIJNLIJK),
        ("bijgenaamd beer", "beer", C.MOGELIJK),
        ("gisteren stond qortiza te schreeuwen", "qortiza", C.MOGELIJK),
        ("school de Kameleon en", "Kameleon", C.WAARSCHIJNLIJK),
        ("kind K. slaapt", "K.", C.WAARSCHIJNLIJK),
        ("vader R belt", "R", C.WAARSCHIJNLIJK),
        ("j.w. de boer belt", "j.w. de boer", C.ZEKER),
    ],
)
def test_a_name_is_as_certain_as_what_tells_it(
    text: str, part: str, certainty: FindingCertainty
) -> None:
    finding = only(text)
    assert text[finding.start : finding.end].endswith(part)
    assert finding.certainty is certainty


@pytest.mark.parametrize(
    "text",
    [
        "zij kreeg een roos en zag de kim",
        "het was een wilde nacht met storm",
        "mevrouw is bang, meneer ontkent",
        "Wil vader hulp?",
    ],
)
def test_a_word_that_can_be_a_name_is_left_where_it_is_a_word(text: str) -> None:
    assert check(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "moeder zit in opvanghuis De Zonnehoek",
        "zij zit ondergedoken bij haar zus",
        "geheim adres is de boot achter de molen",
        "vader weet dat zij in blijf van mijn lijf Assen zit",
    ],
)
def test_where_someone_hides_is_always_certain(text: str) -> None:
    finding = only(text)
    assert (finding.kind, finding.certainty) == (K.OPVANG, C.ZEKER)


def test_the_opvang_alone_is_no_secret() -> None:
    assert check("na de vrouwenopvang kwam zij thuis; de kinderen verstopten zich in de kast") == ()


def test_a_name_of_one_region_has_a_neutral_word() -> None:
    finding = only("de SAVE-werker kwam")
    assert (finding.kind, finding.certainty) == (K.ORGANISATIE, C.MOGELIJK)
    assert finding.suggestions[0] == "jeugdbeschermer"


def test_the_roles_of_the_case_are_suggested_first() -> None:
    finding = only(
        "gisteren belde qortiza weer",
    )
    assert finding.suggestions[0] == "moeder"
    (named,) = check("gisteren belde qortiza weer", roles=("broer-vader", "kind 2"))
    assert named.suggestions[:2] == ("broer-vader", "kind 2")
    assert len(named.suggestions) == len(set(named.suggestions))
    (child,) = check("haar zoon Xylander belt", roles=("broer-vader", "kind 2"))
    assert child.suggestions[:2] == ("kind 2", "broer-vader")


def test_a_role_that_does_not_go_with_a_title_comes_last() -> None:
    roles = ("vader", "kind 1", "oma")
    (woman,) = check("mevrouw Van Dijk belde", roles)
    assert woman.suggestions[0] == "oma"
    assert woman.suggestions[-3:] == ("vader", "kind 1", "opa")
    (man,) = check("dhr. Jansen belde", roles)
    assert man.suggestions[0] == "vader"


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("op 3 maart 2023 was het raak", "in maart 2023"),
        ("op 3-3-2023 was het raak", "in maart 2023"),
        ("de 14-jarige zoon", "minderjarige"),
        ("wijkagent Xylander belt", "wijkagent"),
        ("juf Xylander belt", "leerkracht"),
        ("moeder Xylander belt", "moeder"),
        ("haar zoon Xylander belt", "kind 1"),
        ("kind 3 (Xylander) slaapt", "kind 3"),
        ("de zestienjarige zoon", "minderjarige"),
        ("gezin uit Turkije", "een ander land"),
        ("kdv het visje belt", "de kinderopvang"),
        ("verhuisd naar Zwolle", "de woonplaats"),
    ],
)
def test_something_fitting_is_suggested_first(text: str, instead: str) -> None:
    assert only(text).suggestions[0] == instead


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_has_a_label_of_its_own(kind: FindingKind) -> None:
    assert kind.label
    assert [other.label for other in FindingKind].count(kind.label) == 1


def test_every_kind_can_be_found() -> None:
    from tests.privacy.sentences import tuning

    findings = [finding for one in tuning() for finding in check(one.text)]
    # A small count only counts in a text about figures: tests/privacy/test_told_counts.py.
    assert {finding.kind for finding in findings} == set(FindingKind) - {FindingKind.AANTAL}
    for finding in findings:
        assert finding.suggestions, finding.kind
        assert finding.reason.endswith("."), finding.kind
        assert "anoniem" not in finding.reason
