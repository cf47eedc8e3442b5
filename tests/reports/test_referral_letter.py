"""The letter has its three copies, and the card names no need."""

import subprocess
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from desktop.i18n import use_language
from desktop.reports.page import Printed
from desktop.reports.referral_facts import ReferralLetter, blank_form
from desktop.reports.referral_letter import write_referral_letter

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
    age="19 ans",
    estimated=True,
    safe_phone="70 00 00 01",
    message_allowed=False,
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
    assert "Exemplaire 3/3" in file
    assert "zzbesoin urgent" in file
    assert "Exemplaire 2/3" in card


def test_the_first_page_keeps_the_order_of_the_fields(tmp_path: Path) -> None:
    first = _pages(tmp_path / "a.pdf", replace(LETTER, open_by="Dr Touré", caregiver="Sa tante"))[0]
    order = ["Centre & Cie", "Exemplaire 1/3", "Fiche de référence", "Objet", "Pli confidentiel", "À recevoir avant"]
    order += ["Base", "CSRef", "mosquée", "8 h", "Kadia Diarra", "âge estimé", "Sa tante", "70 00 00 01", "autorisé"]
    order += ["zzbesoin urgent", "et rien d’autre", "Expliqué en", "lu à voix haute", "Témoin", "retirer", "empreinte"]
    order += ["Cachet", "Réponse à la fiche", "À retourner avant le 08/12/2026", "pas de diagnostic"]
    places = [first.find(words) for words in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_what_is_not_told_leaves_no_line(tmp_path: Path) -> None:
    first = _pages(tmp_path / "a.pdf", replace(LETTER, age=None, safe_phone=None))[0]
    for words in ("Âge", "estimé", "Téléphone sûr", "Si la personne est un enfant", "Interprète"):
        assert words not in first, words


def test_the_fullest_letter_still_fits_a_page_a_copy_and_a_long_one_flows(tmp_path: Path) -> None:
    words = "Sa tante, qui habite en face"
    full = replace(
        LETTER, interpreter=words, mobility=words, companion=words, caregiver=words, child_view=words, authority=words,
        sex=words, language=words, given=words, shared=("nom",) * 20,
    )  # fmt: skip
    assert len(_pages(tmp_path / "a.pdf", full)) == 3
    long = _pages(tmp_path / "b.pdf", replace(full, reason="zzbesoin urgent. " * 400))
    assert len(long) > 3
    assert [page for page in long if "Carte de rendez-vous" in page and "zzbesoin" in page] == []
    assert "".join(long).count("urgent.") == 800
    assert "Exemplaire 3/3" in "".join(long)


def test_the_card_names_place_and_hour_and_no_need(tmp_path: Path) -> None:
    card = _pages(tmp_path / "a.pdf", LETTER)[1]
    for words in ("Rue 12, Faladié", "Face à la mosquée", "8 h - 15 h", "20 00 00 00"):
        assert words in card, words
    for words in ("zzbesoin", "CSRef", "Kadia", "Prise en charge"):
        assert words not in card, words


def test_the_blank_form_has_a_line_for_everything_and_no_number(tmp_path: Path) -> None:
    pages = _pages(tmp_path / "a.pdf", blank_form("Centre", "Bamako"))
    assert len(pages) == 3
    assert "Fiche de référence n° ...." in pages[0]
    for words in ("Âge", "âge estimé", "Interprète", "Avis de l’enfant", "Téléphone sûr", "Services déjà"):
        assert words in pages[0], words
