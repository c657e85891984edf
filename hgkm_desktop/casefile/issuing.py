"""Documents that went out of the cases of an open file: kept, listed, and given again."""

from __future__ import annotations

from hgkm_desktop.casefile.insisting import insistent, insistent_writing
from hgkm_desktop.casefile.issued import (
    add_uitgave,
    read_case_rev,
    read_case_state,
    read_data,
    read_next_version,
    read_uitgaven,
    take_out,
)
from hgkm_desktop.casefile.open_file import OpenFile
from hgkm_desktop.models.leaving import insist_may_leave
from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.models.uitgave import Uitgave


@insistent
def case_rev(file: OpenFile, case_id: str) -> int:
    """Which version of the case the file holds: how many changes of its records reached it.

    Every save that changes anything makes it higher, one that undoes too. Raises CaseMissing.
    """
    with file.reading():
        return read_case_rev(file.connection, case_id)


@insistent
def next_version(file: OpenFile, case_id: str, kind: DocumentKind) -> int:
    """The version number that the next document of this kind gets, from 1."""
    with file.reading():
        return read_next_version(file.connection, case_id, kind)


@insistent_writing
def issue(file: OpenFile, case_id: str, uitgave: Uitgave, data: bytes) -> Uitgave:
    """Keep an issued document and its bytes, both or neither, and give it with its `seq`.

    Nothing changes it afterwards; only `take_out_issued`, `remove` and `destroy` take it away,
    and of the first it stays known that it went out. The very same document again
    (saved, then printed) gives the one that is kept. Raises CaseMissing, AlreadyIssued for
    another one with its version, NotDeelbaar when the document or the case as the file holds it
    must not leave yet, what save raises, and ValueError for bytes that are not its.
    """
    with file.writing():
        for state in (uitgave.state, read_case_state(file.connection, case_id)):
            insist_may_leave(uitgave.kind, state)
        kept = add_uitgave(file.connection, case_id, uitgave, data)
    file.known.issued.append((case_id, kept, data))
    return kept


@insistent
def issued(file: OpenFile, case_id: str) -> tuple[Uitgave, ...]:
    """What was issued of a case, the oldest first."""
    with file.reading():
        return read_uitgaven(file.connection, case_id)


@insistent
def issued_data(file: OpenFile, uitgave_id: str) -> bytes:
    """The bytes of a document, exactly as they were issued.

    Raises IssuedDamaged, and IssuedTakenOut.
    """
    with file.reading():
        return read_data(file.connection, uitgave_id)


@insistent_writing
def take_out_issued(file: OpenFile, case_id: str) -> None:
    """Remove what the issued documents of a case say, from free pages too.

    They stay listed. Raises what save raises; then they can be there still.
    """
    with file.writing():
        take_out(file.connection, case_id)
    file.known.without_issued(case_id)
    file.vacuum()
