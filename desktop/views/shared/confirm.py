"""Asking before what cannot come back; everything else is undone in the toast."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from desktop.i18n import tr


def sure(parent: QWidget, question: str, consequence: str, act: str) -> bool:
    """Ask `question`, say the `consequence`, and tell whether the button `act` was chosen; Escape says no."""
    box = QMessageBox(parent)
    box.setWindowTitle("Jatigi")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(question)
    box.setInformativeText(consequence)
    yes = QPushButton(act, box)
    yes.setObjectName("danger")
    no = QPushButton(tr("Keep as it is"), box)
    box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.exec()
    chosen = box.clickedButton() is yes
    box.deleteLater()
    return chosen
