"""Enter presses the button one stands on, as Space does."""

from PySide6.QtWidgets import QDialog, QPushButton, QWidget


def let_enter_press(root: QWidget) -> None:
    """Let Enter press each button under `root`: Qt does it in dialogs only, where one button is the default."""
    for button in root.findChildren(QPushButton):
        if not isinstance(button.window(), QDialog):
            button.setAutoDefault(True)
