"""Who lodged during a period, from stays joined where they touch."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa

from desktop.models.centre import Site
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.services.figures.answers import HouseCounts
from desktop.services.figures.scope import Scope
from desktop.storage.unit_of_work import Reading


class Span(NamedTuple):
    """Somebody at one site without a gap, followed to the end of every merge; without an end while they are there."""

    who: UUID
    site: UUID
    begins: datetime
    ends: datetime | None

    def holds(self, moment: datetime) -> bool:
        """Say whether they are there at a moment."""
        return self.begins <= moment and (self.ends is None or moment < self.ends)


@dataclass(frozen=True, slots=True)
class Presence:
    """Who lodged over a period, or as much of it as lies before the data stop."""

    spans: tuple[Span, ...]
    start: datetime
    end: datetime

    def at(self, moment: datetime) -> list[Span]:
        """Give those who are there at a moment."""
        return [span for span in self.spans if span.holds(moment)]

    def entries(self) -> list[Span]:
        """Give those who came; somebody who comes twice is there twice."""
        return [span for span in self.spans if self.start < span.begins <= self.end]

    def exits(self) -> list[Span]:
        """Give those who left."""
        return [span for span in self.spans if span.ends is not None and self.start < span.ends <= self.end]

    def nights(self) -> list[tuple[Span, datetime]]:
        """Give who is there at each midnight that ends a day."""
        midnights = [self.start + timedelta(days=day) for day in range(1, (self.end - self.start).days + 1)]
        return [(span, midnight) for midnight in midnights for span in self.at(midnight)]


def presence(look: Reading, scope: Scope) -> Presence:
    """Read who lodged during a period."""
    start, end = scope.opens, max(scope.opens, min(scope.closes, scope.stop))
    stays = _by_person(look.rows(_stays_touching(scope, start, end)))
    return Presence(tuple(span for own in stays for span in _joined(own)), start, end)


def house_counts(lodged: Presence) -> HouseCounts:
    """Count presence over the period."""
    return HouseCounts(
        at_start=len(lodged.at(lodged.start)),
        entries=len(lodged.entries()),
        exits=len(lodged.exits()),
        at_end=len(lodged.at(lodged.end)),
        nights=len(lodged.nights()),
    )


def _stays_touching(scope: Scope, start: datetime, end: datetime) -> Any:
    """Ask for the stays that touch a period, by canonical person: two branches, each with its index.

    The index of a house begins with its site and goes on with the end of a stay. So the sites are named even where
    all are meant, and the beginning of a stay is hidden from the planner, which would go through years of arrivals.
    """
    sites = sa.select(Site.id) if scope.sites is None else scope.sites
    stays = (
        sa.select(Person.canonical_id.label("who"), Stay.site_id, Stay.in_at, Stay.out_at)
        .join(Person, Person.id == Stay.person_id)
        .where(Stay.removed_at.is_(None), sa.func.coalesce(Stay.in_at, end) <= end, Stay.site_id.in_(sites))
    )
    return sa.union_all(stays.where(Stay.out_at.is_(None)), stays.where(Stay.out_at >= start))


def _by_person(rows: Iterable[Any]) -> Iterable[list[Span]]:
    """Keep sites apart: somebody who moves leaves one and enters the other."""
    groups: dict[tuple[UUID, UUID], list[Span]] = {}
    for row in rows:
        groups.setdefault((row.who, row.site_id), []).append(Span(row.who, row.site_id, row.in_at, row.out_at))
    return groups.values()


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: span.begins):
        before = joined[-1] if joined else None
        if before and (before.ends is None or span.begins <= before.ends):
            ends = None if before.ends is None or span.ends is None else max(before.ends, span.ends)
            joined[-1] = before._replace(ends=ends)
        else:
            joined.append(span)
    return joined
