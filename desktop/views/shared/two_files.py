"""Two files side by side: which one stays, and what should be known before they become one."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from desktop.formats import clock, short_date
from desktop.i18n import tr, trn
from desktop.services.merging import BeforeMerging, SharedSession
from desktop.views.shared.labels import text_label
from desktop.views.shared.side_card import SideCard
from desktop.views.shared.sides import Sides

_BESIDE = 600  # pixels at 100 %
_NAMED = 3  # sessions that are named; more are only counted


class TwoFiles(QWidget):
    """The older file first, chosen to stay until somebody chooses the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sides = SideCard(self), SideCard(self)
        self.stays = QRadioButton(tr("This file stays (the older)"), self), QRadioButton(tr("This file stays"), self)
        self.beware = text_label(look="notice", wrap=True, parent=self)
        self._codes = ("", "")
        choice = QButtonGroup(self)
        beside = Sides(_BESIDE, self)
        beside.row.setSpacing(12)
        for card, button in zip(self.sides, self.stays, strict=True):
            choice.addButton(button)
            card.column.addWidget(button)
            beside.row.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(beside)
        column.addWidget(self.beware)
        self.setFocusProxy(self.stays[0])

    def show_pair(self, before: BeforeMerging) -> None:
        """Show two files; the older one is chosen to stay."""
        self._codes = before.older.code, before.newer.code
        for card, button, side in zip(self.sides, self.stays, (before.older, before.newer), strict=True):
            card.show_side(side, side.code)
            button.setAccessibleDescription(side.code)
        self.stays[0].setChecked(True)
        said = warnings(before)
        self.beware.setText("\n".join(said))
        self.beware.setVisible(bool(said))

    def keep(self, code: str) -> None:
        """Choose the file that stays."""
        self.stays[self._codes.index(code)].setChecked(True)

    @property
    def kept(self) -> str:
        """Give the code of the file that stays."""
        return self._codes[1 if self.stays[1].isChecked() else 0]

    @property
    def absorbed(self) -> str:
        """Give the code of the file that is read as the other from then on."""
        return self._codes[0 if self.stays[1].isChecked() else 1]


def warnings(before: BeforeMerging) -> list[str]:
    """Say what speaks against one person, or will have to be put right."""
    said = []
    if before.sessions:
        named = ", ".join(_session(one) for one in before.sessions[:_NAMED])
        more = len(before.sessions) - _NAMED
        if more > 0:
            named = f"{named} {trn('and {n} more', 'and {n} more', more)}"
        said.append(tr("Both were marked present at the same session: {sessions}.", sessions=named))
    if before.both_lodge:
        said.append(tr("Both have an open stay: write down one exit before the two become one."))
    return said


def _session(one: SharedSession) -> str:
    when = f"{short_date(one.starts_at.date())} {clock(one.starts_at.time())}"
    return f"{one.activity} ({when})"
