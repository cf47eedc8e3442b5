"""Why two files are held for one person, in words: a score explains itself."""

from enum import StrEnum

from desktop.i18n import mark


class Reason(StrEnum):
    """What fits between two files, or speaks against; the codes are kept with the pair."""

    NAME = "name"
    SEX = "sex"
    SEX_DIFFERS = "sex_differs"
    SAME_BIRTH = "same_birth"
    BIRTH = "birth"
    NEAR_BIRTH = "near_birth"
    BIRTH_DIFFERS = "birth_differs"
    FATHER = "father"
    FATHER_DIFFERS = "father_differs"
    MOTHER = "mother"
    MOTHER_DIFFERS = "mother_differs"
    ORIGIN = "origin"
    PHONE = "phone"
    TWIN = "twin"
    CROWD = "crowd"

    # A million look-ups in the points: the hash of the text itself, not the enum's slower one.
    __hash__ = str.__hash__


REASON_WORDS = {
    Reason.NAME: mark("the names sound alike"),
    Reason.SEX: mark("same sex"),
    Reason.SEX_DIFFERS: mark("but the sex differs"),
    Reason.SAME_BIRTH: mark("same day of birth"),
    Reason.BIRTH: mark("births that may be one"),
    Reason.NEAR_BIRTH: mark("but births up to two years apart"),
    Reason.BIRTH_DIFFERS: mark("but births years apart"),
    Reason.FATHER: mark("same father’s name"),
    Reason.FATHER_DIFFERS: mark("but another father’s name"),
    Reason.MOTHER: mark("same mother’s name"),
    Reason.MOTHER_DIFFERS: mark("but another mother’s name"),
    Reason.ORIGIN: mark("same place of origin"),
    Reason.PHONE: mark("same telephone"),
    Reason.TWIN: mark("twins, it seems: two people"),
    Reason.CROWD: mark("but a name many people bear"),
}
