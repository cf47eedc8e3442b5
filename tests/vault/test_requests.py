"""Account requests: signed by the new identity, for one organisation, of one spelling."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.vault.derive import Kdf
from desktop.vault.refusals import ForeignRequest
from desktop.vault.requests import AccountRequest, make_request, read_request
from tests.vault.organisation import ORG, VAULT, WHO

ROOT = WHO["root"].card.e


@pytest.fixture(scope="module")
def request_() -> AccountRequest:
    """Give a request, slow to make."""
    return make_request(ORG, ROOT, "issa", "long-enough-1", Kdf.fresh())


def test_a_request_is_carried_over_whole(request_: AccountRequest) -> None:
    carried = read_request(request_.to_bytes())
    assert carried == request_
    carried.require_genuine(ORG, ROOT)
    assert b"long-enough-1" not in request_.to_bytes()
    assert request_.slot.dek == b""


@pytest.mark.parametrize(
    "changes",
    [
        {"login": "awa"},
        {"card": WHO["member"].card},
        {"root_e": WHO["member"].card.e},
        {"org": VAULT},
        {"signature": bytes(64)},
    ],
)
def test_an_altered_request_is_refused(request_: AccountRequest, changes: dict[str, Any]) -> None:
    with pytest.raises(ForeignRequest):
        replace(request_, **changes).require_genuine(ORG, ROOT)


def test_a_request_for_another_root_or_organisation_is_refused(request_: AccountRequest) -> None:
    for org, root in ((VAULT, ROOT), (ORG, WHO["member"].card.e)):
        with pytest.raises(ForeignRequest):
            request_.require_genuine(org, root)


def test_a_swapped_public_key_signed_again_does_not_fit_the_slot(request_: AccountRequest) -> None:
    forged = replace(request_, card=WHO["member"].card)
    with pytest.raises(ForeignRequest):
        replace(forged, signature=WHO["member"].sign(forged.signed())).require_genuine(ORG, ROOT)


@pytest.mark.parametrize("at", range(0, 900, 90))
def test_a_flipped_byte_never_passes(request_: AccountRequest, at: int) -> None:
    whole = bytearray(request_.to_bytes())
    whole[at % len(whole)] ^= 1
    with pytest.raises(ForeignRequest):
        read_request(bytes(whole)).require_genuine(ORG, ROOT)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b"x" * 100_000])
def test_what_is_no_request_is_refused(content: bytes) -> None:
    with pytest.raises(ForeignRequest):
        read_request(content)
