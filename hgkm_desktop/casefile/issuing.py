"""An open file and the documents that went out of its cases: kept, listed, and given again."""

from __future__ import annotations

from hgkm_desktop.casefile.destroying import DestroyingFile
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
from hgkm_desktop.models.leaving import insist_may_leave
from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.models.uitgave import Uitgave


class IssuingFile(DestroyingFile):
    """An open file that keeps what was issued."""

    @insistent
    def case_rev(self, case_id: str) -> int:
        """Which version of the case the file holds: how many changes of its records reached it.

        Every save that changes anything makes it higher, one that undoes too. Raises CaseMissing.
        """
        with self._reading():
            return read_case_rev(self._connection, case_id)

    @insistent
    def next_version(self, case_id: str, kind: DocumentKind) -> int:
        """The version number that the next document of this kind gets, from 1."""
        with self._reading():
            return read_next_version(self._connection, case_id, kind)

    @insistent_writing
    def issue(self, case_id: str, uitgave: Uitgave, data: bytes) -> Uitgave:
        """Keep an issued document and its bytes, both or neither, and give it with its `seq`.

        Nothing changes it afterwards; only `take_out_issued`, `remove` and `destroy` take it away,
        and of the first it stays known that it went out. The very same document again
        (saved, then printed) gives the one that is kept. Raises CaseMissing, AlreadyIssued for
        another one with its version, NotDeelbaar when the document or the case as the file holds it
        must not leave yet, what save raises, and ValueError for bytes that are not its.
        """
        with self._writing():
            for state in (uitgave.state, read_case_state(self._connection, case_id)):
                insist_may_leave(uitgave.kind, state)
            kept = add_uitgave(self._connection, case_id, uitgave, data)
        self._issued_now.append((case_id, kept, data))
        return kept

    @insistent
    def issued(self, case_id: str) -> tuple[Uitgave, ...]:
        """What was issued of a case, the oldest first."""
        with self._reading():
            return read_uitgaven(self._connection, case_id)

    @insistent
    def issued_data(self, uitgave_id: str) -> bytes:
        """The bytes of a document, exactly as they were issued.

        Raises IssuedDamaged, and IssuedTakenOut.
        """
        with self._reading():
            return read_data(self._connection, uitgave_id)

    @insistent_writing
    def take_out_issued(self, case_id: str) -> None:
        """Remove what the issued documents of a case say, from free pages too.

        They stay listed. Raises what save raises; then they can be there still.
        """
        with self._writing():
            take_out(self._connection, case_id)
        self._issued_now = [issued for issued in self._issued_now if issued[0] != case_id]
        self._vacuum()
