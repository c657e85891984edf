"""The manuals that come with the program, and each as a document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from hgkm_desktop import __version__
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.paths import resource
from hgkm_desktop.reports.content import Document, Fact, Subheading
from hgkm_desktop.reports.manual.manual_reader import ManualText, anchor, read_manual

UPDATED = date(2026, 11, 23)
"""The day that the manuals were last gone through; it stands on paper, so a PDF stays the same."""
_PROGRAM = "HGKM Desktop"
_DANGER = "Is er nu gevaar? Bel 112. Advies of een melding: Veilig Thuis, 0800-2000."


@dataclass(frozen=True, slots=True)
class Manual:
    """A manual: the name of its file without `.md`, and what it is called in a window."""

    name: str
    label: str


MANUALS = (
    Manual("handleiding", "Handleiding"),
    Manual("trainersgids", "Trainersgids"),
    Manual("beheer", "Beheer"),
    Manual("beveiliging", "Feitenblad beveiliging en privacy"),
    Manual("dpia-bijlage", "Bijlage voor de DPIA"),
    Manual("toegankelijkheid", "Toegankelijkheid"),
)


@cache
def text_of(manual: Manual) -> ManualText:
    """The manual as it was read. Raises MissingResource when its file is gone."""
    text = resource(f"handleiding/{manual.name}.md").read_text(encoding="utf-8")
    return read_manual(text, resource("handleiding"))


def where_of(link: str, here: Manual) -> tuple[Manual, str] | None:
    """The manual and the anchor that a link in a manual leads to; None when it leads elsewhere."""
    file, _, to = link.partition("#")
    if not file:
        return here, to
    names = {f"{manual.name}.md": manual for manual in MANUALS}
    return (names[file], to) if file in names else None


def anchors_of(text: ManualText) -> set[str]:
    """Everything in a manual that a link can lead to."""

    inside = (b.text for c in text.chapters for b in c.blocks if isinstance(b, Subheading))
    return {anchor(heading) for heading in (*(c.heading for c in text.chapters), *inside)}


def compose(manual: Manual) -> Document:
    """A manual as a document of the program."""
    text = text_of(manual)
    first, *rest = text.chapters
    return Document(
        title=text.title,
        subtitle=manual.label,
        code=_PROGRAM,
        version=1,
        made_on=UPDATED,
        state=CaseState.IN_BEWERKING,
        organisation="",
        marking="",
        facts=(
            Fact("Programma", _PROGRAM),
            Fact("Bijgewerkt op", day_text(UPDATED)),
            Fact("Bij versie", __version__),
        ),
        opening=text.opening,
        sections=(replace(first, begins_page=True), *rest),
        signature=f"{manual.label} {_PROGRAM} {__version__}",
        disclaimer=_DANGER,
        contents=True,
    )
