"""The encrypted file: keyed right, never taken for new, durable, unreadable without the key."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
import sqlalchemy as sa

from desktop.storage.engine import Engines, open_engines, open_raw, prove_codec
from desktop.storage.faults import Codecless, DamagedFile, MissingFile, PlainFile
from tests.conftest import KEY

MARKER = "Fatoumata-marqueur-Diarra"


@pytest.fixture
def path(tmp_path: Path, empty_file: Path) -> Path:
    """Give a file of its own with some rows in it."""
    path = tmp_path / "data-1.db"
    path.write_bytes(empty_file.read_bytes())
    with closing(open_raw(path, KEY)) as connection:
        connection.executemany("INSERT INTO vault_meta VALUES (?, ?)", [(f"row {n}", bytes(500)) for n in range(400)])
    return path


@pytest.fixture
def doors(path: Path) -> Iterator[Engines]:
    """Give the doors to that file."""
    doors = open_engines(path, KEY)
    yield doors
    doors.close()


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_is_refused(path: Path, length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_raw(path, bytes(length))


def test_another_key_does_not_open_the_file(path: Path) -> None:
    with pytest.raises(DamagedFile):
        open_raw(path, bytes(32))


def test_a_library_without_the_codec_is_found_out() -> None:
    with closing(sqlite3.connect(":memory:")) as plain, pytest.raises(Codecless):
        prove_codec(plain)


@pytest.mark.parametrize("size", [0, 1, 100, 4095, 4096, 8192])
def test_a_truncated_file_never_looks_new(path: Path, size: int) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:size])
    with pytest.raises(DamagedFile):
        open_raw(path, KEY)
    assert path.read_bytes() == whole[:size]


def test_a_missing_file_is_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        open_raw(tmp_path / "data-1.db", KEY)
    assert not list(tmp_path.iterdir())


def test_a_plain_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "data-1.db"
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE vault_meta (name, value)")
    with pytest.raises(PlainFile):
        open_raw(path, KEY)


def test_every_setting_holds_on_every_connection(doors: Engines) -> None:
    wanted = {
        "foreign_keys": 1,
        "journal_mode": "wal",
        "synchronous": 2,
        "fullfsync": 1,
        "busy_timeout": 10000,
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "cipher_memory_security": "0",
    }
    for door, cache in ((doors.writer, -65536), (doors.reader, -8192)):
        with door.connect() as connection:
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in [*wanted, "cache_size"]}
        assert found == wanted | {"cache_size": cache}


def test_a_setting_that_does_not_take_is_found_out(path: Path) -> None:
    """Once switched on, `cipher_memory_security` stays on in the whole process, without a word."""
    script = (
        "import sqlcipher3.dbapi2 as driver, sys; from pathlib import Path\n"
        "from desktop.storage.engine import open_raw\n"
        "open_raw(Path(sys.argv[1]), bytes(range(32))).close(); print('opens')\n"
        "driver.connect(':memory:').execute('PRAGMA cipher_memory_security = ON')\n"
        "open_raw(Path(sys.argv[1]), bytes(range(32)))"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False)
    assert done.stdout == "opens\n"
    assert "Codecless: the connection refuses cipher_memory_security" in done.stderr


def test_the_reader_cannot_write(doors: Engines) -> None:
    statement = "INSERT INTO vault_meta VALUES ('new', x'00')"
    with pytest.raises(Exception, match=r"readonly|write"), doors.reader.begin() as connection:
        connection.exec_driver_sql(statement)
    with doors.writer.begin() as connection:
        connection.exec_driver_sql(statement)


def test_the_writer_takes_its_turn_before_it_reads(doors: Engines, path: Path) -> None:
    """A deferred reader turned writer would be refused at once after another commit."""
    failed = []

    def raise_counter() -> None:
        mine = open_engines(path, KEY)
        for _ in range(25):
            with mine.writer.begin() as connection:
                seen = connection.exec_driver_sql("SELECT count(*) FROM vault_meta").scalar()
                connection.exec_driver_sql("INSERT INTO vault_meta VALUES (?, x'00')", (f"turn {seen}",))
        mine.close()
        failed.append(False)

    threads = [Thread(target=raise_counter) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert failed == [False] * 4
    with doors.reader.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM vault_meta").scalar() == 500


def test_a_deferred_writer_would_be_refused_at_once(path: Path) -> None:
    """The trap itself, so that the guard above is known to guard something."""
    with closing(open_raw(path, KEY)) as late, closing(open_raw(path, KEY)) as quick:
        late.execute("BEGIN")
        late.execute("SELECT count(*) FROM vault_meta").fetchone()
        quick.execute("INSERT INTO vault_meta VALUES ('quick', x'00')")
        with pytest.raises(Exception, match="locked"):
            late.execute("INSERT INTO vault_meta VALUES ('late', x'00')")


def test_an_error_never_names_the_values(doors: Engines) -> None:
    with pytest.raises(sa.exc.IntegrityError) as problem, doors.writer.begin() as connection:
        connection.execute(sa.text("INSERT INTO vault_meta VALUES (:name, NULL)"), {"name": MARKER})
    assert MARKER not in str(problem.value)


def test_the_doors_stay_shut_once_closed(path: Path) -> None:
    doors = open_engines(path, KEY)
    doors.close()
    assert not doors.secret
    with pytest.raises(ValueError, match="32 bytes"):
        doors.reader.connect()


def test_damage_met_while_reading_has_its_sentence(doors: Engines, path: Path) -> None:
    doors.close()
    bytes_ = bytearray(path.read_bytes())
    for place in range(4096 * 4, len(bytes_), 4096):
        bytes_[place + 100] ^= 1
    path.write_bytes(bytes_)
    damaged = open_engines(path, KEY)
    with pytest.raises(DamagedFile), damaged.reader.connect() as connection:
        connection.exec_driver_sql("SELECT sum(length(value)) FROM vault_meta").scalar()
    damaged.close()
