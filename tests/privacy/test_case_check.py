"""The herleidbaarheidscheck of a whole case, what was decided in it, and replacing a word in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.read_through import Cleared
from hgkm_desktop.models.reading import cleared, read_through
from hgkm_desktop.models.records import Involvement
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.models.texts import CaseText, texts_of, with_texts
from hgkm_desktop.privacy import FindingCertainty
from hgkm_desktop.privacy.case_check import blocking, check_case, may_be_cleared, plain_word
from hgkm_desktop.privacy.replacing import (
    changes_everywhere,
    longer_names,
    replaced_everywhere,
    replaced_here,
    with_changes,
    without_word,
)
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
)
from tests.casefile.full_case import full_case

CERTAIN = FindingCertainty.ZEKER


def a_case(*titles: str) -> Case:
    events = [an_event(f"{n + 1} mrt 2021", title) for n, title in enumerate(titles)]
    return a_case_with(a_betrokkene("moeder"), a_betrokkene("kind 1"), *events)


def words(case: Case) -> list[str]:
    return [found.word for found in check_case(case)]


def test_a_name_is_found_in_every_text_of_a_case() -> None:
    case = full_case()
    told = {
        text.key: f"belde {number} keer met Fatima Yilmaz"
        for number, text in enumerate(texts_of(case), 2)
    }
    found = [f.place for f in check_case(with_texts(case, told)) if "Fatima" in f.word]
    assert [(place.key, place.text) for place in found] == list(told.items())


def test_the_roles_of_the_case_are_suggested_first() -> None:
    (found,) = check_case(a_case("Sanne belt de politie"))
    assert found.word == "Sanne"
    assert set(found.finding.suggestions[:2]) == {"moeder", "kind 1"}


def test_for_a_name_in_an_event_those_who_are_in_it_are_suggested_first() -> None:
    """Else one press would give the words of a child to the mother."""
    moeder, kind = a_betrokkene("moeder"), a_betrokkene("kind 2")
    school = an_organisation("school")
    mentor = a_deelnemer(school)
    event = an_event("2021", "Fatima vertelt het op school", involved=(Involvement(kind.id),))
    other = an_event("2022", "Fatima vertelt het aan de huisarts")
    lived = a_beleving(event, mentor, Mark.GOED, explanation="Fatima praatte met ons")
    case = a_case_with(moeder, kind, school, mentor, event, other, lived)
    first = {one.place.text: one.finding.suggestions[0] for one in check_case(case)}
    assert first == {
        event.title: "kind 2",
        lived.explanation: "kind 2",
        other.title: "moeder",
    }


def test_the_name_of_the_file_can_go_along() -> None:
    name = CaseText("bestand", "naam van het casusbestand", "evaluatie Jansen")
    assert [f.place.where for f in check_case(a_case("ruzie"), [name])] == [name.where]


def test_a_decision_holds_for_that_word_in_the_whole_case() -> None:
    case = a_case("Sanne belt", "Sanne komt niet", "Fatima komt wel")
    (first, *_) = check_case(case)
    decision = Cleared(plain_word(" SANNE "), first.finding.kind.value, "een hond", on=date.min)
    assert words(cleared(case, decision)) == ["Fatima"]


def test_only_what_is_certain_blocks_whatever_was_decided_and_whatever_the_state() -> None:
    case = a_case("Sanne belt 06-12345678", "Kraayestyn komt")
    assert {f.finding.certainty for f in check_case(case)} > {CERTAIN}
    assert [f.word for f in blocking(case)] == ["06-12345678"]
    (number,) = blocking(case)
    decision = Cleared("06-12345678", number.finding.kind.value, "van de wijk", on=date.min)
    shared = read_through(cleared(case, decision), "wijkteamleider", date(2026, 1, 5))
    assert [f.word for f in blocking(shared)] == ["06-12345678"]
    assert blocking(replaced_everywhere(shared, "06-12345678", "de huisarts").case) == ()


def test_what_is_certain_cannot_be_decided_away() -> None:
    case = a_case("bel 06-12345678")
    (found,) = check_case(case)
    assert not may_be_cleared(found.finding)
    decision = Cleared(plain_word(found.word), found.finding.kind.value, "van de balie")
    assert len(check_case(cleared(case, decision))) == 1


def test_a_number_cannot_be_decided_away_also_when_it_is_only_likely() -> None:
    case = a_case("zie 2023.118.442 in het systeem")
    (found,) = check_case(case)
    assert found.finding.certainty is FindingCertainty.WAARSCHIJNLIJK
    assert not may_be_cleared(found.finding)
    decision = Cleared(found.word, found.finding.kind.value, "staat in geen systeem")
    assert words(cleared(case, decision)) == ["2023.118.442"]


def test_a_word_is_replaced_everywhere_and_the_changes_are_shown() -> None:
    case = a_case("Sanne belt. Sanne's zus ook", "sanne en Sannes tas", "Sannette blijft")
    after = replaced_everywhere(case, "Sanne", "moeder")
    assert [event.title for event in after.case.events] == [
        "Moeder belt. Moeders zus ook",
        "Moeder en moeders tas",
        "Sannette blijft",
    ]
    assert [(c.place.text, c.after) for c in after.changes] == [
        ("Sanne belt. Sanne's zus ook", "Moeder belt. Moeders zus ook"),
        ("sanne en Sannes tas", "Moeder en moeders tas"),
    ]
    assert after.changes[0].place.where == "gebeurtenis 1, titel"


def test_no_decision_keeps_a_word_that_is_replaced_everywhere() -> None:
    case = a_case("Fatima belt", "Sanne belt", "de tuin van Fatima Zahra")
    for word, reason in (("fatima", "zo"), ("fatima zahra", "zo"), ("sanne", "zus van Fatima")):
        case = cleared(case, Cleared(word, "naam", reason))
    assert without_word(case, "Fatima", "moeder") == case, "it still stands there"
    gone = replaced_everywhere(case, "Fatima", "moeder").case
    (decision,) = without_word(gone, "Fatima", "moeder").read.cleared
    assert (decision.word, decision.reason) == ("sanne", "zus van moeder")


def test_words_that_are_more_than_letters_are_taken_as_they_are() -> None:
    case = a_case("mail a.b+c@voorbeeld.nl nu", "Jan  van der Berg kwam")
    case = replaced_everywhere(case, "a.b+c@voorbeeld.nl", "[e-mailadres]").case
    case = replaced_everywhere(case, "jan van der berg", "vader").case
    assert [e.title for e in case.events] == ["mail [e-mailadres] nu", "Vader kwam"]


def test_a_word_is_replaced_however_its_accents_are_written() -> None:
    case = a_case("José belt", "Jose\N{COMBINING ACUTE ACCENT} schrijft")
    after = replaced_everywhere(case, "José", "vader").case
    assert [event.title for event in after.events] == ["Vader belt", "Vader schrijft"]


def test_what_cannot_be_is_refused_and_changes_nothing() -> None:
    case = a_case_with(a_betrokkene("moeder"), a_betrokkene("Sanne"))
    with pytest.raises(BadInput):
        replaced_everywhere(case, "Sanne", "moeder")
    with pytest.raises(BadInput):
        replaced_everywhere(case, "Sanne", " ")


def test_the_belevingen_and_every_other_record_go_along() -> None:
    case = full_case()
    named = with_texts(case, {t.key: f"{t.text} Fatima" for t in texts_of(case)})
    after = replaced_everywhere(named, "Fatima", "tante").case
    assert not any("Fatima" in text.text for text in texts_of(after))
    assert len(texts_of(after)) == len(texts_of(named))
    assert replace(after, read=case.read).id == case.id


def test_what_was_chosen_in_a_list_is_never_replaced() -> None:
    case = a_case_with(an_event("mrt 2021", "zorgen over wonen"), life_areas=("wonen", "geld"))
    after = replaced_everywhere(case, "wonen", "het huis").case
    assert after.life_areas == ("wonen", "geld")
    assert after.events[0].title == "zorgen over het huis"


def test_one_finding_is_replaced_where_it_stands() -> None:
    place = CaseText("lessons:x:text", "les 1, tekst", "Bel Sanne. Sanne belt.")
    assert replaced_here(place, 4, 9, "moeder").after == "Bel moeder. Sanne belt."
    assert replaced_here(place, 11, 16, "moeder").after == "Bel Sanne. Moeder belt."


def test_a_check_that_nobody_waits_for_ends_between_two_texts() -> None:
    heard: list[float] = []

    def tell(part: float) -> None:
        heard.append(part)
        if len(heard) > 1:
            raise LookupError

    case = a_case_with(an_event("mrt 2021"), an_event("apr 2021"), an_event("mei 2021"))
    with pytest.raises(LookupError):
        check_case(case, tell=tell)
    assert len(heard) == 2


def test_a_role_gets_no_capital() -> None:
    case = a_case_with(a_betrokkene("Sanne"), an_event("mrt 2021", "Sanne belt"))
    after = replaced_everywhere(case, "Sanne", "moeder").case
    assert after.betrokkenen[0].role == "moeder"
    assert after.events[0].title == "Moeder belt"


def test_of_a_longer_name_no_surname_stays_behind() -> None:
    case = a_case("Tim de Boer belt", "Tim slaapt", "de Boer belt")
    longer = longer_names(case, "Tim")
    assert longer == ("Tim de Boer",)
    after = with_changes(case, changes_everywhere(case, "Tim", "kind 1", longer))
    titles = [event.title for event in after.events]
    assert titles == ["Kind 1 belt", "Kind 1 slaapt", "de Boer belt"]


def test_titles_go_along_everywhere() -> None:
    case = a_case("mevrouw Jansen belt. Mevrouw Jansen komt. Mw. Jansens fiets")
    after = replaced_everywhere(case, "Jansen", "moeder").case
    assert after.events[0].title == "Moeder belt. Moeder komt. Moeders fiets"
