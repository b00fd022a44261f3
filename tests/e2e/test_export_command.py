"""The export command towards whoever runs it: what it asks for, its exit codes, its words, and no half of a file."""

import csv
import os
import pty
import re
import select
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from supervisor_gui.config import Profile, SettingsStore
from supervisor_gui.paths import DataPaths
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.control import Control
from tests.helpers.exports import ACCOUNT, Ended, Exporter, past_centre
from tests.helpers.recount import midnight, turkish
from tests.helpers.started import wait_for

pytestmark = pytest.mark.e2e

DAY = 86_400.0
FIRST, LAST = date(2026, 3, 2), date(2026, 3, 3)
SLOWER = 60
"""A time factor with which there is something to wait for."""

SLOW = 20
"""A time factor with which there is time to do something meanwhile: three seconds for every two questions."""

LANGUAGES = pytest.mark.parametrize("language", ["tr", "en"])
REFUSED, WRONG_HERE, BAD_ARGUMENTS, INTERRUPTED = 4, 1, 2, 130


@pytest.fixture(scope="module")
def centre() -> Iterator[SimulatorProcess]:
    with past_centre(4) as simulator:
        yield simulator


@pytest.fixture
def control(centre: SimulatorProcess) -> Iterator[Control]:
    control = Control(centre.info.control_url)
    yield control
    control.post_now("/faults", {"clear": True})


@pytest.fixture
def exporter(tmp_path: Path) -> Exporter:
    return Exporter(tmp_path)


def _today(control: Control) -> date:
    return turkish(control.get_now("/clock")["now"]).date()


def _asked(control: Control) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = control.get_now("/requests")["requests"]
    return found


def _days_of(request: dict[str, Any]) -> tuple[str, str]:
    """The first and the last day that a request is about."""
    body = str(request["body"])
    found = [re.search(rf"<(?:{name}|date)>(\d{{8}})", body) for name in ("startdate", "stopdate")]
    first, last = (match[1] for match in found if match is not None)
    return first, last


def _files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()] if folder.exists() else []


def _is_refused(ended: Ended, exporter: Exporter, code: int) -> None:
    """The command failed in words and wrote nothing."""
    assert ended.code == code, ended.err
    assert ended.out == ""
    assert ended.err.strip()
    assert "Traceback" not in ended.err
    assert "Errno" not in ended.err
    assert _files_below(exporter.out) == []


# What is asked.


def test_final_days_are_never_asked_again_and_the_next_day_costs_its_own_requests(
    control: Control, centre: SimulatorProcess, exporter: Exporter
) -> None:
    today = _today(control)
    # In the first hour of a day the one before is not final yet.
    to_noon = midnight(today).timestamp() + DAY / 2 - control.get_now("/clock")["now"]
    shift = max(0.0, to_noon)
    control.post_now("/clock", {"advance": shift})
    start, end = today - timedelta(days=3), today - timedelta(days=1)
    to = exporter.connection(centre.info)
    began = len(_asked(control))

    first = exporter.run(exporter.order(start, end, "csv", rest=to), later=shift)
    assert first.code == 0, first.err
    asked = _asked(control)[began:]
    assert len(asked) > 3
    # The figures come in one question a week, newest first; each list is asked for once.
    bodies = [str(request["body"]) for request in asked]
    assert len(set(bodies)) == len(bodies)
    before = first.files["csv"].read_bytes()

    again = exporter.run(exporter.order(start, end, "csv", "pdf", rest=to), later=shift)
    assert again.code == 0, again.err
    assert len(_asked(control)) == began + len(asked)
    assert again.files["csv"].read_bytes() == before
    offline = exporter.run(exporter.order(start, end, "csv", rest=["--account", ACCOUNT]), password=None)
    assert offline.code == 0, "final days want neither a password nor a PBX"
    assert len(_asked(control)) == began + len(asked)

    control.post_now("/clock", {"advance": DAY})
    later = exporter.run(exporter.order(start, today, "csv", rest=to), later=shift + DAY)
    assert later.code == 0, later.err
    new = _asked(control)[began + len(asked) :]
    assert {_days_of(request) for request in new} == {(f"{today:%d%m%Y}",) * 2}
    assert 1 < len(new) <= 4, "its figures, and at most its three lists"
    rows = later.files["csv"].read_bytes().splitlines()
    assert rows[1:-2] == before.splitlines()[1:-1]
    assert rows[-2].startswith(today.isoformat().encode())


def test_numbers_do_not_stay_for_ever_where_nobody_opens_the_window(
    control: Control, centre: SimulatorProcess, exporter: Exporter
) -> None:
    today = _today(control)
    to = exporter.connection(centre.info)
    day, another = today - timedelta(days=4), today - timedelta(days=3)
    assert exporter.run(exporter.order(day, day, "csv", rest=to)).code == 0
    with closing(sqlite3.connect(DataPaths(exporter.data).history)) as file, file:
        numbers = "SELECT count(*) FROM listed_calls WHERE day = ? AND number != ''"
        assert file.execute(numbers, (day.toordinal(),)).fetchone() > (0,)
        for table in ("statistics_days", "statistics_lists", "listed_calls"):
            file.execute(f"UPDATE {table} SET day = day - 200")
    assert exporter.run(exporter.order(another, another, "csv", rest=to)).code == 0
    with closing(sqlite3.connect(DataPaths(exporter.data).history)) as file:
        assert file.execute(numbers, (day.toordinal() - 200,)).fetchone() == (0,)
        assert file.execute(numbers, (another.toordinal(),)).fetchone() > (0,)


def test_each_view_and_grouping_comes_out_of_the_copy(
    control: Control, centre: SimulatorProcess, exporter: Exporter
) -> None:
    today = _today(control)
    start, end = today - timedelta(days=4), today - timedelta(days=2)
    to = exporter.connection(centre.info)
    assert exporter.run(exporter.order(start, end, "csv", rest=to)).code == 0
    asked = len(_asked(control))
    incoming = {}
    for view, group in (("days", "day"), ("days", "week"), ("days", "month"), ("hours", "day"), ("weekdays", "day")):
        ended = exporter.run(exporter.order(start, end, "csv", "svg", rest=[*to, "--view", view, "--group", group]))
        assert (ended.code, ended.err) == (0, "")
        head, *_, total = ended.files["csv"].read_text("utf-8-sig").splitlines()
        at = {name: column for column, name in enumerate(head.split(","))}
        incoming[view, group] = [total.split(",")[at[name]] for name in ("Answered", "Unanswered", "Abandoned")]
    assert len({tuple(counts) for counts in incoming.values()}) == 1
    assert len(_asked(control)) == asked
    assert len({path.name for path in exporter.out.iterdir()}) == 10, "each has a name of its own"


def test_the_demo_needs_nothing_and_leaves_nothing_but_its_files(exporter: Exporter, tmp_path: Path) -> None:
    today = datetime.now().astimezone().date()
    start, end = today - timedelta(days=3), today - timedelta(days=2)
    before = set(Path("/tmp").glob("netsantral-export-*"))
    ended = exporter.run(exporter.order(start, end, "csv", "pdf", rest=["--demo"]), password=None, data=False)
    assert (ended.code, ended.err) == (0, "")
    assert sorted(ended.files.values()) == sorted(_files_below(tmp_path / "out"))
    assert all("demo" in path.name for path in ended.files.values())
    assert len(ended.files["csv"].read_bytes().splitlines()) == 4
    words = subprocess.run(["pdftotext", ended.files["pdf"], "-"], capture_output=True, check=True, text=True).stdout
    assert "DEMO" in words
    assert set(Path("/tmp").glob("netsantral-export-*")) <= before


def test_calls_of_the_demo_name_who_took_them(exporter: Exporter) -> None:
    day = datetime.now().astimezone().date() - timedelta(days=2)
    order = ["records", *exporter.order(day, day, "csv", rest=["--demo"])]
    ended = exporter.run(order, password=None, data=False)
    assert (ended.code, ended.err) == (0, "")
    with ended.files["csv"].open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["Agent"] for row in rows if row["Extension"] == "101"} == {"Ayşe Yılmaz"}


# What it says no to.


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("statistics", "--from"),
        ("records --from 2026-03-02 --to 2026-03-03 --format csv --out OUT", "--account"),
        ("nothing --from 2026-03-02 --to 2026-03-03 --format csv --out OUT", "nothing"),
        ("statistics --from 2026-03-02 --format csv --out OUT", "--to"),
        ("statistics --from 2026-03-02 --to 2026-03-03 --out OUT", "--format"),
        ("statistics --from 2026-03-02 --to 2026-03-03 --format csv", "--out"),
        ("statistics --from 2026-02-30 --to 2026-03-03 --format csv --out OUT", "YYYY-MM-DD"),
        ("statistics --from 02.03.2026 --to 2026-03-03 --format csv --out OUT", "YYYY-MM-DD"),
        ("statistics --from 1026-03-02 --to 2026-03-03 --format csv --out OUT", "century"),
        ("statistics --from 2026-03-03 --to 2026-03-02 --format csv --out OUT", "before"),
        ("statistics --from 2001-01-01 --to 2026-03-02 --format csv --out OUT", "days"),
        ("statistics --from 2026-03-02 --to 2026-03-03 --format csv,doc --out OUT", "csv,xlsx,png,svg,pdf"),
        ("statistics --from 2026-03-02 --to 2026-03-03 --format , --out OUT", "csv,xlsx,png,svg,pdf"),
        ("statistics --from 2026-03-02 --to 2026-03-03 --format csv --out OUT --view agents", "--view"),
        ("statistics --from 2026-03-02 --to 2026-03-03 --format csv --out OUT --group year", "--group"),
        ("statistics --from 2026-03-02 --to 2026-03-03 --format csv --out OUT --lang de", "--lang"),
        ("statistics --from 2026-03-02 --to 2026-03-03 --format csv --out OUT --account 12", "--account"),
        ("statistics --from 2026-03-02 --to 2026-03-03 --format csv --out OUT --pbx-url ftp://x", "--pbx-url"),
        ("statistics --from 2026-03-02 --to 2026-03-03 --format csv --out OUT --time-factor 9", "--time-factor"),
        ("statistics --from 2026-03-02 --to 2026-03-03 --format csv --out OUT --password secret", "--password"),
        ("statistics --from 2026-03-02 --to 2026-03-03 --format csv --out OUT", "--account"),
        ("statistics --from 2026-03-02 --to 2026-03-03 --format csv --out OUT --profile none", "none"),
        ("statistics --from 2126-03-02 --to 2126-03-03 --format csv --out OUT --account 8501110000", "2126-03-03"),
    ],
)
def test_arguments_that_cannot_be_used_end_with_2_and_a_sentence(exporter: Exporter, words: str, said: str) -> None:
    arguments = [str(exporter.out) if word == "OUT" else word for word in words.split()]
    ended = exporter.run(arguments)
    _is_refused(ended, exporter, BAD_ARGUMENTS)
    assert said in ended.err


@LANGUAGES
def test_a_wrong_password_is_told_once_and_never_tried_again(
    control: Control, centre: SimulatorProcess, exporter: Exporter, language: str
) -> None:
    began = len(_asked(control))
    end = _today(control) - timedelta(days=1)
    order = exporter.order(end - timedelta(days=3), end, language=language, rest=exporter.connection(centre.info))
    ended = exporter.run(order, password="another one")
    _is_refused(ended, exporter, REFUSED)
    assert {"tr": "parola", "en": "password"}[language] in ended.err
    assert "another one" not in ended.err
    assert len(_asked(control)) == began + 1
    assert not any(b"another one" in path.read_bytes() for path in _files_below(exporter.data))


@LANGUAGES
def test_no_password_at_all_is_told_and_nothing_is_asked(
    control: Control, centre: SimulatorProcess, exporter: Exporter, language: str
) -> None:
    began = len(_asked(control))
    order = exporter.order(FIRST, LAST, language=language, rest=exporter.connection(centre.info))
    ended = exporter.run(order, password=None)
    _is_refused(ended, exporter, REFUSED)
    assert "NETGSM_PASSWORD" in ended.err
    assert len(_asked(control)) == began


@LANGUAGES
def test_the_password_goes_to_no_plain_address_that_nobody_agreed_to(
    control: Control, centre: SimulatorProcess, exporter: Exporter, language: str
) -> None:
    paths = DataPaths(exporter.data)
    paths.create()
    settings = SettingsStore(paths.settings)
    settings.put(Profile(name="Santral", account=ACCOUNT, pbx_url="https://127.0.0.1:9", api_url=centre.info.api_url))
    settings.open("Santral")
    settings.save()
    began = len(_asked(control))
    ended = exporter.run(exporter.order(FIRST, LAST, language=language))
    _is_refused(ended, exporter, BAD_ARGUMENTS)
    assert centre.info.api_url in ended.err
    assert len(_asked(control)) == began


@LANGUAGES
def test_a_pbx_that_cannot_be_reached_is_told(centre: SimulatorProcess, exporter: Exporter, language: str) -> None:
    to = exporter.connection(centre.info)
    nowhere = ["http://127.0.0.1:9" if word == centre.info.api_url else word for word in to]
    ended = exporter.run(exporter.order(FIRST, LAST, language=language, rest=nowhere))
    _is_refused(ended, exporter, REFUSED)
    assert len(ended.err.splitlines()) >= 2, "what is wrong, and what to do"


@pytest.mark.parametrize("fault", ["code-30", "code-331", "html", "http-500", "hang"])
def test_what_the_pbx_refuses_costs_every_file_and_what_came_before_is_kept(
    control: Control, centre: SimulatorProcess, exporter: Exporter, fault: str
) -> None:
    today = _today(control)
    start, end = today - timedelta(days=4), today - timedelta(days=2)
    order = exporter.order(start, end, rest=exporter.connection(centre.info, factor=SLOW))
    began = len(_asked(control))
    with exporter.running(order) as process:
        wait_for(lambda: len(_asked(control)) >= began + 2, "the first questions")
        control.post_now("/faults", {"set": [{"name": fault, "match": {"operation": "netsantral/statistics"}}]})
        out, err = process.communicate(timeout=60)
    _is_refused(Ended(process.returncode, out.decode(), err.decode(), b""), exporter, REFUSED)
    first = _asked(control)[began:]
    assert sum(bool(request["fault"]) for request in first) == 1, "one refusal ends it"
    answered = {str(request["body"]) for request in first if not request["fault"]}
    control.post_now("/faults", {"clear": True})
    healed = exporter.run(exporter.order(start, end, "csv", rest=exporter.connection(centre.info)))
    assert (healed.code, len(healed.files)) == (0, 1), healed.err
    second = [str(request["body"]) for request in _asked(control)[began + len(first) :]]
    assert len(answered) >= 2
    assert not answered & set(second), "no day is asked for twice"


# What this computer says no to.


def _closed_folder(folder: Path) -> Path:
    """A folder in which this user may make no file; root may everywhere but in the kernel's own."""
    if os.geteuid() == 0:
        return Path("/sys/kernel")
    folder.mkdir(mode=0o555)
    return folder


@LANGUAGES
@pytest.mark.parametrize("kind", ["closed", "a file", "below a file"])
def test_a_folder_that_takes_no_file_is_told_before_anything_is_asked(
    control: Control, centre: SimulatorProcess, exporter: Exporter, kind: str, language: str
) -> None:
    began = len(_asked(control))
    taken = exporter.out.with_name("taken")
    taken.write_text("what was there before")
    folder = {
        "closed": _closed_folder(exporter.out.with_name("closed")),
        "a file": taken,
        "below a file": taken / "out",
    }[kind]
    order = exporter.order(FIRST, LAST, out=folder, language=language, rest=exporter.connection(centre.info))
    ended = exporter.run(order)
    _is_refused(ended, exporter, WRONG_HERE)
    assert str(folder) in ended.err
    assert {"tr": "klasör", "en": "folder"}[language] in ended.err.lower()
    assert taken.read_text() == "what was there before"
    assert len(_asked(control)) == began


def test_a_name_that_is_taken_by_a_folder_costs_that_file_alone(
    control: Control, centre: SimulatorProcess, exporter: Exporter
) -> None:
    end = _today(control) - timedelta(days=2)
    order = exporter.order(end, end, "csv", "svg", rest=exporter.connection(centre.info))
    files = exporter.run(order).files
    old = files["csv"].read_bytes()
    files["csv"].write_bytes(b"older")
    files["svg"].unlink()
    files["svg"].mkdir()
    ended = exporter.run(order)
    assert ended.code == WRONG_HERE
    assert files["svg"].name in ended.err
    assert files["csv"].read_bytes() == old
    assert sorted(exporter.out.iterdir()) == sorted(files.values()), "no half of a file"


@LANGUAGES
def test_a_data_folder_that_cannot_be_used_is_told(exporter: Exporter, language: str) -> None:
    exporter.data.write_text("a file")
    ended = exporter.run(exporter.order(FIRST, LAST, language=language))
    _is_refused(ended, exporter, WRONG_HERE)
    assert str(exporter.data) in ended.err


# Whoever waits for it.


@pytest.mark.parametrize(
    ("how", "on_ctrl_c"),
    [(signal.SIGINT, "default"), (signal.SIGTERM, "default"), (signal.SIGTERM, "ignore")],
    ids=["by a key", "by a service manager", "by a service manager in the background"],
)
def test_whoever_ends_it_gets_a_sentence_and_keeps_what_came(
    control: Control, centre: SimulatorProcess, exporter: Exporter, how: signal.Signals, on_ctrl_c: str
) -> None:
    end = _today(control) - timedelta(days=2)
    days = end - timedelta(days=2), end
    order = exporter.order(*days, rest=exporter.connection(centre.info, factor=SLOW))
    # What a shell starts in the background ignores Ctrl+C.
    through = ("env", f"--{on_ctrl_c}-signal=INT")
    began = len(_asked(control))
    with exporter.running(order, through=through) as process:
        wait_for(lambda: len(_asked(control)) >= began + 3, "questions have been answered")
        process.send_signal(how)
        out, err = process.communicate(timeout=30)
    assert process.returncode == INTERRUPTED
    assert out == b""
    assert len(err.splitlines()) == 1, err
    assert _files_below(exporter.out) == []
    before = [str(request["body"]) for request in _asked(control)[began:]]
    assert exporter.run(exporter.order(*days, "csv", rest=exporter.connection(centre.info))).code == 0
    after = [str(request["body"]) for request in _asked(control)[began + len(before) :]]
    assert after
    # The one that was on its way may have to be asked for again.
    assert not set(before[:-1]) & set(after)


def test_a_terminal_is_told_how_long_it_takes(control: Control, centre: SimulatorProcess, exporter: Exporter) -> None:
    end = _today(control) - timedelta(days=2)
    to = exporter.connection(centre.info, factor=SLOWER)
    order = exporter.order(end - timedelta(days=2), end, "csv", rest=to)
    leader, follower = pty.openpty()
    with exporter.running(order, errors=follower) as process:
        os.close(follower)
        words = _read_terminal(leader)
        assert process.wait(60) == 0
    assert re.search(r"\d+ requests to the PBX left, about \d+ s", words)
    *_, last, end_of_line = words.split("\r")
    assert (last.strip(), end_of_line) == ("", ""), "and the line is gone at the end"
    assert len(last) >= max(map(len, words.split("\r")))


def _read_terminal(handle: int) -> str:
    """Everything that is written to a terminal until nobody has it open any more."""
    found = b""
    give_up = time.monotonic() + 60
    while time.monotonic() < give_up:
        if not select.select([handle], [], [], 1)[0]:
            continue
        try:
            piece = os.read(handle, 4096)
        except OSError:
            break
        found += piece
    os.close(handle)
    return found.decode()
