"""The evening sheet pages for one person or a full house, and marks the children."""

import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from desktop.i18n import use_language
from desktop.reports.evening_sheet import EveningEntry, EveningSheet, write_evening_sheet
from desktop.reports.page import Printed

AT = datetime(2026, 11, 24, 20, 0)  # noqa: DTZ001 - the hour of the centre


def _entry(number: int, *, child: bool = False, bed: str = "A1-01", instruction: str = "") -> EveningEntry:
    return EveningEntry(
        bed=bed, name=f"Personne {number:03}", code=f"BKO-26-{number:05}-S", sex="F", age="?", child=child,
        instruction=instruction,
    )  # fmt: skip


def _print(target: Path, *lines: EveningEntry) -> str:
    use_language("fr")
    sheet = EveningSheet(number="FS-BKO-2026-0012", site="Bamako", at=AT, lines=lines)
    write_evening_sheet(sheet, target, Printed(by="Awa", at=AT, centre="Centre"))
    command = ["pdftotext", "-layout", str(target), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (30, 2), (150, 5)])
def test_any_number_of_people_pages_with_its_headings(tmp_path: Path, count: int, pages: int) -> None:
    shown = _print(tmp_path / "a.pdf", *map(_entry, range(count)))
    assert all(f"Personne {n:03}" in shown for n in range(count))
    assert shown.count("\f") == shown.count("Consigne") == pages
    assert f"Page {pages} / {pages}" in shown
    assert f"Dans la maison : {count}. Enfants : 0. Sans lit : 0." in shown


def test_the_copy_is_numbered_and_children_and_instructions_stand_on_their_lines(tmp_path: Path) -> None:
    grown, child = _entry(1), _entry(2, child=True, bed="", instruction="Prévenir la protection")
    shown = _print(tmp_path / "a.pdf", grown, child)
    assert "FS-BKO-2026-0012" in shown
    assert "Exemplaire unique" in shown
    assert "Dans la maison : 2. Enfants : 1. Sans lit : 1." in shown
    (line,) = [line for line in shown.splitlines() if "Personne 001" in line]
    assert "Enfant" not in line
    (line,) = [line for line in shown.splitlines() if "Personne 002" in line]
    assert "Enfant" in line
    assert "Prévenir la" in shown
