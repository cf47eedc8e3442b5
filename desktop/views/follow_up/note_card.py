"""One signed note on the timeline of a case."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.formats import long_date
from desktop.i18n import tr
from desktop.services.cases import Note
from desktop.views.follow_up.words import KIND_WORDS, SECTION_WORDS
from desktop.views.shared.acts import act_row
from desktop.views.shared.card import Card
from desktop.views.shared.labels import text_label
from desktop.views.shared.pills import Pill


class NoteCard(Card):
    """Shows a note as it was signed; it can only be added to."""

    adding_asked = Signal(object)  # key of the note

    def __init__(self, note: Note, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(tr("Note"))
        head = QHBoxLayout()
        head.addWidget(text_label(_by(note), "muted", wrap=True, parent=self), 1)
        words = tr("Addition") if note.addendum_to else tr(KIND_WORDS.get(note.content.kind, KIND_WORDS["free"]))
        head.addWidget(Pill(words, "warning" if note.content.kind == "worry" else "quiet", self))
        self.column.addLayout(head)
        if note.content.title:
            self.column.addWidget(text_label(note.content.title, "strong", wrap=True, parent=self))
        if note.content.text:
            self.column.addWidget(text_label(note.content.text, wrap=True, parent=self))
        for code, text in note.content.sections:
            if text.strip():
                self.column.addWidget(text_label(tr(SECTION_WORDS.get(code, code)), "fieldLabel", parent=self))
                self.column.addWidget(text_label(text, wrap=True, parent=self))
        self.add = QPushButton(tr("Add to this note"), self)
        self.add.setAccessibleName(tr("Add to this note"))
        self.add.clicked.connect(lambda _: self.adding_asked.emit(note.id))
        self.column.addLayout(act_row(self.add))


def _by(note: Note) -> str:
    words = f"{long_date(note.day)} · {note.author}"
    return tr("{words} · raised by {name}", words=words, name=note.raised_by) if note.raised_by else words
