"""A manual as rich text: the same words as on paper, in the colours and sizes of the window."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from html import escape

from PySide6.QtGui import QImageReader

from hgkm_desktop.reports.content import (
    Block,
    Bullets,
    Item,
    NumberedList,
    Paragraph,
    Run,
    ScreenPicture,
    Subheading,
    Table,
    Tone,
)
from hgkm_desktop.reports.manual.manual_reader import ManualText
from hgkm_desktop.ui.parts.theme import Theme, scaled

_TAGS = {Tone.STRONG: "b", Tone.NAMED: "i", Tone.TYPED: "code", Tone.ASIDE: "small"}


def style_of(theme: Theme) -> str:
    """The look of the text, in the tokens of the theme."""
    t, px = theme, scaled
    return f"""
    p, li, td, th {{ font-size: {px(14)}px; line-height: 125%; color: {t.ink}; }}
    h1 {{ font-size: {px(22)}px; color: {t.ink}; }}
    h2 {{ font-size: {px(18)}px; color: {t.accent}; margin-top: {px(26)}px; }}
    h3 {{ font-size: {px(15)}px; color: {t.accent}; margin-top: {px(16)}px; }}
    li {{ margin-bottom: {px(4)}px; }}
    code {{ font-family: "Atkinson Hyperlegible"; font-weight: bold; background: {t.line2}; }}
    a {{ color: {t.accent}; }}
    td, th {{ padding: {px(5)}px; text-align: left; border-width: 1px; border-style: solid;
        border-color: {t.line}; }}
    th {{ background: {t.line2}; }}
    p.picture {{ line-height: 100%; }}
    p.said {{ font-size: {px(12)}px; color: {t.ink3}; }}
    """


def html_of(text: ManualText, room: int) -> str:
    """The manual; no picture is wider than `room` pixels."""
    parts = [f"<h1>{escape(text.title)}</h1>"]
    parts += [_html(block) for block in text.opening]
    for chapter in text.chapters:
        parts.append(_heading(2, chapter.heading))
        for block in chapter.blocks:
            if isinstance(block, ScreenPicture):
                parts.append(_picture(block, room))
            else:
                parts.append(_html(block))
    return "\n".join(parts)


def _heading(level: int, words: str) -> str:
    return f"<h{level}>{escape(words)}</h{level}>"


@singledispatch
def _html(block: Block) -> str:
    """One block; only those that a manual is made of."""
    raise TypeError(type(block).__name__)


@_html.register
def _(block: Paragraph) -> str:
    return f"<p>{_said(block.runs)}</p>"


@_html.register
def _(block: Subheading) -> str:
    return _heading(3, block.text)


@_html.register
def _(block: Bullets) -> str:
    return f"<ul>{_items(block.items)}</ul>"


@_html.register
def _(block: NumberedList) -> str:
    return f'<ol start="{block.first}">{_items(block.items)}</ol>'


@_html.register
def _(block: Table) -> str:
    head = "".join(f"<th>{escape(title)}</th>" for title in block.head)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_said(cell.runs)}</td>' for cell in row)}</tr>" for row in block.rows
    )
    whole = 'width="100%" border="1" cellspacing="0" style="border-collapse: collapse"'
    return f"<table {whole}><thead><tr>{head}</tr></thead>{rows}</table><p></p>"


def _picture(block: ScreenPicture, room: int) -> str:
    """The picture, and under it in words what it shows: Qt reads no other words of a picture."""
    size = QImageReader(str(block.file)).size()
    wide = min(scaled(size.width() / 2), room)
    high = round(wide * size.height() / max(size.width(), 1))
    alt = escape(block.alt)
    image = f'<img src="{block.file.name}?{wide}" width="{wide}" height="{high}" alt="{alt}">'
    return f'<p class="picture">{image}</p><p class="said">{alt}</p>'


def _items(items: Iterable[Item]) -> str:
    return "".join(f"<li>{_said(item.runs)}</li>" for item in items)


def _said(runs: Iterable[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    words, tag = escape(run.text), _TAGS.get(run.tone)
    marked = f"<{tag}>{words}</{tag}>" if tag else words
    return f'<a href="{escape(run.link)}">{marked}</a>' if run.link else marked
