"""The plan is written as a calendar file from the command line."""

from pathlib import Path

import pytest

from desktop.cli import main
from tests.centres import PASSWORD, TestCentre
from tests.services.house import MONDAY
from tests.views.opened import house_of, signed_in


def test_weeks_are_written_and_a_bad_place_or_number_is_refused(
    centre: TestCentre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with signed_in(centre, "awa") as opened:
        house_of(opened).plan("sport")
    monkeypatch.setenv("JATIGI_PASSWORD", PASSWORD)
    asked = ["calendar", "--vault", str(centre.folder), "--user", "awa", "--week", str(MONDAY), "--ics"]
    assert main([*asked, str(tmp_path / "week.ics")]) == 0
    assert (tmp_path / "week.ics").read_bytes().count(b"BEGIN:VEVENT") == 1
    assert main([*asked, str(tmp_path / "nowhere" / "week.ics")]) == 1
    assert main([*asked, str(tmp_path / "many.ics"), "--weeks", "54"]) == 1
    assert capsys.readouterr().err.count("\n") == 2
    assert not (tmp_path / "many.ics").exists()
