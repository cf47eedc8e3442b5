"""Calling the roll of a convoy: each act is written at once, and is taken back in one."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.accounts import Act, ActRow
from desktop.models.stays import Convoy, ManifestLine
from desktop.rights import Permission
from desktop.services.convoys.answers import AlreadyUndone
from desktop.services.convoys.arriving import Arrival
from desktop.services.convoys.people import WristbandWorn
from desktop.services.convoys.receiving import remember_rows
from desktop.services.convoys.rereading import reread
from desktop.services.convoys.roll import Roll, convoy_row, read_roll, said_at
from desktop.services.convoys.roll_writing import (
    ADD,
    ARRIVE,
    CLOSE,
    Unlisted,
    anybody_here,
    finish,
    let_wait,
    receive_now,
    remember_states,
    unlisted_line,
    waiting_lines,
)
from desktop.services.convoys.understanding import left_to_wearers
from desktop.services.convoys.undoing import refuse_touched, take_back
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import ManifestState


class RollCallService:
    """Say who of a convoy came."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def roll(self, convoy: UUID) -> Roll:
        """Give everybody of a convoy whom the reader may see.

        Raises:
            NotFound: there is no such convoy.
            NotAllowed: the member of staff works at other sites.
        """
        with self._desk.read(Permission.IMPORT_CONVOY) as look:
            return read_roll(look, convoy)

    def arrive(self, convoy: UUID, lines: Sequence[UUID], at: datetime | None = None) -> UUID:
        """Let those on `lines` be here since `at` (or this moment), and give the act; who is here already stays so.

        Raises:
            NotFound: the convoy has no such line that waits for somebody.
        """
        with self._desk.begin(Permission.IMPORT_CONVOY) as work:
            row = convoy_row(work, convoy)
            day = said_at(row).local.date()
            waiting = waiting_lines(work, row.import_id, lines)
            people = tuple(reread(one.row_no, one.cells, row.mapping, day) for one in waiting)
            came = Arrival(row.site_id, row.code, row.zone, at or work.now)
            people = left_to_wearers(work, came, people, row.mapping.get("wristband", ""))
            act = work.insert(Act, kind=ARRIVE, at=work.now)
            here = receive_now(work, people, came, row)
            for line, person, stay in zip(waiting, here.people, here.stays, strict=True):
                work.change(ManifestLine, line.id, state=ManifestState.ARRIVED, person_id=person, stay_id=stay)
            finish(work, row, act, came, here, waiting)
        return act

    def add(self, convoy: UUID, who: Unlisted, at: datetime | None = None) -> UUID:
        """Write somebody down who came and is not on the list, and give the act.

        Raises:
            NobodySaid: neither a name nor a wristband is given.
            BirthUnclear: the birth means nothing.
            WristbandWorn: somebody of the house wears this number.
            NotFound: there is no such convoy.
        """
        with self._desk.begin(Permission.IMPORT_CONVOY) as work:
            row = convoy_row(work, convoy)
            came = Arrival(row.site_id, row.code, row.zone, at or work.now)
            last = work.scalar(
                sa.select(sa.func.max(ManifestLine.row_no)).where(ManifestLine.import_id == row.import_id)
            )
            line = unlisted_line(who, (last or 0) + 1, came)
            if left_to_wearers(work, came, (line,), "")[0].wristband != line.wristband:
                raise WristbandWorn(number=line.wristband)
            act = work.insert(Act, kind=ADD, at=work.now)
            here = receive_now(work, (line,), came, row)
            work.insert(ManifestLine, import_id=row.import_id, row_no=line.row, cells={}, state=ManifestState.ADDED,
                        person_id=here.people[0], stay_id=here.stays[0], contradictions=[])  # fmt: skip
            finish(work, row, act, came, here)
        return act

    def close(self, convoy: UUID) -> UUID:
        """Say that all who are still expected did not come, and give the act.

        Raises:
            NotFound: there is no such convoy.
        """
        with self._desk.begin(Permission.IMPORT_CONVOY) as work:
            row = convoy_row(work, convoy)
            waits = (ManifestLine.import_id == row.import_id) & (ManifestLine.state == ManifestState.EXPECTED)
            lines = work.rows(sa.select(ManifestLine.id, ManifestLine.state).where(waits))
            act = work.insert(Act, kind=CLOSE, at=work.now)
            for line in lines:
                work.change(ManifestLine, line.id, state=ManifestState.ABSENT)
            remember_rows(work, act, {"convoy": [convoy]})
            remember_states(work, act, lines)
            work.trace(CLOSE, "convoy", convoy, ["lines"])
        return act

    def take_back(self, act: UUID) -> None:
        """Take one act of the roll back: the lines wait as before, and who was written down is here no more.

        Raises:
            NotFound: there is no such act of a roll.
            AlreadyUndone: it was taken back before.
            ImportTouched: a later act touched one of its rows, or somebody was marked present or moved.
        """
        with self._desk.begin(Permission.IMPORT_CONVOY) as work:
            row = work.row(sa.select(Act.__table__).where(Act.id == act, Act.kind.in_((ARRIVE, ADD, CLOSE))))
            if row is None:
                raise NotFound(code=act)
            if row.undone_at is not None:
                raise AlreadyUndone
            rows = list(work.rows(sa.select(ActRow.__table__).where(ActRow.act_id == act)))
            (convoy,) = [one.row_id for one in rows if one.table_name == "convoy"]
            came = convoy_row(work, convoy)
            if row.kind != CLOSE:  # nothing rests on somebody who did not come
                refuse_touched(work, act, besides="convoy")
            take_back(work, [one for one in rows if one.table_name != "convoy"])
            let_wait(work, row.kind, rows)
            work.change(Act, act, undone_at=work.now)
            if came.planned_at is not None and not anybody_here(work, came.import_id):
                work.change(Convoy, convoy, arrived_at=None)
            work.trace("undo the roll", "convoy", convoy, ["lines"])
