"""A full look at a database, on a connection that is thrown away: one bad page can spoil it."""

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desktop.i18n import tr, trn
from desktop.storage import journal
from desktop.storage.engine import CHECK_CACHE_KIB, engine_over, open_raw
from desktop.storage.faults import DamagedFile
from desktop.storage.gone import gone_texts


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a full look found; the lists are empty in a sound database.

    `gone` counts the sealed texts that were deleted behind the program's back, `doubts` the signed heads that
    the journal does not bear out: the file is sound, its content is not.
    """

    seal_problems: tuple[str, ...] = ()
    structure_problems: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()
    journal_broken_at: int | None = None
    head: journal.Head = field(default_factory=lambda: journal.Head(0, bytes(32)))
    counts: dict[str, int] = field(default_factory=dict)
    gone: int = 0
    doubts: int = 0

    @property
    def faults(self) -> list[str]:
        """Say what was found, one sentence each, in the language of the screen."""
        said = []
        if self.seal_problems:
            said.append(trn("{n} page of the file is damaged.", "{n} pages of the file are damaged.",
                            len(self.seal_problems)))  # fmt: skip
        if self.structure_problems:
            said.append(tr("The structure of the file is damaged."))
        if self.orphans:
            said.append(trn("{n} row points at nothing.", "{n} rows point at nothing.", len(self.orphans)))
        if self.journal_broken_at is not None:
            said.append(tr("The journal was changed at line {line}.", line=self.journal_broken_at))
        if self.gone:
            said.append(trn("{n} sealed text that the journal names is gone.",
                            "{n} sealed texts that the journal names are gone.", self.gone))  # fmt: skip
        if self.doubts:
            said.append(trn("{n} signed mark does not fit the journal: it was rewritten.",
                            "{n} signed marks do not fit the journal: it was rewritten.", self.doubts))  # fmt: skip
        return said

    @property
    def sound(self) -> bool:
        """Say whether the file is whole, so that a copy of it is worth keeping."""
        listed = (*self.seal_problems, *self.structure_problems, *self.orphans)
        return not listed and self.journal_broken_at is None

    @property
    def outcome(self) -> str:
        """Give the word that the journal keeps: sound, damaged, or gone where only its content is not whole."""
        if not self.sound:
            return "damaged"
        return "gone" if self.gone or self.doubts else "sound"


def full_check(path: Path, key: bytes | bytearray, *, mode: str = "rw") -> CheckReport:
    """Check every page's seal, the structure, the references and the journal, and count the rows.

    Raises:
        DiskFault: the file cannot be opened at all.
    """
    import sqlcipher3.dbapi2 as driver  # noqa: PLC0415 - loads the codec only when a vault opens

    with closing(open_raw(path, key, CHECK_CACHE_KIB, mode=mode)) as connection:
        if mode != "ro":
            # The seals of the main file are read, not those of the journal file beside it.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        try:
            seals = answers(connection, "cipher_integrity_check")
            structure = tuple(one for one in answers(connection, "integrity_check") if one != "ok")
            if seals or structure:
                return CheckReport(seals, structure)
            return _contents(connection)
        except (driver.DatabaseError, sa.exc.DatabaseError, MemoryError, DamagedFile) as problem:
            return CheckReport(structure_problems=(type(problem).__name__,))


def answers(connection: Any, pragma: str) -> tuple[str, ...]:
    """Give every row that a checking pragma answers with; the first alone may say little."""
    return tuple(str(row[0]) for row in connection.execute(f"PRAGMA {pragma}").fetchall())


def _contents(raw: Any) -> CheckReport:
    orphans = tuple(f"{row[0]} {row[1]}" for row in raw.execute("PRAGMA foreign_key_check").fetchall())
    tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    counts = {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}  # noqa: S608 - names come from the schema
    if "journal" not in tables:
        return CheckReport(structure_problems=("no journal",), orphans=orphans, counts=counts)
    with engine_over(raw).connect() as connection:
        chain = journal.verify(connection)
        gone = gone_texts(connection) if "sealed_item" in tables else 0
    return CheckReport(orphans=orphans, journal_broken_at=chain.broken_at, head=chain.head, counts=counts, gone=gone)
