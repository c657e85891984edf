"""The verklaring van vernietiging says that a case is gone, and nothing of what it said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.casefile.tables import TABLE_OF, UITGAVE_TABLE
from hgkm_desktop.reports.case.verklaring import KINDS, OUT_OF_REACH, compose
from hgkm_desktop.reports.content import texts
from tests.reports.pages import page_texts, pdf_of
from tests.reports.pdf_rules import faults
from tests.reports.vernietigd import NOTED


def test_it_says_what_went_when_and_by_whom() -> None:
    document = compose(NOTED, organisation="Gemeente X")
    (text,) = page_texts(pdf_of(document))
    words = " ".join(text.split())
    for said in (
        "K7-2F",
        "6 mei 2031",
        "informatiebeheerder van de gemeente",
        "3 gebeurtenissen",
        "met 1 organisatie, 2 deelnemers,",
        "14 oudere back-ups",
        "selectielijst van de gemeente.",
        "De casus moest bewaard worden tot en met 31 januari 2031.",
        "Gespreksnotitie 1 pdf 14 maart 2026",
        "Casusverslag 2 tekstdocument (odt) 15 maart 2026",
        "Gemeente X",
    ):
        assert said in words
    for sentence in OUT_OF_REACH:
        assert sentence in words


def test_what_was_not_there_is_not_counted() -> None:
    said = " ".join(texts(compose(replace(NOTED, backups=0)).sections[0]))
    assert "betrokkene" not in said
    assert "oudere back-up" not in said


def test_without_issued_documents_rule_or_day_it_says_so() -> None:
    said = " ".join(texts(compose(replace(NOTED, issued=(), ground=" ", keep_until=None))))
    assert "Van deze casus is geen document uitgegeven." in said
    assert "Er is geen afspraak of regel genoemd." in said
    assert "geen dag ingevuld" in said


def test_there_is_none_while_something_is_left() -> None:
    with pytest.raises(ValueError, match="not finished"):
        compose(replace(NOTED, finished_on=None))


def test_it_has_a_word_for_everything_that_the_file_counts() -> None:
    assert set(KINDS) == {*TABLE_OF.values(), UITGAVE_TABLE}


def test_it_keeps_the_rules_of_every_document() -> None:
    document = compose(NOTED)
    assert faults(pdf_of(document), document) == ()
