"""Above every page: a clock that cannot be right, until it is confirmed."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.formats import clock, long_date
from desktop.i18n import tr
from desktop.views.shared.labels import text_label


class ClockNotice(QWidget):
    """Says which time the computer believes it is; goes when somebody confirms it."""

    def __init__(self, doubtful: datetime, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("clockNotice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        here = doubtful.astimezone()
        words = tr(
            "This computer says that it is {day}, {hour}: that cannot be. Set its clock right before you go on.",
            day=long_date(here.date()),
            hour=clock(here.time()),
        )
        self.confirm = QPushButton(tr("It is right"), self)
        self.confirm.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 20, 6)
        row.setSpacing(12)
        row.addWidget(text_label(words, "warning", wrap=True, parent=self), 1)
        row.addWidget(self.confirm)
