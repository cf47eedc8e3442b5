"""The pages of the program, from the top of the sidebar; a new page is one line here."""

from desktop.i18n import mark
from desktop.rights import Permission
from desktop.views.administration.administration_view import AdministrationView
from desktop.views.arrivals.arrivals_view import ArrivalsView
from desktop.views.attendance.attendance_view import AttendanceView
from desktop.views.compartments.compartments_view import CompartmentsView
from desktop.views.directory.directory_view import DirectoryView
from desktop.views.follow_up.follow_up_view import FollowUpView
from desktop.views.house.house_view import HouseView
from desktop.views.people.people_view import PeopleView
from desktop.views.referrals.referrals_view import ReferralsView
from desktop.views.reports.reports_view import ReportsView
from desktop.views.shared.page import Page
from desktop.views.today.today_view import TodayView
from desktop.views.week.week_view import WeekView

_ADMINISTRATION = (
    Permission.MANAGE_ACCOUNTS,
    Permission.MANAGE_CENTRE,
    Permission.KEEP_BACKUPS,
    Permission.READ_JOURNAL,
)

PAGES: tuple[Page, ...] = (
    Page("today", mark("Toda&y"), "today", (Permission.USE_PROGRAM,), TodayView),
    Page("arrivals", mark("Arri&vals"), "arrivals", (Permission.IMPORT_CONVOY,), ArrivalsView),
    Page("people", mark("&People"), "people", (Permission.SEE_PEOPLE,), PeopleView),
    Page("house", mark("&House"), "house", (Permission.RUN_HOUSE,), HouseView),
    Page("week", mark("Wee&k"), "week", (Permission.SEE_WEEK,), WeekView),
    Page("attendance", mark("&Attendance"), "attendance", (Permission.SEE_ATTENDANCE,), AttendanceView),
    Page("follow_up", mark("Follow-&up"), "follow_up", (Permission.WORK_ON_CASES,), FollowUpView),
    Page("compartments", mark("Compartments"), "shield", (Permission.WORK_ON_CASES,), CompartmentsView),
    Page("referrals", mark("Refe&rrals"), "referrals", (Permission.REFER,), ReferralsView),
    Page("directory", mark("Direct&ory"), "directory", (Permission.SEE_DIRECTORY,), DirectoryView),
    Page("reports", mark("Repor&ts"), "reports", (Permission.SEE_FIGURES,), ReportsView),
    Page("administration", mark("A&dministration"), "administration", _ADMINISTRATION, AdministrationView),
)
