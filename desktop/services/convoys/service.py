"""Importing a convoy's list all or nothing, and undoing it while nothing rests on it."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from time import perf_counter
from types import MappingProxyType
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.accounts import Act, ActRow
from desktop.models.stays import ManifestImport
from desktop.rights import Permission
from desktop.services.bulk import in_bulk
from desktop.services.convoys.answers import AlreadyUndone, ImportReport, ListError, ListHasErrors, Preview
from desktop.services.convoys.arriving import arrival
from desktop.services.convoys.newcomers import Decisions, compare, flag, newcomers
from desktop.services.convoys.once import refuse_twice
from desktop.services.convoys.rehearsal import Rehearsal, rehearse
from desktop.services.convoys.understanding import remember, understand
from desktop.services.convoys.undoing import refuse_touched, take_back
from desktop.services.convoys.watching import COMPARED, READ, WRITTEN, Told, untold
from desktop.services.convoys.writing import write_expected, write_list
from desktop.spreadsheets.headings import HeadingPlace
from desktop.spreadsheets.manifest import Manifest
from desktop.spreadsheets.sources import Source
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import Sex

_BROUGHT = ("people", "returns", "stays", "wristbands", "beds")


class ConvoyService:
    """Bring the lists of convoys in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def preview(
        self, path: Source, site_code: str, arrived_at: datetime, mapping: Mapping[str, str] | None = None
    ) -> Preview:
        """Say what a list would bring, errors included; nothing is written.

        Raises:
            DeskError: the file is no list that can be read (`desktop.spreadsheets.refusals`).
            ImportedBefore: an earlier import brought the same list in.
            NotFound: there is no such site.
        """
        started = perf_counter()
        with self._desk.read(Permission.IMPORT_CONVOY) as look, in_bulk():
            manifest = understand(look, path, arrival(look, site_code, arrived_at), mapping)
            refuse_twice(look, manifest)
            alike = compare(look, newcomers(manifest)).count
        return Preview(**_counts(manifest, alike), seconds=perf_counter() - started)

    def rehearse(
        self,
        source: Source,
        site_code: str,
        arrived_at: datetime,
        mapping: Mapping[str, str] | None = None,
        heading: HeadingPlace | None = None,
    ) -> Rehearsal:
        """Give every line of a list as it would come in, with likenesses and beds; nothing is written.

        Raises:
            DeskError: the list cannot be read (`desktop.spreadsheets.refusals`).
            NotFound: there is no such site.
        """
        with self._desk.read(Permission.IMPORT_CONVOY) as look, in_bulk():
            came = arrival(look, site_code, arrived_at)
            return rehearse(look, understand(look, source, came, mapping, heading), came)

    def understand(
        self, path: Source, site_code: str, arrived_at: datetime, mapping: Mapping[str, str] | None = None
    ) -> Manifest:
        """Give every line of a list as it would be read; nothing is written.

        Raises:
            DeskError: the file is no list that can be read (`desktop.spreadsheets.refusals`).
            NotFound: there is no such site.
        """
        with self._desk.read(Permission.IMPORT_CONVOY) as look:
            return understand(look, path, arrival(look, site_code, arrived_at), mapping)

    def import_list(
        self,
        source: Source,
        site_code: str,
        arrived_at: datetime,
        mapping: Mapping[str, str] | None = None,
        *,
        heading: HeadingPlace | None = None,
        decided: Decisions = MappingProxyType({}),
        told: Told = untold,
    ) -> ImportReport:
        """Bring a list in as one act: everybody on it, or nobody.

        `decided` says what the preview showed to be one person or two; `told` hears how far the import has come.

        Raises:
            DeskError: the file is no list that can be read (`desktop.spreadsheets.refusals`).
            ListHasErrors: some cells cannot be.
            ImportedBefore: an earlier import brought the same list in.
            NotFound: there is no such site.
        """
        started = perf_counter()
        with self._desk.begin(Permission.IMPORT_CONVOY) as work, in_bulk():
            came = arrival(work, site_code, arrived_at)
            manifest = understand(work, source, came, mapping, heading)
            told(READ)
            people = newcomers(manifest)
            refuse_twice(work, manifest)
            compared = compare(work, people)
            told(COMPARED)
            counts = _counts(manifest, compared.count)
            if manifest.errors:
                raise ListHasErrors(Preview(**counts, seconds=perf_counter() - started))
            brought = write_list(work, source, manifest, came, people)
            told(WRITTEN)
            flag(work, compared, brought.people, manifest, decided)
            if mapping:
                remember(work, manifest)
            work.trace("import convoy", "manifest_import", brought.key, _BROUGHT)
        return ImportReport(**counts, import_id=brought.key, beds=brought.beds, seconds=perf_counter() - started)

    def expect(
        self,
        source: Source,
        site_code: str,
        planned_at: datetime,
        mapping: Mapping[str, str] | None = None,
        *,
        heading: HeadingPlace | None = None,
    ) -> UUID:
        """Write a list down whose people are still to come, and give its key; nobody of it is in the house.

        Raises:
            DeskError: the file is no list that can be read (`desktop.spreadsheets.refusals`).
            ListHasErrors: some cells cannot be.
            ImportedBefore: an earlier import brought the same list in.
            NotFound: there is no such site.
        """
        started = perf_counter()
        with self._desk.begin(Permission.IMPORT_CONVOY) as work:
            planned = arrival(work, site_code, planned_at)
            manifest = understand(work, source, planned, mapping, heading)
            refuse_twice(work, manifest)
            if manifest.errors:
                raise ListHasErrors(Preview(**_counts(manifest, 0), seconds=perf_counter() - started))
            key = write_expected(work, source, manifest, planned)
            if mapping:
                remember(work, manifest)
            work.trace("expect convoy", "manifest_import", key, ["lines"])
        return key

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


def _counts(manifest: Manifest, alike: int) -> dict[str, Any]:
    counted = Counter(line.sex for line in manifest.lines)
    return {
        "rows": len(manifest.lines),
        "by_sex": {sex.value: counted[sex] for sex in Sex},
        "people_new": 0 if manifest.errors else len(manifest.lines),
        "look_alikes": alike,
        "contradictions": manifest.contradictions,
        "errors": tuple(ListError(error.row, error.column, error.explain()) for error in manifest.errors),
    }
