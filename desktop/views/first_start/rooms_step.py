"""The third step: the rooms of each site, their beds, and whom they lodge."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox

from desktop.errors import DeskError
from desktop.i18n import mark, tr, trn
from desktop.views.first_start.answers import Answers, RoomAnswer, SiteAnswer, usual_rooms
from desktop.views.first_start.checks import check_rooms
from desktop.views.first_start.lines import Line, Lines
from desktop.views.first_start.step import Step
from desktop.views.shared.background import BackgroundTasks
from desktop.views.shared.chips import Chips
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled
from desktop.vocabulary import ROOM_RULE_WORDS

_MOST_BEDS = 200


class RoomLine(Line):
    """A room: its name, its beds, whom it lodges, and whether a wheelchair comes in."""

    def __init__(self, room: RoomAnswer | None = None) -> None:
        super().__init__()
        room = room or RoomAnswer()
        self.name = QLineEdit(room.name, self)
        self.name.setAccessibleName(tr("Name of the room"))
        self.name.setPlaceholderText(tr("Name of the room"))
        self.beds = _BedBox(self, minimum=0, maximum=_MOST_BEDS, value=room.beds)
        self.beds.setAccessibleName(tr("Beds"))
        self.beds.setFixedWidth(scaled(112))
        self.rule = QComboBox(self)
        self.rule.setAccessibleName(tr("Whom the room lodges"))
        for rule, words in ROOM_RULE_WORDS.items():
            self.rule.addItem(tr(words), rule)
        self.rule.setCurrentIndex(list(ROOM_RULE_WORDS).index(room.rule))
        self.accessible = QCheckBox(tr("Accessible"), self)
        self.accessible.setToolTip(tr("A wheelchair comes in"))
        self.accessible.setChecked(room.accessible)
        self.row.addWidget(self.name, 1)
        for widget in (self.beds, self.rule, self.accessible):
            self.row.addWidget(widget)
        self.end()
        self.beds.valueChanged.connect(self.touched)

    def kept(self) -> RoomAnswer:
        """Give what was typed."""
        rule = list(ROOM_RULE_WORDS)[self.rule.currentIndex()]
        return RoomAnswer(self.name.text(), self.beds.value(), rule, self.accessible.isChecked())


class RoomsStep(Step):
    """Starts from rooms that most centres have; a site without beds has no line."""

    title = mark("Rooms and beds")
    words = mark("The program proposes beds by these rules; staff decide. A room you forget is added later.")

    def __init__(self, answers: Answers, tasks: BackgroundTasks, over: QObject) -> None:
        super().__init__(answers, tasks, over)
        self._at = 0
        self.sites: Chips | None = None
        self.rooms = Lines(RoomLine, tr("&Add a room"))
        self.said = text_label(look="refusal", wrap=True, parent=self)
        self.said.hide()
        self.total = text_label(look="strong", parent=self)
        for widget in (self.rooms, self.said, self.total):
            self.column.addWidget(widget)
        self.column.addStretch()
        self.rooms.changed.connect(self._count)
        self.setFocusProxy(self.rooms.add)

    def enter(self) -> None:
        """Show the sites as they are now, from the first."""
        if self.sites is not None:
            self.sites.deleteLater()
            self.sites = None
        self._at = 0
        if len(self.answers.sites) > 1:
            words = {str(at): site.name.strip() or site.code for at, site in enumerate(self.answers.sites)}
            self.sites = Chips(words, tr("Sites"), self)
            self.sites.chosen.connect(self._choose)
            self.column.insertWidget(1, self.sites)
        self._show()

    def keep(self) -> None:
        """Keep the rooms of the site that is shown."""
        self._site().rooms = [line.kept() for line in self.rooms.lines]

    def leave(self, go: Callable[[], None]) -> None:
        """Check the names of the rooms of every site."""
        self.keep()
        for at, site in enumerate(self.answers.sites):
            try:
                check_rooms(site.rooms or [])
            except DeskError as refusal:
                self._choose(str(at))
                self.said.setText(refusal.explain())
                self.said.show()
                return
        go()

    def _site(self) -> SiteAnswer:
        return self.answers.sites[self._at]

    def _choose(self, code: str) -> None:
        self.keep()
        self._at = int(code)
        if self.sites is not None:
            self.sites.choose(code)
        self._show()

    def _show(self) -> None:
        self.said.hide()
        site = self._site()
        if site.rooms is None:
            site.rooms = usual_rooms() if self._at == 0 else []
        self.rooms.show_lines([RoomLine(room) for room in site.rooms])

    def _count(self) -> None:
        beds = sum(line.beds.value() for line in self.rooms.lines)
        rooms = trn("{n} room", "{n} rooms", len(self.rooms.lines))
        self.total.setText(f"{rooms}, {_beds(beds)}")


class _BedBox(QSpinBox):
    """A number of beds that says what it counts."""

    def textFromValue(self, value: int) -> str:  # noqa: N802 - Qt's name
        """Write the beds in words."""
        return _beds(value)

    def valueFromText(self, text: str) -> int:  # noqa: N802 - Qt's name
        """Read the figures alone."""
        return int("".join(sign for sign in text if sign.isdigit()) or 0)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let figures stand alone while they are typed."""
        fits = self.valueFromText(text) <= self.maximum()
        return (QValidator.State.Acceptable if fits else QValidator.State.Invalid), text, position


def _beds(count: int) -> str:
    return trn("{n} bed", "{n} beds", count)
