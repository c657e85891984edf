"""Lays what is likely the same side by side; for each pair the user chooses to join or to keep."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.exchange.incoming import Incoming
from hgkm_desktop.exchange.likely_same import Choice as Decision
from hgkm_desktop.exchange.likely_same import Likely, Pair
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, list_text
from hgkm_desktop.models.moment import period_text
from hgkm_desktop.models.records import Event
from hgkm_desktop.ui.parts.fields import Choice
from hgkm_desktop.ui.parts.text import label, sentence_case

_ABOUT = (
    "Deze gebeurtenissen lijken hetzelfde. Het programma voegt niets samen zonder dat u het kiest. "
    "Bij samenvoegen blijven de teksten, bronnen en grondslagen van allebei bewaard."
)
_NOT_ALL = (
    "Er gebeurde zo veel in dezelfde tijd dat niet alles is vergeleken. Kijk zelf ook of er iets "
    "dubbel op de lijn staat."
)
_CHOOSE = "Kies"
_PRESENT, _TWICE, _COMES = "Op de lijn", "Ook uit deze tabel", "Uit deze tabel"


class TablePairs(QScrollArea):
    """Every pair with a choice that is not made yet; `changed` comes when one is made."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pairs: tuple[Pair, ...] = ()
        self._fields: list[Choice] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_pairs(self, likely: Likely, incoming: Incoming) -> None:
        """Show these; nothing is chosen."""
        self._pairs, self._fields = likely.pairs, []
        case, new = incoming.after, {event.id for event in incoming.events}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        head = count_text(len(likely.pairs), "paar lijkt", "paren lijken")
        column.addWidget(label(f"{head} hetzelfde", level=2))
        column.addWidget(label(_ABOUT, muted=True))
        if not likely.is_all:
            column.addWidget(label(_NOT_ALL, soft=True))
        for number, pair in enumerate(likely.pairs, 1):
            first = _TWICE if pair.first.id in new else _PRESENT
            column.addWidget(self._card(number, pair, case, first))
        column.addStretch(1)
        self.setWidget(inside)

    def take_focus(self) -> None:
        if self._fields:
            self._fields[0].setFocus()

    def _card(self, number: int, pair: Pair, case: Case, where: str) -> QWidget:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 10, 12, 10)
        why = f"Paar {number} van {len(self._pairs)}: {pair.why}"
        column.addWidget(label(why, level=3))
        sides = QHBoxLayout()
        sides.setSpacing(16)
        first = _words(pair.first, case)
        second = _words(pair.second, case)
        for head, words in ((where, first), (_COMES, second)):
            side = QVBoxLayout()
            side.addWidget(label(head, small=True))
            side.addWidget(label(words, quote=True))
            side.addStretch(1)
            sides.addLayout(side, 1)
        column.addLayout(sides)
        field = Choice([(one, one.value) for one in Decision], _CHOOSE)
        field.setAccessibleName(f"Paar {number} van {len(self._pairs)}")
        field.setAccessibleDescription(f"{pair.why}. {where}: {first}. {_COMES}: {second}")
        field.changed.connect(self._tell)
        self._fields.append(field)
        column.addWidget(field)
        return card

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    def decisions(self) -> list[tuple[Pair, Decision]]:
        """What was chosen of each pair. Raises BadInput while a choice is missing."""
        missing = [str(n) for n, field in enumerate(self._fields, 1) if field.value() is None]
        if missing:
            where = "paar" if len(missing) == 1 else "de paren"
            raise BadInput(f"Kies nog wat u doet met {where} {list_text(missing)}.")
        return [(p, field.value()) for p, field in zip(self._pairs, self._fields, strict=True)]


def _words(event: Event, case: Case) -> str:
    """An event in lines: what, when, which kind, who, and where it comes from."""
    names = [case.organisation(i).name for i in event.organisation_ids]
    roles = [case.betrokkene(part.betrokkene_id).role for part in event.involved]
    return "\n".join(
        filter(
            None,
            (
                event.title,
                f"{sentence_case(period_text(event.start, event.end, event.ongoing))} · "
                f"{event.kind.label}",
                list_text(names),
                list_text(roles),
                event.fact,
                f"Bron: {event.source}" if event.source else "",
            ),
        )
    )
