"""An agreement to plain HTTP is one for a host, also where the administrator moves the PBX elsewhere."""

from pathlib import Path

import msgspec
import pytest

from supervisor_gui.config import MachinePolicy, Profile, SettingsStore, encryption_plan
from supervisor_gui.config.policy_file import parse_policy

ACCOUNT = "8501110000"


def machine_of(text: str) -> MachinePolicy:
    """The administrator's settings that say this."""
    return parse_policy(text, Path("policy.ini"))


@pytest.mark.parametrize(
    ("lines", "holds"),
    [
        ("pbx_url = http://new.example", False),
        ("pbx_url = https://new.example", False),
        ("api_url = http://new.example", False),
        ("api_url = https://new.example", True),
        ("pbx_url = http://mine.example:81", True),
        ("language = tr", True),
    ],
    ids=["pbx", "pbx whose plain form is tried", "api", "encrypted api", "same host", "no address"],
)
def test_what_was_agreed_to_holds_for_the_hosts_it_was_given_for(tmp_path: Path, lines: str, holds: bool) -> None:
    path = tmp_path / "settings.ini"
    own = SettingsStore(path)
    mine = Profile(name="Ana", account=ACCOUNT, pbx_url="http://mine.example", plain_http_agreed=True)
    own.put(mine)
    own.save()
    before = path.read_text("utf-8")
    store = SettingsStore(path, machine_of(f"[connection]\n{lines}\n"))
    assert store.load() == ()
    (profile,) = store.profiles
    assert profile.plain_http_agreed is holds
    assert store.under_machine(profile) == profile
    assert store.under_machine(mine).plain_http_agreed is holds
    plan = encryption_plan(profile)
    plain = [route for route in (*plan.pbx, plan.api) if not route.encrypted]
    assert all(route.agreed is holds for route in plain)
    store.put(msgspec.structs.replace(profile, worked_encrypted=True))
    store.put(profile)
    store.save()
    assert path.read_text("utf-8") == before, "the user's own word is left for the user's own host"


def test_what_is_agreed_to_for_the_administrators_host_is_kept_for_that_host_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    own = SettingsStore(path)
    own.put(Profile(name="Ana", account=ACCOUNT, pbx_url="http://mine.example", plain_http_agreed=True))
    own.save()

    def opened(machine: str) -> SettingsStore:
        store = SettingsStore(path, machine_of(machine))
        assert store.load() == ()
        return store

    there = "[connection]\npbx_url = http://new.example\n"
    store = opened(there)
    store.put(msgspec.structs.replace(store.profiles[0], plain_http_agreed=True))
    store.save()
    assert opened(there).profiles[0].plain_http_agreed, "nobody is asked a second time"
    assert not opened(there.replace("new", "newer")).profiles[0].plain_http_agreed
    assert not opened("").profiles[0].plain_http_agreed, "asked again for the user's own host"
    back = opened("")
    back.put(msgspec.structs.replace(back.profiles[0], plain_http_agreed=True))
    back.save()
    assert opened("").profiles[0].plain_http_agreed
    assert not opened(there).profiles[0].plain_http_agreed
