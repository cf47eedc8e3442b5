"""The two buttons at the foot of a small form on a card."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton


def answer_row(leave: QPushButton, save: QPushButton) -> QHBoxLayout:
    """Give a row with the way out first and the one act of the form at the right."""
    save.setObjectName("primary")
    row = QHBoxLayout()
    row.addStretch()
    row.addWidget(leave)
    row.addWidget(save)
    return row
