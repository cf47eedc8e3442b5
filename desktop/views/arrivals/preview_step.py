"""Fourth step: everybody as they would come in, what cannot be, and who may be somebody known."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from desktop.i18n import mark, tr, trn
from desktop.services.convoys import Rehearsal
from desktop.views.arrivals.likenesses import Likenesses
from desktop.views.arrivals.list_in_hand import ListInHand
from desktop.views.arrivals.preview_editor import PreviewEditor, RemarkEditor
from desktop.views.arrivals.preview_lines import PreviewLine, preview_lines
from desktop.views.arrivals.preview_table import BED, BIRTH, GIVEN, REMARK, SEX, WRISTBAND, PreviewTable, looks_like
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
_NOTED = 2


class PreviewStep(QWidget):
    """Chips choose among everybody, what to correct or look at, and look-alikes; a cell is corrected in its place."""

    corrected = Signal(int, str, str)  # row and column of the spreadsheet, and what the cell shall say

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[PreviewLine] = []
        self._corrected = 0  # row of the spreadsheet that was corrected last
        self.table = PreviewTable()
        self.chips = Chips({code: tr(said) for code, said in CHIPS.items()}, tr("Whom to list"), self)
        self.summary = text_label(look="strong", wrap=True, parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.detail = text_label(look="muted", wrap=True, parent=self)
        self.people = plain_table(self.table, tr("People on the list"), self, wide=REMARK)
        self.editor, self.remarks = PreviewEditor(self.people), RemarkEditor(self.people)
        self.people.setItemDelegate(self.editor)
        self.people.setItemDelegateForColumn(REMARK, self.remarks)
        triggers = QAbstractItemView.EditTrigger
        self.people.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
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
        self.people.activated.connect(self._open_pair)
        self.people.clicked.connect(self._open_pair)
        self.table.corrected.connect(self._correct)
        self.setFocusProxy(self.people)

    def show_rehearsal(self, hand: ListInHand, rehearsal: Rehearsal) -> None:
        """Show a list as it would come in; what must be corrected comes first, and a corrected line stays chosen."""
        chip, place = self.chips.code(), self.people.currentIndex()
        self._lines = preview_lines(hand, rehearsal)
        self.table.understand(rehearsal.manifest.columns)
        self.people.setColumnHidden(GIVEN, not self.table.splits_names)
        self.likenesses.show_pairs(rehearsal.likenesses, hand.decided, asks=not hand.expected)
        counts = {code: len(self._kept(code)) for code in CHIPS} | {ALIKE: len(rehearsal.likenesses)}
        for code, said in CHIPS.items():
            self.chips.say(code, f"{tr(said)} ({counts[code]})")
        self._summarise(rehearsal)
        stays = self._corrected and chip != WRONG
        self.chips.choose(chip if stays else WRONG if counts[WRONG] else EVERYBODY)
        self._filter()
        if self._corrected:
            self._stand(place)
        self._corrected = 0

    def leave_cell(self) -> None:
        """Keep what is being typed in a cell."""
        if self.people.state() is QAbstractItemView.State.EditingState:
            self.people.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the room to what must be looked at where there is little of it."""
        super().resizeEvent(event)
        for column, least in ((SEX, 900), (BIRTH, 900), (WRISTBAND, 1200), (BED, 1200)):
            self.people.setColumnHidden(column, self.width() < scaled(least))

    def _correct(self, row: int, column: str, text: str) -> None:
        self._corrected = row
        self.corrected.emit(row, column, text)

    def _stand(self, place: QModelIndex) -> None:
        """Stand on the corrected line again, or where it stood once it is no longer listed."""
        rows = [self.table.line(row).person.row for row in range(self.table.rowCount())]
        if self._corrected in rows:
            self.people.setCurrentIndex(self.table.index(rows.index(self._corrected), place.column()))
        elif rows:
            row = min(place.row(), len(rows) - 1)
            self.people.setCurrentIndex(self._to_correct(row))

    def _to_correct(self, row: int) -> QModelIndex:
        """Give the cell in which a row is corrected first; where its column has no room, the remark corrects it too."""
        column = self.table.to_correct(row)
        return self.table.index(row, REMARK if self.people.isColumnHidden(column) else column)

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
            "{n} cell cannot be right: nobody can come in yet. Write over it, and Enter keeps it; your file stays "
            "as it is.",
            "{n} cells cannot be right: nobody can come in yet. Write over them, and Enter keeps each; your file stays "
            "as it is.",
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
        if self.table.rowCount():
            self.people.setCurrentIndex(self._to_correct(0))
        self._explain()

    @Slot(QModelIndex)
    def _open_pair(self, index: QModelIndex) -> None:
        """Show the pair of a line side by side, where its likeness is said."""
        line = self.table.line(index.row())
        if index.column() == REMARK and line.alike:
            self.chips.choose(ALIKE)
            self._filter()
            self.likenesses.choose(line.alike[0].key)
            self.likenesses.setFocus()

    def _explain(self, *_: object) -> None:
        row = self.people.currentIndex().row()
        if not self.table.rowCount():
            self.detail.setText(tr("Nobody to list here."))
        elif 0 <= row < self.table.rowCount():
            self.detail.setText(_said(self.table.line(row)))


def _said(line: PreviewLine) -> str:
    said = [remark.said() for remark in line.remarks]
    if line.alike:
        said.append(tr("Row {row} {looks}. Enter shows both.", row=line.person.row, looks=looks_like(line)))
    return " ".join(said)
