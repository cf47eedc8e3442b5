"""The page of the compartments: how each stands, and one act at a time."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.errors import DeskError
from desktop.services.compartment_page import CompartmentLine
from desktop.views.compartments.founding_pane import FoundingPane
from desktop.views.compartments.letting_in_pane import LettingInPane
from desktop.views.compartments.pane import Pane
from desktop.views.compartments.room_card import RoomCard
from desktop.views.compartments.rooms_list import RoomsList
from desktop.views.compartments.team_pane import TeamPane
from desktop.views.compartments.testing_pane import TestingPane
from desktop.views.shared.one_at_a_time import OneAtATime
from desktop.views.shared.page import PageView
from desktop.views.shared.shell import Shell, Undo

_Build = Callable[[Shell, CompartmentLine, QWidget], Pane]


class CompartmentsView(PageView):
    """Shows the list, or the pane of one act, which is thrown away with every key it knew when it is left."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.stack = OneAtATime(self)
        pages = shell.centre.compartment_page
        self.list = RoomsList(pages.compartments(), pages.symbols(), self)
        self.pane: Pane | None = None
        self.stack.addWidget(self.list)
        self.column.addWidget(self.stack, 1)
        self.setFocusProxy(self.stack)
        self.stack.setFocusProxy(self.list)
        for card in self.list.cards:
            self._connect(card)

    @Slot()
    def refresh(self) -> None:
        """Read again how each compartment stands; an act under way goes on."""
        try:
            self.list.show_lines(self._shell.centre.compartment_page.compartments())
        except DeskError as refusal:
            self._shell.explain(refusal)

    def put_away(self) -> None:
        """Give up what is under way: a paper that nobody read back opens nothing."""
        self.show_list()

    @Slot()
    def show_list(self) -> None:
        """Go back to the list."""
        pane, self.pane = self.pane, None
        self.refresh()
        self.stack.setFocusProxy(self.list)
        self.stack.setCurrentWidget(self.list)
        if pane is not None:
            pane.forget()
            self.stack.removeWidget(pane)
            pane.deleteLater()
            self.list.setFocus()

    def _connect(self, card: RoomCard) -> None:
        acts: tuple[tuple[str, _Build], ...] = (
            ("founding_asked", FoundingPane),
            ("letting_in_asked", LettingInPane),
            ("testing_asked", TestingPane),
            ("team_asked", TeamPane),
        )
        for name, build in acts:
            getattr(card, name).connect(lambda card=card, build=build: self._open(card, build))

    def _open(self, card: RoomCard, build: _Build) -> None:
        try:
            pane = build(self._shell, card.line, self)
        except DeskError as refusal:
            self._shell.explain(refusal)
            return
        self.pane = pane
        self.list.last = card
        pane.left.connect(self.show_list)
        pane.ended.connect(self._say)
        self.stack.addWidget(pane)
        self.stack.setCurrentWidget(pane)
        self.stack.setFocusProxy(pane)
        pane.setFocus()

    @Slot(str, object)
    def _say(self, words: str, undo: Undo | None) -> None:
        self._shell.toast(words, partial(self._take_back, undo) if undo else None)

    def _take_back(self, undo: Undo) -> None:
        try:
            undo()
        except DeskError as refusal:
            self._shell.explain(refusal)
        self.refresh()
