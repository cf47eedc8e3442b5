"""Worries on their way: sealed by anybody, read and taken up by the holders of their compartment."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.models.base import table_of
from desktop.models.sealed import SealedItem, TrayItem
from desktop.rights import Permission
from desktop.services.case_access import seal_row
from desktop.services.case_notes import NOTE
from desktop.services.compartment_keys import compartment_key, held_compartment
from desktop.services.staff_names import staff_names
from desktop.storage.unit_of_work import Desk, Reading, UnitOfWork
from desktop.vault.drops import DAILY, Drop, DropPlace, drop, read_drop
from desktop.vault.refusals import NotGranted, SealBroken, TooLong

ROWS = table_of(TrayItem)


class WorryTooLong(DeskError):
    """A worry is sealed in a fixed size, so that its length tells nothing."""

    sentence = mark("This text is too long. Write the essential: the compartment's holders will come and ask.")


class NobodyHolds(DeskError):
    """A compartment without its first holder has no key to seal to."""

    sentence = mark("Nobody receives these worries yet. Speak to the coordination today.")


class WorryState(StrEnum):
    """Whether a worry can be taken up: what does not open and what floods the tray is set aside."""

    READABLE = "readable"
    UNREADABLE = "unreadable"
    FLOOD = "flood"


@dataclass(frozen=True, slots=True, kw_only=True)
class Worry:
    """A worry as the holders of the compartment read it, its author proved; what does not open has neither."""

    id: UUID
    compartment: str
    day: date
    text: str
    by: str
    state: WorryState = WorryState.READABLE


def drop_in(desk: Desk, compartment: str, text: str) -> None:
    """Seal a worry to a compartment; its own author cannot read it again.

    Raises:
        NotFound: no such compartment.
        NobodyHolds: it has no holder yet.
        WorryTooLong: the text does not fit.
        TooManyDrops: this sitting dropped in as many as a day takes.
    """
    with desk.begin(Permission.DROP_IN) as work:
        room = compartment_key(work, compartment)
        if desk.keys.ledger.card(room) is None:
            raise NobodyHolds
        try:
            # A key that counts upwards would tell the minute, and with the journal the author.
            place, sealed = drop(desk.keys, room, uuid4(), text)
        except TooLong as problem:
            raise WorryTooLong from problem
        work.insert(TrayItem, id=place.id, compartment_id=room, kv=place.kv, day=place.day, sealed=sealed)
        work.trace_without_author("drop in", "tray_item")


def worries(desk: Desk, compartment: str) -> list[Worry]:
    """Give the worries that wait in a compartment, the oldest day first.

    Raises:
        NotFound: no such compartment.
        NotGranted: the reader does not hold it.
    """
    with desk.read(Permission.WORK_ON_CASES) as look:
        room = held_compartment(desk, look, compartment)
        rows = look.rows(sa.select(ROWS).where(ROWS.c.compartment_id == room).order_by(ROWS.c.day, ROWS.c.id))
        names = staff_names(desk, look)
    return list(_told(compartment, [(row, _opened(desk, row)) for row in rows], names))


def _told(compartment: str, found: list[tuple[Any, Drop | None]], names: dict[bytes, str]) -> Iterable[Worry]:
    """Set aside what does not open, and what one author dropped beyond a day's measure: only here it can be counted."""
    seen: Counter[tuple[bytes, date]] = Counter()
    for row, one in found:
        state, text, by = WorryState.UNREADABLE, "", ""
        if one is not None:
            seen[one.author, row.day] += 1
            flood = seen[one.author, row.day] > DAILY
            state, by = WorryState.FLOOD if flood else WorryState.READABLE, names.get(one.author, "")
            text = one.text
        yield Worry(id=row.id, compartment=compartment, day=row.day, text=text, by=by, state=state)


def set_aside(desk: Desk, look: Reading, row: sa.Row[Any]) -> WorryState:
    """Say how one worry stands among those of its compartment and day."""
    same = (ROWS.c.compartment_id == row.compartment_id) & (ROWS.c.day == row.day)
    rows = look.rows(sa.select(ROWS).where(same).order_by(ROWS.c.id))
    return next(
        one.state for one in _told("", [(other, _opened(desk, other)) for other in rows], {}) if one.id == row.id
    )


def accept(desk: Desk, tray_id: UUID, case: UUID) -> UUID:
    """Take a worry into a case as a note; it leaves the tray in the same act.

    Raises:
        NotGranted: there is no such worry, or one does not hold its compartment or the case.
        SealBroken: the worry was made up or altered.
    """
    with desk.begin(Permission.WORK_ON_CASES) as work:
        row = waiting(work, tray_id)
        key = seal_row(desk, work, SealedItem, case, taken(desk, row), kind=NOTE)
        take_out(work, tray_id, key)
    return key


def taken(desk: Desk, row: Any) -> dict[str, Any]:
    """Give what a note says that a worry becomes.

    Raises:
        SealBroken: the worry was made up or altered.
    """
    read = read_drop(desk.keys, _place(desk, row), row.sealed)
    author = desk.keys.ledger.people.get(read.author)
    return {"kind": "worry", "title": "", "text": read.text, "dropped_by": str(author)}


def take_out(work: UnitOfWork, tray_id: UUID, note: UUID) -> None:
    """Let a worry leave the tray for the note it became."""
    work.run(sa.delete(ROWS).where(ROWS.c.id == tray_id))
    # The worry's own key is not named: beside the note it would tell which case it went to.
    work.trace("accept worry", "sealed_item", note)


def waiting(look: Reading, tray_id: UUID) -> sa.Row[Any]:
    """Give the row of a worry that waits.

    Raises:
        NotGranted: there is none.
    """
    row = look.row(sa.select(ROWS).where(ROWS.c.id == tray_id))
    if row is None:
        raise NotGranted
    return row


def _opened(desk: Desk, row: Any) -> Drop | None:
    try:
        return read_drop(desk.keys, _place(desk, row), row.sealed)
    except SealBroken:
        return None


def _place(desk: Desk, row: Any) -> DropPlace:
    return DropPlace(desk.keys.org, row.compartment_id, row.id, row.kv, row.day)
