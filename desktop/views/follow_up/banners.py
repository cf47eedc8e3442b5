"""What stands above the list of cases: keys to renew, unfinished notes; and below it what one only knows of."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.formats import clock, short_date
from desktop.i18n import tr, trn
from desktop.services.drafts import DraftLine
from desktop.views.follow_up.standing import Standing
from desktop.views.follow_up.words import DUE_WORDS
from desktop.views.shared.discretion import discretion
from desktop.views.shared.labels import text_label


class Banners(QWidget):
    """One line for each thing that waits, with the one act that settles it."""

    settle_asked = Signal()
    draft_asked = Signal(object)  # DraftLine

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: DraftLine | None = None
        self.due, self.shut = text_label(look="notice", wrap=True), text_label(look="notice", wrap=True)
        self.draft = text_label(look="notice", wrap=True)
        self.settle = QPushButton(tr("Renew the &keys"), self)
        self.go_on = QPushButton(tr("&Go on writing"), self)
        self.elsewhere = text_label(look="muted", wrap=True, parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for words, act in ((self.shut, None), (self.due, self.settle), (self.draft, self.go_on)):
            row = QHBoxLayout()
            row.addWidget(words, 1)
            if act is not None:
                row.addWidget(act)
                act.hide()
            words.hide()
            column.addLayout(row)
        self.elsewhere.hide()
        self.settle.clicked.connect(self.settle_asked)
        self.go_on.clicked.connect(lambda _: self.draft_asked.emit(self._draft))

    def say_shut(self, words: str) -> None:
        """Say why somebody sees no case at all."""
        self.shut.setText(words)
        self.shut.show()

    def show_standing(self, standing: Standing) -> None:
        """Show what waits; nothing waiting takes no room."""
        reasons = dict.fromkeys(reason for one in standing.due for reason in one.reasons)
        why = ", ".join(tr(DUE_WORDS[reason]) for reason in reasons)
        due = trn("{n} case needs a new key: {why}.", "{n} cases need a new key: {why}.", len(standing.due), why=why)
        self._say(self.due, self.settle, due if standing.due else "")
        self._draft = standing.drafts[0] if standing.drafts else None
        self._say(self.draft, self.go_on, self._unfinished(standing))
        held = ", ".join(f"{name} ({count})" for name, count in standing.elsewhere.items())
        self.elsewhere.setText(tr("Cases of your compartments that others hold: {held}.", held=held) if held else "")
        self.elsewhere.setVisible(bool(held))

    def _unfinished(self, standing: Standing) -> str:
        if self._draft is None:
            return ""
        names = {line.id: line.name or line.person_code for line in standing.cases}
        here = self._draft.saved_at.astimezone()
        name = discretion.shown(names.get(self._draft.content.case, "")) or tr("a case you no longer hold")
        when = f"{short_date(here.date())}, {clock(here.time())}"
        return tr("Unfinished note: {name}, kept on {when}. Only you can read it.", name=name, when=when)

    @staticmethod
    def _say(label: QWidget, act: QPushButton, words: str) -> None:
        label.setText(words)  # type: ignore[attr-defined]
        label.setVisible(bool(words))
        act.setVisible(bool(words))
