"""What the preview says of each row of a list."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.i18n import tr
from desktop.services.convoys import Likeness, Rehearsal
from desktop.spreadsheets.manifest import ManifestRow
from desktop.views.arrivals.list_in_hand import ListInHand


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to look at in one cell, and where it stands in the spreadsheet."""

    row: int
    column: str
    message: str

    def said(self) -> str:
        """Say where and what."""
        return tr("Row {row}, column {column}: {message}", row=self.row, column=self.column, message=self.message)


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One row of the list: its cells, what cannot be, contradictions, likenesses, and the bed that is proposed."""

    person: ManifestRow
    bed: str
    cells: Mapping[str, str]
    errors: tuple[Remark, ...]
    doubts: tuple[Remark, ...]
    alike: tuple[Likeness, ...]

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Give everything to look at, the worst first."""
        return self.errors + self.doubts

    @property
    def kind(self) -> str | None:
        """Give the kind of the pill that says what to look at."""
        if self.errors:
            return "bad"
        return "warning" if self.doubts else "info" if self.alike else None

    def wrong(self, column: str) -> Remark | None:
        """Say why a cell of the spreadsheet cannot be, or nothing."""
        return next((error for error in self.errors if error.column == column), None)


def preview_lines(hand: ListInHand, rehearsal: Rehearsal) -> list[PreviewLine]:
    """Give the lines of a rehearsal, in the order of the list."""
    errors: dict[int, list[Remark]] = defaultdict(list)
    for error in rehearsal.manifest.errors:
        errors[error.row].append(Remark(error.row, error.column, error.explain()))
    alike: dict[int, list[Likeness]] = defaultdict(list)
    for one in rehearsal.likenesses:
        alike[one.key[0]].append(one)
    cells = hand.cells()
    return [
        PreviewLine(
            person,
            bed,
            cells[person.row],
            tuple(errors[person.row]),
            tuple(Remark(person.row, flag.column, flag.explain()) for flag in person.contradictions),
            tuple(alike[person.row]),
        )
        for person, bed in zip(rehearsal.manifest.lines, rehearsal.beds, strict=True)
    ]
