"""Makes the icon of the program out of its two drawings in resources/icons.

    python3 build_spec/make_icon.py    makes hgkm-<size>.png, which the window shows

`ico` and `icns` put such pictures in the files that Windows and macOS ask for, when a bundle is
built. The small drawing has the same signs on whole pixels, with fewer of them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
LARGEST_SMALL = 24  # pixels: from here on the lanes can be told apart
WINDOW_SIZES = (16, 24, 32, 48, 64, 128)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_KINDS = {"icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024}
"""What Apple calls a picture of so many pixels."""


def png(size: int) -> bytes:
    """The icon of so many pixels high and wide, as PNG."""
    drawing = "hgkm-klein.svg" if size <= LARGEST_SMALL else "hgkm.svg"
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        QSvgRenderer(str(ICONS / drawing)).render(painter)
    data = QByteArray()
    target = QBuffer(data)
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(target, "PNG")  # type: ignore[call-overload]  # the stubs want bytes
    return bytes(data.data())


def ico(sizes: Iterable[int] = ICO_SIZES) -> bytes:
    """The icon as Windows has it: a list of pictures, then the pictures."""
    pictures = [(size, png(size)) for size in sizes]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    for size, data in pictures:
        side = size % 256  # 0 stands for 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return head + b"".join(data for _, data in pictures)


def icns() -> bytes:
    """The icon as macOS has it: each picture behind its kind and its length."""
    body = b"".join(
        kind.encode() + struct.pack(">I", len(data) + 8) + data
        for kind, size in ICNS_KINDS.items()
        for data in [png(size)]
    )
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main() -> None:
    for size in WINDOW_SIZES:
        (ICONS / f"hgkm-{size}.png").write_bytes(png(size))


if __name__ == "__main__":
    main()
