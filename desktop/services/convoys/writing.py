"""Writing the people of a list down: one convoy, a return and a stay each, and the lines as they were."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.models.accounts import ActRow
from desktop.models.centre import Placement
from desktop.models.keys import uuid7
from desktop.models.names import fold
from desktop.models.people import LookAlike, NameWord, Person, Wristband
from desktop.models.stays import Convoy, ManifestLine, Return, Stay
from desktop.services.look_alikes import find
from desktop.services.new_people import NewPerson, insert_people
from desktop.services.statuses import status_on_convoy
from desktop.spreadsheets.manifest import Manifest, ManifestRow
from desktop.storage.unit_of_work import UnitOfWork
from desktop.vocabulary import ManifestState


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where and when a convoy came: event time, and the day it was at the site."""

    site: UUID
    site_code: str
    zone: str
    at: datetime

    @property
    def local(self) -> datetime:
        """Give the arrival by the site's clock."""
        return self.at.astimezone(ZoneInfo(self.zone))


@dataclass(frozen=True, slots=True)
class Brought:
    """The keys of what was written, person by person in the order of the list."""

    people: list[UUID]
    stays: list[UUID]


def fingerprint(manifest: Manifest) -> bytes:
    """Give what tells a list from others, whatever its order, case and accents."""
    rows = sorted("\x1f".join(fold(line.cells[column]) for column in sorted(line.cells)) for line in manifest.lines)
    return hashlib.sha256("\x1e".join(rows).encode()).digest()


def write_people(work: UnitOfWork, manifest: Manifest, arrival: Arrival, convoy: UUID, act: UUID) -> Brought:
    """Write people, returns, stays and wristbands, and remember each row for an undo."""
    lines = manifest.lines
    people = insert_people(
        work, [as_new_person(line) for line in lines], site_code=arrival.site_code, year=arrival.local.year
    )
    returns, stays = [uuid7() for _ in lines], [uuid7() for _ in lines]
    work.insert_many(Return, [_return(*each, arrival, convoy) for each in zip(returns, people, lines, strict=True)])
    work.insert_many(Stay, [_stay(*each, arrival) for each in zip(stays, people, returns, strict=True)])
    bands = _wristbands(work, lines, stays, arrival.site)
    work.insert_many(Wristband, bands)
    touched = [("convoy", convoy), *(("person", key) for key in people), *(("return", key) for key in returns)]
    touched += [*(("stay", key) for key in stays), *(("wristband", band["id"]) for band in bands)]
    remember(work, act, touched)
    return Brought(people, stays)


def remember(work: UnitOfWork, act: UUID, touched: list[tuple[str, UUID]]) -> None:
    """Keep which rows an act wrote, for its undo."""
    work.insert_many(
        ActRow,
        [{"id": uuid7(), "act_id": act, "table_name": table, "row_id": key, "version_after": 1, "before": None}
         for table, key in touched],
    )  # fmt: skip


def write_lines(work: UnitOfWork, manifest: Manifest, brought: Brought, key: UUID) -> None:
    """Keep each line as it was written, with the person it became."""
    rows = zip(manifest.lines, brought.people, brought.stays, strict=True)
    work.insert_many(
        ManifestLine,
        [{"import_id": key, "row_no": line.row, "cells": line.cells, "state": ManifestState.ARRIVED,
          "person_id": person, "stay_id": stay,
          "contradictions": [{"kind": flag.kind.value, "column": flag.column} for flag in line.contradictions]}
         for line, person, stay in rows],
    )  # fmt: skip


def write_convoy(work: UnitOfWork, arrival: Arrival, name: str) -> UUID:
    """Write the convoy down."""
    return work.insert(Convoy, site_id=arrival.site, name=name, arrived_at=arrival.at)


def take_back(work: UnitOfWork, rows: list[sa.Row[Any]]) -> None:
    """Hide what an import brought in, and free its wristbands, beds and search words."""
    gone = {"removed_at": work.now, "removed_by": work.member.id, "removed_why": "import undone"}
    for model in (Convoy, Person, Return, Stay):
        for row in rows:
            if row.table_name == model.__tablename__:
                work.change(model, row.row_id, seen_version=row.version_after, **gone)
    for row in rows:
        if row.table_name == "wristband":
            work.change(Wristband, row.row_id, until_at=work.now)
        if row.table_name == "placement":
            # Nobody was there: the bed was free all the time, and may be given for the same evening again.
            work.change(Placement, row.row_id, seen_version=row.version_after, until_at=Placement.from_at)
        if row.table_name == "person":
            work.run(sa.delete(NameWord).where(NameWord.person_id == row.row_id))


def flag_look_alikes(work: UnitOfWork, lines: tuple[ManifestRow, ...], people: list[UUID]) -> int:
    """Write a row for each known person whom a newcomer may be; count such newcomers."""
    found = find(work, [as_new_person(line) for line in lines], without=frozenset(people))
    pairs = [
        {"low": min(key, match.person_id), "high": max(key, match.person_id), "score": match.score,
         "reasons": list(match.reasons), "verdict": None}
        for key, matches in zip(people, found, strict=True)
        for match in matches
    ]  # fmt: skip
    work.insert_many(LookAlike, pairs)
    return sum(map(bool, found))


def as_new_person(line: ManifestRow) -> NewPerson:
    """Give the person a line tells of."""
    return NewPerson(
        given_names=line.given_names,
        family_name=line.family_name,
        sex=line.sex,
        birth=line.birth,
        nationality=line.nationality or None,
        languages=line.language,
        origin=line.origin or None,
        phone=line.phone or None,
        father=line.father_name,
        mother=line.mother_name,
    )


def _return(key: UUID, person: UUID, line: ManifestRow, arrival: Arrival, convoy: UUID) -> dict[str, Any]:
    return {
        "id": key,
        "person_id": person,
        "convoy_id": convoy,
        "arrived_at": arrival.at,
        "arrived_on": arrival.local.date(),
        "country": line.country or None,
        "status": status_on_convoy(line.nationality),
        "destination": line.destination or None,
    }


def _stay(key: UUID, person: UUID, back: UUID, arrival: Arrival) -> dict[str, Any]:
    return {"id": key, "person_id": person, "return_id": back, "site_id": arrival.site, "in_at": arrival.at}


def _wristbands(
    work: UnitOfWork, lines: tuple[ManifestRow, ...], stays: list[UUID], site: UUID
) -> list[dict[str, Any]]:
    open_here = (Wristband.site_id == site) & Wristband.until_at.is_(None)
    taken = {row.number for row in work.rows(sa.select(Wristband.number).where(open_here))}
    return [
        {"id": uuid7(), "stay_id": stay, "site_id": site, "number": line.wristband}
        for line, stay in zip(lines, stays, strict=True)
        if line.wristband and line.wristband not in taken
    ]
