"""Looking into the content of an OpenDocument sheet without opening it as one."""

import re
from collections.abc import Iterator

from desktop.spreadsheets.table import column_letter

_TABLE = re.compile(rb"<table:table\b[^>]*>(.*?)</table:table>", re.DOTALL)
_ROW = re.compile(rb"<table:table-row\b([^>]*)>(.*?)</table:table-row>", re.DOTALL)
_ROWS_REPEATED = re.compile(rb'number-rows-repeated="([0-9]+)"')
_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*)")
_COLUMNS_REPEATED = re.compile(rb'number-columns-repeated="([0-9]+)"')
_VALUE = b"office:value-type"


def area(content: bytes) -> tuple[int, int]:
    """Give how many rows hold something in all sheets, and how wide the widest is."""
    rows, widest = 0, 0
    for row in _ROW.finditer(content):
        if _VALUE in row[2] or b"<text:p" in row[2]:
            rows += _repeats(_ROWS_REPEATED, row[1])
            widest = max([widest, *(place + 1 for place, cell in _cells(row[2]) if _VALUE in cell)])
    return rows, widest


def unsaved(content: bytes) -> tuple[frozenset[tuple[int, str]], ...]:
    """Give, sheet by sheet, the cells whose formula has no saved result."""
    return tuple(frozenset(_blank_formulas(table[1])) for table in _TABLE.finditer(content))


def _blank_formulas(table: bytes) -> Iterator[tuple[int, str]]:
    number = 0
    for row in _ROW.finditer(table):
        for place, cell in _cells(row[2]):
            if b"table:formula" in cell and _VALUE not in cell:
                yield number + 1, column_letter(place)
        number += _repeats(_ROWS_REPEATED, row[1])


def _cells(row: bytes) -> Iterator[tuple[int, bytes]]:
    """Give each cell with its place; one that is repeated stands at its last."""
    width = 0
    for cell in _CELL.finditer(row):
        width += _repeats(_COLUMNS_REPEATED, cell[1])
        yield width - 1, cell[1]


def _repeats(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return int(found[1]) if found else 1
