"""A list of the night is brought in by keys alone: 107 people, whom the command line counts."""

from pathlib import Path

import pytest

from tests.journeys.program import Journey

_HEADINGS = "Nom et prénoms;Genre;Age;Bracelet"
PEOPLE = 107


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
        hands.press_and_see("Return")  # its headings
        hands.press_and_see("ctrl+Return")  # its columns
        hands.press_and_see("ctrl+Return")  # everybody on it
        hands.press_and_see("ctrl+Return")  # they are in
        hands.press("ctrl+q")
        hands.wait_for_no_window()
    found = journey.ask("people", "--search", "Zoumana", user="seydou")
    assert len(found) == PEOPLE
    assert all(one["in_house"] for one in found)
