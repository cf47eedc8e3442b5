"""The first page: what the day asks of whoever is signed in."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QScrollArea
from shiboken6 import isValid

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.rights import Permission
from desktop.views.shared.labels import text_label
from desktop.views.shared.last_answer import LastAnswer
from desktop.views.shared.page import PageView
from desktop.views.shared.shell import Shell
from desktop.views.shared.sides import Sides
from desktop.views.shared.turns import in_turns
from desktop.views.today.backup_card import BackupCard
from desktop.views.today.due_card import DueCard
from desktop.views.today.house_card import HouseCard
from desktop.views.today.sessions_card import SessionsCard

MINUTE_MS = 60_000

DayCard = SessionsCard | DueCard | HouseCard | BackupCard


class TodayView(PageView):
    """Parts of the day; each is there only for those with its right."""

    shortcuts = (("M", mark("Open the sheet of the chosen session")),)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        may = shell.centre.desk.may
        self.notice = text_label(look="notice", wrap=True, parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.sessions = SessionsCard(shell, self) if may(Permission.SEE_WEEK) else None
        self.due = DueCard(shell, self) if DueCard.concerns(shell) else None
        self.house = HouseCard(shell, self) if may(Permission.SEE_HOUSE) else None
        self._warnings = LastAnswer(shell.tasks, self, done=self._warn, refused=self._refuse)
        beside = [card for card in (self.due, self.house) if card is not None]
        for card in beside:
            card.refused.connect(self._refuse)
        self._beside = (self._warnings, *(card.reading for card in beside))
        self.backup = BackupCard(shell, self) if may(Permission.KEEP_BACKUPS) else None
        parts = (self.sessions, self.due, self.house, self.backup)
        self.cards: list[DayCard] = [card for card in parts if card is not None]
        self._lay_out()
        self._readings = 0
        self._waiting = 0
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self.look_again)
        self._minute.start()
        self.refresh()

    @Slot()
    def look_again(self) -> None:
        """Read the day again while it is looked at: hours pass, and midnight too."""
        if self.isVisible():
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read every part again, each in a turn of its own; the focus and what is chosen stay."""
        self._readings += 1
        reading, parts = self._readings, [*(card.refresh for card in self.cards), self._look_for_trouble]
        self._waiting = len(parts)
        self.refusal.hide()

        def goes_on() -> bool:
            return isValid(self) and self._shell.centre.is_open and reading == self._readings

        in_turns(goes_on, *(partial(self._read, part) for part in parts))

    def is_whole(self) -> bool:
        """Say whether every part was read."""
        return not self._waiting and all(reading.is_here for reading in self._beside)

    def _read(self, part: Callable[[], None]) -> None:
        self._waiting -= 1
        try:
            part()
        except DeskError as refusal:
            self._refuse(refusal)

    @Slot(object)
    def _refuse(self, refusal: DeskError) -> None:
        self.refusal.setText(refusal.explain())
        self.refusal.show()

    def _look_for_trouble(self) -> None:
        """Ask beside the screen: a disk that sleeps or is far away takes its time to say what lies on it."""
        self._warnings.ask(self._read_warnings)

    def _read_warnings(self) -> list[str]:
        care = self._shell.centre.care
        return care.warnings(care.other_disk() if self.backup is not None else None)

    def _warn(self, warnings: list[str]) -> None:
        self.notice.setText("\n".join(warnings))
        self.notice.setVisible(bool(warnings))

    def _lay_out(self) -> None:
        inside = Sides(860, self)
        if self.sessions is not None:
            inside.row.addWidget(self.sessions, 3)
        inside.add_column([card for card in self.cards if card is not self.sessions], 2)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        for label in (self.refusal, self.notice):
            label.hide()
            self.column.addWidget(label)
        self.column.addWidget(scroll, 1)
        if self.cards:
            self.setFocusProxy(self.cards[0])
