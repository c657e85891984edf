"""The verklaring van vernietiging: that a case was destroyed, and nothing of what it said."""

from __future__ import annotations

from hgkm_desktop.models.dutch import count_text, day_text, list_text
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.vernietiging import Vernietiging, WentOut
from hgkm_desktop.reports.case.notitie_parts import as_sentence
from hgkm_desktop.reports.content import (
    Block,
    Bullets,
    Cell,
    Document,
    Fact,
    Item,
    Paragraph,
    ParagraphKind,
    Run,
    Section,
    Table,
    TableKind,
    Tone,
)

TITLE = "Verklaring van vernietiging"
OUT_OF_REACH = (
    "Kopieën van het casusbestand op een andere plek, bijvoorbeeld op een stick.",
    "Een kopie voor een collega, en de back-ups daarvan.",
    "Bestanden met ‘herstel’ in de naam: teruggezet uit een back-up, of apart bewaard.",
    "Oudere versies die OneDrive, een netwerkschijf of een ander programma zelf bewaart.",
    "Back-ups op een andere computer, en back-ups die uw organisatie van deze computer maakt.",
    "Wat met e-mail is verstuurd of is afgedrukt.",
)
KINDS = {
    "betrokkene": ("betrokkene", "betrokkenen"),
    "organisatie": ("organisatie", "organisaties"),
    "deelnemer": ("deelnemer", "deelnemers"),
    "gebeurtenis": ("gebeurtenis", "gebeurtenissen"),
    "beleving": ("beleving", "belevingen"),
    "duidingsverschil": ("duidingsverschil", "duidingsverschillen"),
    "les": ("les", "lessen"),
    "verbeteractie": ("verbeteractie", "verbeteracties"),
    "veiligheidscijfer": ("veiligheidscijfer", "veiligheidscijfers"),
    "regie": ("periode van regie", "periodes van regie"),
    "fase": ("fase van veiligheid", "fasen van veiligheid"),
    "radertje": ("radertje", "radertjes"),
    "naast_elkaar": ("paar zinnen naast elkaar", "paren zinnen naast elkaar"),
    "factor_code": ("gekoppelde factor", "gekoppelde factoren"),
    "cruciaal_punt": ("cruciaal punt", "cruciale punten"),
    "frisse_blik": ("frisse blik", "frisse blikken"),
    "uitgave": ("uitgegeven document", "uitgegeven documenten"),
}
"""The words for what the file counts, by the word that the file has for it: one, and more."""


def compose(noted: Vernietiging, *, organisation: str = "") -> Document:
    """The verklaring of a case of which nothing is left. Raises ValueError while something is."""
    if noted.finished_on is None:
        raise ValueError("the destruction is not finished")
    return Document(
        title=TITLE,
        subtitle=f"Van casus {noted.code}",
        code=noted.code,
        version=1,
        made_on=noted.finished_on,
        state=CaseState.IN_BEWERKING,
        organisation=organisation.strip(),
        marking="",
        facts=(
            Fact("Casus", noted.code),
            Fact("Vernietigd op", day_text(noted.finished_on)),
            Fact("Staat", "Vernietigd"),
        ),
        opening=(_opening(noted, day_text(noted.finished_on)),),
        sections=(
            Section("Wat is vernietigd", _removed(noted)),
            Section("Bewaartermijn", _keeping(noted)),
            Section("Uitgegeven documenten", _issued(noted.issued)),
            Section("Buiten bereik", _out_of_reach()),
        ),
        signature=f"{TITLE} {noted.code}",
        disclaimer="Zonder inhoud van de casus",
        text_pages=1,
    )


def _opening(noted: Vernietiging, day: str) -> Paragraph:
    by = noted.function.strip()
    return Paragraph(
        (
            Run(f"Op {day} is casus {noted.code} vernietigd."),
            *((Run(" Door: "), Run(as_sentence(by), Tone.STRONG)) if by else ()),
            Run(" Hier staat niets van wat erin stond."),
        )
    )


def removed_words(noted: Vernietiging) -> tuple[str, ...]:
    """'12 gebeurtenissen', for each kind of which there was any."""
    return tuple(
        count_text(removed.count, *KINDS.get(removed.what, (removed.what, removed.what)))
        for removed in noted.removed
        if removed.count
    )


def _removed(noted: Vernietiging) -> tuple[Block, ...]:
    counted = list_text(removed_words(noted))
    gone = [f"De casus zelf{', met ' if counted else ''}{counted}."]
    gone += ["Wat nog in de vrije ruimte van het casusbestand kon staan."]
    if noted.backups:
        count = count_text(noted.backups, "oudere back-up", "oudere back-ups")
        gone.append(f"{count} van het casusbestand op deze computer.")
    return (
        _bullets(gone),
        Paragraph(
            (
                Run(
                    "Eerst is er een nieuwe back-up gemaakt en gecontroleerd, zonder deze casus. "
                    f"Het vernietigen begon op {day_text(noted.begun_on)}."
                ),
            )
        ),
    )


def _keeping(noted: Vernietiging) -> tuple[Block, ...]:
    kept = (
        f"De casus moest bewaard worden tot en met {day_text(noted.keep_until)}."
        if noted.keep_until
        else "Bij de casus was geen dag ingevuld tot wanneer hij bewaard moest worden."
    )
    ground = as_sentence(noted.ground)
    said = f"Vernietigd volgens: {ground}" if ground else "Er is geen afspraak of regel genoemd."
    return (Paragraph((Run(kept),)), Paragraph((Run(said),)))


def _issued(issued: tuple[WentOut, ...]) -> tuple[Block, ...]:
    if not issued:
        return (Paragraph((Run("Van deze casus is geen document uitgegeven."),)),)
    rows = tuple(
        tuple(
            Cell((Run(words),))
            for words in (
                one.kind.label[:1].upper() + one.kind.label[1:],
                str(one.version),
                one.form.label,
                day_text(one.made_on),
            )
        )
        for one in issued
    )
    head = ("Document", "Versie", "Vorm", "Gemaakt op")
    return (
        Table(TableKind.PLAIN, head, rows, widths=(3.0, 1.0, 3.0, 3.0), row_heads=True),
        Paragraph(
            (
                Run(
                    "Deze documenten kunnen buiten het programma nog bestaan. "
                    "Wie ze heeft, haalt ze zelf weg."
                ),
            ),
            ParagraphKind.NOTE,
        ),
    )


def _out_of_reach() -> tuple[Block, ...]:
    said = "Het programma verwijdert niet wat hier kan zijn:"
    return Paragraph((Run(said),)), _bullets(list(OUT_OF_REACH))


def _bullets(sentences: list[str]) -> Bullets:
    return Bullets(tuple(Item((Run(sentence),)) for sentence in sentences))
