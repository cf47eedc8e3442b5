"""What the house looks like: its rooms with their beds, and the list for the evening round."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.i18n import tr
from desktop.models.centre import Bed, Placement, Room, Site
from desktop.models.partial_date import PartialDate
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import BedState, RoomKind, RoomRule, Sex

FREE, OCCUPIED = "free", "occupied"


@dataclass(frozen=True, slots=True)
class BedLine:
    """A bed: `state` is free, occupied, to_clean or out_of_use, `code` whose it is."""

    id: UUID
    label: str
    state: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomLine:
    """A room with its beds; `waiting` are the codes of those who are there without a bed."""

    id: UUID
    name: str
    kind: RoomKind
    rule: RoomRule
    accessible: bool
    beds: tuple[BedLine, ...]
    waiting: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EveningLine:
    """Somebody to look in on; no bed is the staging area, a doubtful age a child's.

    `instruction` is what to do, never why: how the person is accompanied, and whether to call protection.
    """

    bed: str | None
    name: str
    code: str
    sex: Sex
    age: int | None
    child: bool
    instruction: str


def room_lines(look: Reading, site: UUID) -> list[RoomLine]:
    """Give the rooms of a site in their order, each with its beds as they are now."""
    codes, waiting = _lying(look, site)
    beds: dict[UUID, list[BedLine]] = defaultdict(list)
    own_beds = sa.select(Bed.id, Bed.room_id, Bed.label, Bed.state).join(Room, Room.id == Bed.room_id)
    shown = own_beds.where(Room.site_id == site, Bed.removed_at.is_(None)).order_by(Bed.position, Bed.label)
    for bed in look.rows(shown):
        beds[bed.room_id].append(_bed_line(bed, codes))
    rooms = look.rows(
        sa.select(Room.__table__)
        .where(Room.site_id == site, Room.removed_at.is_(None), Room.kind != RoomKind.ACTIVITY)
        .order_by(Room.position, Room.name)
    )
    return [_room_line(room, beds[room.id], waiting[room.id]) for room in rooms]


def evening_lines(look: Reading, site: UUID, at: datetime) -> list[EveningLine]:
    """Give everybody in the house at a moment by bed, those without one first."""
    zone = look.scalar(sa.select(Site.zone).where(Site.id == site))
    day = at.astimezone(ZoneInfo(zone)).date() if zone else at.date()
    lines = [_evening_line(row, day) for row in look.rows(_sleeping(site, at))]
    return sorted(lines, key=lambda line: line.bed or "")


def _lying(look: Reading, site: UUID) -> tuple[dict[UUID, str | None], dict[UUID, list[str]]]:
    own, canon = aliased(Person), aliased(Person)
    lying = look.rows(
        sa.select(Placement.room_id, Placement.bed_id, canon.code)
        .join(Room, Room.id == Placement.room_id)
        .outerjoin(Stay, Stay.id == Placement.stay_id)
        .outerjoin(own, own.id == Stay.person_id)
        .outerjoin(canon, canon.id == own.canonical_id)
        .where(Room.site_id == site, Placement.until_at.is_(None))
        .order_by(canon.code)
    )
    codes = {row.bed_id: row.code for row in lying if row.bed_id}
    waiting: dict[UUID, list[str]] = defaultdict(list)
    for row in lying:
        if row.bed_id is None and row.code:
            waiting[row.room_id].append(row.code)
    return codes, waiting


def _room_line(room: sa.Row[Any], beds: list[BedLine], waiting: list[str]) -> RoomLine:
    return RoomLine(
        id=room.id,
        name=room.name,
        kind=room.kind,
        rule=room.rule,
        accessible=room.accessible,
        beds=tuple(beds),
        waiting=tuple(waiting),
    )


def _bed_line(bed: sa.Row[Any], codes: dict[UUID, str | None]) -> BedLine:
    if bed.id in codes:
        return BedLine(bed.id, bed.label, OCCUPIED, codes[bed.id])
    return BedLine(bed.id, bed.label, FREE if bed.state is BedState.OK else bed.state.value)


def _sleeping(site: UUID, at: datetime) -> Any:
    """Ask who is in the house at a moment and in which bed; both ends are tested as in `stays`."""
    own, canon, file = aliased(Person), aliased(Person), aliased(Person)
    flagged = sa.select(file.id).where(file.canonical_id == canon.id, file.protect_flag).correlate(canon).exists()
    here = (Stay.site_id == site) & (Stay.in_at <= at) & Stay.removed_at.is_(None)
    then = (Placement.from_at <= at) & sa.or_(Placement.until_at.is_(None), Placement.until_at > at)
    return (
        sa.select(canon.given_names, canon.family_name, canon.code, canon.sex, canon.birth_min, canon.birth_max)
        .add_columns(canon.birth_precision, Bed.label.label("bed"), Stay.accompaniment, flagged.label("protect_flag"))
        .join(own, own.id == Stay.person_id)
        .join(canon, canon.id == own.canonical_id)
        .outerjoin(Placement, (Placement.stay_id == Stay.id) & then)
        .outerjoin(Bed, Bed.id == Placement.bed_id)
        .select_from(Stay)
        .where(here, sa.or_(Stay.out_at.is_(None), Stay.out_at > at), canon.removed_at.is_(None))
        .order_by(canon.sort_key, canon.code)
    )


def _evening_line(row: sa.Row[Any], day: date) -> EveningLine:
    birth = PartialDate(row.birth_min, row.birth_max, row.birth_precision)
    return EveningLine(
        bed=row.bed,
        name=f"{row.family_name} {row.given_names}".strip(),
        code=row.code,
        sex=row.sex,
        # A safeguard reads the youngest age that what was said allows.
        age=birth.youngest_age_on(day),
        child=birth.is_child_on(day),
        instruction="\n".join(filter(None, (row.accompaniment, row.protect_flag and tr("Call protection")))),
    )
