"""Where copies go, with a button to choose another place."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from desktop.i18n import tr
from desktop.views.shared.labels import text_label


class FolderLine(QWidget):
    """Says the folder in words; `chosen` names another one."""

    chosen = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = text_label(wrap=True, parent=self)
        self.choose = QPushButton(tr("&Choose a folder…"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.choose)
        self.choose.clicked.connect(self.ask)
        self._folder: Path | None = None

    def show_folder(self, folder: Path | None) -> None:
        """Say where copies go; None is the folder beside the vault, on the same disk."""
        self._folder = folder
        beside = tr("Copies lie beside the vault. Choose a folder on a stick: a disk can be lost whole.")
        self.words.setText(tr("Copies go to {folder}", folder=folder) if folder else beside)

    @Slot()
    def ask(self) -> None:
        """Let staff choose the folder."""
        asked = QFileDialog(self, tr("Folder of the backups"), str(self._folder or Path.home()))
        asked.setFileMode(QFileDialog.FileMode.Directory)
        asked.setOption(QFileDialog.Option.ShowDirsOnly)
        asked.fileSelected.connect(lambda name: self.chosen.emit(Path(name)))
        asked.finished.connect(asked.deleteLater)
        asked.open()
