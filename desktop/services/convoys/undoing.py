"""Taking an import back, as long as nothing rests on it."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.i18n import mark, tr
from desktop.models.accounts import Act, ActRow
from desktop.models.activity import Attendance, AttendanceMark
from desktop.models.centre import Placement
from desktop.models.people import NameWord, Person, Wristband
from desktop.models.stays import Convoy, Return, Stay
from desktop.services.convoys.answers import ImportTouched
from desktop.services.convoys.roll_writing import ADD, ARRIVE, CLOSE
from desktop.services.merging.pointers import MERGE
from desktop.storage.unit_of_work import UnitOfWork

_ATTENDANCE, _BEDS = mark("a mark of attendance"), mark("a change of bed")
_FILE = mark("a correction of a person’s file")
_ROLL = mark("the roll of the convoy")
_ACTS = {MERGE: mark("a merging of two files"), ARRIVE: _ROLL, ADD: _ROLL, CLOSE: _ROLL}


def refuse_touched(work: UnitOfWork, act: UUID, *, besides: str = "") -> None:
    """Let nothing pass that a later act, a mark or a change of bed rests on; rows of the table `besides` may change.

    Raises:
        ImportTouched: something does.
    """
    ours = sa.select(ActRow.row_id).where(ActRow.act_id == act, ActRow.table_name != besides)
    later = work.scalar(
        sa.select(Act.kind)
        .join(ActRow, ActRow.act_id == Act.id)
        .where(ActRow.row_id.in_(ours), Act.id > act, Act.undone_at.is_(None))
        .order_by(Act.id)
    )
    if later is not None:
        raise ImportTouched(act=tr(_ACTS.get(later, later)))
    corrected = sa.select(Person.id).join(ActRow, ActRow.row_id == Person.id)
    if work.scalar(corrected.where(ActRow.act_id == act, Person.version_id > ActRow.version_after)) is not None:
        raise ImportTouched(act=tr(_FILE))
    marked = sa.select(AttendanceMark.id).join(Attendance, Attendance.id == AttendanceMark.attendance_id)
    whose = sa.or_(Attendance.person_id.in_(ours), Attendance.joined_to.in_(ours))
    if work.scalar(marked.where(whose)) is not None:
        raise ImportTouched(act=tr(_ATTENDANCE))
    # Closed counts as changed: whoever left their bed, or the house, was there.
    moved = sa.or_(Placement.id.not_in(ours), Placement.until_at.is_not(None))
    if work.scalar(sa.select(Placement.id).where(Placement.stay_id.in_(ours), moved)) is not None:
        raise ImportTouched(act=tr(_BEDS))


def take_back(work: UnitOfWork, rows: list[sa.Row[Any]]) -> None:
    """Hide what an import brought in, and free its wristbands, beds and search words."""
    gone = {"removed_at": work.now, "removed_by": work.member.id, "removed_why": "import undone"}
    for model in (Convoy, Person, Return, Stay):
        for row in rows:
            if row.table_name == model.__tablename__:
                # A roll that was taken back has changed its convoy, and left nothing.
                seen = None if model is Convoy else row.version_after
                work.change(model, row.row_id, seen_version=seen, **gone)
    for row in rows:
        if row.table_name == "wristband":
            work.change(Wristband, row.row_id, until_at=work.now)
        if row.table_name == "placement":
            # Nobody was there: the bed was free all the time, and may be given for the same evening again.
            work.change(Placement, row.row_id, seen_version=row.version_after, until_at=Placement.from_at)
        if row.table_name == "person":
            work.run(sa.delete(NameWord).where(NameWord.person_id == row.row_id))
