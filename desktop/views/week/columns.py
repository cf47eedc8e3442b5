"""The columns of the grid: the days of a week, or one day by room, by facilitator or by audience."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from desktop.formats import day_name
from desktop.i18n import mark, tr
from desktop.services.session_choices import Choices
from desktop.services.sessions import SessionLine, monday_of
from desktop.vocabulary import SEX_WORDS, Sex


class Grouping(StrEnum):
    """What the columns stand for."""

    DAYS = "days"
    ROOMS = "rooms"
    FACILITATORS = "facilitators"
    AUDIENCES = "audiences"


GROUPING_WORDS = {
    Grouping.DAYS: mark("The week"),
    Grouping.ROOMS: mark("By room"),
    Grouping.FACILITATORS: mark("By facilitator"),
    Grouping.AUDIENCES: mark("By audience"),
}


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column: its day, the group it holds (empty for none), and its heading."""

    day: date
    group: str
    title: str


def columns_of(grouping: Grouping, day: date, lines: list[SessionLine], choices: Choices) -> list[GridColumn]:
    """Give the columns to show for a day and the sessions of its week."""
    if grouping is Grouping.DAYS:
        monday = monday_of(day)
        days = [monday + timedelta(days=number) for number in range(7)]
        return [GridColumn(one, "", f"{day_name(one)[:3]}. {one.day}") for one in days]
    groups = {group_of(grouping, line, choices) for line in lines if line.on_date == day}
    known = choices.rooms if grouping is Grouping.ROOMS else ()
    named = [*known, *sorted(groups - {"", *known}, key=str.casefold)]
    without = {
        Grouping.ROOMS: tr("No room"),
        Grouping.FACILITATORS: tr("Nobody named"),
        Grouping.AUDIENCES: tr("For everybody"),
    }[grouping]
    return [GridColumn(day, one, one) for one in named] + [GridColumn(day, "", without)]


def group_of(grouping: Grouping, line: SessionLine, choices: Choices) -> str:
    """Say in which group of the grid a session stands."""
    if grouping is Grouping.ROOMS:
        return line.room or ""
    if grouping is Grouping.FACILITATORS:
        return line.facilitators
    if grouping is Grouping.AUDIENCES:
        return audience_words(choices.audiences.get(line.activity_code, {}))
    return ""


def audience_words(audience: Mapping[str, Any]) -> str:
    """Say whom an activity is for; nothing means everybody."""
    low, high = audience.get("age_from"), audience.get("age_to")
    words = [tr(SEX_WORDS[Sex(sex)]) for sex in audience.get("sexes", ())]
    if low is not None and high is not None:
        words.append(tr("{low} to {high} years", low=low, high=high))
    elif low is not None:
        words.append(tr("from {low} years", low=low))
    elif high is not None:
        words.append(tr("up to {high} years", high=high))
    return ", ".join(words)
