"""Runs the slow proofs and prints what each showed; exits non-zero when one does not hold."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.proofs.any_lines import no_texts_meet
from tests.proofs.backups_over_months import fifty_months
from tests.proofs.bit_flips import damage_is_noticed
from tests.proofs.destroyed_case import killed_it_can_be_finished, nothing_is_left
from tests.proofs.foreign_files import known_or_whole
from tests.proofs.keyring_matrix import every_keyring
from tests.proofs.killed_updates import one_version_is_left
from tests.proofs.kills import nothing_lost_by_kills, nothing_lost_in_the_window
from tests.proofs.merged_files import nothing_lost_by_merging
from tests.proofs.no_traces import no_connection, nothing_readable
from tests.proofs.passphrase_kills import one_of_two_opens
from tests.proofs.power_cuts import nothing_lost_by_a_bad_disk, nothing_lost_by_power_cuts
from tests.proofs.replaced_names import none_is_left
from tests.proofs.small_figures import no_small_count_is_found
from tests.proofs.taken_away import nothing_lost_when_taken_away
from tests.proofs.two_at_once import one_writes
from tests.proofs.wrong_keys import none_opens
from tests.screen import a_screen

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "out" / "proofs"


def window_walk() -> bool:
    """The main job by keyboard in a real window, with a picture of each stage."""
    OUT.mkdir(parents=True, exist_ok=True)
    with a_screen() as display, tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HGKM_HOME": home,
            "HOME": home,
        }
        command = [sys.executable, "-m", "tests.proofs.window_walk", str(OUT)]
        return subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode == 0


def main() -> int:
    """Run every proof; returns the exit code."""
    proofs = {
        "echt venster, alleen toetsen": window_walk,
        "geen tekst over tekst": no_texts_meet,
        "geen klein aantal terug te rekenen uit cijfers": no_small_count_is_found,
        "back-ups over 50 maanden": fifty_months,
        "wachtwoord wijzigen, 240 keer gedood": one_of_two_opens,
        "bijwerken, bij elke opdracht gedood": one_version_is_left,
        "van een vernietigde casus blijft niets": nothing_is_left,
        "casus vernietigen, 60 keer gedood": killed_it_can_be_finished,
        "van 36.000 vervangen namen blijft niets": none_is_left,
        "niets leesbaars op schijf": nothing_readable,
        "geen verbinding naar buiten": no_connection,
        "wachtwoordkluis van elke soort": every_keyring,
        "bij het opslaan 1.000 keer gedood": nothing_lost_by_kills,
        "tijdens het typen 50 keer gedood": nothing_lost_in_the_window,
        "stroom 10.000 keer uitgevallen": nothing_lost_by_power_cuts,
        "schijf die weigert of vol is": nothing_lost_by_a_bad_disk,
        "10.000 bits en elke lengte": damage_is_noticed,
        "1.000 verkeerde sleutels": none_opens,
        "twee tegelijk, 20 races": one_writes,
        "bestand weggenomen onder het venster": nothing_lost_when_taken_away,
        "20.000 vreemde bestanden": known_or_whole,
        "500 paren casusbestanden samengevoegd": nothing_lost_by_merging,
    }
    held = {name: proof() for name, proof in proofs.items()}
    for name, holds in held.items():
        print(f"{name}: {'houdt stand' if holds else 'HOUDT GEEN STAND'}")
    return 0 if all(held.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
