"""Writing figures as a workbook in which no cell can act as a formula."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

Value = str | int | float | None
_ACTING = ("=", "+", "-", "@", "\t", "\r", "\n")
_HEADINGS = 2  # the row, counted from nought, under the title and a blank one
_NARROWEST, _WIDEST = 9, 60  # signs
_A4 = 9


@dataclass(frozen=True, slots=True)
class FigureSheet:
    """One sheet: its title, the headings, the rows under them, and the notes at the foot."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Look:
    """The formats of one workbook."""

    title: Any
    heading: Any
    number: Any


def write_weekly_workbook(sheets: Sequence[FigureSheet], target: Path | BinaryIO) -> None:
    """Write the sheets to `target`, numbers as numbers and words as words; headings stay in view and on each page."""
    import xlsxwriter  # noqa: PLC0415 - heavy, needed when a workbook is written

    # In memory: what is half made shall not lie in the folder of temporary files.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(target, options) as book:
        look = _Look(
            title=book.add_format({"bold": True, "font_size": 12}),
            heading=book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            number=book.add_format({"num_format": "#,##0"}),
        )
        for number, sheet in enumerate(sheets, start=1):
            page = book.add_worksheet(_tab(sheet.title, number))
            _write(page, sheet, look)
            _lay_out(page, sheet)


def guarded(text: str) -> str:
    """Give text that no spreadsheet takes for a formula, full-width signs and leading blanks included."""
    seen = unicodedata.normalize("NFKC", text)
    if text.startswith(_ACTING) or seen.lstrip().startswith(_ACTING):
        return f"'{text}"
    return text


def _write(page: Any, sheet: FigureSheet, look: _Look) -> None:
    page.write_string(0, 0, guarded(sheet.title), look.title)
    for column, heading in enumerate(sheet.headings):
        page.write_string(_HEADINGS, column, guarded(heading), look.heading)
    for line, row in enumerate(sheet.rows, start=_HEADINGS + 1):
        for column, value in enumerate(row):
            _cell(page, line, column, value, look)
    for line, note in enumerate(sheet.notes, start=_HEADINGS + 2 + len(sheet.rows)):
        page.write_string(line, 0, guarded(note))


def _cell(page: Any, line: int, column: int, value: Value, look: _Look) -> None:
    if isinstance(value, str):
        page.write_string(line, column, guarded(value))
    elif value is not None:
        page.write_number(line, column, value, look.number)


def _lay_out(page: Any, sheet: FigureSheet) -> None:
    """Make columns as wide as their words, the title aside, and let the sheet print on the width of a page."""
    columns = [sheet.headings, *sheet.rows]
    for column in range(max(map(len, columns))):
        longest = max(len(str(row[column])) for row in columns if column < len(row))
        page.set_column(column, column, min(_WIDEST, max(_NARROWEST, longest + 2)))
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    if sheet.headings:
        page.freeze_panes(_HEADINGS + 1, 1)
        page.repeat_rows(_HEADINGS)


def _tab(title: str, number: int) -> str:
    """Give a name a tab may bear: 31 signs, none of those Excel keeps for itself, never the same twice."""
    kept = "".join(" " if sign in "[]:*?/\\'" else sign for sign in title)
    return f"{number}. {kept}"[:31].strip()
