"""What the sheet of a note looks like: its acts above, what became of the draft, the form below."""

from datetime import UTC, datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.formats import clock
from desktop.i18n import tr
from desktop.views.follow_up.note_form import NoteForm
from desktop.views.follow_up.veil import Veil
from desktop.views.shared.acts import act_row
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import NameLabel, text_label


class NoteSheet(QWidget):
    """The buttons, the form, and the words about both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = QPushButton(tr("Keep for &later"), self)
        self.discard = QPushButton(tr("Thro&w the draft away"), self)
        self.sign = QPushButton(tr("&Sign the note"), self)
        self.sign.setObjectName("primary")
        self.name = NameLabel(look="heading", parent=self)
        self.kept = text_label(look="muted", wrap=True, parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.form = NoteForm(self)
        self._lay_out()
        self.form.changed.connect(self.judge)
        self.setFocusProxy(self.form)

    @Slot()
    def judge(self) -> None:
        """Let what is written be signed, and say why nothing cannot."""
        blank = self.form.content().is_blank
        self.sign.setEnabled(not blank)
        self.sign.setToolTip(tr("Write something first.") if blank else "")

    @Slot()
    def say_kept(self) -> None:
        """Say when the draft was kept."""
        at = datetime.now(tz=UTC).astimezone().time()
        self.refusal.hide()
        self.kept.setText(tr("Draft kept at {time}, for you alone. Signed, it no longer changes.", time=clock(at)))

    @Slot(object)
    def refuse(self, refusal: DeskError) -> None:
        """Say why something could not be done; the words stay."""
        self.refusal.setText(refusal.explain())
        self.refusal.show()

    def _lay_out(self) -> None:
        put_icon(self.back, "chevron_left")
        put_icon(self.sign, "lock", "on_primary", 18)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        inside = QWidget(scroll)
        inside.setObjectName("page")
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 0, 0)
        within.addWidget(self.form)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(act_row(self.discard, self.sign, back=self.back))
        for part in (self.name, self.kept, self.refusal):
            column.addWidget(part)
        column.addWidget(Veil(scroll, self), 1)
        self.refusal.hide()
