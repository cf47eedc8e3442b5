"""The kind of pill each attendance status is shown as, wherever it is shown."""

from desktop.vocabulary import AttendanceStatus

MARK_KINDS = {
    AttendanceStatus.PRESENT: "ok",
    AttendanceStatus.LATE: "warning",
    AttendanceStatus.LEFT_EARLY: "info",
    AttendanceStatus.EXCUSED: "quiet",
    AttendanceStatus.ABSENT: "bad",
    AttendanceStatus.DID_NOT_WISH: "quiet",
}
