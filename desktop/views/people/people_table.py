"""The table of people, fetched a page at a time as it is scrolled."""

from collections.abc import Callable
from enum import IntEnum

from desktop.i18n import mark, tr
from desktop.services.people_pages import PersonSummary
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.vocabulary import SEX_LETTERS

Search = Callable[[str, int, int], list[PersonSummary]]


class Column(IntEnum):
    """The columns, from the left."""

    CODE = 0
    NAME = 1
    SEX_AND_AGE = 2
    LANGUAGES = 3
    SITE = 4
    HERE = 5


def _sex_and_age(line: PersonSummary) -> str:
    return tr(SEX_LETTERS[line.sex]) + ("" if line.age is None else f", {line.age}")


COLUMNS: tuple[ColumnOf[PersonSummary], ...] = (
    ColumnOf(heading=mark("Code"), show=lambda line: line.code),
    ColumnOf(heading=mark("Name"), show=lambda line: line.name, names_somebody=True),
    ColumnOf(heading=mark("Sex, age"), show=_sex_and_age),
    ColumnOf(heading=mark("Languages"), show=lambda line: line.languages),
    ColumnOf(heading=mark("Site"), show=lambda line: line.site or ""),
    ColumnOf(heading=mark("In the house"), show=lambda line: tr("Yes") if line.in_house else tr("No")),
)


class PeopleTable(LineTable[PersonSummary]):
    """Shows the people a search finds, and asks for the next page when the view nears the end."""

    def __init__(self, search: Search) -> None:
        super().__init__(COLUMNS)
        self._search = search

    def show_found(self, text: str) -> None:
        """Replace everything by the first page of what `text` finds.

        Raises:
            NotAllowed: the reader may not see people.
        """
        self.show_pages(lambda limit, offset: self._search(text, limit, offset))
