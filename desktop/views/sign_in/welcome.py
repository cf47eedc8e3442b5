"""What the program shows where there is no vault yet."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled


class WelcomeWindow(QWidget):
    """Offers to set a centre up where `can_create` says so, and to try the program on an invented one."""

    create_asked = Signal()
    demonstration_asked = Signal()

    def __init__(self, *, can_create: bool) -> None:
        super().__init__()
        self.setObjectName("signIn")
        self.setWindowTitle("Jatigi")
        self.create_centre = QPushButton(tr("&Set up our centre"), self)
        self.create_centre.setObjectName("primary")
        self.create_centre.setVisible(can_create)
        self.demonstration = QPushButton(tr("Try the &demonstration"), self)
        self.said = text_label(wrap=True, parent=self)
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(10)
        column.addWidget(text_label(tr("Welcome to Jatigi"), "title", parent=self))
        words = tr(
            "No centre is kept on this computer yet. The demonstration is an invented centre: nobody in it exists."
        )
        column.addWidget(text_label(words, "muted", wrap=True, parent=self))
        column.addSpacing(6)
        for widget in (self.create_centre, self.demonstration, self.said):
            column.addWidget(widget)
        self.create_centre.clicked.connect(self.create_asked)
        self.demonstration.clicked.connect(self.demonstration_asked)
        self.setFixedWidth(scaled(460))

    def wait(self, words: str) -> None:
        """Say what is under way, and take no other choice meanwhile."""
        self._say(words, "muted", waiting=True)

    @Slot(object)
    def refuse(self, refusal: DeskError) -> None:
        """Say why it could not be done."""
        self._say(refusal.explain(), "refusal", waiting=False)

    def _say(self, words: str, look: str, *, waiting: bool) -> None:
        self.said.setObjectName(look)
        self.said.style().polish(self.said)
        self.said.setText(words)
        self.said.show()
        for button in (self.create_centre, self.demonstration):
            button.setDisabled(waiting)
