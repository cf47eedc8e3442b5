"""Understanding one row of a list as one person."""

from datetime import date

from desktop.errors import BadValue
from desktop.i18n import mark
from desktop.models.names import fold, split_full_name
from desktop.models.partial_date import PartialDate, parse_birth
from desktop.spreadsheets.headings import Layout
from desktop.spreadsheets.manifest import CellError, Contradiction, Flag, ManifestRow
from desktop.spreadsheets.table import Cell, SheetRow
from desktop.spreadsheets.words import Field, says_pregnant, sex_of
from desktop.vocabulary import Sex

BAD_BIRTH = mark("“{value}” is no birth date or age that can be.")
NO_NAME = mark("This row has neither a name nor a wristband number.")
LONG_NAME = mark("A name cannot have more than 200 letters.")
LONGEST_NAME = 200
_PLAIN_FIELDS = (
    Field.COUNTRY,
    Field.NATIONALITY,
    Field.PHONE,
    Field.LANGUAGE,
    Field.ORIGIN,
    Field.DESTINATION,
    Field.DOCUMENT,
    Field.OBSERVATION,
    Field.FATHER_NAME,
    Field.MOTHER_NAME,
    Field.WRISTBAND,
    Field.FAMILY_GROUP,
)
_ZERO = frozenset({"0", "00", "0 an", "0 ans", "0 years", "0 year"})


def read_line(row: SheetRow, layout: Layout, said_on: date) -> tuple[ManifestRow, list[CellError]]:
    """Give the person of a row, and the cells of it that cannot be."""
    reading = _Reading(row, layout, said_on)
    given, family = reading.names()
    sex = reading.sex()
    birth = reading.birth()
    reading.compare(sex)
    others = {field.value: reading.text(field) for field in _PLAIN_FIELDS}
    line = ManifestRow(
        row=row.number,
        cells={column: row.text(column) for column in row.cells},
        given_names=given,
        family_name=family,
        sex=sex,
        birth=birth,
        contradictions=tuple(reading.flags),
        **others,
    )
    return line, reading.errors


class _Reading:
    """One row being read: what contradicts itself and what cannot be gathers on the way."""

    def __init__(self, row: SheetRow, layout: Layout, said_on: date) -> None:
        self.row, self.columns, self.said_on = row, layout.columns, said_on
        self.flags: list[Flag] = []
        self.errors: list[CellError] = []

    def text(self, field: Field) -> str:
        return self.row.text(self.columns[field]) if field in self.columns else ""

    def names(self) -> tuple[str, str]:
        given, family = self.text(Field.GIVEN_NAMES), self.text(Field.FAMILY_NAME)
        full = self.text(Field.FULL_NAME)
        if full and not (given or family):
            given, family = split_full_name(full)
        elif full and not given:
            given = full
        if not (given or family or self.text(Field.WRISTBAND)):
            self._error(self._name_field(), NO_NAME)
        if max(len(given), len(family)) > LONGEST_NAME:
            self._error(self._name_field(), LONG_NAME)
        return given, family

    def sex(self) -> Sex:
        said = self.text(Field.SEX)
        sex = sex_of(said)
        if sex is None:
            self._flag(Contradiction.UNKNOWN_SEX_WORD, Field.SEX)
            return Sex.UNKNOWN
        return sex

    def birth(self) -> PartialDate:
        birth, age = self._birth_in(Field.BIRTH), self._birth_in(Field.AGE)
        if birth.min is None and birth.max is None:
            return age if birth.said is None or age.said is not None else birth
        if _apart(birth, age):
            self._flag(Contradiction.AGE_AND_BIRTH, Field.AGE)
        return birth

    def compare(self, sex: Sex) -> None:
        if sex is Sex.MALE and says_pregnant(self.text(Field.OBSERVATION)):
            self._flag(Contradiction.PREGNANT_MAN, Field.OBSERVATION)

    def _birth_in(self, field: Field) -> PartialDate:
        cell = self.row.cells.get(self.columns[field]) if field in self.columns else None
        if cell is None:
            return PartialDate()
        said = self.row.text(self.columns[field])
        if fold(said) in _ZERO:
            # Nobody asked, or an infant: only staff can tell, and a figure must not.
            self._flag(Contradiction.AGE_ZERO, field)
            return PartialDate(said=said, said_on=self.said_on)
        return self._parsed(cell, said, field)

    def _parsed(self, cell: Cell, said: str, field: Field) -> PartialDate:
        try:
            return parse_birth(said if isinstance(cell, str) else cell, self.said_on)
        except BadValue:
            self._error(field, BAD_BIRTH, said)
            return PartialDate()

    def _name_field(self) -> Field:
        names = (Field.FULL_NAME, Field.FAMILY_NAME, Field.GIVEN_NAMES, Field.WRISTBAND)
        return next(field for field in names if field in self.columns)

    def _flag(self, kind: Contradiction, field: Field) -> None:
        self.flags.append(Flag(kind, self.columns[field]))

    def _error(self, field: Field, sentence: str, value: str = "") -> None:
        self.errors.append(CellError(self.row.number, self.columns[field], sentence, value))


def _apart(birth: PartialDate, age: PartialDate) -> bool:
    """Say whether no day fits both; what is open on one side fits everything there."""
    if age.min is None or age.max is None or birth.min is None or birth.max is None:
        return False
    return birth.max < age.min or birth.min > age.max
