"""Short texts of help and news, each in a box of its own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hgkm_desktop import __version__
from hgkm_desktop.ui.problem_box import a_box, give_width
from hgkm_desktop.ui.text import label
from hgkm_desktop.ui.theme import scaled

KEYS = (
    ("Ctrl+O, Ctrl+W, Ctrl+Q", "bestand openen, sluiten, programma afsluiten"),
    ("Ctrl+N, Ctrl+1 tot Ctrl+8", "nieuwe casus, naar een stap"),
    ("Ctrl+H", "herleidbaarheidscheck van de hele casus"),
    ("F4", "wat staat nog open; Enter gaat erheen, Esc sluit de lijst"),
    ("Ctrl+L", "naar de invoerregel"),
    ("m:  @v  #m  14-3  =", "op de invoerregel kort: soort, wie, datum zonder jaar, zelfde datum"),
    ("Ctrl+T", "naar de tijdlijn; Tab gaat verder naar tabel en paneel"),
    ("Pijltjes, Home, End", "langs de gebeurtenissen, en omhoog en omlaag langs de banen"),
    ("Shift en pijltjes", "meer gebeurtenissen kiezen; Ctrl+A kiest alles"),
    ("+  −  0  J  S", "inzoomen, uitzoomen, hele casus, dit jaar, wat gekozen is"),
    ("Page Up, Page Down", "eerder en later in de tijd kijken"),
    ("1 tot 9", "kiezen wie aan de beurt is (op tijdlijn of tabel)"),
    ("G, N, R", "ging goed, niet oké, risicovol; nog eens haalt het weg"),
    ("Enter", "gebeurtenis openen (tijdlijn) of bewerken (tabel, ook F2)"),
    ("Alt en pijl links of rechts", "eerder of later zetten; met Shift erbij het einde"),
    ("Ctrl+C, Ctrl+V, Del", "kopiëren, plakken, weghalen"),
    ("Ctrl+J, Ctrl+Shift+S", "samenvoegen, splitsen"),
    ("Ctrl+Shift+F, Ctrl+Shift+K", "factor toevoegen, cruciaal punt"),
    ("Ctrl+E, Ctrl+0", "gekozen gebeurtenissen wijzigen, vanaf hier tellen (T0)"),
    ("Ctrl+B", "toelichting en nu anders van wie aan de beurt is"),
    ("Ctrl+Shift+R, Ctrl+Shift+D", "ronde van belevingen, nu anders langslopen"),
    ("Ctrl+F, Ctrl+K", "zoeken en filteren, wat wist een organisatie"),
    ("Ctrl+I, Ctrl+Shift+H", "baan in- of uitklappen, baan verbergen"),
    ("Ctrl+Shift en pijl omhoog of omlaag", "baan verplaatsen; Ctrl+Shift+A toont alle banen"),
    ("Ctrl+Shift+T, Ctrl+Shift+B", "tabel en paneel wel of niet tonen"),
    ("Ctrl+Shift+O", "tabel sorteren op de kolom waarin u staat"),
    ("F5, F12", "presenteren, alles van het scherm halen"),
    ("Ctrl+Shift+L", "casusbestand vergrendelen"),
    ("Ctrl+R", "veiligheidscijfers, regie en fasen"),
    ("Ctrl+U, Ctrl+M", "uitkomsten uit de lijn, welke middelen waren er toen"),
    ("F7, Ctrl+D", "overzicht, alle verbeteracties volgen"),
    ("Ctrl+Z, Ctrl+Y", "ongedaan maken, opnieuw"),
    ("Ctrl+punt, F8", "bij een onderstreept woord: uitleg en vervangen, naar het volgende"),
    ("Ctrl en +, Ctrl en −", "grotere en kleinere tekst"),
    ("Ctrl+G, Ctrl+Shift+G", "gespreksnotitie, casusverslag"),
    ("Ctrl+P, Ctrl+Shift+P", "afdrukken, de tijdlijn op papier"),
)

_ICON = 64
ABOUT = (
    "HGKM Desktop helpt gemeenten en hun partners te leren van casussen huiselijk geweld "
    "en kindermishandeling. Het werkt zonder internet. Alles staat in één versleuteld "
    f"bestand dat u zelf bewaart.\n\nVersie {__version__}. Licentie: EUPL-1.2."
)


def show_keys(parent: QWidget) -> None:
    """The keys, each with what it does; with large text there are more than fit on a screen."""
    from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout

    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("Toetsen")
    words, scroll = label("\n".join(f"{keys}: {what}" for keys, what in KEYS)), QScrollArea()
    words.setAlignment(Qt.AlignmentFlag.AlignTop)
    scroll.setWidget(words)
    scroll.setWidgetResizable(True)
    scroll.setAccessibleName("Toetsen")
    scroll.setAccessibleDescription(words.text())
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.button(QDialogButtonBox.StandardButton.Close).setText("Sluiten")
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 16, 20, 16)
    column.addWidget(label("Toetsen", level=2))
    column.addWidget(scroll, 1)
    column.addWidget(buttons)
    room, wide = parent.screen().availableSize(), scaled(640)
    dialog.resize(min(wide, room.width() - 20), min(scaled(660), room.height() - 40))
    scroll.setFocus()
    dialog.open()


def show_about(parent: QWidget) -> None:
    """What this is, which version, and the way to the licences of what others made."""
    from PySide6.QtWidgets import QMessageBox

    from hgkm_desktop.ui.licences_window import show_licences

    box = a_box(parent, "Over dit programma", "Over dit programma", ABOUT)
    box.setIconPixmap(parent.windowIcon().pixmap(_ICON, _ICON))
    licences = box.addButton("Licenties bekijken…", QMessageBox.ButtonRole.ActionRole)
    box.addButton("Sluiten", QMessageBox.ButtonRole.RejectRole)
    licences.clicked.connect(partial(show_licences, parent))
    give_width(box)
    box.open()


def show(parent: QWidget, title: str, words: str) -> None:
    """A box with a title and some words; the program goes on."""
    box = a_box(parent, title, title, words)
    give_width(box)
    box.open()
