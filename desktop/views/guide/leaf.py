"""The leaf of the guide one reads: a chapter set out in the colours of the theme."""

from collections.abc import Iterator

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeySequence,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFragment,
    QTextFrame,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from desktop.i18n import tr
from desktop.views.guide.chapters import Chapter
from desktop.views.guide.searching import places
from desktop.views.shared.style import FAMILY, scaled, tokens

_LINE_HEIGHT = 135  # percent
_ABOVE = {1: 0, 2: 22, 3: 14}  # pixels above a heading of each level
_BETWEEN = 8


class Leaf(QTextBrowser):
    """Shows one chapter; a link to another one is said by `turned`, never followed elsewhere."""

    turned = Signal(str)  # name of a chapter

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Guide"))
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._turn)

    def read(self, chapter: Chapter, sought: str = "") -> None:
        """Show a chapter from its top, or from the first place where it speaks of what was sought."""
        document = self.document()
        document.setDocumentMargin(scaled(22))
        self.setMarkdown(chapter.with_keys(native))
        for table in document.rootFrame().childFrames():
            _rule(table)
        block = document.begin()
        while block.isValid():
            _set_out(block)
            block = block.next()
        self._light(sought)

    @Slot(QUrl)
    def _turn(self, link: QUrl) -> None:
        self.turned.emit(link.path().removesuffix(".md"))

    def _light(self, sought: str) -> None:
        lit: list[QTextEdit.ExtraSelection] = []
        for start, end in places(self.toPlainText(), sought):
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setBackground(QColor(tokens().warning_soft))
            look.setForeground(QColor(tokens().warning))
            look.setFontUnderline(True)
            one.cursor, one.format = cursor, look
            lit.append(one)
        self.setExtraSelections(lit)
        first = QTextCursor(self.document())
        if lit:
            first.setPosition(lit[0].cursor.selectionStart())
        self.setTextCursor(first)
        self.ensureCursorVisible()


def native(keys: str) -> str:
    """Name keys as the keyboard of the language in use does."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys


def _set_out(block: QTextBlock) -> None:
    """Give a paragraph air, and its keys the look of keys."""
    cursor = QTextCursor(block)
    spaced = QTextBlockFormat()
    spaced.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    level = block.blockFormat().headingLevel()
    spaced.setTopMargin(scaled(_ABOVE.get(level, 0)))
    in_table = cursor.currentTable() is not None
    spaced.setBottomMargin(0 if in_table else scaled(_BETWEEN if block.textList() is None else _BETWEEN // 2))
    cursor.mergeBlockFormat(spaced)
    for fragment in list(_fragments(block)):
        look = fragment.charFormat()
        if look.isAnchor():
            look.setFontUnderline(True)  # a link is told by more than its colour
        elif look.fontFixedPitch():
            _make_cap(look)
        else:
            continue
        cursor.setPosition(fragment.position())
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look)


def _rule(frame: QTextFrame) -> None:
    """Draw the lines of a table in the colours of the theme, with room about its words."""
    if not isinstance(frame, QTextTable):
        return
    ruled = frame.format()
    ruled.setBorderBrush(QColor(tokens().border))
    ruled.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    ruled.setBorderCollapse(True)
    ruled.setCellPadding(scaled(6))
    ruled.setBottomMargin(scaled(_BETWEEN))
    frame.setFormat(ruled)


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    spot = block.begin()
    while not spot.atEnd():
        yield spot.fragment()
        spot += 1


def _make_cap(look: QTextCharFormat) -> None:
    look.clearProperty(QTextFormat.Property.FontFixedPitch)
    look.setFontFamilies([FAMILY])
    look.setFontWeight(QFont.Weight.Bold)
    look.setBackground(QColor(tokens().quiet_soft))
