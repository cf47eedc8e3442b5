"""Codes and their check character (invariant 22)."""

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.models.codes import person_code, random_code, referral_number, session_code, sheet_code, tidy, verify

CODES = st.builds(person_code, st.sampled_from(["BKO", "KTA", "KYS"]), st.integers(2020, 2040), st.integers(1, 99999))


def test_a_persons_code_is_written_as_on_the_cards() -> None:
    assert person_code("BKO", 2026, 412) == "BKO-26-00412-S"
    assert referral_number("BKO", 2026, 147) == "REF-BKO-2026-0147"


@given(CODES, st.integers(0, 40), st.sampled_from("0123456789"))
def test_one_wrong_digit_fails_the_check(code: str, where: int, digit: str) -> None:
    places = [place for place, sign in enumerate(code) if sign.isdigit()]
    place = places[where % len(places)]
    assume(code[place] != digit)
    assert verify(code)
    assert not verify(code[:place] + digit + code[place + 1 :])


@given(CODES, st.integers(0, 5))
def test_swapped_neighbours_fail_the_check(code: str, where: int) -> None:
    digits = [place for place, sign in enumerate(code[:-1]) if sign.isdigit()]
    here, there = digits[where], digits[where + 1]
    assume(code[here] != code[there])
    swapped = list(code)
    swapped[here], swapped[there] = swapped[there], swapped[here]
    assert not verify("".join(swapped))


@given(st.integers(0, 159_999))
def test_sessions_and_sheets_carry_the_letter_of_the_device(number: int) -> None:
    session, sheet = session_code("B", number), sheet_code("B", number)
    assert session.startswith("S-B")
    assert sheet.startswith("F-B")
    assert len(session) == len(sheet) == 8
    assert verify(session)
    assert verify(sheet)


def test_no_two_numbers_share_a_session_code() -> None:
    assert len({session_code("A", number) for number in range(0, 160_000, 7)}) == len(range(0, 160_000, 7))


def test_a_random_code_is_checked_and_never_the_same() -> None:
    codes = {random_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(verify(code) and len(code) == 17 for code in codes)


def test_a_code_is_understood_however_it_is_typed() -> None:
    assert verify("bko 26 00412 s")
    assert tidy(" bko-26-00412-s ") == "BKO-26-00412-S"
    assert not verify("")
    assert not verify("BKO-26-é")
