"""What the tests of the screens share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.views.shared.discretion import discretion
from desktop.views.shared.style import dress, worn

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def _plain_look() -> Iterator[None]:
    """Let no test see the look, or the hidden names, that another one chose."""
    yield
    discretion.set_hidden(hidden=False)
    application = QApplication.instance()
    if isinstance(application, QApplication) and worn() != ("light", 100):
        dress(application)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let Qt say what a screen that is not there cannot do; any other warning fails the test."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))
