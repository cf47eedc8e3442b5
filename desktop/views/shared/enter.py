"""Enter presses the button one stands on, as Space does."""

from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget


def let_enter_press(application: QApplication) -> None:
    """Let Enter press buttons outside of dialogs too, whenever they are made; in dialogs one button is the default."""
    application.focusChanged.connect(_arrived)


def _arrived(_left: QWidget | None, button: QWidget | None) -> None:
    if isinstance(button, QPushButton) and not isinstance(button.window(), QDialog):
        button.setAutoDefault(True)
