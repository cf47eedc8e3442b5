"""Week templates under the grid: one to plan this week by, or a name to keep this week under."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import tr, trn
from desktop.services.week_templates import LONGEST_NAME, TemplateLine
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label
from desktop.views.week.folding import Folding


class TemplateStrip(QWidget):
    """The widgets; they do nothing by themselves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice, self.name = QComboBox(self), QLineEdit(self)
        self.name.setMaxLength(LONGEST_NAME)
        self.foreseen = text_label(look="muted", wrap=True, parent=self)
        self.apply, self.withdraw = QPushButton(tr("Plan this week"), self), QPushButton(tr("Withdraw"), self)
        self.keep, self.leave = QPushButton(tr("Keep"), self), QPushButton(tr("Close"), self)
        by, named = (self.apply, self.withdraw), (self.keep, self.leave)
        self.chosen = Field(tr("Plan &this week by"), self.choice, beside=by, parent=self)
        self.named = Field(tr("Keep this week &as a template named"), self.name, beside=named, parent=self)
        self.apply.setObjectName("primary")
        self.withdraw.setToolTip(tr("Offer this template no longer; the weeks planned by it stay."))
        self._lay_out()
        self.hide()

    def offer(self, lines: Sequence[TemplateLine]) -> None:
        """Offer the templates; the chosen one stays chosen."""
        was = self.choice.currentData()
        self.choice.blockSignals(True)
        self.choice.clear()
        for line in lines:
            self.choice.addItem(trn("{name} ({n} session)", "{name} ({n} sessions)", line.sessions, name=line.name),
                                line.id)  # fmt: skip
        self.choice.setCurrentIndex(max(0, self.choice.findData(was)) if lines else -1)
        self.choice.blockSignals(False)
        for widget in (self.choice, self.withdraw):
            widget.setEnabled(bool(lines))

    def foretell(self, words: str, *, can_plan: bool) -> None:
        """Say what the chosen template would do to the week."""
        self.foreseen.setText(words)
        self.apply.setEnabled(can_plan)
        self.apply.setToolTip("" if can_plan else words)

    def _lay_out(self) -> None:
        planning, keeping = QHBoxLayout(), QHBoxLayout()
        planning.addWidget(self.chosen, 0, Qt.AlignmentFlag.AlignTop)
        keeping.addWidget(self.named, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Folding(planning, keeping, self))
        column.addWidget(self.foreseen)
