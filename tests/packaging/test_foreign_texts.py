"""Licence texts of others: found on a Debian, fetched where a package is not installed, brought along elsewhere."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.recipes import script

foreign = script("release/foreign_texts.py")
NAME = "libmodel1"
COMMON, OF_PACKAGE = foreign.Wanted("GPL.txt", "GPL-3"), foreign.Wanted("Model.txt", packages=("libmodel0", NAME))


def _debian(root: Path, package: str = "") -> Path:
    """A system with a common licence and, when named, a package's copyright file."""
    files = {"usr/share/common-licenses/GPL-3": "the GPL"}
    if package:
        files[f"usr/share/doc/{package}/copyright"] = f"the words of {package}"
    for place, text in files.items():
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).write_text(text)
    return root


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A real package in an archive, and an apt-get in front of the system's that downloads from there alone."""
    if shutil.which("dpkg-deb") is None:
        pytest.skip("packages are made and read by Debian's dpkg-deb")
    tree = _debian(tmp_path / "tree", NAME)
    (tree / "DEBIAN").mkdir()
    control = f"Package: {NAME}\nVersion: 1\nArchitecture: all\nMaintainer: t <t@example.org>\nDescription: model\n"
    (tree / "DEBIAN/control").write_text(control)
    folder = tmp_path / "archive"
    folder.mkdir()
    deb = folder / f"{NAME}_1_all.deb"
    subprocess.run(["dpkg-deb", "--build", str(tree), str(deb)], check=True, capture_output=True)
    (tmp_path / "bin").mkdir()
    apt = tmp_path / "bin/apt-get"
    apt.write_text(f'#!/bin/sh\nfor name; do :; done\nexec cp "{folder}/$name"_* .\n')
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", str(apt.parent), prepend=":")
    return folder


def test_texts_are_taken_from_the_installed_packages(tmp_path: Path) -> None:
    system, target = _debian(tmp_path / "system", "libmodel0"), tmp_path / "texts"
    foreign.gather(target, system, tmp_path / "cache", (COMMON, OF_PACKAGE))
    assert {path.name: path.read_text() for path in target.iterdir()} == {
        "GPL.txt": "the GPL",
        "Model.txt": "the words of libmodel0",
    }


def test_a_package_that_is_not_installed_is_downloaded_once(tmp_path: Path, archive: Path) -> None:
    system, target, cache = _debian(tmp_path / "system"), tmp_path / "texts", tmp_path / "cache"
    foreign.gather(target, system, cache, (COMMON, OF_PACKAGE))
    assert (target / "Model.txt").read_text() == f"the words of {NAME}"
    shutil.rmtree(archive)
    shutil.rmtree(target)
    foreign.gather(target, system, cache, (COMMON, OF_PACKAGE))
    assert (target / "Model.txt").read_text() == f"the words of {NAME}"
    assert [path.name for path in cache.rglob("*") if path.is_file()] == ["copyright"]


def test_a_text_that_is_found_nowhere_is_named_and_the_old_ones_stay(tmp_path: Path, archive: Path) -> None:
    system, target = _debian(tmp_path / "system"), tmp_path / "texts"
    next(archive.iterdir()).unlink()
    target.mkdir()
    (target / "kept").touch()
    with pytest.raises(
        foreign.NoText, match=r"not found: Model\.txt\. On Debian or Ubuntu, .* --texts.*apt-get update"
    ):
        foreign.gather(target, system, tmp_path / "cache", (COMMON, OF_PACKAGE))
    assert [path.name for path in target.iterdir()] == ["kept"]


def test_without_debians_tools_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(foreign.NoText, match=r"GPL\.txt, Model\.txt"):
        foreign.gather(tmp_path / "texts", tmp_path / "system", tmp_path / "cache", (COMMON, OF_PACKAGE))


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_stop_before_they_build_when_no_texts_were_brought(
    tmp_path: Path, system: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    making = script("bundle/make_bundle.py")
    monkeypatch.setattr(sys, "platform", system)
    assert making.main(tmp_path / "texts") == 1
    told = capsys.readouterr().err
    assert f"{tmp_path / 'texts'} is missing" in told
    assert "netsantral-supervisor-VERSION-licence-texts.tar.xz" in told


def test_the_bundle_gets_the_texts_of_what_is_in_it(tmp_path: Path) -> None:
    making = script("bundle/make_bundle.py")
    command = making.licensing(tmp_path / "python", making.texts_option(["--texts", str(tmp_path / "texts")]))
    assert command[:2] == [str(tmp_path / "python"), str(making.ROOT / "packaging/release/licences.py")]
    assert command[2] == str(making.FROZEN / "_internal" / "licences")
    options = dict(zip(command[3::2], command[4::2], strict=True))
    assert options.keys() == {"--bundle", "--table", "--texts"}
    assert options["--bundle"] == str(making.FROZEN)
    assert options["--texts"] == str(tmp_path / "texts")
