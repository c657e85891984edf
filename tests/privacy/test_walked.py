"""What someone found missing who walked through the program, in spellings of their own."""

from __future__ import annotations

from itertools import product

import pytest

from hgkm_desktop.privacy import Finding, FindingCertainty, FindingKind, check

K, C = FindingKind, FindingCertainty

# Names that are in no list, and phrases in which something else is known.
UNKNOWN = ("Sofietje", "Wendelina", "Xavindra", "Qortiza", "Jolivert", "Thamarqe", "Brunhildis")
KNOWN = (
    *("Breda", "Reusel", "Den Haag", "'s-Hertogenbosch", "Polen", "Twente", "Van der Pol"),
    *("de Dorpsstraat", "de Lindelaan 12", "Molenweg", "het Wilhelminapark", "1234 AB"),
    *("de Regenboogschool", "kdv het visje", "vv Roda Noord", "mevrouw Jansen", "Fatima"),
    *("Jansen", "de Vries", "kenteken 12-ABC-3", "bsn 111222333", "3 maart 2023", "oma in Ede"),
    *("a.b.jansen@voorbeeld.nl", "06-12345678", "J. de Wit", "het blijfhuis in Ede", "Turkse tolk"),
)
JOINED = ("{} in {}", "{} te {}", "{} aan {}", "{} van {}", "{} op {}", "{} bij {}", "bij {} {}")


def part(text: str, finding: Finding) -> str:
    return text[finding.start : finding.end]


def covering(text: str, word: str) -> Finding:
    """The finding over a word; StopIteration when no finding covers all of it."""
    start = text.index(word)
    return next(f for f in check(text) if f.start <= start and start + len(word) <= f.end)


@pytest.mark.parametrize("join", JOINED)
@pytest.mark.parametrize("frame", ["{}", "opa zag ook {} gisteren"])
def test_no_known_phrase_swallows_a_name(frame: str, join: str) -> None:
    for name, known in product(UNKNOWN, KNOWN):
        text = frame.format(join.format(name, known))
        assert any(name in part(text, finding) for finding in check(text)), text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Xavindra van der Pol", "Xavindra van der Pol"),
        ("gisteren was Qortiza van den Wal er", "Qortiza van den Wal"),
        ("bij Piet Jansen", "Piet Jansen"),
        ("met Kees Jansen gesproken", "Kees Jansen"),
        ("volgens Roos Vermeulen klopt het", "Roos Vermeulen"),
        ("naast Wil van der Meer", "Wil van der Meer"),
        ("Jolivert van der Kolk belde", "Jolivert van der Kolk"),
        ("Thamarqe Jansen belde", "Thamarqe Jansen"),
        ("Fatima van der Zwet", "Fatima van der Zwet"),
        ("ook Brunhildis van den Ende kwam", "Brunhildis van den Ende"),
    ],
)
def test_a_first_name_belongs_to_the_surname(text: str, name: str) -> None:
    (finding,) = check(text)
    assert part(text, finding) == name
    assert (finding.kind, finding.certainty) == (K.NAAM, C.WAARSCHIJNLIJK)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Blijf-van-mijn-lijfhuis aan de Lindelaan in Eindhoven", ("Lindelaan", "Eindhoven")),
        ("blijf van mijn lijf huis aan de Lindelaan", ("Lindelaan",)),
        ("zij zit in een blijf-van-m'n-lijf in Arnhem", ("Arnhem",)),
        ("Blijfhuis aan de Lindelaan", ("Lindelaan",)),
        ("BVML-huis aan de Molenweg 4", ("Molenweg 4",)),
        ("vrouwenopvang in de Dorpsstraat, derde huis links", ("Dorpsstraat, derde huis links",)),
        ("moeder zit in een safehouse vlak buiten het dorp aan de Lindelaan", ("Lindelaan",)),
        ("het safe house ligt aan de lindelaan, achter de kerk", ("lindelaan, achter de kerk",)),
        ("geheim adres in Tilburg, vlak bij de Molenweg", ("Tilburg", "Molenweg")),
        ("afgeschermd adres aan de Kerkstraat te Bergeijk", ("Kerkstraat", "Bergeijk")),
        ("opvangadres te Bergeijk", ("Bergeijk",)),
        ("het schuiladres bij de molen aan de Zandweg", ("Zandweg",)),
        ("in Eindhoven in de vrouwenopvang", ("Eindhoven",)),
        ("zij zit aan de Lindelaan in een blijfhuis", ("Lindelaan",)),
        ("zit ondergedoken bij oma in Ede", ("oma in Ede",)),
        ("zij houdt zich schuil bij tante in Ede", ("tante in Ede",)),
        ("ondergedoken zit ze bij haar broer in Ede", ("haar broer in Ede",)),
        ("zij is gevlucht naar haar zus in Ede", ("haar zus in Ede",)),
    ],
)
def test_where_a_shelter_is_is_certain(text: str, told: tuple[str, ...]) -> None:
    for place in told:
        finding = covering(text, place)
        assert (finding.kind, finding.certainty) == (K.OPVANG, C.ZEKER)


@pytest.mark.parametrize(
    "text",
    [
        *("de vrouwenopvang belde", "de crisisopvang heeft plek", "de noodopvang is vol"),
        *("er is een geheim adres geregeld", "zij wil naar een blijfhuis"),
        *("overleg met de vrouwenopvang in het stadhuis", "een veilige plek in de klas"),
        *("de vrouwenopvang is op de hoogte gesteld", "na de vrouwenopvang kwam zij thuis"),
        *("het blijf-van-mijn-lijfhuis zat vol", "zij ging naar de opvang in de stad"),
        *("de vrouwenopvang en Veilig Thuis overlegden", "vader is gevlucht voor de politie"),
    ],
)
def test_a_shelter_without_a_place_is_left(text: str) -> None:
    assert check(text) == ()


def test_a_street_of_someone_else_is_no_shelter() -> None:
    text = "moeder zit in de vrouwenopvang, vader woont aan de Lindelaan"
    assert covering(text, "Lindelaan").kind is K.ADRES


@pytest.mark.parametrize(
    "title", ["Mevrouw", "meneer", "mw", "dhr.", "familie", "gezin", "de heer"]
)
@pytest.mark.parametrize(
    "name",
    [
        *("Bakker", "Visser", "Molenaar", "Timmerman", "Slager", "Boer", "De Wit", "de Smid"),
        *("Kuiper", "Schipper", "van de Koster", "Jager", "Metselaar"),
    ],
)
def test_a_job_after_a_form_of_address_is_a_name(title: str, name: str) -> None:
    finding = covering(f"{title} {name} belt", name)
    assert (finding.kind, finding.certainty) == (K.NAAM, C.ZEKER)


@pytest.mark.parametrize(
    "text", ["mevrouw is kapster", "het gezin van de bakker", "vader is visser"]
)
def test_a_job_stays_a_job(text: str) -> None:
    (finding,) = check(text)
    assert finding.kind is K.BEROEP


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kind 1 de Boer", "de Boer"),
        ("Kind 1 de Boer was thuis", "de Boer"),
        ("kind 2 Bakker was ziek", "Bakker"),
        ("partner 2 van Dijk", "van Dijk"),
        ("broer 1 Jansen belde", "Jansen"),
        ("moeder de Boer", "de Boer"),
        ("vader de Boer belde", "de Boer"),
        ("met moeder Visser gesproken", "Visser"),
        ("oma de Groot kwam", "de Groot"),
        ("kind 3 van der Wal", "van der Wal"),
        ("zus 2 de Wit kwam", "de Wit"),
    ],
)
def test_a_surname_left_after_a_role_is_likely_a_name(text: str, name: str) -> None:
    finding = covering(text, name)
    assert (finding.kind, finding.certainty) == (K.NAAM, C.WAARSCHIJNLIJK)


@pytest.mark.parametrize(
    "text", ["kind 2 op de PSZ", "kind 1 de Raad", "kind 1 is thuis", "kind 2 Veilig Thuis"]
)
def test_what_follows_a_role_can_be_no_name(text: str) -> None:
    assert check(text) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("de tweeling van nr 12", "nr 12"),
        ("buren van nummer 12 klagen", "nummer 12"),
        ("de buurvrouw van nr 8", "nr 8"),
        ("overlast van nr 12 en 12a", "nr 12 en 12a"),
        ("nr 12 en 12a", "nr 12 en 12a"),
        ("hij woont op nr 12", "nr 12"),
        ("het gezin op nummer 7", "nummer 7"),
        ("naast nummer 14 brandde licht", "nummer 14"),
        ("tegenover nr 31b", "nr 31b"),
        ("zij vluchtte naar nummer 23", "nummer 23"),
        ("uit nr. 14 kwam geschreeuw", "nr. 14"),
        ("achter nr 16 staat een schuur", "nr 16"),
        ("de kinderen van nr 12, 14 en 16", "nr 12, 14 en 16"),
    ],
)
def test_a_house_is_told_by_its_number(text: str, number: str) -> None:
    (finding,) = check(text)
    assert (part(text, finding), finding.kind) == (number, K.ADRES)


@pytest.mark.parametrize(
    "text",
    [
        *("nr 12 van de vragenlijst", "nummer 3 van de lijst", "gebeurtenis nr 4"),
        *("de uitkomst van nummer 12", "op nummer 12 van de lijst", "veiligheid op nummer 1"),
        *("het antwoord bij nr 12 ontbreekt", "vergelijk nr 3 en 4", "bel nummer 112"),
        *("onder nr 4 staat het doel", "maatregel van nr 12", "lijn nr 14"),
    ],
)
def test_a_number_in_a_list_is_no_house(text: str) -> None:
    assert check(text) == ()


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        *((f"{before} Bergeijk", "Bergeijk", K.PLAATS) for before in ("te", "wonende te", "is te")),
        *(
            (text, "Turkse", K.NATIONALITEIT)
            for text in ("Turkse", "de Turkse vrouw", "een Turkse")
        ),
        *((text, "Dorpsstraat", K.ADRES) for text in ("Dorpsstraat", "in de Dorpsstraat te Breda")),
        *((text, "Molenweg", K.ADRES) for text in ("Molenweg", "de Molenweg", "aan de Molenweg")),
        *((text, "Lindelaan", K.ADRES) for text in ("Lindelaan", "langs Lindelaan, links")),
        *(
            (f"zie {name}.docx", "vermeulen", K.NAAM)
            for name in ("casus-vermeulen", "gezin_vermeulen")
        ),
        *((f"{name}", "bakker", K.NAAM) for name in ("casus-bakker", "dossier_bakker")),
        ("zaak-de-boer", "boer", K.NAAM),
    ],
)
def test_the_kind_is_told_and_likely(text: str, word: str, kind: FindingKind) -> None:
    finding = covering(text, word)
    assert (finding.kind, finding.certainty) == (kind, C.WAARSCHIJNLIJK)
    assert finding.suggestions


@pytest.mark.parametrize(
    "frame", ["{}", "aan de {}", "de {}", "huis aan de {}", "zij woont aan de {}", "de {} was leeg"]
)
@pytest.mark.parametrize(
    "street", ["Lindelaan", "Molenweg", "Dorpsstraat", "Kerkstraat", "Hoofdweg"]
)
def test_a_street_is_as_certain_everywhere(frame: str, street: str) -> None:
    finding = covering(frame.format(street), street)
    assert (finding.kind, finding.certainty) == (K.ADRES, C.WAARSCHIJNLIJK)


@pytest.mark.parametrize("text", ["casus-overleg", "plan-van-aanpak", "casus-1", "zaak-nummer"])
def test_an_ordinary_word_in_a_file_name_is_left(text: str) -> None:
    assert check(text) == ()


@pytest.mark.parametrize(
    "present",
    [
        "burgemeester, wethouder jeugd",
        "Burgemeester, wethouder, adviseur veiligheid",
        "wethouder, burgemeester en griffier",
    ],
)
def test_who_was_at_a_meeting_is_nobody_of_the_family(present: str) -> None:
    assert check(present) == ()


@pytest.mark.parametrize("text", ["Visser, hele week op zee", "Bakker, staat om 3 uur op"])
def test_a_job_that_stands_first_is_still_found(text: str) -> None:
    assert [finding.kind for finding in check(text)] == [K.BEROEP]
