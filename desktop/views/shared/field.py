"""A field of a form: its label above, its help or what is wrong with it below."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label

Check = Callable[[str], object]


class Field(QWidget):
    """A label with a buddy and a mnemonic, an editor, and one line in which it explains itself.

    `check` is asked when a line edit is left; what it refuses is said under the field, and what was typed stays.
    What is `beside`, such as the button that takes what was typed, stays there whatever is said below.
    """

    def __init__(
        self,
        words: str,
        editor: QWidget,
        *,
        help_words: str = "",
        check: Check | None = None,
        beside: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._check, self._help = check, help_words
        self.label = text_label(words, "fieldLabel", parent=self)
        self.label.setBuddy(editor)
        editor.setAccessibleName(words.replace("&", ""))
        self._sign = QLabel(self)
        self.said = text_label(look="fieldHelp", wrap=True, parent=self)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self._sign)
        below.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addLayout(_row(editor, beside))
        column.addLayout(below)
        self.setFocusProxy(editor)
        editor.installEventFilter(self)
        self.clear_refusal()

    def is_right(self) -> bool:
        """Check what was typed, say what is wrong with it, and tell whether nothing is."""
        if self._check is None or not isinstance(self.editor, QLineEdit):
            return True
        try:
            self._check(self.editor.text())
        except DeskError as refusal:
            self.refuse(refusal)
            return False
        self.clear_refusal()
        return True

    def refuse(self, refusal: DeskError) -> None:
        """Say under the field why its value cannot be taken."""
        put_icon(self._sign, "warning", "bad", 16)
        self._show(refusal.explain(), wrong=True)

    def clear_refusal(self) -> None:
        """Show the help again in place of a refusal."""
        self._show(self._help, wrong=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Check the value when the field is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.is_right()
        return False

    def _show(self, words: str, *, wrong: bool) -> None:
        self._sign.setVisible(wrong)
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.editor.setAccessibleDescription(words)
        for widget in (self.said, self.editor):
            widget.setProperty("wrong", wrong)
            widget.style().polish(widget)


def _row(editor: QWidget, beside: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(editor, 1)
    for widget in beside:
        row.addWidget(widget)
    for former, widget in pairwise((editor, *beside)):
        QWidget.setTabOrder(former, widget)
    return row
