"""The week and the site of a summary."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from desktop.i18n import tr
from desktop.services.sessions import WEEK, monday_of
from desktop.views.shared.flow import Flow
from desktop.views.shared.icons import put_icon
from desktop.views.shared.style import scaled

_WIDEST = 320  # pixels of the name of a site; a longer one shows whole in the list


class Choosing(QWidget):
    """Turns weeks over, and offers the sites the reader works at."""

    chosen = Signal()

    def __init__(self, today: date, sites: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today, self.monday = today, monday_of(today)
        self.row = Flow(self)
        self.before, self.last, self.now, self.after = (QPushButton(self) for _ in range(4))
        self.sites = QComboBox(self)
        self.sites.setAccessibleName(tr("Site"))
        self.sites.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sites.setMaximumWidth(scaled(_WIDEST))
        if len(sites) != 1:
            self.sites.addItem(tr("All my sites"), None)
        for code, name in sites:
            self.sites.addItem(name, code)
        self._lay_out()
        self.sites.currentIndexChanged.connect(self.chosen)
        self._tell()

    def site(self) -> str | None:
        """Give the code of the chosen site, or None for all."""
        code: str | None = self.sites.currentData()
        return code

    def show_week(self, day: date) -> None:
        """Turn to the week of a day."""
        self.monday = monday_of(day)
        self._tell()
        self.chosen.emit()

    def show_site(self, code: str | None) -> None:
        """Choose a site by its code; one that is not offered changes nothing."""
        place = self.sites.findData(code)
        if place >= 0:
            self.sites.setCurrentIndex(place)

    @Slot()
    def _tell(self) -> None:
        this = monday_of(self.today)
        self.now.setEnabled(self.monday != this)
        self.last.setEnabled(self.monday != this - WEEK)

    def _lay_out(self) -> None:
        put_icon(self.before, "chevron_left")
        put_icon(self.after, "chevron_right")
        self.last.setText(tr("Last week"))
        self.now.setText(tr("This week"))
        for button, name, keys, shown, week in (
            (self.before, tr("The week before"), "Alt+Left", "Alt+←", lambda: self.monday - WEEK),
            (self.last, tr("Last week"), "Alt+End", "Alt+End", lambda: self.today - WEEK),
            (self.now, tr("This week"), "Alt+Home", "Alt+↖", lambda: self.today),
            (self.after, tr("The week after"), "Alt+Right", "Alt+→", lambda: self.monday + WEEK),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({shown})")
            button.clicked.connect(lambda _=False, week=week: self.show_week(week()))
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
            self.row.addWidget(button)
        self.row.addWidget(self.sites)
