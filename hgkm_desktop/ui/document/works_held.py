"""The cases that the works of the open file were made of, as they are on screen."""

from __future__ import annotations

from contextlib import suppress

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.works import Work, cases_in
from hgkm_desktop.ui.document.document import Document


def cases_of(document: Document, work: Work) -> list[Case]:
    """The cases of a work that are in the file and can be read, in the order of the work."""
    found = []
    for case_id in cases_in(work):
        with suppress(HgkmError):  # the list of cases says what is wrong with it
            found.append(document.case_of(case_id))
    return found


def case_names(document: Document) -> dict[str, str]:
    """What the cases of the file are called, by their id: code and title."""
    with suppress(HgkmError):
        return {h.id: f"{h.code} {h.title}".strip() for h in document.headings()}
    return {}
