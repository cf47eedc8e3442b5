"""The sidebar under somebody's hands: the pages that their role finds there, and the lock below them."""

from tests.journeys.hands import Hands
from tests.journeys.screen import wait_until

# From the layout: the middle of a line of the sidebar, and of the lock below it.
_FIRST_PAGE, _PAGE_BELOW, _LOCK = (100, 80), 41, (84, 619)

Pages = list[str]


def walk(hands: Hands, wanted: set[str], closed: str) -> Pages:
    """Walk down by keys until one is back at the first page; give the titles, from the top of the sidebar.

    All that are `wanted` must be found, and the `closed` one must not.
    """
    pages = [hands.title()]
    while True:
        hands.press("ctrl+Next")
        wait_until(lambda: hands.title() not in {"", pages[-1]}, f"another page than {pages[-1]}")
        if hands.title() == pages[0]:
            break
        pages.append(hands.title())
    found = {title.removesuffix(" · Jatigi") for title in pages}
    assert wanted <= found
    assert closed not in found
    return pages


def click_page(hands: Hands, pages: Pages, title: str) -> None:
    """Open a page by the mouse."""
    x, y = _FIRST_PAGE
    hands.click(x, y + _PAGE_BELOW * pages.index(f"{title} · Jatigi"))
    hands.wait_for_window(f"^{title} · Jatigi$")


def lock(hands: Hands) -> None:
    """Lock by the mouse, for whoever comes next."""
    hands.click(*_LOCK)
