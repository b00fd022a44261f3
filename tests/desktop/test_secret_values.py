"""A password never shows itself, and goes to no host it was not saved with."""

import copy
import json
import pickle
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.desktop.secret_values import Secret, StoredSecret, from_kept, is_keepable, to_kept

passwords = st.text(min_size=1).filter(is_keepable)
host_names = st.sampled_from(["pbx.example", "192.0.2.7", "2001:db8::7", "x-1.example"])


@given(passwords, st.sets(host_names).map(lambda names: tuple(sorted(names))))
def test_any_password_comes_back_with_its_hosts(password: str, hosts: tuple[str, ...]) -> None:
    secret = StoredSecret(Secret(password), hosts)
    assert from_kept(to_kept(secret)) == secret


@given(st.builds(json.dumps, st.dictionaries(st.text(), st.text())))
def test_a_password_that_looks_like_json_is_a_password(password: str) -> None:
    assert from_kept(password) == StoredSecret(Secret(password))


def test_a_line_end_behind_a_piped_password_is_not_its_part() -> None:
    assert from_kept("p4ssw0rd\n") == from_kept("p4ssw0rd\r\n") == StoredSecret(Secret("p4ssw0rd"))


@pytest.mark.parametrize("kept", ["", "\n", "\npbx.example"])
def test_an_entry_without_a_password_is_none(kept: str) -> None:
    assert from_kept(kept) is None


def test_a_secret_shows_itself_nowhere() -> None:
    secret = StoredSecret(Secret("p4ssw0rd"), ("pbx.example",))
    shown = "".join(traceback.format_exception(ValueError(secret, secret.password)))
    shown += f"{secret} {secret!r} {secret.password} {secret.password!r} {secret.password!s:>20}"
    assert "p4ssw0rd" not in shown
    assert "***" in shown


@pytest.mark.parametrize("write", [pickle.dumps, copy.deepcopy])
def test_a_secret_is_not_written(write: object) -> None:
    assert callable(write)
    with pytest.raises(TypeError, match="not written"):
        write(Secret("p4ssw0rd"))


@pytest.mark.parametrize(
    "host",
    [
        "crmsntrl.netgsm.com.tr",
        "API.netgsm.com.tr.",
        "localhost",
        "127.0.0.1",
        "127.8.8.8",
        "[::1]",
        "::1",
        "pbx.example",
        "PBX.Example",
    ],
)
def test_the_password_goes_where_it_belongs(host: str) -> None:
    assert StoredSecret(Secret("p"), ("pbx.example",)).allows(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "netgsm.com.tr",
        "evil.example",
        "pbx.example.evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "pbx.example@evil.example",
        "pbx.example:9111",
        "pbx.example evil.example",
        "10.0.0.1",
        "0.0.0.0",
        "ｐbx..example",
    ],
)
def test_another_host_asks_again(host: str) -> None:
    assert not StoredSecret(Secret("p"), ("pbx.example",)).allows(host)
