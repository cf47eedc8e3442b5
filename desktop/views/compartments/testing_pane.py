"""Testing the recovery paper of a compartment: typed whole, opened, and forgotten."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.compartment_page import CompartmentLine
from desktop.views.compartments.pane import Pane
from desktop.views.shared.code_fields import CodeFields
from desktop.views.shared.shell import Shell


class TestingPane(Pane):
    """Says that the paper opens its compartment, or which group is mistyped; nothing changes either way."""

    __test__ = False  # no test, for pytest

    def __init__(self, shell: Shell, line: CompartmentLine, parent: QWidget) -> None:
        words = tr(
            "Type the eight groups from the paper. Nothing changes and nothing is kept: you only learn whether it "
            "still opens. Each group is hidden once it is typed."
        )
        super().__init__(shell, tr("Test the paper: {room}", room=line.label), words, tr("T&est the paper"), parent)
        self._line = line
        self.code = CodeFields(self)
        self.column.addWidget(self.code)
        self.column.addStretch()
        self.code.changed.connect(self._tell)
        self.act.clicked.connect(self._test)
        self.setFocusProxy(self.code)
        self.follow(self.code.lines[-1])
        self._tell()

    def forget(self) -> None:
        """Forget what was typed."""
        self.code.wipe()

    @Slot()
    def _tell(self) -> None:
        self.refusal.hide()
        self.allow(possible=self.code.is_typed(), why_not=tr("Type all eight groups first."))

    @Slot()
    def _test(self) -> None:
        compartments, code, typed = self.shell.centre.compartments, self._line.code, self.code.typed()
        self.act.setEnabled(False)
        said = tr("The paper opens {room}. Put it back into its envelope.", room=self._line.label)
        work = self.shell.tasks.run
        work(self, lambda: compartments.try_paper(code, typed), done=lambda _: self.end(said), refused=self._refuse)

    def _refuse(self, refusal: DeskError) -> None:
        if "group" in refusal.details:
            self.act.setEnabled(True)
            self.code.refuse(int(str(refusal.details["group"])), refusal)
        else:
            self.refuse(refusal)
