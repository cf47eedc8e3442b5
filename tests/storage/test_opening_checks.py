"""What an opening does besides unlocking: the check that is due, signatures, anchors, the reserve."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop.models.accounts import Checkpoint, Journal
from desktop.models.base import table_of
from desktop.rights import Permission
from desktop.storage import journal, reserve
from desktop.storage.anchors import read_anchors
from desktop.storage.checkpoints import verify_checkpoints
from desktop.storage.faults import DamagedFile
from desktop.storage.folder import VaultFolder
from desktop.storage.opening import OpenVault
from desktop.storage.quick_check import full_check_due, mark_open
from tests.centres import TestCentre

AT = datetime(2026, 11, 24, tzinfo=UTC)


def _checks(vault: OpenVault) -> list[str]:
    question = sa.select(Journal.object_id).where(Journal.action == "check").order_by(Journal.seq)
    with vault.desk.read(Permission.USE_PROGRAM) as look:
        return [row.object_id for row in look.rows(question)]


def _write_and_fail(vault: OpenVault) -> None:
    with vault.desk.begin(Permission.MANAGE_CENTRE) as work:
        for _ in range(150):
            work.trace("test")
        raise ZeroDivisionError


def _stop_uncleanly(vault: OpenVault) -> None:
    """Let go of the files as a killed program does."""
    vault._held.close()


def test_the_first_opening_checks_in_full_and_the_next_ones_do_not(centre: TestCentre) -> None:
    vault = centre.open("awa")
    before = _checks(vault)
    vault.close()
    assert before == ["sound"]
    vault = centre.open("seydou")
    assert _checks(vault) == before
    vault.close()


def test_an_unclean_stop_is_followed_by_a_full_check(centre: TestCentre) -> None:
    vault = centre.open("awa")
    _stop_uncleanly(vault)
    vault = centre.open("seydou")
    assert _checks(vault) == ["sound", "sound"]
    vault.close()


def test_a_week_later_the_check_is_due_again(centre: TestCentre) -> None:
    vault = centre.open("awa")
    with vault.engines.writer.begin() as connection:
        mark_open(connection, datetime.now(UTC) - timedelta(days=8))
    vault.close()
    vault = centre.open("awa")
    assert _checks(vault) == ["sound", "sound"]
    vault.close()


@pytest.mark.parametrize(
    ("last", "clean", "due"),
    [(None, True, True), (AT, True, False), (AT, False, True), (AT.replace(day=17), True, True),
     (AT.replace(day=25), True, True)],
)  # fmt: skip
def test_the_full_check_is_due_weekly_and_after_an_unclean_stop(
    last: datetime | None, *, clean: bool, due: bool
) -> None:
    assert full_check_due(last, AT, closed_cleanly=clean) is due


def test_a_damaged_page_that_holds_nothing_is_reported_and_keeps_nobody_out(centre: TestCentre) -> None:
    """VACUUM in place would fail on it and spoil the connection; a backup leaves it behind."""
    path = VaultFolder(centre.folder).database()
    vault = centre.open("awa")
    with vault.engines.writer.begin() as connection:
        connection.exec_driver_sql("INSERT INTO vault_meta VALUES ('waste', zeroblob(100000))")
    with vault.engines.writer.begin() as connection:
        connection.exec_driver_sql("DELETE FROM vault_meta WHERE name = 'waste'")
    _stop_uncleanly(vault)
    content = bytearray(path.read_bytes())
    content[-2000] ^= 1
    path.write_bytes(content)
    vault = centre.open("awa")
    assert _checks(vault) == ["sound", "damaged"]
    vault.close()


def test_damage_in_what_was_saved_is_met_by_the_check_that_is_due(centre: TestCentre) -> None:
    path = VaultFolder(centre.folder).database()
    _stop_uncleanly(centre.open("awa"))
    content = bytearray(path.read_bytes())
    for start in range(4096 * 8, len(content), 4096 * 3):
        content[start + 77] ^= 1
    path.write_bytes(content)
    with pytest.raises(DamagedFile):
        centre.open("awa")


def test_the_journal_is_signed_and_anchored_every_hundred_lines(centre: TestCentre) -> None:
    vault, anchors = centre.open("awa"), VaultFolder(centre.folder).anchors
    noted = len(read_anchors(anchors))
    for _ in range(200):
        with vault.desk.begin(Permission.MANAGE_CENTRE) as work:
            work.trace("test")
    assert [one.seq % 100 for one in read_anchors(anchors)[noted:]] == [0, 0]
    with vault.desk.begin(Permission.MANAGE_CENTRE) as work:
        for _ in range(250):
            work.trace("test")
    fresh = read_anchors(anchors)[noted:]
    assert len(fresh) == 3
    with vault.desk.read(Permission.READ_JOURNAL) as look:
        assert fresh[-1].hash == journal.head(look.connection).hash
        signed = set(look.connection.scalars(sa.select(table_of(Checkpoint).c.seq)))
        assert {one.seq for one in fresh} <= signed
        assert verify_checkpoints(look.connection, vault.desk.keys.ledger.author_key) == []
    vault.close()


def test_a_change_that_is_undone_leaves_no_anchor_ahead_of_the_journal(centre: TestCentre) -> None:
    vault, anchors = centre.open("awa"), VaultFolder(centre.folder).anchors
    noted = read_anchors(anchors)
    with pytest.raises(ZeroDivisionError):
        _write_and_fail(vault)
    assert read_anchors(anchors) == noted
    vault.close()
    centre.open("awa").close()


def test_closing_signs_and_anchors_the_last_line(centre: TestCentre) -> None:
    vault = centre.open("seydou")
    with vault.desk.read(Permission.USE_PROGRAM) as look:
        head = journal.head(look.connection)
    vault.close()
    last = read_anchors(VaultFolder(centre.folder).anchors)[-1]
    assert (last.seq, last.hash, last.place) == (head.seq, head.hash, "header")


def test_an_anchor_that_cannot_be_written_loses_nothing(centre: TestCentre) -> None:
    vault, anchors = centre.open("awa"), VaultFolder(centre.folder).anchors
    anchors.unlink()
    anchors.mkdir()
    with vault.desk.begin(Permission.MANAGE_CENTRE) as work:
        for _ in range(150):
            work.trace("test")
    vault.close()
    centre.open("awa").close()


def test_the_reserve_is_refilled_at_the_next_opening(centre: TestCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    room = VaultFolder(centre.folder).reserve
    room.unlink()
    monkeypatch.setattr(reserve, "RESERVE_BYTES", 1 << 60)
    centre.open("awa").close()
    assert not room.exists()
    monkeypatch.undo()
    centre.open("awa").close()
    assert room.stat().st_size == 32 * 1024 * 1024


def test_an_existing_reserve_is_left_alone(centre: TestCentre) -> None:
    room: Path = VaultFolder(centre.folder).reserve
    before = room.stat().st_mtime_ns
    centre.open("awa").close()
    assert room.stat().st_mtime_ns == before
