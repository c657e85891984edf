"""Searching all that was typed in 200 cases of 500 events, and making the index for it.

The base is sqlite3 of the standard library with FTS5 and the same tokenizer, over the same plain
texts in a plain file: for each event its title and fact, for each beleving its explanation. It
leaves out the encryption of the file, what else people type (some thirty fields of an event, the
case itself, and every other kind of record and work), the filters, and what a blind round hides.
It keeps the texts in its index; ours keeps none, and reads what is shown from the file.

Making the index is the whole way from the file to an index that answers: wall time, and the file
is in the memory of the system. A query counts all passages that hold the words and gives the first
100: the base with their text, ours with where each stands. Wall time as well. `shown` has the same
base, but ours then also reads these 100 records from the encrypted file as they are at that moment,
says of each where it stands, and marks the words: all that comes before the list is painted.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

from hgkm_desktop.app import make_application
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.casefile.search_index import Found, SearchIndex
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.searching import ALL, BREAK, Sought, read_sought
from hgkm_desktop.models.texts import CASE
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.finding.search_hits import groups_of
from tests.benchmarks.cases import long_case
from tests.benchmarks.measuring import Figure, in_turns, middle, slowest

CASES, EVENTS, BELEVINGEN = 200, 500, 300
PASSPHRASE = "vijf gewone woorden achter elkaar"
BUILDS, RUNS, SHOWN = 5, 15, 100
AT_ONCE = 8  # cases in one write, as the program does
# As in sentences: a few words are nearly everywhere, and most are rare.
WORDS, TITLE, FACT, SAID = 4_000, 4, 25, 15
_STEEPNESS = 0.6
_CONSONANTS, _VOWELS = "bcdfghklmnprstvw", "aeiou"


def figures() -> Iterator[Figure]:
    """The index is made some times; then each query goes in turns with that of the base."""
    make_application()
    words = list(_words(Random(1)))
    with tempfile.TemporaryDirectory() as folder:
        path, plain = Path(folder) / "meting.hgkm", Path(folder) / "meting.sqlite"
        _fill(path, plain, words)
        with (
            CaseFile.open(path, PASSPHRASE, kdf=TEST) as file,
            closing(sqlite3.connect(plain, isolation_level=None)) as base,
        ):
            yield _building(file, base)
            yield from _asking(Document(file), _index_of(file), base, words)


def _building(file: CaseFile, base: sqlite3.Connection) -> Figure:
    def ours() -> None:
        _index_of(file).close()

    def plain() -> None:
        _build(base).close()

    return middle(f"searching: index {CASES} x {EVENTS}", *in_turns(ours, plain, runs=BUILDS))


def _asking(
    document: Document, index: SearchIndex, base: sqlite3.Connection, words: list[str]
) -> Iterator[Figure]:
    built = _build(base)
    asked = {
        "one word": words[40],
        "common word": words[0],
        "rare word": words[-2],
        "prefix": words[60][:3],
        "phrase": f'"{words[1]} {words[2]}"',
        "two words": f"{words[3]} {words[20]}",
    }
    for name, typed in asked.items():
        sought = read_sought(typed)

        def ours(sought: Sought = sought) -> Found:
            return index.find(sought, ALL, SHOWN)

        def shown(sought: Sought = sought) -> None:
            groups_of(document, index.find(sought, ALL, SHOWN), sought)

        def plain(expression: str = sought.expression) -> int:
            query = "SELECT count(*) FROM said WHERE said MATCH ?"
            built.execute(
                f"SELECT case_id, record_id, text FROM said WHERE said MATCH ? LIMIT {SHOWN}",
                (expression,),
            ).fetchall()
            return int(built.execute(query, (expression,)).fetchone()[0])

        if ours().total != plain():
            raise RuntimeError(f"the base finds {plain()} of {typed}, not {ours().total}")
        times = in_turns(ours, plain, runs=RUNS)
        yield middle(f"searching: {name}", *times)
        yield slowest(f"searching: {name}, p95", *times)
        yield middle(f"searching: {name}, shown", *in_turns(shown, plain, runs=RUNS))


# --- the same texts in both ----------------------------------------------------------------------


def _index_of(file: CaseFile) -> SearchIndex:
    index, headings = SearchIndex(), file.headings()
    for start in range(0, len(headings), AT_ONCE):
        with index.together():
            for heading in headings[start : start + AT_ONCE]:
                index.put(heading.id, CASE, heading.state, file.passages(heading.id))
    return index


def _build(base: sqlite3.Connection) -> sqlite3.Connection:
    """Read every text, as a program must that does not have it in a table of FTS5."""
    built = sqlite3.connect(":memory:", isolation_level=None)
    built.execute(
        "CREATE VIRTUAL TABLE said USING fts5(text, case_id UNINDEXED, record_id UNINDEXED,"
        " tokenize='unicode61 remove_diacritics 2')"
    )
    built.execute("BEGIN")
    for query in (
        f"SELECT title || '{BREAK}' || fact, case_id, id FROM event",
        "SELECT explanation, case_id, id FROM beleving",
    ):
        built.executemany("INSERT INTO said VALUES (?, ?, ?)", base.execute(query))
    built.execute("COMMIT")
    return built


def _fill(path: Path, plain: Path, words: list[str]) -> None:
    with (
        CaseFile.create(path, PASSPHRASE, kdf=TEST) as file,
        closing(sqlite3.connect(plain, isolation_level=None)) as base,
    ):
        base.execute("CREATE TABLE event (id PRIMARY KEY, case_id, title, fact)")
        base.execute("CREATE TABLE beleving (id PRIMARY KEY, case_id, explanation)")
        base.execute("BEGIN")
        for number in range(CASES):
            case = _with_words(long_case(EVENTS, BELEVINGEN, letter=f"{number:03d}"), words, number)
            file.save(case)
            base.executemany(
                "INSERT INTO event VALUES (?, ?, ?, ?)",
                [(e.id, case.id, e.title, e.fact) for e in case.events],
            )
            base.executemany(
                "INSERT INTO beleving VALUES (?, ?, ?)",
                [(b.id, case.id, b.explanation) for b in case.belevingen],
            )
        base.execute("COMMIT")


def _with_words(case: Case, words: list[str], number: int) -> Case:
    """The case with other texts, in which no two words are equally common."""
    chance = Random(number)

    def text(length: int) -> str:
        places = (int(chance.paretovariate(_STEEPNESS)) - 1 for _ in range(length))
        return " ".join(words[min(place, WORDS - 1)] for place in places)

    return replace(
        case,
        code=f"C{number:03d}",
        title="",
        events=tuple(replace(e, title=text(TITLE), fact=text(FACT)) for e in case.events),
        belevingen=tuple(replace(b, explanation=text(SAID)) for b in case.belevingen),
    )


def _words(chance: Random) -> Iterator[str]:
    """Words that are no words, each once, and none of those that a case has anyhow."""
    made: set[str] = set()
    while len(made) < WORDS:
        syllables = range(chance.randint(2, 4))
        word = "".join(chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in syllables)
        if word not in made:
            made.add(word)
            yield word
