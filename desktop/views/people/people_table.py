"""The table of people, fetched a page at a time as it is scrolled."""

from collections.abc import Callable
from enum import IntEnum

from desktop.i18n import mark, tr
from desktop.services.people_pages import PeoplePage, PersonSummary, Place
from desktop.services.people_search import Wanted
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.vocabulary import SEX_LETTERS

Pages = Callable[[Wanted, Place | None, int], PeoplePage]


class Column(IntEnum):
    """The columns, from the left."""

    NAME = 0
    SEX_AND_AGE = 1
    LANGUAGES = 2
    SITE = 3
    HERE = 4
    CODE = 5


def _sex_and_age(line: PersonSummary) -> str:
    return tr(SEX_LETTERS[line.sex]) + ("" if line.age is None else f", {line.age}")


COLUMNS: tuple[ColumnOf[PersonSummary], ...] = (
    ColumnOf(heading=mark("Name"), show=lambda line: line.name or tr("No name yet"), names_somebody=True),
    ColumnOf(heading=mark("Sex, age"), show=_sex_and_age, width=90),
    ColumnOf(heading=mark("Languages"), show=lambda line: line.languages, width=160),
    ColumnOf(heading=mark("Site"), show=lambda line: line.site or "—", width=70),
    ColumnOf(
        heading=mark("In the house"),
        show=lambda line: tr("In the house") if line.in_house else tr("Left"),
        kind=lambda line: "ok" if line.in_house else "quiet",
        width=140,
    ),
    ColumnOf(heading=mark("Code"), show=lambda line: line.code, width=150),
)


class PeopleTable(LineTable[PersonSummary]):
    """Shows the people asked for, and asks for the next page when the view nears the end."""

    def __init__(self, pages: Pages) -> None:
        super().__init__(COLUMNS)
        self._pages = pages

    def show_wanted(self, wanted: Wanted) -> None:
        """Replace everything by the first page of those asked for.

        Raises:
            NotAllowed: the reader may not see people.
        """
        self.show_pages(_Walk(self._pages, wanted).next_lines)


class _Walk:
    """Goes down one list page by page, each from where the one before ended."""

    def __init__(self, pages: Pages, wanted: Wanted) -> None:
        self._pages, self._wanted = pages, wanted
        self._begun = False
        self._end: Place | None = None

    def next_lines(self, limit: int, _offset: int) -> list[PersonSummary]:
        """Give the lines that follow; none after the last."""
        if self._begun and self._end is None:
            return []
        page = self._pages(self._wanted, self._end, limit)
        self._begun, self._end = True, page.end
        return page.lines
