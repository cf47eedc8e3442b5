"""Where a note is written: kept as a draft by itself, signed once, then only added to."""

from datetime import UTC, datetime
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.formats import clock
from desktop.i18n import tr
from desktop.services.cases import CaseLine, NoteContent
from desktop.services.drafts import DraftContent, DraftLine
from desktop.views.follow_up.draft_keeper import DraftKeeper
from desktop.views.follow_up.note_form import NoteForm
from desktop.views.follow_up.veil import Veil
from desktop.views.follow_up.words import FREE
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import NameLabel, text_label
from desktop.views.shared.shell import Shell

_BLANK = NoteContent(kind=FREE, title="", text="")


class NoteEditor(QWidget):
    """Writes one note of one case."""

    left = Signal()
    signed = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._case: UUID | None = None
        self._addendum_to: UUID | None = None
        self.back = QPushButton(tr("Keep for &later"), self)
        self.discard = QPushButton(tr("Throw the draft &away"), self)
        self.sign = QPushButton(tr("&Sign the note"), self)
        self.sign.setObjectName("primary")
        self.name = NameLabel(look="heading", parent=self)
        self.kept = text_label(look="muted", wrap=True, parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.form = NoteForm(self)
        self.keeper = DraftKeeper(shell.centre.drafts, self.content, self)
        self._lay_out()
        self.form.changed.connect(self.keeper.touch)
        self.form.changed.connect(self._judge)
        self.keeper.kept.connect(self._say_kept)
        self.keeper.failed.connect(self._refuse)
        self.back.clicked.connect(self.leave)
        self.discard.clicked.connect(self._throw_away)
        self.sign.clicked.connect(self._sign)
        self.setFocusProxy(self.form)

    def write_in(self, line: CaseLine, addendum_to: UUID | None = None) -> None:
        """Begin a note in a case, or an addition to one of its notes."""
        self._open(line.id, line.name or line.person_code, addendum_to, _BLANK)
        self.keeper.begin(None)

    def go_on(self, draft: DraftLine, name: str) -> None:
        """Go on with a draft."""
        self._open(draft.content.case, name, draft.content.addendum_to, draft.content.note)
        self.keeper.begin(draft.id)

    def content(self) -> DraftContent:
        """Give what is being written, with the case it is for.

        Raises:
            ValueError: nothing is being written.
        """
        if self._case is None:
            raise ValueError("no note is being written")
        return DraftContent(case=self._case, note=self.form.content(), addendum_to=self._addendum_to)

    def put_away(self) -> None:
        """Keep what is written, then forget it here."""
        if self._case is not None:
            self.keeper.keep()
        self.wipe()

    def wipe(self) -> None:
        """Forget every word."""
        self.keeper.rest()
        self.form.wipe()
        self.name.name_somebody("")
        self._case = self._addendum_to = None

    @Slot()
    def leave(self) -> None:
        """Keep the draft and go back."""
        self.put_away()
        self.left.emit()

    def _open(self, case: UUID, name: str, addendum_to: UUID | None, content: NoteContent) -> None:
        self.wipe()
        self._case, self._addendum_to = case, addendum_to
        self.name.name_somebody(name)
        self.form.show_content(content, addendum=addendum_to is not None)
        self.refusal.hide()
        self.kept.setText(tr("Kept by itself every few seconds, for you alone. Signed, it no longer changes."))
        self._judge()

    @Slot()
    def _judge(self) -> None:
        blank = self.form.content().is_blank
        self.sign.setEnabled(not blank)
        self.sign.setToolTip(tr("Write something first.") if blank else "")

    @Slot()
    def _sign(self) -> None:
        if self._case is None:
            return
        try:
            self._shell.centre.cases.write_note(
                self._case, self.form.content(), self._addendum_to, draft=self.keeper.draft
            )
        except DeskError as refusal:
            self._refuse(refusal)
            return
        self.wipe()
        self._shell.toast(tr("The note is signed and sealed."))
        self.signed.emit()

    @Slot()
    def _throw_away(self) -> None:
        content, case, addendum = self.form.content(), self._case, self._addendum_to
        try:
            if self.keeper.draft is not None:
                self._shell.centre.drafts.discard(self.keeper.draft)
        except DeskError as refusal:
            self._refuse(refusal)
            return
        self.wipe()
        if case is not None and not content.is_blank:
            self._shell.toast(tr("The draft is thrown away."), lambda: self._bring_back(case, content, addendum))
        self.left.emit()

    def _bring_back(self, case: UUID, content: NoteContent, addendum: UUID | None) -> None:
        try:
            self._shell.centre.drafts.save(DraftContent(case=case, note=content, addendum_to=addendum))
        except DeskError as refusal:
            self._shell.explain(refusal)
        self.left.emit()

    @Slot()
    def _say_kept(self) -> None:
        at = datetime.now(tz=UTC).astimezone().time()
        self.refusal.hide()
        self.kept.setText(tr("Draft kept at {time}, for you alone. Signed, it no longer changes.", time=clock(at)))

    @Slot(object)
    def _refuse(self, refusal: DeskError) -> None:
        self.refusal.setText(refusal.explain())
        self.refusal.show()

    def _lay_out(self) -> None:
        put_icon(self.back, "chevron_left")
        put_icon(self.sign, "lock", "on_primary", 18)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch()
        head.addWidget(self.discard)
        head.addWidget(self.sign)
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
        column.addLayout(head)
        for part in (self.name, self.kept, self.refusal):
            column.addWidget(part)
        column.addWidget(Veil(scroll, self), 1)
        self.refusal.hide()
