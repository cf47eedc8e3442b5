"""A new centre comes to lie on the disk whole or not at all, once its paper was read back."""

import io
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from desktop.centre import Centre
from desktop.models.base import now
from desktop.services.centre_setup import RoomPlan
from desktop.services.new_centre import FirstAccount, NewCentre, SitePlan, check_place
from desktop.services.passwords import WeakPassword
from desktop.storage.creation import VaultExists
from desktop.storage.faults import DiskFull, ReadOnlyFolder
from desktop.storage.place import made_whole
from desktop.vault.derive import Kdf
from desktop.vault.refusals import NotTypedBack, WrongPaper
from desktop.vocabulary import RoomRule
from tests.centres import PASSWORD

ACCOUNT = FirstAccount(organisation="Centre d’essai", login="awa", name="Awa Diarra", password=PASSWORD)
SITES = (
    SitePlan(code="BKO", name="Bamako", rooms=(RoomPlan(name="H1", beds=3, rule=RoomRule.MEN),)),
    SitePlan(code="KYS", name="Kayes"),
)


@pytest.fixture
def fresh() -> NewCentre:
    """Give a centre that is in memory only."""
    return NewCentre(ACCOUNT, Kdf.fresh())


def _read_back(fresh: NewCentre) -> None:
    groups = fresh._vault.paper.groups
    fresh.type_back([groups[number - 1] for number in fresh.asked])


def test_it_opens_with_its_sites_rooms_and_lists(fresh: NewCentre, tmp_path: Path) -> None:
    _read_back(fresh)
    folder = tmp_path / "not" / "there" / "Centre.vault"
    fresh.write(folder, SITES)
    opened = Centre.open(folder, "awa", PASSWORD)
    sites = opened.setup.sites()
    assert [(one.code, one.name) for one in sites] == [("BKO", "Bamako"), ("KYS", "Kayes")]
    assert [(room.name, room.rule, len(room.beds)) for room in opened.house_board.board(sites[0].id).rooms] == [
        ("H1", RoomRule.MEN, 3)
    ]
    assert opened.member.name == "Awa Diarra"
    opened.close()
    assert [one.name for one in folder.parent.iterdir()] == ["Centre.vault"]


def test_nothing_is_written_before_the_paper_was_read_back(fresh: NewCentre, tmp_path: Path) -> None:
    with pytest.raises(NotTypedBack):
        fresh.write(tmp_path / "Centre.vault", SITES)
    wrong = ["00000", "00000"]
    with pytest.raises(WrongPaper) as refusal:
        fresh.type_back(wrong)
    assert refusal.value.details["group"] in fresh.asked
    assert list(tmp_path.iterdir()) == []


def test_the_paper_names_the_centre_and_nobody(fresh: NewCentre) -> None:
    made = io.BytesIO()
    fresh.paper(made)
    assert made.getvalue().startswith(b"%PDF")
    assert b"Awa" not in made.getvalue()


def test_a_site_that_is_refused_leaves_no_half_vault(fresh: NewCentre, tmp_path: Path) -> None:
    _read_back(fresh)
    with pytest.raises(Exception, match="exists already"):
        fresh.write(tmp_path / "Centre.vault", [SITES[0], SITES[0]])
    assert list(tmp_path.iterdir()) == []


def test_what_a_power_cut_left_does_not_stand_in_the_way(fresh: NewCentre, tmp_path: Path) -> None:
    _read_back(fresh)
    half = tmp_path / "Centre.vault.tmp"
    half.mkdir()
    (half / "data-1.db").write_bytes(b"half")
    fresh.write(tmp_path / "Centre.vault", SITES)
    assert [one.name for one in tmp_path.iterdir()] == ["Centre.vault"]


def test_a_short_password_is_refused_before_any_key_is_made() -> None:
    with pytest.raises(WeakPassword):
        NewCentre(FirstAccount(organisation="C", login="awa", name="Awa", password="short"), Kdf.fresh())


def test_a_folder_with_something_in_it_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("kept", "utf-8")
    with pytest.raises(VaultExists):
        check_place(tmp_path)
    with pytest.raises(VaultExists), made_whole(tmp_path, now()):
        pytest.fail("nothing may be made")
    with pytest.raises(VaultExists):
        check_place(tmp_path / "letter.txt")
    assert (tmp_path / "letter.txt").read_text("utf-8") == "kept"


def test_an_empty_or_missing_folder_is_taken(tmp_path: Path) -> None:
    check_place(tmp_path)
    check_place(tmp_path / "deep" / "Centre.vault")


def test_below_a_file_there_is_no_place(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("kept", "utf-8")
    with pytest.raises(ReadOnlyFolder), made_whole(tmp_path / "letter.txt" / "Centre.vault", now()) as fresh:
        fresh.mkdir(parents=True)


def _fill_the_disk(folder: Path) -> None:
    with made_whole(folder, now()) as fresh:
        fresh.mkdir()
        with Path("/dev/full").open("wb", buffering=0) as full:
            full.write(b"x")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_disk_that_fills_up_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(DiskFull):
        _fill_the_disk(tmp_path / "Centre.vault")
    assert list(tmp_path.iterdir()) == []


_CHECK = """
import os, sys
from pathlib import Path
from desktop.services.new_centre import check_place
if os.geteuid() == 0:
    os.setuid(65534)
try:
    check_place(Path(sys.argv[1]))
except Exception as refusal:
    print(type(refusal).__name__)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no folders that are read-only in this sense")
def test_a_folder_one_may_not_write_to_is_said_beforehand() -> None:
    # Not below tmp_path, whose parents are closed to the powerless user that root turns into.
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o555)
        command = [sys.executable, "-c", _CHECK, str(Path(name) / "Centre.vault")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        Path(name).chmod(0o755)
    assert (done.stdout, done.stderr) == ("ReadOnlyFolder\n", "")
