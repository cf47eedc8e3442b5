"""A paper of three pages to look at and to print."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import BinaryIO

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models.base import now
from desktop.reports.page import Printed, new_page, text, write
from desktop.views.shared.printing.paper import Paper
from desktop.views.shared.printing.preview import PrintPreview, show_paper
from desktop.views.shared.shell import Shell
from tests.centres import TestCentre
from tests.views.opened import signed_in

PAGES = 3


def set_pages(target: BinaryIO, *, duplicate: bool = False) -> None:
    """Set three pages, as reports set theirs."""
    story = [part for page in range(PAGES) for part in (text(f"Page {page} of Moussa KEITA"), new_page())]
    write(story, target, title="REF-1", printed=Printed(by="Awa", at=now(), centre="Test", duplicate=duplicate))


@pytest.fixture
def paper() -> Paper:
    """Give the paper."""
    again = partial(set_pages, duplicate=True)
    return Paper(title="REF-1", file_name="REF-1.pdf", make=set_pages, make_duplicate=again)


@pytest.fixture
def content() -> bytes:
    """Give the paper as a file holds it."""
    made = BytesIO()
    set_pages(made)
    return made.getvalue()


@pytest.fixture
def shell(centre: TestCentre) -> Iterator[Shell]:
    """Give what a page shares with the window."""
    with signed_in(centre, "awa") as opened:
        made = Shell(opened)
        yield made
        made.tasks.finish()


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Give a page to stand before."""
    made = QWidget()
    made.resize(1280, 680)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def preview(qtbot: QtBot, shell: Shell, paper: Paper, page: QWidget) -> PrintPreview:
    """Give the preview of the paper, ready to print."""
    made = show_paper(shell, paper, page)
    qtbot.waitUntil(made.frame.printing.isEnabled)
    return made
