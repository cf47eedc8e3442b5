"""Backups: reopened and counted, safe while others write, thinned by plan."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.storage import journal
from desktop.storage.backup import BackupInVault, back_up, backups_in, check_backup, kept_by_plan, thin
from desktop.storage.engine import open_engines
from desktop.storage.faults import DiskFault
from desktop.storage.folder import VaultFolder
from desktop.storage.manifest import BackupDamaged, Manifest
from desktop.storage.migrate import create_database
from desktop.storage.restore import restore
from tests.centres import PASSWORD
from tests.conftest import KEY

AT = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)


@pytest.fixture
def vault(tmp_path: Path) -> VaultFolder:
    """Give a vault folder with a database, some lines and a stand-in for its key header."""
    folder = VaultFolder(tmp_path / "Centre.vault")
    folder.path.mkdir()
    create_database(folder.database(), KEY)
    folder.header.write_bytes(b"header")
    _write(folder, 5)
    return folder


def _write(folder: VaultFolder, count: int) -> None:
    doors = open_engines(folder.database(), KEY)
    with doors.writer.begin() as connection:
        for _ in range(count):
            journal.append(connection, journal.Line(AT, b"s", None, "test"))
    doors.close()


def _make(vault: VaultFolder, target: Path, at: datetime = AT) -> tuple[Path, Manifest]:
    return back_up(vault.database(), KEY, target, at)


def test_a_backup_holds_what_its_manifest_says(vault: VaultFolder, tmp_path: Path) -> None:
    path, manifest = _make(vault, tmp_path / "stick")
    assert sorted(one.name for one in path.iterdir()) == ["data-1.db", "data.keys", "manifest.json"]
    assert (manifest.head.seq, manifest.schema, manifest.counts["journal"]) == (5, 1, 5)
    assert check_backup(path, KEY) == manifest
    assert path.name == "2026-11-24T18-00-00-000000Z"


def test_a_backup_made_while_others_write_is_whole(vault: VaultFolder, tmp_path: Path) -> None:
    stop, written = Event(), []

    def write() -> None:
        doors = open_engines(vault.database(), KEY)
        while not stop.is_set():
            with doors.writer.begin() as connection:
                written.append(journal.append(connection, journal.Line(AT, b"s", None, "test")))
        doors.close()

    writer = Thread(target=write)
    writer.start()
    try:
        made = [_make(vault, tmp_path / "stick", AT + timedelta(minutes=n))[1] for n in range(3)]
    finally:
        stop.set()
        writer.join()
    assert len(written) > 3
    heads = {one.seq: one.hash for one in written}
    for manifest in made:
        assert manifest.head.seq == 5 or heads[manifest.head.seq] == manifest.head.hash


@pytest.mark.parametrize("name", ["data-1.db", "data.keys"])
def test_a_changed_backup_is_refused(vault: VaultFolder, tmp_path: Path, name: str) -> None:
    path, _ = _make(vault, tmp_path / "stick")
    content = bytearray((path / name).read_bytes())
    content[len(content) // 2] ^= 1
    (path / name).write_bytes(content)
    with pytest.raises(BackupDamaged):
        restore(path, tmp_path / "new.vault", "awa", PASSWORD, AT)
    assert not (tmp_path / "new.vault").exists()


def test_a_backup_of_a_damaged_file_is_not_kept(vault: VaultFolder, tmp_path: Path) -> None:
    content = bytearray(vault.database().read_bytes())
    for start in range(4096 * 2, len(content), 4096):
        content[start + 50] ^= 1
    vault.database().write_bytes(content)
    with pytest.raises(DiskFault):
        _make(vault, tmp_path / "stick")
    assert not list((tmp_path / "stick").iterdir())


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"digests": []}', b'{"anchor": {"seq": 1, "hash": "zz"}}'])
def test_a_manifest_that_makes_no_sense_is_refused(vault: VaultFolder, tmp_path: Path, content: bytes) -> None:
    path, _ = _make(vault, tmp_path / "stick")
    (path / "manifest.json").write_bytes(content)
    with pytest.raises(BackupDamaged):
        restore(path, tmp_path / "new.vault", "awa", PASSWORD, AT)


def test_the_plan_keeps_two_days_then_days_weeks_and_months() -> None:
    every_half_hour = [AT - timedelta(minutes=30 * n) for n in range(48 * 400)]
    kept = kept_by_plan(every_half_hour, AT)
    recent = {one for one in kept if AT - one <= timedelta(days=2)}
    assert len(recent) == 97
    older = sorted(kept - recent, reverse=True)
    assert len({one.date() for one in older}) == len(older)
    days = [one.date() for one in older]
    assert days[:12] == [AT.date() - timedelta(days=n) for n in range(2, 14)]
    assert 12 + 6 <= len(older) <= 12 + 10 + 9
    assert AT - older[-1] > timedelta(days=230)


@settings(max_examples=200)
@given(st.lists(st.integers(0, 500 * 24 * 60), max_size=80))
def test_the_plan_never_loses_the_newest_and_is_stable(minutes: list[int]) -> None:
    moments = [AT - timedelta(minutes=one) for one in minutes]
    kept = kept_by_plan(moments, AT)
    assert kept <= set(moments)
    assert not moments or max(moments) in kept
    assert kept_by_plan(kept, AT) == kept


def test_no_backup_lies_among_the_files_of_the_vault(vault: VaultFolder, tmp_path: Path) -> None:
    (tmp_path / "beside").symlink_to(vault.path, target_is_directory=True)
    before = sorted(vault.path.iterdir())
    for place in (vault.path, vault.backups / "..", tmp_path / "beside"):
        with pytest.raises(BackupInVault):
            _make(vault, place)
    assert [one for one in sorted(vault.path.iterdir()) if one != vault.backups] == before
    assert _make(vault, vault.backups)[0].parent == vault.backups


def test_what_a_power_cut_left_of_a_backup_goes_with_a_later_one(vault: VaultFolder, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    names = ("2026-11-22T18-00-00-000000Z.tmp", "2026-11-24T17-59-00-000000Z.tmp", "photos.tmp", "2025-01-01")
    for name in names:
        (stick / name).mkdir(parents=True)
        (stick / name / "data-1.db").write_bytes(b"half")
    path, _ = _make(vault, stick)
    # One that began a moment ago may still be under way.
    assert sorted(one.name for one in stick.iterdir()) == sorted((*names[1:], path.name))


def test_thinning_removes_only_old_backups(vault: VaultFolder, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    for hours in (0, 1, 100, 101):
        _make(vault, stick, AT - timedelta(hours=hours))
    (stick / "photos").mkdir()
    gone = thin(stick, AT)
    assert [one.name for one in gone] == ["2026-11-20T13-00-00-000000Z"]
    assert len(backups_in(stick)) == 3
    assert (stick / "photos").is_dir()
