"""What the first start refuses, with a sentence to be said under the field."""

import re
from collections.abc import Sequence

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.views.first_start.answers import RoomAnswer, SiteAnswer

_CODE, _LOGIN = re.compile(r"[A-Z]{2,4}"), re.compile(r"[A-Za-z0-9._-]{2,32}")


class Missing(DeskError):
    """Nothing was typed where something is needed."""

    sentence = mark("Write something here.")


class BadSiteCode(DeskError):
    """People's numbers begin with the code of a site."""

    sentence = mark("“{code}” is no code: write two to four capital letters, such as BKO.")


class SiteTwice(DeskError):
    """Two sites cannot share a code."""

    sentence = mark("Two sites have the code {code}. Give one of them another.")


class UnnamedSite(DeskError):
    """A site has a code and no name."""

    sentence = mark("The site {code} has no name yet.")


class RoomTwice(DeskError):
    """Two rooms of a site cannot share a name: their beds are called after them."""

    sentence = mark("Two rooms are called {name}. Give one of them another name.")


class BadLogin(DeskError):
    """A login is typed many times a day, on every keyboard."""

    sentence = mark("Use letters without accents, figures, a dot or a hyphen, without blanks: two at least.")


class TypedOtherwise(DeskError):
    """The password was typed differently the second time."""

    sentence = mark("The two passwords differ. Type the second one again.")


def check_filled(text: str) -> None:
    """Refuse nothing at all.

    Raises:
        Missing: only blanks were typed.
    """
    if not text.strip():
        raise Missing


def check_login(text: str) -> None:
    """Refuse a login that some keyboards cannot type.

    Raises:
        BadLogin: it holds something else than plain letters, figures, dots and hyphens.
    """
    if not _LOGIN.fullmatch(text.strip()):
        raise BadLogin


def check_sites(sites: Sequence[SiteAnswer]) -> None:
    """Refuse sites whose codes cannot begin people's numbers.

    Raises:
        DeskError: a code is no code or given twice, or a site has no name.
    """
    codes = [site.code.strip() for site in sites]
    for site, code in zip(sites, codes, strict=True):
        if not _CODE.fullmatch(code):
            raise BadSiteCode(code=code)
        if codes.count(code) > 1:
            raise SiteTwice(code=code)
        if not site.name.strip():
            raise UnnamedSite(code=code)


def check_rooms(rooms: Sequence[RoomAnswer]) -> None:
    """Refuse two rooms of one name; a room without a name is left out.

    Raises:
        RoomTwice: there are two.
    """
    names = [room.name.strip().casefold() for room in rooms if room.name.strip()]
    for room in rooms:
        if names.count(room.name.strip().casefold()) > 1:
            raise RoomTwice(name=room.name.strip())
