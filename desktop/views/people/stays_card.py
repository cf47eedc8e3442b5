"""The stays of somebody and their bed, with what reception does there: give a bed, write an exit down."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.centre import Centre
from desktop.errors import DeskError, NotAllowed, NotFound
from desktop.i18n import tr
from desktop.rights import Permission
from desktop.services.bed_choices import OtherLodger
from desktop.services.person_page import StayLine
from desktop.views.people.bed_form import BedForm
from desktop.views.people.ended_acts import EndedActs
from desktop.views.people.exit_form import ExitForm
from desktop.views.people.file_lines import stay_line
from desktop.views.shared.card import Card
from desktop.views.shared.flow import Flow
from desktop.views.shared.shell import Shell


class StaysCard(Card):
    """One form is open at a time; whatever it writes is undone from the toast."""

    changed = Signal()  # a bed or a stay is other than it was
    opened = Signal(QWidget)  # the form that somebody fills in now, or what in it cannot be

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(tr("Stays and bed"), parent)
        self._shell, self._code, self._child = shell, "", False
        self._stay: StayLine | None = None
        self._may = shell.centre.desk.may(Permission.RUN_HOUSE)
        self.acts = QWidget(self)
        self.change_bed = QPushButton(self.acts)
        self.go = QPushButton(tr("Write an exit down…"), self.acts)
        row = Flow(self.acts)
        for button in (self.change_bed, self.go):
            row.addWidget(button)
        self.bed, self.exit = BedForm(self), ExitForm(self._read_exit, self)
        self.ended = EndedActs(shell, self)
        self.ended.changed.connect(self.changed)
        self._close()
        self.change_bed.clicked.connect(self._begin_bed)
        self.go.clicked.connect(self._begin_exit)
        self.bed.written.connect(self._write_bed)
        self.exit.written.connect(self._write_exit)
        for form in (self.bed, self.exit):
            form.left.connect(self._leave)

    def show_person(self, code: str, *, child: bool) -> None:
        """Show the stays of somebody; a form that is open about another person closes."""
        try:
            stays = self._shell.centre.person_page.stays(code)
        except NotAllowed:
            self.hide()
            return
        self.show()
        changed, self._code, self._child = code != self._code, code, child
        self._stay = next((stay for stay in stays if stay.out_at is None), None)
        self.show_lines([stay_line(stay) for stay in stays], tr("No stay is written down."))
        for part in (self.acts, self.ended, self.bed, self.exit):
            self.column.addWidget(part)  # below the lines, which were just made anew
        self.ended.show_stay(stays[0] if self._may and stays and self._stay is None else None)
        has_bed = self._stay is not None and self._stay.bed is not None
        self.change_bed.setText(tr("Change the bed…") if has_bed else tr("Give a bed…"))
        if changed or self._stay is None:
            self._close()
        elif self.bed.isHidden() and self.exit.isHidden():
            self.acts.setVisible(self._may)

    def give_up(self) -> bool:
        """Leave the form that is open, and say whether there was one."""
        is_open = self.bed.isVisible() or self.exit.isVisible()
        if is_open:
            self._leave()
        return is_open

    @Slot()
    def _begin_bed(self) -> None:
        if self._stay is None:
            return
        choices = self._shell.centre.house.choices(self._stay.id)
        self.bed.begin(choices, has_bed=self._stay.bed is not None)
        self._open(self.bed)

    @Slot()
    def _begin_exit(self) -> None:
        self.exit.begin(self._shell.centre.stays.exit_reasons(), child=self._child)
        self._open(self.exit)

    def _open(self, form: QWidget) -> None:
        form.show()
        form.setFocus()  # before the buttons go: Qt would hand their focus to the far end of the file
        self.acts.hide()
        self.opened.emit(form)

    def _close(self) -> None:
        self.bed.hide()
        self.exit.hide()
        self.acts.setVisible(self._may and self._stay is not None)

    @Slot()
    def _leave(self) -> None:
        back = self.go if self.exit.isVisible() else self.change_bed
        self.acts.show()
        back.setFocus()
        self._close()

    @Slot()
    def _write_bed(self) -> None:
        if self._stay is None or not self.bed.save.isEnabled():
            return
        house, stay, chosen, at = self._shell.centre.house, self._stay, self.bed.chosen(), datetime.now(tz=UTC)
        why = self.bed.why.text().strip() or None
        moved = [stay.id]
        try:
            if isinstance(chosen, OtherLodger):
                house.swap(stay.id, chosen.stay, at, why)
                moved.append(chosen.stay)
            elif stay.bed is None:
                house.place(stay.id, chosen.id, at=at, why=why)
            else:
                house.transfer(stay.id, chosen.id, at=at, why=why)
        except DeskError as refusal:
            self.bed.refuse(refusal)
            return
        bed = chosen.bed if isinstance(chosen, OtherLodger) else chosen.label
        self._done(tr("Bed {bed} is theirs now.", bed=bed), lambda: house.take_back(moved, at), self.change_bed)

    @Slot()
    def _write_exit(self) -> None:
        at = self.exit.when_typed()
        if self._stay is None or at is None:
            return
        stay, form = self._stay.id, self.exit
        try:
            if not _write_down(self._shell.centre, stay, at, form):
                return
        except DeskError as refusal:
            self.opened.emit(form.refuse(refusal))
            return
        handed_over = form.asks_handover()
        stays = self._shell.centre.stays
        self._done(tr("The exit is written down, and the bed is free."), lambda: stays.reopen(stay, at), self.go)
        if handed_over:
            self.ended.show_sheet()

    def _done(self, words: str, take_back: Callable[[], object], back: QPushButton) -> None:
        def undo() -> None:
            try:
                take_back()
            except DeskError as refusal:
                self._shell.explain(refusal)
            self.changed.emit()

        self.acts.show()
        back.setFocus()
        self._close()
        self.changed.emit()
        self._shell.toast(words, undo)

    def _read_exit(self, typed: str) -> datetime:
        if self._stay is None:
            raise NotFound(code=self._code)
        return self._shell.centre.stays.read_exit(self._stay.id, typed)


def _write_down(centre: Centre, stay: UUID, at: datetime, form: ExitForm) -> bool:
    """Write the exit down by the procedure it asks for; says whether everything that was typed could be read."""
    reason, destination = form.reason.currentData(), form.destination.text().strip() or None
    if form.asks_handover():
        centre.departures.hand_over(stay, at, reason, form.handover.handover(), destination)
    elif form.asks_notice():
        notice = form.notice.notice()
        if notice is None:
            return False
        centre.departures.leave_with_notice(stay, at, reason, notice, destination)
    else:
        centre.stays.close(stay, at, reason, destination)
    return True
