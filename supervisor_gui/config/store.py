"""The settings as they stand: one frozen snapshot, and the store that changes, keeps and tells. It shows nothing."""

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec

from supervisor_gui.config import inifile
from supervisor_gui.config.declarations import LAST_PROFILE, PLAIN_HTTP_HOSTS, SETTINGS, declared
from supervisor_gui.config.policy import NO_POLICY, MachinePolicy, locked_words
from supervisor_gui.config.profiles import FIELDS, Profile, account_problem, name_problem, readable_hosts
from supervisor_gui.config.values import Level, Setting, check, decode, encode
from supervisor_gui.errors import SettingsError, StoreError
from supervisor_gui.i18n import translate

T = TypeVar("T")

PROFILE = "profile "
"""A profile's section is named "profile NAME"."""


class Settings(msgspec.Struct, frozen=True):
    """The program's and the open profile's values at one moment.

    Attributes:
        profile: Name of the open profile, empty when none is open.
        given: Values that the user has set; everything else is at its default.
        machine: What the administrator has set; it wins.
    """

    profile: str = ""
    given: Mapping[str, Any] = MappingProxyType({})
    machine: MachinePolicy = NO_POLICY

    def get(self, setting: Setting[T]) -> T:
        """Today's value of `setting`."""
        if self.machine.fixes(setting):
            return self.machine.fixed[setting.key]  # type: ignore[no-any-return]  # checked when it was read
        return self.given.get(setting.key, setting.default)  # type: ignore[no-any-return]  # checked when it was taken in

    def value(self, key: str) -> Any:
        """Today's value of the setting named `key`.

        Raises:
            UndeclaredSettingError: Nobody declared it.
        """
        return self.get(declared(key))

    def is_set(self, setting: Setting[Any]) -> bool:
        """Whether the user has set it, and nobody else."""
        return setting.key in self.given and not self.machine.fixes(setting)


class SettingChange(msgspec.Struct, frozen=True):
    """A value that was wished for or has changed; None stands for "back to the default"."""

    key: str
    value: Any


class SettingsChanged(msgspec.Struct, frozen=True):
    """The settings moved on: the keys that differ and the snapshot from now on."""

    keys: frozenset[str]
    settings: Settings


Listener = Callable[[SettingsChanged], None]


class SettingsStore:
    """Owns settings.ini.

    Everything but `load` and `save` is memory only. Those two touch the disk and may run in another thread; `save`
    takes the state of its own moment, so that the last one wins.
    """

    def __init__(self, path: Path, machine: MachinePolicy = NO_POLICY) -> None:
        """Args.

        path: The settings file; no value of the administrator's is ever written to it.
        machine: The administrator's settings.
        """
        self._path = path
        self._machine = machine
        self._sections: inifile.Sections = {}
        self._open = ""
        self._listeners: list[Listener] = []
        self._saved: inifile.Sections = {}
        self._lock = threading.Lock()
        self._may_write = True
        self.settings = Settings(machine=machine)

    def load(self, *, only_look: bool = False) -> tuple[str, ...]:
        """Read the file.

        Args:
            only_look: Leave everything on the disk as it is: a damaged file is told with its own name.

        Returns:
            What was wrong, in words; the defaults stand in for it.
        """
        try:
            loaded = inifile.read(self._path, only_look=only_look)
        except StoreError as error:
            self._may_write = False
            if only_look:
                return (f"{error} ({error.details})",)
            words = translate("Settings", "The settings cannot be read, so the defaults hold and changes are not kept.")
            return (f"{words} {error.details}",)
        self._sections = self._saved = loaded.sections
        self.settings = self._snapshot()
        if loaded.set_aside is not None:
            words = translate("Settings", "The settings file was damaged. It is now {file}; the defaults hold.")
            return (words.format(file=loaded.set_aside.name),)
        return self._problems()

    def save(self) -> None:
        """Write what has changed since the last save.

        Raises:
            StoreError: The disk refuses; the values hold for this run.
        """
        with self._lock:
            now = self._sections
            if now == self._saved:
                return
            if not self._may_write:
                raise StoreError(translate("Settings", "The settings file could not be read and is left alone."))
            inifile.write(self._path, now)
            self._saved = now

    @property
    def dirty(self) -> bool:
        """Whether `save` has something to do."""
        return self._sections != self._saved

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told each change, in the thread that made it; the answer ends that."""
        self._listeners.append(listener)

        def leave() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return leave

    def set(self, setting: Setting[T], value: T) -> None:
        """Take a value.

        Raises:
            SettingsError: It cannot be used, in words.
        """
        if self._machine.fixes(setting):
            raise SettingsError(locked_words(), details=setting.key)
        check(setting, value)
        if setting.level is Level.PROFILE and not self._open:
            raise SettingsError(
                translate("Settings", "This belongs to a profile; open one first."), details=setting.key
            )
        section = self._section(setting)
        values = dict(self._sections.get(section, {}))
        if value == setting.default:
            values.pop(_spelt(setting), None)
        else:
            values[_spelt(setting)] = encode(setting, value)
        self._replace({**self._sections, section: values})

    def reset(self, setting: Setting[Any]) -> None:
        """Go back to the default."""
        self.set(setting, setting.default)

    def apply(self, change: SettingChange) -> None:
        """Do what a settings page wished.

        Raises:
            SettingsError: The value cannot be used, in words.
        """
        setting = declared(change.key)
        self.set(setting, setting.default if change.value is None else change.value)

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """All usable profiles, by name; where the administrator has set the account, those of it alone."""
        names = (section.removeprefix(PROFILE) for section in self._sections if section.startswith(PROFILE))
        found = (self._profile(name) for name in sorted(names))
        wanted = self._machine.account
        return tuple(
            profile for profile in found if not account_problem(profile.account) and wanted in {"", profile.account}
        )

    def profile(self, name: str) -> Profile | None:
        """The profile of that name."""
        return next((profile for profile in self.profiles if profile.name == name), None)

    def open(self, name: str) -> None:
        """Make `name` the profile whose settings hold; it is the one of the next start."""
        self._open = name
        self.set(LAST_PROFILE, name)

    def put(self, profile: Profile, *, was: str = "") -> None:
        """Keep `profile`, under its new name when `was` names another.

        Raises:
            SettingsError: A field cannot be used, or another profile has that name.
        """
        problem = name_problem(profile.name) or account_problem(profile.account)
        old, section = PROFILE + (was or profile.name), PROFILE + profile.name
        hidden = section in self._sections and self.profile(profile.name) is None and bool(self._machine.account)
        if not problem and ((old != section and section in self._sections) or hidden):
            problem = translate("Settings", "Another profile has that name.")
        if problem:
            raise SettingsError(problem, details="profile")
        values = dict(self._sections.get(old, {}))
        withheld = self._withheld(values, profile)  # it holds again where the user's own addresses do
        profile = msgspec.structs.replace(profile, plain_http_agreed=profile.plain_http_agreed or withheld)
        for field, setting in FIELDS.items():
            value = getattr(profile, field)
            if self._machine.fixes(setting) and field != "account":
                continue  # the file keeps what the user had; the account says whose section it is
            if setting.key in values and value == _value(setting, values):
                continue  # also a word of a newer program, which reads as the default here
            check(setting, value)
            values.pop(setting.key, None)
            if value != setting.default:
                values[setting.key] = encode(setting, value)
        if not withheld:
            _note_agreement(values, profile)
        sections = {name: kept for name, kept in self._sections.items() if name != old}
        renamed_open = old != section and self._open == was
        if renamed_open:
            self._open = profile.name
        self._replace({**sections, section: values})
        if renamed_open:
            self.set(LAST_PROFILE, profile.name)

    def forget(self, name: str) -> None:
        """Drop a profile; its password in the keyring is somebody else's to remove."""
        self._replace({section: kept for section, kept in self._sections.items() if section != PROFILE + name})
        if self._open == name:
            self.open("")

    def _section(self, setting: Setting[Any]) -> str:
        return setting.group if setting.level is Level.PROGRAM else PROFILE + self._open

    def _profile(self, name: str) -> Profile:
        texts = self._sections[PROFILE + name]
        return self.under_machine(_own(name, texts), _value(PLAIN_HTTP_HOSTS, texts))

    def under_machine(self, profile: Profile, agreed_for: tuple[str, ...] = ()) -> Profile:
        """`profile` with the administrator's values in place of its own; whose account it is stays.

        Plain HTTP stays agreed to for the hosts alone that the user was asked about: these, or when none are named
        those of the profile's own addresses.
        """
        fixed = {
            field: self._machine.fixed[setting.key]
            for field, setting in FIELDS.items()
            if field != "account" and self._machine.fixes(setting)
        }
        held = msgspec.structs.replace(profile, **fixed)
        agreed = held.plain_http_agreed and readable_hosts(held).issubset(agreed_for or readable_hosts(profile))
        return msgspec.structs.replace(held, plain_http_agreed=agreed)

    def _withheld(self, texts: Mapping[str, str], profile: Profile) -> bool:
        """Whether `texts` have an agreement that only does not hold at the administrator's addresses of `profile`."""
        own = _own(profile.name, texts)
        agreed = own.plain_http_agreed and not profile.plain_http_agreed and own.account == profile.account
        moved = readable_hosts(self.under_machine(own)) != readable_hosts(own)
        return agreed and moved and not self.under_machine(own, _value(PLAIN_HTTP_HOSTS, texts)).plain_http_agreed

    def _replace(self, sections: inifile.Sections) -> None:
        self._sections = sections
        before, self.settings = self.settings, self._snapshot()
        keys = frozenset(s.key for s in SETTINGS if before.get(s) != self.settings.get(s))
        if keys or before.profile != self.settings.profile:
            changed = SettingsChanged(keys=keys, settings=self.settings)
            for listener in tuple(self._listeners):
                listener(changed)

    def _snapshot(self) -> Settings:
        given = {}
        for setting in SETTINGS:
            texts = self._sections.get(self._section(setting), {})
            if _spelt(setting) in texts:
                value = _value(setting, texts)
                if value != setting.default:
                    given[setting.key] = value
        return Settings(profile=self._open, given=MappingProxyType(given), machine=self._machine)

    def _problems(self) -> tuple[str, ...]:
        """Values that cannot be used; they stay in the file until they are set anew."""
        words = translate("Settings", "settings.ini: “{key}” in [{section}] cannot be used: {why}")
        found = []
        for section, texts in self._sections.items():
            for setting in SETTINGS:
                here = section == setting.group if setting.level is Level.PROGRAM else section.startswith(PROFILE)
                if here and _spelt(setting) in texts:
                    try:
                        decode(setting, texts[_spelt(setting)])
                    except SettingsError as error:
                        found.append(words.format(key=_spelt(setting), section=section, why=error))
        return tuple(found)


def _spelt(setting: Setting[Any]) -> str:
    """The key inside its section: program settings have a section a group, a profile has one section for all."""
    return setting.name if setting.level is Level.PROGRAM else setting.key


def _own(name: str, texts: Mapping[str, str]) -> Profile:
    """The profile as the file has it."""
    return Profile(name=name, **{field: _value(setting, texts) for field, setting in FIELDS.items()})


def _note_agreement(texts: dict[str, str], profile: Profile) -> None:
    """Keep which hosts the agreement of `profile` is for, where the addresses in the file do not tell."""
    texts.pop(PLAIN_HTTP_HOSTS.key, None)
    hosts = readable_hosts(profile)
    if profile.plain_http_agreed and not hosts <= readable_hosts(_own(profile.name, texts)):
        texts[PLAIN_HTTP_HOSTS.key] = encode(PLAIN_HTTP_HOSTS, tuple(sorted(hosts)))


def _value(setting: Setting[Any], texts: Mapping[str, str]) -> Any:
    try:
        return decode(setting, texts[_spelt(setting)]) if _spelt(setting) in texts else setting.default
    except SettingsError:
        return setting.default
