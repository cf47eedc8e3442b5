"""First step: where the list comes from, and when and where its people arrived."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import tr
from desktop.services.centre_setup import SiteLine
from desktop.spreadsheets.sources import Original, Pasted
from desktop.views.arrivals.bands_form import BandsForm
from desktop.views.arrivals.moment_edit import SLIP, MomentEdit
from desktop.views.shared.field import Field
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label

_KNOWN_AHEAD = timedelta(days=60)  # how long before it comes a convoy is known of


class FileStep(QWidget):
    """A path to type or to look for, a list to paste, and the true time of the arrival."""

    changed = Signal()

    def __init__(self, sites: list[SiteLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sites = sites
        self._pasted: Pasted | None = None
        self.path, self.browse = QLineEdit(self), QPushButton(tr("&Browse…"), self)
        self.site, self.arrived = QComboBox(self), MomentEdit(self)
        self.expected = QCheckBox(tr("The &convoy is still on its way: everybody is expected"), self)
        for site in sites:
            self.site.addItem(site.name, site.code)
        hint = tr("You can also drop the file on this window, or copy the list in a spreadsheet and press Ctrl+V here.")
        self.hint = text_label(hint, "muted", wrap=True, parent=self)
        late = tr("The true time, even if you write it down later.")
        self.when = Field(tr("Time of &arrival"), self.arrived, help_words=late, parent=self)
        self.bands = BandsForm(self)
        self._lay_out()
        self.browse.clicked.connect(self._browse)
        self.path.textChanged.connect(self._typed)
        self.site.currentIndexChanged.connect(self._be_now)
        self.expected.toggled.connect(self._be_now)
        self.setFocusProxy(self.path)

    def begin(self) -> None:
        """Start again with nothing chosen, and people who arrive now."""
        self._pasted = None
        self.path.clear()
        self.expected.setChecked(False)
        self._be_now()

    def take(self, source: Original) -> None:
        """Show a list that was dropped or pasted."""
        if isinstance(source, Pasted):
            self.path.setText(source.name)
            self._pasted = source
        else:
            self.path.setText(str(source))
        self.changed.emit()

    def source(self) -> Original | None:
        """Give the list that is chosen, or None."""
        typed = self.path.text().strip().strip('"')
        return self._pasted or (Path(typed) if typed else None)

    def site_code(self) -> str:
        """Give the code of the site they arrived at."""
        return str(self.site.currentData() or "")

    def arrived_at(self) -> datetime:
        """Give the true time of the arrival by the site's clock."""
        return self.arrived.moment()

    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self._sites[max(0, self.site.currentIndex())].zone) if self._sites else ZoneInfo("UTC")

    @Slot()
    def _be_now(self) -> None:
        if self.expected.isChecked():
            words, ahead = tr("They should come on (&A)"), _KNOWN_AHEAD
        else:
            words, ahead = tr("Time of &arrival"), SLIP
        self.arrived.be_now(self._zone(), ahead)
        self.when.label.setText(words)
        self.arrived.setAccessibleName(words.replace("&", ""))

    @Slot()
    def _typed(self) -> None:
        self._pasted = None
        self.changed.emit()

    @Slot()
    def _browse(self) -> None:
        kinds = tr("Lists") + " (*.xlsx *.xls *.ods *.csv *.tsv *.txt)"
        path, _ = QFileDialog.getOpenFileName(self, tr("The list of the convoy"), "", kinds)
        if path:
            self.path.setText(path)
            self.path.setFocus()

    def _lay_out(self) -> None:
        put_icon(self.browse, "search")
        where = Field(tr("&File of the list"), self.path, beside=(self.browse,), parent=self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.when, 0, 0)
        place = Field(tr("&Site"), self.site, parent=self)
        grid.addWidget(place, 0, 1, Qt.AlignmentFlag.AlignTop)
        place.setVisible(len(self._sites) > 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(where)
        column.addWidget(self.hint)
        column.addLayout(grid)
        column.addWidget(self.expected)
        column.addSpacing(10)
        column.addWidget(self.bands)
        column.addStretch()
