"""Whether what is on screen may become a file, paper or a copy: its state says so, and the policy.

Every way out asks here, at its button and again where the bytes leave.
"""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QWidget

from hgkm_desktop import policy
from hgkm_desktop.models.leaving import insist_may_leave, may_leave
from hgkm_desktop.models.terms import CaseState, DocumentKind

OFF = "Uw beheerder heeft bewaren, afdrukken en kopiëren uitgezet. U kunt alles hier bekijken."


def why_off() -> str:
    """Why nothing at all may go out here; '' when the policy lets documents out."""
    return "" if policy.in_force().documents else OFF


def may_go_out(kind: DocumentKind, state: CaseState) -> bool:
    """Whether such a document of something in this state may be kept and printed here."""
    return not why_off() and may_leave(kind, state)


def insist_may_go_out(kind: DocumentKind, state: CaseState) -> None:
    """Raises TurnedOff where the policy lets nothing out, and NotDeelbaar."""
    policy.insist_on_documents()
    insist_may_leave(kind, state)


def offer(buttons: tuple[QAbstractButton, ...], *, is_possible: bool) -> None:
    """Let buttons that let something out be pressed; where the policy forbids it they say so."""
    off = why_off()
    for button in buttons:
        button.setEnabled(is_possible and not off)
        _explain(button, off)


def _explain(widget: QWidget, off: str) -> None:
    """Say under a control why it is off, by mouse and aloud, and take that back."""
    if off:
        widget.setToolTip(off)
        widget.setAccessibleDescription(off)
    elif widget.toolTip() == OFF:
        widget.setToolTip("")
        widget.setAccessibleDescription("")
