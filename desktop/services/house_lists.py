"""The list of the house for the evening round."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.i18n import tr
from desktop.models.centre import Bed, Placement, Site
from desktop.models.partial_date import PartialDate
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import Sex


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


def evening_lines(look: Reading, site: UUID, at: datetime) -> list[EveningLine]:
    """Give everybody in the house at a moment by bed, those without one first."""
    zone = look.scalar(sa.select(Site.zone).where(Site.id == site))
    day = at.astimezone(ZoneInfo(zone)).date() if zone else at.date()
    lines = [_evening_line(row, day) for row in look.rows(_sleeping(site, at))]
    return sorted(lines, key=lambda line: line.bed or "")


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
