"""Forty people marked by a fast hand: twenty keys a second, each on the disk, none lost."""

from datetime import UTC, datetime, timedelta
from time import monotonic, perf_counter, sleep

import sqlalchemy as sa

from desktop.models.centre import Site
from desktop.rights import Permission
from desktop.services.planning import PlanningService, SessionPlan
from tests.benchmarks.figures import Figure, Pair
from tests.benchmarks.ground import Ground
from tests.benchmarks.screens import application, let_go, stand, window

_PEOPLE, _EVERY_S = 40, 0.05


def measure(ground: Ground) -> list[Figure]:
    """Send the keys to the real sheet on their beat, then read the file again."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - only some acts show windows
    from PySide6.QtTest import QTest  # noqa: PLC0415 - as above

    code = session_now(ground)
    shown, took = window(ground), list[float]()
    shown.go_to("attendance", (code,))
    stand(shown)
    sheet, wanted = shown.page().pane.sheet, min(_PEOPLE, shown.page().pane.table.rowCount())
    sheet.selectRow(0)
    beat = monotonic()
    for _ in range(wanted):
        start = perf_counter()
        for _ in range(ground.again("keys")):
            QTest.keyClick(sheet, Qt.Key.Key_P)
        application().processEvents()
        took.append((perf_counter() - start) * 1000)
        beat += _EVERY_S
        sleep(max(0.0, beat - monotonic()))
    kept = sum(line.status is not None for line in shown._shell.centre.attendance.open_sheet(code).lines)
    let_go(shown)
    lost = Figure(act="marks lost at twenty keys a second", value=wanted - kept, unit="marks", limit=0,
                  baseline=float(wanted), beside="keys sent to the sheet")  # fmt: skip
    beat_ms = _EVERY_S * 1000
    return [lost, Pair(took, [beat_ms]).slowest("a key of the sheet until it is painted", beat_ms, "the beat")]


def session_now(ground: Ground) -> str:
    """Plan a session that began half an hour ago, for everybody in the house, and give its code."""
    now = datetime.now(tz=UTC)
    with ground.desk.read(Permission.SEE_WEEK) as look:
        site = look.scalar(sa.select(Site.code).order_by(Site.code))
    start = now - timedelta(minutes=30)
    return PlanningService(ground.desk).create(
        SessionPlan(activity="sport", site=site, on=start.date(), at=start.time().replace(second=0, microsecond=0))
    )
