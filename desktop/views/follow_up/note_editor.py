"""Where a note is written: kept as a draft by itself, signed once, then only added to."""

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.cases import CaseLine, NoteContent
from desktop.services.drafts import DraftContent, DraftLine
from desktop.views.follow_up.draft_keeper import DraftKeeper
from desktop.views.follow_up.note_sheet import NoteSheet
from desktop.views.follow_up.words import FREE
from desktop.views.shared.shell import Shell

_BLANK = NoteContent(kind=FREE, title="", text="")


class NoteEditor(NoteSheet):
    """Writes one note of one case."""

    left = Signal()
    signed = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._case: UUID | None = None
        self._addendum_to: UUID | None = None
        self.keeper = DraftKeeper(shell.centre.drafts, self.content, self)
        self.form.changed.connect(self.keeper.touch)
        self.keeper.kept.connect(self.say_kept)
        self.keeper.failed.connect(self.refuse)
        self.back.clicked.connect(self.leave)
        self.discard.clicked.connect(self._throw_away)
        self.sign.clicked.connect(self._sign)

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
        self.judge()

    @Slot()
    def _sign(self) -> None:
        if self._case is None:
            return
        try:
            self._shell.centre.cases.write_note(
                self._case, self.form.content(), self._addendum_to, draft=self.keeper.draft
            )
        except DeskError as refusal:
            self.refuse(refusal)
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
            self.refuse(refusal)
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
