"""Leaving the house from the board: who is meant, the form, and what becomes of it."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.views.house.acts import BoardActs
from desktop.views.house.board import BoardPanes
from desktop.views.house.exit_panel import ExitPanel
from desktop.views.house.porter import Porter
from desktop.views.shared.style import scaled

_LOW = 460  # pixels at 100 %: below, the board and the form do not both fit


class Leaving(QObject):
    """Opens the form in the place of `aside`, what cannot be done meanwhile."""

    def __init__(self, acts: BoardActs, porter: Porter, panes: BoardPanes, form: ExitPanel, *aside: QWidget) -> None:
        super().__init__(form)
        self._acts, self._porter, self._panes, self._form, self._aside = acts, porter, panes, form, aside
        form.written.connect(self._leave)
        form.left.connect(self._closed)

    @Slot()
    def ask(self) -> None:
        """Ask why and when those who are chosen leave, or whoever lies here."""
        if stays := self._porter.meant():
            self._porter.put_down()
            self._show(form=True)
            self._form.begin(stays)

    @Slot(object, object, str, str)
    def _leave(self, stays: tuple[UUID, ...], at: datetime, reason: str, destination: str) -> None:
        refusal = self._acts.leave(stays, at, reason, destination)
        if refusal is None:
            self._form.close_panel()
        else:
            self._form.refuse(refusal)

    @Slot()
    def _closed(self) -> None:
        self._show(form=False)
        if self._panes.hand.at is not None:
            self._panes.stand(self._panes.hand.at)

    def _show(self, *, form: bool) -> None:
        for widget in self._aside:
            widget.setHidden(form)
        page = self._form.parentWidget()
        self._panes.setHidden(form and page is not None and page.height() < scaled(_LOW))
