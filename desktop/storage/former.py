"""The vault that stands where a backup goes: whom it lets in, and what its journal holds beyond the backup."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

import sqlalchemy as sa

from desktop.models.accounts import Journal, Staff
from desktop.models.base import table_of
from desktop.storage import journal
from desktop.storage.anchors import read_anchors
from desktop.storage.engine import engine_over, open_raw
from desktop.storage.faults import DiskFault
from desktop.storage.folder import VaultFolder
from desktop.storage.header_file import load_headers, refuse_old_header
from desktop.vault.header import Header
from desktop.vault.refusals import DamagedHeader, NewerFormat
from desktop.vault.slots import Slot

_LINES, _STAFF = table_of(Journal), table_of(Staff)


@dataclass(frozen=True, slots=True)
class LostLine:
    """A line of the former journal that the backup does not hold; `who` is empty when it names nobody."""

    seq: int
    at: datetime
    who: str
    action: str
    object_type: str


@dataclass(frozen=True, slots=True)
class Losses:
    """What is given up: how many lines, which ones when they could be read, and whether the past itself differs."""

    count: int = 0
    lines: tuple[LostLine, ...] = ()
    other_past: bool = False


class Former:
    """What stands in a folder, as far as the data key of the backup opens it."""

    def __init__(self, folder: VaultFolder, dek: bytes) -> None:
        self.folder = folder
        self._dek = dek
        try:
            self.headers = load_headers(folder)
        except (DamagedHeader, NewerFormat):
            self.headers = []

    def trusted(self) -> Header | None:
        """Give the key file when nobody without the data key changed it and its database has seen no later one."""
        sealed = [one for one in self.headers if one.is_sealed_by(self._dek)]
        if not sealed:
            return None
        newest = max(sealed, key=lambda one: one.gen)
        try:
            with self._look() as connection:
                refuse_old_header(connection, newest)
        except DamagedHeader:
            return None
        except (DiskFault, sa.exc.DatabaseError):
            # A damaged database is why one restores; its key file alone still tells who was let in.
            return newest
        return newest

    def shuts_out(self, kid: bytes, restored: Header) -> bool:
        """Say whether the vault that stands here, being the same one, no longer lets somebody in."""
        same = [one for one in self.headers if (one.org, one.vault) == (restored.org, restored.vault)]
        return bool(same) and not any(slot.dek and slot.kid == kid for one in same for slot in one.slots)

    def losses(self, restored: sa.Connection, last: journal.Head) -> Losses:
        """Compare the anchors and the journal here with those of a backup whose journal ends at `last`."""
        anchors = read_anchors(self.folder.anchors)
        other = any(one.seq <= last.seq and journal.hash_at(restored, one.seq) != one.hash for one in anchors)
        try:
            with self._look() as connection:
                lines = tuple(_beyond(connection, restored, last.seq))
        except (DiskFault, sa.exc.DatabaseError):
            seen = max((one.seq for one in anchors), default=0)
            return Losses(max(seen - last.seq, 0), other_past=other)
        other |= any(line.seq <= last.seq for line in lines)
        return Losses(len(lines), lines, other)

    @contextmanager
    def _look(self) -> Iterator[sa.Connection]:
        """Read the database that stands here and leave every byte of it as it is."""
        files = self.folder.databases()
        path = files[-1] if files else self.folder.database()
        engine = engine_over(open_raw(path, self._dek, mode="ro"))
        try:
            with engine.connect() as connection:
                yield connection
        finally:
            engine.dispose()


def _beyond(former: sa.Connection, restored: sa.Connection, last: int) -> Iterator[LostLine]:
    """Give the lines after the last one that both journals share."""
    shared = min(journal.head(former).seq, last)
    while journal.hash_at(former, shared) != journal.hash_at(restored, shared):
        shared -= 1
    question = (
        sa.select(_LINES, sa.func.coalesce(_STAFF.c.name, "").label("who"))
        .outerjoin(_STAFF, _STAFF.c.id == _LINES.c.actor)
        .where(_LINES.c.seq > shared)
        .order_by(_LINES.c.seq)
    )
    for row in former.execute(question):
        yield LostLine(row.seq, row.at, row.who, row.action, row.object_type)


def revive_nobody(restored: Header, own: bytes, former: Header | None) -> Header:
    """Give the key file of a restored vault: whoever the former one did not let in waits to be confirmed.

    Slots come from the former one, so that a password changed since keeps holding. Without a former one everybody
    waits but whoever restores (`own`) and the vault's paper, the last way in.
    """
    if former is None:
        slots = tuple(one if one.kid == own or one.kind == "paper" else _shut(one) for one in restored.slots)
        return replace(restored, slots=slots)
    standing = {one.kid: one for one in former.slots if one.dek}
    slots = tuple(standing.get(one.kid, _shut(one)) for one in restored.slots)
    return replace(restored, slots=slots, gen=max(restored.gen, former.gen))


def _shut(slot: Slot) -> Slot:
    return replace(slot, dek=b"")
