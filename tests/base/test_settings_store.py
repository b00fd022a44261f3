"""The settings as whoever starts the program meets them: kept, told, repaired, never holding a secret."""

import os
import stat
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supervisor_gui.config import (
    SETTINGS,
    BreakRule,
    Kind,
    Profile,
    QueueRule,
    Setting,
    SettingChange,
    SettingsStore,
    UndeclaredSettingError,
    declared,
    keys,
)
from supervisor_gui.config.values import check, decode, encode
from supervisor_gui.errors import SettingsError, StoreError

ANA = Profile(name="Ana santral", account="8501110000")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def opened(path: Path, profile: Profile = ANA) -> SettingsStore:
    store = SettingsStore(path)
    assert store.load() == ()
    if store.profile(profile.name) is None:
        store.put(profile)
    store.open(profile.name)
    return store


def test_what_was_set_holds_after_the_next_start(path: Path) -> None:
    store = opened(path)
    store.set(keys.THEME, "dark")
    store.set(keys.BREAKS, (BreakRule("çay molası", 10, 15), BreakRule('a = "b"; [c] # \\', 0, 0)))
    store.set(keys.QUEUE_LIMITS, (QueueRule("Satış | Destek", waiting_red=9),))
    store.save()
    again = opened(path)
    assert again.settings == store.settings
    assert again.settings.get(keys.BREAKS)[1].name == 'a = "b"; [c] # \\'


def test_the_file_is_for_this_user_alone_and_readable_by_people(path: Path) -> None:
    store = opened(path)
    store.set(keys.LANGUAGE, "tr")
    store.set(keys.WAIT_RED, 90)
    store.save()
    text = path.read_text("utf-8")
    assert "[appearance]\nlanguage = tr" in text
    assert "[profile Ana santral]" in text
    assert "limits.wait_red = 90" in text
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_value_back_at_its_default_leaves_the_file(path: Path) -> None:
    store = opened(path)
    store.set(keys.WAIT_RED, 90)
    store.reset(keys.WAIT_RED)
    store.save()
    assert "wait_red" not in path.read_text("utf-8")
    assert not store.settings.is_set(keys.WAIT_RED)


def test_an_emptied_list_stays_empty_after_the_next_start(path: Path) -> None:
    store = opened(path)
    store.set(keys.BREAKS, ())
    store.save()
    assert opened(path).settings.get(keys.BREAKS) == ()


def test_keys_of_a_newer_release_survive(path: Path) -> None:
    path.write_text("[appearance]\nlanguage = tr\nsparkle = 7\n\n[future]\nthing = on\n", "utf-8")
    store = opened(path)
    store.set(keys.THEME, "light")
    store.save()
    text = path.read_text("utf-8")
    assert "sparkle = 7" in text
    assert "[future]\nthing = on" in text


def test_a_mistyped_value_is_named_and_the_default_holds(path: Path) -> None:
    path.write_text("[appearance]\ntheme = drak\n", "utf-8")
    store = SettingsStore(path)
    (problem,) = store.load()
    assert "theme" in problem
    assert store.settings.get(keys.THEME) == "system"
    store.set(keys.LANGUAGE, "en")
    store.save()
    assert "theme = drak" in path.read_text("utf-8"), "what a person typed is left for that person to mend"


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00garbage", b"no section = 1\n", b"[a]\nno equals sign\n", b"[a]\nk = \0\n"]
)
def test_a_damaged_file_is_set_aside_and_told_by_name(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    store = SettingsStore(path)
    (problem,) = store.load()
    assert "settings.damaged-1.ini" in problem
    assert path.with_name("settings.damaged-1.ini").read_bytes() == content
    store.set(keys.THEME, "dark")
    store.save()
    assert SettingsStore(path).load() == ()


def test_whoever_only_looks_leaves_a_damaged_file_where_it_is(path: Path) -> None:
    path.write_bytes(b"[a\n")
    store = SettingsStore(path)
    (problem,) = store.load(only_look=True)
    assert str(path) in problem
    assert list(path.parent.iterdir()) == [path]
    store.set(keys.THEME, "dark")
    with pytest.raises(StoreError):
        store.save()
    assert path.read_bytes() == b"[a\n"


def test_a_second_damaged_file_does_not_replace_the_first(path: Path) -> None:
    for _ in range(2):
        path.write_bytes(b"\xff")
        SettingsStore(path).load()
    assert path.with_name("settings.damaged-2.ini").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="a folder in the file's place works for everybody")
def test_an_unreadable_file_is_told_and_never_overwritten(path: Path) -> None:
    path.mkdir()
    store = SettingsStore(path)
    (problem,) = store.load()
    assert "not kept" in problem
    store.set(keys.THEME, "dark")
    assert store.settings.get(keys.THEME) == "dark", "it holds for this run"
    with pytest.raises(StoreError):
        store.save()
    assert path.is_dir()


def test_a_failed_save_leaves_the_old_file_and_nothing_beside_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = opened(path)
    store.save()
    before = path.read_bytes()
    store.set(keys.THEME, "dark")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="written"):
        store.save()
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["settings.ini"]
    assert store.dirty


def test_listeners_hear_what_differs_and_nothing_else(path: Path) -> None:
    store = opened(path)
    heard: list[frozenset[str]] = []
    end = store.subscribe(lambda changed: heard.append(changed.keys))
    store.set(keys.THEME, "dark")
    store.set(keys.THEME, "dark")
    end()
    store.set(keys.THEME, "light")
    assert heard == [frozenset({"appearance.theme"})]


def test_each_profile_has_its_own_limits(path: Path) -> None:
    store = opened(path)
    store.set(keys.THRESHOLD, 45)
    store.put(Profile(name="Yedek", account="3121110000"))
    store.open("Yedek")
    assert store.settings.get(keys.THRESHOLD) == 20
    store.open("Ana santral")
    assert store.settings.get(keys.THRESHOLD) == 45


def test_the_settings_page_and_the_profile_are_the_same_values(path: Path) -> None:
    store = opened(path)
    store.apply(SettingChange(keys.SEAT.key, "agent"))
    profile = store.profile("Ana santral")
    assert profile is not None
    assert profile.seat == "agent"


def test_renaming_a_profile_keeps_its_settings_and_its_place(path: Path) -> None:
    store = opened(path)
    store.set(keys.THRESHOLD, 45)
    store.put(Profile(name="Merkez", account="8501110000"), was="Ana santral")
    assert [profile.name for profile in store.profiles] == ["Merkez"]
    assert store.settings.get(keys.THRESHOLD) == 45
    assert store.settings.get(keys.LAST_PROFILE) == "Merkez"


def test_two_profiles_cannot_have_one_name(path: Path) -> None:
    store = opened(path)
    store.put(Profile(name="Yedek", account="3121110000"))
    with pytest.raises(SettingsError):
        store.put(Profile(name="Yedek", account="8501110000"), was="Ana santral")


def test_a_forgotten_profile_is_gone_from_the_file(path: Path) -> None:
    store = opened(path)
    store.set(keys.THRESHOLD, 45)
    store.save()
    store.forget("Ana santral")
    store.save()
    assert "8501110000" not in path.read_text("utf-8")
    assert store.profiles == ()
    assert store.settings.profile == ""


def test_a_profile_without_a_usable_account_is_not_offered(path: Path) -> None:
    path.write_text("[profile Bozuk]\nprofile.account = 12\n", "utf-8")
    store = SettingsStore(path)
    store.load()
    assert store.profiles == ()


def test_a_profile_setting_needs_an_open_profile(path: Path) -> None:
    with pytest.raises(SettingsError):
        SettingsStore(path).set(keys.WAIT_RED, 5)


def test_an_undeclared_key_is_a_mistake_of_ours(path: Path) -> None:
    with pytest.raises(UndeclaredSettingError):
        SettingsStore(path).settings.value("appearance.colour")
    with pytest.raises(KeyError):
        declared("nothing.here")


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (keys.THEME, "pink"),
        (keys.WAIT_RED, -1),
        (keys.WAIT_RED, True),
        (keys.QUERIES_PER_MINUTE, 5),
        (keys.PROGRAMS, 0),
        (keys.PBX_ADDRESS, "crmsntrl.netgsm.com.tr"),
        (keys.PBX_ADDRESS, "https://user:pw@crmsntrl.netgsm.com.tr"),
        (keys.PBX_ADDRESS, "https://crmsntrl.netgsm.com.tr/?password=x"),
        (keys.PBX_ADDRESS, "https://[::1"),
        (keys.EVENTS_ADDRESS, "crmsntrl.netgsm.com.tr"),
        (keys.EVENTS_ADDRESS, "host:70000"),
        (keys.PROXY_ADDRESS, "http://me:secret@proxy.example:8080"),
        (keys.PROXY_ADDRESS, "proxy"),
        (keys.NOTICE_ADDRESS, "https://crm.example/find"),
        (keys.NOTICE_ADDRESS, "https://crm.example:99999/find?tel={number}"),
        (keys.BREAKS, (BreakRule("Mola"), BreakRule("Mola"))),
        (keys.BREAKS, (BreakRule(" "),)),
        (keys.BREAKS, (BreakRule("Mola", -1),)),
        (keys.QUEUES, ("a\nb",)),
        (keys.QUEUES, tuple(str(n) for n in range(501))),
    ],
)
def test_values_that_cannot_be_used_are_refused_in_words(setting: Setting[object], value: object) -> None:
    with pytest.raises(SettingsError) as refused:
        check(setting, value)
    assert str(refused.value)


def test_every_declaration_is_in_order() -> None:
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)
    for setting in SETTINGS:
        if setting.kind is not Kind.TEXT and setting.default != "":
            check(setting, setting.default)
            assert decode(setting, encode(setting, setting.default)) == setting.default
        if setting.needs is not None:
            declared(setting.needs[0])


NAMES = st.text(min_size=1, max_size=30).filter(lambda name: name.strip() != "" and name.isprintable())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(NAMES, unique=True, max_size=6), queue=NAMES)
def test_any_words_survive_the_file(path: Path, names: list[str], queue: str) -> None:
    path.unlink(missing_ok=True)
    store = opened(path)
    store.set(keys.BREAKS, tuple(BreakRule(name, 1, 2) for name in names))
    store.set(keys.QUEUES, tuple(names))
    store.set(keys.QUEUE_LIMITS, (QueueRule(queue),))
    store.save()
    assert opened(path).settings.given == store.settings.given


def test_a_newer_program_s_word_in_a_profile_is_named_and_stays_until_it_is_changed_here(path: Path) -> None:
    path.write_text(
        "[profile Ana]\nprofile.account = 8501110000\nconnection.proxy = automatic\nprofile.sparkle = 7\n", "utf-8"
    )
    store = SettingsStore(path)
    (problem,) = store.load()
    assert "connection.proxy" in problem
    profile = store.profile("Ana")
    assert profile is not None
    assert profile.proxy == "none"
    store.put(msgspec.structs.replace(profile, worked_encrypted=True))
    store.save()
    text = path.read_text("utf-8")
    assert "connection.proxy = automatic" in text
    assert "profile.sparkle = 7" in text
    store.put(msgspec.structs.replace(profile, proxy="system"))
    store.save()
    assert "connection.proxy = system" in path.read_text("utf-8")
