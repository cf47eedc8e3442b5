"""What a column of a list can mean, in words."""

from desktop.i18n import mark
from desktop.spreadsheets.words import Field

FIELD_WORDS = {
    Field.NUMBER: mark("Number of the line"),
    Field.FULL_NAME: mark("Whole name"),
    Field.FAMILY_NAME: mark("Family name"),
    Field.GIVEN_NAMES: mark("Given names"),
    Field.SEX: mark("Sex"),
    Field.BIRTH: mark("Birth date"),
    Field.AGE: mark("Age"),
    Field.COUNTRY: mark("Country they come from"),
    Field.NATIONALITY: mark("Nationality"),
    Field.PHONE: mark("Telephone"),
    Field.LANGUAGE: mark("Languages spoken"),
    Field.ORIGIN: mark("Origin"),
    Field.DESTINATION: mark("Destination"),
    Field.DOCUMENT: mark("Papers"),
    Field.OBSERVATION: mark("Remark"),
    Field.FATHER_NAME: mark("Father’s name"),
    Field.MOTHER_NAME: mark("Mother’s name"),
    Field.WRISTBAND: mark("Wristband"),
    Field.FAMILY_GROUP: mark("Family, by a number or a letter"),
}
