"""Starting without a list: the first wristband number, and how many came."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.convoys import MOST_BANDS, numbered
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label
from desktop.views.shared.spin import inset


class BandsForm(QWidget):
    """Whoever has no list gives out wristbands, and writes people down afterwards."""

    wanted = Signal(object)  # Pasted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.count = QLineEdit(self), QSpinBox(self)
        inset(self.count)
        self.count.setRange(1, MOST_BANDS)
        self.count.setValue(50)
        self.begin = QPushButton(tr("Start with &empty lines"), self)
        self._field = Field(tr("First &wristband number"), self.first, parent=self)
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._field, 1, top)
        row.addWidget(Field(tr("How &many people"), self.count, beside=(self.begin,), parent=self), 1, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(text_label(tr("Without a list"), "heading", parent=self))
        column.addLayout(row)
        self.begin.clicked.connect(self._begin)
        self.first.returnPressed.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        try:
            source = numbered(self.first.text(), self.count.value(), tr("Convoy without a list"))
        except DeskError as refusal:
            self._field.refuse(refusal)
            self.first.setFocus()
            return
        self._field.clear_refusal()
        self.wanted.emit(source)
