"""The notes of a case, the latest first, what was added below what it adds to."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.services.cases import Note
from desktop.views.follow_up.note_card import NoteCard
from desktop.views.shared.style import scaled

STEP = 20


class Timeline(QScrollArea):
    """Builds a few cards at a time; `wipe` leaves no text behind."""

    adding_asked = Signal(object)  # key of the note to add to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: list[tuple[Note, int]] = []
        self._shown = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Notes of the case"))
        inside = QWidget(self)
        inside.setObjectName("page")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(10)
        self.older = QPushButton(tr("Show &older notes"), inside)
        self._column.addWidget(self.older, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch()
        self.older.hide()
        self.older.clicked.connect(self._more)
        self.setWidget(inside)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show notes that a service answered, the oldest first there."""
        self.wipe()
        self._notes = list(_in_order(notes))
        self._more()

    def cards(self) -> list[NoteCard]:
        """Give the cards that are built, from the top."""
        return [card for card in self.findChildren(NoteCard) if card.parent() is not None]

    def wipe(self) -> None:
        """Forget every text."""
        self._notes, self._shown = [], 0
        self.older.hide()
        for card in self.cards():
            for label in card.findChildren(QLabel):
                label.clear()
            self._column.removeWidget(card)
            card.setParent(None)
            card.deleteLater()

    @Slot()
    def _more(self) -> None:
        for note, depth in self._notes[self._shown : self._shown + STEP]:
            card = NoteCard(note, self.widget())
            card.adding_asked.connect(self.adding_asked)
            card.column.setContentsMargins(16 + min(depth, 3) * scaled(24), 14, 16, 14)
            self._column.insertWidget(self._column.count() - 2, card)
            self._shown += 1
        self.older.setVisible(self._shown < len(self._notes))


def _in_order(notes: Sequence[Note]) -> Iterator[tuple[Note, int]]:
    known = {note.id for note in notes}
    following: dict[UUID, list[Note]] = {}
    for note in notes:
        if note.addendum_to in known and note.addendum_to is not None:
            following.setdefault(note.addendum_to, []).append(note)

    def branch(note: Note, depth: int) -> Iterator[tuple[Note, int]]:
        yield note, depth
        for one in following.get(note.id, []):
            yield from branch(one, depth + 1)

    for note in reversed([one for one in notes if one.addendum_to not in known]):
        yield from branch(note, 0)
