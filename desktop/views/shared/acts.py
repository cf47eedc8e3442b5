"""Rows of buttons as they stand everywhere: the way back at the left, the acts at the right, the one to do last."""

from itertools import pairwise

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.views.shared.flow import Flow


def act_row(*acts: QWidget, back: QWidget | None = None) -> Flow:
    """Give a row of `acts` that goes on below where a language or large text needs the room; Tab goes along it."""
    row = Flow()
    if back is not None:
        row.addWidget(back)
    row.part()
    for act in acts:
        row.addWidget(act)
    for former, act in pairwise((back, *acts) if back is not None else acts):
        QWidget.setTabOrder(former, act)
    return row


def answer_row(leave: QPushButton, save: QPushButton) -> Flow:
    """Give the two answers to a form, the one that does something dressed as the primary."""
    save.setObjectName("primary")
    return act_row(leave, save)
