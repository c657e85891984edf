"""The own indicators of a set of figures: how each is told, asked for and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.own_indicators import check_own, gone_with_own, without_own
from hgkm_desktop.models.figure_content import indicators_of
from hgkm_desktop.models.figure_terms import Direction, FigureKind, FigureUnit
from hgkm_desktop.models.figures import FigureIndicator, FigureSet, SeriesBreak
from hgkm_desktop.models.phrases import read_moment
from hgkm_desktop.models.records import new_id
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.figures.figure_words import about_words
from hgkm_desktop.ui.parts.fields import Check, Choice, Sentences, TextBlock, TextLine
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import PartKind, RecordList


class BreaksField(TextBlock):
    """The breaks of a series, one a line: a day, a colon and why."""

    def __init__(self) -> None:
        super().__init__(2, "bijvoorbeeld 1-1-2019: nieuwe manier van tellen")

    def value(self) -> tuple[SeriesBreak, ...]:  # type: ignore[override]
        """Raises BadInput for a line without a day or without a reason."""
        return tuple(_break(line) for line in self.toPlainText().splitlines() if line.strip())

    def set_value(self, value: tuple[SeriesBreak, ...]) -> None:  # type: ignore[override]
        lines = [f"{one.on.day}-{one.on.month}-{one.on.year}: {one.why}" for one in value]
        self._show("\n".join(lines))


def _break(line: str) -> SeriesBreak:
    day, _, why = line.partition(":")
    todo = "Schrijf per regel een dag, een dubbele punt en waarom. Bijvoorbeeld 1-1-2019: reden."
    moment = read_moment(day)
    if moment.first is None or not moment.is_exact or not why.strip():
        raise BadInput("Een reeksbreuk heeft een dag en een reden.", todo=todo)
    return SeriesBreak(moment.first, why.strip())


@dataclass(frozen=True, slots=True)
class OwnKind(PartKind):
    """Own indicators: with one go its figures and what was said of those."""

    def gone_with(self, work: Any, part: Any) -> str:  # noqa: ANN401 - as every kind of part
        return gone_with_own(work, part.id)


def _dialog(parent: QWidget, figures: FigureSet, own: FigureIndicator) -> RecordDialog:
    dialog = RecordDialog(parent, "Eigen indicator", own)
    dialog.ask_for("label", "Naam", TextLine("bijvoorbeeld: gezinnen met één plan"))
    dialog.ask_for("definition", "Wat wordt geteld", TextBlock(2))
    dialog.ask_for("suppliers", "Wie levert het", Sentences(2), "Organisaties, één per regel.")
    dialog.ask_for("unit", "Eenheid", Choice(FigureUnit))
    dialog.ask_for(
        "kind",
        "Soort",
        Choice(FigureKind),
        "Een aandeel is hooguit het geheel. Een verhouding kan meer zijn dan 1 op 1.",
    )
    wholes = [(one.id, one.label) for one in indicators_of(figures) if one.id != own.id]
    dialog.ask_for(
        "part_of_id",
        "Wat telt de noemer",
        Choice([("", "Staat niet in de lijst"), *wholes]),
        "Alleen bij een aandeel of verhouding.",
    )
    dialog.ask_for("look_back", "Over welke tijd wordt teruggekeken", TextLine())
    dialog.ask_for("is_not", "Wat is het niet", TextBlock(2), "Hoe mag men het niet lezen?")
    dialog.ask_for("direction", "Gewenste richting", Choice(Direction))
    dialog.ask_for("wanted_because", "Wie wil die richting, en waarom", TextBlock(2))
    dialog.ask_for("has_classes", "", Check("Ook tellen hoe vaak: 2, 3, 4, 5 keer of meer"))
    dialog.ask_for(
        "has_passed_on", "", Check("Ook tellen wat naar het Zorg- en Veiligheidshuis ging")
    )
    dialog.ask_for("breaks", "Reeksbreuken", BreaksField(), "Vanaf wanneer is anders geteld?")
    dialog.ask_for("source", "Bron", TextLine())
    return dialog


OWN = OwnKind(
    field="own",
    one="eigen indicator",
    heading="Eigen indicatoren",
    explanation="Telt u iets wat niet in de lijst staat? Schrijf op wat het is en wat het niet is. "
    "Bij Cijfers staat het onderaan.",
    empty="Nog geen eigen indicatoren. U hebt ze alleen nodig voor een cijfer dat niet op de "
    "lijst staat.",
    words=lambda figures, own: f"{own.label}\n{about_words(figures, own)}",
    new=lambda figures: FigureIndicator(new_id(), ""),
    dialog=_dialog,
    check=check_own,
    drop=without_own,
)


def own_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """The own indicators, to add, change and remove."""
    return RecordList(document, OWN, shown)
