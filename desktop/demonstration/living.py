"""Letting the invented centre live: stays ended, activities planned, people marked."""

from datetime import date, time, timedelta
from random import Random
from uuid import UUID

from desktop.centre import Centre
from desktop.demonstration.inventions import invented
from desktop.models.base import now
from desktop.services.planning import SessionPlan
from desktop.services.sessions import SessionLine, monday_of
from desktop.vocabulary import AttendanceStatus

# One person in three is marked otherwise than present.
_OTHERWISE = (
    AttendanceStatus.LATE,
    AttendanceStatus.LEFT_EARLY,
    AttendanceStatus.EXCUSED,
    AttendanceStatus.ABSENT,
    AttendanceStatus.ABSENT,
    AttendanceStatus.DID_NOT_WISH,
)
_LONGEST_DAYS = 12


def live_weeks(centre: Centre, chance: Random, weeks: int) -> None:
    """Plan and mark `weeks` weeks up to this one; what lies ahead stays to be marked."""
    site = centre.setup.sites()[0]
    _end_stays(centre, chance, site.id)
    today = now().date()
    for ago in range(weeks - 1, -1, -1):
        _plan_week(centre, monday_of(today) - timedelta(weeks=ago), site.code)
    past = [
        line
        for ago in range(weeks - 1, -1, -1)
        for line in centre.planning.sessions_of_week(today - timedelta(weeks=ago))
        if line.ends_at < now()
    ]
    for number, line in enumerate(past):
        _record(centre, chance, line, number, len(past))


def _end_stays(centre: Centre, chance: Random, site: UUID) -> None:
    for lodger in centre.stays.lodgers(site):
        leaves = lodger.in_at + timedelta(days=chance.randrange(3, _LONGEST_DAYS), hours=chance.randrange(-12, 0))
        if leaves < now():
            centre.stays.close(lodger.stay, leaves, "home", None)


def _plan_week(centre: Centre, monday: date, site: str) -> None:
    for entry in invented()["week"]:
        for day in entry["days"]:
            centre.planning.create(
                SessionPlan(
                    activity=entry["activity"],
                    site=site,
                    on=monday + timedelta(days=day),
                    at=time.fromisoformat(entry["at"]),
                    room=entry["place"],
                )
            )


def _record(centre: Centre, chance: Random, line: SessionLine, number: int, count: int) -> None:
    """Mark a past session; one in the middle was cancelled, and the last one nobody has recorded yet."""
    if number == count // 2:
        centre.planning.cancel(line.code, invented()["cancelled"])
        return
    if number == count - 1:
        return
    sheet = centre.attendance.open_sheet(line.code)
    if not sheet.lines:
        return
    centre.attendance.fill_unmarked(line.code)
    for one in sheet.lines:
        if chance.random() < 1 / 3:
            centre.attendance.mark(one.attendance_id, chance.choice(_OTHERWISE))
    if chance.random() < 1 / 4:
        centre.attendance.add_anonymous(line.code)
