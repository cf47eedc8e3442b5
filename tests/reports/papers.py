"""Every paper of the house, filled with whatever words a test wants to see on it."""

import types
import typing
from collections.abc import Callable, Sequence
from dataclasses import MISSING, fields, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from desktop.reports.evening_sheet import EveningEntry, EveningSheet, write_evening_sheet
from desktop.reports.figure_tables import Bars, FigureTable, Row
from desktop.reports.handover_sheet import HandoverSheet, write_handover_sheet
from desktop.reports.page import Printed
from desktop.reports.recovery_paper import RecoveryPaper, write_recovery_paper
from desktop.reports.referral_facts import ReferralLetter, blank_form
from desktop.reports.referral_letter import write_referral_letter
from desktop.reports.rights_table import RightRow, write_rights_table
from desktop.reports.sign_in_sheet import SheetLine, SignInSheet, write_sign_in_sheets
from desktop.reports.week_plan import PlannedSession, WeekPlan, write_week_plan
from desktop.reports.weekly_summary import WeeklySummary, write_weekly_summary

Write = Callable[[str, Path, Printed, int], None]
DAY = date(2026, 11, 23)
AT = datetime(2026, 11, 24, 9, 5)  # noqa: DTZ001 - the hour of the centre
_PLAIN: dict[Any, Any] = {int: 1, bool: True, date: DAY, datetime: AT, time: time(9)}


def filled(kind: type[Any], words: str, **given: Any) -> Any:
    """Make a `kind` whose every text is `words`; what has a default and is no text keeps it."""
    hints = typing.get_type_hints(kind)
    values = {
        field.name: _value(hints[field.name], words)
        for field in fields(kind)
        if field.name not in given and (_is_text(hints[field.name]) or field.default is MISSING)
    }
    return kind(**values, **given)


def _is_text(hint: Any) -> bool:
    return hint is str or (isinstance(hint, types.UnionType) and str in typing.get_args(hint))


def _value(hint: Any, words: str) -> Any:
    if _is_text(hint):
        return words
    if typing.get_origin(hint) in {tuple, Sequence}:
        return (_value(typing.get_args(hint)[0], words),) * 3
    return _PLAIN[hint]


def _letter(words: str, target: Path, printed: Printed, _lines: int) -> None:
    write_referral_letter(filled(ReferralLetter, words, shared=(words, words)), target, printed)


def _blank(words: str, target: Path, printed: Printed, _lines: int) -> None:
    write_referral_letter(blank_form(words, words), target, printed)


def _sign_in(words: str, target: Path, printed: Printed, lines: int) -> None:
    people = [filled(SheetLine, words)] * lines
    write_sign_in_sheets([filled(SignInSheet, words, lines=people)], target, printed)


def _weekly(words: str, target: Path, printed: Printed, lines: int) -> None:
    rows = (Row(words, (1, 2000, 3)),) * lines
    wide = FigureTable(words, (words,) * 3, rows)
    narrow = FigureTable(words, (words,), (Row(words, (4,)),) * 3)
    summary = filled(WeeklySummary, words, tables=[[wide], [narrow, narrow]], charts=[Bars(words, rows[:7])])
    write_weekly_summary(summary, target, printed)


def _evening(words: str, target: Path, printed: Printed, lines: int) -> None:
    people = [filled(EveningEntry, words)] * lines
    write_evening_sheet(filled(EveningSheet, words, lines=people), target, printed)


def _handover(words: str, target: Path, printed: Printed, _lines: int) -> None:
    write_handover_sheet(filled(HandoverSheet, words), target, printed)


def _recovery_of_vault(words: str, target: Path, printed: Printed, _lines: int) -> None:
    write_recovery_paper(filled(RecoveryPaper, words, compartment=""), target, printed)


def _recovery_of_compartment(words: str, target: Path, printed: Printed, _lines: int) -> None:
    write_recovery_paper(filled(RecoveryPaper, words), target, printed)


def _rights(words: str, target: Path, printed: Printed, lines: int) -> None:
    row = RightRow(words, words, words, (True, False, True))
    write_rights_table(["Accueil", "Animation", "Psychologie"], [row] * lines, target, printed)


def _week(words: str, target: Path, printed: Printed, lines: int) -> None:
    sessions = [filled(PlannedSession, words, off=""), *[filled(PlannedSession, words)] * lines]
    write_week_plan(filled(WeekPlan, words, sessions=sessions), target, replace(printed, hangs=True))


PAPERS: dict[str, Write] = {
    "referral letter": _letter,
    "blank referral form": _blank,
    "sign-in sheet": _sign_in,
    "weekly summary": _weekly,
    "evening sheet": _evening,
    "handover sheet": _handover,
    "recovery paper of the vault": _recovery_of_vault,
    "recovery paper of a compartment": _recovery_of_compartment,
    "table of rights": _rights,
    "week plan": _week,
}
BROAD = frozenset({"week plan"})  # they lie on their long side
ON_THE_WALL = frozenset({"week plan"})
