"""The evening sheet is numbered and in the journal before it exists."""

import subprocess
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa

from desktop.cli import main
from desktop.errors import NotAllowed, NotFound
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.rights import Permission, Role
from desktop.services.house import HouseService
from desktop.storage.unit_of_work import Desk
from tests.centres import PASSWORD, TestCentre
from tests.conftest import DeskFor
from tests.services.house import MONDAY, make_house, moment

EVENING = moment(MONDAY, 20)


def _text(paper: bytes) -> str:
    command = ["pdftotext", "-layout", "-", "-"]
    return subprocess.run(command, input=paper, check=True, capture_output=True).stdout.decode()


def _journal(desk: Desk) -> list[str]:
    with desk.read(Permission.READ_JOURNAL) as look:
        question = sa.text("SELECT object_id FROM journal WHERE action = 'print evening sheet' ORDER BY seq")
        return [row.object_id for row in look.rows(question)]


def test_it_tells_who_is_there_at_that_hour_and_what_to_do(desk: Desk) -> None:
    house = make_house(desk)
    code = house.lodge("Awa Koné", age=9)
    gone = house.lodge("Issa Bah")
    house.leave(gone, EVENING - timedelta(hours=1))
    with desk.begin(Permission.EDIT_PEOPLE) as work:
        work.run(sa.update(Person).where(Person.code == code).values(protect_flag=True))
        work.run(sa.update(Stay).values(accompaniment="with a member of staff"))
        work.trace("flag")
    paper = BytesIO()
    HouseService(desk).evening_sheet(house.site, paper, EVENING)
    shown = _text(paper.getvalue())
    for words in (code, "Koné Awa", "Child", "Call protection", "with a member", "20:00", "Children: 1."):
        assert words in shown, words
    assert "Bah" not in shown


def test_names_stand_in_their_order_whatever_their_capitals_and_ages_are_the_youngest(desk: Desk) -> None:
    house = make_house(desk)
    for name in ("Awa DIARRA", "Issa Dembélé", "Fanta Évrard", "Binta FOFANA"):
        house.lodge(name, age=18)
    born = {"birth_min": date(2008, 1, 1), "birth_max": date(2008, 12, 31)}
    with desk.begin(Permission.EDIT_PEOPLE) as work:
        work.run(sa.update(Person).where(Person.family_name == "DIARRA").values(**born))
        work.trace("correct")
    lines = HouseService(desk).evening_list(house.site, EVENING)
    assert [line.name.split()[0] for line in lines] == ["Dembélé", "DIARRA", "Évrard", "FOFANA"]
    assert [(line.age, line.child) for line in lines[:2]] == [(18, False), (17, True)]


def test_each_copy_has_its_number_and_its_line_even_when_the_paper_fails(desk: Desk, tmp_path: Path) -> None:
    house = make_house(desk)
    first = HouseService(desk).evening_sheet(house.site, tmp_path / "a.pdf", EVENING)
    with pytest.raises(FileNotFoundError):
        HouseService(desk).evening_sheet(house.site, tmp_path / "absent" / "b.pdf", EVENING)
    third = HouseService(desk).evening_sheet(house.site, tmp_path / "c.pdf", EVENING)
    stem = first[:-4]
    assert (first[-4:], third) == ("0001", f"{stem}0003")
    assert _journal(desk) == [first, f"{stem}0002", third]
    assert third in _text((tmp_path / "c.pdf").read_bytes())


def test_other_roles_and_other_sites_are_refused(desk: Desk, desk_for: DeskFor, tmp_path: Path) -> None:
    house = make_house(desk)
    paper = tmp_path / "a.pdf"
    for refused in (desk_for(Role.PSYCHOLOGY), desk_for(Role.RECEPTION, sites=frozenset({uuid4()}))):
        with pytest.raises(NotAllowed):
            HouseService(refused).evening_sheet(house.site, paper)
    with pytest.raises(NotFound):
        HouseService(desk).evening_sheet(uuid4(), paper)
    assert not paper.exists()


def test_the_command_line_writes_it(
    centre: TestCentre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JATIGI_PASSWORD", PASSWORD)
    words = ["evening-sheet", "--vault", str(centre.folder), "--user", "seydou", "--pdf", str(tmp_path / "a.pdf")]
    assert main([*words, "--at", "2026-11-22 20:00"]) == 0
    assert "FS-BKO-" in capsys.readouterr().out
    assert "20:00" in _text((tmp_path / "a.pdf").read_bytes())
    assert main([*words, "--site", "XXX"]) == 1
    assert capsys.readouterr().err == "Nothing was found for “XXX”.\n"
