"""The sheet of a note: free text, or the sections of a form."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.services.cases import NoteContent
from desktop.views.follow_up.words import FORMS, FREE, SECTION_WORDS, SECTIONS, TEXT
from desktop.views.shared.chips import Chips
from desktop.views.shared.field import Field
from desktop.views.shared.style import scaled

_ALL_THERE_IS = 16_777_215  # the largest height Qt knows
_SECTION = 112  # pixels at 100 %: a whole form then fits a small screen


class NoteForm(QWidget):
    """Fields by form; another form keeps every word: what has no place there goes into its first section."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = FREE
        self.forms = Chips({code: tr(words) for code, words in FORMS.items()}, tr("Form of the note"), self)
        self.title = QLineEdit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.forms)
        column.addWidget(Field(tr("Titl&e (may stay empty)"), self.title, parent=self))
        self.texts: dict[str, QPlainTextEdit] = {}
        self._fields: dict[str, Field] = {}
        for code, words in SECTION_WORDS.items():
            text = self.texts[code] = QPlainTextEdit(self)
            text.setTabChangesFocus(True)
            text.setMinimumHeight(scaled(78))
            self._fields[code] = Field(tr(words), text, parent=self)
            column.addWidget(self._fields[code], 1)
            text.textChanged.connect(self.changed)
        self.title.textEdited.connect(self.changed)
        self.forms.chosen.connect(self.use_form)
        self.setFocusProxy(self.title)
        self._arrange()

    def use_form(self, form: str) -> None:
        """Write in another form."""
        before, self._form = self._form, form
        first = self.texts[SECTIONS[form][0]]
        moving = [code for code in SECTIONS[before] if code not in SECTIONS[form]]
        words = [text for code in moving if (text := self.texts[code].toPlainText().strip())]
        if words:
            first.setPlainText("\n\n".join([*filter(None, [first.toPlainText().strip()]), *words]))
        for code in moving:
            self.texts[code].clear()
        self._arrange()
        self.changed.emit()

    def show_content(self, content: NoteContent, *, addendum: bool) -> None:
        """Show a note that is being written; what is added to a note is free text."""
        with QSignalBlocker(self):
            self.wipe()
            self._form = content.kind if content.kind in SECTIONS else FREE
            self.forms.choose(self._form)
            self.forms.setVisible(not addendum)
            self.title.setText(content.title)
            for code, text in ((TEXT, content.text), *content.sections):
                if code in self.texts:
                    self.texts[code].setPlainText(text)
            self._arrange()

    def content(self) -> NoteContent:
        """Give what is written."""
        title, form = self.title.text().strip(), self._form
        if form == FREE:
            return NoteContent(kind=FREE, title=title, text=self.texts[TEXT].toPlainText())
        pairs = tuple((code, self.texts[code].toPlainText()) for code in SECTIONS[form])
        return NoteContent(kind=form, title=title, text="", sections=pairs)

    def wipe(self) -> None:
        """Forget every word, what Ctrl+Z would bring back included."""
        with QSignalBlocker(self):
            self.title.setText("")
            for text in self.texts.values():
                text.setPlainText("")

    def _arrange(self) -> None:
        for code, field in self._fields.items():
            field.setVisible(code in SECTIONS[self._form])
        for code in SECTIONS[self._form]:
            self.texts[code].setMaximumHeight(_ALL_THERE_IS if code == TEXT else scaled(_SECTION))
