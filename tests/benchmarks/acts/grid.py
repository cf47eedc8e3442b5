"""The grid of a full week, redrawn at each step of the cursor."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from desktop.models.centre import Site
from desktop.rights import Permission
from desktop.services.planning import PlanningService, SessionPlan
from desktop.services.sessions import monday_of
from tests.benchmarks.figures import Figure, in_turns
from tests.benchmarks.ground import Ground
from tests.benchmarks.screens import application, let_go, stand, window

_SESSIONS, _A_DAY, _LIMIT_MS = 120, 18, 16


def measure(ground: Ground) -> list[Figure]:
    """Plan a full week, then walk through it, the grid painted whole each time; a bare drawing is beside it."""
    _plan(ground)
    shown = window(ground)
    shown.go_to("week")
    stand(shown)
    grid, rounds = shown.page().grid, ground.rounds(200)
    if len(grid.placed) < _SESSIONS:
        raise RuntimeError(f"the grid shows {len(grid.placed)} sessions")
    boxes = [grid.geometry_now().rect(one) for one in grid.placed]
    bare = _bare(boxes, grid.viewport().size())
    acts = [lambda place=place: _step(grid, place) for place in range(rounds)]
    pair = in_turns(acts, [bare.repaint] * rounds, again=ground.again("grid"))
    bare.close()
    bare.deleteLater()
    let_go(shown)
    return [pair.slowest("week grid of 120 sessions redrawn", _LIMIT_MS, "as many cards drawn with one line of text")]


def _step(grid: Any, number: int) -> None:
    from desktop.views.week.layout import Place  # noqa: PLC0415 - only some acts show windows

    one = grid.placed[number % len(grid.placed)]
    grid.choose(Place(one.column, one.start, one.line.code))
    grid.viewport().repaint()


def _plan(ground: Ground) -> None:
    with ground.desk.read(Permission.SEE_WEEK) as look:
        site = look.scalar(sa.select(Site.code).order_by(Site.code))
    monday, planning = monday_of(datetime.now(tz=UTC).date()), PlanningService(ground.desk)
    kinds = [kind.code for kind in planning.activity_types()]
    for number in range(_SESSIONS):
        day, place = divmod(number, _A_DAY)
        at = time(8 + place // 2, 30 * (place % 2))
        planning.create(
            SessionPlan(
                activity=kinds[number % len(kinds)], site=site, on=monday + timedelta(days=day), at=at, minutes=60
            )
        )


def _bare(boxes: list[Any], size: Any) -> Any:
    """Give a widget that draws as many cards with one line of text, as a page that does nothing else would."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - as above
    from PySide6.QtGui import QPainter  # noqa: PLC0415 - as above
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415 - as above

    class Bare(QWidget):
        def paintEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
            with QPainter(self) as painter:
                for number, box in enumerate(boxes):
                    painter.drawRoundedRect(box, 4, 4)
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))

    made = Bare()
    made.resize(size)
    made.show()
    application().processEvents()
    return made
