"""The main window: holds the pages and introduces them to one another."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.centre import Centre
from desktop.i18n import LANGUAGES, language, mark, tr
from desktop.rights import Permission
from desktop.views.attendance.attendance_view import AttendanceView
from desktop.views.people.people_view import PeopleView
from desktop.views.shared.tokens import THEME_WORDS

LANGUAGE_NAMES = {"fr": "Français", "en": "English"}


@dataclass(frozen=True, slots=True)
class Page:
    """One entry of the sidebar: who sees it, and how it is built at the first visit."""

    name: str
    title: str
    needs: Permission
    build: Callable[[Centre], QWidget]


def _attendance(centre: Centre) -> QWidget:
    return AttendanceView(centre.planning, centre.attendance, datetime.now(tz=UTC).date())


PAGES = (
    Page("people", mark("People"), Permission.SEE_PEOPLE, lambda centre: PeopleView(centre.people)),
    Page("attendance", mark("Attendance"), Permission.SEE_ATTENDANCE, _attendance),
)


class MainWindow(QMainWindow):
    """A sidebar by role, a header, the page and a status strip in words."""

    locked = Signal()
    theme_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, centre: Centre, theme: str = "light") -> None:
        super().__init__()
        self.setWindowTitle("Jatigi")
        self.resize(1280, 680)
        self._centre = centre
        self._pages = [page for page in PAGES if centre.desk.may(page.needs)]
        self._built: dict[int, QWidget] = {}
        self.sidebar = QListWidget(self)
        self.sidebar.setObjectName("sidebar")
        self.sidebar.setAccessibleName(tr("Pages"))
        self.sidebar.addItems([tr(page.title) for page in self._pages])
        for row in range(self.sidebar.count()):
            self.sidebar.item(row).setSizeHint(QSize(0, self.fontMetrics().height() + 24))
        self.title = QLabel(self)
        self.title.setObjectName("title")
        self.stack = QStackedWidget(self)
        self.themes = _choice(tr("Theme"), {code: tr(words) for code, words in THEME_WORDS.items()}, theme)
        self.languages = _choice(tr("Language"), {code: LANGUAGE_NAMES[code] for code in LANGUAGES}, language())
        self.lock = QPushButton(tr("Lock"), self)
        self._lay_out()
        self._connect()
        self.statusBar().addWidget(QLabel(tr("The encrypted file is open: {folder}", folder=centre.folder.name)))
        self.sidebar.setCurrentRow(0)

    @Slot(int)
    def show_page(self, row: int) -> None:
        """Show a page, built now if this is the first visit."""
        if not 0 <= row < len(self._pages):
            return
        if row not in self._built:
            self._built[row] = self._pages[row].build(self._centre)
            self.stack.addWidget(self._built[row])
        self.title.setText(tr(self._pages[row].title))
        self.stack.setCurrentWidget(self._built[row])

    def page_names(self) -> list[str]:
        """Give the short names of the pages in the sidebar, from the top."""
        return [page.name for page in self._pages]

    def _step(self, by: int) -> None:
        if self._pages:
            self.sidebar.setCurrentRow((self.sidebar.currentRow() + by) % len(self._pages))

    def _connect(self) -> None:
        self.sidebar.currentRowChanged.connect(self.show_page)
        self.lock.clicked.connect(self.locked)
        self.themes.currentIndexChanged.connect(lambda _: self.theme_chosen.emit(self.themes.currentData()))
        self.languages.currentIndexChanged.connect(lambda _: self.language_chosen.emit(self.languages.currentData()))
        QShortcut(QKeySequence("Ctrl+PgDown"), self).activated.connect(lambda: self._step(1))
        QShortcut(QKeySequence("Ctrl+PgUp"), self).activated.connect(lambda: self._step(-1))
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.locked)

    def _lay_out(self) -> None:
        whole = QWidget(self)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(self.stack, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(whole)

    def _side(self) -> QWidget:
        side = QWidget(self)
        side.setObjectName("side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(220)
        column = QVBoxLayout(side)
        who = QLabel(self._centre.member.name, side)
        who.setTextFormat(Qt.TextFormat.PlainText)
        for widget in (QLabel("Jatigi", side), self.sidebar, who, self.lock):
            column.addWidget(widget)
        return side

    def _header(self) -> QWidget:
        header = QWidget(self)
        header.setObjectName("header")
        header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(header)
        row.setContentsMargins(24, 12, 24, 12)
        row.addWidget(self.title, 1)
        row.addWidget(self.languages)
        row.addWidget(self.themes)
        return header


def _choice(name: str, words: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for code, word in words.items():
        box.addItem(word, code)
    box.setCurrentIndex(box.findData(chosen))
    return box
