"""The pages of the program, from the top of the sidebar; a new page is one line here."""

from datetime import UTC, datetime

from desktop.i18n import mark
from desktop.rights import Permission
from desktop.views.attendance.attendance_view import AttendanceView
from desktop.views.people.people_view import PeopleView
from desktop.views.shared.page import Page, PageView
from desktop.views.shared.shell import Shell


def _attendance(shell: Shell) -> PageView:
    centre = shell.centre
    return AttendanceView(centre.planning, centre.attendance, datetime.now(tz=UTC).date())


PAGES: tuple[Page, ...] = (
    Page("people", mark("&People"), "people", (Permission.SEE_PEOPLE,), lambda shell: PeopleView(shell.centre.people)),
    Page("attendance", mark("&Attendance"), "attendance", (Permission.SEE_ATTENDANCE,), _attendance),
)
