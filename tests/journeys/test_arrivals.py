"""A list of the night is brought in by keys alone: 107 people, whom the command line counts."""

from pathlib import Path
from time import monotonic

import pytest

from tests.journeys.hands import Hands
from tests.journeys.program import Journey
from tests.journeys.screen import wait_until

_HEADINGS = "Nom et prénoms;Genre;Age;Bracelet"
PEOPLE = 107
_STILL_S = 1.5  # longer than an answer takes before its progress moves on the screen


def _go_on(hands: Hands, key: str) -> None:
    """Press a key, and wait until nothing has moved for so long that nothing is under way."""
    hands.press_and_see(key)
    seen = [(hands.screen.pixels(), monotonic())]

    def is_still() -> bool:
        now = hands.screen.pixels()
        if now != seen[0][0]:
            seen[0] = now, monotonic()
        return monotonic() - seen[0][1] > _STILL_S

    wait_until(is_still, f"a screen that stands still after {key}")


@pytest.mark.slow
def test_a_hundred_and_seven_people_arrive_at_midnight(journey: Journey, tmp_path: Path) -> None:
    night = tmp_path / "nuit.csv"
    rows = (f"Zoumana{place} BAH;{'HF'[place % 2]};{18 + place % 40};N-{place}" for place in range(PEOPLE))
    night.write_text("\n".join((_HEADINGS, *rows)), "utf-8")
    with journey.program() as hands:
        journey.sign_in(hands, "seydou")
        hands.press("alt+v")
        hands.wait_for_window("^Arrivées · Jatigi$")
        hands.press_and_see("ctrl+n")
        hands.type(str(night))
        _go_on(hands, "Return")  # its headings
        _go_on(hands, "ctrl+Return")  # its columns
        _go_on(hands, "ctrl+Return")  # everybody on it
        _go_on(hands, "ctrl+Return")  # they are in
        hands.press("ctrl+q")
        hands.wait_for_no_window()
    found = journey.ask("people", "--search", "Zoumana", user="seydou")
    assert len(found) == PEOPLE
    assert all(one["in_house"] for one in found)
