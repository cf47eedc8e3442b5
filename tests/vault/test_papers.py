"""Recovery codes and padding: every slip of the hand is caught, every length comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.vault.identity import SYMBOLS
from desktop.vault.padding import pad, unpad
from desktop.vault.papers import groups_of, read_code
from desktop.vault.refusals import SealBroken, WrongPaper

CODES = st.binary(min_size=20, max_size=20)


@given(CODES)
def test_a_code_comes_back_however_it_is_typed(code: bytes) -> None:
    groups = groups_of(code)
    assert read_code(" ".join(groups)) == code
    assert read_code("-".join(groups).lower()) == code


@given(CODES, st.integers(0, 7), st.integers(0, 3), st.sampled_from(SYMBOLS))
def test_one_wrong_symbol_names_its_group(code: bytes, group: int, place: int, symbol: str) -> None:
    groups = groups_of(code)
    if groups[group][place] == symbol:
        return
    groups[group] = groups[group][:place] + symbol + groups[group][place + 1 :]
    with pytest.raises(WrongPaper) as caught:
        read_code(" ".join(groups))
    assert caught.value.details == {"group": group + 1}


@given(CODES, st.integers(0, 6), st.integers(1, 7))
def test_swapped_groups_are_caught_at_the_first(code: bytes, first: int, distance: int) -> None:
    second = min(first + distance, 7)
    groups = groups_of(code)
    groups[first], groups[second] = groups[second], groups[first]
    with pytest.raises(WrongPaper) as caught:
        read_code(" ".join(groups))
    assert caught.value.details == {"group": first + 1}


@pytest.mark.parametrize("typed", ["", "000GH", "é" * 40])
def test_a_code_that_is_none_names_a_group(typed: str) -> None:
    with pytest.raises(WrongPaper):
        read_code(typed)


def test_a_symbol_too_many_is_caught() -> None:
    with pytest.raises(WrongPaper):
        read_code(" ".join(groups_of(bytes(20))) + "0")


@given(st.binary(max_size=20_000))
def test_padding_gives_every_text_back_in_steps(content: bytes) -> None:
    padded = pad(content)
    whole = len(padded) + 29
    assert unpad(padded) == content
    assert whole % (256 if whole <= 8192 else 4096) == 0


@pytest.mark.parametrize("padded", [b"\x00\x00\x00\x09abc", b"\x00\x00\x00\x01ab", b"\xff\xff\xff\xff"])
def test_padding_that_does_not_fit_is_refused(padded: bytes) -> None:
    with pytest.raises(SealBroken):
        unpad(padded)
