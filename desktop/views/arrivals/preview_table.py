"""The people of a list as they would come in, with what staff should look at."""

from dataclasses import dataclass

from desktop.i18n import mark, tr
from desktop.services.convoys import Rehearsal, born
from desktop.spreadsheets.manifest import ManifestRow
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.vocabulary import SEX_LETTERS


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
    """One row of the list: cells that cannot be, contradictions, and the bed that is proposed."""

    person: ManifestRow
    bed: str
    errors: tuple[Remark, ...]
    doubts: tuple[Remark, ...]
    alike: int

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


def preview_lines(rehearsal: Rehearsal) -> list[PreviewLine]:
    """Give the lines of a rehearsal, in the order of the list."""
    errors: dict[int, list[Remark]] = {}
    for error in rehearsal.manifest.errors:
        errors.setdefault(error.row, []).append(Remark(error.row, error.column, error.explain()))
    alike: dict[int, int] = {}
    for one in rehearsal.likenesses:
        alike[one.key[0]] = alike.get(one.key[0], 0) + 1
    return [
        PreviewLine(
            person,
            bed,
            tuple(errors.get(person.row, ())),
            tuple(Remark(person.row, flag.column, flag.explain()) for flag in person.contradictions),
            alike.get(person.row, 0),
        )
        for person, bed in zip(rehearsal.manifest.lines, rehearsal.beds, strict=True)
    ]  # fmt: skip


def _name(line: PreviewLine) -> str:
    return f"{line.person.given_names} {line.person.family_name}".strip() or tr("No name yet")


def _birth(line: PreviewLine) -> str:
    birth = line.person.birth
    return born(birth.min, birth.max, birth.said) or "—"


def _remark(line: PreviewLine) -> str:
    if line.remarks:
        return line.remarks[0].message
    return tr("Looks like somebody known") if line.alike else ""


class PreviewTable(LineTable[PreviewLine]):
    """One line for each person of the list."""

    def __init__(self) -> None:
        super().__init__((
            ColumnOf(heading=mark("Row"), show=lambda line: str(line.person.row), is_figure=True, width=70),
            ColumnOf(heading=mark("Name"), show=_name, names_somebody=True, width=230),
            ColumnOf(heading=mark("Sex"), show=lambda line: tr(SEX_LETTERS[line.person.sex]), width=70),
            ColumnOf(heading=mark("Birth or age"), show=_birth, width=155),
            ColumnOf(heading=mark("Wristband"), show=lambda line: line.person.wristband or "—", width=120),
            ColumnOf(heading=mark("Proposed bed"), show=lambda line: line.bed or tr("Staging area"), width=150),
            ColumnOf(heading=mark("To look at"), show=_remark, kind=lambda line: line.kind),
        ))  # fmt: skip
