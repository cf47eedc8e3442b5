"""Counting participations and unique people from the rows of a week."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from desktop.models.age_bands import Band, band_of
from desktop.services.figures.answers import UNKNOWN
from desktop.vocabulary import Sex

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """One counting row, its person followed to the end of every merge."""

    session: UUID
    on_date: date
    starts_at: datetime
    activity: str
    site: str
    who: UUID
    is_person: bool
    number: str | None  # of somebody without a name
    sex: Sex
    band: str
    nationality: str | None
    status: str | None


class Tally(NamedTuple):
    """Participations, and the people whose first one in the period they are."""

    participations: int = 0
    unique_people: int = 0


def participation(row: Any, bands: Sequence[Band]) -> Participation:
    """Read a row of the week; an anonymous number stands for itself."""
    known = row.canon is not None
    return Participation(
        session=row.session,
        on_date=row.on_date,
        starts_at=row.starts_at,
        activity=row.activity,
        site=row.site,
        who=row.canon if known else row.line,
        is_person=known,
        number=row.anon_label,
        sex=row.sex if known else row.anon_sex,
        band=_band(row, bands) if known else _noted(row.anon_band, bands),
        nationality=row.nationality,
        status=row.status,
    )


def _band(row: Any, bands: Sequence[Band]) -> str:
    return band_name(band_of(row.birth_min, row.birth_max, row.birth_mid, row.on_date, bands))


def _noted(band: str | None, bands: Sequence[Band]) -> str:
    """Read the band noted with a number; one of another scheme is unknown in this one."""
    return band if band is not None and band in {band_name(one) for one in bands} else UNKNOWN


def band_name(band: Band | None) -> str:
    """Write a band as tables show it."""
    if band is None:
        return UNKNOWN
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


def firsts(rows: Iterable[Participation]) -> list[Participation]:
    """Give the first participation of each person; numbers without a name have none."""
    found: dict[UUID, Participation] = {}
    for row in sorted(rows, key=lambda row: (row.starts_at, row.session)):
        if row.is_person:
            found.setdefault(row.who, row)
    return list(found.values())


def grouped(rows: Iterable[Participation], key: Callable[[Participation], Key]) -> dict[Key, list[Participation]]:
    """Put participations together by a key, in the order they come."""
    groups: dict[Key, list[Participation]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def tallied(rows: Sequence[Participation], key: Callable[[Participation], Key]) -> dict[Key, Tally]:
    """Count by a key; people stand where their first participation puts them, so that they add up to the total."""
    unique = grouped(firsts(rows), key)
    return {name: Tally(len(group), len(unique.get(name, ()))) for name, group in grouped(rows, key).items()}
