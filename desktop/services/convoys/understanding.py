"""Understanding a list with what the centre knows: its sender's headings, and the wristbands that are worn."""

from collections.abc import Mapping
from dataclasses import replace

import sqlalchemy as sa

from desktop.models.people import Wristband
from desktop.models.stays import ImportMapping
from desktop.services.convoys.arriving import Arrival
from desktop.spreadsheets.headings import HeadingPlace, find_layout, layout_at
from desktop.spreadsheets.interpret import interpret
from desktop.spreadsheets.manifest import Contradiction, Flag, Manifest, ManifestRow
from desktop.spreadsheets.reading import read_table
from desktop.spreadsheets.sources import Source
from desktop.spreadsheets.table import Table
from desktop.spreadsheets.words import Field
from desktop.storage.unit_of_work import Reading, UnitOfWork


def understand(
    look: Reading,
    source: Source,
    arrival: Arrival,
    mapping: Mapping[str, str] | None,
    heading: HeadingPlace | None = None,
) -> Manifest:
    """Give every line of a list; without a mapping, the one remembered for these headings is used.

    Raises:
        DeskError: the file is no list that can be read (`desktop.spreadsheets.refusals`).
    """
    table = read_table(source)
    if mapping is None:
        mapping = remembered(look, table, heading)
    manifest = interpret(table, mapping, arrival.local.date(), heading)
    column = manifest.columns.get(Field.WRISTBAND, "")
    return replace(manifest, lines=left_to_wearers(look, arrival, manifest.lines, column))


def left_to_wearers(
    look: Reading, arrival: Arrival, lines: tuple[ManifestRow, ...], column: str
) -> tuple[ManifestRow, ...]:
    """Give lines without the wristbands that somebody in the house wears, which they say in `column`."""
    worn = _worn(look, arrival)
    return tuple(_unworn(line, worn, column) for line in lines)


def remembered(look: Reading, table: Table, heading: HeadingPlace | None) -> dict[str, str] | None:
    """Give how the headings of a list were understood the last time this sender wrote, or None."""
    layout = layout_at(table, heading) if heading else find_layout(table)
    kept: dict[str, str] | None = look.scalar(
        sa.select(ImportMapping.mapping).where(ImportMapping.headings_key == layout.key)
    )
    return kept


def remember(work: UnitOfWork, manifest: Manifest) -> None:
    """Keep how these headings were understood, for the sender's next list; what was dropped stays dropped."""
    understood = {field.value: manifest.columns.get(field, "") for field in Field}
    kept = work.scalar(sa.select(ImportMapping.id).where(ImportMapping.headings_key == manifest.key))
    if kept is None:
        work.insert(ImportMapping, headings_key=manifest.key, mapping=understood)
    else:
        work.change(ImportMapping, kept, mapping=understood)


def _worn(look: Reading, arrival: Arrival) -> frozenset[str]:
    open_here = (Wristband.site_id == arrival.site) & Wristband.until_at.is_(None)
    return frozenset(row.number for row in look.rows(sa.select(Wristband.number).where(open_here)))


def _unworn(line: ManifestRow, worn: frozenset[str], column: str) -> ManifestRow:
    """Leave a wristband to whoever wears it, and say so."""
    if line.wristband not in worn:
        return line
    flags = (*line.contradictions, Flag(Contradiction.WRISTBAND_TAKEN, column))
    return replace(line, wristband="", contradictions=flags)
