"""The power goes while a sealed note is being written; it is back for its author, who signs it, and for nobody else."""

from time import monotonic

import pytest

from tests.journeys.hands import Hands
from tests.journeys.program import Journey
from tests.journeys.screen import wait_until

_ROUND_S = 5.0  # the draft is kept every three seconds
TEXT = "Dit avoir peur de rentrer, demande à parler demain."
AUTHOR, COLLEAGUE = "mariam", "bakary"


def _standing(journey: Journey, user: str) -> list[tuple[str, int | None]]:
    return [(one["state"], one["signs"]) for one in journey.ask("notes", user=user)]


def _write(hands: Hands, journey: Journey) -> None:
    """Begin a note, and wait until its last key is on the disk."""
    written = journey.vault / "data-1.db-wal"
    # Each page is read beside the screen: the next key waits until it stands.
    for keys in ("alt+i", "Return", "ctrl+n"):  # the page, the only case of its list, a note in it
        hands.press_button(keys)
    hands.press("Tab")
    before = written.stat().st_mtime_ns
    hands.type(TEXT)
    typed = monotonic()
    # What stands a whole round after the last key holds that key as well.
    wait_until(lambda: monotonic() > typed + _ROUND_S and written.stat().st_mtime_ns != before, "a draft on the disk")


@pytest.mark.slow
def test_a_note_survives_a_power_cut_for_its_author_alone(journey: Journey) -> None:
    signed = _standing(journey, AUTHOR)
    with journey.program(power_cut=True) as hands:
        journey.sign_in(hands, AUTHOR)
        _write(hands, journey)
    assert sorted(_standing(journey, AUTHOR)) == sorted([*signed, ("unfinished", len(TEXT))])
    assert _standing(journey, COLLEAGUE) == []
    with journey.program() as hands:
        journey.sign_in(hands, AUTHOR)
        for keys in ("alt+i", "alt+e", "alt+g"):  # the page, going on with what is unfinished, signing it
            hands.press_button(keys)
        hands.press("ctrl+q")
        hands.wait_for_no_window()
    assert _standing(journey, AUTHOR) == [*signed, ("signed", None)]
    assert _standing(journey, COLLEAGUE) == []
