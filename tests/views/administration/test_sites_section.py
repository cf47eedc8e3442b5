"""A site is given another name by keys, with a way back; what is refused is said under the name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.administration.administration_view import AdministrationView
from desktop.views.administration.places_section import PlacesSection
from desktop.views.administration.sites_section import SitesSection
from desktop.views.shared.shell import Shell


@pytest.fixture
def section(view: AdministrationView) -> SitesSection:
    """Give the only site."""
    view.open("sites")
    found = view.section()
    assert isinstance(found, SitesSection)
    return found


def test_a_site_is_renamed_by_keys_and_undone(
    qtbot: QtBot, qtmodeltester: ModelTester, section: SitesSection, shell: Shell, opened: Centre
) -> None:
    qtmodeltester.check(section.table)  # type: ignore[no-untyped-call]
    before = opened.setup.sites()[0].name
    section.name.selectAll()
    QTest.keyClicks(section.name, "Centre de Kati")
    with qtbot.waitSignal(shell.toasted) as heard:
        QTest.keyClick(section.name, Qt.Key.Key_Return)
    assert opened.setup.sites()[0].name == section.table.line(0).name == "Centre de Kati"
    assert heard.args is not None
    heard.args[2]()
    assert opened.setup.sites()[0].name == section.name.text() == before


def test_no_name_is_refused_where_it_was_typed(section: SitesSection, opened: Centre) -> None:
    before = opened.setup.sites()
    section.name.clear()
    QTest.keyClick(section.change, Qt.Key.Key_Space)
    assert section.field.said.text() == "Give the site a name."
    assert opened.setup.sites() == before


def test_the_other_sections_call_it_by_its_new_name(
    view: AdministrationView, section: SitesSection, opened: Centre
) -> None:
    view.open("places")
    places = view.section()
    assert isinstance(places, PlacesSection)
    line = section.table.line(0)
    opened.site_names.rename(line.id, line.version_id, "Centre de Kati")
    view.open("sites")
    view.open("places")
    assert places.site.currentText() == "Centre de Kati"
