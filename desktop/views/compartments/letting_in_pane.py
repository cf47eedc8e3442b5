"""Letting a colleague into a compartment, once the sixteen symbols were compared face to face."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.i18n import tr
from desktop.services.compartment_page import CompartmentLine, Newcomer
from desktop.views.compartments.pane import Pane
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label
from desktop.views.shared.shell import Shell


class LettingInPane(Pane):
    """Shows the symbols of whoever is chosen; only people can say that they are the same."""

    def __init__(self, shell: Shell, line: CompartmentLine, parent: QWidget) -> None:
        words = tr(
            "Your colleague signs in, opens this page and copies the sixteen symbols at its foot. Then compare, "
            "both of you here, symbol by symbol. If one differs, let nobody in, and tell coordination."
        )
        title, act = tr("Let a colleague in: {room}", room=line.label), tr("They are the &same: let in")
        super().__init__(shell, title, words, act, parent)
        self._line = line
        self.who = QComboBox(self)
        self.symbols = text_label(look="title", wrap=True, parent=self)
        self.means = text_label(
            tr("Your colleague will receive worries, open cases and take over those handed to them."),
            "muted",
            wrap=True,
        )
        self.newcomers = shell.centre.compartment_page.newcomers(line.code)
        for one in self.newcomers:
            self.who.addItem(one.name, one.uid)
        for widget in (Field(tr("Collea&gue"), self.who, parent=self), self.symbols, self.means):
            self.column.addWidget(widget)
        self.column.addStretch()
        self.who.currentIndexChanged.connect(self._compare)
        self.act.clicked.connect(self._let_in)
        self.setFocusProxy(self.who)
        self.follow(self.who)
        self.who.setEnabled(bool(self.newcomers))
        why_not = tr("Everybody who works on cases holds it already.")
        self.allow(possible=bool(self.newcomers), why_not=why_not)
        self._compare()

    def chosen(self) -> Newcomer | None:
        """Give the colleague who is chosen."""
        at = self.who.currentIndex()
        return self.newcomers[at] if 0 <= at < len(self.newcomers) else None

    @Slot()
    def _compare(self) -> None:
        one = self.chosen()
        self.symbols.setText(one.fingerprint if one else "")
        spelled = " ".join(one.fingerprint.replace(" ", "")) if one else ""
        self.symbols.setAccessibleName(tr("Fingerprint: {seen}", seen=spelled))

    @Slot()
    def _let_in(self) -> None:
        one, line = self.chosen(), self._line
        if one is None:
            return
        self.act.setEnabled(False)
        said = tr("{name} holds {room} from now on.", name=one.name, room=line.label)
        compartments = self.shell.centre.compartments
        self.shell.tasks.run(
            self,
            lambda: compartments.grant(line.code, one.uid, seen=one.fingerprint),
            done=lambda _: self.end(said),
            refused=self.refuse,
        )
