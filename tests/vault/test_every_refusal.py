"""Each line of `keys.md` 5 with the tests that show it refused or reported."""

import ast
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
CHAINS, CARDS, TEXTS, DROPS = (f"vault/test_{name}.py" for name in ("chains", "case_cards", "sealed_texts", "drops"))
HEADER, FILES, ACCOUNTS = "vault/test_header.py", "services/test_case_files.py", "services/test_accounts.py"
HOLDERS, TRAY, CASES = (f"services/test_{name}.py" for name in ("case_holders", "tray", "cases"))
RESTORE, MEMORY = "storage/test_restore.py", "storage/test_sealed_memory.py"

SHOWN: dict[str, list[tuple[str, str]]] = {
    "swapped x": [
        (CHAINS, "test_a_swapped_key_in_a_certificate_breaks_its_signature"),
        ("vault/test_requests.py", "test_a_swapped_public_key_signed_again_does_not_fit_the_slot"),
        ("storage/test_opening.py", "test_somebody_whose_certified_keys_were_replaced_hears_so"),
        (DROPS, "test_a_compartment_whose_public_keys_are_not_its_seed_s_opens_for_nobody"),
    ],
    "self-made cert": [
        (CHAINS, "test_nobody_certifies_themselves"),
        (ACCOUNTS, "test_a_self_made_certificate_is_refused"),
    ],
    "grant by non-member": [(CHAINS, "test_only_owner_supervisor_or_paper_grant_a_case")],
    "by cover": [(CHAINS, "test_somebody_covering_may_not_grant")],
    "by a reset key of the same name": [
        (CHAINS, "test_a_reset_key_of_the_same_name_has_no_right"),
        (ACCOUNTS, "test_a_reset_key_of_the_same_name_holds_nothing"),
    ],
    "wrong key_id": [
        (CHAINS, "test_a_grant_of_a_key_that_the_card_does_not_name_is_not_used"),
        (CARDS, "test_a_link_back_to_another_key_is_refused"),
    ],
    "redirected grant": [(CHAINS, "test_a_redirected_grant_does_not_open")],
    "grant to root holder": [
        (CHAINS, "test_a_root_holder_receives_no_compartment_and_no_case"),
        (CARDS, "test_a_holder_of_sealed_work_does_not_receive_the_root"),
    ],
    "second rev 1": [(CHAINS, "test_a_second_first_link_is_refused")],
    "old card replayed": [
        (CHAINS, "test_an_old_card_played_again_is_refused"),
        (CARDS, "test_a_card_that_does_not_follow_is_refused"),
    ],
    "chain gap": [(CHAINS, "test_a_missing_link_is_noticed")],
    "deleted note": [
        (FILES, "test_a_deleted_note_is_missed"),
        (FILES, "test_the_last_note_deleted_is_missed_by_the_full_check"),
    ],
    "note in another case": [
        (TEXTS, "test_a_note_moved_elsewhere_stays_shut"),
        (FILES, "test_a_note_with_another_clear_column_does_not_open"),
    ],
    "other compartment": [
        (TEXTS, "test_a_note_moved_elsewhere_stays_shut"),
        (DROPS, "test_a_worry_under_other_columns_stays_shut"),
    ],
    "changed author, day, kv": [
        (TEXTS, "test_a_note_moved_elsewhere_stays_shut"),
        (FILES, "test_an_altered_note_is_told_and_the_others_open"),
    ],
    "copied signature": [
        (CHAINS, "test_a_copied_signature_does_not_carry_over"),
        (TEXTS, "test_a_signature_copied_from_another_note_is_refused"),
    ],
    "fake DEK": [(HEADER, "test_a_fake_data_key_is_refused")],
    "old dek, new door": [
        (HEADER, "test_a_data_key_sealed_elsewhere_does_not_open"),
        (HEADER, "test_an_old_data_key_under_a_new_door_is_refused"),
    ],
    "KDF weak, huge": [(HEADER, "test_a_weak_or_huge_cost_is_refused_before_use")],
    "header fuzz": [(HEADER, "test_400_altered_bytes_never_pass_for_sound")],
    "removed user by `.bak`": [
        (ACCOUNTS, "test_an_old_key_file_does_not_bring_a_suspended_account_back"),
        (ACCOUNTS, "test_the_spare_key_file_does_not_bring_a_suspended_account_back"),
    ],
    "suspended user": [
        (ACCOUNTS, "test_a_suspended_account_stays_out_until_reinstated"),
        (CHAINS, "test_a_suspended_or_ended_owner_signs_nothing"),
        (CARDS, "test_nobody_suspended_receives_the_next_key"),
    ],
    "stale cover, clock back": [
        (HOLDERS, "test_midnight_ends_cover_while_the_program_runs_and_a_clock_set_back_does_not_reopen_it"),
        (HOLDERS, "test_cover_does_not_open_again_at_a_later_sign_in_with_the_clock_set_back"),
    ],
    "cover after card": [
        (CARDS, "test_ended_cover_keeps_what_it_had_and_opens_nothing_later"),
        (HOLDERS, "test_cover_that_is_over_is_due_and_settled_in_one_act"),
    ],
    "merge, unmerge: opens": [(FILES, "test_a_merged_file_still_opens_and_so_it_does_once_parted_again")],
    "restore revives nobody": [
        (RESTORE, "test_whoever_was_shut_out_since_stays_out"),
        (RESTORE, "test_a_lost_password_replaced_since_does_not_come_back"),
    ],
    "drop-in flood (20 a day each, warn at 200 waiting)": [
        (TRAY, "test_a_flood_is_stopped_in_a_sitting_and_seen_across_sittings"),
        (TRAY, "test_a_crowded_tray_is_said_to_its_holders_only"),
    ],
    "bad drop-in set aside": [(TRAY, "test_a_bad_worry_is_set_aside_and_the_others_are_read")],
    "ended device": [("vault/test_device.py", "test_an_ended_device_gets_no_card")],
    "(obj,rev) fork": [
        (CHAINS, "test_a_fork_of_a_link_is_refused"),
        (HOLDERS, "test_a_second_row_of_the_same_link_does_not_enter_the_database"),
    ],
    "duplicate JSON key": [
        (CHAINS, "test_a_second_spelling_is_refused"),
        (HEADER, "test_a_name_that_stands_twice_is_refused"),
    ],
    "small-order keys": [
        (CHAINS, "test_keys_that_sign_anything_sign_nothing_here"),
        (CHAINS, "test_nothing_is_sealed_to_a_key_that_everybody_can_open"),
    ],
    "newer v": [
        (CHAINS, "test_a_record_of_a_later_program_says_so"),
        (HEADER, "test_a_later_format_says_so"),
    ],
    "coordinator's memory: no sealed key": [(MEMORY, "test_a_sealed_key_is_in_the_memory_of_its_holder_only")],
}
# These belong to operations that the program does not have yet.
LATER = {"kill in rotation", "bundle twice", "emergency, then paper"}


@cache
def named_in(path: str) -> set[str]:
    """Name the test functions of a file."""
    return {
        node.name for node in ast.parse((TESTS / path).read_text("utf-8")).body if isinstance(node, ast.FunctionDef)
    }


@pytest.mark.parametrize("line", SHOWN)
def test_every_line_is_shown_by_tests_that_exist(line: str) -> None:
    assert SHOWN[line]
    assert [name for path, name in SHOWN[line] if name not in named_in(path)] == []


def test_no_line_is_forgotten() -> None:
    assert len(SHOWN) + len(LATER) == 37
    assert not set(SHOWN) & LATER
