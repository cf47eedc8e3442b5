"""The fields of an identity, and how they are laid out."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.people import PersonFile
from desktop.services.person_changes import BirthUnclear, NameWithdrawn, PersonChange
from desktop.services.phones import PhoneUnclear
from desktop.views.people.birth_line import birth_words
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label
from desktop.vocabulary import SEX_WORDS, Sex

Check = Callable[[str], object]


class IdentityFields(QWidget):
    """One field for each thing a file says of somebody; `check` functions refuse what cannot be understood."""

    def __init__(self, check_birth: Check, check_phone: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.given, self.family, self.birth = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.nationality, self.languages, self.phone = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.sex = QComboBox(self)
        for sex, words in SEX_WORDS.items():
            self.sex.addItem(tr(words), sex.value)
        self._said_birth = ""
        self.meaning = text_label(look="muted", wrap=True, parent=self)
        family = Field(tr("Fa&mily name"), self.family, parent=self)
        birth = Field(tr("&Birth date or age"), self.birth, check=check_birth, parent=self)
        phone = Field(tr("Telepho&ne"), self.phone, check=check_phone, parent=self)
        self._refusing: dict[type[DeskError], Field] = {NameWithdrawn: family, BirthUnclear: birth, PhoneUnclear: phone}
        with_meaning = QVBoxLayout()
        with_meaning.setSpacing(4)
        with_meaning.addWidget(birth)
        with_meaning.addWidget(self.meaning)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Field(tr("&Given names"), self.given, parent=self), 0, 0)
        grid.addWidget(family, 0, 1)
        grid.addWidget(Field(tr("Se&x"), self.sex, parent=self), 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(with_meaning, 1, 1)
        grid.addWidget(Field(tr("Nat&ionality"), self.nationality, parent=self), 2, 0)
        grid.addWidget(Field(tr("Languag&es spoken"), self.languages, parent=self), 2, 1)
        grid.addWidget(phone, 3, 0)
        self.setFocusProxy(self.given)

    def edits(self) -> tuple[QLineEdit, ...]:
        """Give the fields one types into, in their order."""
        return self.given, self.family, self.birth, self.nationality, self.languages, self.phone

    def show_file(self, file: PersonFile) -> None:
        """Show what a file says."""
        said = (
            file.summary.given_names,
            file.summary.family_name,
            file.birth.said,
            file.nationality,
            file.summary.languages,
            file.phone,
        )
        for field, words in zip(self.edits(), said, strict=True):
            field.setText(words or "")
            field.setCursorPosition(0)
        self._said_birth = (file.birth.said or "").strip()
        self.sex.setCurrentIndex(self.sex.findData(file.summary.sex.value))
        self.meaning.setText(birth_words(file.birth.min, file.birth.max, file.summary.age))

    def show_change(self, change: PersonChange) -> None:
        """Show what was typed before; a birth that was not typed stays as it is shown."""
        said = (
            change.given_names,
            change.family_name,
            self.birth.text() if change.birth is None else change.birth,
            change.nationality,
            change.languages,
            change.phone,
        )
        for field, words in zip(self.edits(), said, strict=True):
            field.setText(words)
        self.sex.setCurrentIndex(self.sex.findData(change.sex.value))

    def let_write(self, *, writing: bool) -> None:
        """Let the fields be changed, or only be read; what was wrong with them is forgotten."""
        for field in self.edits():
            field.setReadOnly(not writing)
        self.sex.setEnabled(writing)
        for checked in self._refusing.values():
            checked.clear_refusal()

    def birth_changed(self) -> bool:
        """Say whether another birth is typed than the file says."""
        return self.birth.text().strip() != self._said_birth

    def typed(self, *, birth: bool) -> PersonChange:
        """Give what stands in the fields; without `birth` that one stays as it was said on its day."""
        return PersonChange(
            given_names=self.given.text(),
            family_name=self.family.text(),
            sex=Sex(self.sex.currentData()),
            birth=self.birth.text() if birth else None,
            nationality=self.nationality.text(),
            languages=self.languages.text(),
            phone=self.phone.text(),
        )

    def field_of(self, refusal: DeskError) -> Field | None:
        """Give the field a refusal is about."""
        return self._refusing.get(type(refusal))
