"""What someone sees who begins: the guided first case, help with a screen, and the keys."""

from __future__ import annotations

import sys
from pathlib import Path

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.ui.learning.guide_panel import GuidePanel
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import TIMELINE_STEP
from tests.pictures.screens import Camera

_ACTIONS_STEP = 5


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    window = MainWindow(open_example)
    window.resize(1440, 900)
    window.show()
    window.open_first_case()
    camera = Camera(folder, window)
    camera.take("75-eerste-casus-begin")
    assert window.workspace is not None
    assert window.open_file is not None
    window.workspace.add_case()
    (guide,) = window.workspace.findChildren(GuidePanel)
    for _ in range(2):
        guide._show_next()
    window.workspace.show_step(TIMELINE_STEP)
    camera.take("76-eerste-casus-lijn")
    window.open_file.beside.show_help()
    camera.take("77-hulp-bij-de-tijdlijn")
    window.workspace.show_step(_ACTIONS_STEP)
    camera.take("78-hulp-bij-acties")
    camera.of("79-toetsen", window.help.show_keys)
    window.close_file()


if __name__ == "__main__":
    main()
