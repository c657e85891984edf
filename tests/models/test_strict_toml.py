"""Reading TOML strictly: what is wrong is named, and nothing is dropped in silence."""

from __future__ import annotations

from datetime import date

import pytest

from hgkm_desktop.models.strict_toml import BadContent, parse
from hgkm_desktop.models.terms import Answer, EventKind

TEXT = """
naam = " een naam "
leeg = ""
woorden = ["a", "b"]
ja = true
dag = 2025-03-01
tijd = 2025-03-01T10:00:00
antwoord = "nee"
[[deel]]
id = "eerste"
[apart]
soort = "incident"
"""


def test_every_type_is_read() -> None:
    table = parse(TEXT, "proef.toml")
    assert table.text("naam") == "een naam"
    assert table.text("leeg", "") == ""
    assert table.text("afwezig", "anders") == "anders"
    assert table.texts("woorden") == ("a", "b")
    assert table.flag("ja")
    assert not table.flag("afwezig")
    assert table.day("dag") == date(2025, 3, 1)
    assert table.day("afwezig") is None
    assert table.term("antwoord", Answer) is Answer.NEE
    assert table.term("afwezig", Answer, Answer.JA) is Answer.JA
    assert table.term_if_any("afwezig", Answer) is None
    assert table.table("apart").term("soort", EventKind) is EventKind.INCIDENT
    assert [part.text("id") for part in table.tables("deel")] == ["eerste"]


@pytest.mark.parametrize(
    ("read", "reason"),
    [
        (lambda t: t.text("afwezig"), "‘afwezig’ ontbreekt"),
        (lambda t: t.text("leeg"), "‘leeg’ is leeg"),
        (lambda t: t.text("ja"), "‘ja’ moet een tekst zijn"),
        (lambda t: t.texts("naam"), "‘naam’ moet een lijst met teksten zijn"),
        (lambda t: t.texts("deel"), "‘deel’ moet een lijst met teksten zijn"),
        (lambda t: t.flag("naam"), "‘naam’ moet true of false zijn"),
        (lambda t: t.day("naam"), "‘naam’ moet een dag"),
        (lambda t: t.day("tijd"), "‘tijd’ moet een dag zijn, zonder tijd"),
        (lambda t: t.table("naam"), "‘naam’ moet een tabel zijn"),
        (lambda t: t.tables("woorden"), "‘woorden’ moet een lijst met tabellen zijn"),
        (lambda t: t.term("naam", Answer), "ja, nee en onbekend"),
        (lambda t: t.done(), "‘naam’, ‘leeg’, "),
    ],
)
def test_what_is_wrong_is_named(read: object, reason: str) -> None:
    assert callable(read)
    with pytest.raises(BadContent, match=reason) as caught:
        read(parse(TEXT, "proef.toml"))
    assert caught.value.what.startswith("proef.toml: ")
    assert "een naam" not in caught.value.sentence


def test_an_entry_of_a_list_names_itself() -> None:
    (part,) = parse(TEXT, "proef.toml").tables("deel")
    with pytest.raises(BadContent, match=r"proef\.toml, deel 1 \(eerste\): ‘label’ ontbreekt"):
        part.text("label")


@pytest.mark.parametrize("text", ["a = \n", "a = 1\na = 2\n", "[t]\n[t]\n"])
def test_what_is_no_toml_names_the_line(text: str) -> None:
    with pytest.raises(BadContent, match=r"proef\.toml, regel \d:"):
        parse(text, "proef.toml")


def test_what_was_read_is_done() -> None:
    table = parse("a = 'x'", "proef.toml")
    table.text("a")
    table.done()
