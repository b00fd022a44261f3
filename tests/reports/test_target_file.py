"""A file is there whole or not at all, and what keeps it from being there is told in words."""

import os
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from supervisor_gui.errors import StoreError
from supervisor_gui.reports.target_file import replacing
from supervisor_gui.reports.ticks import Cancelled

NEW = b"the new words"
OLD = b"the old words"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file that is there already."""
    path = tmp_path / "statistics.csv"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    """Everything in a folder."""
    return sorted(path.name for path in folder.iterdir())


def write(path: Path) -> None:
    """Write a file to its end."""
    with replacing(path) as file:
        file.write(NEW)


def rights(path: Path) -> int:
    """Who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_is_there_when_all_is_written(tmp_path: Path) -> None:
    with replacing(tmp_path / "new.csv") as file:
        file.write(NEW)
        assert "new.csv" not in names(tmp_path)
    assert names(tmp_path) == ["new.csv"]
    assert (tmp_path / "new.csv").read_bytes() == NEW


def test_the_old_file_stays_until_the_new_one_is_whole(target: Path) -> None:
    with replacing(target) as file:
        file.write(NEW)
        file.flush()
        assert target.read_bytes() == OLD
    assert target.read_bytes() == NEW
    assert names(target.parent) == [target.name]


@pytest.mark.parametrize("error", [Cancelled(), KeyboardInterrupt(), ValueError("a fault of ours")])
def test_work_that_was_given_up_leaves_the_old_file_alone(target: Path, error: BaseException) -> None:
    with pytest.raises(type(error)), replacing(target) as file:  # noqa: PT012
        file.write(NEW)
        raise error
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def test_two_at_once_write_two_whole_files_one_after_the_other(target: Path) -> None:
    with replacing(target) as first:
        first.write(b"1" * 100_000)
        with replacing(target) as second:
            second.write(b"2" * 100)
        assert target.read_bytes() == b"2" * 100
    assert target.read_bytes() == b"1" * 100_000
    assert names(target.parent) == [target.name]


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_a_file_has_the_rights_that_any_new_file_has_but_not_before_its_end(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    with replacing(tmp_path / "new.csv") as file:
        file.write(NEW)
        (part,) = (path for path in tmp_path.iterdir() if path.name != "usual")
        assert rights(part) == 0o600
    assert rights(tmp_path / "new.csv") == rights(tmp_path / "usual")


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
@pytest.mark.parametrize("old", [0o600, 0o664])
def test_a_file_that_is_replaced_keeps_its_rights(target: Path, old: int) -> None:
    target.chmod(old)
    write(target)
    assert rights(target) == old


def test_a_link_goes_on_pointing_at_its_file(target: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.csv"
    link.symlink_to(target)
    write(link)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_a_folder_that_is_not_there_is_told_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"folder .*gone is not there\. Choose another") as refused:
        write(tmp_path / "gone" / "new.csv")
    assert "FileNotFoundError" in refused.value.details


def test_a_file_in_the_place_of_the_folder_is_told(target: Path) -> None:
    with pytest.raises(StoreError, match="is not there"):
        write(target / "new.csv")
    assert target.read_bytes() == OLD


def test_a_folder_in_the_place_of_the_file_is_told_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "new.csv").mkdir()
    with pytest.raises(StoreError, match=r"new\.csv is a folder"), replacing(tmp_path / "new.csv"):
        pytest.fail("work was begun")
    assert names(tmp_path) == ["new.csv"]


@pytest.mark.parametrize("name", ["x" * 300 + ".csv", "nul\0.csv"])
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match="cannot have the name"):
        write(tmp_path / name)
    assert names(tmp_path) == []


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="a folder that takes no file even from root")
def test_a_folder_that_takes_no_files_is_told() -> None:
    with pytest.raises(StoreError, match="Nothing may be written into the folder /sys/kernel"):
        write(Path("/sys/kernel/new.csv"))


def test_a_file_that_another_program_holds_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_: object) -> None:
        raise PermissionError(13, "The process cannot access the file")  # As Windows says while Excel shows it.

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(StoreError, match=r"statistics\.csv is open in another program") as refused:
        write(target)
    assert "cannot access" in refused.value.details
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


@pytest.mark.skipif(sys.platform != "linux", reason="a limit on sizes of files")
def test_a_disk_that_takes_no_more_is_told_and_leaves_the_old_file(target: Path) -> None:
    script = """
        import resource, sys
        from pathlib import Path
        from supervisor_gui.errors import StoreError
        from supervisor_gui.reports.target_file import replacing
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
        try:
            with replacing(Path(sys.argv[1])) as file:
                for _ in range(100):
                    file.write(b"x" * 10_000)
        except StoreError as error:
            print(error)
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "no room for statistics.csv" in done.stdout
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]
