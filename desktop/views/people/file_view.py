"""The file of a person: what the reader may see of it, and nothing else."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.rights import Permission
from desktop.services.missing import MISSING_WORDS
from desktop.services.people import PersonFile
from desktop.services.person_changes import PersonChange
from desktop.views.people.consents_card import ConsentsCard
from desktop.views.people.identity_form import IdentityForm
from desktop.views.people.keeping import FileKeeping
from desktop.views.people.merged_card import MergedCard
from desktop.views.people.stays_card import StaysCard
from desktop.views.people.timeline_card import TimelineCard
from desktop.views.shared.acts import act_row
from desktop.views.shared.card import Card
from desktop.views.shared.discretion import discretion
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.shell import Shell
from desktop.views.shared.sides import Sides


class FileView(QWidget):
    """Shows one person; each part stays away from whoever has no right to it."""

    left = Signal()
    named = Signal(str)  # the name for the header

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self.code = self.name = ""
        self._may_change = may = shell.centre.desk.may(Permission.EDIT_PEOPLE)
        self.back = QPushButton(tr("Back to the &list"), self)
        self.about = text_label(look="muted", parent=self)
        self.refer = QPushButton(tr("Re&fer…"), self)
        self.refer.setVisible(shell.centre.desk.may(Permission.REFER))
        self.worry = QPushButton(tr("Raise a &worry"), self)
        self.missing = text_label(look="notice", wrap=True, parent=self)
        self.form = IdentityForm(shell.centre.person_changes, self, may_change=may)
        self.keeping = FileKeeping(shell.centre.file_drafts, self.form)
        self.stays = StaysCard(shell, self)
        self.consents, self.timeline = ConsentsCard(shell, self), TimelineCard(shell, self)
        self.merged = MergedCard(shell, self)
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.refer.clicked.connect(lambda: shell.go_to("referrals", self.code))
        self.worry.clicked.connect(lambda: shell.raise_worry(f"{self.name} ({self.code}): "))
        self.form.saved.connect(self._saved)
        self.stays.changed.connect(self.refresh_parts)
        self.consents.changed.connect(self.refresh_parts)
        self.stays.opened.connect(self._bring_into_sight)
        self.consents.opened.connect(self._bring_into_sight)
        self.merged.changed.connect(self.show_person)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        ).activated.connect(self._escape)
        self.setFocusProxy(self.form)

    def show_person(self, code: str) -> None:
        """Show the file a code leads to.

        Raises:
            NotFound: no person has this code, or none the reader may see.
        """
        file = self.shell.centre.people.file(code)
        self.code, self.name = file.summary.code, file.summary.name
        self.named.emit(discretion.shown(file.summary.name) or tr("No name yet"))
        self.missing.setText(
            tr("Still missing: {what}", what=", ".join(tr(MISSING_WORDS[one]) for one in file.missing))
        )
        self.missing.setVisible(bool(file.missing))
        self.form.show_file(file)
        if self._may_change:
            self.keeping.resume(self.code)
        self._show_parts(file)

    @Slot()
    def refresh_parts(self) -> None:
        """Read again what stands beside the identity; what is being typed there stays."""
        self._show_parts(self.shell.centre.people.file(self.code))

    def _show_parts(self, file: PersonFile) -> None:
        self.about.setText(_about(file))
        self.stays.show_person(self.code, child=file.summary.child)
        self.consents.show_person(self.code, file.summary.id)
        self.timeline.show_person(self.code)
        self.merged.show_person(self.code)

    def _saved(self, former: PersonChange | None) -> None:
        self.show_person(self.code)
        self.shell.toast(tr("The file is saved."), self._back_to(former) if former else None)

    def _back_to(self, former: PersonChange) -> Callable[[], None]:
        code, version = self.code, self.shell.centre.people.file(self.code).version_id

        def undo() -> None:
            try:
                self.shell.centre.person_changes.change(code, version, former)
            except DeskError as refusal:
                self.shell.explain(refusal)
            self.show_person(code)

        return undo

    @Slot(QWidget)
    def _bring_into_sight(self, form: QWidget) -> None:
        # Once the form has its place: a small window shows it far below the identity.
        QTimer.singleShot(0, form, lambda: self._scroll.ensureWidgetVisible(form))

    def _escape(self) -> None:
        if self.form.writing:
            self.form.give_up()
        elif not (self.stays.give_up() or self.consents.give_up() or self.merged.give_up()):
            self.left.emit()

    def _lay_out(self) -> None:
        put_icon(self.back, "chevron_left")
        put_icon(self.refer, "send")
        put_icon(self.worry, "concern")
        inside = Sides(800, self)
        inside.row.setContentsMargins(0, 0, 8, 0)
        identity = Card("", inside)
        identity.column.addWidget(self.form)
        inside.add_column((self.missing, identity, self.consents), 3)
        inside.add_column((self.stays, self.timeline, self.merged), 2)
        scroll = self._scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(act_row(self.worry, self.refer, back=self.back))
        column.addWidget(self.about)
        column.addWidget(scroll, 1)


def _about(file: PersonFile) -> str:
    where = tr("In the house") if file.summary.in_house else tr("Left")
    return f"{file.summary.code} · {where}"
