"""Writing figures as a workbook in which no cell can act as a formula."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Value = str | int | float | None
_ACTING = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class FigureSheet:
    """One sheet: its title, the headings, the rows under them, and the notes at the foot."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[str, ...] = ()


def write_weekly_workbook(sheets: Sequence[FigureSheet], target: Path) -> None:
    """Write the sheets to `target`, numbers as numbers and words as words."""
    import xlsxwriter  # noqa: PLC0415 - heavy, needed when a workbook is written

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(target, options) as book:
        bold = book.add_format({"bold": True})
        for number, sheet in enumerate(sheets, start=1):
            _write(book.add_worksheet(_tab(sheet.title, number)), sheet, bold)


def guarded(text: str) -> str:
    """Give text that no spreadsheet takes for a formula, full-width signs and leading blanks included."""
    seen = unicodedata.normalize("NFKC", text)
    if text.startswith(_ACTING) or seen.lstrip().startswith(_ACTING):
        return f"'{text}"
    return text


def _write(page: Any, sheet: FigureSheet, bold: Any) -> None:
    page.write_string(0, 0, guarded(sheet.title), bold)
    for column, heading in enumerate(sheet.headings):
        page.write_string(2, column, guarded(heading), bold)
    for line, row in enumerate(sheet.rows, start=3):
        for column, value in enumerate(row):
            _cell(page, line, column, value)
    for line, note in enumerate(sheet.notes, start=len(sheet.rows) + 4):
        page.write_string(line, 0, guarded(note))
    page.autofit()


def _cell(page: Any, line: int, column: int, value: Value) -> None:
    if isinstance(value, str):
        page.write_string(line, column, guarded(value))
    elif value is not None:
        page.write_number(line, column, value)


def _tab(title: str, number: int) -> str:
    """Give a name a tab may bear: 31 signs, none of those Excel keeps for itself, never the same twice."""
    kept = "".join(" " if sign in "[]:*?/\\'" else sign for sign in title)
    return f"{number}. {kept}"[:31].strip()
