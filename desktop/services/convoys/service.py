"""Importing a convoy's list all or nothing, and undoing it while nothing rests on it."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.accounts import Act, ActRow
from desktop.models.centre import Site
from desktop.models.stays import ImportMapping, ManifestImport
from desktop.rights import Permission
from desktop.services.beds import place_newcomers
from desktop.services.convoys.answers import (
    AlreadyUndone,
    ImportedBefore,
    ImportReport,
    ListError,
    ListHasErrors,
    Preview,
)
from desktop.services.convoys.touched import refuse_touched
from desktop.services.convoys.writing import (
    Arrival,
    as_new_person,
    fingerprint,
    flag_look_alikes,
    remember,
    take_back,
    write_convoy,
    write_lines,
    write_people,
)
from desktop.services.look_alikes import find
from desktop.spreadsheets.headings import find_layout
from desktop.spreadsheets.interpret import interpret
from desktop.spreadsheets.manifest import Manifest
from desktop.spreadsheets.reading import read_table
from desktop.storage.unit_of_work import Desk, Reading, UnitOfWork
from desktop.vocabulary import Sex

_BROUGHT = ("people", "returns", "stays", "wristbands", "beds")


class ConvoyService:
    """Bring the lists of convoys in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def preview(
        self, path: Path, site_code: str, arrived_at: datetime, mapping: Mapping[str, str] | None = None
    ) -> Preview:
        """Say what a list would bring, errors included; nothing is written.

        Raises:
            DeskError: the file is no list that can be read (`desktop.spreadsheets.refusals`).
            NotFound: there is no such site.
        """
        started = perf_counter()
        with self._desk.read(Permission.IMPORT_CONVOY) as look:
            manifest = _understand(look, path, _arrival(look, site_code, arrived_at), mapping)
            alike = sum(map(bool, find(look, [as_new_person(line) for line in manifest.lines])))
        return Preview(**_counts(manifest, alike), seconds=perf_counter() - started)

    def understand(
        self, path: Path, site_code: str, arrived_at: datetime, mapping: Mapping[str, str] | None = None
    ) -> Manifest:
        """Give every line of a list as it would be read; nothing is written.

        Raises:
            DeskError: the file is no list that can be read (`desktop.spreadsheets.refusals`).
            NotFound: there is no such site.
        """
        with self._desk.read(Permission.IMPORT_CONVOY) as look:
            return _understand(look, path, _arrival(look, site_code, arrived_at), mapping)

    def import_list(
        self, path: Path, site_code: str, arrived_at: datetime, mapping: Mapping[str, str] | None = None
    ) -> ImportReport:
        """Bring a list in as one act: everybody on it, or nobody.

        Raises:
            DeskError: the file is no list that can be read (`desktop.spreadsheets.refusals`).
            ListHasErrors: some cells cannot be.
            ImportedBefore: an earlier import brought the same list in.
            NotFound: there is no such site.
        """
        started = perf_counter()
        with self._desk.begin(Permission.IMPORT_CONVOY) as work:
            arrival = _arrival(work, site_code, arrived_at)
            manifest = _understand(work, path, arrival, mapping)
            if manifest.errors:
                raise ListHasErrors(manifest)
            _refuse_twice(work, fingerprint(manifest))
            key, alike, beds = _write(work, manifest, arrival, path)
            if mapping:
                _remember(work, manifest)
            work.trace("import convoy", "manifest_import", key, _BROUGHT)
        counts = _counts(manifest, alike)
        return ImportReport(**counts, import_id=key, beds=beds, seconds=perf_counter() - started)

    def undo(self, import_id: UUID) -> None:
        """Take an import back.

        Raises:
            NotFound: there is no such import.
            AlreadyUndone: it was taken back before.
            ImportTouched: a later act touched one of its rows, or somebody was marked present or moved.
        """
        with self._desk.begin(Permission.IMPORT_CONVOY) as work:
            row = work.row(sa.select(ManifestImport.__table__).where(ManifestImport.id == import_id))
            if row is None:
                raise NotFound(code=import_id)
            if row.undone_at is not None:
                raise AlreadyUndone
            rows = work.rows(sa.select(ActRow.__table__).where(ActRow.act_id == row.act_id))
            refuse_touched(work, row.act_id)
            take_back(work, list(rows))
            work.change(ManifestImport, import_id, undone_at=work.now)
            work.change(Act, row.act_id, undone_at=work.now)
            work.trace("undo import", "manifest_import", import_id, _BROUGHT)


def _arrival(look: Reading, site_code: str, arrived_at: datetime) -> Arrival:
    site = look.row(sa.select(Site.id, Site.code, Site.zone).where(Site.code == site_code, Site.removed_at.is_(None)))
    if site is None:
        raise NotFound(code=site_code)
    look.check_site(site.id)
    # A time typed without a zone is that of the site's clock.
    at = arrived_at if arrived_at.tzinfo else arrived_at.replace(tzinfo=ZoneInfo(site.zone))
    return Arrival(site.id, site.code, site.zone, at)


def _understand(look: Reading, path: Path, arrival: Arrival, mapping: Mapping[str, str] | None) -> Manifest:
    table = read_table(path)
    if mapping is None:
        kept = sa.select(ImportMapping.mapping).where(ImportMapping.headings_key == find_layout(table).key)
        mapping = look.scalar(kept)
    return interpret(table, mapping, arrival.local.date())


def _write(work: UnitOfWork, manifest: Manifest, arrival: Arrival, path: Path) -> tuple[UUID, int, int]:
    act = work.insert(Act, kind="import convoy", at=work.now)
    convoy = write_convoy(work, arrival, path.stem)
    brought = write_people(work, manifest, arrival, convoy, act)
    values: dict[str, Any] = {
        "convoy_id": convoy,
        "file_name": path.name,
        "file_hash": hashlib.sha256(path.read_bytes()).digest(),
        "fingerprint": fingerprint(manifest),
        "mapping": manifest.columns,
        "act_id": act,
    }
    key = work.insert(ManifestImport, **values)
    write_lines(work, manifest, brought, key)
    placed = place_newcomers(work, arrival.site, brought.stays, arrival.at)
    remember(work, act, [("placement", row["id"]) for row in placed])
    beds = sum(row["bed_id"] is not None for row in placed)
    return key, flag_look_alikes(work, manifest.lines, brought.people), beds


def _refuse_twice(work: UnitOfWork, mark_of_list: bytes) -> None:
    first = work.row(
        sa.select(ManifestImport.file_name, ManifestImport.created_at).where(
            ManifestImport.fingerprint == mark_of_list, ManifestImport.undone_at.is_(None)
        )
    )
    if first is not None:
        raise ImportedBefore(first.file_name, first.created_at)


def _remember(work: UnitOfWork, manifest: Manifest) -> None:
    kept = work.scalar(sa.select(ImportMapping.id).where(ImportMapping.headings_key == manifest.key))
    if kept is None:
        work.insert(ImportMapping, headings_key=manifest.key, mapping=manifest.columns)
    else:
        work.change(ImportMapping, kept, mapping=manifest.columns)


def _counts(manifest: Manifest, alike: int) -> dict[str, Any]:
    counted = Counter(line.sex for line in manifest.lines)
    return {
        "rows": len(manifest.lines),
        "by_sex": {sex.value: counted[sex] for sex in Sex},
        "people_new": len(manifest.lines),
        "look_alikes": alike,
        "contradictions": manifest.contradictions,
        "errors": tuple(ListError(error.row, error.column, error.explain()) for error in manifest.errors),
    }
