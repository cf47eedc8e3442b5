"""The sheet for a night without power: who sleeps where, the children, what to do and never why (`product.md` 2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.formats import clock, day_name, long_date
from desktop.i18n import tr
from desktop.reports.form import side_by_side, signatures, together
from desktop.reports.page import Printed, Target, gap, table, text, write

_WIDTHS = (1.5, 6.0, 2.6, 1.1, 0.95, 1.45, 2.6, 0.8)
_SPARE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class EveningEntry:
    """Somebody in the house; no bed is the staging area."""

    bed: str
    name: str
    code: str
    sex: str
    age: str
    child: bool
    instruction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EveningSheet:
    """One numbered copy for one site and one evening; `at` is on the clock of the site."""

    number: str
    site: str
    at: datetime
    lines: Sequence[EveningEntry]


def write_evening_sheet(sheet: EveningSheet, target: Target, printed: Printed) -> None:
    """Save the sheet, with lines for whoever comes in the night."""
    story = [*_head(sheet, printed), table(_rows(sheet), _WIDTHS, row_height=0.62), gap(0.3), _closing()]
    write(story, target, title=tr("Evening safety sheet"), printed=printed)


def _head(sheet: EveningSheet, printed: Printed) -> list[Any]:
    day = sheet.at.date()
    when = tr("{weekday} {day}, {hour}", weekday=day_name(day), day=long_date(day), hour=clock(sheet.at.time()))
    return [
        side_by_side(
            [text(printed.centre, "heading", bold=True), text(sheet.site)],
            [text(tr("Only copy"), bold=True, right=True), text(sheet.number, right=True)],
        ),
        text(tr("Evening safety sheet"), "title", bold=True),
        text(when),
        text(_count(sheet), bold=True),
        text(tr("It stays with the night team, goes back to coordination in the morning, and is destroyed there.")),
        gap(0.2),
    ]


def _count(sheet: EveningSheet) -> str:
    return tr(
        "In the house: {here}. Children: {children}. Without a bed: {waiting}.",
        here=len(sheet.lines),
        children=sum(line.child for line in sheet.lines),
        waiting=sum(not line.bed for line in sheet.lines),
    )


def _rows(sheet: EveningSheet) -> list[list[Any]]:
    head = [tr("Bed"), tr("Name"), tr("Code"), tr("Sex"), tr("Age"), tr("Child"), tr("To do"), tr("Seen")]
    rows: list[list[Any]] = [head]
    for line in sheet.lines:
        mark = text(tr("Child"), bold=True) if line.child else ""
        code = text(line.code, "small")
        rows.append([line.bed or "\u2013", line.name, code, line.sex, line.age, mark, line.instruction, ""])
    return rows + [[""] * len(head) for _ in range(_SPARE)]


def _closing() -> Any:
    return together([signatures([tr("Night team: name, signature"), tr("Given back in the morning: hour, name")], 1.4)])
