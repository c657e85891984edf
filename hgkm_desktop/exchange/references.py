"""References inside a case text: short keys, names and roles become ids that never change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from hgkm_desktop.models.strict_toml import Table

ID_LENGTH = 32


@dataclass(frozen=True, slots=True)
class References:
    """What a case text holds, by the table it stands in, so that a reference can be checked.

    The id of a record follows from the code of the case, the table and the key, so the same text
    always gives the same records.
    """

    code: str
    known: dict[str, frozenset[str]]

    def id_of(self, table: str, key: str) -> str:
        """The id of a record: 32 hexadecimal characters."""
        return sha256("\n".join((self.code, table, key)).encode()).hexdigest()[:ID_LENGTH]

    def ids(self, at: Table, field: str, table: str) -> tuple[str, ...]:
        """The ids that a list of keys means; raises BadContent for a key that is not there."""
        return tuple(
            self.checked(at, f"‘{field}’, nummer {number},", table, key)
            for number, key in enumerate(at.texts(field), 1)
        )

    def one(self, at: Table, field: str, table: str) -> str:
        """The id that one key means; raises BadContent for a key that is not there."""
        return self.checked(at, f"‘{field}’", table, at.text(field))

    def checked(self, at: Table, what: str, table: str, key: str) -> str:
        """The id of a key; raises BadContent when the text has no such record."""
        if key not in self.known[table]:
            raise at.problem(f"{what} staat niet bij ‘{table}’ in deze casus.")
        return self.id_of(table, key)


def references(code: str, whole: Table, organisations: Iterable[str]) -> References:
    """Everything in a case text that can be referred to."""
    tables = ("betrokkene", "deelnemer", "gebeurtenis", "verschil", "les")
    known = {name: frozenset(whole.table(name).names) for name in tables}
    known["organisaties"] = frozenset(organisations)
    belevingen = whole.table("beleving")
    known["beleving"] = frozenset(
        f"{event} {deelnemer}"
        for event in belevingen.names
        for deelnemer in belevingen.table(event).names
    )
    return References(code, known)
