"""The table of rights as a page: the very one the program obeys."""

from dataclasses import dataclass

from desktop.i18n import mark, tr
from desktop.reports.page import Target
from desktop.reports.rights_table import RightRow, write_rights_table
from desktop.rights import FIELD_GROUP_WORDS, PERMISSION_WORDS, ROLE_WORDS, TABLE, Permission, Role, Sites
from desktop.services.papers import home, printed_now
from desktop.storage.unit_of_work import Desk

_SITES = {Sites.OWN: mark("own sites"), Sites.ALL: mark("all sites")}


@dataclass(frozen=True, slots=True, kw_only=True)
class RightLine:
    """A right in words: what it opens, on which sites, and the roles that hold it."""

    permission: Permission
    right: str
    opens: str
    sites: str
    roles: tuple[Role, ...]


class RightsPageService:
    """Show the table of rights to anybody who works with the program."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lines(self) -> list[RightLine]:
        """Give each right in the language of the screen, in the order of the table."""
        with self._desk.read(Permission.USE_PROGRAM):
            return _lines()

    def paper(self, target: Target) -> None:
        """Write the table as a paper."""
        with self._desk.begin(Permission.USE_PROGRAM) as work:
            printed = printed_now(work, home(work)[1])
            work.trace("print table of rights", "paper")
        rows = [
            RightRow(line.right, line.opens, line.sites, tuple(role in line.roles for role in Role))
            for line in _lines()
        ]
        write_rights_table([tr(ROLE_WORDS[role]) for role in Role], rows, target, printed)


def _lines() -> list[RightLine]:
    return [
        RightLine(
            permission=permission,
            right=tr(PERMISSION_WORDS[permission]),
            opens=tr(FIELD_GROUP_WORDS[right.opens]),
            sites=tr(_SITES[right.sites]),
            roles=tuple(role for role in Role if role in right.roles),
        )
        for permission, right in TABLE.items()
    ]
