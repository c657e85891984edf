"""An afternoon with the program in a real window: nothing readable is written, nobody is called."""

from __future__ import annotations

from functools import cache

from hgkm_desktop.models.dutch import count_text
from tests.screen import a_screen
from tests.traces.looking import Looked, look_at
from tests.traces.watched import is_possible
from tests.traces.words import all_words

LEAST_WORDS = 40


@cache
def _afternoon() -> Looked:
    with a_screen() as display:
        return look_at("long", display)


def nothing_readable() -> bool:
    """Whether none of the words that were typed is found in a write or a file, but in documents."""
    if not is_possible():
        print("leesbare sporen: dit kan alleen op Linux (x86-64 of arm64) worden bekeken")
        return False
    looked, control = _afternoon(), look_at("spill")
    words, seen = all_words(), looked.seen
    size = f"{sum(map(len, seen.written.values())) / 1e6:.1f}".replace(".", ",")
    asked = frozenset[str]().union(*looked.asked.values())
    spilled = frozenset[str]().union(*control.writes.values())
    seen_as = "gezien" if spilled else "NIET GEZIEN"
    print(
        f"leesbare sporen: {len(words)} woorden, in elk tekstveld één; {seen.calls} keer "
        f"geschreven ({size} MB), {seen.missed} niet gelezen: op {len(looked.found)} plekken iets "
        f"gevonden; in {count_text(len(looked.asked), 'gevraagd document', 'gevraagde documenten')}"
        f" {len(asked)} woorden; controle: SQLCipher sorteert op schijf, {len(spilled)} woorden in "
        f"{count_text(len(control.writes), 'bestand', 'bestanden')} {seen_as}"
    )
    for place, found in looked.found.items():
        print(f"  {place}: {', '.join(found)}")
    held = looked.ended_well and not looked.found and not seen.missed
    return held and bool(asked) and bool(spilled) and len(words) >= LEAST_WORDS


def no_connection() -> bool:
    """Whether the program, with all libraries in it, made no socket that leaves this computer."""
    if not is_possible():
        print("netwerk: dit kan alleen op Linux (x86-64 of arm64) worden bekeken")
        return False
    looked, control = _afternoon(), look_at("call")
    seen, caught = looked.seen, control.seen.foreign
    print(
        f"netwerk: {len(seen.families)} verbindingen binnen deze computer gemaakt, "
        f"{len(seen.foreign)} naar buiten, {seen.rings} buiten het zicht; "
        f"controle: {len(caught)} poging naar buiten {'gezien' if caught else 'NIET GEZIEN'}"
    )
    held = looked.ended_well and not seen.foreign and not seen.rings
    return held and len(caught) == 1 and len(seen.families) > 0
