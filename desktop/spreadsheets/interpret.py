"""Understanding a list: who is on it, and what in it cannot be or contradicts itself."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from desktop.i18n import mark
from desktop.models.names import fold
from desktop.spreadsheets.headings import HeadingPlace, Layout, correct, find_layout, layout_at
from desktop.spreadsheets.lines import read_line
from desktop.spreadsheets.manifest import CellError, Contradiction, Flag, Ignored, Manifest, ManifestRow
from desktop.spreadsheets.refusals import NobodyListed
from desktop.spreadsheets.table import SheetRow, Table
from desktop.spreadsheets.words import Field, says_total

TOTAL = mark("A total, not a person: passed over.")
TOTAL_DIFFERS = mark("The total says {value}, but that is not the number of people read: check the list.")
HEADING_AGAIN = mark("The headings again: passed over.")
BELOW_TOTAL = mark("A remark below the list: passed over.")
ONLY_NUMBER = mark("A numbered row without anybody: passed over.")
UNSAVED = mark(
    "This cell holds a formula whose result was not saved. Open the list in a spreadsheet program, save it again."
)
_FEW = 3


def interpret(
    table: Table, mapping: Mapping[str, str] | None, said_on: date, heading: HeadingPlace | None = None
) -> Manifest:
    """Give the people of a list, with ages counted from `said_on`; the headings are looked for where none are named.

    Raises:
        NoHeading: no row names the columns.
        BadMapping: the mapping names a field or column that does not exist.
        NobodyNamed: no column names people.
        NobodyListed: there is nobody under the headings.
    """
    layout = correct(layout_at(table, heading) if heading else find_layout(table), mapping or {})
    rows, ignored = _people_rows(layout)
    lines: list[ManifestRow] = []
    errors = _unsaved(layout, rows)
    for row in rows:
        line, problems = read_line(row, layout, said_on)
        lines.append(line)
        errors.extend(problems)
    if not lines:
        raise NobodyListed(file=table.file_name)
    noted = [_checked_total(note, len(lines)) for note in ignored]
    return Manifest(
        lines=tuple(_compared(lines, layout)),
        errors=tuple(sorted(errors, key=lambda error: (error.row, error.column))),
        ignored=tuple(noted),
        headings={column: layout.row.text(column) for column in layout.row.cells},
        columns={field.value: column for field, column in layout.columns.items()},
        key=layout.key,
    )


def _people_rows(layout: Layout) -> tuple[list[SheetRow], list[Ignored]]:
    rows: list[SheetRow] = []
    ignored: list[Ignored] = []
    totalled = False
    for row in layout.sheet.rows:
        if row.number <= layout.row.number:
            continue
        reason = _why_nobody(row, layout, totalled=totalled)
        if reason is None:
            rows.append(row)
            continue
        totalled = totalled or reason == TOTAL
        ignored.append(Ignored(row.number, reason, _sum(row) if reason == TOTAL else ""))
    return rows, ignored


def _why_nobody(row: SheetRow, layout: Layout, *, totalled: bool) -> str | None:
    if len(row.cells) <= _FEW and says_total(row.text(next(iter(row.cells)))):
        return TOTAL
    if row.cells == layout.row.cells:
        return HEADING_AGAIN
    if totalled and len(row.cells) <= 1:
        return BELOW_TOTAL
    if set(row.cells) == {layout.columns.get(Field.NUMBER)}:
        return ONLY_NUMBER
    return None


def _sum(row: SheetRow) -> str:
    return next((text for text in (row.text(column) for column in row.cells) if text.isdigit()), "")


def _checked_total(note: Ignored, people: int) -> Ignored:
    if note.sentence == TOTAL and note.value and int(note.value) != people:
        return replace(note, sentence=TOTAL_DIFFERS)
    return note


def _unsaved(layout: Layout, rows: list[SheetRow]) -> list[CellError]:
    """Give an error for each blank that stands for a formula: saying nothing would lose what it told."""
    numbers, columns = {row.number for row in rows}, set(layout.columns.values())
    return [
        CellError(number, column, UNSAVED)
        for number, column in layout.sheet.unsaved
        if number in numbers and column in columns
    ]


def _compared(lines: list[ManifestRow], layout: Layout) -> list[ManifestRow]:
    """Flag what only shows when lines are held side by side."""
    seen: set[tuple[object, ...]] = set()
    bands: set[str] = set()
    result = []
    for line in lines:
        flags = list(line.contradictions)
        who = (fold(line.given_names), fold(line.family_name), line.birth, fold(line.father_name), line.phone)
        if who in seen and line.family_name:
            flags.append(Flag(Contradiction.LISTED_TWICE, _name_column(layout)))
        if line.wristband and line.wristband in bands:
            flags.append(Flag(Contradiction.SAME_WRISTBAND, layout.columns[Field.WRISTBAND]))
            line = replace(line, wristband="")  # noqa: PLW2901 - the line as it will be imported
        seen.add(who)
        bands.add(line.wristband)
        result.append(replace(line, contradictions=tuple(flags)))
    return result


def _name_column(layout: Layout) -> str:
    names = (Field.FULL_NAME, Field.FAMILY_NAME, Field.GIVEN_NAMES)
    return next((layout.columns[field] for field in names if field in layout.columns), "")
