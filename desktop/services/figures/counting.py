"""Counting participations and unique people from the rows of a week."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from desktop.models.age_bands import Band, band_of
from desktop.services.figures.answers import UNKNOWN_BAND, SexAgeCount
from desktop.vocabulary import Sex


@dataclass(frozen=True, slots=True)
class Participation:
    """One counting row, its person followed to the end of every merge."""

    session: UUID
    on_date: date
    starts_at: datetime
    activity: str
    activity_label: str
    site: str
    who: UUID
    is_person: bool
    sex: Sex
    band: str


def participation(row: Any, bands: Sequence[Band]) -> Participation:
    """Read a row of the week; an anonymous number stands for itself."""
    if row.canon is None:
        return Participation(row.session, row.on_date, row.starts_at, row.activity, row.activity_label, row.site,
                             row.line, False, row.anon_sex, row.anon_band or UNKNOWN_BAND)  # fmt: skip
    band = band_of(row.birth_min, row.birth_max, row.birth_mid, row.on_date, bands)
    return Participation(row.session, row.on_date, row.starts_at, row.activity, row.activity_label, row.site,
                         row.canon, True, row.sex, band_name(band))  # fmt: skip


def band_name(band: Band | None) -> str:
    """Write a band as tables show it."""
    if band is None:
        return UNKNOWN_BAND
    return f"{band.low}+" if band.high is None else f"{band.low}-{band.high}"


def distinct(rows: Iterable[Participation]) -> list[Participation]:
    """Count somebody once at a session, even where two of their merged files were marked."""
    first: dict[tuple[UUID, UUID], Participation] = {}
    for row in rows:
        first.setdefault((row.session, row.who), row)
    return list(first.values())


def people(rows: Iterable[Participation]) -> set[UUID]:
    """Give the unique people; numbers without a name are none."""
    return {row.who for row in rows if row.is_person}


def grouped(
    rows: Iterable[Participation], key: Callable[[Participation], Hashable]
) -> dict[Hashable, list[Participation]]:
    """Put participations together by a key, in the order they come."""
    groups: dict[Hashable, list[Participation]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def by_sex_and_age(rows: Sequence[Participation], bands: Sequence[Band]) -> tuple[SexAgeCount, ...]:
    """Fill every cell: participations at their day, unique people at their first one in these rows."""
    names = [*map(band_name, bands), UNKNOWN_BAND]
    cells = grouped(rows, lambda row: (row.sex, row.band))
    firsts: dict[UUID, Participation] = {}
    for row in sorted(rows, key=lambda row: (row.starts_at, row.session)):
        if row.is_person:
            firsts.setdefault(row.who, row)
    unique = grouped(firsts.values(), lambda row: (row.sex, row.band))
    # A band of another scheme, noted with an anonymous number, is not lost: it is unknown in this one.
    strangers = [cell for cell in cells if isinstance(cell, tuple) and cell[1] not in names]
    for sex, band in strangers:
        cells.setdefault((sex, UNKNOWN_BAND), []).extend(cells.pop((sex, band)))
    return tuple(
        SexAgeCount(sex, band, len(cells.get((sex, band), ())), len(unique.get((sex, band), ())))
        for sex in Sex
        for band in names
    )
