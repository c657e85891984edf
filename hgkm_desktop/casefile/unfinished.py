"""The known errors of a case that is being destroyed: its rows are gone, but not all is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hgkm_desktop.errors import HgkmError


class NotDestroyed(HgkmError):
    """The rows of a case are gone, but what is left of it elsewhere could not be removed yet."""

    def __init__(self, error: HgkmError) -> None:
        super().__init__(
            f"De vernietiging is nog niet af. {error.what}",
            safe="De casus is al weg uit het bestand. Uw andere casussen staan er nog, en uw "
            "oudere back-ups ook.",
            todo="Los dit eerst op. Kies daarna ‘Vernietigde casussen’ in het menu Casus om de "
            "vernietiging af te maken.",
        )


class BackupsLeft(HgkmError):
    """Backups that hold a destroyed case could not be removed; `paths` says which."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = tuple(paths)
        names = ", ".join(path.name for path in self.paths)
        super().__init__(
            f"Niet alle oude back-ups konden worden verwijderd. Dit bleef staan: {names}.",
            safe="De casus is weg uit het bestand. Uw andere casussen staan er nog, en er is een "
            "nieuwe back-up.",
            todo="Sluit andere programma's en kies ‘Vernietigde casussen’ in het menu Casus. "
            f"U kunt deze bestanden ook zelf verwijderen. Ze staan in {self.paths[0].parent}.",
        )
