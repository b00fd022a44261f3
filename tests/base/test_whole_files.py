"""A whole file comes into its place also where others have a look at it first."""

from pathlib import Path

import pytest

from supervisor_gui.whole_files import PATIENCE, put_in_place


class Scanner:
    """Whoever looks into each new file, which Windows then neither moves nor replaces."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, looks: float) -> None:
        self.waited = 0.0
        replace = Path.replace

        def held(path: Path, target: Path) -> Path:
            if self.waited < looks:
                raise PermissionError(13, "Access is denied")
            return replace(path, target)

        monkeypatch.setattr(Path, "replace", held)

    def pause(self, seconds: float) -> None:
        self.waited += seconds


@pytest.fixture
def part(tmp_path: Path) -> Path:
    (tmp_path / "settings.ini").write_text("old")
    path = tmp_path / "settings.ini.new"
    path.write_text("new")
    return path


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_a_file_takes_the_place_of_another(part: Path, platform: str) -> None:
    put_in_place(part, part.with_suffix(""), platform=platform)
    assert [path.name for path in part.parent.iterdir()] == ["settings.ini"]
    assert part.with_suffix("").read_text() == "new"


def test_on_windows_a_file_that_is_looked_at_waits_for_a_moment(part: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scanner = Scanner(monkeypatch, looks=0.4)
    put_in_place(part, part.with_suffix(""), platform="win32", pause=scanner.pause)
    assert part.with_suffix("").read_text() == "new"


def test_a_file_that_stays_held_is_told_in_the_end(part: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scanner = Scanner(monkeypatch, looks=3600.0)
    with pytest.raises(PermissionError):
        put_in_place(part, part.with_suffix(""), platform="win32", pause=scanner.pause)
    assert scanner.waited == pytest.approx(PATIENCE)
    assert part.with_suffix("").read_text() == "old"


def test_elsewhere_a_refusal_is_one_at_once(part: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scanner = Scanner(monkeypatch, looks=0.4)
    with pytest.raises(PermissionError):
        put_in_place(part, part.with_suffix(""), platform="linux", pause=scanner.pause)
    assert scanner.waited == 0
