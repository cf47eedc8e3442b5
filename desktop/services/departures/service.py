"""Writing down that somebody left by a procedure of its own, and that they came back."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import ChangedMeanwhile, NotFound
from desktop.i18n import tr
from desktop.models.names import fold
from desktop.models.stays import Departure, Stay
from desktop.reports.handover_sheet import write_handover_sheet
from desktop.reports.page import Target
from desktop.rights import Permission
from desktop.services.departures.answers import (
    LACKING_WORDS,
    MAY_COME_BACK,
    NEVER_A_CHILD,
    WITH_NOTICE,
    GrownUp,
    Handover,
    HandoverIncomplete,
    NobodyTold,
    Notice,
    ToldToCome,
    WitnessIsSelf,
)
from desktop.services.departures.sheets import sheet_of
from desktop.services.exit_reasons import check_listed
from desktop.services.exits import children_among, reopen_stay
from desktop.services.stay_rows import close_stay
from desktop.storage.unit_of_work import Desk


class DepartureService:
    """Let a child be handed over; write an absence without news, a hospital or a death down."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def hand_over(
        self, stay: UUID, out_at: datetime, reason: str, handover: Handover, destination: str | None = None
    ) -> None:
        """Write down that a child, or somebody who may be one, left with a person; the bed is free at once.

        Raises:
            GrownUp: the file says that they are an adult.
            HandoverIncomplete: something is not written.
            LeavesBeforeComing: the exit lies before the entry or before the last change of bed.
            NotFound: no open stay has this key, or a child never leaves for this reason.
            WitnessIsSelf: the second member of staff is the first.
        """
        with self._desk.begin(Permission.RUN_HOUSE) as work:
            if reason in WITH_NOTICE | NEVER_A_CHILD:
                raise NotFound(code=reason)
            check_listed(work, reason)
            _whole(handover, work.member.name)
            close_stay(
                work, stay, out_at, reason, destination,
                receiver=handover.receiver.strip(),
                receiver_link=handover.link.strip(),
                receiver_identity=handover.identity.strip(),
                heard_by=handover.heard_by.strip(),
                decided_by=handover.decided_by.strip(),
                decision=handover.decision.strip(),
                witness=handover.witness.strip(),
            )  # fmt: skip
            if not children_among(work, [stay], out_at):
                raise GrownUp
            work.trace("hand over", "stay", stay, ["out_at", "reason", "receiver", "decision", "witness"])

    def leave_with_notice(
        self, stay: UUID, out_at: datetime, reason: str, notice: Notice, destination: str | None = None
    ) -> None:
        """Write down an absence without news, a hospital or a death; nobody is too young for it.

        Raises:
            LeavesBeforeComing: the exit lies before the entry or before the last change of bed.
            NobodyTold: it does not say who was told.
            NotFound: no open stay has this key, or the reason is not one of these.
            ToldToCome: they are to be told later.
        """
        with self._desk.begin(Permission.RUN_HOUSE) as work:
            if reason not in WITH_NOTICE:
                raise NotFound(code=reason)
            check_listed(work, reason)
            if not notice.told.strip():
                raise NobodyTold
            if notice.told_at > work.now:
                raise ToldToCome
            close_stay(work, stay, out_at, reason, destination, told=notice.told.strip(), told_at=notice.told_at)
            work.trace("close stay with notice", "stay", stay, ["out_at", "reason", "told", "told_at"])

    def come_back(self, stay: UUID) -> None:
        """Open the stay of somebody again who was in hospital or without news; what was written of it is kept.

        Raises:
            AlreadyHere: they have another open stay.
            ChangedMeanwhile: this stay did not end so.
            NotAllowed: the member of staff works at other sites.
        """
        with self._desk.begin(Permission.RUN_HOUSE) as work:
            ended = sa.select(Departure.reason, Stay.out_at).join(Stay, Stay.id == Departure.stay_id)
            row = work.row(ended.where(Stay.id == stay, Departure.removed_at.is_(None)))
            if row is None or row.out_at is None or row.reason not in MAY_COME_BACK:
                raise ChangedMeanwhile
            reopen_stay(work, stay, row.out_at, why="came back")
            work.trace("came back", "stay", stay, ["out_at"])

    def handover_sheet(self, stay: UUID, target: Target) -> None:
        """Write the sheet that whoever receives the child and two members of staff sign.

        Raises:
            NotAllowed: the member of staff works at other sites.
            NotFound: nobody was handed over at the end of this stay.
        """
        with self._desk.begin(Permission.RUN_HOUSE) as work:
            sheet, printed = sheet_of(work, stay)
            work.trace("print handover sheet", "stay", stay)
        # Only now: the journal's line is on the disk before the paper exists.
        write_handover_sheet(sheet, target, printed)


def _whole(handover: Handover, writer: str) -> None:
    missing = tuple(name for name in LACKING_WORDS if not getattr(handover, name).strip())
    if missing:
        raise HandoverIncomplete(what=", ".join(tr(LACKING_WORDS[name]) for name in missing), missing=missing)
    if fold(handover.witness) == fold(writer):
        raise WitnessIsSelf
