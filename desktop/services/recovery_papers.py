"""Printing recovery papers from memory, while their code is known: it is shown once and kept nowhere."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.i18n import language
from desktop.models.sealed import Compartment
from desktop.reports.page import Printed, Target
from desktop.reports.recovery_paper import RecoveryPaper, write_recovery_paper
from desktop.rights import Permission
from desktop.services.account_keys import root_card
from desktop.services.papers import home, printed_now
from desktop.storage.unit_of_work import Desk, UnitOfWork
from desktop.vault.papers import read_code


class RecoveryPaperService:
    """Set the papers of the vault and of the compartments, of whose codes nothing is kept."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def vault(self, groups: Sequence[str], target: Target) -> None:
        """Write the vault's paper with the groups that its creation gave.

        Raises:
            WrongPaper: the groups are not a code.
        """
        with self._desk.begin(Permission.MANAGE_ACCOUNTS) as work:
            paper, printed = self._paper(work, groups)
            work.trace("print recovery paper", "paper", "vault")
        write_recovery_paper(paper, target, printed)

    def compartment(self, code: str, groups: Sequence[str], target: Target) -> None:
        """Write a compartment's paper with the groups that its founding gave.

        Raises:
            NotFound: there is no such compartment.
            WrongPaper: the groups are not a code.
        """
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            row = work.row(sa.select(Compartment.label_fr, Compartment.label_en).where(Compartment.code == code))
            if row is None:
                raise NotFound(code=code)
            paper, printed = self._paper(work, groups)
            work.trace("print recovery paper", "compartment", code)
        write_recovery_paper(replace(paper, compartment=_label(row)), target, printed)

    def _paper(self, work: UnitOfWork, groups: Sequence[str]) -> tuple[RecoveryPaper, Printed]:
        read_code(" ".join(groups))
        public = root_card(self._desk).public
        # The paper names nobody, its foot neither.
        printed = replace(printed_now(work, home(work)[1]), by="")
        day: date = printed.at.date()
        seen = public.fingerprint() if public else ""
        return RecoveryPaper(groups=tuple(groups), fingerprint=seen, made_on=day), printed


def _label(row: sa.Row[Any]) -> str:
    label: str = row.label_fr if language() == "fr" else row.label_en
    return label
