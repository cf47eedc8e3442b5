"""The power goes while a sealed note is being written; it is back for its author, and for nobody else."""

import json
import os
import subprocess
import sys
from time import monotonic

import pytest

from tests.journeys.program import ROOT, Journey
from tests.journeys.screen import wait_until

_ROUND_S = 5.0  # the draft is kept every three seconds
TEXT = "Dit avoir peur de rentrer, demande à parler demain."


def _unfinished(journey: Journey, user: str) -> list[str]:
    command = [sys.executable, "-m", "tests.journeys.unfinished", str(journey.vault), user]
    own = os.environ | {"JATIGI_PASSWORD": journey.passwords[user]}
    done = subprocess.run(command, check=True, cwd=ROOT, env=own, capture_output=True, text=True, encoding="utf-8")
    texts: list[str] = json.loads(done.stdout)
    return texts


@pytest.mark.slow
def test_a_note_survives_a_power_cut_for_its_author_alone(journey: Journey) -> None:
    written = journey.vault / "data-1.db-wal"
    with journey.program(power_cut=True) as hands:
        journey.sign_in(hands, "mariam")
        # Each page is read beside the screen: the next key waits until it stands.
        for keys in ("alt+i", "Return", "ctrl+n"):  # the page, the only case of its list, a note in it
            hands.press_button(keys)
        hands.press("Tab")
        before = written.stat().st_mtime_ns
        hands.type(TEXT)
        typed = monotonic()
        # What stands a whole round after the last key holds that key as well.
        wait_until(
            lambda: monotonic() > typed + _ROUND_S and written.stat().st_mtime_ns != before, "a draft on the disk"
        )
    assert _unfinished(journey, "mariam") == [TEXT]
    assert _unfinished(journey, "bakary") == []
