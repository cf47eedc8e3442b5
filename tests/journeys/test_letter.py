"""A letter goes from the file of a person to paper, by keys alone; the command line writes the very same one."""

from pathlib import Path

import pytest

from tests.journeys.hands import Hands
from tests.journeys.papers import leave, pages_of, print_out, save, words_of
from tests.journeys.program import Journey

USER = "mariam"
DRAFT, PREVIEW = "^Lettre avant son numéro$", "^REF-"
REASON = "Douleur ancienne à la jambe."


def _write(hands: Hands) -> None:
    """Open the case from the file, write down what the person agrees to, and write the letter."""
    hands.press("alt+p")
    hands.wait_for_window("^Personnes · Jatigi$")
    hands.type("zoumana")
    hands.press("Return")
    hands.press_until("alt+d", lambda: hands.sees("^Références · Jatigi$"))
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
    hands.wait_for_window(DRAFT)


@pytest.mark.slow
def test_a_letter_goes_from_the_file_of_a_person_to_paper(journey: Journey, tmp_path: Path) -> None:
    night, saved, printed, again = (tmp_path / name for name in ("nuit.csv", "a.pdf", "b.pdf", "c.pdf"))
    night.write_text("Nom et prénoms;Genre;Age\nZoumana BAH;Homme;31\n", "utf-8")
    journey.run("import-convoy", str(night), user="seydou")
    with journey.program() as hands:
        journey.sign_in(hands, USER)
        _write(hands)
        print_out(hands, PREVIEW, printed)  # only now it has a number
        save(hands, PREVIEW, saved)
        leave(hands, PREVIEW)
        hands.press("ctrl+q")
        hands.wait_for_no_window()
    number = max(one["number"] for one in journey.ask("referrals", user=USER))
    journey.run("referral-letter", number, "--pdf", str(again), user=USER)
    assert saved.read_bytes() == again.read_bytes()
    said = words_of(saved)
    assert all(words in said for words in (number, "Zoumana BAH", REASON, "nom, motif et service demandé"))
    assert "31 ans" not in " ".join(said.split())
    assert pages_of(printed) == 3
