"""The table of rights on paper: each right, what it opens, where, and to which roles."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.i18n import tr
from desktop.reports.page import Printed, Target, gap, table, text, write
from desktop.reports.upright import upright

_WORDS = (6.0, 2.9, 2.3)
_LEFT = 17 - sum(_WORDS)


@dataclass(frozen=True, slots=True)
class RightRow:
    """A right in words; `held` says of each role, in the order of the headings, whether it holds it."""

    right: str
    opens: str
    sites: str
    held: tuple[bool, ...]


def write_rights_table(roles: Sequence[str], rows: Sequence[RightRow], target: Target, printed: Printed) -> None:
    """Save the table as a page."""
    head = [tr("Right"), tr("What it opens"), tr("Where"), *map(upright, roles)]
    body = [[row.right, row.opens, row.sites, *(_mark(held) for held in row.held)] for row in rows]
    story = [
        text(printed.centre, "heading", bold=True),
        text(tr("Who may do what"), "title", bold=True),
        text(tr("Somebody with several roles has the rights of each. Whoever has no X sees nothing of it.")),
        gap(0.2),
        table([head, *body], [*_WORDS, *[_LEFT / len(roles)] * len(roles)]),
    ]
    write(story, target, title=tr("Who may do what"), printed=printed)


def _mark(held: bool) -> str:  # noqa: FBT001 - one value, one sign
    return "X" if held else ""
