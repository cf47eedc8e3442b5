"""What encryption costs: the people of a convoy inserted into two files that differ in nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.models.keys import uuid7
from desktop.storage.engine import WRITER_CACHE_KIB, open_raw
from tests.benchmarks.figures import Figure, in_turns
from tests.benchmarks.ground import Ground

_ROWS = 150
_TABLE = "CREATE TABLE person (id BLOB PRIMARY KEY, code TEXT UNIQUE, name TEXT, sort_key TEXT, phone TEXT)"
_INDEX = "CREATE INDEX ix_person_sort ON person (sort_key, id)"


def measure(ground: Ground) -> list[Figure]:
    """Insert a convoy in one durable transaction, into the encrypted file and into a plain one."""
    folder = ground.data.folder.parent
    sealed = open_raw(folder / "sealed.db", bytes(range(32)), mode="rwc")
    plain = _plain(folder / "plain.db")
    rounds = ground.rounds(60)
    try:
        for connection in (sealed, plain):
            connection.execute(_TABLE)
            connection.execute(_INDEX)
        pair = in_turns([_convoy(sealed)] * rounds, [_convoy(plain)] * rounds, again=ground.again("insert"))
    finally:
        sealed.close()
        plain.close()
    return [pair.ratio("encrypted insert / plain insert", 1.3, f"{_ROWS} rows in one transaction into a plain file")]


def _plain(path: Path) -> Any:
    import sqlcipher3.dbapi2 as driver  # noqa: PLC0415 - the very library of the encrypted file, without a key

    connection = driver.connect(str(path), isolation_level=None)
    kept = {"journal_mode": "wal", "synchronous": 2, "fullfsync": 1, "temp_store": 2, "secure_delete": 1,
            "cell_size_check": 1, "cache_size": -WRITER_CACHE_KIB}  # fmt: skip
    for pragma, value in kept.items():
        connection.execute(f"PRAGMA {pragma} = {value}")
    return connection


def _convoy(connection: Any) -> Callable[[], None]:
    def bring() -> None:
        connection.execute("BEGIN IMMEDIATE")
        keys = [uuid7() for _ in range(_ROWS)]
        rows = [(key.bytes, key.hex, "Moussa Keïta", key.hex[::-1], "+22370000000") for key in keys]
        connection.executemany("INSERT INTO person VALUES (?, ?, ?, ?, ?)", rows)
        connection.execute("COMMIT")

    return bring
