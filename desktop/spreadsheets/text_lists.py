"""Lists written as text: semicolons, commas or tabs, in the encodings that spreadsheets save."""

import codecs
import csv
import io
import re
from statistics import median_high

from desktop.spreadsheets.refusals import BinaryText, DamagedList, TooManyRows
from desktop.spreadsheets.table import Sheet, make_row
from desktop.spreadsheets.words import limits

DELIMITERS = ";\t,|"
_LOOKED_AT = 50
_HINT = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)


def decode(data: bytes, file: str) -> str:
    """Give the text of a file: UTF-8, UTF-16 with its mark, else Windows-1252.

    Raises:
        BinaryText: it holds bytes that no text holds.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _try(data, "utf-16", file)
    if b"\0" in data:
        raise BinaryText(file=file)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _try(data, "cp1252", file)


def _try(data: bytes, encoding: str, file: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise BinaryText(file=file) from problem
    if "\0" in text:
        raise BinaryText(file=file)
    return text


def read_text_list(text: str, file: str) -> Sheet:
    """Give the rows of a text list, numbered as a spreadsheet numbers them.

    Raises:
        DamagedList: a cell is larger than any list's.
        TooManyRows: the list is longer than a convoy's.
    """
    hint = _HINT.match(text)
    body = text[hint.end() :] if hint else text
    delimiter = hint.group(1) if hint else _delimiter(body)
    rows = []
    try:
        for number, values in enumerate(csv.reader(io.StringIO(body, newline=""), delimiter=delimiter), start=1):
            if number > limits().rows:
                raise TooManyRows(file=file, limit=limits().rows)
            row = make_row(number, 0, list(values))
            if row.cells:
                rows.append(row)
    except csv.Error as problem:
        raise DamagedList(file=file) from problem
    return Sheet("", tuple(rows))


def _delimiter(text: str) -> str:
    """Give the sign that parts the first rows into the most cells; ties go to the commoner sign.

    A sign that keeps every quote closed goes before one that does not: cells that hold the other sign would tear.
    """
    return max(DELIMITERS, key=lambda sign: (_width(text, sign, strict=True) > 1, _width(text, sign)))


def _width(text: str, sign: str, *, strict: bool = False) -> int:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=strict)
    widths = []
    try:
        for values in reader:
            if any(values):
                widths.append(len(values))
            if len(widths) >= _LOOKED_AT:
                break
    except csv.Error:
        return 0
    return median_high(widths) if widths else 0
