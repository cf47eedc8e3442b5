"""The kind of pill that says how far a session has come, wherever it is shown."""

from desktop.services.session_standing import Standing

STANDING_KINDS = {
    Standing.DRAFT: "quiet",
    Standing.TO_COME: "quiet",
    Standing.TO_MARK: "info",
    Standing.BEGUN: "info",
    Standing.MARKED: "ok",
    Standing.NOT_RECORDED: "warning",
    Standing.CANCELLED: "quiet",
    Standing.NOT_HELD: "quiet",
}
