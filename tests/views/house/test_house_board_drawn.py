"""What the board shows: several sites, no rooms, many beds below one another, long labels."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.services.centre_setup import RoomPlan
from desktop.views.house.house_view import HouseView
from desktop.views.house.layout import Block, Cell, lay_out, least_width
from desktop.views.shared.shell import Shell
from tests.views.house.conftest import KEY, Board


def _page(qtbot: QtBot, centre: Centre) -> HouseView:
    view = HouseView(Shell(centre))
    qtbot.addWidget(view)
    view.resize(1040, 560)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_one_site_asks_for_no_choice_and_of_several_each_shows_its_own_house(qtbot: QtBot, opened: Centre) -> None:
    assert not _page(qtbot, opened).bar.site.isVisible()
    opened.setup.add_site("KYS", "Kayes", [])
    opened.setup.add_site("MPT", "Mopti", [RoomPlan(name="M1", beds=30)])
    view = _page(qtbot, opened)
    view.bar.site.setFocus()
    QTest.keyClick(view.bar.site, KEY.Key_Down)
    assert view.bar.inside.words == "0 people in the house"
    assert view.panes.nothing.isVisible()
    assert not view.panes.rooms.isVisible()
    QTest.keyClick(view.bar.site, KEY.Key_Down)
    assert view.panes.rooms.isVisible()
    assert view.bar.free.words == "30 free beds"


def test_the_bed_one_walks_to_comes_into_sight(qtbot: QtBot, opened: Centre) -> None:
    opened.setup.add_site("AAA", "Aguelhok", [RoomPlan(name="A9", beds=40)])
    view = _page(qtbot, opened)
    view.setFocus()
    QTest.keyClick(view.panes.waiting, KEY.Key_Right)
    QTest.keyClick(view.panes.rooms, KEY.Key_End)
    found = view.panes.rooms.placed(view.panes.hand.at)
    assert found is not None
    assert view.panes.rooms.viewport().rect().contains(view.panes.rooms.seen(found.box))
    QTest.keyClick(view.panes.rooms, KEY.Key_PageUp)
    assert "A9-32" in view.told.text()


def test_a_drag_to_the_lower_edge_scrolls_on(board: Board) -> None:
    board.view.resize(700, 330)
    pane, start = board.point(board.cell("Alou SOW"))
    port, rooms = pane.viewport(), board.view.panes.rooms
    assert rooms.verticalScrollBar().maximum() > 0
    edge = port.mapFromGlobal(rooms.viewport().mapToGlobal(QPoint(40, rooms.viewport().height() - 5)))
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(port, start + QPoint(40, 0))
    QTest.mouseMove(port, edge)
    assert rooms.verticalScrollBar().value() > 0
    QTest.keyClick(pane, KEY.Key_Escape)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, edge)
    assert board.view.panes.hand.carried == ()
    assert set(board.beds().values()) == {"free"}


def test_rooms_fill_the_columns_from_the_left_and_no_two_overlap() -> None:
    blocks = [Block(f"R{n}", "", tuple(Cell(f"R{n}") for _ in range(n % 7))) for n in range(30)]
    laid = lay_out(blocks, 4 * least_width())
    boxes = [box for _, box in laid.blocks]
    assert [box.left() for box in boxes[:3]] == sorted({box.left() for box in boxes})
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[:n])
    assert max(box.bottom() for box in boxes) < laid.height
    assert len(laid.cells) == sum(len(block.cells) for block in blocks)
