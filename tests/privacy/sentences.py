"""Read and check the test sentences that the herleidbaarheidscheck is measured on.

They were written before the first rule of the check and are never changed to please it.
`sentences/tuning.txt` may be looked at while rules are made; `sentences/held_out.txt` is only
counted. `halves` drew them with a fixed seed once all sentences stood, per stratum (see
`Sentence.stratum`), and `SHA256SUMS` shows that neither has changed since. `more_tuned.txt` was
written later, before the rules were tuned a second time, and is no part of the draw.
`practice.txt` and `practice_second.txt` were written by someone who had seen neither the other
sentences nor the rules; rules were tuned on the first, and then counted on the second.
`practice_third.txt` the same hand wrote after that, and it was counted before it was looked at.

Every sentence was made up; no name, number, address or event was taken from anyone. Places and
some regional organisations are real; schools, clubs, shelters and numbers are invented and may by
chance exist. Checksums of BSN and IBAN hold.
About 3 in 10 of the first names outside the injected ones (63 of some 215) are in Faker's lists
for nl_NL, nl_BE, tr_TR and pl_PL; no injected name is, nor is it, in lower case, a word in the
Dutch word list `wdutch`.

The files: UTF-8, one sentence a line, a heading `# STRATUM` above each group. What identifies is
written `{text|KIND}`, or `{text|KIND flag}`; the braces and the bar occur nowhere else. A name has
the flag `woord` when it (or its part after "de") is in lower case also a word in `wdutch`, however
it is written here, and `ingevoegd` when it was drawn and put, in lower case, in a sentence that
left room for a name. Letters may be decomposed and spaces non-breaking, as in pasted text.

Where it could be read in two ways, these rules hold. Spans never overlap, the longest meaning wins,
and a finding should count when it overlaps a span, whatever its own kind.

- NAAM: titles, roles and functions stay outside, a possessive ending (Fatima's) inside. Names of
  professionals count as much as those of a family. Initials alone count ("K. belt"); letters that
  only number people ("hulpverlener A") do not.
- PLAATS: also countries where someone stays, prisons and courts by their place, and adjectives.
  A country where someone comes from, a language, a faith: NATIONALITEIT. Nederlands is not marked,
  nor are titles of clergy without a name.
- ORGANISATIE and SCHOOL: the whole name with the place in it; a common noun before it
  ("basisschool", "wijkteam") is inside only when it belongs to the name. Organisations of the
  whole country are not marked.
- ADRES: the street, with or without number; postcode and place are spans of their own.
- OPVANG: a shelter or a hiding place with all that tells where it is, only when the sentence says
  that someone stays there to be safe. "De vrouwenopvang" alone is not marked.
- DATUM: what points at one day, with or without a year. A month, quarter, season or year alone,
  a weekday, a feast and a time of day are not marked. A birthday is GEBOORTEDATUM.
- LEEFTIJD: an exact age of a person; bands, school groups and durations are not marked.
- BEROEP: what someone in the family or network does for a living, also a business of their own;
  the functions of people at the table are not marked.
- ACCOUNT: the name behind a profile; ZAAKNUMMER: also numbers of clients, reports and messages.
- Not marked at all: how many children, twins, one's residence status, media, amounts of money.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "sentences"
TUNING = FOLDER / "tuning.txt"
MORE_TUNED = FOLDER / "more_tuned.txt"
PRACTICE = FOLDER / "practice.txt"
PRACTICE_SECOND = FOLDER / "practice_second.txt"
PRACTICE_THIRD = FOLDER / "practice_third.txt"
HELD_OUT = FOLDER / "held_out.txt"
SUMS = FOLDER / "SHA256SUMS"
SEED = "herleidbaarheidscheck 1"

STRUCTURED = frozenset(
    {"BSN", "IBAN", "TELEFOON", "EMAIL", "URL", "POSTCODE", "KENTEKEN", "ZAAKNUMMER", "ACCOUNT"}
)
KINDS = (  # from rare to common in the set: a sentence belongs to the first that it holds
    *("URL", "EMAIL", "POSTCODE", "ACCOUNT", "KENTEKEN", "IBAN", "BSN"),
    *("GEBOORTEDATUM", "OPVANG", "ZAAKNUMMER", "TELEFOON", "NATIONALITEIT", "ADRES", "BEROEP"),
    *("LEEFTIJD", "SCHOOL", "ORGANISATIE", "DATUM", "PLAATS", "NAAM"),
)
STRATA = ("SCHOON", "INGEVOEGD", "WOORD", *KINDS)
FLAGS = frozenset({"woord", "ingevoegd"})

MARKED = re.compile(r"\{(?P<text>[^{}|\n]+)\|(?P<kind>[A-Z]+)(?P<flags>(?: [a-z]+)*)\}")


@dataclass(frozen=True, slots=True)
class Span:
    """What identifies: Python offsets into the text of its sentence, `end` not included."""

    start: int
    end: int
    kind: str
    word: bool = False
    injected: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One note as someone typed it, with all that identifies in it, in order."""

    text: str
    spans: tuple[Span, ...] = ()

    @property
    def clean(self) -> bool:
        return not self.spans

    @property
    def stratum(self) -> str:
        """One of STRATA: clean, an injected name, a name that is a word, or the rarest kind."""
        if self.clean:
            return "SCHOON"
        if any(span.injected for span in self.spans):
            return "INGEVOEGD"
        if any(span.word for span in self.spans):
            return "WOORD"
        return min((span.kind for span in self.spans), key=KINDS.index)


def tuning() -> tuple[Sentence, ...]:
    """The half that rules may be tuned on."""
    return read(TUNING)


def more_tuned() -> tuple[Sentence, ...]:
    """What was written before rules were tuned a second time; it may be looked at too."""
    return read(MORE_TUNED)


def practice() -> tuple[Sentence, ...]:
    """What someone wrote who knew neither rules nor sentences; rules may be tuned on it."""
    return read(PRACTICE)


def practice_second() -> tuple[Sentence, ...]:
    """Written by the same hand at the same time, to see whether what was tuned holds."""
    return read(PRACTICE_SECOND)


def practice_third() -> tuple[Sentence, ...]:
    """By the same hand, after rules were tuned on `practice`."""
    return read(PRACTICE_THIRD)


def held_out() -> tuple[Sentence, ...]:
    """The half that is only counted."""
    return read(HELD_OUT)


def read(path: Path) -> tuple[Sentence, ...]:
    """Every sentence of a file; raises ValueError, with the line, where the markup is wrong."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_numbered(lines))


def _numbered(lines: Iterable[str]) -> Iterator[Sentence]:
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("# "):
            continue
        try:
            yield parse(line)
        except ValueError as wrong:
            raise ValueError(f"line {number}: {wrong}") from wrong


def parse(line: str) -> Sentence:
    """A line of a file as a sentence; raises ValueError when the markup is not as described."""
    text, done = "", 0
    spans: list[Span] = []
    for mark in MARKED.finditer(line):
        text += line[done : mark.start()]
        spans.append(_span(mark, len(text)))
        text += mark["text"]
        done = mark.end()
    text += line[done:]
    if found := re.search(r"[{}|]|^\s|\s$|^# |  ", text):
        raise ValueError(f"markup or white space is left at {found.start()}")
    if not text:
        raise ValueError("the sentence is empty")
    return Sentence(text, tuple(spans))


def _span(mark: re.Match[str], start: int) -> Span:
    text, kind, flags = mark["text"], mark["kind"], mark["flags"].split()
    if kind not in KINDS:
        raise ValueError(f"{kind} is no kind")
    if not FLAGS.issuperset(flags) or (flags and kind != "NAAM"):
        raise ValueError(f"{kind} cannot have {' '.join(flags)}")
    if text != text.strip():
        raise ValueError("a span starts or ends with white space")
    return Span(start, start + len(text), kind, "woord" in flags, "ingevoegd" in flags)


def written(sentence: Sentence) -> str:
    """A sentence as a line of a file, made from its offsets: the reverse of `parse`."""
    line, done = "", 0
    for span in sentence.spans:
        flags = " woord" * span.word + " ingevoegd" * span.injected
        marked = f"{{{sentence.text[span.start : span.end]}|{span.kind}{flags}}}"
        line += sentence.text[done : span.start] + marked
        done = span.end
    return line + sentence.text[done:]


def halves(
    sentences: Iterable[Sentence],
) -> tuple[frozenset[Sentence], frozenset[Sentence]]:
    """The draw: tuning and held out, each stratum shuffled by the seed and dealt in turn."""
    order = sorted(sentences, key=lambda one: (STRATA.index(one.stratum), _lot(one)))
    return frozenset(order[::2]), frozenset(order[1::2])


def _lot(sentence: Sentence) -> str:
    return hashlib.sha256(f"{SEED}\n{sentence.text}".encode()).hexdigest()
