"""Back ends that misbehave, behind the real keyring library, and passwords that none of them is asked to keep."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail

from supervisor_gui.desktop.credentials import Credentials, KeyringState, Outcome, explain_keyring
from tests.helpers import odd_backends

ACCOUNT = "8501110000"
PASSWORD = "p4ssw0rd"
FAR = ("pbx.example",)


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    yield
    keyring.set_keyring(fail.Keyring())


async def saved(backend: KeyringBackend, password: str = PASSWORD) -> Outcome:
    """What saving brings on `backend`."""
    keyring.set_keyring(backend)
    return await Credentials(timeout=10).save(ACCOUNT, password, FAR)


async def test_a_keyring_that_forgets_is_noticed_at_once() -> None:
    assert (await saved(odd_backends.Forgetful())).state is KeyringState.NULL


async def test_a_keyring_that_garbles_is_a_failure() -> None:
    outcome = await saved(odd_backends.Garbling())
    assert outcome.state is KeyringState.FAILED
    assert PASSWORD.upper() not in outcome.detail


async def test_a_stop_gap_back_end_never_gets_the_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAIN_FILE", str(tmp_path / "plain"))
    assert (await saved(odd_backends.PlainFile())).state is KeyringState.MISSING
    assert not (tmp_path / "plain").exists()


async def test_a_failure_to_save_does_not_tell_the_password() -> None:
    outcome = await saved(odd_backends.TellTale())
    assert outcome.state is KeyringState.FAILED
    assert "cannot keep" in explain_keyring(outcome)
    assert PASSWORD not in outcome.detail


async def test_of_an_unheard_failure_only_the_kind_is_told() -> None:
    keyring.set_keyring(odd_backends.Unheard())
    _, outcome = await Credentials(timeout=10).load(ACCOUNT)
    assert outcome == Outcome(KeyringState.FAILED, "odd backends Unheard", "OddError")


@pytest.mark.parametrize("password", ["p" * 1001, "p" * 995, "two\nlines", "nul\0", ""])
async def test_what_no_keyring_keeps_is_refused_before_it_is_asked(password: str) -> None:
    keyring.set_keyring(odd_backends.TellTale())
    credentials = Credentials(timeout=10)
    outcome = await credentials.save(ACCOUNT, password, FAR)
    assert outcome.state is KeyringState.FAILED
    assert "OSError" not in outcome.detail
    assert outcome.detail in explain_keyring(outcome)
    assert credentials.session[ACCOUNT].password.reveal() == password


async def test_a_password_of_the_greatest_length_is_kept() -> None:
    longest = "p" * (1000 - len("\npbx.example"))
    keyring.set_keyring(odd_backends.Memory())
    assert (await Credentials().save(ACCOUNT, longest, FAR)).state is KeyringState.READY
    secret, _ = await Credentials().load(ACCOUNT)
    assert secret is not None
    assert (secret.password.reveal(), secret.hosts) == (longest, FAR)
    assert (await Credentials().forget(ACCOUNT)).state is KeyringState.READY


async def test_a_password_held_for_this_run_never_reaches_the_keyring() -> None:
    keyring.set_keyring(odd_backends.TellTale())
    credentials = Credentials(timeout=10)
    credentials.remember(ACCOUNT, PASSWORD, FAR)
    secret, _ = await credentials.load(ACCOUNT)
    assert secret is not None
    assert secret.allows("pbx.example")
    assert (await Credentials(timeout=10).load(ACCOUNT))[0] is None
