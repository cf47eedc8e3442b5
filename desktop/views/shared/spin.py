"""The fields one may count up and down in."""

from PySide6.QtWidgets import QAbstractSpinBox

from desktop.views.shared.style import scaled

_INSET = 8  # pixels at 100 %


def inset(*fields: QAbstractSpinBox) -> None:
    """Keep the words off the frame as in other fields: Qt passes over the padding of the style sheet here."""
    for field in fields:
        field.lineEdit().setTextMargins(scaled(_INSET), 0, 0, 0)
