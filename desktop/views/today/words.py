"""Sentences of the page of the day."""

from datetime import date, datetime

from desktop.formats import clock, short_date
from desktop.i18n import mark, tr, trn
from desktop.services.sessions import SessionLine
from desktop.services.today import Movement, MovementKind, SessionsToday

MOVEMENT_KINDS = {MovementKind.ARRIVED: "ok", MovementKind.EXPECTED_OUT: "info", MovementKind.LEFT: "quiet"}
_AT = {MovementKind.ARRIVED: mark("Arrived at {hour}"), MovementKind.LEFT: mark("Left at {hour}")}


def when(line: SessionLine, today: date) -> str:
    """Say when a session begins; its day only where that is not today."""
    hour = clock(line.starts_at.time())
    return hour if line.on_date == today else f"{line.on_date:%d/%m}, {hour}"


def recorded_words(told: SessionsToday) -> str:
    """Say how many of the sessions of this week that are over were recorded; nothing before the first is over."""
    if not told.ended:
        return ""
    return tr("Sessions recorded this week: {recorded} of {ended}", recorded=told.recorded, ended=told.ended)


def movement_words(one: Movement) -> str:
    """Say that somebody came, is expected to go, or went."""
    return tr("Expected to leave") if one.at is None else tr(_AT[one.kind], hour=clock(one.at.time()))


def backup_words(last: datetime | None, now: datetime) -> str:
    """Say how old the last backup is."""
    if last is None:
        return tr("There is no backup yet.")
    days, hour = (now.date() - last.date()).days, clock(last.time())
    if days <= 0:
        return tr("The last backup was made today at {hour}.", hour=hour)
    if days == 1:
        return tr("The last backup was made yesterday at {hour}.", hour=hour)
    told = trn("The last backup is {n} day old", "The last backup is {n} days old", days)
    return tr("{told}: it was made on {day}.", told=told, day=short_date(last.date()))
