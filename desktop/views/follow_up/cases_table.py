"""The columns of the list of cases, and which of them each filter keeps."""

from collections.abc import Mapping
from enum import IntEnum

from desktop.formats import short_date
from desktop.i18n import mark, tr
from desktop.services.cases import CaseLine
from desktop.views.follow_up.words import ACCESS_KINDS, ACCESS_WORDS
from desktop.views.shared.line_table import ColumnOf

ALL = "all"
FILTERS: Mapping[str, str] = {ALL: mark("All cases"), **{access.value: words for access, words in ACCESS_WORDS.items()}}


class Column(IntEnum):
    """The columns, from the left."""

    NAME = 0
    CODE = 1
    ROOM = 2
    HOLDER = 3
    LAST = 4
    ACCESS = 5


def columns(rooms: Mapping[str, str]) -> tuple[ColumnOf[CaseLine], ...]:
    """Give the columns; `rooms` names the compartments."""
    return (
        ColumnOf(heading=mark("Name"), show=lambda line: line.name or tr("No name yet"), names_somebody=True),
        ColumnOf(heading=mark("Code"), show=lambda line: line.person_code, width=150),
        ColumnOf(heading=mark("Compartment"), show=lambda line: rooms.get(line.compartment, ""), width=150),
        ColumnOf(heading=mark("Held by"), show=lambda line: line.owner, width=130),
        ColumnOf(heading=mark("Last note"), show=_last, width=135),
        ColumnOf(heading=mark("Why you read it"), show=_why, kind=lambda line: ACCESS_KINDS[line.access], width=265),
    )


def is_kept(line: CaseLine, code: str, sought: str) -> bool:
    """Say whether a filter and what was typed keep a case."""
    words = f"{line.name} {line.person_code} {line.owner}".casefold()
    return code in {ALL, line.access.value} and all(part in words for part in sought.casefold().split())


def _last(line: CaseLine) -> str:
    return short_date(line.last_note) if line.last_note else ""


def _why(line: CaseLine) -> str:
    words = tr(ACCESS_WORDS[line.access])
    return tr("{words} until {day}", words=words, day=short_date(line.until)) if line.until else words
