"""A process in which somebody writes a note; its parent kills it once the draft is said to be kept."""

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.views.follow_up.follow_up_view import FollowUpView
from desktop.views.shared.shell import Shell


def main(folder: Path, login: str, password: str, person: str) -> None:
    """Open a case about `person` and type, saying on stdout when a draft is kept."""
    application = QApplication([])
    centre = Centre.open(folder, login, password)
    view = FollowUpView(Shell(centre))
    view.show()
    view.open(centre.cases.open_case(person, "social").id)
    view.begin()
    editor = view.parts.editor
    editor.keeper.kept.connect(lambda: print(editor.kept.text(), flush=True))
    QTest.keyClicks(editor.form.title, "Half a title")
    QTest.keyClicks(editor.form.texts["text"], "Half a sentence")
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:5])
