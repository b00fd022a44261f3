"""The administrator's file as whoever starts the program meets it: it wins, it never permits by accident."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supervisor_gui.config import MachinePolicy, Profile, Settings, SettingsStore, keys
from supervisor_gui.config.policy import RIGHTS, fault_details, fault_words, ignored_words, ruled
from supervisor_gui.config.policy_file import LARGEST, parse_policy, read_policy
from supervisor_gui.errors import SettingsError
from supervisor_gui.i18n import use_headless
from supervisor_gui.live.policy import ACTIONS
from supervisor_gui.live.user_limits import ACTIONS_OF_RIGHTS, LOOKING_ONLY, policy_of
from supervisor_gui.options import Options
from supervisor_gui.paths import policy_file as place_of_the_file
from tests.helpers.machine_policy import belongs_to_root

PLACE = Path("/etc/example/policy.ini")
ACCOUNT, OTHER = "8501110000", "3121110000"
HOME = "https://pbx.example"
WHOLE = f"""; for all seats
[connection]
account = {ACCOUNT}
pbx_url = {HOME}/
api_url = https://api.example
events = pbx.example:9110
language = tr

[rights]
dial = no
# and so on
pause = evet
remove = HAYIR
campaigns = yes
export = Hayır
whole_numbers = no
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where a file may lie that only the administrator can change."""
    belongs_to_root(monkeypatch)
    usual = os.umask(0o022)
    yield tmp_path / "policy.ini"
    os.umask(usual)


def seat(machine: MachinePolicy) -> frozenset[str]:
    """What this seat may not do."""
    return frozenset(policy_of(Settings(machine=machine)).denied)


def test_a_whole_file_is_read_and_says_who_may_do_what(file: Path) -> None:
    for spelt in (WHOLE.encode(), WHOLE.encode("utf-8-sig"), WHOLE.replace("\n", "\r\n").encode()):
        file.write_bytes(spelt)
        machine = read_policy(file)
        assert machine.fault is None
        assert machine.account == ACCOUNT
        now = Settings(machine=machine)
        assert now.get(keys.PBX_ADDRESS) == HOME
        assert now.get(keys.API_ADDRESS) == "https://api.example"
        assert now.get(keys.EVENTS_ADDRESS) == "pbx.example:9110"
        assert now.get(keys.LANGUAGE) == "tr"
        assert seat(machine) == {"dial", "bridge", "transfer", "remove", "remove_number", "export", "unmask"}
        assert policy_of(now).number("5550000012") == "•••12"


def test_no_file_sets_nothing(file: Path) -> None:
    machine = read_policy(file)
    assert machine == MachinePolicy()
    assert not seat(machine)
    assert policy_of(Settings(machine=machine)).number("5550000012") == "5550000012"


@pytest.mark.parametrize("right", RIGHTS)
def test_each_right_takes_its_own_actions_and_nothing_else(right: str) -> None:
    machine = parse_policy(f"[rights]\n{right} = no\n", PLACE)
    assert machine.fault is None
    assert seat(machine) == set(ACTIONS_OF_RIGHTS[right])
    assert policy_of(Settings(machine=machine)).mask_numbers is (right == "whole_numbers")
    assert not seat(parse_policy(f"[rights]\n{right} = yes\n", PLACE))


def test_who_may_not_call_may_still_end_and_hold_calls_and_who_may_not_remove_may_add() -> None:
    machine = parse_policy("[rights]\ndial = no\nremove = no\n", PLACE)
    assert not seat(machine) & {"hang_up", "mute", "add", "add_number", "pause", "resume"}


BROKEN = [
    ("dial = no\n", 1, "line"),
    ("[rights]\ndial\n", 2, "line"),
    ("[rights\ndial = no\n", 1, "line"),
    ("[right]\ndial = no\n", 1, "section"),
    ("[rights]\ndail = no\n", 2, "key"),
    ("[rights]\npbx_url = https://pbx.example\n", 2, "key"),
    ("[connection]\ndial = no\n", 2, "key"),
    ("[rights]\ndial = nein\n", 2, "value"),
    ("[rights]\ndial =\n", 2, "value"),
    ("[rights]\ndial = no ; for now\n", 2, "value"),
    ("[rights]\ndial = no\ndial = yes\n", 3, "twice"),
    ("[rights]\ndial = yes\n[connection]\n[rights]\nDIAL = no\n", 5, "twice"),
    ("[connection]\naccount = 0850111000\n", 2, "value"),
    ("[connection]\naccount = ٨٥٠١١١٠٠٠٠\n", 2, "value"),
    ("[connection]\npbx_url = pbx.example\n", 2, "value"),
    ("[connection]\npbx_url = https://user:secret@pbx.example\n", 2, "value"),
    ("[connection]\nevents = pbx.example\n", 2, "value"),
    ("[connection]\nlanguage = de\n", 2, "value"),
]


@pytest.mark.parametrize(("text", "line", "kind"), BROKEN)
@pytest.mark.parametrize("language", ["tr", "en"])
def test_a_line_that_cannot_be_used_leaves_everybody_looking_only(
    text: str, line: int, kind: str, language: str
) -> None:
    machine = parse_policy(text, PLACE)
    assert machine.fault is not None
    assert (machine.fault.kind, machine.fault.line) == (kind, line)
    assert seat(machine) == LOOKING_ONLY
    assert policy_of(Settings(machine=machine)).mask_numbers
    use_headless(language)
    words = fault_words(machine.fault)
    assert str(line) in words
    assert machine.fault.where in words
    assert ("Yöneticinize" in words) is (language == "tr")
    assert f"{PLACE}:{line}" in fault_details(machine)


def test_who_may_only_look_may_change_what_stays_in_this_program() -> None:
    assert set(ACTIONS) - LOOKING_ONLY == {"names", "limits", "settings"}


def test_a_slip_in_a_right_does_not_send_the_seat_to_another_pbx() -> None:
    machine = parse_policy(f"[connection]\naccount = {ACCOUNT}\npbx_url = {HOME}\n[rights]\ndial = nay\n", PLACE)
    assert machine.view_only
    assert (machine.account, machine.fixed[keys.PBX_ADDRESS.key]) == (ACCOUNT, HOME)


def test_bytes_that_are_no_text_a_large_file_and_a_folder_leave_everybody_looking_only(file: Path) -> None:
    for raw, kind in ((b"[rights]\ndial = \xff\n", "not_text"), ("[rights]".encode("utf-16"), "not_text")):
        file.write_bytes(raw)
        machine = read_policy(file)
        assert machine.fault is not None
        assert machine.fault.kind == kind
    file.write_bytes(b"; " + b"x" * LARGEST)
    machine = read_policy(file)
    assert machine.fault is not None
    assert machine.fault.kind == "too_large"
    file.unlink()
    file.mkdir()
    machine = read_policy(file)
    assert machine.fault is not None
    assert machine.fault.kind == "not_a_file"
    assert seat(machine) == LOOKING_ONLY


@pytest.mark.skipif(os.name != "posix", reason="owners and modes")
@pytest.mark.parametrize(
    ("mode", "above", "trusted"),
    [
        (0o644, 0o755, True),
        (0o600, 0o700, True),
        (0o646, 0o755, False),
        (0o644, 0o757, False),
    ],
)
def test_a_file_that_others_can_change_or_put_in_place_permits_nothing(
    file: Path, mode: int, above: int, trusted: bool
) -> None:
    file.write_text(f"[connection]\npbx_url = {HOME}\n[rights]\ndial = yes\n")
    file.chmod(mode)
    file.parent.chmod(above)
    machine = read_policy(file)
    assert machine.view_only is not trusted
    # Nor does it lead anybody anywhere.
    assert bool(machine.fixed) is trusted


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root gives files away")
def test_a_file_of_the_user_himself_or_open_to_a_group_permits_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text("[rights]\ndial = no\n")
    file.chmod(0o664)
    os.chown(file, 0, 0)
    assert not read_policy(file).view_only, "root's own group"
    os.chown(file, 0, 1000)
    assert read_policy(file).view_only
    file.chmod(0o644)
    os.chown(file, 1000, 0)
    monkeypatch.setattr("supervisor_gui.config.policy_file._my_id", lambda: 1000)
    assert read_policy(file).view_only
    monkeypatch.setattr("supervisor_gui.config.policy_file._my_id", lambda: 1001)
    assert not read_policy(file).view_only, "another one's, who looks after the computer"


def test_a_file_that_cannot_be_opened_permits_nothing(file: Path) -> None:
    file.write_text("in the way")
    machine = read_policy(file / "policy.ini")
    assert machine.fault is not None
    assert machine.fault.kind == "unreadable"
    assert machine.fault.details


@given(raw=st.binary(max_size=400))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_without_an_exception(raw: bytes, file: Path) -> None:
    file.write_bytes(raw)
    machine = read_policy(file)
    if machine.fault is not None:
        assert seat(machine) == LOOKING_ONLY
        assert fault_words(machine.fault)


_LINES = st.one_of(
    st.sampled_from(["[connection]", "[rights]", "", "; words", f"account = {ACCOUNT}"]),
    st.builds("{} = {}".format, st.sampled_from(RIGHTS), st.sampled_from(["no", "yes", "NO", "on", "", "n o"])),
    st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=20),
)


@given(lines=st.lists(_LINES, max_size=12), at=st.integers(0, 200), sign=st.characters(exclude_categories=["Cs"]))
@settings(max_examples=300)
def test_no_slip_of_the_pen_ever_permits_what_was_forbidden(lines: list[str], at: int, sign: str) -> None:
    before = parse_policy("\n".join(lines), PLACE)
    text = "[rights]\n" + "".join(f"{right} = no\n" for right in RIGHTS)
    spoilt = text[: at % len(text)] + sign + text[at % len(text) + 1 :]
    after = parse_policy(spoilt, PLACE)
    everything = {action for actions in ACTIONS_OF_RIGHTS.values() for action in actions}
    # A sign that makes a comment of a line is a decision, like a line that is not there.
    commented = any(row.strip().startswith((";", "#")) for row in spoilt.split("\n"))
    assert seat(after) >= everything or commented
    if before.fault is not None:
        assert seat(before) == LOOKING_ONLY


# It wins over the settings and over the command line.


def machine_of(text: str) -> MachinePolicy:
    machine = parse_policy(text, PLACE)
    assert machine.fault is None
    return machine


FIXED = machine_of(
    f"[connection]\naccount = {ACCOUNT}\npbx_url = {HOME}\nlanguage = tr\n[rights]\nwhole_numbers = no\n"
)


def test_it_wins_over_the_users_settings_and_is_never_written_to_them(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    own = SettingsStore(path)
    own.load()
    own.put(Profile(name="Ana", account=ACCOUNT, pbx_url="https://mine.example"))
    own.put(Profile(name="Başka", account=OTHER))
    own.open("Ana")
    own.set(keys.LANGUAGE, "en")
    own.save()
    before = path.read_text("utf-8")

    store = SettingsStore(path, FIXED)
    assert store.load() == ()
    assert [profile.name for profile in store.profiles] == ["Ana"]
    store.open("Ana")
    assert store.profiles[0].pbx_url == HOME
    assert store.settings.get(keys.PBX_ADDRESS) == HOME
    assert store.settings.get(keys.LANGUAGE) == "tr"
    assert store.settings.get(keys.MASK_NUMBERS)
    assert not store.settings.is_set(keys.LANGUAGE), "there is no way back to a default"
    for setting, value in ((keys.LANGUAGE, "en"), (keys.PBX_ADDRESS, "https://x.example"), (keys.MASK_NUMBERS, False)):
        with pytest.raises(SettingsError, match="administrator"):
            store.set(setting, value)
    store.put(store.profiles[0])
    store.save()
    assert path.read_text("utf-8") == before
    store.set(keys.THEME, "dark")
    store.save()
    assert HOME not in path.read_text("utf-8")
    again = SettingsStore(path)
    again.load()
    assert [profile.pbx_url for profile in again.profiles if profile.name == "Ana"] == ["https://mine.example"]
    assert again.settings.get(keys.LANGUAGE) == "en"


def test_a_profile_of_another_account_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    own = SettingsStore(path)
    own.put(Profile(name="Ana", account=OTHER))
    own.save()
    store = SettingsStore(path, FIXED)
    store.load()
    with pytest.raises(SettingsError):
        store.put(Profile(name="Ana", account=ACCOUNT))


def test_the_command_line_cannot_lead_elsewhere_but_may_choose_its_language() -> None:
    wished = Options(
        account=OTHER, profile="Başka", pbx_url="http://x.example", api_url="http://y.example", lang="en", theme="dark"
    )
    held = ruled(wished, FIXED)
    assert held.options.account == ACCOUNT
    assert held.options.pbx_url == "", "the profile has it, and nobody has agreed to anything by naming it"
    assert (held.options.api_url, held.options.lang, held.options.theme) == ("http://y.example", "en", "dark")
    assert held.ignored == ("--account", "--profile", "--pbx-url")
    assert all(argument in ignored_words(held.ignored) for argument in held.ignored)
    same = ruled(Options(account=ACCOUNT, pbx_url=HOME), FIXED)
    assert same.ignored == ()


def test_a_password_of_the_environment_goes_with_its_own_account_alone() -> None:
    held = ruled(Options(account=OTHER, usercode=OTHER, password="abc"), FIXED)
    assert (held.options.account, held.options.password) == (ACCOUNT, "")
    assert held.ignored == ("NETGSM_USERCODE",)
    assert ruled(Options(account=ACCOUNT, usercode=ACCOUNT, password="abc"), FIXED).options.password == "abc"
    assert ruled(Options(password="abc"), FIXED).options.password == "abc"


def test_windows_are_shortened_for_a_pbx_on_this_computer_alone() -> None:
    quick = Options(pbx_url="http://127.0.0.1:1", api_url="http://127.0.0.1:1", time_factor=60.0)
    assert ruled(quick, FIXED).options.time_factor == 1.0
    here = machine_of("[connection]\npbx_url = http://127.0.0.1:8\n")
    assert ruled(quick, here).options.time_factor == 60.0


def test_the_event_stream_may_be_left_off_by_anybody_and_switched_on_by_nobody() -> None:
    address = machine_of("[connection]\nevents = pbx.example:9110\n")
    assert ruled(Options(events="off"), address).options.events == "off"
    assert ruled(Options(events="x.example:1"), address) == ruled(Options(events="y.example:1"), address)
    off = machine_of("[connection]\nevents = off\n")
    assert ruled(Options(events="x.example:1"), off).ignored == ("--events",)
    assert Settings(given={keys.EVENTS_ON.key: True}, machine=off).get(keys.EVENTS_ON) is False


def test_the_demo_keeps_the_rights_and_leaves_the_connection() -> None:
    demo = FIXED.without_connection()
    assert demo.account == ""
    assert Settings(machine=demo).get(keys.PBX_ADDRESS) == keys.PBX_ADDRESS.default
    assert seat(demo) == {"unmask"}
    # A window beside the connection that is set is no way to another one.
    assert demo.closed
    assert not machine_of("[rights]\ndial = no\n").without_connection().closed


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("linux", "/etc/netsantral-supervisor/policy.ini"),
        ("darwin", "/Library/Application Support/NetSantral Supervisor/policy.ini"),
    ],
)
def test_nothing_a_user_sets_moves_the_file(
    platform: str, place: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "XDG_DATA_HOME", "ProgramData"):
        monkeypatch.setenv(name, str(tmp_path))
    assert place_of_the_file() == Path(place)
