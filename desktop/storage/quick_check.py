"""The quick look at every opening, and when it is not enough."""

from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from desktop.storage.check import answers
from desktop.storage.engine import open_raw
from desktop.storage.faults import DamagedFile

_FULL_EVERY = timedelta(days=7)


def full_check_due(last: datetime | None, now: datetime, *, closed_cleanly: bool) -> bool:
    """Say whether the full check is due: never made, a week old, dated ahead, or after an unclean stop."""
    return last is None or not closed_cleanly or not timedelta() <= now - last < _FULL_EVERY


def quick_check(path: Path, key: bytes | bytearray) -> None:
    """Look at the structure without the indexes, as at every opening.

    Raises:
        DamagedFile: something is wrong.
        DiskFault: the file cannot be opened at all.
    """
    import sqlcipher3.dbapi2 as driver  # noqa: PLC0415 - loads the codec only when a vault opens

    with closing(open_raw(path, key)) as connection:
        try:
            found = answers(connection, "quick_check")
        except (driver.DatabaseError, MemoryError) as problem:
            raise DamagedFile from problem
    if found != ("ok",):
        raise DamagedFile
