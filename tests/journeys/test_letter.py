"""A letter goes from the file of a person to paper, by keys alone; the command line writes the very same one."""

import subprocess
from pathlib import Path

import pytest

from tests.journeys.hands import Hands
from tests.journeys.program import Journey
from tests.journeys.screen import wait_until

USER = "mariam"
REASON = "Douleur ancienne à la jambe."


def _write(hands: Hands) -> None:
    """Open the case from the file, write down what the person agrees to, and write the letter."""
    hands.press("alt+p")
    hands.wait_for_window("^Personnes · Jatigi$")
    hands.type("zoumana")
    hands.press("Return")
    hands.press_until("alt+c", lambda: hands.sees("^Références · Jatigi$"))
    hands.wait_for_window("^Références · Jatigi$")
    hands.press("Return")  # the case is opened
    hands.type("csref")
    hands.press("Down")
    hands.press_button("alt+e")
    hands.press("space", "Tab", "space")  # name and age are agreed to
    hands.press_button("alt+g")
    hands.press("space", "alt+m")  # the name is told, the age is not
    hands.type(REASON)
    hands.press("alt+v")
    hands.wait_for_window("^REF-")


def _put(hands: Hands, keys: str, dialog: str, field: str, target: Path) -> None:
    """Let the preview print or save, in the file typed into the field of a dialog."""
    hands.press_until(keys, lambda: hands.sees(dialog))
    hands.wait_for_window(dialog)
    hands.press(field, "ctrl+a")
    hands.type(str(target))
    hands.press("Return")
    wait_until(lambda: target.is_file() and b"%%EOF" in target.read_bytes()[-16:], f"{target.name}")
    hands.wait_for_window("^REF-")


def _read(command: str, paper: Path, *words: str) -> str:
    done = subprocess.run([command, str(paper), *words], check=True, capture_output=True, text=True, encoding="utf-8")
    return done.stdout


@pytest.mark.slow
def test_a_letter_goes_from_the_file_of_a_person_to_paper(journey: Journey, tmp_path: Path) -> None:
    night, saved, printed, again = (tmp_path / name for name in ("nuit.csv", "a.pdf", "b.pdf", "c.pdf"))
    night.write_text("Nom et prénoms;Genre;Age\nZoumana BAH;Homme;31\n", "utf-8")
    journey.run("import-convoy", str(night), user="seydou")
    before = {one["number"] for one in journey.ask("referrals", user=USER)}
    with journey.program() as hands:
        journey.sign_in(hands, USER)
        _write(hands)
        _put(hands, "ctrl+s", "^Enregistrer$", "alt+n", saved)
        _put(hands, "ctrl+p", "^Imprimer$", "alt+f", printed)
        hands.press_until("Escape", lambda: not hands.sees("^REF-"))
        hands.wait_for_window("· Jatigi$")
        hands.press("ctrl+q")
        hands.wait_for_no_window()
    (new,) = (one for one in journey.ask("referrals", user=USER) if one["number"] not in before)
    journey.run("referral-letter", new["number"], "--pdf", str(again), user=USER)
    assert saved.read_bytes() == again.read_bytes()
    said = _read("pdftotext", saved, "-")
    assert all(words in said for words in (new["number"], "Zoumana BAH", REASON, "nom, motif et service demandé"))
    assert "31" not in said.replace(new["number"], "").split()
    assert "Pages:           3" in _read("pdfinfo", printed)
