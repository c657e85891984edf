"""A document as it was issued: what went out, when, and from which version of its case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from hgkm_desktop.models.terms import CaseState, DocumentForm, DocumentKind


@dataclass(frozen=True, slots=True)
class Uitgave:
    """One issued document. No record of the case: no edit and no undo ever changes it.

    The file gives `seq`, the place among what was issued of its case. `version` counts from 1
    within its kind. `hidden` of the `total` events were not shown. `case_rev` is what
    `CaseFile.case_rev` said when the document was composed. `sha256` is the fingerprint of its
    bytes; `pages` is 0 for a form without pages.
    """

    id: str
    seq: float
    kind: DocumentKind
    form: DocumentForm
    version: int
    made_on: date
    state: CaseState
    title: str
    hidden: int
    total: int
    case_rev: int
    sha256: str
    pages: int = 0

    @property
    def is_taken_out(self) -> bool:
        """True when what it said was removed from the file: its title went along."""
        return not self.title

    def is_of(self, data: bytes) -> bool:
        """True when these are the very bytes that were issued."""
        return fingerprint(data) == self.sha256


def fingerprint(data: bytes) -> str:
    """The SHA-256 of bytes, as 64 hexadecimal characters."""
    return sha256(data).hexdigest()
