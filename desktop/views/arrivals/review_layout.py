"""How the review of look-alikes is laid out: the pairs, the chosen one side by side, and the three answers."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import mark, tr
from desktop.services.look_alikes import QueuedPair
from desktop.services.merging import BeforeMerging
from desktop.views.arrivals.pair_table import PairTable
from desktop.views.shared.acts import act_row
from desktop.views.shared.empty_state import EmptyState
from desktop.views.shared.fitting_scroll import FittingScroll
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled
from desktop.views.shared.tables import plain_table
from desktop.views.shared.two_files import TwoFiles
from desktop.vocabulary import LookAlikeVerdict

NEWER = 1
_ANSWERS = {
    LookAlikeVerdict.SAME: mark("Same person ({key})"),
    LookAlikeVerdict.DIFFERENT: mark("Not the same ({key})"),
    LookAlikeVerdict.LATER: mark("Later ({key})"),
}


class ReviewLayout:
    """The widgets of the review; each answer says the key that gives it."""

    def __init__(self, owner: QWidget, table: PairTable, keys: Mapping[LookAlikeVerdict, str]) -> None:
        self._owner = owner
        self.back = QPushButton(tr("&Back to the convoys"), owner)
        self.count = text_label(look="muted", parent=owner)
        self.lines = plain_table(table, tr("Look-alikes"), owner, wide=NEWER)
        self.lines.setMinimumHeight(scaled(50))
        chosen = QWidget(owner)
        self.files = TwoFiles(chosen)
        self.why, self.refusal = (text_label(look=look, wrap=True, parent=chosen) for look in ("", "refusal"))
        self.chosen = FittingScroll(chosen, owner)
        self.answers = {verdict: QPushButton(tr(_ANSWERS[verdict], key=key), owner) for verdict, key in keys.items()}
        self.answers[LookAlikeVerdict.SAME].setObjectName("primary")
        self.empty = EmptyState("people", tr("No look-alike waits: every file stands for one person."), owner)
        self._place()

    def show_any(self, *, any_: bool) -> None:
        """Show the pairs, or that there are none."""
        shown = [self.lines, self.chosen, self.count, *self.answers.values()]
        for widget in shown:
            widget.setVisible(any_)
        self.empty.setVisible(not any_)
        self.refusal.hide()

    def show_pair(self, pair: QueuedPair, before: BeforeMerging) -> None:
        """Show the chosen pair, why it is one, and what should be known before."""
        self.files.show_pair(before)
        self.why.setText(tr("{likeness}: {reasons}.", likeness=pair.likeness, reasons=pair.reasons))
        self.refusal.hide()
        self.chosen.updateGeometry()

    def focused(self) -> bool:
        """Say whether whoever types is here."""
        focus = self._owner.window().focusWidget()
        return focus is not None and self._owner.isAncestorOf(focus)

    def _place(self) -> None:
        put_icon(self.back, "chevron_left")
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addSpacing(8)
        head.addWidget(self.count, 1)
        chosen = QVBoxLayout(self.chosen.inside)
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.setSpacing(8)
        for widget in (self.files, self.why, self.refusal):
            chosen.addWidget(widget)
        column = QVBoxLayout(self._owner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.lines, 1)
        column.addWidget(self.chosen)
        column.addLayout(act_row(*reversed(self.answers.values())))
        column.addWidget(self.empty, 1)
