"""What the open casusbestand refuses to do, and why."""

from __future__ import annotations

from hgkm_desktop.errors import HgkmError


def keep_what_was_issued() -> HgkmError:
    return HgkmError(
        "Deze casus blijft staan, want er is een document van uitgegeven.",
        safe="Er is niets veranderd.",
    )


def not_saved(therefore: str, safe: str) -> HgkmError:
    return HgkmError(
        f"Uw laatste wijziging is nog niet opgeslagen. Daarom {therefore}.",
        safe=safe,
        todo="Bewaar uw werk als kopie, of probeer het over een paar tellen opnieuw.",
    )
