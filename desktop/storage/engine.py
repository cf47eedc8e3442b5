"""An encrypted file behind SQLAlchemy: keyed, checked and durable on every connection."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.pool import QueuePool, StaticPool

from desktop.storage.faults import Codecless, DamagedFile, fault_of, refuse_unlike_ours
from desktop.storage.folder import VaultFolder
from desktop.storage.reserve import release_reserve

__all__ = ["Codecless", "DamagedFile", "Engines", "engine_over", "open_engines", "open_raw"]

WRITER_CACHE_KIB = 65536
READER_CACHE_KIB = 8192
# What a check held stays with the process for the day: it reads most pages once, and a big cache buys it little.
CHECK_CACHE_KIB = 8192
KEY_BYTES = 32
_HEX = b"0123456789abcdef"


@dataclass(frozen=True, slots=True)
class Engines:
    """The two doors to one file: a single writer and a few readers."""

    writer: sa.Engine
    reader: sa.Engine
    secret: bytearray = field(default_factory=bytearray, repr=False)

    def close(self) -> None:
        """Let go of every connection and wipe the key; neither door opens again."""
        self.reader.dispose()
        self.writer.dispose()
        self.secret[:] = bytes(len(self.secret))
        self.secret.clear()


def open_engines(path: Path, key: bytes | bytearray) -> Engines:
    """Prepare both doors to the encrypted file at `path`; `key` is the raw 32-byte DEK, copied until `close`."""
    secret = bytearray(key)

    def writing() -> Any:
        return open_raw(path, secret, WRITER_CACHE_KIB)

    def reading() -> Any:
        return open_raw(path, secret, READER_CACHE_KIB, reading=True)

    return Engines(_engine(path, writing, "BEGIN IMMEDIATE", size=1), _engine(path, reading, "BEGIN", size=2), secret)


def _engine(path: Path, creator: Callable[[], Any], begin: str, *, size: int) -> sa.Engine:
    import sqlcipher3.dbapi2 as driver  # noqa: PLC0415 - loads the codec only when a vault opens

    engine = sa.create_engine(
        "sqlite://",
        module=driver,
        creator=creator,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=1 if size > 1 else 0,
        hide_parameters=True,
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    event.listen(engine, "handle_error", lambda context: _say(path, context.original_exception))
    return engine


def engine_over(raw: Any) -> sa.Engine:
    """Give an engine whose only connection is `raw`, as a check, an upgrade or a comparison needs."""
    import sqlcipher3.dbapi2 as driver  # noqa: PLC0415 - loads the codec only when a vault opens

    return sa.create_engine("sqlite://", module=driver, creator=lambda: raw, poolclass=StaticPool, hide_parameters=True)


def _say(path: Path, problem: BaseException) -> None:
    """Turn a fault of the disk into its sentence; a full one is given the room kept aside."""
    fault = fault_of(problem, path)
    if fault is not None:
        if fault.frees_reserve:
            release_reserve(VaultFolder(path.parent).reserve)
        raise fault from problem


def open_raw(
    path: Path, key: bytes | bytearray, cache_kib: int = WRITER_CACHE_KIB, *, mode: str = "rw", reading: bool = False
) -> Any:
    """Open one connection to `path` with every guard of `security.md` in place.

    `mode` is rw, ro (a copy on a stick) or rwc (a file that must not be there yet); a `reading` one cannot write.

    Raises:
        MissingFile: nothing lies at `path`.
        PlainFile: the file is not encrypted.
        DamagedFile: the key is not that of the file, or its first page is damaged.
        ReadOnlyFolder: the folder cannot be written to.
        DiskFull: there is no room left.
    """
    import sqlcipher3.dbapi2 as driver  # noqa: PLC0415 - loads the codec only when a vault opens

    if len(key) != KEY_BYTES:
        # A shorter raw key is silently taken for a passphrase.
        raise ValueError("the data key must have 32 bytes")
    refuse_unlike_ours(path, mode)
    try:
        connection = driver.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
        )
        try:
            _give_key(connection, key)
            prove_codec(connection)
            _set_up(connection, cache_kib, mode, reading=reading)
        except BaseException:
            connection.close()
            raise
    except driver.Error as problem:
        if (fault := fault_of(problem, path)) is None:
            raise
        raise fault from problem
    return connection


def _give_key(connection: Any, key: bytes | bytearray) -> None:
    """Hand the key over in a buffer that is wiped; `PRAGMA key` or `hex()` would leave copies in memory."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    literal = bytearray(2 * KEY_BYTES + 3)
    literal[:2], literal[-1:] = b"x'", b"'"
    for place, byte in enumerate(key):
        literal[2 * place + 2], literal[2 * place + 3] = _HEX[byte >> 4], _HEX[byte & 15]
    try:
        connection.set_key(literal)
    finally:
        literal[:] = bytes(len(literal))


def prove_codec(connection: Any) -> None:
    """Make sure the library encrypts and the key opens the file.

    An unknown pragma answers with nothing, which others would read as success.
    """
    version = connection.execute("PRAGMA cipher_version").fetchone()
    status = connection.execute("PRAGMA cipher_status").fetchone()
    if not version or not version[0] or not status or str(status[0]) != "1":
        raise Codecless("this SQLite does not encrypt")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _set_up(connection: Any, cache_kib: int, mode: str, *, reading: bool) -> None:
    wanted: dict[str, object] = {
        "foreign_keys": 1,
        "synchronous": 2,
        "fullfsync": 1,
        "busy_timeout": 10000,
        "secure_delete": 1,
        "temp_store": 2,
        "cache_size": -cache_kib,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "cipher_memory_security": 0,
    }
    if mode != "ro":
        wanted["journal_mode"] = "wal"
    if reading:
        wanted["query_only"] = 1
    for pragma, value in wanted.items():
        connection.execute(f"PRAGMA {pragma} = {value}").fetchone()
    for pragma, value in wanted.items():
        answer = connection.execute(f"PRAGMA {pragma}").fetchone()
        if answer is None or str(answer[0]) != str(value):
            raise Codecless(f"the connection refuses {pragma}")
