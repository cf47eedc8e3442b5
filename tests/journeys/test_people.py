"""A night list is brought in, somebody is found on it by typing, and their name is corrected by keys."""

from pathlib import Path

import pytest

from tests.journeys.program import Journey

NAME = "Zoumana"


@pytest.mark.slow
def test_somebody_of_the_night_list_is_found_and_corrected(journey: Journey, tmp_path: Path) -> None:
    night = tmp_path / "nuit.csv"
    night.write_text("Nom et prénoms;Genre;Age\nZoumana BAH;Homme;31\nSali KONE;Femme;22\n", "utf-8")
    assert journey.ask("import-convoy", str(night), user="seydou")["people_new"] == 2
    with journey.program() as hands:
        journey.sign_in(hands, "seydou")
        hands.press("alt+p")
        hands.wait_for_window("^Personnes · Jatigi$")
        hands.type("zoumana")
        hands.press_and_see("Return")
        hands.press("space")
        hands.press("Tab")
        hands.type("Bagayoko")
        hands.press_and_see("ctrl+s")
        hands.press("ctrl+q")
        hands.wait_for_no_window()
    found = journey.ask("people", "--search", NAME, user="seydou")
    assert [one["name"] for one in found] == ["Zoumana Bagayoko"]
    assert found[0]["in_house"]
