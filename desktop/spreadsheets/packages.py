"""Looking into a zipped spreadsheet before it is opened, so that no file can fill the memory."""

import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from desktop.spreadsheets.open_document import area, unsaved
from desktop.spreadsheets.refusals import DamagedList, OversizedList, TooManyRows, UnknownKind
from desktop.spreadsheets.table import column_index
from desktop.spreadsheets.words import limits

_MEGABYTE = 1 << 20
_CELLS = 5_000_000
_XLSX_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml\Z")
_XLSX_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"')
_XLSX_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="([0-9]{1,7})"')
_XLSX_FORMULA = re.compile(
    rb'<c\b[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>'
)


@dataclass(frozen=True, slots=True)
class Inside:
    """What was seen inside: per sheet, in the order of the parts, the cells whose formula has no saved result."""

    unsaved: tuple[frozenset[tuple[int, str]], ...] = ()


def look_inside(path: Path) -> Inside:
    """Check a zipped spreadsheet without opening it as one.

    Raises:
        DamagedList: the archive cannot be read to its end.
        OversizedList: it would fill the memory.
        TooManyRows: a sheet is longer than a convoy's list.
        UnknownKind: a zip that holds no spreadsheet.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _check_sizes(archive, path.name)
            return _check_parts(archive, path.name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as problem:
        raise DamagedList(file=path.name) from problem


def _check_sizes(archive: zipfile.ZipFile, file: str) -> None:
    parts, most = archive.infolist(), limits()
    if len(parts) > most.entries or sum(part.file_size for part in parts) > most.megabytes * _MEGABYTE:
        raise OversizedList(file=file)
    for part in parts:
        if part.file_size > 10 * _MEGABYTE and part.file_size > most.ratio * max(1, part.compress_size):
            raise OversizedList(file=file)


def _check_parts(archive: zipfile.ZipFile, file: str) -> Inside:
    names = set(archive.namelist())
    if "xl/workbook.bin" in names:
        return Inside()
    if "xl/workbook.xml" in names:
        sheets = sorted((name for name in names if _XLSX_SHEET.match(name)), key=lambda name: (len(name), name))
        return Inside(tuple(_check_xlsx(archive.read(name), file) for name in sheets))
    if "content.xml" in names and b"opendocument.spreadsheet" in archive.read(
        "mimetype" if "mimetype" in names else "content.xml"
    ):
        content = archive.read("content.xml")
        _check_area(*area(content), file)
        return Inside(unsaved(content))
    raise UnknownKind(file=file)


def _check_xlsx(sheet: bytes, file: str) -> frozenset[tuple[int, str]]:
    columns = {found[1] for found in _XLSX_CELL.finditer(sheet)}
    last = max((int(found[1]) for found in _XLSX_ROW.finditer(sheet)), default=0)
    last = max(last, max((int(found[2]) for found in _XLSX_CELL.finditer(sheet)), default=0))
    width = max((column_index(letters.decode()) + 1 for letters in columns), default=0)
    _check_area(last, width, file)
    return frozenset((int(found[2]), found[1].decode()) for found in _XLSX_FORMULA.finditer(sheet))


def _check_area(rows: int, columns: int, file: str) -> None:
    if rows > limits().rows:
        raise TooManyRows(file=file, limit=limits().rows)
    if columns > limits().columns or rows * columns > _CELLS:
        raise OversizedList(file=file)
