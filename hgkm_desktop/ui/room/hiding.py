"""What no wall may say: where someone hides, with the words that a presentation shows instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.read_through import Cleared
from hgkm_desktop.models.texts import record_of, texts_of

if TYPE_CHECKING:
    from hgkm_desktop.privacy.findings import Finding

HIDDEN = "Verborgen: schuilplaats"
TO_READ = "Verborgen: kijk deze tekst eerst na"


class HidingPlaces:
    """Knows of texts whether they say where someone hides; of each it is found out once."""

    def __init__(self) -> None:
        self._known: dict[str, bool] = {}
        self._found: dict[str, tuple[Finding, ...]] = {}

    def taken_out(self, case: Case) -> Case:
        """The case with 'verborgen: schuilplaats' as the title of an event that says it anywhere,
        and as the name of an organisation or betrokkene that does; of a beleving it is left out.

        The event keeps its place, without its belevingen, so that who works on the case sees which
        one must change. In bewerking too: a room is full of people who carry it home.
        Source: de methode, beloften over privacy (docs/bronnen.md, bron 4).
        """
        telling = {record_of(one.key) for one in texts_of(case) if self._tells(one.text)}
        if not telling:
            return case
        return replace(
            case,
            events=tuple(
                replace(e, title=HIDDEN) if ("events", e.id) in telling else e for e in case.events
            ),
            belevingen=tuple(
                replace(b, explanation="") if ("belevingen", b.id) in telling else b
                for b in case.belevingen
                if ("events", b.event_id) not in telling
            ),
            organisations=tuple(
                replace(o, name=HIDDEN) if ("organisations", o.id) in telling else o
                for o in case.organisations
            ),
            betrokkenen=tuple(
                replace(b, role=HIDDEN) if ("betrokkenen", b.id) in telling else b
                for b in case.betrokkenen
            ),
        )

    def instead(self, text: str) -> str:
        """A text of a work, or 'verborgen: schuilplaats' when it says where someone hides."""
        return HIDDEN if self._tells(text) else text

    def unless_it_tells(self, text: str, cleared: Iterable[Cleared]) -> str:
        """A text that was typed in the room itself, so that nobody read it through yet.

        'Verborgen: kijk deze tekst eerst na' while it surely or probably tells who someone is, and
        nobody decided that it does not.
        """
        from hgkm_desktop.privacy.case_check import is_cleared
        from hgkm_desktop.privacy.checking import check
        from hgkm_desktop.privacy.terms import FindingCertainty

        if text not in self._found:
            self._found[text] = check(text)
        for one in self._found[text]:
            is_strong = one.certainty is not FindingCertainty.MOGELIJK
            if is_strong and not is_cleared(cleared, text[one.start : one.end], one):
                return TO_READ
        return text

    def _tells(self, text: str) -> bool:
        if text not in self._known:
            from hgkm_desktop.privacy.case_check import tells_where_someone_hides

            self._known[text] = tells_where_someone_hides(text)
        return self._known[text]
