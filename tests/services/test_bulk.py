"""Work on very many rows."""

import gc

import pytest

from desktop.services.bulk import in_bulk


def test_the_collector_works_again_afterwards_even_when_the_work_fails() -> None:
    with in_bulk():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="x"), in_bulk():
        raise ValueError("x")
    assert gc.isenabled()


def test_work_inside_work_leaves_the_collector_as_it_found_it() -> None:
    with in_bulk():
        with in_bulk():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
