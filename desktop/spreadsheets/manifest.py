"""What a list of people says once understood: its lines, what contradicts itself, what cannot be."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.i18n import mark, tr
from desktop.models.partial_date import PartialDate
from desktop.vocabulary import Sex

_NOT_SAID = PartialDate()


class Contradiction(StrEnum):
    """What staff should look at; nothing is decided for them."""

    PREGNANT_MAN = "pregnant_man"
    AGE_ZERO = "age_zero"
    AGE_AND_BIRTH = "age_and_birth"
    UNKNOWN_SEX_WORD = "unknown_sex_word"
    LISTED_TWICE = "listed_twice"
    SAME_WRISTBAND = "same_wristband"
    WRISTBAND_TAKEN = "wristband_taken"


CONTRADICTION_WORDS = {
    Contradiction.PREGNANT_MAN: mark("The list says a man and a pregnancy: check which is right."),
    Contradiction.AGE_ZERO: mark("Age 0: an infant, or an age nobody asked? Left unknown."),
    Contradiction.AGE_AND_BIRTH: mark("The age and the birth date do not fit; the birth date was kept."),
    Contradiction.UNKNOWN_SEX_WORD: mark("The word for the sex was not understood; the sex is left unknown."),
    Contradiction.LISTED_TWICE: mark("The same name and birth stand on two rows of this list."),
    Contradiction.SAME_WRISTBAND: mark(
        "Two rows of this list have the same wristband number; only the first keeps it."
    ),
    Contradiction.WRISTBAND_TAKEN: mark("Somebody in the house wears this wristband number; it was not given again."),
}


@dataclass(frozen=True, slots=True)
class Flag:
    """A contradiction and the column it shows in."""

    kind: Contradiction
    column: str

    def explain(self) -> str:
        """Say what to check, in the language of the screen."""
        return tr(CONTRADICTION_WORDS[self.kind])


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell that stops the import: where it stands in the spreadsheet, and why."""

    row: int
    column: str
    sentence: str
    value: str = ""

    def explain(self) -> str:
        """Say what is wrong, in the language of the screen."""
        return tr(self.sentence, value=self.value)


@dataclass(frozen=True, slots=True)
class Ignored:
    """A row that names nobody, and why it was passed over."""

    row: int
    sentence: str
    value: str = ""

    def explain(self) -> str:
        """Say why, in the language of the screen."""
        return tr(self.sentence, value=self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestRow:
    """One person of the list as the list says it; observations stay words."""

    row: int
    cells: dict[str, str]
    given_names: str = ""
    family_name: str = ""
    sex: Sex = Sex.UNKNOWN
    birth: PartialDate = _NOT_SAID
    country: str = ""
    nationality: str = ""
    phone: str = ""
    language: str = ""
    origin: str = ""
    destination: str = ""
    document: str = ""
    observation: str = ""
    father_name: str = ""
    mother_name: str = ""
    wristband: str = ""
    family_group: str = ""
    contradictions: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """A whole list as understood; with errors in it, it is not imported."""

    lines: tuple[ManifestRow, ...]
    errors: tuple[CellError, ...]
    ignored: tuple[Ignored, ...]
    headings: dict[str, str]
    columns: dict[str, str]
    key: str

    @property
    def contradictions(self) -> int:
        """Count what staff should look at."""
        return sum(len(line.contradictions) for line in self.lines)
