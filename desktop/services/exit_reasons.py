"""The reasons why a stay ends, as the centre lists them."""

from dataclasses import dataclass

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.i18n import language
from desktop.models.centre import ListItem
from desktop.storage.unit_of_work import Reading


@dataclass(frozen=True, slots=True)
class ExitReason:
    """Why a stay ends, in the words of the screen."""

    code: str
    words: str


def exit_reasons(look: Reading) -> list[ExitReason]:
    """Give the reasons that are in use, in the order of the list."""
    in_use = sa.or_(ListItem.valid_until.is_(None), ListItem.valid_until > look.now.date())
    return _listed(look, in_use)


def check_listed(look: Reading, code: str) -> None:
    """Let nobody leave for a reason that is not in use.

    Raises:
        NotFound: the list knows no such reason, or no longer.
    """
    if code not in {one.code for one in exit_reasons(look)}:
        raise NotFound(code=code)


def exit_words(look: Reading) -> dict[str, str]:
    """Give the words of every reason by its code; files keep one that was withdrawn since."""
    return {reason.code: reason.words for reason in _listed(look, sa.true())}


def _listed(look: Reading, condition: sa.ColumnElement[bool]) -> list[ExitReason]:
    rows = look.rows(
        sa.select(ListItem.code, ListItem.label_fr, ListItem.label_en)
        .where(ListItem.list == "departure_reason", condition)
        .order_by(ListItem.position, ListItem.code)
    )
    english = language() == "en"
    return [ExitReason(row.code, row.label_en if english else row.label_fr) for row in rows]
