"""What is done on a sheet: each act is on disk when it is shown, and can be taken back."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from desktop.errors import DeskError
from desktop.i18n import tr, trn
from desktop.rights import Permission
from desktop.services.walk_ins import Candidate
from desktop.views.attendance.past import Act, Past
from desktop.views.attendance.sheet_pane import SheetPane
from desktop.views.shared.discretion import discretion
from desktop.views.shared.shell import Shell
from desktop.vocabulary import AttendanceStatus


class SheetActs(QObject):
    """Marks the sheet of a pane, and remembers how to undo it."""

    changed = Signal(str)  # code of the session

    def __init__(self, shell: Shell, pane: SheetPane) -> None:
        super().__init__(pane)
        self.shell, self._pane = shell, pane
        self._attendance = shell.centre.attendance
        self._may = shell.centre.desk.may(Permission.MARK_ATTENDANCE)
        self._past = Past()

    def open(self, code: str) -> None:
        """Show a sheet ready to mark; what was done on another one can no longer be undone here."""
        self._past = Past()
        self._pane.say(None)
        self._pane.code = ""
        self.read(code)

    def read(self, code: str) -> None:
        """Show a sheet as it stands in the file; the cursor stays on its line."""
        line = self._pane.line() if code == self._pane.code else None
        try:
            sheet = self._attendance.open_sheet(code)
        except DeskError as refusal:
            self._pane.say(refusal)
            return
        self._pane.show_sheet(sheet, may_mark=self._may)
        self._pane.letters.undo.setEnabled(bool(self._past.acts))
        self._pane.go_to(line.attendance_id if line else None)

    @Slot(object)
    def mark(self, status: AttendanceStatus | None) -> None:
        """Mark the current line, and move on to the next."""
        pane, line = self._pane, self._pane.line()
        if line is None or self._pane.attempt(lambda: self._attendance.mark(line.attendance_id, status)) is None:
            return
        row = pane.sheet.currentIndex().row()
        pane.table.change_line(row, replace(line, status=status))
        pane.count()
        self._remember(Act(lambda: self._attendance.mark(line.attendance_id, line.status), line.attendance_id))
        pane.sheet.selectRow(min(row + 1, pane.table.rowCount() - 1))
        self.changed.emit(pane.code)

    @Slot()
    def fill(self) -> None:
        """Mark every unmarked line present; the marks made before stay."""
        code = self._pane.code
        done = self._pane.attempt(lambda: self._attendance.fill_unmarked(code))
        if done is None:
            return
        (filled,) = done
        if not filled.count:
            self.shell.toast(tr("Everybody was marked already."))
            return
        act = self._remember(Act(lambda: self._attendance.undo_fill(filled.act)))
        self._show_again(trn("{n} person marked present.", "{n} people marked present.", filled.count), act)

    @Slot(object)
    def take(self, candidate: Candidate) -> None:
        """Mark somebody present whom a name or code led to."""
        table, code = self._pane.table, self._pane.code
        former = next((one.status for one in table.lines() if one.attendance_id == candidate.line), None)
        done = self._pane.attempt(lambda: self._attendance.walk_in(code, candidate.code))
        if done is not None:
            (line,) = done
            act = self._remember(Act(lambda: self._attendance.mark(line, former), line))
            self._show_again(tr("{name} is marked present.", name=discretion.shown(candidate.name)), act)

    @Slot()
    def add_nameless(self) -> None:
        """Mark somebody present who gives no name."""
        code = self._pane.code
        done = self._pane.attempt(lambda: self._attendance.add_anonymous(code))
        if done is None:
            return
        (label,) = done
        self.read(code)
        line = next(one for one in self._pane.table.lines() if one.anonymous and one.name == label)
        act = self._remember(Act(lambda: self._attendance.mark(line.attendance_id, None), line.attendance_id))
        words = tr("Number {label} is marked present. Write it on their paper to join it to a name later.", label=label)
        self._show_again(words, act)

    @Slot()
    def take_back(self) -> None:
        """Take back the last act."""
        self._undo(self._past.take())

    def _undo(self, act: Act | None) -> None:
        if act is not None and self._pane.attempt(act.undo) is not None:
            self.read(self._pane.code)
            if act.line:
                self._pane.go_to(act.line)
            self.changed.emit(self._pane.code)

    def _remember(self, act: Act) -> Act:
        self._past.add(act)
        self._pane.letters.undo.setEnabled(True)
        return act

    def _show_again(self, words: str, act: Act) -> None:
        past = self._past
        self.read(self._pane.code)
        self.shell.toast(words, lambda: self._undo(past.take(act)))
        self.changed.emit(self._pane.code)
