"""Writing down those of a convoy who are here: a person, a return, a stay and a wristband each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.models.accounts import ActRow
from desktop.models.keys import uuid7
from desktop.models.people import Wristband
from desktop.models.stays import Return, Stay
from desktop.services.convoys.arriving import Arrival
from desktop.services.new_people import NewPerson, insert_people
from desktop.services.statuses import countries, status_on_convoy
from desktop.spreadsheets.manifest import ManifestRow
from desktop.storage.unit_of_work import UnitOfWork

Lines = tuple[ManifestRow, ...]


@dataclass(frozen=True, slots=True)
class Received:
    """The keys of what was written, people and stays in the order of their lines."""

    people: list[UUID]
    returns: list[UUID]
    stays: list[UUID]
    bands: list[UUID]

    @property
    def touched(self) -> dict[str, list[UUID]]:
        """Give the keys by table, for an act to remember."""
        return {"person": self.people, "return": self.returns, "stay": self.stays, "wristband": self.bands}


def receive(work: UnitOfWork, lines: Lines, newcomers: list[NewPerson], came: Arrival, convoy: UUID) -> Received:
    """Write down those of `lines` who came with a convoy; beds are given afterwards."""
    people = insert_people(work, newcomers, site_code=came.site_code, year=came.local.year)
    returns, stays = [uuid7() for _ in people], [uuid7() for _ in people]
    known = countries(work)
    rows = [
        _return(key, person, line, came) | {"convoy_id": convoy, "status": status_on_convoy(line.nationality, known)}
        for key, person, line in zip(returns, people, lines, strict=True)
    ]
    work.insert_many(Return, rows)
    work.insert_many(Stay, [_stay(*each, came) for each in zip(stays, people, returns, strict=True)])
    bands = _wristbands(lines, stays, came.site)
    work.insert_many(Wristband, bands)
    return Received(people, returns, stays, [band["id"] for band in bands])


def remember_rows(work: UnitOfWork, act: UUID, touched: dict[str, list[UUID]]) -> None:
    """Note the rows an act wrote, for an undo."""
    work.insert_many(
        ActRow,
        [{"id": uuid7(), "act_id": act, "table_name": table, "row_id": key, "version_after": 1, "before": None}
         for table, keys in touched.items() for key in keys],
    )  # fmt: skip


def remember_lines(work: UnitOfWork, act: UUID, before: Mapping[UUID, dict[str, Any]]) -> None:
    """Note what lines of a list said or were before an act, by their keys."""
    work.insert_many(
        ActRow,
        [{"act_id": act, "table_name": "manifest_line", "row_id": line, "version_after": 0, "before": was}
         for line, was in before.items()],
    )  # fmt: skip


def _return(key: UUID, person: UUID, line: ManifestRow, came: Arrival) -> dict[str, Any]:
    return {
        "id": key,
        "person_id": person,
        "arrived_at": came.at,
        "arrived_on": came.local.date(),
        "country": line.country or None,
        "destination": line.destination or None,
    }


def _stay(key: UUID, person: UUID, back: UUID, came: Arrival) -> dict[str, Any]:
    return {"id": key, "person_id": person, "return_id": back, "site_id": came.site, "in_at": came.at}


def _wristbands(lines: Lines, stays: list[UUID], site: UUID) -> list[dict[str, Any]]:
    return [
        {"id": uuid7(), "stay_id": stay, "site_id": site, "number": line.wristband}
        for line, stay in zip(lines, stays, strict=True)
        if line.wristband
    ]
