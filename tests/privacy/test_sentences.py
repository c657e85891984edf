"""The test sentences: marked as described, complete, drawn by the seed, unchanged since."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from tests.privacy.sentences import (
    FOLDER,
    KINDS,
    STRATA,
    STRUCTURED,
    SUMS,
    Sentence,
    Span,
    halves,
    held_out,
    more_tuned,
    parse,
    practice,
    practice_second,
    practice_third,
    read,
    tuning,
    written,
)

BOTH = tuning() + held_out()
SPANS = [(one.text[span.start : span.end], span) for one in BOTH for span in one.spans]
EVERY = BOTH + more_tuned() + practice() + practice_second() + practice_third()

NAMES = ["tuning.txt", "more_tuned.txt", "held_out.txt", "practice.txt", "practice_second.txt"]
NAMES += ["practice_third.txt"]

# What the set holds at least, so that a figure says something.
LEAST = {
    **{"NAAM": 237, "PLAATS": 70, "ADRES": 30, "SCHOOL": 30, "ORGANISATIE": 25, "LEEFTIJD": 30},
    **{"BEROEP": 25, "NATIONALITEIT": 20, "OPVANG": 12, "DATUM": 40, "GEBOORTEDATUM": 10},
}


def _marked(kind: str) -> list[str]:
    return [
        one.text[span.start : span.end] for one in EVERY for span in one.spans if span.kind == kind
    ]


def test_a_marked_line_gives_text_and_offsets() -> None:
    assert parse("juf {Wytske|NAAM} 👮 uit {Urk|PLAATS}") == Sentence(
        "juf Wytske 👮 uit Urk", (Span(4, 10, "NAAM"), Span(17, 20, "PLAATS"))
    )


def test_flags_are_read_and_written() -> None:
    line = "{roos|NAAM woord} en {tirhas|NAAM ingevoegd}"
    assert parse(line).spans == (
        Span(0, 4, "NAAM", word=True),
        Span(8, 14, "NAAM", injected=True),
    )
    assert written(parse(line)) == line


@pytest.mark.parametrize(
    "line",
    [
        "{Wytske|NAAM belt",
        "Wytske|NAAM} belt",
        "{Wytske} belt",
        "{|NAAM} belt",
        "{Wytske|NAAM PLAATS} belt",
        "{{Wytske|NAAM}|NAAM} belt",
        "{Wytske|VOORNAAM} belt",
        "{Urk|PLAATS woord}",
        "{Wytske|NAAM onbekend} belt",
        "{Wytske |NAAM}belt",
        " moeder belt",
        "moeder  belt",
    ],
)
def test_wrong_markup_is_found(line: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse(line)


def test_the_line_with_wrong_markup_is_told(tmp_path: Path) -> None:
    file = tmp_path / "half.txt"
    file.write_text("# NAAM\n{Wytske|NAAM} belt\n\n{Wytske|NAM} belt\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 4: NAM is no kind"):
        read(file)


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_is_written_back_as_it_was_read(name: str) -> None:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line and not line.startswith("# ")]
    assert [written(one) for one in read(FOLDER / name)] == kept


def test_spans_follow_each_other_inside_the_text() -> None:
    for one in EVERY:
        edges = [edge for span in one.spans for edge in (span.start, span.end)]
        assert edges == sorted(edges), one
        assert all(0 <= span.start < span.end <= len(one.text) for span in one.spans), one
        assert len(one.text) <= 300, one


def test_no_sentence_is_there_twice() -> None:
    assert [text for text, n in Counter(one.text.lower() for one in EVERY).items() if n > 1] == []


def test_the_set_is_large_enough() -> None:
    counted = Counter(span.kind for _, span in SPANS)
    assert {kind: n for kind, n in LEAST.items() if counted[kind] < n} == {}
    assert sum(counted[kind] for kind in STRUCTURED) >= 90
    assert len(BOTH) >= 520
    assert sum(one.clean for one in BOTH) >= 160
    assert sum(span.injected for _, span in SPANS) >= 60
    assert counted.keys() == set(KINDS)


def test_the_later_set_is_large_enough() -> None:
    assert sum(one.clean for one in more_tuned()) >= 130
    assert sum(not one.clean for one in more_tuned()) >= 120


def test_injected_names_are_in_lower_case_in_a_sentence_without_another_mark() -> None:
    assert [text for text, span in SPANS if span.injected and text != text.lower()] == []
    mixed = [one for one in BOTH if len({span.injected for span in one.spans}) > 1]
    assert mixed == []


@pytest.mark.parametrize("bsn", _marked("BSN"))
def test_a_bsn_passes_the_elfproef(bsn: str) -> None:
    digits = [int(sign) for sign in bsn if sign.isdigit()]
    weighed = zip((9, 8, 7, 6, 5, 4, 3, 2, -1), [0] * (9 - len(digits)) + digits, strict=True)
    assert sum(weight * digit for weight, digit in weighed) % 11 == 0


@pytest.mark.parametrize("iban", _marked("IBAN"))
def test_an_iban_leaves_one_after_97(iban: str) -> None:
    signs = "".join(sign for sign in iban if sign.isalnum())
    assert int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1


def test_the_halves_are_those_of_the_draw() -> None:
    assert halves(BOTH) == (frozenset(tuning()), frozenset(held_out()))


@pytest.mark.parametrize("stratum", STRATA)
def test_both_halves_have_as_many_of_each_stratum(stratum: str) -> None:
    first, second = (sum(one.stratum == stratum for one in half()) for half in (tuning, held_out))
    assert abs(first - second) <= 1


def test_the_sentences_have_not_changed_since_they_were_drawn() -> None:
    told = dict(line.split()[::-1] for line in SUMS.read_text(encoding="utf-8").splitlines())
    files = {path.name: path.read_bytes() for path in FOLDER.glob("*.txt")}
    found = {  # Git may have given the lines other ends
        name: hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()
        for name, content in files.items()
    }
    assert found == told
