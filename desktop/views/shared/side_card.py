"""What is known of one of two people held side by side."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.services.merging import Side
from desktop.views.shared.labels import NameLabel, text_label
from desktop.vocabulary import SEX_WORDS


class SideCard(QFrame):
    """A name over what else tells people apart."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.name = NameLabel(look="strong", parent=self)
        self.name.setWordWrap(True)
        self.about = text_label(wrap=True, parent=self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 12, 8)
        self.column.setSpacing(2)
        for label in (self.name, self.about):
            self.column.addWidget(label)

    def show_side(self, side: Side, where: str) -> None:
        """Show somebody; `where` is the code of their file, or the row of a list."""
        self.name.name_somebody(side.name or tr("No name yet"))
        known = (where, tr(SEX_WORDS[side.sex]), side.birth, side.origin, side.phone)
        self.about.setText(" · ".join(part for part in known if part))
