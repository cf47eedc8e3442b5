"""Over the board: how full the house is, which site it is, and its sheet for the evening."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from desktop.i18n import tr, trn
from desktop.services.board_lines import Board, BoardSite
from desktop.views.shared.flow import Flow
from desktop.views.shared.icons import put_icon
from desktop.views.shared.pills import Pill


class HouseBar(QWidget):
    """Three figures, the site where there are several, and the button that prints."""

    def __init__(self, sites: list[BoardSite], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        figures = QWidget(self)
        self.inside, self.free, self.bedless = Pill(parent=figures), Pill(parent=figures), Pill(parent=figures)
        flow = Flow(figures)
        for pill in (self.inside, self.free, self.bedless):
            flow.addWidget(pill)
        self.site = QComboBox(self)
        self.site.setAccessibleName(tr("Site"))
        self.site.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.site.setMinimumContentsLength(12)
        for site in sites:
            self.site.addItem(site.name, site.id)
        self.site.setVisible(len(sites) > 1)
        self.sheet = QPushButton(tr("&Evening sheet…"), self)
        self.sheet.setToolTip(tr("Show and print the list of the house for the evening (Ctrl+P)"))
        put_icon(self.sheet, "print", pixels=18)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(figures, 1)
        row.addWidget(self.site)
        row.addWidget(self.sheet)

    def count(self, board: Board) -> None:
        """Say how full the house is."""
        self.inside.say(trn("{n} person in the house", "{n} people in the house", board.inside), "info")
        self.free.say(trn("{n} free bed", "{n} free beds", board.free), "ok" if board.free else "warning")
        waiting = len(board.waiting)
        words = trn("{n} person without a bed", "{n} people without a bed", waiting)
        self.bedless.say(words, "warning" if waiting else "ok")
        self.updateGeometry()
