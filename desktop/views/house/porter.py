"""Choosing people on the board, taking them up and putting them down."""

from uuid import UUID

from PySide6.QtCore import QObject, Slot

from desktop.errors import DeskError
from desktop.services.board_lines import Board
from desktop.views.house.acts import BoardActs
from desktop.views.house.board import BoardPanes
from desktop.views.house.moving import places
from desktop.views.house.reason import Refused


class Porter(QObject):
    """Carries people over the board for the keys and for the mouse."""

    def __init__(self, panes: BoardPanes, acts: BoardActs, refused: Refused) -> None:
        super().__init__(panes)
        self._panes, self._acts, self._refused = panes, acts, refused
        self.house = Board(rooms=(), waiting=(), staging="")

    def meant(self) -> tuple[UUID, ...]:
        """Give those an act is about: everybody chosen, or else whoever lies where one stands."""
        cell, chosen = self._panes.cell(), self._panes.hand.chosen
        if chosen:
            return tuple(person.stay for person in self._panes.people() if person.stay in chosen)
        return (cell.person.stay,) if cell is not None and cell.person is not None else ()

    @Slot()
    def enter(self) -> None:
        """Take up whoever is chosen or lies here; or put down whom one carries."""
        hand, cell = self._panes.hand, self._panes.cell()
        if cell is None:
            return
        if not hand.carried:
            self.lift()
            return
        try:
            moved = places(self.house, hand.carried, cell)
        except DeskError as refusal:
            self._refused.say(refusal)
            return
        if moved:
            self._acts.move(self.house, moved)
        else:
            self.put_down()

    @Slot()
    def lift(self) -> None:
        """Take up everybody chosen, or else whoever lies here."""
        self._panes.hand.carried = self.meant()
        self._refused.clear()
        self._panes.redraw()

    @Slot()
    def tick(self) -> None:
        """Choose whoever lies here, or choose them no longer."""
        cell = self._panes.cell()
        if cell is not None and cell.person is not None:
            self._panes.hand.chosen ^= {cell.person.stay}
            self._panes.redraw()

    @Slot()
    def let_go(self) -> None:
        """Carry nobody any more; with nobody in hand, choose nobody any more."""
        if not self._panes.hand.carried:
            self._panes.hand.chosen.clear()
        self.put_down()

    def put_down(self) -> None:
        """Carry nobody any more; whoever is chosen stays chosen."""
        self._panes.hand.carried = ()
        self._refused.clear()
        self._panes.redraw()
