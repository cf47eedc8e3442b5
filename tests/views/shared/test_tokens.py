"""The colours can be told apart, in all three themes."""

import pytest

from desktop.views.shared.contrast import RING_PAIRS, TEXT_PAIRS, contrast
from desktop.views.shared.themes import THEME_WORDS, THEMES


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("front", "back"), TEXT_PAIRS)
def test_text_can_be_read(theme: str, front: str, back: str) -> None:
    tokens = THEMES[theme]
    assert contrast(getattr(tokens, front), getattr(tokens, back)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("front", "back"), RING_PAIRS)
def test_rings_can_be_seen(theme: str, front: str, back: str) -> None:
    tokens = THEMES[theme]
    assert contrast(getattr(tokens, front), getattr(tokens, back)) >= 3


def test_every_theme_has_a_name() -> None:
    assert THEME_WORDS.keys() == THEMES.keys()
