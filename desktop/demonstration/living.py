"""Letting the invented centre live: stays ended, activities planned, people marked."""

from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from desktop.centre import Centre
from desktop.demonstration.inventions import invented
from desktop.models.base import now
from desktop.rights import Permission
from desktop.services.planning import SessionPlan
from desktop.services.sessions import SessionLine, monday_of
from desktop.services.stay_rows import close_stay
from desktop.vocabulary import AttendanceStatus, Sex

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
# What became of some sessions, counted from the last one that is over.
_NOT_TYPED, _HALF_TYPED, _CANCELLED, _NOT_HELD = -1, -3, -5, -8


class Leavers:
    """Those who will leave, each after a few days; a bed must be free again before the next convoy comes."""

    def __init__(self, centre: Centre, chance: Random, site: UUID) -> None:
        self._centre, self._chance, self._site = centre, chance, site
        self._leaving: dict[UUID, datetime] = {}

    def let_go(self, until: datetime) -> None:
        """Let those leave whose day comes before `until`."""
        for lodger in self._centre.stays.lodgers(self._site):
            leaves = self._leaving.setdefault(lodger.stay, self._day_of(lodger.in_at))
            if leaves < until:
                self._leave(lodger.stay, leaves)

    def _leave(self, stay: UUID, leaves: datetime) -> None:
        # An invented child goes with somebody as well: the refusal that protects real ones would keep it for ever.
        with self._centre.desk.begin(Permission.RUN_HOUSE) as work:
            close_stay(work, stay, leaves, "home")
            work.trace("close stay", "stay", stay, ["out_at", "reason"])

    def _day_of(self, in_at: datetime) -> datetime:
        return in_at + timedelta(days=self._chance.randrange(3, _LONGEST_DAYS), hours=self._chance.randrange(-12, 0))


def live_weeks(centre: Centre, chance: Random, weeks: int) -> None:
    """Plan and mark `weeks` weeks up to this one; what lies ahead stays to be marked."""
    site = centre.setup.sites()[0]
    today = now().date()
    for ago in range(weeks - 1, -1, -1):
        _plan_week(centre, monday_of(today) - timedelta(weeks=ago), site.code)
    for ago in range(weeks - 1, -1, -1):
        lines = centre.planning.sessions_of_week(today - timedelta(weeks=ago))
        past = [line for line in lines if line.ends_at < now()]
        for number, line in enumerate(past):
            _record(centre, chance, line, number - len(past), ago)


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


def _record(centre: Centre, chance: Random, line: SessionLine, place: int, ago: int) -> None:
    """Mark a past session, `place` from the week's end: some fell through, the latest sheets are still to type in."""
    words = invented()
    if place == _CANCELLED:
        centre.planning.cancel(line.code, words["cancelled"][ago % len(words["cancelled"])])
    elif place == _NOT_HELD:
        centre.attendance.did_not_take_place(line.code, words["not_held"])
    elif place != _NOT_TYPED or ago > 1:
        _mark(centre, chance, line, half=place == _HALF_TYPED)


def _mark(centre: Centre, chance: Random, line: SessionLine, *, half: bool) -> None:
    lines = centre.attendance.open_sheet(line.code).lines
    for one in lines[: len(lines) // 2] if half else lines:
        status = chance.choice(_OTHERWISE) if chance.random() < 1 / 3 else AttendanceStatus.PRESENT
        centre.attendance.mark(one.attendance_id, status)
    if chance.random() < 1 / 4:
        centre.attendance.add_anonymous(line.code, chance.choice(list(Sex)))
