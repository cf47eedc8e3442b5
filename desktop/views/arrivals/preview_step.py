"""Fourth step: everybody as they would come in, what cannot be, and who may be somebody known."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import mark, tr, trn
from desktop.services.convoys import Rehearsal
from desktop.views.arrivals.likenesses import Likenesses
from desktop.views.arrivals.list_in_hand import ListInHand
from desktop.views.arrivals.preview_table import PreviewLine, PreviewTable, preview_lines
from desktop.views.shared.chips import Chips
from desktop.views.shared.labels import text_label
from desktop.views.shared.one_at_a_time import OneAtATime
from desktop.views.shared.style import scaled
from desktop.views.shared.tables import plain_table

EVERYBODY, WRONG, DOUBTFUL, ALIKE = "everybody", "wrong", "doubtful", "alike"
CHIPS = {
    EVERYBODY: mark("Everybody"),
    WRONG: mark("To correct"),
    DOUBTFUL: mark("To look at"),
    ALIKE: mark("Look-alikes"),
}
SEX, BIRTH, WRISTBAND, REMARK = 2, 3, 4, 6
_NOTED = 2


class PreviewStep(QWidget):
    """Chips choose among everybody, what must be corrected, what to look at, and look-alikes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[PreviewLine] = []
        self.table = PreviewTable()
        self.chips = Chips({code: tr(said) for code, said in CHIPS.items()}, tr("Whom to list"), self)
        self.summary = text_label(look="strong", wrap=True, parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.detail = text_label(look="muted", wrap=True, parent=self)
        self.people = plain_table(self.table, tr("People on the list"), self, wide=REMARK)
        self.likenesses = Likenesses(self)
        self.stack = OneAtATime(self)
        self.stack.addWidget(self.people)
        self.stack.addWidget(self.likenesses)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.summary, self.refusal, self.chips):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        column.addWidget(self.detail)
        self.chips.chosen.connect(self._filter)
        self.people.selectionModel().currentRowChanged.connect(self._explain)
        self.setFocusProxy(self.people)

    def show_rehearsal(self, hand: ListInHand, rehearsal: Rehearsal) -> None:
        """Show a list as it would come in; what must be corrected comes first where there is any."""
        self._lines = preview_lines(rehearsal)
        self.likenesses.show_pairs(rehearsal.likenesses, hand.decided)
        counts = {code: len(self._kept(code)) for code in CHIPS} | {ALIKE: len(rehearsal.likenesses)}
        for code, said in CHIPS.items():
            self.chips.say(code, f"{tr(said)} ({counts[code]})")
        self._summarise(rehearsal)
        self.chips.choose(WRONG if counts[WRONG] else EVERYBODY)
        self._filter()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the room to what must be looked at where there is little of it."""
        super().resizeEvent(event)
        for column in (SEX, BIRTH, WRISTBAND):
            self.people.setColumnHidden(column, self.width() < scaled(900))

    def _kept(self, code: str) -> list[PreviewLine]:
        if code == EVERYBODY:
            return self._lines
        return [line for line in self._lines if (line.errors if code == WRONG else code == DOUBTFUL and line.doubts)]

    def _summarise(self, rehearsal: Rehearsal) -> None:
        beds = sum(bool(bed) for bed in rehearsal.beds)
        said = [
            trn("{n} person read.", "{n} people read.", len(self._lines)),
            trn("{n} bed proposed.", "{n} beds proposed.", beds),
        ]
        ignored = rehearsal.manifest.ignored[:_NOTED]
        said += [tr("Row {row}: {message}", row=note.row, message=note.explain()) for note in ignored]
        self.summary.setText(" ".join(said))
        wrong = len(rehearsal.manifest.errors)
        words = trn(
            "{n} cell cannot be right: nobody can come in yet. Correct it in the list, then choose the list again.",
            "{n} cells cannot be right: nobody can come in yet. Correct them in the list, then choose it again.",
            wrong,
        )
        self.refusal.setText(words)
        self.refusal.setVisible(bool(wrong))

    @Slot()
    def _filter(self, *_: object) -> None:
        alike = self.chips.code() == ALIKE
        self.stack.setCurrentWidget(self.likenesses if alike else self.people)
        self.setFocusProxy(self.likenesses if alike else self.people)
        for label in (self.detail, self.summary):
            label.setVisible(not alike)
        self.table.show_lines(self._kept(self.chips.code()))
        self.people.selectRow(0)
        self._explain()

    def _explain(self, *_: object) -> None:
        row = self.people.currentIndex().row()
        if not self.table.rowCount():
            self.detail.setText(tr("Nobody to list here."))
        elif 0 <= row < self.table.rowCount():
            self.detail.setText(" ".join(remark.said() for remark in self.table.line(row).remarks))
