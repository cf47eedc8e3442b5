"""Writing the people of a list down: one convoy, a return and a stay each, and the lines as they were."""

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.models.accounts import Act, ActRow
from desktop.models.keys import uuid7
from desktop.models.people import Wristband
from desktop.models.stays import Convoy, ManifestImport, ManifestLine, Return, Stay
from desktop.services.beds import place_newcomers
from desktop.services.convoys.arriving import Arrival
from desktop.services.convoys.once import fingerprint
from desktop.services.new_people import NewPerson, insert_people
from desktop.services.statuses import status_on_convoy
from desktop.spreadsheets.manifest import Manifest, ManifestRow
from desktop.spreadsheets.sources import Source
from desktop.storage.unit_of_work import UnitOfWork
from desktop.vocabulary import ManifestState


@dataclass(frozen=True, slots=True)
class Brought:
    """The keys of what was written: the import, and people and stays in the order of the list; beds are counted."""

    key: UUID
    people: list[UUID]
    stays: list[UUID]
    beds: int


def write_list(
    work: UnitOfWork,
    source: Source,
    manifest: Manifest,
    arrival: Arrival,
    newcomers: list[NewPerson],
) -> Brought:
    """Write a list down as one act, and remember each row for an undo."""
    act = work.insert(Act, kind="import convoy", at=work.now)
    convoy = work.insert(Convoy, site_id=arrival.site, name=source.stem, arrived_at=arrival.at)
    people = insert_people(work, newcomers, site_code=arrival.site_code, year=arrival.local.year)
    returns, stays = [uuid7() for _ in people], [uuid7() for _ in people]
    lines = manifest.lines
    work.insert_many(Return, [_return(*each, arrival, convoy) for each in zip(returns, people, lines, strict=True)])
    work.insert_many(Stay, [_stay(*each, arrival) for each in zip(stays, people, returns, strict=True)])
    bands = _wristbands(lines, stays, arrival.site)
    work.insert_many(Wristband, bands)
    key = _write_import(work, source, manifest, convoy, act)
    _write_lines(work, key, lines, people, stays)
    # Families are read from the lines, so that they sleep together.
    placed = place_newcomers(work, arrival.site, stays, arrival.at)
    touched = {"convoy": [convoy], "person": people, "return": returns, "stay": stays}
    touched |= {"wristband": [band["id"] for band in bands], "placement": [row["id"] for row in placed]}
    _remember(work, act, touched)
    return Brought(key, people, stays, sum(row["bed_id"] is not None for row in placed))


def _remember(work: UnitOfWork, act: UUID, touched: dict[str, list[UUID]]) -> None:
    work.insert_many(
        ActRow,
        [{"id": uuid7(), "act_id": act, "table_name": table, "row_id": key, "version_after": 1, "before": None}
         for table, keys in touched.items() for key in keys],
    )  # fmt: skip


def _write_import(work: UnitOfWork, source: Source, manifest: Manifest, convoy: UUID, act: UUID) -> UUID:
    return work.insert(
        ManifestImport,
        convoy_id=convoy,
        file_name=source.name,
        file_hash=hashlib.sha256(source.read_bytes()).digest(),
        fingerprint=fingerprint(manifest),
        mapping=manifest.columns,
        act_id=act,
    )


def _write_lines(
    work: UnitOfWork, key: UUID, lines: tuple[ManifestRow, ...], people: list[UUID], stays: list[UUID]
) -> None:
    work.insert_many(
        ManifestLine,
        [{"import_id": key, "row_no": line.row, "cells": line.cells, "state": ManifestState.ARRIVED,
          "person_id": person, "stay_id": stay,
          "contradictions": [{"kind": flag.kind.value, "column": flag.column} for flag in line.contradictions]}
         for line, person, stay in zip(lines, people, stays, strict=True)],
    )  # fmt: skip


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


def _wristbands(lines: tuple[ManifestRow, ...], stays: list[UUID], site: UUID) -> list[dict[str, Any]]:
    return [
        {"id": uuid7(), "stay_id": stay, "site_id": site, "number": line.wristband}
        for line, stay in zip(lines, stays, strict=True)
        if line.wristband
    ]
