"""Correlation ids as the PBX sees them."""

from supervisor_gui.netsantral.crm_ids import CrmIds, stream_id


def test_login_pause_and_logoff_of_a_member_share_one_id_over_restarts_and_computers() -> None:
    here, there = CrmIds("8501110000", random=lambda: 0.1), CrmIds("8501110000", random=lambda: 0.9)
    assert here.member("101", "Destek") == there.member("101", "Destek")


def test_every_member_has_an_id_of_its_own_made_of_digits() -> None:
    ids = CrmIds("8501110000")
    made = {ids.member(str(extension), f"Q{queue}") for extension in range(100, 600) for queue in range(20)}
    assert len(made) == 10_000
    assert all(one.isascii() and one.isdigit() and len(one) == 18 for one in made)


def test_fresh_ids_never_repeat_even_within_one_millisecond() -> None:
    ids = CrmIds("8501110000", wall=lambda: 1_675_000_000.0)
    made = [ids.fresh() for _ in range(5_000)]
    assert len(set(made)) == 5_000
    assert all(one.isdigit() and len(one) == 18 for one in made)


def test_fresh_ids_never_equal_a_members() -> None:
    ids = CrmIds("8501110000")
    assert ids.fresh()[0] != ids.member("101", "Destek")[0]


def test_stream_ids_are_integers_of_31_bits() -> None:
    assert stream_id(lambda: 0.0) == "1"
    assert 1 <= int(stream_id(lambda: 0.999999999)) <= 2_147_483_647
