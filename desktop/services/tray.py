"""Worries dropped into a compartment: anybody may, only its holders read, and no one can tell who did."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa

from desktop.errors import DeskError, NotFound
from desktop.i18n import mark
from desktop.models.sealed import Compartment, TrayItem
from desktop.rights import Permission
from desktop.storage.unit_of_work import Desk, Reading
from desktop.vault.refusals import NotGranted

_TEXT_BYTES = 3500


class WorryTooLong(DeskError):
    """A worry is sealed in a fixed size, so that its length tells nothing."""

    sentence = mark("This text is too long. Write the essential: the compartment's holders will come and ask.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Worry:
    """A worry as the holders of the compartment read it."""

    id: UUID
    compartment: str
    day: date
    text: str
    by: str


def drop(desk: Desk, compartment: str, text: str) -> None:
    """Seal a worry to a compartment; its own author cannot read it again.

    Raises:
        NotFound: no such compartment.
        NotGranted: it has no holder yet.
        WorryTooLong: the text does not fit.
    """
    with desk.begin(Permission.DROP_IN) as work:
        room = compartment_key(work, compartment)
        content = {"text": text, "by": desk.member.name, "by_id": str(desk.member.id)}
        if len(text.encode()) > _TEXT_BYTES:
            raise WorryTooLong
        kv, sealed = desk.keys.drop(room, content)
        # A key that counts upwards would tell the minute, and with the journal the author.
        work.insert(TrayItem, id=uuid4(), compartment_id=room, kv=kv, day=desk.keys.today, sealed=sealed)
        work.trace_without_author("drop in", "tray_item")


def worries(desk: Desk, compartment: str) -> list[Worry]:
    """Give the worries that wait in a compartment, the oldest day first.

    Raises:
        NotFound: no such compartment.
        NotGranted: the reader does not hold it.
    """
    with desk.read(Permission.WORK_ON_CASES) as look:
        room = compartment_key(look, compartment)
        desk.keys.compartment(room)
        rows = look.rows(sa.select(TrayItem.__table__).where(TrayItem.compartment_id == room))
    return [_worry(desk, compartment, row) for row in sorted(rows, key=lambda row: (row.day, row.id))]


def worry(desk: Desk, look: Reading, key: UUID) -> dict[str, Any]:
    """Give what stands in one worry.

    Raises:
        NotGranted: there is none, or the reader does not hold its compartment.
    """
    row = look.row(sa.select(TrayItem.__table__).where(TrayItem.id == key))
    if row is None:
        raise NotGranted
    return desk.keys.read_drop(row.compartment_id, row.kv, row.sealed)


def compartment_key(look: Reading, code: str) -> UUID:
    """Find a compartment by its code.

    Raises:
        NotFound: there is none.
    """
    found = look.scalar(sa.select(Compartment.id).where(Compartment.code == code))
    if not isinstance(found, UUID):
        raise NotFound(code=code)
    return found


def _worry(desk: Desk, compartment: str, row: Any) -> Worry:
    read = desk.keys.read_drop(row.compartment_id, row.kv, row.sealed)
    return Worry(id=row.id, compartment=compartment, day=row.day, text=str(read["text"]), by=str(read["by"]))
