"""What the doctor sees and says, on this machine and on broken ones."""

import asyncio
import io
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backends import fail

from supervisor_gui import i18n
from supervisor_gui.config import MachinePolicy
from supervisor_gui.config.policy import RIGHTS
from supervisor_gui.desktop import doctor_files
from supervisor_gui.desktop.credentials import Credentials
from supervisor_gui.desktop.doctor import Address, Context, Reach, examine, main
from supervisor_gui.desktop.doctor_files import examine_certificates, examine_files
from supervisor_gui.desktop.doctor_net import examine_clock, examine_encryption, examine_reach, examine_zone
from supervisor_gui.desktop.doctor_policy import examine_policy
from supervisor_gui.desktop.doctor_qt import Trial, examine_qt, try_qt
from supervisor_gui.desktop.findings import Finding, Verdict, render
from supervisor_gui.desktop.keyring_states import KeyringState, Outcome, explain_keyring

ROOT = Path(__file__).resolve().parents[2]
TURKEY = 3 * 3600.0
X11 = {"DISPLAY": ":0"}


def answering(value: Any) -> Callable[[], Awaitable[Any]]:
    """A probe that brings `value`."""

    async def probe() -> Any:
        return value

    return probe


def starts(plugin: str) -> Trial:
    """Qt on a sound machine."""
    return Trial(plugin)


def sound(root: Path, **changes: Any) -> Context:
    """A machine on which nothing is wrong, but for `changes`."""
    now = time.time()
    reach = answering(Reach(server_time=now, asked_at=now, answered_at=now + 0.1))
    parts: dict[str, Any] = {
        "root": root,
        "keyring": answering(Outcome(KeyringState.READY, "SecretService Keyring")),
        "addresses": (Address("PBX", "https://pbx.example", reach), Address("API", "https://api.example", reach)),
        "qt": lambda: examine_qt(X11, platform="linux", trial=starts, loaded=lambda _: True),
        "utc_offset": lambda: TURKEY,
    }
    return Context(**{**parts, **changes})


def told(context: Context) -> tuple[int, str]:
    """Exit code and table."""
    out = io.StringIO()
    return main(context, out), out.getvalue()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A data folder as the program makes it."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture
def turkish() -> Iterator[None]:
    """Three words in Turkish, the rest as it is."""
    words = {"ok": "tamam", "warning": "uyarı", "problem": "sorun"}
    i18n.use(lambda _context, source, _n: words.get(source, source))
    yield
    i18n.use(None)


def test_a_sound_machine_is_told_so_and_ends_with_0(root: Path) -> None:
    code, table = told(sound(root))
    assert code == 0
    assert table.splitlines()[-1] == "Nothing is wrong."
    for subject in ("Qt", "System libraries", "Keyring", "Certificates", "PBX", "API", "Encryption", "Clock"):
        assert any(line.startswith("ok") and f"  {subject} " in line for line in table.splitlines()), subject


def test_a_drawback_is_no_failure_but_a_problem_is(root: Path) -> None:
    assert told(sound(root, utc_offset=lambda: 0.0))[0] == 0
    assert told(sound(root, addresses=(Address("PBX", "https://pbx.example", answering(Reach(error="no"))),)))[0] == 1


@pytest.mark.usefixtures("turkish")
def test_the_columns_stand_below_each_other_in_turkish_too(root: Path) -> None:
    _, table = told(sound(root, utc_offset=lambda: 0.0))
    lines = [line for line in table.splitlines() if line.startswith(("tamam", "uyarı"))]
    assert len(lines) >= 10
    assert {len(line.split("  ")[0]) for line in lines} == {5}
    (zone,) = [line for line in lines if line.startswith("uyarı")]
    (folder,) = [line for line in lines if str(root) in line]
    assert zone.index("This computer") == folder.index(str(root))


def test_a_long_text_goes_on_below_itself() -> None:
    lines = render([Finding(Verdict.PROBLEM, "Thing", "word " * 40, "do this")], width=60).splitlines()
    assert all(len(line) <= 60 for line in lines)
    assert all(line.startswith(" " * 16) for line in lines[1:4])
    assert lines[lines.index("") - 1].strip() == "do this"


def test_foreign_words_cannot_break_the_table() -> None:
    table = render([Finding(Verdict.PROBLEM, "PBX", "a\n\x1b[2Jb\u202e")])
    assert "\x1b" not in table
    assert len(table.splitlines()) == 3


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        (KeyringState.READY, Verdict.OK),
        (KeyringState.MISSING, Verdict.WARNING),
        (KeyringState.NULL, Verdict.WARNING),
        (KeyringState.LOCKED, Verdict.WARNING),
        (KeyringState.DISMISSED, Verdict.WARNING),
        (KeyringState.HANGING, Verdict.PROBLEM),
        (KeyringState.FAILED, Verdict.PROBLEM),
    ],
)
async def test_each_state_of_the_keyring_is_judged_and_explained(
    root: Path, state: KeyringState, verdict: Verdict
) -> None:
    findings = await examine(sound(root, keyring=answering(Outcome(state, "some backend"))))
    (keyring,) = [finding for finding in findings if finding.subject == "Keyring"]
    assert keyring.verdict is verdict
    assert keyring.found.startswith("some backend")


def test_every_bad_state_of_the_keyring_has_words_of_its_own_and_a_next_step() -> None:
    texts = {explain_keyring(Outcome(state)) for state in KeyringState if state is not KeyringState.READY}
    assert len(texts) == len(KeyringState) - 1
    assert all("ask again at the next start" in text and "To keep it:" in text for text in texts)


async def test_a_probe_that_hangs_or_breaks_is_a_finding_and_the_rest_is_told(root: Path) -> None:
    async def hang() -> Any:
        await asyncio.Event().wait()

    async def broken() -> Any:
        raise RuntimeError("GET http://pbx.example/?password=p4ssw0rd")

    addresses = (
        Address("PBX", "https://pbx.example", hang),
        Address("API", "https://u:p4ssw0rd@api.example:8443/x?password=p4ssw0rd", broken),
    )
    findings = await examine(sound(root, addresses=addresses, keyring=hang, patience=0.1))
    bad = {finding.subject: finding for finding in findings if finding.verdict is Verdict.PROBLEM}
    assert set(bad) == {"PBX", "API", "Keyring"}
    assert "no answer" in bad["PBX"].found
    assert "https://api.example:8443 " in bad["API"].found
    assert "p4ssw0rd" not in render(findings)


def test_a_missing_library_is_named_with_its_package() -> None:
    qt, libraries = examine_qt(
        X11,
        platform="linux",
        trial=lambda _: Trial("", "qt.qpa.plugin: Could not load"),
        loaded=lambda name: name not in {"libxcb-cursor.so.0", "libEGL.so.1"},
    )
    assert qt.verdict is libraries.verdict is Verdict.PROBLEM
    assert "libxcb-cursor.so.0" in libraries.found
    assert libraries.advice.endswith("apt-get install libegl1 libxcb-cursor0")


def test_a_library_that_only_qt_itself_names_is_told_too() -> None:
    words = "ImportError: libodd-2.so.7: cannot open shared object file: No such file or directory"
    _, libraries = examine_qt(
        X11, platform="linux", trial=lambda _: Trial("", words), loaded=lambda name: not name.startswith("libodd")
    )
    assert "libodd-2.so.7" in libraries.found
    assert libraries.verdict is Verdict.PROBLEM


@pytest.mark.parametrize("environment", [{"QT_QPA_PLATFORM": "offscreen"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_libraries_of_x11_do_not_count_without_x11(environment: dict[str, str]) -> None:
    _, libraries = examine_qt(
        environment, platform="linux", trial=starts, loaded=lambda name: not name.startswith("libxcb")
    )
    assert libraries.verdict is Verdict.OK


def test_no_display_is_told_apart_from_a_broken_qt() -> None:
    qt, libraries = examine_qt({}, platform="linux", trial=starts, loaded=lambda _: True)
    assert (qt.verdict, libraries.verdict) == (Verdict.PROBLEM, Verdict.OK)
    assert "no display" in qt.found


def test_other_systems_are_asked_for_qt_alone() -> None:
    (qt,) = examine_qt({}, platform="win32", trial=lambda _: Trial("windows"))
    assert (qt.verdict, qt.found) == (Verdict.OK, "starts on windows")


def test_qt_is_really_started() -> None:
    assert try_qt("offscreen") == Trial("offscreen")


def test_a_display_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":31999")
    tried = try_qt("xcb")
    assert tried.platform == ""
    assert ":31999" in tried.words or "libxcb" in tried.words


def test_the_doctor_runs_where_qt_cannot_be_imported(tmp_path: Path, root: Path) -> None:
    broken = tmp_path / "site" / "PySide6"
    broken.mkdir(parents=True)
    words = "libEGL.so.1: cannot open shared object file: No such file or directory"
    (broken / "__init__.py").write_text(f"raise ImportError({words!r})\n", encoding="utf-8")
    code = (
        "import pathlib, sys\n"
        "from supervisor_gui.desktop.credentials import Credentials\n"
        "from supervisor_gui.desktop.doctor import Context, main\n"
        "sys.exit(main(Context(root=pathlib.Path(sys.argv[1]), keyring=Credentials(timeout=10).status), sys.stdout))"
    )
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path / 'site'}:{ROOT}", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", code, root], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "libEGL.so.1" in done.stdout
    assert "Keyring" in done.stdout


def by_subject(findings: tuple[Finding, ...], subject: str) -> Finding:
    """The one finding about `subject`."""
    (found,) = [finding for finding in findings if finding.subject == subject]
    return found


def database(path: Path) -> sqlite3.Connection:
    """A database as the program writes them."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE t (x)")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO t VALUES (?)", [(str(n) * 50,) for n in range(500)])
    connection.execute("COMMIT")
    return connection


def test_sound_databases_pass_also_while_the_program_uses_them(root: Path) -> None:
    with closing(database(root / "history.sqlite")) as connection:
        connection.execute("BEGIN IMMEDIATE")
        assert by_subject(examine_files(root), "History").verdict is Verdict.OK


@pytest.mark.parametrize("damage", [b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4080])
def test_a_damaged_database_is_a_problem_with_a_way_out(root: Path, damage: bytes) -> None:
    (root / "budgets.sqlite").write_bytes(damage)
    found = by_subject(examine_files(root), "Budgets")
    assert found.verdict is Verdict.PROBLEM
    assert "move this file away" in found.advice


def test_damage_in_the_middle_of_a_database_is_found(root: Path) -> None:
    path = root / "history.sqlite"
    with closing(database(path)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    content = bytearray(path.read_bytes())
    content[4096 : 4096 * 3] = b"\xa5" * 8192
    path.write_bytes(content)
    assert by_subject(examine_files(root), "History").verdict is Verdict.PROBLEM


def test_a_database_that_is_locked_is_only_a_warning(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_files, "_BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(root / "budgets.sqlite", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.execute("BEGIN EXCLUSIVE")
        assert by_subject(examine_files(root), "Budgets").verdict is Verdict.WARNING


def test_the_doctor_makes_and_changes_no_file(tmp_path: Path, root: Path) -> None:
    examine_files(tmp_path / "never" / "made")
    examine_files(root)
    assert list(tmp_path.rglob("*")) == [root]


def test_what_is_wrong_with_the_settings_is_told(root: Path) -> None:
    assert "Settings" in told(sound(root))[1]
    code, table = told(sound(root, problems=("settings.ini: “theme” in [appearance] cannot be used",)))
    assert code == 0
    assert "“theme”" in table
    assert "Correct the file" in " ".join(table.split())


def test_a_data_folder_that_others_can_read_is_a_warning(root: Path) -> None:
    root.chmod(0o755)
    assert by_subject(examine_files(root), "Data folder").verdict is Verdict.WARNING


def test_a_data_folder_that_cannot_be_made_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert by_subject(examine_files(tmp_path / "file" / "data"), "Data folder").verdict is Verdict.PROBLEM


def test_on_windows_a_folder_is_tried_and_left_as_it_was(root: Path) -> None:
    before = sorted(root.rglob("*"))
    assert by_subject(examine_files(root, platform="win32"), "Data folder").verdict is Verdict.OK
    assert sorted(root.rglob("*")) == before


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder in which nobody can make a file")
def test_on_windows_a_folder_that_takes_no_file_is_told_whatever_its_rights_say() -> None:
    found = by_subject(examine_files(Path("/proc/self/fdinfo/data"), platform="win32"), "Data folder")
    assert found.verdict is Verdict.PROBLEM


def test_certificates_of_the_system_are_found() -> None:
    assert examine_certificates().verdict is Verdict.OK


def test_a_certificate_file_that_is_missing_or_no_certificate_is_a_problem(tmp_path: Path) -> None:
    nonsense = tmp_path / "ca.pem"
    nonsense.write_text("nonsense", encoding="utf-8")
    assert str(tmp_path / "no.pem") in examine_certificates(tmp_path / "no.pem").found
    assert examine_certificates(nonsense).verdict is Verdict.PROBLEM


def test_plain_http_to_elsewhere_is_a_warning_and_to_this_machine_is_not() -> None:
    away = examine_encryption(["http://pbx.example:9111", "https://api.example", "tcp://pbx.example:9110"])
    assert away.verdict is Verdict.WARNING
    assert "http://pbx.example:9111, tcp://pbx.example:9110" in away.found
    assert examine_encryption(["http://127.0.0.1:9111", "tcp://[::1]:9110", "https://a.example"]).verdict is Verdict.OK
    assert examine_encryption(["https://a.example"]).verdict is Verdict.OK


async def test_encryption_is_not_claimed_of_what_was_not_reached(root: Path) -> None:
    lost = answering(Reach(error="no answer"))
    addresses = (
        Address("PBX", "https://pbx.example", lost),
        Address("API", "https://api.example", answering(Reach())),
        Address("Event stream", "tcp://127.0.0.1:9110", lost),
    )
    findings = await examine(sound(root, addresses=addresses))
    (encryption,) = [finding for finding in findings if finding.subject == "Encryption"]
    assert encryption.verdict is Verdict.WARNING
    assert "not seen" in encryption.found
    assert "https://pbx.example" in encryption.found
    assert "api.example" not in encryption.found
    assert "127.0.0.1" not in encryption.found


async def test_what_answers_unencrypted_in_place_of_the_encrypted_address_is_told_and_not_called_encrypted(
    root: Path,
) -> None:
    addresses = (
        Address("PBX", "https://pbx.example", answering(Reach(url="http://pbx.example:9111"))),
        Address("API", "https://api.example", answering(Reach())),
    )
    findings = {finding.subject: finding for finding in await examine(sound(root, addresses=addresses))}
    assert findings["PBX"].found == "https://pbx.example does not answer, http://pbx.example:9111 does"
    assert findings["Encryption"].verdict is Verdict.WARNING
    assert "unencrypted to http://pbx.example:9111." in findings["Encryption"].found


async def test_a_keyring_that_is_not_there_is_not_named_like_a_verdict(root: Path) -> None:
    keyring.set_keyring(fail.Keyring())
    findings = await examine(sound(root, keyring=Credentials().status))
    (found,) = [finding.found for finding in findings if finding.subject == "Keyring"]
    assert found.startswith("no keyring: This computer has no keyring")
    assert "fail" not in found


@pytest.mark.parametrize(
    ("denied", "words"),
    [
        ((), "read from policy.ini; it forbids nothing"),
        (("export", "dial"), "read from policy.ini; it forbids: calls, exporting and copying"),
    ],
)
def test_what_the_administrator_forbids_is_told_in_one_line(denied: tuple[str, ...], words: str) -> None:
    finding = examine_policy(MachinePolicy(path=Path("policy.ini"), denied=frozenset(denied)))
    assert (finding.verdict, finding.found) == (Verdict.OK, words)


def test_every_right_that_can_be_forbidden_has_words() -> None:
    found = examine_policy(MachinePolicy(path=Path("policy.ini"), denied=frozenset(RIGHTS))).found
    assert found.count(", ") == len(RIGHTS) - 1


def test_the_reason_and_the_way_out_of_an_unreached_address_are_shown() -> None:
    found = examine_reach("PBX", "http://pbx.example:9111", Reach(error="port blocked", advice="open port 9111"))
    assert (found.verdict, found.advice) == (Verdict.PROBLEM, "open port 9111")
    assert "http://pbx.example:9111" in found.found


def clock(ahead: float, slow: float = 0.0) -> Finding:
    """The finding for a clock `ahead` of the server's by seconds, whose answer took `slow` seconds."""
    return examine_clock(
        [Reach(server_time=float(int(1000.9)), asked_at=1000.9 + ahead, answered_at=1000.9 + ahead + slow)]
    )


@pytest.mark.parametrize(
    ("ahead", "verdict"),
    [
        (0.0, Verdict.OK),
        (4.0, Verdict.OK),
        (-4.0, Verdict.OK),
        (60.0, Verdict.WARNING),
        (-60.0, Verdict.WARNING),
        (3600.0, Verdict.PROBLEM),
        (-3600.0, Verdict.PROBLEM),
    ],
)
def test_a_wrong_clock_is_told_by_how_far_it_is_off(ahead: float, verdict: Verdict) -> None:
    assert clock(ahead).verdict is verdict


def test_which_way_the_clock_is_off_is_told() -> None:
    assert "60 s ahead" in clock(60.4).found
    assert "59 s behind" in clock(-60.0).found


def test_a_slow_answer_does_not_make_a_clock_wrong() -> None:
    assert clock(0.0, slow=30.0).verdict is Verdict.OK


def test_a_clock_that_nobody_compared_is_a_warning() -> None:
    assert examine_clock([Reach(), Reach(error="no")]).verdict is Verdict.WARNING


@pytest.mark.parametrize(("offset", "words"), [(0.0, "UTC+00:00"), (-12600.0, "UTC-03:30"), (19800.0, "UTC+05:30")])
def test_another_time_zone_is_named(offset: float, words: str) -> None:
    found = examine_zone(offset)
    assert found.verdict is Verdict.WARNING
    assert words in found.found


def test_turkish_time_is_well() -> None:
    assert examine_zone(TURKEY).verdict is Verdict.OK
