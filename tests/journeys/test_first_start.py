"""A centre begins on an empty computer: five steps by keys and mouse, then the day can start."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.journeys.eyes import read_groups
from tests.journeys.hands import Hands
from tests.journeys.papers import print_out, words_of
from tests.journeys.program import Journey
from tests.journeys.screen import wait_until

CENTRE, SITES, NAME = "Centre de Kayes", {"KYS": "Kayes", "BKO": "Bamako"}, "Awa Diarra"
USER, PASSWORD = "awa", "girofle mouette tamis lanterne"
RECOVERED = "brouette safran enclume hibou"
ROOM, BEDS = "Hangar", 17
PREVIEW = "^Papier de récupération$"
_BESIDE = (700, 440)  # in the last step, below its fields


def _turn(hands: Hands, keys: str) -> None:
    """Press keys that lead to another step, and wait until it stands there."""
    before = hands.screen.pixels()
    hands.press(keys)
    wait_until(lambda: hands.screen.has_turned(before), f"another step after {keys}")


def _fill(hands: Hands, *words: str) -> None:
    """Type into one field after the other."""
    for at, text in enumerate(words):
        if at:
            hands.press("Tab")
        hands.type(text)


def _answer(hands: Hands) -> None:
    """Go from the welcome to the last step."""
    hands.wait_for_window("^Jatigi$")
    _turn(hands, "alt+i")
    hands.wait_for_window("^Jatigi$")
    for keys in ("Down", "Up"):  # English, then French again
        hands.press_and_see(keys, still_s=0.4)
    _turn(hands, "alt+u")
    first, second = SITES.items()
    _fill(hands, CENTRE, *first)
    hands.press_button("alt+a")
    _fill(hands, *second)
    _turn(hands, "alt+u")
    hands.press_button("alt+a")
    _fill(hands, ROOM, str(BEDS))
    _turn(hands, "alt+u")
    _fill(hands, NAME, USER, PASSWORD, PASSWORD)
    _turn(hands, "Return")


def _read_back(hands: Hands, printed: Path) -> list[str]:
    """Print the paper, and type what stands on it where the program asks for it."""
    hands.press_until("alt+o", lambda: hands.sees(PREVIEW))
    hands.wait_for_window(PREVIEW)
    print_out(hands, PREVIEW, printed)
    hands.press_until("Escape", lambda: not hands.sees(PREVIEW))
    hands.wait_for_window("^Jatigi$")
    groups = read_groups(printed)
    for number, group in enumerate(groups, 1):
        # Two numbers lead to a field; the others leave the keyboard beside, where nothing is written.
        hands.click(*_BESIDE)
        hands.press(f"alt+{number}")
        hands.type(group)
    return groups


@pytest.mark.slow
def test_a_centre_begins_on_an_empty_computer(tmp_path: Path) -> None:
    printed, sheet = tmp_path / "papier.pdf", tmp_path / "soir.pdf"
    new = Journey(tmp_path / "Centre.vault", {USER: PASSWORD}, tmp_path)
    with new.program() as hands:
        _answer(hands)
        groups = _read_back(hands, printed)
        hands.press("alt+m")
        hands.wait_for_window("· Jatigi$")
        hands.press("ctrl+q")
        hands.wait_for_no_window()
    again = replace(new, passwords={USER: RECOVERED})
    again.run("recover", user=USER, JATIGI_PAPER=" ".join(groups))
    again.run("check", user=USER)  # which refuses where anything is wrong
    again.run("evening-sheet", "--site", "BKO", "--pdf", str(sheet), user=USER)
    assert all(words in words_of(sheet) for words in (CENTRE, SITES["BKO"], "FS-BKO-", NAME))
