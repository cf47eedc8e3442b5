"""The page as coordination sees it, and a window of one's own that types for the person."""

import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.administration.administration_view import AdministrationView
from desktop.views.shared.shell import Shell
from tests.centres import TestCentre
from tests.views.opened import signed_in

NEW_PASSWORD = "another-one-2"
# The process without an administrator, its window replaced by hands that type at once.
HANDS = f"""
import sys
from desktop.cli import build_parser
from desktop.services.account_asking import Terms
said = build_parser().parse_args(["choose-password", *sys.argv[1:]])
request = Terms.from_text(said.terms).request(said.login, {NEW_PASSWORD!r}, said.known)
sys.stdout.buffer.write(request.to_bytes() + b"\\n")
"""
TYPING = (sys.executable, "-c", HANDS)
# The window stays open after that, for its symbols to be compared: it reads what nobody will type.
STAYING = (sys.executable, "-c", HANDS + "sys.stdout.flush()\nsys.stdin.read()\n")
CLOSING = (sys.executable, "-c", "")


@pytest.fixture
def opened(centre: TestCentre) -> Iterator[Centre]:
    """Give the centre as coordination sees it."""
    with signed_in(centre, "awa") as made:
        yield made


@pytest.fixture
def shell(opened: Centre) -> Shell:
    """Give what a page may ask of the window."""
    return Shell(opened)


@pytest.fixture
def view(qtbot: QtBot, shell: Shell) -> AdministrationView:
    """Give the page."""
    made = AdministrationView(shell)
    qtbot.addWidget(made)
    made.resize(1080, 600)
    made.show()
    return made
