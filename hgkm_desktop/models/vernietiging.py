"""What is left of a case that was destroyed: when and by whom, and nothing of what it said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hgkm_desktop.models.terms import DocumentForm, DocumentKind
from hgkm_desktop.models.uitgave import Uitgave


@dataclass(frozen=True, slots=True)
class Removed:
    """How many records of one kind went; `what` is the word that the file has for the kind."""

    what: str
    count: int


@dataclass(frozen=True, slots=True)
class WentOut:
    """A document that was issued and may be anywhere; its title stays out, for that tells things.

    `version` counts from 1 within its kind.
    """

    kind: DocumentKind
    form: DocumentForm
    version: int
    made_on: date


@dataclass(frozen=True, slots=True)
class Vernietiging:
    """One destroyed case. Only `function` and `ground` were typed, for the purpose of saying this.

    `code` is the random code of the case, `function` of who destroyed it, and `ground` the rule or
    appointment. `keep_until` is until when the case was to be kept. `backups` counts the older
    backups on this computer that were there when it began. `finished_on` is empty until the last
    of those is gone.
    """

    id: str
    code: str
    begun_on: date
    function: str
    ground: str
    keep_until: date | None
    removed: tuple[Removed, ...]
    issued: tuple[WentOut, ...]
    backups: int
    finished_on: date | None = None

    @property
    def is_finished(self) -> bool:
        return self.finished_on is not None

    def count_of(self, what: str) -> int:
        """How many records of a kind went."""
        return sum(removed.count for removed in self.removed if removed.what == what)


def went_out(uitgave: Uitgave) -> WentOut:
    """What may be said of an issued document once its case is gone."""
    return WentOut(uitgave.kind, uitgave.form, uitgave.version, uitgave.made_on)
