"""One case: whose it is, who holds it, its notes, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.formats import short_date
from desktop.i18n import tr, trn
from desktop.services.cases import CaseFile, CaseLine
from desktop.views.follow_up.timeline import Timeline
from desktop.views.follow_up.veil import Veil
from desktop.views.follow_up.words import ACCESS_KINDS, ACCESS_WORDS
from desktop.views.shared.acts import act_row
from desktop.views.shared.empty_state import EmptyState
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import NameLabel, text_label
from desktop.views.shared.pills import Pill


class CasePane(QWidget):
    """Shows a case; its notes come once they are decrypted."""

    left = Signal()
    writing_asked = Signal()
    file_asked = Signal(str)  # code of the person

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: CaseLine | None = None
        self.back = QPushButton(tr("Back to the &list"), self)
        self.write = QPushButton(tr("Write a &note"), self)
        self.write.setObjectName("primary")
        self.lend = QPushButton(tr("Let a colleague stand &in…"), self)
        self.hand = QPushButton(tr("&Hand over…"), self)
        self.supervise = QPushButton(tr("Supervi&sor…"), self)
        self.file = QPushButton(tr("Open the &file"), self)
        self.name = NameLabel(look="heading", parent=self)
        self.access = Pill(parent=self)
        self.about = text_label(look="muted", wrap=True, parent=self)
        self.warning = text_label(look="refusal", wrap=True, parent=self)
        self.reading = text_label(tr("The notes are being opened…"), "muted", parent=self)
        self.timeline = Timeline(self)
        self.empty = EmptyState("notes", tr("No note yet. Write the first one."), self)
        self._veil = Veil(self.timeline, self)
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.write.clicked.connect(self.writing_asked)
        self.file.clicked.connect(lambda _: self.line and self.file_asked.emit(self.line.person_code))
        self.setFocusProxy(self.write)

    def show_case(self, line: CaseLine, room: str) -> None:
        """Show whose case it is while its notes are being decrypted."""
        self.wipe()
        self.line = line
        self.name.name_somebody(line.name or line.person_code)
        until = [tr("until {day}", day=short_date(line.until))] if line.until else []
        self.access.say(tr(ACCESS_WORDS[line.access]), ACCESS_KINDS[line.access])
        held = [tr("held by {name}", name=line.owner)] if line.owner else []
        over = [tr("supervised by {name}", name=line.supervisor)] if line.supervisor else []
        self.about.setText(" · ".join((line.person_code, room, *held, *over, *until)))
        for act in (self.lend, self.hand, self.supervise):
            act.setVisible(line.led)

    def show_file(self, file: CaseFile) -> None:
        """Show the notes, and in words what was altered or deleted behind the program's back."""
        self.reading.hide()
        self.timeline.show_notes(file.notes)
        self._veil.setVisible(bool(file.notes))
        self.empty.setVisible(not file.notes)
        altered, lost = len(file.altered), file.lost
        told = [
            trn("{n} text was altered outside the program and does not open.",
                "{n} texts were altered outside the program and do not open.", altered) if altered else "",
            trn("{n} text was deleted outside the program.", "{n} texts were deleted outside the program.", lost)
            if lost else "",
            tr("Tell whoever is in charge of the computers, and restore a backup.") if altered or lost else "",
        ]  # fmt: skip
        self.warning.setText(" ".join(one for one in told if one))
        self.warning.setVisible(bool(altered or lost))

    def wipe(self) -> None:
        """Forget the case and its texts."""
        self.line = None
        self.name.name_somebody("")
        self.about.clear()
        self.timeline.wipe()
        self.warning.hide()
        self.empty.hide()
        self._veil.hide()
        self.reading.show()

    def _lay_out(self) -> None:
        put_icon(self.back, "chevron_left")
        put_icon(self.write, "edit", "on_primary", 18)
        put_icon(self.file, "person", pixels=18)
        acts = act_row(self.file, self.lend, self.hand, self.supervise, self.write, back=self.back)
        who = QHBoxLayout()
        who.addWidget(self.name, 1)
        who.addWidget(self.access)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(acts)
        column.addLayout(who)
        for part in (self.about, self.warning, self.reading):
            column.addWidget(part)
        column.addWidget(self._veil, 1)
        column.addWidget(self.empty, 1)
        column.addStretch()
