"""Merging what happened to somebody into one list, in the order of time."""

from uuid import UUID

from desktop.rights import Permission
from desktop.services.timeline.answers import EventKind, Timeline
from desktop.services.timeline.house_events import arrivals, beds, exits
from desktop.services.timeline.other_events import answers, marks, returns
from desktop.storage.unit_of_work import Desk, Reading

_ORDER = list(EventKind)


def timeline(desk: Desk, look: Reading, person: UUID, limit: int) -> Timeline:
    """Give the latest `limit` events of a person, each kind only to whoever has the right to it."""
    most = limit + 1  # of each kind, so that one more than the limit tells whether there are older ones
    found = [*returns(look, person, most)]
    if desk.may(Permission.SEE_HOUSE):
        found += [*arrivals(look, person, most), *beds(look, person, most), *exits(look, person, most)]
    if desk.may(Permission.SEE_ATTENDANCE):
        found += marks(look, person, most)
    if desk.may(Permission.SEE_CONSENT):
        found += answers(look, person, most)
    found.sort(key=lambda one: (one.at, _ORDER.index(one.kind)), reverse=True)
    return Timeline(tuple(found[:limit]), len(found) > limit)
