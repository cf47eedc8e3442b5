"""The second step: the centre, its sites, and the folder it is kept in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.services.new_centre import check_place
from desktop.views.first_start.answers import Answers, SiteAnswer
from desktop.views.first_start.checks import check_filled, check_sites
from desktop.views.first_start.lines import Line, Lines
from desktop.views.first_start.step import Step
from desktop.views.shared.background import BackgroundTasks
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled


class SiteLine(Line):
    """A site: its code and its name."""

    def __init__(self, site: SiteAnswer | None = None) -> None:
        super().__init__()
        self.site = site or SiteAnswer()
        self.code, self.name = QLineEdit(self.site.code, self), QLineEdit(self.site.name, self)
        self.code.setAccessibleName(tr("Code of the site"))
        self.code.setPlaceholderText("BKO")
        self.code.setMaxLength(4)
        self.code.setFixedWidth(scaled(90))
        self.code.textEdited.connect(lambda text: self.code.setText(text.upper()))
        self.name.setAccessibleName(tr("Name of the site"))
        self.name.setPlaceholderText(tr("Town or district"))
        self.row.addWidget(self.code)
        self.row.addWidget(self.name, 1)
        self.end()

    def keep(self) -> SiteAnswer:
        """Put what was typed into the site, whose rooms stay."""
        self.site.code, self.site.name = self.code.text(), self.name.text()
        return self.site


class CentreStep(Step):
    """Names the centre and its sites; the folder has a place that suits most."""

    title = mark("Centre and sites")
    words = mark("The code of a site begins the numbers of the people who arrive there: BKO-26-00412-S.")

    def __init__(self, answers: Answers, tasks: BackgroundTasks, over: QObject) -> None:
        super().__init__(answers, tasks, over)
        self.organisation = Field(tr("Name of the &centre"), QLineEdit(answers.organisation, self), check=check_filled)
        self.sites = Lines(SiteLine, tr("&Add a site"))
        self.sites.show_lines([SiteLine(site) for site in answers.sites])
        self.said = text_label(look="refusal", wrap=True, parent=self)
        self.said.hide()
        self.path = QLineEdit(str(answers.folder), self)
        help_words = tr("The encrypted folder of the centre, on the disk of this computer.")
        self.folder = Field(tr("&Kept in"), self.path, help_words=help_words)
        self.choose = QPushButton(tr("Another &folder…"), self)
        self.choose.clicked.connect(self._ask)
        self.column.addWidget(self.organisation)
        self.column.addWidget(text_label(tr("Sites: code and name"), "fieldLabel", parent=self))
        for widget in (self.sites, self.said, self.folder):
            self.column.addWidget(widget)
        beside = QHBoxLayout()
        beside.addWidget(self.choose)
        beside.addStretch()
        self.column.addLayout(beside)
        self.column.addStretch()
        self.setFocusProxy(self.organisation)

    def enter(self) -> None:
        """Let the keyboard go down the step."""
        self.setTabOrder(self.path, self.choose)

    def keep(self) -> None:
        """Keep the names, the sites and the folder."""
        self.answers.organisation = _line(self.organisation.editor).text()
        self.answers.sites = [line.keep() for line in self.sites.lines]
        self.answers.folder = Path(self.path.text().strip()).expanduser()

    def leave(self, go: Callable[[], None]) -> None:
        """Check the names, then the folder beside the screen: a disk may be slow."""
        self.keep()
        if not self.organisation.is_right():
            self.organisation.setFocus()
        elif self._sites_are_right():
            folder = self.answers.folder
            self.tasks.run(self, lambda: check_place(folder), done=lambda _: go(), refused=self._refuse_folder)

    def _sites_are_right(self) -> bool:
        try:
            check_sites(self.answers.sites)
        except DeskError as refusal:
            self.said.setText(refusal.explain())
            self.said.show()
            return False
        self.said.hide()
        if not self.answers.sites:
            self.sites.add.click()
            return False
        return True

    def _refuse_folder(self, refusal: DeskError) -> None:
        self.folder.refuse(refusal)
        self.path.setFocus()

    def _ask(self) -> None:
        asked = QFileDialog(self.window(), tr("Where shall the centre be kept?"))
        asked.setFileMode(QFileDialog.FileMode.Directory)
        asked.fileSelected.connect(self._chosen)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _chosen(self, name: str) -> None:
        chosen = Path(name)
        taken = chosen.is_dir() and any(chosen.iterdir())
        self.path.setText(str(chosen / self.answers.folder.name if taken else chosen))
        self.folder.clear_refusal()


def _line(editor: QWidget) -> QLineEdit:
    if not isinstance(editor, QLineEdit):
        raise TypeError
    return editor
