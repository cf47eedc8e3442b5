"""Going between the list, a case and its notes; everything sealed is read beside the screen."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.cases import CaseFile
from desktop.services.drafts import DraftLine
from desktop.views.follow_up.opening_sheet import OpeningSheet
from desktop.views.follow_up.parts import Parts
from desktop.views.follow_up.standing import Standing, read_standing
from desktop.views.shared.shell import Shell


class CaseActs(QObject):
    """Reads and shows; writes nothing but the case that is opened and the keys that are renewed."""

    def __init__(self, shell: Shell, parts: Parts, rooms: Mapping[str, str]) -> None:
        super().__init__(parts)
        self._shell, self._parts, self._rooms = shell, parts, rooms
        self._names: dict[UUID, str] = {}
        parts.found.chosen.connect(self.show_case)
        parts.found.opening_asked.connect(self.ask_to_open)
        parts.found.banners.settle_asked.connect(self.settle)
        parts.found.banners.draft_asked.connect(self.go_on)
        parts.case.writing_asked.connect(self.write)
        parts.case.timeline.adding_asked.connect(self.write)
        for left in (parts.case.left, parts.tray.left):
            left.connect(self.back)
        for done in (parts.editor.left, parts.editor.signed):
            done.connect(self.written)

    @Slot()
    def refresh(self) -> None:
        """Read the list again, and the case that is open."""
        if self._parts.shows_case() and self._parts.case.line is not None:
            self.show_case(self._parts.case.line.id)
        read = self._shell.centre
        self._shell.tasks.run(self, lambda: read_standing(read), done=self._stand, refused=self._shell.explain)

    @Slot(object)
    def show_case(self, case: UUID) -> None:
        """Show a case; its notes follow once they are decrypted."""
        pane, cases = self._parts.case, self._shell.centre.cases
        try:
            line = cases.case(case)
        except DeskError as refusal:
            self._shell.explain(refusal)
            self.back()
            return
        pane.show_case(line, self._rooms.get(line.compartment, ""))
        self._parts.turn_to(pane)

        def show(file: CaseFile) -> None:
            if self._parts.shows_case() and pane.line is not None and pane.line.id == case:
                pane.show_file(file)

        self._shell.tasks.run(pane, lambda: cases.file(case), done=show, refused=self._shell.explain)

    @Slot()
    def back(self) -> None:
        """Go back to the list, and forget what was open."""
        self._parts.case.wipe()
        self._parts.wipe()
        self._parts.turn_to(self._parts.found)
        self.refresh()

    @Slot()
    def ask_to_open(self, typed: str = "") -> None:
        """Ask for whom a case is opened."""
        if not self._rooms:
            return
        centre = self._shell.centre
        sheet = OpeningSheet(centre, self._rooms, typed, self._parts)

        def opened(code: object) -> None:
            self.show_case(centre.cases.open_case(str(code), sheet.rooms.code()).id)

        sheet.person.picked.connect(lambda code: sheet.attempt(lambda: opened(code)))
        sheet.open()
        sheet.person.setFocus()

    @Slot()
    def write(self, addendum_to: UUID | None = None) -> None:
        """Write a note in the case that is open, or an addition to one of its notes."""
        line = self._parts.case.line
        if line is not None:
            self._parts.case.timeline.wipe()
            self._parts.editor.write_in(line, addendum_to)
            self._parts.turn_to(self._parts.editor)

    @Slot(object)
    def go_on(self, draft: DraftLine) -> None:
        """Go on with an unfinished note."""
        self._parts.editor.go_on(draft, self._names.get(draft.content.case, ""))
        self._parts.turn_to(self._parts.editor)

    @Slot()
    def written(self) -> None:
        """Go back to the case the note was written in, or to the list."""
        if self._parts.case.line is not None:
            self.show_case(self._parts.case.line.id)
        else:
            self.back()

    @Slot()
    def settle(self) -> None:
        """Renew every key that is due, in one act."""
        try:
            self._shell.centre.case_holders.settle()
        except DeskError as refusal:
            self._shell.explain(refusal)
        else:
            self._shell.toast(tr("The keys are renewed."))
        self.refresh()

    def _stand(self, standing: Standing) -> None:
        self._names = {line.id: line.name or line.person_code for line in standing.cases}
        self._parts.found.show_standing(standing)
