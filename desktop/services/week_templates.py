"""Weeks kept under a name, to plan other weeks like them."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import DeskError, NotFound
from desktop.i18n import mark
from desktop.models.activity import WeekTemplate
from desktop.models.centre import Site
from desktop.models.names import fold
from desktop.rights import Permission
from desktop.services.sessions import in_week, monday_of, session_lines
from desktop.services.template_plans import TemplateWeek, as_kept, template_week
from desktop.services.week_copies import Copied, plan_together
from desktop.storage.unit_of_work import Desk, Reading, UnitOfWork
from desktop.vocabulary import SessionState

LONGEST_NAME = 40


class TemplateNameless(DeskError):
    """A template is found again by its name."""

    sentence = mark("Give this template a name, of {most} letters at most.")


class TemplateNameTaken(DeskError):
    """Two names that read alike cannot be told apart."""

    sentence = mark("There is a template named “{name}” already.")


class NothingToKeep(DeskError):
    """A template of an empty week would plan nothing."""

    sentence = mark("Nothing is planned this week: there is nothing to keep as a template.")


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A template to choose, with how many sessions it holds."""

    id: UUID
    name: str
    sessions: int


class WeekTemplateService:
    """Keep weeks as templates, plan a week by one, and withdraw what is no longer used."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def templates(self, site: str) -> list[TemplateLine]:
        """Give the templates of a site, by their names."""
        with self._desk.read(Permission.PLAN_WEEK) as look:
            return _lines(look, site)

    def keep(self, name: str, day: date, site: str) -> UUID:
        """Keep the week of `day` at a site under a name, without what is cancelled, and give its key.

        Raises:
            NotFound: one works at no such site.
            TemplateNameless, TemplateNameTaken: it needs another name.
            NothingToKeep: the week is empty.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            key = work.scalar(sa.select(Site.id).where(Site.code == site, work.own_sites(Site.id)))
            if not isinstance(key, UUID):
                raise NotFound(code=site)
            words = " ".join(name.split())
            if not 0 < len(words) <= LONGEST_NAME:
                raise TemplateNameless(most=LONGEST_NAME)
            _refuse_taken(work, words, site)
            lines = session_lines(work, in_week(monday_of(day), site))
            sessions = as_kept(line for line in lines if line.state is not SessionState.CANCELLED)
            if not sessions:
                raise NothingToKeep
            made = work.insert(WeekTemplate, site_id=key, name=words, sessions=sessions)
            work.trace("keep week template", "week_template", made, ["name", "sessions"])
        return made

    def foresee(self, template: UUID, day: date) -> TemplateWeek:
        """Give what a template would plan in the week of `day`.

        Raises:
            NotFound: there is no such template.
        """
        with self._desk.read(Permission.PLAN_WEEK) as look:
            return template_week(look, template, monday_of(day))

    def apply(self, template: UUID, day: date) -> Copied:
        """Plan the week of `day` by a template as one act, which `PlanningService.undo_copy` takes back.

        Raises:
            NotFound: there is no such template.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            copied = plan_together(work, template_week(work, template, monday_of(day)).plans)
            work.trace("apply week template", "week_template", template, ["sessions"])
        return copied

    def withdraw(self, template: UUID) -> None:
        """Offer a template no longer; the weeks that were planned by it stay.

        Raises:
            NotFound: there is no such template.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            _own(work, template, removed=False)
            work.change(WeekTemplate, template, removed_at=work.now, removed_by=work.member.id, removed_why="withdrawn")
            work.trace("withdraw week template", "week_template", template, ["removed_at"])

    def bring_back(self, template: UUID) -> None:
        """Offer a withdrawn template again.

        Raises:
            NotFound: no such template was withdrawn.
            TemplateNameTaken: another one took its name meanwhile.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            row = _own(work, template, removed=True)
            _refuse_taken(work, row.name, row.code)
            work.change(WeekTemplate, template, removed_at=None, removed_by=None, removed_why=None)
            work.trace("bring week template back", "week_template", template, ["removed_at"])


def _lines(look: Reading, site: str) -> list[TemplateLine]:
    shown = (
        sa.select(WeekTemplate.id, WeekTemplate.name, WeekTemplate.sessions)
        .join(Site, Site.id == WeekTemplate.site_id)
        .where(Site.code == site, WeekTemplate.removed_at.is_(None), look.own_sites(Site.id))
    )
    lines = [TemplateLine(row.id, row.name, len(row.sessions)) for row in look.rows(shown)]
    return sorted(lines, key=lambda line: fold(line.name))


def _refuse_taken(work: UnitOfWork, name: str, site: str) -> None:
    if fold(name) in {fold(line.name) for line in _lines(work, site)}:
        raise TemplateNameTaken(name=name)


def _own(work: UnitOfWork, template: UUID, *, removed: bool) -> sa.Row[Any]:
    away = WeekTemplate.removed_at.is_not(None) if removed else WeekTemplate.removed_at.is_(None)
    row = work.row(
        sa.select(WeekTemplate.name, Site.code)
        .join(Site, Site.id == WeekTemplate.site_id)
        .where(WeekTemplate.id == template, away, work.own_sites(Site.id))
    )
    if row is None:
        raise NotFound(code=template)
    return row
