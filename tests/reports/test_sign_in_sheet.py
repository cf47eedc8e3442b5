"""The sign-in sheet pages correctly and prints names as they are."""

import re
import subprocess
from datetime import date, datetime, time
from pathlib import Path

import pytest

from desktop.i18n import use_language
from desktop.reports.page import Printed
from desktop.reports.sign_in_sheet import SheetLine, SignInSheet, write_sign_in_sheets

SPARE = 5
PRINTED = Printed(by="Awa <b", at=datetime(2026, 11, 23, 14, 5), centre="Centre & Cie")  # noqa: DTZ001 - the hour of the centre


def _run(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def _print(target: Path, *names: str) -> str:
    use_language("fr")
    sheet = SignInSheet(
        activity="Atelier d’écoute",
        code="E-12",
        day=date(2026, 11, 23),
        starts=time(9),
        ends=time(10, 30),
        lines=[SheetLine(name=name) for name in names],
    )
    write_sign_in_sheets([sheet], target, PRINTED)
    _run("qpdf", "--check", str(target))
    return _run("pdftotext", "-layout", str(target), "-")


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (30, 2), (31, 2), (150, 8)])
def test_any_number_of_names_pages_correctly(tmp_path: Path, count: int, pages: int) -> None:
    shown = _print(tmp_path / "a.pdf", *(f"Personne {n:03}" for n in range(count)))
    assert all(f"Personne {n:03}" in shown for n in range(count))
    assert f"Page {pages} / {pages}" in shown
    assert shown.count("\f") == pages
    for page in shown.split("\f")[:-1]:
        assert "E-12" in page
        assert "Signature" in page
    assert len(re.findall(r"^ *\d+ *$", shown, re.MULTILINE)) == SPARE


def test_hostile_names_are_printed_literally(tmp_path: Path) -> None:
    shown = _print(tmp_path / "a.pdf", "<b", "<img src=/etc/x>", "Awa & Binta")
    assert all(word in shown for word in ("<b", "<img src=/etc/x>", "Awa & Binta"))


def test_every_letter_is_embedded_and_can_be_found(tmp_path: Path) -> None:
    shown = _print(tmp_path / "a.pdf", "Éléonore Cœur’Ɲɛnɛba ɔɲŋ", "N" * 60, "")
    assert "Éléonore Cœur’Ɲɛnɛba ɔɲŋ" in shown
    fonts = _run("pdffonts", str(tmp_path / "a.pdf")).splitlines()[2:]
    assert fonts
    assert all(re.search(r"\+NotoSans\S* .* yes yes yes ", line) for line in fonts)
