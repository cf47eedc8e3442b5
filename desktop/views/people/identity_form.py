"""The identity of somebody: read-only until *Change*, each field checked when it is left."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.people import PersonFile
from desktop.services.person_changes import PersonChange, PersonChangeService
from desktop.views.people.birth_line import birth_words
from desktop.views.people.identity_fields import IdentityFields
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label


class IdentityForm(QWidget):
    """Shows what a file says of somebody, and lets it be corrected."""

    began, ended = Signal(), Signal()  # somebody writes; they saved, or left the file as it was
    saved = Signal(object)  # PersonChange that brings the former words back, or None where none can

    def __init__(self, changes: PersonChangeService, parent: QWidget | None = None, *, may_change: bool) -> None:
        super().__init__(parent)
        self._changes, self._may = changes, may_change
        self._file: PersonFile | None = None
        self.seen_version = 0  # of the file that is typed over
        self.writing = False
        self.fields = IdentityFields(self._check_birth, self._check_phone, self)
        self.change, self.save = QPushButton(tr("&Change"), self), QPushButton(tr("&Save"), self)
        self.leave = QPushButton(tr("Leave as it was"), self)
        self.kept = text_label(look="muted", wrap=True, parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        _lay_out(self)
        self.change.clicked.connect(self.write)
        self.save.clicked.connect(self._save)
        self.leave.clicked.connect(self.give_up)
        self.fields.birth.textEdited.connect(self._say_birth)
        for field in self.fields.edits():
            field.returnPressed.connect(self._save)
        self.setFocusProxy(self.change)

    def show_file(self, file: PersonFile) -> None:
        """Show a file as it stands, read-only."""
        self._file, self.seen_version = file, file.version_id
        self.fields.show_file(file)
        self._let_write(writing=False)

    def resume(self, seen_version: int, change: PersonChange) -> None:
        """Go on with what was typed over an earlier version, so that a change of a colleague since is not lost."""
        self.seen_version = seen_version
        self.fields.show_change(change)
        self._say_birth(self.fields.birth.text())
        self._let_write(writing=True)
        self.began.emit()

    def typed(self) -> PersonChange:
        """Give what stands in the form."""
        return self.fields.typed(birth=self.fields.birth_changed())

    @Slot()
    def write(self) -> None:
        """Let the fields be changed."""
        # The field is entered before the button goes: Qt would hand its focus to the far end of the file.
        self.fields.let_write(writing=True)
        self.fields.given.setFocus()
        self.fields.given.selectAll()
        self._let_write(writing=True)
        self.began.emit()

    @Slot()
    def give_up(self) -> None:
        """Show again what the file says."""
        if self._file is not None:
            self.ended.emit()
            _turn_to(self.change)
            self.show_file(self._file)

    @Slot()
    def _save(self) -> None:
        if self._file is None or not self.writing:
            return
        file, change = self._file, self.typed()
        try:
            self._changes.change(file.summary.code, self.seen_version, change)
        except DeskError as refusal:
            self._refuse(refusal)
            return
        _turn_to(self.change)
        self._let_write(writing=False)
        self.ended.emit()
        self.saved.emit(_as_it_was(file) if change.birth is None else None)

    def _refuse(self, refusal: DeskError) -> None:
        """Say a refusal under the field it is about, or under the form."""
        field = self.fields.field_of(refusal)
        if field is not None:
            field.refuse(refusal)
            field.setFocus()
            return
        self.refusal.setText(refusal.explain())
        self.refusal.show()

    def _let_write(self, *, writing: bool) -> None:
        self.writing = writing
        self.setFocusProxy(self.fields if writing else self.change)
        self.fields.let_write(writing=writing)
        self.change.setVisible(self._may and not writing)
        self.save.setVisible(writing)
        self.leave.setVisible(writing)
        self.kept.clear()
        self.kept.setVisible(writing)
        self.refusal.hide()

    def _check_birth(self, said: str) -> None:
        if self.writing and self.fields.birth_changed():
            self._changes.read_birth(said)

    def _check_phone(self, said: str) -> None:
        if self.writing and said != ((self._file.phone if self._file else "") or ""):
            self._changes.read_phone(said)

    @Slot(str)
    def _say_birth(self, said: str) -> None:
        """Say at every key what the typed words mean; what means nothing yet is refused only when the field is left."""
        try:
            birth = self._changes.read_birth(said)
        except DeskError:
            self.fields.meaning.clear()
        else:
            age = birth.age_on(datetime.now(tz=UTC).date())
            self.fields.meaning.setText(birth_words(birth.min, birth.max, age))


def _turn_to(button: QPushButton) -> None:
    """Enter a button before the others go, as `write` enters a field."""
    button.show()
    button.setFocus()


def _lay_out(form: IdentityForm) -> None:
    put_icon(form.change, "edit")
    form.save.setObjectName("primary")
    QShortcut(QKeySequence.StandardKey.Save, form).activated.connect(form.save.click)
    row = QHBoxLayout()
    row.addWidget(text_label(tr("Identity"), "heading", parent=form), 1)
    for button in (form.change, form.leave, form.save):
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
    column = QVBoxLayout(form)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    column.addLayout(row)
    for part in (form.fields, form.kept, form.refusal):
        column.addWidget(part)


def _as_it_was(file: PersonFile) -> PersonChange:
    return PersonChange(
        given_names=file.summary.given_names,
        family_name=file.summary.family_name,
        sex=file.summary.sex,
        birth=None,
        nationality=file.nationality or "",
        languages=file.summary.languages,
        phone=file.phone or "",
    )
