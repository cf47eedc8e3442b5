"""Looking after the vault: who may, what is traced, what a backup holds."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed
from desktop.models.accounts import Anchor as AnchorRow
from desktop.models.accounts import Journal
from desktop.rights import Permission, Role
from desktop.services.journal_page import JournalService
from desktop.services.vault_care import FolderGone, VaultCareService
from desktop.storage.anchors import read_anchors, refuse_older
from desktop.storage.backup import BackupStopped, check_backup
from desktop.storage.engine import Engines, open_engines
from desktop.storage.folder import VaultFolder
from desktop.storage.migrate import create_database
from desktop.storage.reserve import room_is_short
from desktop.storage.unit_of_work import Desk, Member
from tests.conftest import KEY

Sit = Callable[..., Desk]


@pytest.fixture
def folder(tmp_path: Path) -> VaultFolder:
    """Give a vault folder with an empty database and a stand-in for its key header."""
    folder = VaultFolder(tmp_path / "Centre.vault")
    folder.path.mkdir()
    create_database(folder.database(), KEY)
    folder.header.write_bytes(b"header")
    return folder


@pytest.fixture
def sit(folder: VaultFolder) -> Iterator[Sit]:
    """Sit somebody at the desk of that vault."""
    doors: Engines = open_engines(folder.database(), KEY)

    def at(*roles: Role) -> Desk:
        return Desk(doors, Member(uuid4(), "ami", "Ami", frozenset(roles)))

    yield at
    doors.close()


def _care(desk: Desk, folder: VaultFolder) -> VaultCareService:
    return VaultCareService(desk, folder.database(), lambda: KEY)


def test_a_backup_is_verified_traced_and_anchored(sit: Sit, folder: VaultFolder, tmp_path: Path) -> None:
    desk = sit(Role.ADMINISTRATION)
    made = _care(desk, folder).backup(tmp_path / "stick")
    assert check_backup(made.path, KEY) == made.manifest
    assert made.manifest.head.seq == 1
    assert [line.action for line in JournalService(desk).lines()] == ["backup verified", "back up"]
    assert [(one.seq, one.place) for one in read_anchors(folder.anchors)] == [(1, "backup")]
    with desk.read(Permission.READ_JOURNAL) as look:
        refuse_older(look.connection, read_anchors(folder.anchors))
        assert look.scalar(sa.select(AnchorRow.seq)) == 1
    assert _care(desk, folder).last_backup(tmp_path / "stick") is not None
    assert not _care(desk, folder).backup_is_stale(tmp_path / "stick")
    assert _care(desk, folder).backup_is_stale(tmp_path / "other")


def test_a_check_says_sound_or_damaged_in_the_journal(sit: Sit, folder: VaultFolder) -> None:
    desk = sit(Role.COORDINATION)
    assert _care(desk, folder).check().sound
    content = bytearray(folder.database().read_bytes())
    content[-100] ^= 1
    folder.database().write_bytes(content)
    report = _care(desk, folder).check()
    assert not report.sound
    assert report.faults[0] == "1 page of the file is damaged."
    assert [line.object_id for line in JournalService(desk).lines(action="check")] == ["damaged", "sound"]


@pytest.mark.parametrize("role", [Role.ACTIVITIES, Role.RECEPTION, Role.MONITORING, Role.SOCIAL_WORK])
def test_without_the_right_nothing_is_copied_checked_or_read(sit: Sit, folder: VaultFolder, role: Role) -> None:
    desk = sit(role)
    care, page = _care(desk, folder), JournalService(desk)
    refused: list[Callable[[], object]] = [
        care.backup,
        care.check,
        care.last_backup,
        page.lines,
        page.actions,
        lambda: care.backup_is_stale(folder.path),
    ]
    for act in refused:
        with pytest.raises(NotAllowed):
            act()
    assert not folder.backups.exists()


def test_all_is_well_until_the_last_check_found_damage(sit: Sit, folder: VaultFolder) -> None:
    care, anybody = _care(sit(Role.COORDINATION), folder), _care(sit(Role.ACTIVITIES), folder)
    care.check()
    # The machine that runs the tests may itself be short of room.
    ordinary = anybody.warnings()
    assert len(ordinary) == int(room_is_short(folder.path))
    content = bytearray(folder.database().read_bytes())
    content[-100] ^= 1
    folder.database().write_bytes(content)
    care.check()
    assert set(anybody.warnings()) - set(ordinary) == {
        "The last check found damage in the vault's file. Speak to the coordination."
    }
    with pytest.raises(NotAllowed):
        _care(sit(), folder).warnings()


def test_a_text_deleted_behind_the_program_is_told_to_those_who_keep_backups(sit: Sit, folder: VaultFolder) -> None:
    care, others = _care(sit(Role.COORDINATION), folder), _care(sit(Role.ACTIVITIES), folder)
    with sit(Role.SOCIAL_WORK).begin(Permission.USE_PROGRAM) as work:
        work.trace("write note", "sealed_item", uuid4())
    before = others.warnings()
    assert (care.check().sound, care.check().gone) == (True, 1)
    assert [one for one in care.warnings() if "changed behind" in one]
    assert others.warnings() == before


def test_a_disk_that_fills_up_is_told_to_everybody(
    sit: Sit, folder: VaultFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    care = _care(sit(Role.RECEPTION), folder)
    for left, told in ((499, True), (501, False)):
        usage = shutil.disk_usage(folder.path)._replace(free=left * 1024 * 1024)
        monkeypatch.setattr(shutil, "disk_usage", lambda _, usage=usage: usage)
        assert any("almost full" in one for one in care.warnings()) is told


def test_an_old_copy_on_another_disk_is_told(sit: Sit, folder: VaultFolder, tmp_path: Path) -> None:
    care, stick = _care(sit(Role.COORDINATION), folder), tmp_path / "stick"
    assert any("another disk" in one for one in care.warnings(stick))
    made = care.backup(stick)
    assert not any("another disk" in one for one in care.warnings(stick))
    made.path.rename(stick / "2019-03-27T18-00-00-000000Z")
    assert any("another disk" in one for one in care.warnings(stick))
    assert care.backup_is_stale(stick)


def test_the_journal_is_read_page_by_page(sit: Sit) -> None:
    desk = sit(Role.ADMINISTRATION)
    for number in range(5):
        with desk.begin(Permission.MANAGE_CENTRE) as work:
            work.trace("odd" if number % 2 else "even", "site", number, ["name", "zone"])
    page = JournalService(desk)
    newest = page.lines(limit=2)
    assert [(line.seq, line.object_id, line.fields) for line in newest] == [
        (5, "4", ("name", "zone")),
        (4, "3", ("name", "zone")),
    ]
    assert [line.seq for line in page.lines(before=4)] == [3, 2, 1]
    assert [line.seq for line in page.lines(action="odd")] == [4, 2]
    assert page.actions() == ["even", "odd"]
    with desk.read(Permission.READ_JOURNAL) as look:
        assert look.scalar(sa.select(sa.func.count()).select_from(Journal)) == 5


def test_the_newest_backup_stands_first(sit: Sit, folder: VaultFolder, tmp_path: Path) -> None:
    care = _care(sit(Role.ADMINISTRATION), folder)
    first, second = care.backup(tmp_path / "stick"), care.backup(tmp_path / "stick")
    assert [path for _, path in care.backups(tmp_path / "stick")] == [second.path, first.path]


def test_a_folder_that_is_gone_is_not_made_anew(sit: Sit, folder: VaultFolder, tmp_path: Path) -> None:
    with pytest.raises(FolderGone, match="not there"):
        _care(sit(Role.ADMINISTRATION), folder).backup(tmp_path / "stick", must_exist=True)
    assert not (tmp_path / "stick").exists()


def test_a_backup_that_is_stopped_leaves_nothing(sit: Sit, folder: VaultFolder, tmp_path: Path) -> None:
    care = _care(sit(Role.ADMINISTRATION), folder)
    with pytest.raises(BackupStopped):
        care.backup(tmp_path / "stick", stopped=lambda: True)
    assert list((tmp_path / "stick").iterdir()) == []
    assert care.backup(tmp_path / "stick").path.is_dir()


def test_the_folder_on_another_disk_is_remembered(sit: Sit, folder: VaultFolder, tmp_path: Path) -> None:
    care = _care(sit(Role.COORDINATION), folder)
    assert care.other_disk() is None
    for place in (tmp_path / "one", tmp_path / "two"):
        care.keep_on(place)
    assert care.other_disk() == tmp_path / "two"


def test_reception_knows_nothing_of_backups(sit: Sit, folder: VaultFolder, tmp_path: Path) -> None:
    care = _care(sit(Role.RECEPTION), folder)
    for refused in (care.backups, care.other_disk, lambda: care.keep_on(tmp_path)):
        with pytest.raises(NotAllowed):
            refused()


def test_the_journal_is_kept_to_an_author_an_act_and_a_day(sit: Sit) -> None:
    first, second = sit(Role.COORDINATION), sit(Role.COORDINATION)
    for desk, action in ((first, "place"), (first, "transfer"), (second, "place")):
        with desk.begin(Permission.USE_PROGRAM) as work:
            work.trace(action, "stay", "x", ["bed"])
    journal = JournalService(first)
    assert [line.action for line in journal.lines(who=first.member.id)] == ["transfer", "place"]
    assert len(journal.lines(action="place")) == 2
    today = journal.lines()[0].at.date()
    assert len(journal.lines(day=today)) == 3
    assert journal.lines(day=today - timedelta(days=1)) == []
    assert journal.actions() == ["place", "transfer"]
    assert journal.authors() == []


def test_sealed_work_is_not_in_the_journal_of_an_administrator(sit: Sit) -> None:
    with sit(Role.COORDINATION).begin(Permission.USE_PROGRAM) as work:
        work.trace("open case", "case", "x")
        work.trace("place", "stay", "x")
    for role, seen in ((Role.ADMINISTRATION, ["place"]), (Role.COORDINATION, ["place"])):
        journal = JournalService(sit(role))
        assert [line.action for line in journal.lines()] == seen
        assert journal.actions() == seen


def test_without_the_right_the_journal_names_nobody(sit: Sit) -> None:
    with pytest.raises(NotAllowed):
        JournalService(sit(Role.RECEPTION)).authors()
