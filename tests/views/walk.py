"""A walk over every page: texts of the other language, clipped texts, controls without a name, one letter for two.

New pages are walked as soon as they stand in the registry.
"""

import gettext
import re
from collections.abc import Iterator
from functools import lru_cache
from time import monotonic

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QTextEdit,
    QWidget,
)

from desktop.views.main_window import MainWindow
from desktop.views.shared.labels import OneLine
from desktop.views.window.sidebar import TITLE
from tests.architecture.catalogue import answers_of, key_of, read_catalogue

ROOM = (1280, 680)  # a screen of 1366 x 768 less its task bar and frames
_SECONDS = 3.0  # in which a page must have come to rest; one without faults is left at once
_NAMED = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QTextEdit)


def walk(window: MainWindow, language: str, *, may_elide: bool = False) -> Iterator[str]:
    """Visit each page of a shown window and what its first line opens, and tell whatever is wrong with it.

    `may_elide` lets a heading end in … if its tooltip says it whole, as the cells below it do.
    """
    for row, name in enumerate(window.page_names()):
        window.sidebar.setCurrentRow(row)
        yield from _told(window, language, name, may_elide=may_elide)
        page = window.page()
        if page is not None and open_first_line(page):
            yield from _told(window, language, f"{name}, opened", may_elide=may_elide)
            QTest.keyClick(page, Qt.Key.Key_Escape)


def open_first_line(page: QWidget) -> bool:
    """Press Enter on the first line of the first table that shows any; False where there is none."""
    shown = (one for one in page.findChildren(QTableView) if one.isVisible() and one.model().rowCount())
    table = next(shown, None)
    if table is None:
        return False
    table.setFocus()
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    return True


def _told(window: MainWindow, language: str, where: str, *, may_elide: bool) -> Iterator[str]:
    wrong: list[str] = []
    begun = monotonic()
    while monotonic() - begun < _SECONDS:  # what is built part by part is laid out more than once before it rests
        for _ in range(3):
            QApplication.processEvents()
        wrong = list(faults(window, language, may_elide=may_elide))
        if not wrong:
            break
    if window.width() > ROOM[0]:
        yield f"{where}: grew to {window.width()}"
    yield from (f"{where}: {one}" for one in (*wrong, *shared_letters(window)))


def shared_letters(window: MainWindow) -> Iterator[str]:
    """Tell of each Alt letter that two visible controls of a window, or a control and a page, would answer to."""
    texts = [item.data(TITLE) for row in range(window.sidebar.count()) if (item := window.sidebar.item(row))]
    shown = [one for one in window.findChildren(QWidget) if one.isVisible()]
    texts += [one.text() for one in shown if isinstance(one, QAbstractButton)]
    texts += [one.text() for one in shown if isinstance(one, QLabel) and one.buddy() is not None]
    asking: dict[str, list[str]] = {}
    for text in texts:
        asking.setdefault(QKeySequence.mnemonic(text).toString(), []).append(text)
    yield from (f"{letter}: {asked}" for letter, asked in asking.items() if letter and len(asked) > 1)


def faults(root: QWidget, language: str, *, may_elide: bool = False) -> Iterator[str]:
    """Tell what is wrong with the visible widgets of a window, a dialog or a page."""
    smallest = root.minimumSizeHint()
    if root.isWindow() and (smallest.width() > ROOM[0] or smallest.height() > ROOM[1]):
        yield f"needs {smallest.width()} x {smallest.height()}"
    for widget in [one for one in root.findChildren(QWidget) if one.isVisible()]:
        if _wants_a_name(widget) and not _name(widget):
            yield f"no name: {type(widget).__name__} {widget.objectName()}"
        if _is_clipped(widget, may_elide=may_elide):
            yield f"clipped: {_texts(widget)}"
        for text in _texts(widget):
            if is_foreign(text, language):
                yield f"not {language}: {text!r}"


def is_foreign(text: str, language: str) -> bool:
    """Say whether a text is one of the program's own in the other language, and none in this."""
    other = "fr" if language == "en" else "en"
    return _says(other, text) and not _says(language, text)


def _says(language: str, text: str) -> bool:
    exact, shaped = _sentences(language)
    return text in exact or any(shape.fullmatch(text) for shape in shaped)


@lru_cache
def _sentences(language: str) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Give the texts of a catalogue as they are shown: whole ones, and shapes of those that name values."""
    shown: set[str] = set()
    for message in read_catalogue("fr"):
        if message.id:
            _, source = key_of(message)
            sources = (source,) if isinstance(source, str) else source
            shown |= {text.replace("&", "") for text in (sources if language == "en" else answers_of(message))}
    plain = frozenset(text for text in shown if "{" not in text)
    shapes = (re.sub(r"\\\{[^}]*\\\}", "(.+)", re.escape(text)) for text in shown - plain if _is_telling(text))
    return plain, tuple(re.compile(shape, re.DOTALL) for shape in shapes)


def _is_telling(text: str) -> bool:
    """Leave out shapes made of values and signs alone: they fit anything."""
    return len(re.findall(r"[^\W\d_]{3,}", re.sub(r"\{[^}]*\}", "", text))) > 0


def _texts(widget: QWidget) -> list[str]:
    texts = [widget.toolTip(), widget.accessibleName()]
    if isinstance(widget, QLabel | QAbstractButton):
        texts.append(widget.text())
    if isinstance(widget, QLineEdit):
        texts.append(widget.placeholderText())
    if isinstance(widget, QComboBox):
        texts += [widget.itemText(row) for row in range(widget.count())]
    if isinstance(widget, QHeaderView):
        texts += _headings(widget.model(), widget.orientation())
    return [text.replace("&", "") for text in texts if text.strip()]


def _headings(model: QAbstractItemModel | None, orientation: Qt.Orientation) -> list[str]:
    if model is None or orientation == Qt.Orientation.Vertical:
        return []
    return [str(model.headerData(column, orientation) or "") for column in range(model.columnCount())]


def _is_clipped(widget: QWidget, *, may_elide: bool) -> bool:
    match widget:
        case QHeaderView():
            return _cuts_headings(widget, may_elide=may_elide)
        case QLineEdit():
            return _cuts_typing(widget)
        case QComboBox():
            return widget.fontMetrics().horizontalAdvance(widget.currentText()) > _field_of(widget) + 1
        case OneLine():
            return widget.toolTip() != widget.text()
        case QLabel() | QAbstractButton():
            return _wants_more_room(widget)
    return False


def _wants_more_room(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, QLabel):
        if not widget.text() or not widget.pixmap().isNull():
            return False
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height() + 1
    hint = widget.sizeHint()
    return hint.isValid() and (hint.width() > widget.width() + 1 or hint.height() > widget.height() + 1)


def _cuts_typing(field: QLineEdit) -> bool:
    letters = field.fontMetrics()
    too_low = letters.height() > field.contentsRect().height()
    return too_low or letters.horizontalAdvance(field.placeholderText()) > field.width() - 12


def _field_of(box: QComboBox) -> int:
    """Give the width a combo box leaves to the words of its choice."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()


def _cuts_headings(header: QHeaderView, *, may_elide: bool) -> bool:
    if header.orientation() == Qt.Orientation.Vertical:
        return False
    letters, model = header.fontMetrics(), header.model()
    headings = _headings(model, header.orientation())
    if may_elide and header.textElideMode() == Qt.TextElideMode.ElideRight:
        told = [
            model.headerData(column, header.orientation(), Qt.ItemDataRole.ToolTipRole)
            for column in range(len(headings))
        ]
        headings = ["" if text == whole else text for text, whole in zip(headings, told, strict=True)]
    return any(
        letters.horizontalAdvance(text) + 12 > header.sectionSize(column) and not header.isSectionHidden(column)
        for column, text in enumerate(headings)
    )


def _wants_a_name(widget: QWidget) -> bool:
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
    return reached and isinstance(widget, _NAMED) and not widget.objectName().startswith("qt_")


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


class Doubled(gettext.NullTranslations):
    """Says twice whatever another catalogue says: a language whose every text is twice as long."""

    def __init__(self, spoken: gettext.NullTranslations) -> None:
        super().__init__()
        self.add_fallback(spoken)

    def gettext(self, message: str) -> str:
        """Give a text twice; only the first keeps the letter that Alt takes."""
        return _twice(super().gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Give the sentence for a number twice."""
        return _twice(super().ngettext(msgid1, msgid2, n))

    def pgettext(self, context: str, message: str) -> str:
        """Give a text said in a context twice."""
        return _twice(super().pgettext(context, message))


def _twice(text: str) -> str:
    return f"{text} {text.replace('&', '')}"
