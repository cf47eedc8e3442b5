"""Qt's own dialog for files speaks the language of the program."""

import pytest
from PySide6.QtCore import QDir
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.views.shared.speech import speak


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", {"&Chercher dans\u00a0:", "&Type de fichiers\u00a0:"}), ("en", {"&Look in:", "Files of &type:"})],
)
def test_the_dialog_for_files_speaks_too(qtbot: QtBot, qapp: QApplication, language: str, said: set[str]) -> None:
    speak(qapp, language)
    dialog = QFileDialog(None, "", QDir.rootPath())
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    assert said <= {label.text() for label in dialog.findChildren(QLabel)}


def test_what_neither_knows_stays_as_it_is(qapp: QApplication) -> None:
    speak(qapp, "fr")
    assert qapp.translate("QFileDialog", "No such words") == "No such words"
    assert qapp.translate("QFileDialog", "&Save") == "&Enregistrer"
