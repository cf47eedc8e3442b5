"""Understanding a list with what the centre knows: its sender's headings, and the wristbands that are worn."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa

from desktop.models.people import Wristband
from desktop.models.stays import ImportMapping
from desktop.services.convoys.arriving import Arrival
from desktop.spreadsheets.headings import find_layout
from desktop.spreadsheets.interpret import interpret
from desktop.spreadsheets.manifest import Contradiction, Flag, Manifest, ManifestRow
from desktop.spreadsheets.reading import read_table
from desktop.spreadsheets.words import Field
from desktop.storage.unit_of_work import Reading, UnitOfWork


def understand(look: Reading, path: Path, arrival: Arrival, mapping: Mapping[str, str] | None) -> Manifest:
    """Give every line of a list; without a mapping, the one remembered for these headings is used.

    Raises:
        DeskError: the file is no list that can be read (`desktop.spreadsheets.refusals`).
    """
    table = read_table(path)
    if mapping is None:
        kept = sa.select(ImportMapping.mapping).where(ImportMapping.headings_key == find_layout(table).key)
        mapping = look.scalar(kept)
    manifest = interpret(table, mapping, arrival.local.date())
    worn = _worn(look, arrival)
    column = manifest.columns.get(Field.WRISTBAND, "")
    return replace(manifest, lines=tuple(_unworn(line, worn, column) for line in manifest.lines))


def remember(work: UnitOfWork, manifest: Manifest) -> None:
    """Keep how these headings were understood, for the sender's next list."""
    kept = work.scalar(sa.select(ImportMapping.id).where(ImportMapping.headings_key == manifest.key))
    if kept is None:
        work.insert(ImportMapping, headings_key=manifest.key, mapping=manifest.columns)
    else:
        work.change(ImportMapping, kept, mapping=manifest.columns)


def _worn(look: Reading, arrival: Arrival) -> frozenset[str]:
    open_here = (Wristband.site_id == arrival.site) & Wristband.until_at.is_(None)
    return frozenset(row.number for row in look.rows(sa.select(Wristband.number).where(open_here)))


def _unworn(line: ManifestRow, worn: frozenset[str], column: str) -> ManifestRow:
    """Leave a wristband to whoever wears it, and say so."""
    if line.wristband not in worn:
        return line
    flags = (*line.contradictions, Flag(Contradiction.WRISTBAND_TAKEN, column))
    return replace(line, wristband="", contradictions=flags)
