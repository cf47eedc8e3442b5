"""The files that are read as this person, each to be parted again, and the way to one more."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop.errors import DeskError
from desktop.formats import short_date
from desktop.i18n import tr
from desktop.rights import Permission
from desktop.services.merging import MergedFile
from desktop.views.people.merge_form import MergeForm
from desktop.views.shared.card import Card
from desktop.views.shared.labels import NameLabel, text_label
from desktop.views.shared.shell import Shell


class MergedCard(Card):
    """Merging and parting are both undone from the toast; only whoever may correct files sees it."""

    changed = Signal(str)  # the code of the file to show now

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(tr("One person, several files"), parent)
        self._shell, self._code = shell, ""
        self._may = shell.centre.desk.may(Permission.EDIT_PEOPLE)
        self.parting: dict[str, QPushButton] = {}
        self._files: QWidget | None = None
        self.begin = QPushButton(tr("These two files are the same person…"), self)
        self.form = MergeForm(shell, self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        for part in (self.refusal, self.form, self.begin):
            self.column.addWidget(part)
        self.column.setAlignment(self.begin, Qt.AlignmentFlag.AlignLeft)
        self.close_form()
        self.begin.clicked.connect(self._begin)
        self.form.left.connect(self._leave)
        self.form.agreed.connect(self._merge)

    def show_person(self, code: str) -> None:
        """Show the files of somebody; a form that is open about another person closes."""
        self.setVisible(self._may)
        if not self._may:
            return
        changed, self._code = code != self._code, code
        self._show_files(self._shell.centre.merging.merged(code))
        if changed:
            self.close_form()

    def give_up(self) -> bool:
        """Close the form where it is open, and say whether it was."""
        was_open = not self.form.isHidden()
        if was_open:
            self._leave()
        return was_open

    def close_form(self) -> None:
        """Leave the files as they are."""
        self.form.hide()
        self.refusal.hide()
        self.begin.show()

    @Slot()
    def _begin(self) -> None:
        self.begin.hide()
        self.refusal.hide()
        self.form.ask(self._code)
        self.form.show()
        self.form.setFocus()

    @Slot()
    def _leave(self) -> None:
        self.close_form()
        self.begin.setFocus()

    @Slot(str, str)
    def _merge(self, kept: str, absorbed: str) -> None:
        merging, shown = self._shell.centre.merging, self._code
        try:
            merging.merge(kept, absorbed)
        except DeskError as refusal:
            self.form.refuse(refusal)
            return
        self.close_form()
        self._say(kept, tr("The two files are one from now on."), lambda: merging.unmerge(absorbed), shown)

    def _part(self, code: str) -> None:
        merging, shown = self._shell.centre.merging, self._code
        try:
            merging.unmerge(code)
        except DeskError as refusal:
            self.refusal.setText(refusal.explain())
            self.refusal.show()
            return
        self._say(shown, tr("The two files are apart again."), lambda: merging.merge(shown, code), shown)

    def _say(self, code: str, words: str, back: Callable[[], object], former: str) -> None:
        """Show a file and say what was done; `back` undoes it and leads to the file shown before."""

        def undo() -> None:
            try:
                back()
            except DeskError as refusal:
                self._shell.explain(refusal)
            self.changed.emit(former)

        self.changed.emit(code)
        self._shell.toast(words, undo)

    def _show_files(self, files: list[MergedFile]) -> None:
        if self._files is not None:
            self.column.removeWidget(self._files)
            self._files.setParent(None)
            self._files.deleteLater()
        self._files = QWidget(self)
        self.column.insertWidget(1, self._files)
        grid = QGridLayout(self._files)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        self.parting = {}
        for row, file in enumerate(files):
            button = self.parting[file.code] = QPushButton(tr("Part again"), self._files)
            button.setAccessibleDescription(file.code)
            button.clicked.connect(lambda _=False, code=file.code: self._part(code))
            grid.addWidget(NameLabel(file.name or tr("No name yet"), "strong", self._files), 2 * row, 0)
            grid.addWidget(text_label(_since(file), "muted", wrap=True, parent=self._files), 2 * row + 1, 0)
            grid.addWidget(button, 2 * row, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self._files.setVisible(bool(files))


def _since(file: MergedFile) -> str:
    if file.merged_at is None:
        return file.code
    day = short_date(file.merged_at.astimezone().date())
    return tr("{code}, read as this file since {day}", code=file.code, day=day)
