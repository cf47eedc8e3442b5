"""The list people sign when they come to an activity (`domain.md` 11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from desktop.formats import clock, day_name, long_date
from desktop.i18n import tr
from desktop.reports.form import BLANK, together
from desktop.reports.page import Printed, Target, gap, new_page, table, text, write

_WIDTHS = (1, 6.2, 1.2, 1.4, 2.7, 4.5)
_ROW = 1.1  # room for a thumbprint; twenty to a page


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """Somebody expected; whatever is not known stays blank."""

    name: str
    sex: str = ""
    age: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInSheet:
    """One session; `code` is typed when the paper comes back."""

    activity: str
    code: str
    day: date
    starts: time
    ends: time
    place: str = ""
    facilitators: str = ""
    lines: Sequence[SheetLine] = ()
    spare: int = 5


def write_sign_in_sheets(sheets: Sequence[SignInSheet], target: Target, printed: Printed) -> None:
    """Save one session's list, or those of a whole week, as one paper."""
    story: list[Any] = []
    for sheet in sheets:
        if story:
            story.append(new_page())
        story += _sheet(sheet)
    write(story, target, title=tr("Sign-in sheet"), printed=printed)


def _sheet(sheet: SignInSheet) -> list[Any]:
    when = tr(
        "{weekday} {day}, from {start} to {end}",
        weekday=day_name(sheet.day),
        day=long_date(sheet.day),
        start=clock(sheet.starts),
        end=clock(sheet.ends),
    )
    return [
        text(tr("Sign-in sheet - {activity}", activity=sheet.activity), "title", bold=True),
        text(tr("Sheet code: {code}", code=sheet.code), "heading", bold=True),
        text(when),
        text(tr("Place: {place}", place=sheet.place or BLANK)),
        text(tr("Led by: {names}", names=sheet.facilitators or BLANK)),
        gap(0.2),
        table(_rows(sheet), _WIDTHS, row_height=_ROW),
        gap(0.3),
        together([
            text(tr("Total: ......   Women: ......   Men: ......   Under 18: ......   18 and over: ......")),
            text(tr("This list is closed at ........ participants.")),
            gap(0.3),
            table([[tr("Facilitator"), tr("Supervisor")], ["", ""]], (8.5, 8.5), row_height=1.8),
        ]),
    ]  # fmt: skip


def _rows(sheet: SignInSheet) -> list[list[str]]:
    # The heading comes back on every page, and the code with it: loose pages find their sheet again.
    signed = f"{tr('Signature or thumbprint')}\n{sheet.code}"
    head = [tr("No."), tr("Name or code"), tr("Sex"), tr("Age"), tr("From"), signed]
    named = [[line.name, line.sex, line.age, line.origin, ""] for line in sheet.lines]
    numbered = [*named, *[[""] * 5 for _ in range(sheet.spare)]]
    return [head, *([str(n), *line] for n, line in enumerate(numbered, 1))]
