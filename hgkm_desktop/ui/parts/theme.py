"""Colours and sizes of the window: one table of tokens for each theme, one factor for all text."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from hgkm_desktop.paths import resource
from hgkm_desktop.settings import TEXT_SIZES
from hgkm_desktop.ui.parts.fading import READ, contrast

FONT_FAMILY = "Atkinson Hyperlegible"
BASE_PIXELS = 14


class Theme(NamedTuple):
    """Every colour of the window as '#rrggbb'; text on card and bg has contrast 4.5 or more."""

    name: str
    ink: str
    ink2: str
    ink3: str
    line: str
    line2: str
    edge: str
    bg: str
    card: str
    accent: str
    accentbg: str
    on_accent: str
    selection: str
    life: str
    interv: str
    risk: str
    meld: str
    besl: str
    afst: str
    inc: str
    good: str
    bad: str


LIGHT = Theme(
    name="light",
    ink="#1b2430",
    ink2="#465262",
    ink3="#5d6978",
    line="#d9dee5",
    line2="#eceff3",
    edge="#7f8a99",
    bg="#f4f6f8",
    card="#ffffff",
    accent="#0b5c7a",
    accentbg="#e6f0f4",
    on_accent="#ffffff",
    selection="#fff4d6",
    life="#6b3fa0",
    interv="#0b6e8f",
    risk="#b3261e",
    meld="#8a5a00",
    besl="#3e4c63",
    afst="#2e6b3e",
    inc="#7a2e0e",
    good="#2e6b3e",
    bad="#8a5a00",
)
DARK = Theme(
    name="dark",
    ink="#eef2f6",
    ink2="#bcc6d1",
    ink3="#9aa6b4",
    line="#37424f",
    line2="#29323d",
    edge="#7c899a",
    bg="#151b22",
    card="#1d252e",
    accent="#7cc4de",
    accentbg="#1f3a47",
    on_accent="#10202a",
    selection="#43391a",
    life="#c3a1f0",
    interv="#6ec3e0",
    risk="#ff8a80",
    meld="#e8b04b",
    besl="#b7c4d8",
    afst="#86c995",
    inc="#f0a07c",
    good="#86c995",
    bad="#e8b04b",
)


def load_fonts() -> None:
    """Make the shipped typeface known, so that screen and paper measure alike."""
    for style in ("Regular", "Bold", "Italic", "BoldItalic"):
        QFontDatabase.addApplicationFont(str(resource(f"fonts/AtkinsonHyperlegible-{style}.ttf")))


def high_contrast(palette: QPalette) -> Theme:
    """A theme made only of the system's own colours, for high contrast.

    Where the system marks what is chosen in a colour that is hard to read, text on its window is
    it the other way round.
    """

    def name(role: QPalette.ColorRole) -> str:
        return palette.color(role).name()

    text, window = name(QPalette.ColorRole.WindowText), name(QPalette.ColorRole.Base)
    tokens = dict.fromkeys(Theme._fields, text)
    background = dict.fromkeys(("bg", "card", "line2"), window)
    accent = name(QPalette.ColorRole.Highlight), name(QPalette.ColorRole.HighlightedText)
    if min(contrast(QColor(accent[0]), QColor(on)) for on in (window, accent[1])) < READ:
        accent = text, window
    chosen = {
        "accent": accent[0],
        "on_accent": accent[1],
        "accentbg": window,
        "selection": window,
        "name": "contrast",
    }
    return Theme(**{**tokens, **background, **chosen})


def system_theme() -> Theme:
    """Light, dark, or the system's own colours when it asks for high contrast."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return high_contrast(QGuiApplication.palette())
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def current_theme() -> Theme:
    """The theme the program was given by `apply`; light until then."""
    app = QApplication.instance()
    name = app.property("theme") if app is not None else None
    if name == "contrast":
        return high_contrast(QGuiApplication.palette())
    return DARK if name == "dark" else LIGHT


def text_size() -> int:
    """The size of all text in percents, as the program was given it by `apply`; 100 until then."""
    app = QApplication.instance()
    percents: int | None = app.property("text_size") if app is not None else None
    return percents or TEXT_SIZES[0]


def scaled(length: float) -> int:
    """A length in pixels that holds text, at the size that text has now.

    White space and lines do not grow with the text: there would be no room left for what is said.
    """
    return round(length * text_size() / 100)


def apply(app: QApplication, theme: Theme, text: int | None = None) -> None:
    """Give the whole program this theme: palette, font and style sheet.

    `text` is the size of all text in percents; without it that stays as it is.
    """
    app.setProperty("theme", theme.name)
    app.setProperty("text_size", text or text_size())
    if theme.name != "contrast":
        app.setPalette(_palette(theme))
    font = QFont(FONT_FAMILY)
    font.setPixelSize(scaled(BASE_PIXELS))
    app.setFont(font)
    app.setStyleSheet(style_sheet(theme))


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    colours = {
        role.Window: theme.bg,
        role.WindowText: theme.ink,
        role.Base: theme.card,
        role.AlternateBase: theme.bg,
        role.Text: theme.ink,
        role.PlaceholderText: theme.ink3,
        role.Button: theme.card,
        role.ButtonText: theme.ink,
        role.BrightText: theme.risk,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.ink,
        role.ToolTipBase: theme.card,
        role.ToolTipText: theme.ink,
        role.Link: theme.accent,
        role.Light: theme.line2,
        role.Mid: theme.line,
        role.Dark: theme.edge,
        role.Accent: theme.accent,
    }
    for colour_role, colour in colours.items():
        palette.setColor(colour_role, QColor(colour))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(theme.ink3))
    return palette


def style_sheet(theme: Theme) -> str:
    """The look of standard widgets, in the tokens of the theme. Targets are 28 px or more."""
    t, px = theme, scaled
    look = "donker" if theme is DARK else "licht"
    arrow = resource(f"icons/pijl-{look}.svg").as_posix()
    check = resource(f"icons/vink-{look}.svg").as_posix()
    on_card = "licht" if QColor(t.card).lightness() < 128 else "donker"
    tick = resource(f"icons/vink-{on_card}.svg").as_posix()
    return f"""
    QToolTip {{ color: {t.ink}; background: {t.card}; border: 1px solid {t.edge}; padding: 4px; }}
    QPushButton, QToolButton {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.edge};
        border-radius: 6px; padding: 5px 12px; min-height: {px(20)}px; outline: none; }}
    QPushButton:hover, QToolButton:hover {{ background: {t.accentbg}; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {t.accent}; padding: 4px 11px; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {t.ink3}; border-color: {t.line}; }}
    QPushButton[main="true"] {{ background: {t.accent}; color: {t.on_accent};
        border-color: {t.accent}; font-weight: bold; }}
    QPushButton[main="true"]:focus {{ border: 4px solid {t.accent}; padding: 2px 9px;
        background-clip: padding; }}
    QPushButton[main="true"]:disabled {{ background: {t.line2}; color: {t.ink3};
        border-color: {t.line}; }}
    QPushButton[quiet="true"], QToolButton[quiet="true"] {{ border-color: transparent;
        background: transparent; color: {t.accent}; }}
    QPushButton[quiet="true"]:hover {{ background: {t.accentbg}; }}
    QPushButton[quiet="true"]:focus {{ border: 2px solid {t.accent}; }}
    QPushButton[nav="true"] {{ text-align: left; border: 2px solid transparent; border-radius: 6px;
        background: transparent; color: {t.ink2}; padding: 6px 8px; }}
    QPushButton[nav="true"]:hover {{ background: {t.line2}; }}
    QPushButton[nav="true"]:checked {{ background: {t.accentbg}; color: {t.accent};
        font-weight: bold; }}
    QPushButton[nav="true"][step="true"] {{ padding: 6px; }}
    QPushButton[nav="true"][signed="true"] {{ padding-left: {px(22)}px; }}
    QPushButton[nav="true"][step="true"]:checked {{ font-weight: normal;
        border-bottom-color: {t.accent}; }}
    QPushButton[nav="true"]:focus {{ border-color: {t.accent}; }}
    QPushButton[segment="true"] {{ margin-right: 2px; padding: 4px 6px;
        color: {t.ink2}; border-color: {t.line}; border-radius: 6px; }}
    QPushButton[segment="true"]:checked {{ background: {t.accentbg}; color: {t.accent};
        font-weight: bold; }}
    QPushButton[segment="true"]:focus {{ border: 2px solid {t.accent}; padding: 3px 5px; }}
    QLineEdit, QPlainTextEdit, QComboBox, QDateEdit {{ background: {t.card}; color: {t.ink};
        border: 1px solid {t.edge}; border-radius: 6px; padding: 4px 8px;
        selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
    QLineEdit, QComboBox {{ min-height: {px(20)}px; }}
    QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QDateEdit:disabled {{
        background: transparent; border-color: {t.line}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 2px solid {t.accent};
        padding: 3px 7px; }}
    QLineEdit[entry="true"] {{ border: 2px solid {t.accent}; border-radius: 8px;
        padding: 7px 11px; font-size: {px(15)}px; }}
    QLineEdit[entry="true"]:!focus {{ border: 1px solid {t.edge}; padding: 8px 12px; }}
    QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: none; padding: 0; min-height: 0; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox QAbstractItemView::item {{ min-height: {px(28)}px; padding: 0 8px; color: {t.ink}; }}
    QComboBox QAbstractItemView::item:selected {{ background: {t.accentbg}; }}
    QFileDialog QToolButton {{ padding: 3px; min-width: {px(22)}px; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QComboBox::drop-down {{ border: none; width: {px(24)}px; }}
    QComboBox::down-arrow {{ image: url("{arrow}"); width: {px(12)}px; height: {px(12)}px; }}
    QComboBox::down-arrow:disabled {{ image: none; }}
    QComboBox QAbstractItemView {{ background: {t.card}; border: 1px solid {t.edge};
        selection-background-color: {t.accentbg}; selection-color: {t.ink}; }}
    QCheckBox, QRadioButton {{ spacing: 8px; min-height: {px(24)}px; }}
    QCheckBox::indicator, QListWidget::indicator {{ width: {px(16)}px; height: {px(16)}px;
        border: 1px solid {t.edge}; border-radius: 4px; background: {t.card}; }}
    QCheckBox::indicator:checked, QListWidget::indicator:checked {{ background: {t.accent};
        border-color: {t.accent}; image: url("{check}"); }}
    QCheckBox::indicator:disabled {{ border-color: {t.line}; }}
    QCheckBox:focus, QRadioButton:focus {{ background: {t.accentbg};
        outline: 2px solid {t.accent}; outline-radius: 4px; }}
    QTableView {{ background: {t.card}; border: 2px solid transparent; gridline-color: {t.line2};
        selection-background-color: {t.selection}; selection-color: {t.ink};
        font-size: {px(13)}px; }}
    QTableView:focus, QScrollArea:focus, QPdfView:focus {{ border: 2px solid {t.accent};
        border-radius: 6px; }}
    QHeaderView::section {{ background: {t.card}; color: {t.ink3}; border: none;
        border-bottom: 1px solid {t.line}; padding: 6px 8px; font-size: {px(13)}px; }}
    QListWidget, QListView, QTreeWidget {{ background: {t.card}; border: 1px solid {t.line};
        border-radius: 6px; }}
    QTreeWidget {{ padding: 1px; outline: none; }}
    QTreeWidget:focus {{ border: 2px solid {t.accent}; padding: 0; }}
    QTreeWidget::item {{ padding: 4px 6px; color: {t.ink}; }}
    QTreeWidget::item:selected {{ background: {t.selection}; color: {t.ink};
        border: 1px solid {t.accent if t.selection == t.card else t.selection}; }}
    QListWidget {{ padding: 1px; outline: none; }}
    QListWidget:focus {{ border: 2px solid {t.accent}; padding: 0; }}
    QListWidget::item {{ padding: 5px 8px; }}
    QListWidget::item:selected {{ background: {t.accentbg}; color: {t.ink}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QScrollArea[focusPolicy="StrongFocus"], QPdfView {{ border: 2px solid transparent; }}
    QScrollArea:focus {{ border: 2px solid {t.accent}; border-radius: 6px; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; }}
    QScrollBar::handle {{ background: {t.line}; border-radius: 5px; margin: 1px; min-width: 32px;
        min-height: 32px; }}
    QScrollBar::handle:hover {{ background: {t.edge}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QMenuBar, QMenu {{ background: {t.card}; color: {t.ink}; }}
    QMenuBar::item {{ padding: 6px 10px; background: transparent; }}
    QMenuBar::item:selected, QMenu::item:selected {{ background: {t.accentbg}; color: {t.ink}; }}
    QMenu {{ border: 1px solid {t.line}; padding: 4px; }}
    QMenu::item {{ padding: 6px 28px 6px {px(12) + 12}px; border-radius: 4px;
        border: 1px solid transparent; }}
    QMenu::item:selected {{ border-color: {t.accent if t.accentbg == t.card else t.accentbg}; }}
    QMenu::indicator {{ width: {px(12)}px; height: {px(12)}px; left: 6px; }}
    QMenu::indicator:checked {{ image: url("{tick}"); }}
    QMenu::item:disabled {{ color: {t.ink3}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
    QTabWidget::pane {{ border: 1px solid {t.line}; border-radius: 6px; background: {t.card}; }}
    QTabBar::tab {{ color: {t.ink2}; border: 2px solid transparent; border-radius: 6px;
        padding: 6px 12px; margin: 0 4px 6px 0; }}
    QTabBar::tab:hover {{ background: {t.line2}; }}
    QTabBar::tab:selected {{ background: {t.accentbg}; color: {t.accent}; }}
    QTabBar::tab:selected:focus {{ border-color: {t.accent}; }}
    QSplitter::handle {{ background: transparent; }}
    QFrame[card="true"] {{ background: {t.card}; border: 1px solid {t.line};
        border-radius: 8px; }}
    QFrame[card="true"]:focus {{ border: 2px solid {t.accent}; }}
    QFrame[side="true"] {{ background: {t.card}; border: none; }}
    QFrame[rule="true"] {{ background: {t.line}; border: none; max-height: 1px; }}
    QLabel[level="1"] {{ font-size: {px(19)}px; font-weight: bold; }}
    QLabel[level="2"] {{ font-size: {px(16)}px; font-weight: bold; }}
    QLabel[level="3"] {{ font-size: {px(14)}px; font-weight: bold; }}
    QLabel[muted="true"] {{ color: {t.ink3}; font-size: {px(13)}px; }}
    QLabel[soft="true"] {{ color: {t.ink2}; font-size: {px(13)}px; }}
    QLabel[small="true"] {{ color: {t.ink3}; font-size: {px(12)}px; }}
    QLabel[chip="true"] {{ color: {t.ink2}; border: 1px solid {t.edge}; border-radius: 10px;
        padding: 2px 9px; font-size: {px(12)}px; }}
    QLabel[chip="warn"] {{ color: {t.bad}; border: 1px solid {t.bad}; border-radius: 10px;
        padding: 2px 9px; font-size: {px(12)}px; }}
    QLabel[chip="problem"] {{ color: {t.risk}; border: 2px solid {t.risk}; border-radius: 10px;
        padding: 2px 9px; font-size: {px(13)}px; font-weight: bold; }}
    QLabel[notice] {{ background: {t.card}; border: 1px solid {t.edge}; border-radius: 6px;
        padding: 6px 10px; color: {t.ink}; }}
    QLabel[notice="problem"] {{ border-color: {t.risk}; color: {t.risk}; }}
    QLabel[problem="true"] {{ color: {t.risk}; font-size: {px(13)}px; }}
    QLabel[quote="true"] {{ border-left: 3px solid {t.accent}; background: {t.accentbg};
        font-size: {px(13)}px; }}
    QLabel[quote="true"]:disabled {{ color: {t.ink}; }}
    """
