"""The sheet of one service: read-only until *Change*, for those who may change the directory."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.directory import ServiceEntry
from desktop.views.directory.service_fields import ServiceFields
from desktop.views.directory.services_table import checked_words
from desktop.views.shared.acts import act_row
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.shell import Shell


class ServiceSheet(QWidget):
    """Where, when, whom and how much; corrected, checked or taken out, each with a way back."""

    left = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None, *, may_edit: bool) -> None:
        super().__init__(parent)
        self._shell, self._directory, self._may = shell, shell.centre.directory, may_edit
        self.entry = ServiceEntry(code="", organisation="", name="")
        self.writing = False
        self.title = text_label(look="heading", wrap=True, parent=self)
        self.checked = text_label(look="muted", wrap=True, parent=self)
        self.fields = ServiceFields(self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.back, self.change = QPushButton(tr("Back to the &list"), self), QPushButton(tr("&Change"), self)
        self.verify, self.retire = QPushButton(tr("Still &right today"), self), QPushButton(tr("&Withdraw"), self)
        self.save, self.give_up = QPushButton(tr("&Save"), self), QPushButton(tr("Leave as it was"), self)
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.change.clicked.connect(self.write)
        self.verify.clicked.connect(self._verify)
        self.retire.clicked.connect(self._retire)
        self.save.clicked.connect(self._save)
        self.give_up.clicked.connect(self._leave)
        self.setFocusProxy(self.back)

    def show_service(self, entry: ServiceEntry) -> None:
        """Show a service, read-only."""
        self.entry = entry
        self.fields.show_service(entry)
        self.title.setText(entry.name or tr("A new service"))
        by = tr(", by {name}", name=entry.verified_by) if entry.verified_by else ""
        self.checked.setText(checked_words(entry) + by if entry.code else "")
        self._let_write(writing=False)

    @Slot()
    def write(self) -> None:
        """Let the fields be changed."""
        self._let_write(writing=True)
        self.fields.setFocus()

    @Slot()
    def _save(self) -> None:
        if not self.writing:
            return
        before, typed = self.entry, self.fields.typed()
        try:
            code = before.code or self._directory.add(typed)
            if before.code:
                self._directory.change(typed)
            self.show_service(self._directory.service(code))
        except DeskError as refusal:
            self.refusal.setText(refusal.explain())
            self.refusal.show()
            return
        self.change.setFocus()
        self._shell.toast(
            tr("{name} is kept.", name=typed.name),
            (lambda: self._take_back(before)) if before.code else (lambda: self._directory.retire(code)),
        )

    def _take_back(self, before: ServiceEntry) -> None:
        try:
            self._directory.change(replace(before, version_id=self._directory.service(before.code).version_id))
            self.show_service(self._directory.service(before.code))
        except DeskError as refusal:
            self._shell.explain(refusal)

    @Slot()
    def _verify(self) -> None:
        before = self.entry
        try:
            self._directory.verify(before.code)
            self.show_service(self._directory.service(before.code))
        except DeskError as refusal:
            self._shell.explain(refusal)
            return
        self._shell.toast(tr("{name} was checked today.", name=before.name), lambda: self._take_back(before))

    @Slot()
    def _retire(self) -> None:
        entry = self.entry
        try:
            self._directory.retire(entry.code)
        except DeskError as refusal:
            self._shell.explain(refusal)
            return
        said = tr("{name} is out of the directory. Letters that name it keep it.", name=entry.name)
        self._shell.toast(said, lambda: self._directory.bring_back(entry.code))
        self.left.emit()

    @Slot()
    def _leave(self) -> None:
        if self.entry.code:
            self.show_service(self.entry)
            self.change.setFocus()
        else:
            self.left.emit()

    def _let_write(self, *, writing: bool) -> None:
        self.writing = writing
        self.fields.let_write(writing=writing)
        for button in (self.change, self.verify, self.retire):
            button.setVisible(self._may and not writing)
        for button in (self.save, self.give_up):
            button.setVisible(writing)
        self.back.setVisible(not writing)
        self.refusal.hide()

    def _lay_out(self) -> None:
        self.save.setObjectName("primary")
        for button, sign in ((self.back, "chevron_left"), (self.change, "edit"), (self.verify, "check")):
            put_icon(button, sign)
        QShortcut(QKeySequence.StandardKey.Save, self).activated.connect(self._save)
        acts = act_row(self.retire, self.verify, self.change, self.give_up, self.save, back=self.back)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(scroll.focusPolicy().NoFocus)
        self.fields.setObjectName("scrolled")
        scroll.setWidget(self.fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(acts)
        column.addWidget(self.title)
        column.addWidget(self.checked)
        column.addWidget(self.refusal)
        column.addWidget(scroll, 1)
