"""The look at every opening: quick, or in full once a week and after an unclean stop."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from desktop.storage.chain_rows import read_meta, write_meta
from desktop.storage.check import CheckReport, answers, full_check
from desktop.storage.engine import CHECK_CACHE_KIB, engine_over, open_raw
from desktop.storage.faults import DamagedFile

_FULL_EVERY = timedelta(days=7)
_OPEN, _CHECKED = "open", "checked"


def check_before_use(path: Path, key: bytes | bytearray, at: datetime) -> CheckReport | None:
    """Look at a database before it is used; gives what the full look found, or None when a quick one was enough.

    A damaged page that holds nothing or a reference that points nowhere is reported and keeps nobody out: all that
    was saved can be read, and a backup leaves the damage behind.

    Raises:
        DamagedFile: what is inside cannot be relied upon.
        DiskFault: the file cannot be opened at all.
    """
    last, clean = _marks(path, key)
    if not full_check_due(last, at, closed_cleanly=clean):
        quick_check(path, key)
        return None
    report = full_check(path, key)
    if report.structure_problems:
        raise DamagedFile
    return report


def full_check_due(last: datetime | None, now: datetime, *, closed_cleanly: bool) -> bool:
    """Say whether the full check is due: never made, a week old, dated ahead, or after an unclean stop."""
    return last is None or not closed_cleanly or not timedelta() <= now - last < _FULL_EVERY


def _marks(path: Path, key: bytes | bytearray) -> tuple[datetime | None, bool]:
    """Give when the last full check was made, and whether the database was closed in order."""
    engine = engine_over(open_raw(path, key, CHECK_CACHE_KIB))
    try:
        with engine.connect() as connection:
            meta = read_meta(connection)
        last = meta.get(_CHECKED, b"").decode()
        return datetime.fromisoformat(last).astimezone(UTC) if last else None, meta.get(_OPEN) == b"0"
    except (sa.exc.DatabaseError, ValueError, MemoryError):
        return None, False
    finally:
        engine.dispose()


def mark_open(connection: sa.Connection, checked_at: datetime | None = None) -> None:
    """Write down that the database is in use, and when a full check found it fit for that."""
    checked = {_CHECKED: checked_at.isoformat().encode()} if checked_at else {}
    write_meta(connection, {_OPEN: b"1"} | checked)


def mark_closed(connection: sa.Connection) -> None:
    """Write down that the database was closed in order."""
    write_meta(connection, {_OPEN: b"0"})


def quick_check(path: Path, key: bytes | bytearray) -> None:
    """Look at the structure without the indexes.

    Raises:
        DamagedFile: something is wrong.
        DiskFault: the file cannot be opened at all.
    """
    import sqlcipher3.dbapi2 as driver  # noqa: PLC0415 - loads the codec only when a vault opens

    with closing(open_raw(path, key, CHECK_CACHE_KIB)) as connection:
        try:
            found = answers(connection, "quick_check")
        except (driver.DatabaseError, MemoryError) as problem:
            raise DamagedFile from problem
    if found != ("ok",):
        raise DamagedFile
