"""What the page says of a compartment."""

from collections.abc import Sequence

from desktop.i18n import tr
from desktop.services.compartment_page import CompartmentLine


def status(line: CompartmentLine) -> tuple[str, str]:
    """Give the status of a compartment, and which kind of pill that is."""
    if line.mine:
        return tr("You hold it"), "ok"
    if line.born:
        return tr("Colleagues hold it"), "info"
    return (tr("Waits for you"), "warning") if line.may_found else (tr("Not founded yet"), "quiet")


def who(line: CompartmentLine) -> str:
    """Say who holds a compartment, or on whom it waits."""
    if line.may_found:
        return tr("You are appointed to found it: make its paper, print it, and type two groups back.")
    if not line.born and line.founders:
        return tr("{names} can found it. Until then nobody can write in it.", names=listed(line.founders))
    if not line.born:
        return tr("Nobody is appointed to found it. Whoever manages accounts names its first holder.")
    if not line.holders:
        return tr("Nobody holds its key any more. Its recovery paper opens it.")
    if line.mine:
        return tr("Holders: {names}.", names=listed(line.holders))
    return tr("Holders: {names}. One of them can let you in, face to face.", names=listed(line.holders))


def reading(line: CompartmentLine) -> str:
    """Say who reads its cases."""
    if line.team:
        return tr("The whole team reads: every holder reads every case.")
    return tr("Each case is read by whoever holds or supervises it, and by those who stand in.")


def listed(names: Sequence[str]) -> str:
    """Give names one after another."""
    return ", ".join(names)
