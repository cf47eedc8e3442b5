"""The letter has its three copies, and the card names no need."""

import subprocess
from datetime import datetime
from pathlib import Path

from desktop.i18n import use_language
from desktop.reports.page import Printed
from desktop.reports.referral_letter import ReferralLetter, write_referral_letter

PRINTED = Printed(by="Mariam", at=datetime(2026, 11, 24, 9, 5), centre="Centre")  # noqa: DTZ001 - the hour of the centre
LETTER = ReferralLetter(
    number="REF-BKO-2026-0147",
    centre="Centre & Cie",
    receive_by="27/11/2026",
    basis="Consentement",
    organisation="CSRef <VI>",
    service="Prise en charge zzbesoin",
    address="Rue 12, Faladié",
    landmark="Face à la mosquée",
    hours="8 h - 15 h",
    phone="20 00 00 00",
    person="Kadia Diarra",
    known=(("Âge", "19"),),
    reason="zzbesoin urgent",
    requested="zzbesoin",
    shared=("nom", "âge"),
    return_by="08/12/2026",
)


def _pages(target: Path, letter: ReferralLetter) -> list[str]:
    use_language("fr")
    write_referral_letter(letter, target, PRINTED)
    subprocess.run(["qpdf", "--check", str(target)], check=True, capture_output=True)
    command = ["pdftotext", "-layout", str(target), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\f")[:-1]


def test_there_are_three_copies_in_order(tmp_path: Path) -> None:
    first, card, file = _pages(tmp_path / "a.pdf", LETTER)
    for words in ("Exemplaire 1/3", "CSRef <VI>", "Kadia Diarra", "zzbesoin urgent", "nom, âge, et rien d’autre"):
        assert words in first, words
    assert (
        first.index("CSRef") < first.index("Kadia Diarra") < first.index("zzbesoin urgent") < first.index("À retourner")
    )
    assert "Exemplaire 3/3" in file
    assert "zzbesoin urgent" in file
    assert "Exemplaire 2/3" in card


def test_the_card_names_place_and_hour_and_no_need(tmp_path: Path) -> None:
    card = _pages(tmp_path / "a.pdf", LETTER)[1]
    for words in ("Rue 12, Faladié", "Face à la mosquée", "8 h - 15 h", "20 00 00 00"):
        assert words in card, words
    for words in ("zzbesoin", "CSRef", "Kadia", "Prise en charge"):
        assert words not in card, words


def test_a_blank_form_leaves_lines_to_fill(tmp_path: Path) -> None:
    first = _pages(tmp_path / "a.pdf", ReferralLetter(number="", centre=""))[0]
    assert "................" in first
