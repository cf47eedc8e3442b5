"""What is done to the house from the board, each with its way back."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop.errors import DeskError
from desktop.i18n import tr, trn
from desktop.services.board_lines import BedUse, Board, BoardBed
from desktop.views.house.moving import Places, beds_now
from desktop.views.house.reason import Again
from desktop.views.house.words import USE_WORDS
from desktop.views.shared.shell import Shell


class BoardActs(QObject):
    """Moves people and sets beds; what was refused is told with the way to try again."""

    changed = Signal()
    refused = Signal(object, object)  # DeskError, Again or None

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._house = shell.centre.house_board

    def move(self, board: Board, places: Places, why: str | None = None) -> None:
        """Put people where `places` says; undone, everybody is again where `board` shows them."""
        at = datetime.now(tz=UTC)
        back = partial(self._shell.centre.house.take_back, list(places), at)
        if not board.staging and None in places.values():
            # Where no staging area is set up somebody waits without any place, so there is none to close.
            back = partial(self._house.move, beds_now(board, list(places)), at=at, why=tr("Move undone"))
        again = partial(self.move, board, places)
        if self._try(lambda: self._house.move(places, at=at, why=why), again):
            words = trn("{n} person has another place.", "{n} people have another place.", len(places))
            self._shell.toast(words, partial(self._try, back))

    def set_use(self, bed: BoardBed, use: BedUse) -> None:
        """Make a bed free, reserved, to clean or out of use."""
        former = bed.use
        if self._try(lambda: self._house.set_use(bed.id, use)):
            words = tr("Bed {bed}: {state}", bed=bed.label, state=tr(USE_WORDS[use]))
            self._shell.toast(words, lambda: self._try(lambda: self._house.set_use(bed.id, former)))

    def leave(self, stays: tuple[UUID, ...], at: datetime, reason: str, destination: str) -> DeskError | None:
        """Write down that `stays` left, and give why it cannot be where it cannot."""
        exits = self._shell.centre.group_exits
        try:
            exits.leave(stays, at, reason, destination or None)
        except DeskError as refusal:
            return refusal
        self.changed.emit()
        words = trn("{n} person left the house.", "{n} people left the house.", len(stays))
        self._shell.toast(words, partial(self._try, partial(exits.take_back, stays, at)))
        return None

    def _try(self, act: Callable[[], object], again: Again | None = None) -> bool:
        try:
            act()
        except DeskError as refusal:
            self.refused.emit(refusal, again)
            return False
        self.changed.emit()
        return True
