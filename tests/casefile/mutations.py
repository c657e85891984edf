"""What can be wrong in a casusbestand of someone who has the passphrase, drawn at random."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

import apsw

from tests.casefile.files import foreign_connection, key_of
from tests.casefile.foreign import past_every_rule
from tests.casefile.pages import with_wrong_pages

Mutation = Callable[[Path, Random], None]

_DEEP = "[" * 150_000
_WORDS = (
    "",
    "onbekend",
    "ja",
    "tussen",
    "dag",
    "2021-02-30",
    "0001-01-01",
    "9999-12-31",
    "2021-W01-1",
)
_NUMBERS = (0, 1, 2, -1, 2**31, 2**53 + 1, 2**63 - 1, -(2**63), 0.5, 1e300, -1e300)
_VALUES = (
    *(
        "NULL",
        "9e999",
        "-9e999",
        "x''",
        "x'00ff'",
        "CAST(x'c328' AS TEXT)",
        "CAST(x'eda0bd' AS TEXT)",
    ),
    *("zeroblob(70000)", "printf('%.*c', 30000, 'x')", "printf('%.*c', 300000, 'é')", "char(0)"),
    *(f"'{word}'" for word in _WORDS),
    *(str(number) for number in _NUMBERS),
)
_JSON = (
    *("", "null", "{}", "[]", "[[]]", "[1]", '[""]', "[null]", '["x"]', '"tekst"', "1e999", "NaN"),
    *('[{"betrokkene_id": "x"}]', '[{"form": 1}]', '[{"form": "a", "form": "b"}]', '[{"x": "y"}]'),
    *('[{"organisation_id": "x", "known": "ja", "since": {"precision": "dag"}}]', '["\\ud83d"]'),
    *(
        '[{"betrokkene_id": "x", "role": "god"}]',
        "[" + "[]," * 40_000 + "[]]",
        _DEEP,
        "[true, false]",
    ),
    *("{" + '"a":' * 50_000, "[" + "9" * 5_000 + "]", '["' + "x" * 150_000 + '"]', "[{}]", "\x00"),
)
_STATEMENTS = (
    "CREATE TRIGGER t AFTER UPDATE ON {0} BEGIN DELETE FROM {1}; END",
    "CREATE TRIGGER t BEFORE INSERT ON {0} BEGIN SELECT RAISE(ABORT, 'nee'); END",
    "CREATE TRIGGER t AFTER DELETE ON {0} BEGIN UPDATE casus SET title = 'gekaapt'; END",
    "CREATE VIEW extra AS SELECT * FROM {0}",
    "CREATE VIEW extra AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n)"
    " SELECT * FROM n",
    "ALTER TABLE {0} RENAME TO echt; CREATE VIEW {0} AS SELECT * FROM echt",
    "ALTER TABLE {0} RENAME TO echt; CREATE TABLE {0} AS SELECT * FROM echt",
    "CREATE VIRTUAL TABLE extra USING fts5(tekst)",
    "DROP TABLE {0}; CREATE VIRTUAL TABLE {0} USING fts5(id, case_id, seq, rev)",
    "CREATE VIRTUAL TABLE extra USING rtree(id, a, b)",
    "CREATE TABLE extra (x CHECK (x LIKE '%a%a%a%a%a%b'))",
    "ALTER TABLE {0} ADD COLUMN extra TEXT",
    "ALTER TABLE {0} ADD COLUMN extra TEXT GENERATED ALWAYS AS (id || id)",
    "ALTER TABLE {0} DROP COLUMN rev",
    "ALTER TABLE {0} RENAME COLUMN rev TO vers",
    "DROP TABLE {0}",
    "CREATE INDEX extra ON {0} (id || rev)",
    "CREATE UNIQUE INDEX extra ON {0} (rev)",
    "ANALYZE",
    "DELETE FROM _sqlite_migrations",
    "INSERT INTO _sqlite_migrations"
    " SELECT NULL, migration_set, name || 'x', '' FROM _sqlite_migrations",
    "UPDATE _sqlite_migrations SET name = x'ff' WHERE id = 1",
    "DROP TABLE _sqlite_migrations",
    "CREATE TABLE kopie AS SELECT * FROM {0}; DROP TABLE {0}; ALTER TABLE kopie RENAME TO {0}",
    "PRAGMA user_version = {2}",
    "PRAGMA application_id = {2}",
)
_IN_SCHEMA = (
    "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = '{1}')"
    " WHERE name = '{0}'",
    "UPDATE sqlite_master SET rootpage = {2} WHERE name = '{0}'",
    "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = '{0}')"
    " WHERE type = 'index' AND tbl_name = '{1}'",
    "UPDATE sqlite_master SET sql = sql || ' ' WHERE name = '{0}'",
    "UPDATE sqlite_master SET sql = 'CREATE TABLE {0} (id)' WHERE name = '{0}'",
    "UPDATE sqlite_master SET sql = 'onzin' WHERE name = '{0}'",
    "UPDATE sqlite_master SET sql = NULL WHERE name = '{0}'",
    "UPDATE sqlite_master SET name = '{1}' WHERE name = '{0}'",
    "UPDATE sqlite_master SET type = 'view' WHERE name = '{0}'",
    "DELETE FROM sqlite_master WHERE name = '{0}'",
    "DELETE FROM sqlite_master WHERE tbl_name = '{0}' AND type = 'index'",
    "INSERT INTO sqlite_master SELECT * FROM sqlite_master WHERE name = '{0}'",
    "INSERT INTO sqlite_master VALUES ('trigger', 't', '{0}', 0,"
    " 'CREATE TRIGGER t AFTER UPDATE ON {0} BEGIN DELETE FROM {1}; END')",
)
_ROWS = (
    "DELETE FROM {0}",
    "DELETE FROM {0} WHERE rowid = (SELECT rowid FROM {0} ORDER BY id LIMIT 1 OFFSET {4})",
    "UPDATE {0} SET case_id = 'nergens'",
    "UPDATE {0} SET case_id = (SELECT id FROM casus ORDER BY id LIMIT 1 OFFSET {4})",
    "UPDATE {0} SET seq = 1.0",
    "UPDATE {0} SET id = upper(id)",
    "UPDATE {0} SET id = '' WHERE rowid = (SELECT min(rowid) FROM {0})",
    "UPDATE {0} SET id = (SELECT id FROM {1} LIMIT 1) WHERE rowid = (SELECT min(rowid) FROM {0})",
    "UPDATE {0} SET rev = {2}",
    "UPDATE casus SET id = 'anders'",
    "UPDATE settings SET {3}",
    "DELETE FROM settings",
    "UPDATE tombstone SET rev = {2}",
    "INSERT OR IGNORE INTO tombstone SELECT id, '{1}', case_id, {2}, '' FROM {0}",
    "DELETE FROM uitgave_inhoud",
    "UPDATE uitgave_inhoud SET data = zeroblob(5000)",
    "UPDATE uitgave_inhoud SET data = 'tekst'",
    "UPDATE uitgave SET sha256 = 'x'",
    "UPDATE uitgave SET version = {2}",
    "UPDATE zitting SET computer = x'ff', begonnen = 'gisteren'",
    "INSERT OR REPLACE INTO zitting VALUES (1, NULL, 5, x'00', 'ja')",
    "INSERT INTO vernietiging (id, case_id, code, removed) VALUES ('v', 'w', 5, '[]')",
)
_MANY = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT {2})"
    " INSERT INTO {0} SELECT 'x' || i, (SELECT id FROM casus LIMIT 1), 1, i{3} FROM n"
)


def mutate(path: Path, chance: Random) -> str:
    """Make something wrong in a file, or a few things; gives the sort of wrong."""
    sorts = list(SORTS)
    sort = chance.choices(sorts, [SORTS[name][0] for name in sorts])[0]
    SORTS[sort][1](path, chance)
    return sort


def _tables(connection: apsw.Connection) -> list[str]:
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%sqlite%'"
    return [name for (name,) in connection.execute(query)]


def _columns(connection: apsw.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def _cells(path: Path, chance: Random) -> None:
    with past_every_rule(path) as connection:
        for _ in range(chance.randint(1, 3)):
            table = chance.choice(_tables(connection))
            column = chance.choice(_columns(connection, table))
            last = f" WHERE rowid = (SELECT max(rowid) FROM {table})"
            where = chance.choice(("", last))
            _try(connection, f"UPDATE {table} SET {column} = {chance.choice(_VALUES)}{where}")


def _json(path: Path, chance: Random) -> None:
    with past_every_rule(path) as connection:
        found = [
            (table, column)
            for table in _tables(connection)
            for column in _columns(connection, table)
            if connection.execute(
                f"SELECT count(*) FROM {table} WHERE substr({column}, 1, 1) = '['"
            ).fetchall()
            != [(0,)]
        ]
        table, column = chance.choice(found)
        connection.execute(f"UPDATE {table} SET {column} = ?", (chance.choice(_JSON),))


def _references(path: Path, chance: Random) -> None:
    """Let what names a record name another one, one of another kind, or none."""
    with past_every_rule(path) as connection:
        tables = [t for t in _tables(connection) if "id" in _columns(connection, t)]
        table, other = chance.choice(tables), chance.choice(tables)
        named = [c for c in _columns(connection, table) if c == "id" or c.endswith("_id")]
        many = [c for c in _columns(connection, table) if c.endswith("_ids")]
        one = f"(SELECT id FROM {other} ORDER BY id LIMIT 1 OFFSET {chance.randrange(3)})"
        if many and chance.random() < 0.5:
            _try(connection, f"UPDATE {table} SET {chance.choice(many)} = json_array({one})")
        else:
            _try(connection, f"UPDATE {table} SET {chance.choice(named)} = {one}")


def _statements(statements: tuple[str, ...], *, past: bool = True) -> Mutation:
    def run(path: Path, chance: Random) -> None:
        opened = past_every_rule(path) if past else _plainly(path)
        with opened as connection:
            tables = _tables(connection)
            number = chance.choice((0, 1, 2, 3, -1, 4, 5, 60, 999, 2**31 - 1, -(2**31)))
            setting = f"{chance.choice(('organisation', 'accent', 'id', 'rev'))} = 'geel'"
            one, other = chance.choice(tables), chance.choice(tables)
            place = chance.randrange(3)
            text = chance.choice(statements).format(one, other, number, setting, place)
            if "sqlite_master" in text:
                connection.execute("PRAGMA writable_schema = ON")
            _try(connection, text)

    return run


@contextmanager
def _plainly(path: Path) -> Iterator[apsw.Connection]:
    """A connection that keeps the rules of the tables; what it makes can be read by anyone."""
    with closing(foreign_connection(path, key_of(path))) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        yield connection


def _many(path: Path, chance: Random) -> None:
    with past_every_rule(path) as connection:
        table = chance.choice(("betrokkene", "organisatie", "les", "deelnemer"))
        wanted = len(_columns(connection, table)) - 4
        count = chance.choice((5_000, 99_000, 101_000, 250_000))
        _try(connection, _MANY.format(table, "", count, ", ''" * wanted))


def _huge(path: Path, chance: Random) -> None:
    with past_every_rule(path) as connection:
        table = chance.choice(_tables(connection))
        column = chance.choice(_columns(connection, table))
        size = chance.choice((1, 8, 30)) * 1_000_000
        kind = chance.choice(
            ("zeroblob({0})", "CAST(zeroblob({0}) AS TEXT)", "printf('%.*c', {0}, 'x')")
        )
        last = f"rowid = (SELECT max(rowid) FROM {table})"
        _try(connection, f"UPDATE {table} SET {column} = {kind.format(size)} WHERE {last}")


def _pages(path: Path, chance: Random) -> None:
    path.write_bytes(with_wrong_pages(path.read_bytes(), key_of(path), chance))


def _try(connection: apsw.Connection, statement: str) -> None:
    """What SQLite itself does not let anyone do is no mutation; the file is then as it was."""
    try:
        connection.execute(statement)
    except apsw.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


# How often each sort is drawn, and what makes it.
SORTS: dict[str, tuple[float, Mutation]] = {
    "cellen": (30, _cells),
    "lijsten": (15, _json),
    "verwijzingen": (10, _references),
    "rijen": (14, _statements(_ROWS)),
    "tabellen": (12, _statements(_STATEMENTS, past=False)),
    "schema": (8, _statements(_IN_SCHEMA)),
    "pagina's": (10.2, _pages),
    "veel rijen": (0.4, _many),
    "grote cellen": (0.4, _huge),
}
