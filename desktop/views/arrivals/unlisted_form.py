"""Writing down who is in the bus and not on the list: a name or a wristband is enough."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.i18n import tr
from desktop.services.convoys import Unlisted
from desktop.views.shared.field import Field
from desktop.vocabulary import SEX_LETTERS, Sex


class UnlistedForm(QWidget):
    """One row of fields; Enter in any of them writes the person down."""

    wanted = Signal(object)  # Unlisted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.band, self.family, self.given, self.birth = (QLineEdit(self) for _ in range(4))
        self.sex = QComboBox(self)
        for sex in (Sex.UNKNOWN, Sex.FEMALE, Sex.MALE):
            self.sex.addItem(tr(SEX_LETTERS[sex]), sex)
        self.add = QPushButton(tr("&Add"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = (tr("&Wristband"), tr("&Family name"), tr("Given na&mes"), tr("Se&x"), tr("&Birth or age"))
        for said, edit, wide in zip(words, self._fields(), (1, 2, 2, 1, 2), strict=True):
            beside = (self.add,) if edit is self.birth else ()
            row.addWidget(Field(said, edit, beside=beside, parent=self), wide)
        self.add.clicked.connect(self._ask)
        for line in (self.band, self.family, self.given, self.birth):
            line.setMaxLength(200)
            line.returnPressed.connect(self._ask)
        self.setFocusProxy(self.band)

    def clear(self) -> None:
        """Begin with the next one."""
        for line in (self.band, self.family, self.given, self.birth):
            line.clear()
        self.sex.setCurrentIndex(0)
        self.band.setFocus()

    def _fields(self) -> tuple[QWidget, ...]:
        return self.band, self.family, self.given, self.sex, self.birth

    @Slot()
    def _ask(self) -> None:
        self.wanted.emit(
            Unlisted(
                family_name=self.family.text(),
                given_names=self.given.text(),
                sex=Sex(self.sex.currentData()),
                birth=self.birth.text(),
                wristband=self.band.text(),
            )
        )
