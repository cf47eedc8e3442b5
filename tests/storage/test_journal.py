"""The journal: a chain that shows changes, heads signed, and heads kept outside."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.storage import journal
from desktop.storage.anchors import (
    Anchor,
    OlderThanAnchor,
    anchor_of,
    note_anchor,
    read_anchors,
    refuse_older,
    write_anchor,
)
from desktop.storage.checkpoints import Doubt, is_due, sign_head, verify_checkpoints
from desktop.storage.engine import Engines, open_engines, open_raw
from desktop.storage.migrate import create_database
from tests.conftest import KEY

AT = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)


@pytest.fixture
def doors(tmp_path: Path) -> Iterator[Engines]:
    """Give the doors to a file with 20 lines in its journal."""
    create_database(tmp_path / "data-1.db", KEY)
    doors = open_engines(tmp_path / "data-1.db", KEY)
    _write(doors, 20)
    yield doors
    doors.close()


def _write(doors: Engines, count: int) -> journal.Head:
    with doors.writer.begin() as connection:
        for number in range(count):
            head = journal.append(connection, journal.Line(AT, b"s", UUID(int=number), "mark", "attendance", "x"))
    return head


def _rewrite(doors: Engines, *statements: str) -> None:
    """Do what somebody with the key can do."""
    with doors.writer.begin() as connection:
        for act in ("update", "delete"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS journal_no_{act}")
        for statement in statements:
            connection.exec_driver_sql(statement)


def test_a_line_hashes_as_it_is_written_down() -> None:
    line = journal.Line(AT, b"s", UUID(int=1), "a", "b", "c", "d")
    moment = b"2026-11-24T08:30:00.000000+00:00"
    parts = (bytes(32), (1).to_bytes(8, "big"), moment, b"s", UUID(int=1).bytes, b"a", b"b", b"c", b"d")
    wanted = hashlib.sha256(b"".join(len(part).to_bytes(4, "big") + part for part in parts)).digest()
    assert journal.line_hash(journal.Head(0, bytes(32)), line) == wanted


def test_an_untouched_journal_holds(doors: Engines) -> None:
    with doors.reader.connect() as connection:
        found = journal.verify(connection)
        assert found == journal.Chain(journal.head(connection), None)
    assert found.head.seq == 20


@pytest.mark.parametrize(
    ("statement", "broken_at"),
    [
        ("UPDATE journal SET action = 'see' WHERE seq = 7", 7),
        ("UPDATE journal SET actor = NULL WHERE seq = 7", 7),
        ("UPDATE journal SET at = '2026-11-24 08:30:00.000001' WHERE seq = 1", 1),
        ("DELETE FROM journal WHERE seq = 7", 7),
        ("UPDATE journal SET hash = x'00' WHERE seq = 20", 20),
    ],
)
def test_a_changed_line_is_found(doors: Engines, statement: str, broken_at: int) -> None:
    _rewrite(doors, statement)
    with doors.reader.connect() as connection:
        assert journal.verify(connection).broken_at == broken_at


def test_a_whole_chain_written_anew_is_found_by_its_signatures(doors: Engines) -> None:
    mine = Ed25519PrivateKey.generate()
    with doors.writer.begin() as connection:
        sign_head(connection, b"k", mine.sign, AT)
    public = mine.public_key().public_bytes_raw()
    with doors.reader.connect() as connection:
        assert verify_checkpoints(connection, {b"k": public}.get) == []
        assert verify_checkpoints(connection, {b"k": bytes(32)}.get) == [Doubt(20, "unsigned")]
        assert verify_checkpoints(connection, lambda _: None) == [Doubt(20, "unsigned")]
    _rewrite(doors, "DELETE FROM journal")
    with doors.reader.connect() as connection:
        assert verify_checkpoints(connection, {b"k": public}.get) == [Doubt(20, "missing")]
    _write(doors, 21)
    _rewrite(doors, "DELETE FROM journal")
    with doors.writer.begin() as connection:
        for _ in range(20):
            journal.append(connection, journal.Line(AT, b"s", None, "nothing to see"))
    with doors.reader.connect() as connection:
        assert journal.verify(connection).broken_at is None
        assert verify_checkpoints(connection, {b"k": public}.get) == [Doubt(20, "changed")]


def test_a_signature_is_due_every_hundred_lines(doors: Engines) -> None:
    _write(doors, 79)
    with doors.reader.connect() as connection:
        assert not is_due(connection)
    _write(doors, 1)
    with doors.writer.begin() as connection:
        assert is_due(connection)
        sign_head(connection, b"k", Ed25519PrivateKey.generate().sign, AT)
        assert not is_due(connection)


def _anchor(doors: Engines, folder: Path) -> None:
    with doors.reader.connect() as connection:
        write_anchor(folder / "anchors.json", anchor_of(connection, AT, "close"))


def test_an_old_copy_put_back_is_refused(doors: Engines, tmp_path: Path) -> None:
    path = tmp_path / "data-1.db"
    doors.close()
    shutil.copyfile(path, tmp_path / "old")
    later = open_engines(path, KEY)
    _anchor(later, tmp_path)
    _write(later, 5)
    _anchor(later, tmp_path)
    with later.reader.connect() as connection:
        refuse_older(connection, read_anchors(tmp_path / "anchors.json"))
    later.close()
    (tmp_path / "old").replace(path)
    again = open_engines(path, KEY)
    with pytest.raises(OlderThanAnchor) as refusal, again.reader.connect() as connection:
        refuse_older(connection, read_anchors(tmp_path / "anchors.json"))
    assert "count: 5" in refusal.value.explain()
    again.close()


@pytest.mark.parametrize("harm", ["delete", "flip"])
def test_a_lost_journal_file_is_silent_but_for_the_anchor(doors: Engines, tmp_path: Path, harm: str) -> None:
    path, elsewhere = tmp_path / "data-1.db", tmp_path / "elsewhere"
    with closing(open_raw(path, KEY)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    _write(doors, 5)
    _anchor(doors, tmp_path)
    elsewhere.mkdir()
    for name in ("data-1.db", "data-1.db-wal"):
        shutil.copyfile(tmp_path / name, elsewhere / name)
    hot = elsewhere / "data-1.db-wal"
    if harm == "delete":
        hot.unlink()
    else:
        content = bytearray(hot.read_bytes())
        content[200] ^= 1
        hot.write_bytes(content)
    found = open_engines(elsewhere / "data-1.db", KEY)
    with found.reader.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert journal.verify(connection).broken_at is None
        with pytest.raises(OlderThanAnchor):
            refuse_older(connection, read_anchors(tmp_path / "anchors.json"))
    found.close()


def test_only_the_last_anchors_are_kept(doors: Engines, tmp_path: Path) -> None:
    path = tmp_path / "anchors.json"
    for number in range(103):
        write_anchor(path, Anchor(number, bytes(32), AT, "close"))
    assert [one.seq for one in read_anchors(path)] == list(range(3, 103))
    path.write_bytes(b'[{"seq": "x"}]')
    assert read_anchors(path) == []
    with doors.writer.begin() as connection:
        note_anchor(connection, Anchor(20, bytes(32), AT, "backup"))
        assert connection.scalar(sa.text("SELECT place FROM anchor")) == "backup"
