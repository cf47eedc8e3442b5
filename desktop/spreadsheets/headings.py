"""Finding the row that names the columns, and guessing what each column means."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.spreadsheets.refusals import BadMapping, NobodyNamed, NoHeading
from desktop.spreadsheets.table import Sheet, SheetRow, Table, column_index
from desktop.spreadsheets.words import Field, plain, synonyms

_LOOKED_AT = 80
_CLOSE = 84
_SHORTEST_FUZZY = 5
_NAMING = frozenset({Field.FULL_NAME, Field.FAMILY_NAME, Field.GIVEN_NAMES, Field.WRISTBAND})


@dataclass(frozen=True, slots=True)
class HeadingPlace:
    """Where a colleague says the headings stand: the place of the sheet from 0, the row as a spreadsheet numbers it."""

    sheet: int
    row: int


@dataclass(frozen=True, slots=True)
class Layout:
    """How a list is laid out: its sheet, its heading row, and the column of each field."""

    sheet: Sheet
    row: SheetRow
    columns: dict[Field, str]

    @property
    def key(self) -> str:
        """Give what tells this sender's headings from others, to remember a correction by."""
        ordered = sorted(self.row.cells, key=column_index)
        return "|".join(plain(self.row.text(column)) for column in ordered)


def find_layout(table: Table) -> Layout:
    """Give the best heading row of all sheets, with the guessed meaning of its columns.

    Raises:
        NoHeading: no row names the people of a list.
    """
    best: tuple[int, Layout] | None = None
    for sheet in table.sheets:
        for row in sheet.rows[:_LOOKED_AT]:
            columns = _guess(row)
            if _is_heading(row, columns) and (best is None or len(columns) > best[0]):
                best = len(columns), Layout(sheet, row, columns)
    if best is None:
        raise NoHeading(file=table.file_name)
    return best[1]


def layout_at(table: Table, place: HeadingPlace) -> Layout:
    """Give the layout with the headings where a colleague says they stand, whatever they name.

    Raises:
        NoHeading: there is nothing in this row.
    """
    rows = table.sheets[place.sheet].rows if 0 <= place.sheet < len(table.sheets) else ()
    row = next((row for row in rows if row.number == place.row), None)
    if row is None:
        raise NoHeading(file=table.file_name)
    return Layout(table.sheets[place.sheet], row, _guess(row))


def correct(layout: Layout, mapping: Mapping[str, str]) -> Layout:
    """Give the layout with a colleague's corrections: field to column letter or heading; empty drops a field.

    Raises:
        BadMapping: a field or column that does not exist.
        NobodyNamed: no column is left that names people.
    """
    columns = dict(layout.columns)
    for name, place in mapping.items():
        if name not in set(Field):
            raise BadMapping(name=name)
        columns.pop(Field(name), None)
        if place:
            column = _column(layout, place)
            columns = {field: other for field, other in columns.items() if other != column}
            columns[Field(name)] = column
    if not _NAMING & columns.keys():
        raise NobodyNamed
    return Layout(layout.sheet, layout.row, columns)


def _column(layout: Layout, place: str) -> str:
    for column in layout.row.cells:
        if plain(layout.row.text(column)) == plain(place):
            return column
    letters = place.strip().upper()
    if letters.isascii() and letters.isalpha() and len(letters) <= 3:
        return letters
    raise BadMapping(name=place)


def _is_heading(row: SheetRow, columns: dict[Field, str]) -> bool:
    """Say whether a row names people and something else, or a name alone in its row: a title could pass for one."""
    return bool(_NAMING & columns.keys()) and (len(columns) > 1 or len(row.cells) == 1)


def _guess(row: SheetRow) -> dict[Field, str]:
    guessed: dict[Field, tuple[float, str]] = {}
    for column, cell in row.cells.items():
        if not isinstance(cell, str):
            continue
        field, score = _field(plain(cell))
        if field is not None and score > guessed.get(field, (0.0, ""))[0]:
            guessed[field] = score, column
    return {field: column for field, (_, column) in guessed.items()}


def _field(heading: str) -> tuple[Field | None, float]:
    known = synonyms()
    if heading in known:
        return known[heading], 100.0
    if len(heading) < _SHORTEST_FUZZY:
        return None, 0.0
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - heavy, needed when a list comes in

    found = process.extractOne(heading, known.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE)
    return (None, 0.0) if found is None else (known[found[0]], found[1])
