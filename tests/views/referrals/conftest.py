"""A page of referrals with a real centre behind it: somebody lodges, two services answer."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.services.directory import ServiceEntry
from desktop.services.referrals import ReferralPlan
from desktop.views.referrals.referrals_view import ReferralsView
from desktop.views.shared.printing.preview import PrintPreview
from desktop.views.shared.shell import Shell
from desktop.vocabulary.referrals import Urgency
from tests.centres import TestCentre
from tests.services.house import House
from tests.views.opened import signed_in

SERVICE = ServiceEntry(code="CSREF", organisation="Centre VI", name="Consultation", landmark="Marché", takes="adultes")
OTHER = ServiceEntry(code="FOYER", organisation="Foyer Sira", name="Hébergement", address="Kalaban")


@pytest.fixture
def code(centre: TestCentre) -> str:
    """Give somebody who lodges."""
    with signed_in(centre, "awa") as made:
        made.directory.add(SERVICE)
        made.directory.add(OTHER)
        return House(made.desk, made.setup.sites()[0].id).lodge("Moussa KEITA")


@pytest.fixture
def opened(centre: TestCentre, code: str) -> Iterator[Centre]:
    """Give the centre as social work sees it, with somebody in the house and two services."""
    assert code
    with signed_in(centre, "mariam") as made:
        yield made


@pytest.fixture
def view(qtbot: QtBot, opened: Centre) -> Iterator[ReferralsView]:
    """Give the page, its register read."""
    shell = Shell(opened)
    made = ReferralsView(shell)
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show()
    qtbot.waitUntil(made.register.empty.isVisible)
    yield made
    shell.tasks.finish()


def reread(qtbot: QtBot, view: ReferralsView, count: int) -> None:
    """Wait until the register shows so many lines."""
    view.refresh()
    qtbot.waitUntil(lambda: view.register.table.rowCount() == count)


def begun(view: ReferralsView, opened: Centre, code: str, service: str = "consult") -> None:
    """Open a case and begin a letter to a service about somebody."""
    if not opened.cases.cases():
        opened.cases.open_case(code, "social")
    view.open(code)
    QTest.keyClicks(view.form.service.sought, service)


def vital(opened: Centre, code: str, urgency: Urgency = Urgency.HOURS_72) -> str:
    """Write a referral without consent."""
    case = opened.cases.open_case(code, "social").id
    plan = ReferralPlan(case_id=case, service_code="CSREF", urgency=urgency, reason="fever", vital_reason="fever",
                        approved_by="Awa")  # fmt: skip
    return opened.referrals.write(plan)


def numbered(qtbot: QtBot, view: ReferralsView) -> PrintPreview:
    """Look at the draft, let it get its number by keys, and give the preview of the letter."""
    shown = previewed(qtbot, view)
    qtbot.waitUntil(shown.frame.printing.isEnabled)
    QTest.keyClick(shown, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown.findChild(QPrintDialog) is not None)
    for asked in shown.findChildren(QPrintDialog):
        asked.reject()
    return shown


def previewed(qtbot: QtBot, view: ReferralsView) -> PrintPreview:
    """Wait for the preview to hold its pages."""
    qtbot.waitUntil(lambda: any(one.frame.pages.count() for one in view.findChildren(PrintPreview)))
    return view.findChildren(PrintPreview)[-1]
