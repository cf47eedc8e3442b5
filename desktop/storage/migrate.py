"""Bringing a database up to the shape this program knows, or refusing one from a later program."""

import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.storage.engine import DamagedFile, engine_over, open_raw
from desktop.storage.folder import sync_file, sync_folder

STEPS = Path(__file__).parent / "migrations"
APPLICATION_ID = 0x4A544749


class NewerVault(DeskError):
    """A later program wrote this vault."""

    sentence = mark("A newer version of Jatigi wrote this vault. Install that version here to open it.")


class ForeignFile(DeskError):
    """The key opens the file, but what is inside is not a centre's."""

    sentence = mark("This file was not written by Jatigi.")


class BrokenStep(RuntimeError):
    """A step left rows that point at nothing."""


@dataclass(frozen=True, slots=True)
class Upgrade:
    """Which numbers the database went from and to; equal when nothing was to be done."""

    before: int
    after: int


def create_database(path: Path, key: bytes | bytearray) -> None:
    """Make a new encrypted database with every table; an existing file is never touched."""
    open_raw(path, key, mode="rwc").close()
    _run(path, key, 0, STEPS)
    sync_folder(path.parent)


def known_schema(steps: Path = STEPS) -> int:
    """Give the number of the last step this program knows."""
    return int(_script(steps).get_current_head() or 0)


def schema_of(path: Path, key: bytes | bytearray, steps: Path = STEPS, *, mode: str = "rw") -> int:
    """Give the number of the last step a database went through.

    Raises:
        NewerVault: a step that this program does not know.
        ForeignFile: no database of ours.
        DamagedFile: the key does not open it, or it cannot be read.
    """
    import sqlcipher3.dbapi2 as driver  # noqa: PLC0415 - loads the codec only when a vault opens

    with closing(open_raw(path, key, mode=mode)) as connection:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise ForeignFile
        try:
            rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        except driver.DatabaseError as problem:
            raise DamagedFile from problem
    if len(rows) != 1:
        raise DamagedFile
    if rows[0][0] not in {step.revision for step in _script(steps).walk_revisions()}:
        raise NewerVault
    return int(rows[0][0])


def upgrade(path: Path, key: bytes | bytearray, steps: Path = STEPS) -> Upgrade:
    """Run every step the database has not been through; nobody else may hold it open.

    The file is copied first and put back when a step fails.

    Raises:
        NewerVault: a step that this program does not know.
        ForeignFile: no database of ours.
        DamagedFile: the key does not open it, or it cannot be read.
    """
    before, target = schema_of(path, key, steps), known_schema(steps)
    if before == target:
        return Upgrade(before, before)
    copy = _copy_aside(path, key, before)
    try:
        _run(path, key, before, steps)
    except BaseException:
        _put_back(copy, path)
        raise
    copy.unlink()
    return Upgrade(before, target)


def _copy_aside(path: Path, key: bytes | bytearray, before: int) -> Path:
    with closing(open_raw(path, key)) as connection:
        if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            raise RuntimeError("another connection holds the database open")
    copy = path.with_name(f"{path.name}.before-{before + 1}")
    shutil.copyfile(path, copy)
    sync_file(copy)
    return copy


def _put_back(copy: Path, path: Path) -> None:
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    copy.replace(path)
    sync_folder(path.parent)


def _run(path: Path, key: bytes | bytearray, before: int, steps: Path) -> None:
    """Run the steps in one transaction.

    Foreign keys rest meanwhile: rebuilding a table drops the old one, and its children would go or object.
    """
    raw = open_raw(path, key)
    engine = engine_over(raw)
    try:
        raw.execute("PRAGMA foreign_keys = OFF")
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            _climb(connection, _script(steps), before)
            _refuse_orphans(raw.execute("PRAGMA foreign_key_check").fetchall())
            connection.commit()
    finally:
        engine.dispose()
        raw.close()


def _climb(connection: sa.Connection, script: Any, before: int) -> None:
    from alembic.operations import Operations  # noqa: PLC0415 - needed at an upgrade only
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415 - needed at an upgrade only

    context = MigrationContext.configure(connection)
    missing = [step for step in script.walk_revisions() if int(step.revision) > before]
    with Operations.context(context):
        for step in reversed(missing):
            step.module.upgrade()
            context.stamp(script, step.revision)


def _refuse_orphans(rows: Sequence[Any]) -> None:
    if rows:
        raise BrokenStep(sorted({row[0] for row in rows}))


def _script(steps: Path) -> Any:
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - needed at an upgrade only

    return ScriptDirectory(str(steps))
