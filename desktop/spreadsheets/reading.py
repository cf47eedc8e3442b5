"""Reading a list of people from XLSX, ODS, XLS or CSV, whatever its name ends with."""

from pathlib import Path

from desktop.spreadsheets.corrections import correct_cells
from desktop.spreadsheets.packages import Inside, look_inside
from desktop.spreadsheets.refusals import (
    DamagedList,
    EmptyList,
    LockedList,
    NoSuchList,
    OversizedList,
    PictureNotList,
    TooManyRows,
    UnknownKind,
    UnreadableList,
)
from desktop.spreadsheets.sources import Corrected, Opened, Original, Pasted, Source, read_pasted
from desktop.spreadsheets.table import Sheet, Table, make_row
from desktop.spreadsheets.text_lists import decode, read_text_list
from desktop.spreadsheets.words import limits

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF", b"%PDF")
_OTHERS = (b"<", b"{\\rtf", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"\x7fELF", b"MZ")
_TEXT_MEGABYTES = 50


def read_table(source: Source) -> Table:
    """Give every sheet of a list with the row numbers and column letters a spreadsheet shows.

    Raises:
        DeskError: the file is missing, empty, damaged, locked, too large, or no list (`refusals`).
    """
    if isinstance(source, Corrected):
        return correct_cells(read_table(source.original), source.sheet, source.cells)
    if isinstance(source, Opened):
        return source.table
    if isinstance(source, Pasted):
        return read_pasted(source)
    return _read_file(source)


def opened(source: Original) -> Opened:
    """Read a list once, for all that is asked of it while it is looked at.

    Raises:
        DeskError: the same as for `read_table`.
    """
    table = read_table(source)
    return Opened(source.name, source.stem, table, source.read_bytes())


def _read_file(path: Path) -> Table:
    data = _bytes(path)
    if not data.strip():
        raise EmptyList(file=path.name)
    if data.startswith(_PICTURES) and not _is_text(path, data):
        raise PictureNotList(file=path.name)
    if data.startswith(_ZIP):
        sheets = _workbook(path, look_inside(path))
    elif data.startswith(_OLE):
        sheets = _workbook(path, Inside())
    elif data.lstrip().startswith(_OTHERS):
        raise UnknownKind(file=path.name)
    else:
        sheets = (read_text_list(decode(data, path.name), path.name),)
    if not any(sheet.rows for sheet in sheets):
        raise EmptyList(file=path.name)
    return Table(path.name, sheets)


def _is_text(path: Path, data: bytes) -> bool:
    """Two letters may begin a heading as well as a picture: BM is told apart by what follows."""
    return data.startswith(b"BM") and path.suffix.lower() in {".csv", ".txt", ".tsv"} and b"\0" not in data


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > limits().megabytes << 20:
            raise OversizedList(file=path.name)
        data = path.read_bytes()
    except FileNotFoundError as problem:
        raise NoSuchList(file=path.name) from problem
    except OSError as problem:
        raise UnreadableList(file=path.name) from problem
    if not data.startswith((_ZIP, _OLE)) and len(data) > _TEXT_MEGABYTES << 20:
        raise OversizedList(file=path.name)
    return data


def _workbook(path: Path, inside: Inside) -> tuple[Sheet, ...]:
    import python_calamine  # noqa: PLC0415 - heavy, needed when a list comes in

    try:
        with python_calamine.CalamineWorkbook.from_path(path) as book:
            return tuple(_sheet(book, place, name, inside, path) for place, name in enumerate(book.sheet_names))
    except python_calamine.PasswordError as problem:
        raise LockedList(file=path.name) from problem
    except (python_calamine.CalamineError, OSError, ValueError) as problem:
        raise DamagedList(file=path.name) from problem


def _sheet(book: object, place: int, name: str, inside: Inside, path: Path) -> Sheet:
    found = book.get_sheet_by_index(place)  # type: ignore[attr-defined]  # calamine is imported when used
    if found.start is None:
        return Sheet(name, ())
    top, left = found.start
    if found.height > limits().rows:
        raise TooManyRows(file=path.name, limit=limits().rows)
    # Calamine leaves out the blank rows and columns before the first cell: `start` gives them back.
    values = found.to_python(skip_empty_area=True)
    rows = [make_row(top + place, left, cells) for place, cells in enumerate(values, start=1)]
    unsaved = inside.unsaved[place] if place < len(inside.unsaved) else frozenset[tuple[int, str]]()
    return Sheet(name, tuple(row for row in rows if row.cells), unsaved)
