"""Numbers given without a network: each device counts within ranges of its own (`data-model.md` 1.9)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.models.accounts import CodeCounter, CodeRange, Device
from desktop.models.codes import SHEET_NUMBERS, evening_number, person_code, referral_number, session_code
from desktop.storage.unit_of_work import UnitOfWork

FIRST_DEVICE = "A"
_EVERY_YEAR = 0
_ROOM = {"person": (1, 99_999), "referral": (1, 9_999), "evening": (1, 9_999), "session": (0, SHEET_NUMBERS - 1)}
_BLOCK = {"person": 20_000, "referral": 2_000, "evening": 2_000, "session": 20_000}
_WRITTEN: dict[str, Callable[[str, str, int, int], str]] = {
    "person": lambda _device, site, year, number: person_code(site, year, number),
    "referral": lambda _device, site, year, number: referral_number(site, year, number),
    "evening": lambda _device, site, year, number: evening_number(site, year, number),
    "session": lambda device, _site, _year, number: session_code(device, number),
}


class NumbersUsedUp(DeskError):
    """The range of this computer holds no further number."""

    sentence = mark("This computer has no numbers left for {site}. Coordination can give it more.")


def give_range(work: UnitOfWork, device: UUID, kind: str, site_code: str) -> UUID:
    """Give a device the next free numbers of a kind at a site, the same every year; it keeps those it has.

    Raises:
        NumbersUsedUp: every number of the kind is given to some device.
    """
    held = work.scalar(sa.select(CodeRange.id).where(*_of(kind, site_code), CodeRange.device_id == device))
    if isinstance(held, UUID):
        return held
    # The letter of the device stands in a session's code, but its site does not.
    shared = (CodeRange.kind == kind, CodeRange.device_id == device) if kind == "session" else _of(kind, site_code)
    taken = work.scalar(sa.select(sa.func.max(CodeRange.last)).where(*shared))
    lowest, highest = _ROOM[kind]
    first = lowest if taken is None else int(taken) + 1
    if first > highest:
        raise NumbersUsedUp(site=site_code)
    last = min(first + _BLOCK[kind] - 1, highest)
    return work.insert(CodeRange, device_id=device, kind=kind, site_code=site_code, first=first, last=last)


def mint(work: UnitOfWork, kind: str, site_code: str, year: int, device: str = FIRST_DEVICE) -> str:
    """Give the next code of a kind (`person`, `referral`, `evening`, `session`) in the same transaction as its use.

    Raises:
        NumbersUsedUp: the device holds no range, or has used it up.
    """
    return mint_many(work, kind, site_code, year, 1, device)[0]


def mint_many(
    work: UnitOfWork, kind: str, site_code: str, year: int, count: int, device: str = FIRST_DEVICE
) -> list[str]:
    """Give the next `count` codes, without a gap.

    Raises:
        NumbersUsedUp: the device holds no range, or not so many numbers.
    """
    if not count:
        return []
    question = sa.select(CodeRange.id, CodeRange.first, CodeRange.last).join(Device, CodeRange.device_id == Device.id)
    held = work.row(question.where(*_of(kind, site_code), Device.letter == device))
    if held is None:
        raise NumbersUsedUp(site=site_code)
    first = _advance(work, held, _EVERY_YEAR if kind == "session" else year, count)
    if first + count - 1 > held.last:
        raise NumbersUsedUp(site=site_code)
    return [_WRITTEN[kind](device, site_code, year, number) for number in range(first, first + count)]


def _advance(work: UnitOfWork, held: sa.Row[Any], year: int, count: int) -> int:
    here = (CodeCounter.range_id == held.id) & (CodeCounter.year == year)
    last = work.scalar(sa.select(CodeCounter.last).where(here))
    if last is None:
        work.run(sa.insert(CodeCounter).values(range_id=held.id, year=year, last=held.first - 1 + count))
        return int(held.first)
    work.run(sa.update(CodeCounter).where(here).values(last=last + count))
    return int(last) + 1


def _of(kind: str, site_code: str) -> tuple[sa.ColumnElement[bool], sa.ColumnElement[bool]]:
    return CodeRange.kind == kind, CodeRange.site_code == site_code
