"""What is built for macOS, as far as another system can tell: the bundle and its words, signing, the image."""

import plistlib
from pathlib import Path

import pytest
from PySide6.QtGui import QImageReader

from supervisor_gui import __version__
from supervisor_gui.i18n import LANGUAGES
from tests.helpers.recipes import ROOT, of_kind, read_spec, script

ENTITLEMENTS = ROOT / "packaging" / "macos" / "entitlements.plist"


def test_macos_gets_one_program_in_a_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SIGN_IDENTITY", raising=False)
    made = read_spec("darwin", tmp_path)
    (program,) = of_kind(made, "EXE")
    assert (program.named["name"], program.named["console"]) == ("supervisor-gui", False)
    # links come as events; the emulation would take them away from Qt
    assert program.named["argv_emulation"] is False
    assert program.named["codesign_identity"] is None
    (bundle,) = of_kind(made, "BUNDLE")
    assert bundle.given == tuple(of_kind(made, "COLLECT"))
    assert bundle.named["name"] == "NetSantral Supervisor.app"
    assert bundle.named["version"] == __version__


def test_the_identity_that_signs_comes_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGN_IDENTITY", "Developer ID Application: Example")
    (program,) = of_kind(read_spec("darwin", tmp_path), "EXE")
    assert program.named["codesign_identity"] == "Developer ID Application: Example"
    assert Path(program.named["entitlements_file"]) == ENTITLEMENTS


def test_the_bundle_says_what_the_system_has_to_know(tmp_path: Path) -> None:
    (bundle,) = of_kind(read_spec("darwin", tmp_path), "BUNDLE")
    info = plistlib.loads(plistlib.dumps(bundle.named["info_plist"]))
    assert [schemes for kind in info["CFBundleURLTypes"] for schemes in kind["CFBundleURLSchemes"]] == ["tel"]
    assert all(kind["CFBundleURLName"] for kind in info["CFBundleURLTypes"])
    assert info["NSHighResolutionCapable"] is True
    assert info["NSRequiresAquaSystemAppearance"] is False
    assert info["LSBackgroundOnly"] is False
    assert info["LSMinimumSystemVersion"] == "13.0"
    assert set(info["CFBundleLocalizations"]) == set(LANGUAGES)
    assert info["CFBundleShortVersionString"] == info["CFBundleVersion"] == __version__
    assert len(info["CFBundleName"]) <= 15
    assert bundle.named["bundle_identifier"] == "netsantral-supervisor"


@pytest.mark.parametrize(("version", "shown"), [("1.2.3rc1", "1.2.3"), ("2.0", "2.0"), ("1.2.3.4", "1.2.3")])
def test_the_system_takes_up_to_three_numbers_as_a_version(version: str, shown: str) -> None:
    assert script("macos/plist.py").info(version)["CFBundleShortVersionString"] == shown


def test_a_version_without_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="next"):
        script("macos/plist.py").info("next")


def test_what_the_hardened_runtime_lets_through_is_no_more_than_python_and_the_licences_need() -> None:
    allowed = plistlib.loads(ENTITLEMENTS.read_bytes())
    assert allowed == {
        "com.apple.security.cs.allow-unsigned-executable-memory": True,
        "com.apple.security.cs.disable-library-validation": True,
    }


def test_the_icon_has_every_size_for_plain_and_sharp_screens(tmp_path: Path) -> None:
    (program,) = of_kind(read_spec("darwin", tmp_path), "EXE")
    reader = QImageReader(program.named["icon"])
    assert bytes(reader.format().data()) == b"icns"
    sizes = []
    for _ in range(reader.imageCount()):
        picture = reader.read()
        assert not picture.isNull()
        sizes.append(picture.width())
        reader.jumpToNextImage()
    assert sorted(sizes) == [16, 32, 32, 64, 128, 256, 256, 512, 512]


def test_of_a_library_that_is_left_out_nothing_stays_behind(tmp_path: Path) -> None:
    gui = "PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui"
    pdf = "PySide6/Qt/lib/QtPdf.framework"
    kept = [
        gui,
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/styles/libqmacstyle.dylib",
        "libssl.3.dylib",
    ]
    left_out = [
        f"{pdf}/Versions/A/QtPdf",
        f"{pdf}/Versions/Current",
        f"{pdf}/QtPdf",
        "PySide6/Qt/plugins/imageformats/libqpdf.dylib",
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.dylib",
    ]
    collected = {
        "binaries": [(name, "", "BINARY") for name in [*kept, *left_out]],
        "datas": [(f"{pdf}/Resources/Info.plist", "", "DATA"), (f"{pdf}/Versions/A/Resources/Info.plist", "", "DATA")],
    }
    made = read_spec("darwin", tmp_path, collected)
    assert {"keyring.backends.macOS", "keyring.backends.macOS.api"} <= set(
        of_kind(made, "Analysis")[0].named["hiddenimports"]
    )
    _, binaries, datas = of_kind(made, "COLLECT")[0].given
    assert [name for name, _, _ in binaries] == kept
    assert datas == []


def test_the_image_shows_the_program_and_where_to_drag_it(tmp_path: Path) -> None:
    build = script("macos/build.py")
    app, bundle, stage = tmp_path / "NetSantral Supervisor.app", tmp_path / "folder", tmp_path / "stage"
    program, link, licences = build.staging(app, bundle, stage)
    assert program == ["ditto", str(app), str(stage / "NetSantral Supervisor.app")]
    assert link == ["ln", "-s", "/Applications", str(stage / "Applications")]
    # where make_bundle.py has licences.py write them
    assert licences == ["ditto", str(bundle / "_internal" / "licences"), str(stage / "Licences")]


def test_the_program_is_tried_and_its_signature_looked_at_before_it_is_packed(tmp_path: Path) -> None:
    build = script("macos/build.py")
    smoke, signature = build.looking(tmp_path / "python", tmp_path / "The.app")
    assert smoke[-1] == str(tmp_path / "The.app" / "Contents" / "MacOS" / "supervisor-gui")
    assert signature[:3] == ["codesign", "--verify", "--deep"]
    assert signature[-1] == str(tmp_path / "The.app")


@pytest.mark.parametrize(
    ("environment", "tools"),
    [
        ({}, ["hdiutil"]),
        ({"NOTARY_PROFILE": "office"}, ["hdiutil"]),  # the notary takes nothing that is not signed
        ({"SIGN_IDENTITY": "Example"}, ["hdiutil", "codesign"]),
        (
            {"SIGN_IDENTITY": "Example", "NOTARY_PROFILE": "office"},
            ["hdiutil", "codesign", "notarytool", "stapler", "spctl"],
        ),
    ],
)
def test_the_image_is_signed_and_notarised_as_far_as_the_environment_lets(
    environment: dict[str, str], tools: list[str], tmp_path: Path
) -> None:
    build = script("macos/build.py")
    image = build.image_file("1.2.3", "arm64")
    assert image.name == "netsantral-supervisor-1.2.3-arm64.dmg"
    commands = build.imaging(tmp_path, image, environment)
    assert [words[1] if words[0] == "xcrun" else words[0] for words in commands] == tools
    assert all(str(image) in words for words in commands)


def test_elsewhere_the_command_says_where_it_works(capsys: pytest.CaptureFixture[str]) -> None:
    assert script("macos/build.py").main() == 2
    assert "macOS" in capsys.readouterr().err
