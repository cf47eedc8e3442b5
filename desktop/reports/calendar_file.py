"""Sessions as an iCalendar file (RFC 5545): what, when and where, and nobody's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One event in the zone of its site; one with a rule comes back but on the moments left out.

    `instead_of` names the moment of the rule with the same `uid` that this event stands for.
    """

    uid: str
    summary: str
    place: str
    starts: datetime
    ends: datetime
    cancelled: bool = False
    rule: str = ""
    left_out: Sequence[datetime] = ()
    instead_of: datetime | None = None


def calendar_file(events: Sequence[CalendarEvent], now: datetime) -> bytes:
    """Give the file, with the zones its hours are in."""
    from icalendar import Calendar, Event, vRecur  # noqa: PLC0415 - only to export a calendar

    whole = Calendar()
    whole.add("prodid", "-//Jatigi//Jatigi//FR")
    whole.add("version", "2.0")
    for one in events:
        event = Event()
        for name, value in (("uid", one.uid), ("dtstamp", now), ("dtstart", one.starts), ("dtend", one.ends),
                            ("summary", one.summary), ("location", one.place)):  # fmt: skip
            event.add(name, value)
        event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
        if one.rule:
            event.add("rrule", vRecur.from_ical(one.rule))
        if one.left_out:
            event.add("exdate", list(one.left_out))
        if one.instead_of is not None:
            event.add("recurrence-id", one.instead_of)
        whole.add_component(event)
    whole.add_missing_timezones()
    written: bytes = whole.to_ical()
    return written
