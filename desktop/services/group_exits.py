"""Several people leave the house in one act, taken back as one."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from desktop.i18n import mark
from desktop.rights import Permission
from desktop.services.departures.answers import WITH_NOTICE, OwnProcedure
from desktop.services.exit_reasons import ExitReason, check_listed, exit_reasons
from desktop.services.exits import ChildLeavesOtherwise, children_among, reopen_stay
from desktop.services.stay_rows import close_stay
from desktop.storage.unit_of_work import Desk


class ChildAmongThem(ChildLeavesOtherwise):
    """A child is handed over, never signed out with others."""

    sentence = mark(
        "Nobody was signed out: {codes} may be a child, and a child leaves only with a person whose identity was "
        "verified, after having been heard, by decision of the competent authority, before two members of staff. "
        "Take them out of the choice and call the protection colleague."
    )


class GroupExitService:
    """Let people leave together."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def reasons(self) -> list[ExitReason]:
        """Give the reasons for which people leave without a procedure of its own, as the centre lists them."""
        with self._desk.read(Permission.RUN_HOUSE) as look:
            return [one for one in exit_reasons(look) if one.code not in WITH_NOTICE]

    def leave(self, stays: Sequence[UUID], out_at: datetime, reason: str, destination: str | None = None) -> None:
        """Write down that everybody of `stays` left; their beds are free in the same moment. All of them, or nobody.

        Raises:
            ChildAmongThem: one of them is a child, or may be one.
            LeavesBeforeComing: the exit lies before an entry or before a last change of bed.
            NotAllowed: the member of staff works at other sites.
            NotFound: one of them left already, or the list knows no such reason.
            OwnProcedure: the reason is written on the file of one person, with who was told.
        """
        with self._desk.begin(Permission.RUN_HOUSE) as work:
            check_listed(work, reason)
            if reason in WITH_NOTICE:
                raise OwnProcedure
            for stay in stays:
                close_stay(work, stay, out_at, reason, destination)
            if children := children_among(work, stays, out_at):
                raise ChildAmongThem(codes=", ".join(children))
            work.trace("close stays", "stay", ",".join(map(str, stays)), ["out_at", "reason"])

    def take_back(self, stays: Sequence[UUID], out_at: datetime) -> None:
        """Take back that `stays` ended at `out_at`; beds that were given away since stay given.

        Raises:
            AlreadyHere: somebody came back meanwhile.
            ChangedMeanwhile: one of them did not end at that moment.
            NotAllowed: the member of staff works at other sites.
        """
        with self._desk.begin(Permission.RUN_HOUSE) as work:
            for stay in stays:
                reopen_stay(work, stay, out_at)
            work.trace("reopen stays", "stay", ",".join(map(str, stays)), ["out_at"])
