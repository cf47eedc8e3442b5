"""The pages of a paper on the screen, drawn from memory."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

from desktop.i18n import tr
from desktop.views.shared.style import tokens

_STEP, _LEAST, _MOST = 1.25, 0.25, 4.0


class PaperView(QPdfView):
    """All pages below one another; keys move as in any list, and the whole width is used until somebody zooms."""

    moved = Signal()  # to another page or another size

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Without a parent: Qt would end it before the view, which still looks at it then.
        self._document = QPdfDocument()
        self._device = QBuffer(self._document)  # the document reads from it until its own end
        self.setAccessibleName(tr("The paper, page by page"))
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Dark, QColor(tokens().quiet_soft))
        self.setPalette(palette)
        self.setDocument(self._document)
        self.pageNavigator().currentPageChanged.connect(self.moved)

    def show_paper(self, content: bytes) -> None:
        """Show another paper from its first page."""
        self._document.close()
        self._device.close()
        self._device.setData(QByteArray(content))
        self._device.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._device)
        self.go_to(0)

    def count(self) -> int:
        """Say how many pages there are."""
        return self._document.pageCount()

    def page(self) -> int:
        """Say which page is before the reader, counted from 0."""
        return max(0, self.pageNavigator().currentPage())

    def go_to(self, page: int) -> None:
        """Show a page from its top; beyond the last or before the first there is none."""
        if 0 <= page < self.count():
            self.pageNavigator().jump(page, QPointF(), 0)
        self.moved.emit()

    def magnify(self, steps: int) -> None:
        """Show the pages larger, or smaller where `steps` is below 0."""
        self.setZoomFactor(min(_MOST, max(_LEAST, self._shown_at() * _STEP**steps)))
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.moved.emit()

    def fit(self, *, whole: bool) -> None:
        """Fit the whole page, or its width."""
        self.setZoomMode(QPdfView.ZoomMode.FitInView if whole else QPdfView.ZoomMode.FitToWidth)
        self.moved.emit()

    def _shown_at(self) -> float:
        """Give the size the pages have now, 1 being that of the paper."""
        if self.zoomMode() == QPdfView.ZoomMode.Custom or not self.count():
            return self.zoomFactor()
        margins, room = self.documentMargins(), self.viewport().size()
        page = self._document.pagePointSize(0) * (self.logicalDpiX() / 72)
        wide = (room.width() - margins.left() - margins.right()) / page.width()
        high = (room.height() - margins.top() - margins.bottom()) / page.height()
        return wide if self.zoomMode() == QPdfView.ZoomMode.FitToWidth else min(wide, high)
