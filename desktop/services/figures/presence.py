"""Who lodged during a period, from stays joined where they touch."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.services.figures.answers import HouseCounts
from desktop.services.figures.scope import Scope
from desktop.storage.unit_of_work import Reading

Span = tuple[datetime, datetime | None]


def house_counts(look: Reading, scope: Scope) -> HouseCounts:
    """Count presence over the period, or as much of it as lies before the data stop."""
    start, end = scope.opens, max(scope.opens, min(scope.closes, scope.stop))
    rows = look.rows(_stays_touching(scope, start, end))
    spans = [span for group in _by_person(rows) for span in _joined(group)]
    midnights = [start + timedelta(days=day) for day in range(1, (end - start).days + 1)]
    return HouseCounts(
        at_start=sum(_there(span, start) for span in spans),
        entries=sum(start < span[0] <= end for span in spans),
        exits=sum(span[1] is not None and start < span[1] <= end for span in spans),
        at_end=sum(_there(span, end) for span in spans),
        nights=sum(_there(span, midnight) for span in spans for midnight in midnights),
    )


def _stays_touching(scope: Scope, start: datetime, end: datetime) -> Any:
    """Ask for the stays that touch a period, by canonical person: two branches, each with its index."""
    stays = (
        sa.select(Person.canonical_id.label("who"), Stay.site_id, Stay.in_at, Stay.out_at)
        .join(Person, Person.id == Stay.person_id)
        .where(Stay.removed_at.is_(None), Stay.in_at <= end, scope.at_sites(Stay.site_id))
    )
    return sa.union_all(stays.where(Stay.out_at.is_(None)), stays.where(Stay.out_at >= start))


def _there(span: Span, moment: datetime) -> bool:
    return span[0] <= moment and (span[1] is None or moment < span[1])


def _by_person(rows: Iterable[Any]) -> Iterable[list[Span]]:
    """Keep sites apart: somebody who moves leaves one and enters the other."""
    groups: dict[tuple[Any, Any], list[Span]] = {}
    for row in rows:
        groups.setdefault((row.who, row.site_id), []).append((row.in_at, row.out_at))
    return groups.values()


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for begins, ends in sorted(spans, key=lambda span: span[0]):
        if joined and (joined[-1][1] is None or begins <= joined[-1][1]):
            before, until = joined[-1]
            joined[-1] = (before, None if until is None or ends is None else max(until, ends))
        else:
            joined.append((begins, ends))
    return joined
