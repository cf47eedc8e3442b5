"""What a password attempt costs: measured on this computer, within bounds."""

import pytest

from desktop.vault.calibration import calibrated
from desktop.vault.derive import Kdf


@pytest.mark.parametrize(
    ("per_mib_pass", "expected"),
    [
        (0.24 / 192, (186, 3)),  # an office PC
        (2.0 / 192, (64, 3)),  # slower than the aim at the least cost: never below it
        (0.02 / 192, (512, 10)),  # fast: as much memory as allowed, then passes
        (1e-9, (512, 10)),
    ],
)
def test_the_cost_follows_the_computer_within_the_bounds(per_mib_pass: float, expected: tuple[int, int]) -> None:
    cost = calibrated(lambda kdf: kdf.m * kdf.t * per_mib_pass)
    assert (cost.m, cost.t, cost.p) == (*expected, 1)


def test_a_computer_that_swaps_is_asked_for_less() -> None:
    cost = calibrated(lambda kdf: float("inf") if kdf.m > 100 else kdf.m * kdf.t * 0.2 / 192)
    assert (cost.m, cost.t) == (93, 3)


def test_a_real_measure_gives_parameters_a_key_file_may_hold() -> None:
    cost = calibrated()
    assert Kdf(cost.m, cost.t, cost.p, cost.salt) == cost
    assert calibrated(lambda _: 1.0).salt != cost.salt
