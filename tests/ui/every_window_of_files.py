"""Windows about the casusbestand itself: opening, its passphrase, backups, merging, destroying."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from hgkm_desktop.casefile import BackupFailed, NotRemoved, all_backups, older_texts
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.merging_files import brought_together
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.ui.file.backups_dialog import BackupsDialog
from hgkm_desktop.ui.file.blank import Cover
from hgkm_desktop.ui.file.damage_dialog import DamageDialog
from hgkm_desktop.ui.file.destroy_dialog import DestroyDialog
from hgkm_desktop.ui.file.destroyed_dialog import DestroyedDialog
from hgkm_desktop.ui.file.herstelblad_dialog import HerstelbladDialog
from hgkm_desktop.ui.file.merging import OtherFileDialog
from hgkm_desktop.ui.file.merging_dialog import MergingDialog
from hgkm_desktop.ui.file.merging_words import names_in
from hgkm_desktop.ui.file.older_dialog import OlderDialog
from hgkm_desktop.ui.file.open_dialog import PassphraseDialog
from hgkm_desktop.ui.file.passphrase_dialogs import (
    ChangePassphraseDialog,
    ConfirmDialog,
    NewFileDialog,
)
from hgkm_desktop.ui.file.remembering import REMEMBER, WHAT_IT_MEANS, Remembering
from hgkm_desktop.ui.file.transport_dialog import TransportDialog
from hgkm_desktop.ui.learning import help_texts
from hgkm_desktop.ui.parts import questions
from hgkm_desktop.ui.parts.problem_box import show_problem
from hgkm_desktop.ui.study.withdraw_dialog import withdraw_box
from tests.builders import a_case_with, an_event
from tests.casefile.files import new_file, open_file
from tests.ui.full_program import Opener, Program

_DAMAGED = "Er zit een fout in dit bestand."


def _start(program: Program) -> QWidget:
    program.window._stack.setCurrentWidget(program.window._start)
    return program.window._start


def _closed_file(program: Program) -> Path:
    path = program.folder / "casusbestand-7K2F (hersteld op 12 maart 2026).hgkm"
    if not path.exists():
        new_file(path).close()
    return path


def _passphrase(program: Program) -> QWidget:
    """After a passphrase that did not fit, three times."""
    path = _closed_file(program)
    dialog = PassphraseDialog(program.window, path, bytes(16), Remembering(program.window))
    dialog.open()
    for _ in range(3):
        dialog.say("Dit wachtwoord past niet bij dit bestand. Let op hoofdletters.")
    dialog._suspicion.show()
    return dialog


def _new(program: Program) -> QWidget:
    """With what was not filled in yet."""
    dialog = NewFileDialog(program.window)
    dialog.open()
    dialog.accept()
    return dialog


def _by_code(program: Program) -> QWidget:
    """The herstelblad, with the groups that are asked back."""
    dialog = HerstelbladDialog(program.window, program.file)
    dialog.open()
    dialog._go_to_check()
    return dialog


def _damage(program: Program) -> QWidget:
    path, backups = _closed_file(program), all_backups(user_backup_dir())
    window = program.window
    dialog = DamageDialog.of_closed(window, path, backups, _DAMAGED, is_certain=True)
    dialog.open()
    return dialog


def _merging(program: Program) -> QWidget:
    """A case that was changed in two places."""
    path, event = program.folder / "hier.hgkm", an_event("mrt 2021", "ruzie")
    with new_file(path) as base:
        base.save(a_case_with(event))
        base.copy_to(program.folder / "daar.hgkm")
    copies = []
    for name in ("hier", "daar"):
        with open_file(program.folder / f"{name}.hgkm") as file:
            case = file.load(file.headings()[0].id)
            file.save(case.put(replace(event, title=f"ruzie, zoals {name}")))
            copies.append(file.as_copy())
        (program.folder / f"{name}.hgkm").unlink()
    here, there = copies
    found, known = brought_together(here, there), names_in(there, here)
    return program.opened(MergingDialog(program.window, "daar", found, known))


def _other_file(program: Program) -> QWidget:
    return program.opened(OtherFileDialog(program.window, _closed_file(program), None, set()))


def _destroy(program: Program) -> QWidget:
    issued = program.file.issued(program.case.id)
    works = program.document.works()
    return program.opened(DestroyDialog(program.window, program.case, issued, 3, works[:2]))


def _older(program: Program) -> QWidget:
    older = older_texts(program.file, program.case.id, user_backup_dir())
    return program.opened(OlderDialog(program.window, program.case, older))


def _transport(program: Program) -> QWidget:
    program.show_case()
    return program.opened(TransportDialog(program.window, program.document))


def _withdraw(program: Program) -> QWidget:
    case = program.case
    issued = program.file.issued(case.id)
    return program.opened(withdraw_box(program.window, case, case.radertjes[0], issued))


def _locked(program: Program) -> QWidget:
    locking = program.locking
    locking.lock()
    assert locking.page is not None
    locking.page.say("Dit wachtwoord past niet bij dit bestand. Let op hoofdletters.")
    return locking.page


def _cover(program: Program) -> QWidget:
    program.choose("Scherm verbergen")
    return next(c for c in program.window.findChildren(Cover) if c.isVisible())


def _banners(program: Program) -> QWidget:
    """What stands above the case after something went wrong."""
    program.show_case(0)
    banners = program.workspace.banners
    for name in ("een", "twee"):
        banners.say(name, f"Het casusbestand heet nu ‘{name}’. U werkt erin verder.")
    return program.window


def _nothing() -> None:
    """What would be done."""


def _box(show: Callable[[Program], object], program: Program) -> QWidget:
    show(program)
    return program.dialog()


_ACTS = (_nothing,) * 4
_CODE = ("K7-2F",)
_ERROR = HgkmError(
    "Het rapport staat nog open in een ander programma.",
    safe="Uw werk is opgeslagen.",
    todo="Sluit het of kies een andere naam.",
)
_BOXES: dict[str, Callable[[Program], object]] = {
    "niet opgeslagen": lambda p: questions.about_unsaved(p.window, *_ACTS),
    "nog niet af": lambda p: questions.about_unfinished(p.window, "Een veld is leeg.", *_ACTS[:2]),
    "vervangen": lambda p: questions.about_replaced(p.window, _ERROR, _nothing),
    "vernietiging nog niet af": lambda p: questions.about_unfinished_destroying(
        p.window, _CODE, _nothing
    ),
    "wat er misging": lambda p: show_problem(p.window, _ERROR),
    "back-ups blijven": lambda p: show_problem(p.window, NotRemoved(BackupFailed())),
    "over dit programma": lambda p: help_texts.show_about(p.window),
}

OF_FILES: dict[str, Opener] = {
    "StartScreen": _start,
    "PassphraseDialog": _passphrase,
    "NewFileDialog": _new,
    "ChangePassphraseDialog": lambda p: p.opened(ChangePassphraseDialog(p.window, p.file)),
    "ConfirmDialog": lambda p: p.opened(ConfirmDialog(p.window, p.file, REMEMBER, WHAT_IT_MEANS)),
    "HerstelbladDialog": lambda p: p.opened(HerstelbladDialog(p.window, p.file)),
    "HerstelbladDialog: nagaan": _by_code,
    "BackupsDialog": lambda p: p.opened(BackupsDialog(p.window, p.file)),
    "DamageDialog": _damage,
    "OtherFileDialog": _other_file,
    "MergingDialog": _merging,
    "DestroyDialog": _destroy,
    "DestroyedDialog": lambda p: p.opened(DestroyedDialog(p.window, p.file, is_done=True)),
    "OlderDialog": _older,
    "TransportDialog": _transport,
    "QMessageBox: toestemming intrekken": _withdraw,
    "LockPage": _locked,
    "Cover": _cover,
    "MainWindow: wat er misging": _banners,
    **{f"QMessageBox: {name}": partial(_box, show) for name, show in _BOXES.items()},
}
