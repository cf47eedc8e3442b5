"""What is done with a worry: taken into a case that is open or new, or thrown away when it was set aside."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.cases import Worry
from desktop.views.follow_up.opening_sheet import TakingSheet
from desktop.views.follow_up.tray_pane import TrayPane
from desktop.views.shared.confirm import sure
from desktop.views.shared.shell import Shell


class TrayActs:
    """Reads the trays one holds into a pane, and acts on one worry; `taken` is told the case it went into."""

    def __init__(self, shell: Shell, pane: TrayPane, page: QWidget, taken: Callable[[UUID], object]) -> None:
        self._shell, self._pane, self._page, self._taken = shell, pane, page, taken
        pane.taking_asked.connect(self.take)
        pane.discard_asked.connect(self.discard)

    def show(self) -> None:
        """Read the worries beside the screen: each costs a key to open."""
        centre = self._shell.centre

        def read() -> tuple[list[Worry], bool]:
            held = centre.compartments.held()
            return [one for code in held for one in centre.cases.tray(code)], any(map(centre.tray.crowded, held))

        self._shell.tasks.run(
            self._pane,
            read,
            done=lambda found: self._pane.show_worries(found[0], crowded=found[1]),
            refused=self._shell.explain,
        )

    def take(self, worry: Worry) -> None:
        """Ask for the case, then take the worry into it."""
        centre = self._shell.centre
        cases = [line for line in centre.cases.cases() if line.compartment == worry.compartment]
        sheet = TakingSheet(centre, cases, self._page)

        def into(value: object) -> None:
            if isinstance(value, UUID):
                centre.cases.accept_drop(worry.id, value)
                case = value
            else:
                case = centre.tray.accept_into_new(worry.id, str(value))
            self._shell.toast(tr("The worry is in the case now."))
            self._taken(case)

        sheet.case.picked.connect(lambda value: sheet.attempt(lambda: into(value)))
        sheet.open()
        sheet.case.setFocus()

    def discard(self, worry: Worry) -> None:
        """Throw a worry away that was set aside; it cannot come back."""
        if not sure(self._page, tr("Throw this worry away?"), tr("It cannot come back."), tr("Throw away")):
            return
        try:
            self._shell.centre.tray.discard(worry.id)
        except DeskError as refusal:
            self._shell.explain(refusal)
        self.show()
