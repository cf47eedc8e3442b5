"""Writing a list down: one convoy, the lines as they were, and those on them who are here."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.models.accounts import Act
from desktop.models.keys import uuid7
from desktop.models.stays import Convoy, ManifestImport, ManifestLine
from desktop.services.beds import place_newcomers
from desktop.services.convoys.alone import led_families, with_protection
from desktop.services.convoys.arriving import Arrival
from desktop.services.convoys.once import fingerprint
from desktop.services.convoys.receiving import Lines, receive, remember_lines, remember_rows
from desktop.services.new_people import NewPerson
from desktop.spreadsheets.manifest import Manifest
from desktop.spreadsheets.sources import Corrected, Source
from desktop.storage.unit_of_work import UnitOfWork
from desktop.vocabulary import ManifestState


@dataclass(frozen=True, slots=True)
class Brought:
    """The keys of what was written: the import, and people in the order of the list; beds are counted."""

    key: UUID
    people: list[UUID]
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
    day = arrival.local.date()
    people = with_protection(newcomers, manifest.lines, led_families(manifest.lines, day), day)
    here = receive(work, manifest.lines, people, arrival, convoy)
    key = _write_import(work, source, manifest, convoy, act)
    written = _write_lines(work, key, manifest.lines, ManifestState.ARRIVED, here.people, here.stays)
    _remember_corrections(work, act, source, written)
    # Families are read from the lines, so that they sleep together.
    placed = place_newcomers(work, arrival.site, here.stays, arrival.at)
    remember_rows(work, act, {"convoy": [convoy], "placement": [row["id"] for row in placed]} | here.touched)
    return Brought(key, here.people, sum(row["bed_id"] is not None for row in placed))


def write_expected(work: UnitOfWork, source: Source, manifest: Manifest, planned: Arrival) -> UUID:
    """Write a list down before its people come, and give its key: nobody of it is a person, a stay or a bed yet."""
    act = work.insert(Act, kind="expect convoy", at=work.now)
    convoy = work.insert(Convoy, site_id=planned.site, name=source.stem, planned_at=planned.at)
    key = _write_import(work, source, manifest, convoy, act)
    nobody = [None] * len(manifest.lines)
    written = _write_lines(work, key, manifest.lines, ManifestState.EXPECTED, nobody, nobody)
    _remember_corrections(work, act, source, written)
    remember_rows(work, act, {"convoy": [convoy]})
    return key


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
    work: UnitOfWork,
    key: UUID,
    lines: Lines,
    state: ManifestState,
    people: Sequence[UUID | None],
    stays: Sequence[UUID | None],
) -> dict[int, UUID]:
    """Write the lines of a list, and give their keys by their rows."""
    keys = {line.row: uuid7() for line in lines}
    work.insert_many(
        ManifestLine,
        [{"id": keys[line.row], "import_id": key, "row_no": line.row, "cells": line.cells, "state": state,
          "person_id": person, "stay_id": stay,
          "contradictions": [{"kind": flag.kind.value, "column": flag.column} for flag in line.contradictions]}
         for line, person, stay in zip(lines, people, stays, strict=True)],
    )  # fmt: skip
    return keys


def _remember_corrections(work: UnitOfWork, act: UUID, source: Source, lines: dict[int, UUID]) -> None:
    """Note in the act what the list said in the cells that were corrected before it came in."""
    before: dict[int, dict[str, str]] = {}
    for cell in source.cells if isinstance(source, Corrected) else ():
        before.setdefault(cell.row, {})[cell.column] = cell.former
    remember_lines(work, act, {lines[row]: {"cells": cells} for row, cells in before.items() if row in lines})
