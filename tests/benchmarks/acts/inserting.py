"""What encryption costs: the same rows inserted into two files that differ in nothing else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop.models.keys import uuid7
from desktop.storage.engine import WRITER_CACHE_KIB, open_raw
from tests.benchmarks.figures import Doing, Figure, Pair, in_turns
from tests.benchmarks.ground import Ground

_CONVOY = 150
_LIMIT = 1.3
_TABLES = (
    "CREATE TABLE person (id BLOB PRIMARY KEY, code TEXT UNIQUE, name TEXT, sort_key TEXT, phone TEXT)",
    "CREATE INDEX ix_person_sort ON person (sort_key, id)",
    "CREATE TABLE mark (id INTEGER PRIMARY KEY, line INTEGER, status TEXT, at INTEGER)",
)
_PERSON, _MARK = "INSERT INTO person VALUES (?, ?, ?, ?, ?)", "INSERT INTO mark (line, status, at) VALUES (?, ?, ?)"


def measure(ground: Ground) -> list[Figure]:
    """Insert in bulk, mark by mark, and a convoy at once; the first two are those of `security.md`'s table of costs."""
    people, marks = (50_000, 200_000) if ground.rounds(2) == 2 else (500, 2_000)
    folder, again = ground.data.folder.parent, ground.again("insert")

    def compare(act: Callable[[Any], Doing], rounds: int) -> Pair:
        with _two_files(folder) as (sealed, plain):
            return in_turns([act(sealed)] * rounds, [act(plain)] * rounds, again=again)

    bulk = compare(lambda file: _in_one(file, people, marks), 5)
    single = compare(_mark_by_mark, ground.rounds(10))
    convoy = compare(lambda file: _in_one(file, _CONVOY, 0), ground.rounds(60))
    return [
        bulk.ratio("encrypted insert / plain insert", _LIMIT, f"{people} people and {marks} marks in one transaction"),
        single.ratio("encrypted marks / plain marks", _LIMIT, f"{_CONVOY} marks, each in a transaction of its own"),
        convoy.ratio("encrypted convoy / plain convoy", _LIMIT, f"{_CONVOY} people in one transaction"),
    ]


@contextmanager
def _two_files(folder: Path) -> Iterator[tuple[Any, Any]]:
    paths = folder / "sealed.db", folder / "plain.db"
    files = open_raw(paths[0], bytes(range(32)), mode="rwc"), _plain(paths[1])
    try:
        for file in files:
            for statement in _TABLES:
                file.execute(statement)
        yield files
    finally:
        for file, path in zip(files, paths, strict=True):
            file.close()
            path.unlink()


def _plain(path: Path) -> Any:
    import sqlcipher3.dbapi2 as driver  # noqa: PLC0415 - the very library of the encrypted file, without a key

    connection = driver.connect(str(path), isolation_level=None)
    kept = {"journal_mode": "wal", "synchronous": 2, "fullfsync": 1, "temp_store": 2, "secure_delete": 1,
            "cell_size_check": 1, "cache_size": -WRITER_CACHE_KIB}  # fmt: skip
    for pragma, value in kept.items():
        connection.execute(f"PRAGMA {pragma} = {value}")
    return connection


def _in_one(file: Any, people: int, marks: int) -> Doing:
    def insert() -> None:
        file.execute("BEGIN IMMEDIATE")
        keys = (uuid7() for _ in range(people))
        file.executemany(_PERSON, ((key.bytes, key.hex, "Moussa Keïta", key.hex[::-1], "+22370000000") for key in keys))
        file.executemany(_MARK, ((line, "present", line) for line in range(marks)))
        file.execute("COMMIT")

    return insert


def _mark_by_mark(file: Any) -> Doing:
    def mark() -> None:
        for line in range(_CONVOY):
            file.execute("BEGIN IMMEDIATE")
            file.execute(_MARK, (line, "present", line))
            file.execute("COMMIT")

    return mark
