"""The papers of a week: in their order, with the same figures on paper and in the workbook."""

import re
import subprocess
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed
from desktop.formats import clock
from desktop.i18n import use_language
from desktop.models.activity import ActivityType
from desktop.models.base import now
from desktop.models.centre import Site
from desktop.rights import Permission, Role
from desktop.services.attendance import AttendanceService
from desktop.services.centre_setup import CentreSetupService
from desktop.services.figures import FiguresService, WeeklyReport
from desktop.services.planning import PlanningService
from desktop.services.sheets import NothingPlanned, SheetService
from desktop.services.weekly_tables import weekly_tables
from desktop.spreadsheets.reading import read_table
from desktop.storage.unit_of_work import Desk
from tests.conftest import DeskFor
from tests.services.house import MONDAY, House, make_house

ORDER = (
    "Place des logos",
    "Synthèse hebdomadaire n° 2026-47, du lundi 16 novembre 2026",
    "INTERNE",
    "Données arrêtées le",
    "Complétude",
    "Hébergement",
    "Séances annulées, par motif",
    "Par activité",
    "Par site",
    "Participations par sexe et âge (tranches d’âge : UNHCR)",
    "Personnes uniques par sexe et âge (tranches d’âge : UNHCR)",
    "Par jour",
    "Par nationalité",
    "Par statut",
    "Personnes atteintes depuis le 01/01/2019",
    "Incidents",
    "Plaintes",
    "Décisions",
    "Participations par jour",
    "Participations par activité",
    "Établi par",
    "Séance : une activité",
)


@pytest.fixture
def house(desk: Desk) -> House:
    """Give a house where one session was held, one cancelled and one is not recorded."""
    made = make_house(desk)
    for name in ("Moussa KEITA", "Awa DIALLO"):
        made.lodge(name)
    sheets, code = AttendanceService(desk), made.plan()
    sheets.open_sheet(code)
    sheets.fill_unmarked(code)
    PlanningService(desk).cancel(made.plan(day=1), "=cmd|' /C calc'!A0")
    made.plan("dance", day=2)
    return made


@pytest.fixture
def report(house: House) -> WeeklyReport:
    """Give the report of the week, in French."""
    use_language("fr")
    return FiguresService(house.desk).report(MONDAY)


def _words(target: Path) -> str:
    subprocess.run(["qpdf", "--check", str(target)], check=True, capture_output=True)
    done = subprocess.run(["pdftotext", "-layout", str(target), "-"], check=True, capture_output=True, text=True)
    return re.sub(r"\s+", " ", done.stdout)


def test_the_summary_keeps_its_order(house: House, report: WeeklyReport, tmp_path: Path) -> None:
    SheetService(house.desk).weekly_summary(report, tmp_path / "s.pdf")
    shown = _words(tmp_path / "s.pdf")
    places = [shown.find(words) for words in ORDER]
    assert -1 not in places, [words for words, place in zip(ORDER, places, strict=True) if place < 0]
    assert places == sorted(places)
    assert "La semaine n’est pas terminée" not in shown


def test_a_running_week_says_so(house: House, tmp_path: Path) -> None:
    use_language("fr")
    stop = datetime.combine(MONDAY + timedelta(days=2), datetime.min.time()).astimezone()
    running = FiguresService(house.desk).report(MONDAY, stop=stop)
    SheetService(house.desk).weekly_summary(running, tmp_path / "s.pdf")
    assert "La semaine n’est pas terminée" in _words(tmp_path / "s.pdf")


@pytest.mark.parametrize("zone", ["Africa/Bamako", "Asia/Tokyo"])
def test_the_hours_of_the_papers_are_those_of_the_site(house: House, tmp_path: Path, zone: str) -> None:
    use_language("fr")
    with house.desk.begin(Permission.PLAN_WEEK) as work:
        work.run(sa.update(Site).values(zone=zone))
        work.trace("move clock")
    stop = datetime(2026, 11, 18, 3, 17, tzinfo=UTC)
    report = FiguresService(house.desk).report(MONDAY, stop=stop)
    SheetService(house.desk).weekly_summary(report, tmp_path / "s.pdf")
    assert f" {stop.astimezone(ZoneInfo(zone)).hour} h 17" in _words(tmp_path / "s.pdf")


def test_a_sign_in_sheet_keeps_the_hour_of_its_own_site(house: House, tmp_path: Path) -> None:
    use_language("fr")
    with house.desk.begin(Permission.PLAN_WEEK) as work:
        work.run(sa.update(Site).values(zone="Asia/Kathmandu"))  # its minutes are those of nobody else
        work.trace("move clock")
    CentreSetupService(house.desk).add_site("AAA", "Another, the first by its code", [])
    before = now()
    SheetService(house.desk).sign_in_week(MONDAY, tmp_path / "w.pdf")
    there = [moment.astimezone(ZoneInfo("Asia/Kathmandu")).time() for moment in (before, now())]
    hours = {clock(time).replace("\u00a0", " ") for time in there}
    words = _words(tmp_path / "w.pdf")
    assert any(hour in words for hour in hours), words


def test_the_workbook_holds_every_figure_of_the_paper(house: House, report: WeeklyReport, tmp_path: Path) -> None:
    SheetService(house.desk).weekly_workbook(report, tmp_path / "s.xlsx")
    about, *sheets = read_table(tmp_path / "s.xlsx").sheets
    printed = [table for beside in weekly_tables(report) for table in beside if table.rows]
    assert str(about.rows[1].cells["A"]).startswith("Synthèse hebdomadaire n°\u00a02026-47")
    assert len(sheets) == len(printed)
    for sheet, table in zip(sheets, printed, strict=True):
        title, headings, *rows = [list(row.cells.values()) for row in sheet.rows]
        assert (title, headings) == ([table.title], list(table.headings))
        assert [row[1:] for row in rows] == [list(row.figures) for row in table.rows]


def test_no_cell_of_the_workbook_acts_and_headings_stay(house: House, tmp_path: Path) -> None:
    use_language("fr")
    with house.desk.begin(Permission.PLAN_WEEK) as work:
        work.run(sa.update(ActivityType).values(label_fr="=HYPERLINK(1)"))
        work.trace("rename")
    again = FiguresService(house.desk).report(MONDAY)
    SheetService(house.desk).weekly_workbook(again, tmp_path / "s.xlsx")
    with zipfile.ZipFile(tmp_path / "s.xlsx") as book:
        pages = [book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name]
        words = book.read("xl/sharedStrings.xml").decode()
    assert not any("<f>" in page for page in pages)
    assert "'=HYPERLINK" in words
    assert "'=cmd" in words
    assert all('state="frozen"' in page for page in pages[1:])


def test_a_week_s_sheets_come_in_running_order(house: House, tmp_path: Path) -> None:
    use_language("fr")
    assert SheetService(house.desk).sign_in_week(MONDAY, tmp_path / "w.pdf") == 2
    shown = _words(tmp_path / "w.pdf")
    assert shown.index("Sport") < shown.index("Danse")
    assert shown.count("Code de la feuille") == 2


def test_a_week_without_sessions_has_no_sheets(house: House, tmp_path: Path) -> None:
    with pytest.raises(NothingPlanned):
        SheetService(house.desk).sign_in_week(MONDAY + timedelta(days=70), tmp_path / "w.pdf")
    assert not (tmp_path / "w.pdf").exists()


def test_without_the_right_no_paper_is_written(report: WeeklyReport, desk_for: DeskFor, tmp_path: Path) -> None:
    sheets = SheetService(desk_for(Role.ADMINISTRATION))
    for write, name in ((sheets.weekly_summary, "s.pdf"), (sheets.weekly_workbook, "s.xlsx")):
        with pytest.raises(NotAllowed):
            write(report, tmp_path / name)
        assert not (tmp_path / name).exists()
