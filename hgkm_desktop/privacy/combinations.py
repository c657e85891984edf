"""Rare facts that say nothing each by itself, and together can single a household out.

Whether they do cannot be computed without knowing who lives where; so they are listed, with why
and with what to write instead. Which facts: de methode, beloften over privacy (docs/bronnen.md).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.moment import Precision
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.strict_toml import parse
from hgkm_desktop.models.terms import Audience, Term
from hgkm_desktop.models.texts import CaseText, texts_of
from hgkm_desktop.paths import resource
from hgkm_desktop.privacy.case_check import CaseFinding, every_finding, plain_word
from hgkm_desktop.privacy.terms import FindingKind
from hgkm_desktop.privacy.text import Text

FEWEST_CHILDREN = 4
FEWEST_KINDS = 3
HOUSEHOLD = "samenstelling van het gezin"


class RareKind(Term):
    """A sort of fact that few households share."""

    VEEL_KINDEREN = ("veel_kinderen", "vier of meer kinderen")
    MEERLING = ("meerling", "een meerling")
    BEROEP = ("beroep", "een beroep")
    DAG = ("dag", "een precieze dag")
    GEBOORTE = ("geboorte", "de datum van een geboorte")
    OVERLIJDEN = ("overlijden", "een overlijden")
    RECHTER = ("rechter", "de datum van een rechtszaak")
    PLAATS = ("plaats", "een plaats of streek")
    ORGANISATIE = ("organisatie", "een school of plaatselijke organisatie")
    MEDIA = ("media", "aandacht van de media")
    HERKOMST = ("herkomst", "herkomst, taal of geloof")
    LEEFTIJD = ("leeftijd", "een precieze leeftijd")


@dataclass(frozen=True, slots=True)
class RareFact:
    """A fact that few households share, where it stands, and in which words.

    `why` is why it helps to recognise someone; `instead` is what can be written in its place.
    """

    kind: RareKind
    where: str
    words: str
    why: str
    instead: str


def rare_facts(case: Case, findings: Collection[CaseFinding] | None = None) -> tuple[RareFact, ...]:
    """The rare facts of a case: of the household, then text by text, then of the dates.

    `findings` are those of `every_finding`, when they are there already: without them all texts are
    checked anew, some 10 ms for 1,000 characters. What is put aside counts too: a word that tells
    nobody by itself may do so beside the others. Each fact is named once for each place.
    """
    found = every_finding(case) if findings is None else findings
    texts = [(place, _told_in(place.text)) for place in texts_of(case)]
    told = dict.fromkeys(
        [*_of_household(case), *_of_findings(found), *_of_words(texts), *_of_dates(case, texts)]
    )
    return tuple(_fact(kind, where, words) for kind, where, words in told)


def singles_out(facts: Collection[RareFact]) -> str:
    """A warning when there are facts of three kinds or more; '' when there are fewer."""
    present = {fact.kind for fact in facts}
    kinds = [kind.label for kind in RareKind if kind in present]
    if len(kinds) < FEWEST_KINDS:
        return ""
    return (
        f"Kans op herkenning: in deze casus staan {len(kinds)} soorten feiten die samen één gezin "
        f"kunnen aanwijzen: {list_text(kinds)}. Maak er een paar algemener."
    )


_Told = tuple[RareKind, str, str]
_Read = tuple[CaseText, tuple[tuple[RareKind, str], ...]]

_KIND_OF = {
    FindingKind.BEROEP: RareKind.BEROEP,
    FindingKind.DATUM: RareKind.DAG,
    FindingKind.GEBOORTEDATUM: RareKind.GEBOORTE,
    FindingKind.PLAATS: RareKind.PLAATS,
    FindingKind.ADRES: RareKind.PLAATS,
    FindingKind.POSTCODE: RareKind.PLAATS,
    FindingKind.SCHOOL: RareKind.ORGANISATIE,
    FindingKind.ORGANISATIE: RareKind.ORGANISATIE,
    FindingKind.NATIONALITEIT: RareKind.HERKOMST,
    FindingKind.LEEFTIJD: RareKind.LEEFTIJD,
}
# What these words tell is rare only with a date beside it.
_WITH_DATE = frozenset({RareKind.GEBOORTE, RareKind.RECHTER})
_BY_YEAR = frozenset({Precision.JAAR, Precision.ONBEKEND})


def _of_household(case: Case) -> Iterator[_Told]:
    children = sum(betrokkene.is_child for betrokkene in case.betrokkenen)
    if children >= FEWEST_CHILDREN:
        yield RareKind.VEEL_KINDEREN, HOUSEHOLD, f"{children} kinderen"


def _of_findings(findings: Collection[CaseFinding]) -> Iterator[_Told]:
    for found in findings:
        kind = _KIND_OF.get(found.finding.kind)
        if kind is not None and plain_word(found.word) not in _wordlists().ordinary_jobs:
            yield kind, found.place.where, found.word


def _of_words(texts: Collection[_Read]) -> Iterator[_Told]:
    for place, told in texts:
        yield from ((k, place.where, words) for k, words in told if k not in _WITH_DATE)


def _of_dates(case: Case, texts: Collection[_Read]) -> Iterator[_Told]:
    """What the dates of events tell; an event that stays at the table keeps its day."""
    about: dict[str, list[RareKind]] = {}
    for place, told in texts:
        record_id = place.key.split(":")[1]
        about.setdefault(record_id, []).extend(kind for kind, _ in told if kind in _WITH_DATE)
    for number, event in enumerate(in_order(case), 1):
        where, when = f"gebeurtenis {number}, datum", event.start.text()
        if event.audience is not Audience.TAFEL and _tells_day(event):
            yield RareKind.DAG, where, when
        if event.start.precision not in _BY_YEAR:
            yield from ((kind, where, when) for kind in about[event.id])


def _tells_day(event: Event) -> bool:
    return event.start.is_exact or (event.end is not None and event.end.is_exact)


def _told_in(original: str) -> tuple[tuple[RareKind, str], ...]:
    """What the words of a text tell, as they were typed."""
    text = Text(original)
    found = ((kind, m) for kind, shape in _wordlists().shapes for m in shape.finditer(text.lower))
    return tuple((kind, original[slice(*text.span(*m.span()))]) for kind, m in found)


def _fact(kind: RareKind, where: str, words: str) -> RareFact:
    why, instead = _wordlists().said[kind]
    return RareFact(kind, where, words, why, instead)


@dataclass(frozen=True, slots=True)
class _Wordlists:
    """What experts wrote in zeldzaam.toml: for each kind why and what instead, and its words."""

    said: dict[RareKind, tuple[str, str]]
    shapes: tuple[tuple[RareKind, re.Pattern[str]], ...]
    ordinary_jobs: frozenset[str]


@cache
def _wordlists() -> _Wordlists:
    """Raises BadContent when the file does not hold each kind once."""
    path = resource("herleidbaarheid/zeldzaam.toml")
    whole = parse(path.read_text(encoding="utf-8"), path.name)
    said, shapes = {}, []
    for table in whole.tables("feit"):
        kind = table.term("id", RareKind)
        said[kind] = table.text("waarom"), table.text("liever")
        words = table.texts("woorden")
        if words:
            shapes.append((kind, _any_of(words)))
        table.done()
    counting, ordinary = whole.table("tellen"), whole.table("gewoon")
    numbers, between, whom = (_choice(counting.texts(n)) for n in ("aantallen", "tussen", "wie"))
    many = re.compile(rf"(?<![\w,./-])(?:{numbers}) (?:(?:{between}) )?(?:{whom})(?!\w)")
    jobs = frozenset(ordinary.texts("beroepen"))
    for table in (counting, ordinary, whole):
        table.done()
    missing = [kind.value for kind in RareKind if kind not in said]
    if missing:
        raise whole.problem(f"deze feiten ontbreken: {list_text(missing)}.")
    return _Wordlists(said, ((RareKind.VEEL_KINDEREN, many), *shapes), jobs)


def _any_of(words: Collection[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_choice(words)})(?![\w-])")


def _choice(words: Collection[str]) -> str:
    """Any of the words, the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
