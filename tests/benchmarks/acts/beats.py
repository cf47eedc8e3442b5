"""How long the screen stands still while the program works beside it: no step of the event loop above 50 ms."""

import csv
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random
from threading import Event
from time import sleep

import sqlalchemy as sa

from desktop.demonstration.inventions import HEADINGS, invent_arrivals
from desktop.models.centre import Site
from desktop.reports.referral_letter import write_referral_letter
from desktop.rights import Permission
from tests.benchmarks.acts.letter import LETTER, PRINTED
from tests.benchmarks.acts.starting import child
from tests.benchmarks.children import longest_step
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground
from tests.benchmarks.screens import application, let_go, window
from tests.centres import PASSWORD

_LIMIT_MS, _ROWS = 50, 5_000


def measure(ground: Ground) -> list[Figure]:
    """Watch the loop while a list comes in and while a letter is printed; unlocking is watched in its own process."""
    shown = window(ground)
    times = ground.again("beats")
    idle = longest_step(application(), partial(sleep, 0.3))
    found = {
        "import": longest_step(application(), _import(ground)),
        "printing": longest_step(application(), _printing(ground), stand_still_s=0.1 * (times - 1)),
    }
    let_go(shown)
    ground.let_go()
    found["unlock"] = child(["unlock", str(ground.data.folder), "awa", PASSWORD])
    return [
        Figure(act=f"longest step of the loop: {act}", value=round(value, 1), unit="ms", limit=_LIMIT_MS,
               baseline=round(idle, 2), beside="ms, the longest step of a loop at rest")
        for act, value in found.items()
    ]  # fmt: skip


def _import(ground: Ground) -> Callable[[], object]:
    from desktop.services.convoys import ConvoyService  # noqa: PLC0415 - only this act and another bring lists in

    listed = ground.data.folder.parent / "beats.csv"
    _write(listed, min(_ROWS, ground.data.size.people))
    with ground.desk.read(Permission.SEE_WEEK) as look:
        site = look.scalar(sa.select(Site.code).order_by(Site.code))
    return partial(ConvoyService(ground.desk).import_list, listed, site, datetime.now(tz=UTC))


def _write(target: Path, rows: int) -> None:
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADINGS)
        writer.writerows(one.cells for one in invent_arrivals(Random(3), rows))


def _printing(ground: Ground) -> Callable[[], object]:
    """Print the three pages of a letter, as a printer that writes files does."""
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - only this act prints

    from desktop.views.shared.printing.printer import print_paper  # noqa: PLC0415 - as above

    paper, printer = BytesIO(), QPrinter(QPrinter.PrinterMode.HighResolution)
    write_referral_letter(LETTER, paper, PRINTED)
    printer.setOutputFileName(str(ground.data.folder.parent / "printed.pdf"))
    return partial(print_paper, paper.getvalue(), printer, 0, Event())
