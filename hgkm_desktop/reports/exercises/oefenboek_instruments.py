"""Which instruments there were at a moment of an exercise, and who may use them."""

from __future__ import annotations

from collections.abc import Iterator

from hgkm_desktop.methods.exercises import moment_of
from hgkm_desktop.models.case import in_order
from hgkm_desktop.models.content import known_instrument
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.exercise import line_of
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.records import AvailableSince
from hgkm_desktop.models.terms import Answer
from hgkm_desktop.models.validity import Existed, existing_at
from hgkm_desktop.reports.case.casusverslag_blocks import capital, cell, filled_table, note
from hgkm_desktop.reports.case.notitie_parts import missing
from hgkm_desktop.reports.content import Block, Bullets, Cell, Item, Run, Subheading, Tone
from hgkm_desktop.reports.let_through.exercise_shown import ShownExercise

Available = tuple[AvailableSince, ...]
_WIDTHS = (2.0, 1.7, 1.5, 1.9)


def there_words(label: str, moment: Moment | None, available: Available) -> str:
    """What is said of an instrument that was perhaps not there at a moment; else nothing."""
    known = known_instrument(label) if label.strip() else None
    if known is None or moment is None:
        return ""
    found = {one.instrument.id: one for one in existing_at(moment, available)}[known.id]
    return _perhaps(found)


def _perhaps(found: Existed) -> str:
    if found.there is Answer.NEE:
        return f"was er toen niet: {found.came_and_went}"
    if found.there is Answer.ONBEKEND:
        return f"kwam of ging in die tijd: {found.came_and_went}"
    return "" if found.is_here_known else "niet overal"


def could_then(
    moment: Moment | None, available: Available, before: Moment | None
) -> Iterator[Block]:
    """Who could decide on what when a decision was taken, and what was perhaps not there.

    Where that is the same as at the decision `before` it is not said again.
    """
    if moment is None:
        yield note("Wanneer dit was, is niet bekend: kijk zelf welke instrumenten er toen waren.")
        return
    found = existing_at(moment, available)
    if before is not None and found == existing_at(before, available):
        yield note("Wie waarover kon besluiten, is hetzelfde als bij het beslispunt hiervoor.")
        return
    yield Subheading("Wie kon toen waarover besluiten")
    yield Bullets(tuple(_decided(who, names) for who, names in _deciders(found).items()))
    if gone := [_gone(one) for one in found if one.there is not Answer.JA]:
        yield note(f"Kon toen niet, of niet zeker: {'; '.join(gone)}.")
    yield note("Wat geen besluit vraagt, staat achterin bij ‘Instrumenten van toen’.")


def _deciders(found: tuple[Existed, ...]) -> dict[str, list[str]]:
    """Who decides, with the instruments that were there for certain."""
    by: dict[str, list[str]] = {}
    for one in found:
        if one.there is Answer.JA and one.instrument.decides:
            by.setdefault(one.instrument.decides, []).append(one.instrument.label)
    return by


def _decided(who: str, names: list[str]) -> Item:
    return Item((Run(f"{capital(who)}: ", Tone.STRONG), Run(list_text(names))))


def _gone(found: Existed) -> str:
    when = found.came_and_went
    return f"{found.instrument.label} ({when})" if when else found.instrument.label


def instrument_map(shown: ShownExercise, available: Available) -> Iterator[Block]:
    """Every instrument that could be used at some moment of the story: who asks, who decides, who
    carries it out, and since or until when."""
    moments = _moments(shown)
    if not moments:
        yield missing("wanneer het verhaal speelt")
        return
    by_moment = [existing_at(moment, available) for moment in moments]
    rows = []
    for found in zip(*by_moment, strict=True):
        if any(one.can_be for one in found):
            rows.append(_row(found))
    yield filled_table(("Instrument", "Vraagt", "Besluit", "Voert uit"), rows, _WIDTHS)
    yield note("De lijst gaat over de wet van toen. Kijk bij twijfel op wetten.overheid.nl.")


def _moments(shown: ShownExercise) -> list[Moment]:
    """When decisions are taken; without any, when the story begins and ends."""
    exercise = shown.exercise
    found = [moment_of(exercise, point) for point in exercise.points]
    known = [one for one in found if one is not None]
    if known:
        return known
    dated = [e.start for e in in_order(line_of(exercise)) if e.start.is_known]
    return [dated[0], dated[-1]] if dated else []


def _row(found: tuple[Existed, ...]) -> tuple[Cell, ...]:
    """An instrument, with what is to be known of its time, and who does what."""
    one = found[0].instrument
    always = all(each.there is Answer.JA for each in found)
    remember = "" if always else found[0].came_and_went
    remember = remember or ("" if found[0].is_here_known else "niet overal")
    aside = (Run(f" ({remember})", Tone.ASIDE),) if remember else ()
    does = (one.asks, one.decides, one.carries_out)
    return Cell((Run(capital(one.label)), *aside)), *(cell(capital(who)) for who in does)
