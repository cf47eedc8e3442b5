"""An encrypted file behind SQLAlchemy: keyed, checked and durable on every connection."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.pool import QueuePool

from desktop.errors import DeskError
from desktop.i18n import mark

WRITER_CACHE_KIB = 65536
READER_CACHE_KIB = 8192
KEY_BYTES = 32


class DamagedFile(DeskError):
    """The database cannot be read with the key that belongs to it."""

    sentence = mark("The vault's file is damaged. Restore the last backup.")


class Codecless(RuntimeError):
    """The library at hand would write plain text."""


@dataclass(frozen=True, slots=True)
class Engines:
    """The two doors to one file: a single writer and a few readers."""

    writer: sa.Engine
    reader: sa.Engine

    def close(self) -> None:
        """Let go of every connection."""
        self.reader.dispose()
        self.writer.dispose()


def open_engines(path: Path, key: bytes) -> Engines:
    """Prepare both doors to the encrypted file at `path`; `key` is the raw 32-byte DEK."""
    return Engines(
        writer=_engine(lambda: open_raw(path, key, WRITER_CACHE_KIB), "BEGIN IMMEDIATE", pool_size=1),
        reader=_engine(lambda: open_raw(path, key, READER_CACHE_KIB), "BEGIN", pool_size=2),
    )


def _engine(creator: Callable[[], Any], begin: str, *, pool_size: int) -> sa.Engine:
    import sqlcipher3.dbapi2 as driver  # noqa: PLC0415 - loads the codec only when a vault opens

    engine = sa.create_engine(
        "sqlite://",
        module=driver,
        creator=creator,
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=1 if pool_size > 1 else 0,
        hide_parameters=True,
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def open_raw(path: Path, key: bytes, cache_kib: int = WRITER_CACHE_KIB, *, mode: str = "rw") -> Any:
    """Open one connection to `path` with every guard of `security.md` in place.

    Raises:
        DamagedFile: the key is not that of the file, or its first page is damaged.
    """
    import sqlcipher3.dbapi2 as driver  # noqa: PLC0415 - loads the codec only when a vault opens

    if len(key) != KEY_BYTES:
        # A shorter raw key is silently taken for a passphrase.
        raise ValueError("the data key must have 32 bytes")
    connection = driver.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        literal = bytearray(b"x'" + key.hex().encode() + b"'")
        connection.set_key(literal)
        literal[:] = bytes(len(literal))
        _prove_codec(connection)
        _set_up(connection, cache_kib, writable=mode != "ro")
    except driver.DatabaseError as problem:
        connection.close()
        raise DamagedFile from problem
    except Exception:
        connection.close()
        raise
    return connection


def _prove_codec(connection: Any) -> None:
    version = connection.execute("PRAGMA cipher_version").fetchone()
    status = connection.execute("PRAGMA cipher_status").fetchone()
    if not version or not version[0] or str(status[0]) != "1":
        raise Codecless("this SQLite does not encrypt")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _set_up(connection: Any, cache_kib: int, *, writable: bool) -> None:
    if writable:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
    for pragma in (
        "foreign_keys = ON",
        "synchronous = FULL",
        "fullfsync = ON",
        "busy_timeout = 10000",
        "secure_delete = ON",
        "temp_store = MEMORY",
        f"cache_size = -{cache_kib}",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "cipher_memory_security = OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")
    for pragma, expected in (("foreign_keys", 1), ("synchronous", 2), ("temp_store", 2)):
        if connection.execute(f"PRAGMA {pragma}").fetchone()[0] != expected:
            raise Codecless(f"the connection refuses {pragma}")
