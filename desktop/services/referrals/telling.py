"""What a letter tells of somebody: the least, and what was ticked."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from desktop.i18n import tr, trn
from desktop.models.partial_date import PartialDate
from desktop.models.people import Person
from desktop.services.case_lines import CaseLine
from desktop.services.referrals.answers import ReferralPlan
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import SEX_WORDS, Precision
from desktop.vocabulary.referrals import SHARED_WORDS, SharedItem

_FILE = (Person.sex, Person.birth_min, Person.birth_max, Person.birth_precision, Person.languages, Person.phone)


def told(look: Reading, case: CaseLine, plan: ReferralPlan, today: date, spoken: str) -> dict[str, Any]:
    """Give the lines of the letter about the person; what is not ticked is not among them.

    `spoken` is the language that consent was explained in, told where the file names none.
    """
    file, more = look.row(sa.select(*_FILE).where(Person.id == case.person)), plan.details
    known = dict(file._mapping) if file else {}  # noqa: SLF001 - the documented way to a row's names
    by_item: dict[SharedItem, dict[str, Any]] = {
        SharedItem.NAME: {"person": case.name},
        SharedItem.AGE: _age(known, today),
        SharedItem.SEX: {"sex": tr(SEX_WORDS[known["sex"]]) if known else ""},
        SharedItem.LANGUAGE: {"language": known.get("languages") or spoken, "interpreter": more.interpreter},
        SharedItem.MOBILITY: {"mobility": more.mobility},
        SharedItem.COMPANION: {"companion": more.companion},
        SharedItem.PHONE: {
            "safe_phone": more.safe_phone or known.get("phone") or "",
            "phone_hours": more.phone_hours,
            "message_allowed": more.message_allowed,
        },
        SharedItem.SERVICES_GIVEN: {"given": plan.given},
        SharedItem.CHILD: {
            "caregiver": more.caregiver,
            "child_view": more.child_view,
            "authority": more.authority,
        },
    }
    lines = {"person": case.person_code}
    for item in plan.items:
        lines |= by_item[item]
    return lines


def listed(items: tuple[SharedItem, ...]) -> list[str]:
    """Give the words for everything the letter tells, in the order of the page."""
    who = SHARED_WORDS[SharedItem.NAME] if SharedItem.NAME in items else ""
    rest = [SHARED_WORDS[item] for item in SharedItem if item in items and item is not SharedItem.NAME]
    return [tr(who) if who else tr("file code"), *map(tr, rest), tr("reason and service requested")]


def _age(known: dict[str, Any], today: date) -> dict[str, Any]:
    if not known:
        return {"age": ""}
    birth = PartialDate(known["birth_min"], known["birth_max"], known["birth_precision"])
    years = birth.age_on(today)
    words = "" if years is None else trn("{n} year old", "{n} years old", years)
    return {"age": words, "estimated": years is not None and birth.precision is not Precision.DAY}
