"""What is said of a session: on its card, beside the grid, and where it cannot be seen."""

from datetime import date, datetime, time

from desktop.formats import clock, day_and_month, day_name
from desktop.i18n import mark, tr
from desktop.services.session_clashes import Clash, ClashKind
from desktop.services.session_plans import SessionPlan
from desktop.services.session_standing import STANDING_WORDS, standing
from desktop.services.sessions import SessionLine
from desktop.views.shared.discretion import discretion
from desktop.views.week.columns import GridColumn
from desktop.views.week.layout import Place


def day_told(day: date) -> str:
    """Name a day at the head of a sentence, such as Mercredi 18 novembre."""
    return f"{day_name(day).capitalize()} {day_and_month(day)}"


def hours(line: SessionLine) -> str:
    """Say when a session begins and ends."""
    return tr("{start} to {end}", start=clock(line.starts_at.time()), end=clock(line.ends_at.time()))


def state_words(line: SessionLine, now: datetime) -> str:
    """Say where a session stands, in few words."""
    return tr(STANDING_WORDS[standing(line, now)], marked=line.marked, listed=line.listed)


def told(line: SessionLine, now: datetime) -> str:
    """Say all there is to say of a session in one line."""
    day = day_told(line.on_date)
    parts = [
        line.activity,
        day,
        hours(line),
        line.room or tr("No room"),
        discretion.shown(line.facilitators),
        state_words(line, now),
    ]
    return " · ".join(part for part in [*parts, line.cancel_reason] if part)


def slot_told(place: Place, column: GridColumn) -> str:
    """Say which empty slot the cursor is on, and what Enter does there."""
    day = day_told(column.day)
    at = clock(time(place.minute // 60, place.minute % 60))
    where = f", {column.group}" if column.group else ""
    return tr("{day}, {hour}{where}: free. Enter plans a session.", day=day, hour=at, where=where)


_CLASH_WORDS = {
    ClashKind.ROOM: mark("Clash: {what} is taken by {activity}, {hours}."),
    ClashKind.FACILITATOR: mark("Clash: {what} facilitates {activity}, {hours}."),
    ClashKind.AUDIENCE: mark("To check: {activity}, {hours}, is for some of the same people."),
    ClashKind.CAPACITY: mark("To check: {listed} people are expected, at most {what} are meant to come."),
    ClashKind.CLOSED_DAY: mark("To check: this day is closed, {what}."),
}


def clash_words(clash: Clash) -> str:
    """Say what is in the way of a plan."""
    other, what = clash.other, clash.what
    if clash.kind is ClashKind.FACILITATOR:
        what = discretion.shown(what)
    if other is None:
        return tr(_CLASH_WORDS[clash.kind], what=what)
    words = _CLASH_WORDS[clash.kind]
    return tr(words, what=what, activity=other.activity, hours=hours(other), listed=other.listed)


def way_out_words(plan: SessionPlan, other: SessionPlan) -> str:
    """Say what taking another plan would change."""
    if plan.room != other.room:
        return tr("Take {room}", room=other.room)
    return tr("Begin at {hour}", hour=clock(other.at))
