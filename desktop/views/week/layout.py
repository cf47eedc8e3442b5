"""Where each session stands in the grid, and where a cursor can go; knows no pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from desktop.services.sessions import SessionLine

SLOT = 30  # minutes
_USUAL = (8, 18)  # hours shown at least
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Placed:
    """A session in its column; those at the same hour share it in lanes."""

    line: SessionLine
    column: int
    lane: int
    lanes: int

    @property
    def start(self) -> int:
        """Give the minute of the day it begins."""
        return self.line.starts_at.hour * 60 + self.line.starts_at.minute

    @property
    def end(self) -> int:
        """Give the minute it ends; past midnight it is cut."""
        return min(_DAY, self.start + length(self.line))


@dataclass(frozen=True, slots=True)
class Place:
    """Where the cursor stands: a session, or an empty slot."""

    column: int
    minute: int
    code: str | None = None


def length(line: SessionLine) -> int:
    """Give how many minutes a session lasts."""
    return int((line.ends_at - line.starts_at).total_seconds() // 60)


def lay_out(lines: Iterable[tuple[int, SessionLine]]) -> list[Placed]:
    """Give each session, named with its column, a lane of its own among those it overlaps."""
    placed: list[Placed] = []
    group: list[Placed] = []  # those that overlap, one after the other
    for column, line in sorted(lines, key=lambda one: (one[0], one[1].starts_at, one[1].code)):
        new = Placed(line, column, 0, 1)
        if group and (group[0].column != column or max(one.end for one in group) <= new.start):
            placed += _shared(group)
            group = []
        taken = {one.lane for one in group if one.end > new.start}
        group.append(replace(new, lane=next(lane for lane in count() if lane not in taken)))
    return placed + _shared(group)


def _shared(group: list[Placed]) -> list[Placed]:
    lanes = max((one.lane for one in group), default=0) + 1
    return [replace(one, lanes=lanes) for one in group]


def hours_shown(placed: Sequence[Placed]) -> tuple[int, int]:
    """Give the first and last hour of the grid, wide enough for every session."""
    first = min([_USUAL[0], *(one.start // 60 for one in placed)])
    last = max([_USUAL[1], *(-(-one.end // 60) for one in placed)])
    return first, last


def places(placed: Sequence[Placed], column: int, hours: tuple[int, int]) -> list[Place]:
    """Give where a cursor can stand in a column, from the top: its sessions, and the slots that are free."""
    here = [one for one in placed if one.column == column]
    free = [
        Place(column, minute)
        for minute in range(hours[0] * 60, hours[1] * 60, SLOT)
        if not any(one.start < minute + SLOT and one.end > minute for one in here)
    ]
    sessions = [Place(column, one.start, one.line.code) for one in here]
    return sorted([*free, *sessions], key=lambda place: (place.minute, place.code or ""))


def nearest(among: Sequence[Place], minute: int) -> Place | None:
    """Give the place whose hour is nearest to a minute; a session goes before an empty slot."""
    return min(among, key=lambda place: (abs(place.minute - minute), place.code is None), default=None)
