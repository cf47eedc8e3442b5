"""One invented person followed: consent asked, a case opened, a note sealed, a letter written."""

from desktop.centre import Centre
from desktop.demonstration.inventions import invented
from desktop.models.base import now
from desktop.services.cases import NoteContent
from desktop.services.consents import Answer
from desktop.services.referrals import PersonDetails, ReferralPlan
from desktop.vocabulary import ConsentAnswer, ConsentPurpose, Urgency
from desktop.vocabulary.referrals import SharedItem

_SHARED = (SharedItem.NAME, SharedItem.AGE, SharedItem.LANGUAGE, SharedItem.PHONE)


def follow_somebody(centre: Centre) -> str:
    """Follow the first lodger as a social worker would, and give the number of the letter."""
    words = invented()["follow_up"]
    service = centre.directory.service(words["service"])
    person = centre.people.search("", limit=1, in_house_only=True)[0]
    centre.consents.record(
        person.id,
        Answer(
            purpose=ConsentPurpose.SHARING,
            answer=ConsentAnswer.GIVEN,
            said_at=now(),
            given_by=person.name,
            language=words["language"],
            items=_SHARED,
            mark_kind="thumbprint",
            interpreter=words["interpreter"],
            read_aloud=True,
            restated=True,
            organisations=(service.organisation,),
        ),
    )
    case = centre.cases.open_case(person.code, "social")
    centre.cases.write_note(case.id, NoteContent(kind="free", title=words["title"], text=words["note"]))
    return centre.referrals.write(
        ReferralPlan(
            case_id=case.id,
            service_code=service.code,
            urgency=Urgency.HOURS_72,
            reason=words["reason"],
            requested=words["requested"],
            items=_SHARED,
            details=PersonDetails(
                interpreter=words["interpreter"],
                safe_phone=words["phone"],
                phone_hours=words["phone_hours"],
                message_allowed=False,
            ),
        )
    )
