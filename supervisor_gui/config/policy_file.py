"""Reads the administrator's policy.ini. What it does not understand it never takes for a permission."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any

from supervisor_gui import paths
from supervisor_gui.config import declarations as keys
from supervisor_gui.config.policy import NO_POLICY, RIGHTS, Fault, MachinePolicy
from supervisor_gui.config.profiles import account_problem
from supervisor_gui.config.values import Setting, check
from supervisor_gui.errors import SettingsError
from supervisor_gui.text import clean

LARGEST = 64 * 1024
_YES = frozenset({"yes", "evet"})
_NO = frozenset({"no", "hayır", "hayir"})  # "HAYIR" in small letters is "hayir" everywhere but in Turkey
_ADMINISTRATORS = frozenset({0, 80}) if sys.platform == "darwin" else frozenset({0})
"""Groups whose members may change anything on this computer anyway."""


def this_computer() -> MachinePolicy:
    """The administrator's settings of this computer; never raises."""
    return read_policy(paths.policy_file())


def read_policy(path: Path) -> MachinePolicy:
    """Read `path`. A file that does not exist sets nothing; one that cannot be used leaves everybody looking only.

    Where only some lines are wrong the connection and the language of the others hold, so that a slip of the pen
    between two starts does not send a seat to another PBX. Of a file that others can change nothing holds.
    """
    try:
        looks = path.stat()
        if not stat.S_ISREG(looks.st_mode):
            return MachinePolicy(path, fault=Fault("not_a_file"))
        if _others_can_write(path, looks):
            return MachinePolicy(path, fault=Fault("writable", details=_owner_words(path, looks)))
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError:
        return NO_POLICY
    except OSError as error:
        return MachinePolicy(path, fault=Fault("unreadable", details=str(error)))
    if len(raw) > LARGEST:
        return MachinePolicy(path, fault=Fault("too_large"))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return MachinePolicy(path, fault=Fault("not_text", details=str(error)))
    return parse_policy(text, path)


def parse_policy(text: str, path: Path) -> MachinePolicy:
    """What `text` sets; the first line that cannot be used is the fault."""
    fixed: dict[str, Any] = {}
    denied: set[str] = set()
    fault: Fault | None = None
    section = ""
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(text.split("\n"), 1):
        line = row.strip()
        if not line or line[0] in ";#":
            continue
        try:
            if line[0] == "[":
                section = _section(line, number)
                continue
            key, value = _pair(line, number, section, seen)
            if section == "rights":
                denied |= _forbidden(key, value, number)
            else:
                fixed |= _CONNECTION[key](key, value, number) if value else {}
        except _FaultError as error:
            fault = fault or error.fault
            # Lines below a heading that is not known belong nowhere.
            section = "?" if error.fault.kind == "section" else section
    if "whole_numbers" in denied:
        fixed[keys.MASK_NUMBERS.key] = True
    return MachinePolicy(path, MappingProxyType(fixed), frozenset(denied), fault)


class _FaultError(Exception):
    """A line that cannot be used."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.kind)
        self.fault = fault


def _section(line: str, number: int) -> str:
    name = line[1:-1].strip() if line.endswith("]") else ""
    if not name:
        raise _FaultError(Fault("line", "", number))
    if name.lower() not in {"connection", "rights"}:
        raise _FaultError(Fault("section", clean(name, 40), number))
    return name.lower()


def _pair(line: str, number: int, section: str, seen: set[tuple[str, str]]) -> tuple[str, str]:
    """Key and value; the key is one that stands in `section` and was not there before."""
    name, sign, value = line.partition("=")
    key = name.strip().lower()
    if not sign or not key or not section:
        raise _FaultError(Fault("line", "", number))
    known = RIGHTS if section == "rights" else _CONNECTION if section == "connection" else ()
    if key not in known:
        raise _FaultError(Fault("key", clean(name.strip(), 40), number))
    if (section, key) in seen:
        raise _FaultError(Fault("twice", key, number))
    seen.add((section, key))
    return key, value.strip()


def _forbidden(key: str, value: str, number: int) -> frozenset[str]:
    word = value.lower()
    if word in _YES:
        return frozenset()
    if word in _NO:
        return frozenset({key})
    raise _FaultError(Fault("value", key, number, clean(value, 60)))


def _setting(setting: Setting[Any]) -> Callable[[str, str, int], dict[str, Any]]:
    def taken(key: str, value: str, number: int) -> dict[str, Any]:
        try:
            check(setting, value)
        except SettingsError as error:
            raise _FaultError(Fault("value", key, number, f"{clean(value, 60)}: {error}")) from error
        return {setting.key: value}

    return taken


def _account(key: str, value: str, number: int) -> dict[str, Any]:
    if account_problem(value):
        raise _FaultError(Fault("value", key, number, clean(value, 60)))
    return {keys.ACCOUNT.key: value}


def _url(setting: Setting[Any]) -> Callable[[str, str, int], dict[str, Any]]:
    taken = _setting(setting)
    return lambda key, value, number: taken(key, value.rstrip("/"), number)


def _events(key: str, value: str, number: int) -> dict[str, Any]:
    """An address leaves it to the user whether the stream is followed: the password travels readable in it."""
    if value.lower() == "off":
        return {keys.EVENTS_ON.key: False}
    return _setting(keys.EVENTS_ADDRESS)(key, value, number)


def _language(key: str, value: str, number: int) -> dict[str, Any]:
    if value.lower() not in {"tr", "en"}:
        raise _FaultError(Fault("value", key, number, clean(value, 60)))
    return {keys.LANGUAGE.key: value.lower()}


_CONNECTION: dict[str, Callable[[str, str, int], dict[str, Any]]] = {
    "account": _account,
    "pbx_url": _url(keys.PBX_ADDRESS),
    "api_url": _url(keys.API_ADDRESS),
    "events": _events,
    "language": _language,
}


def _others_can_write(path: Path, looks: os.stat_result) -> bool:
    """Whether somebody who is no administrator can change the file, or put another one in its place."""
    if sys.platform == "win32":
        return _this_user_can_write(path)
    return _open_to_others(looks) or _open_to_others(path.parent.stat())


def _open_to_others(looks: os.stat_result) -> bool:
    me = _my_id()
    by_group = looks.st_mode & stat.S_IWGRP and looks.st_gid not in _ADMINISTRATORS
    return bool(looks.st_mode & stat.S_IWOTH or by_group or looks.st_uid == me != 0)


def _my_id() -> int:
    if sys.platform == "win32":
        return 0
    return os.getuid()


def _this_user_can_write(path: Path) -> bool:
    """Windows' own judgement of its lists of rights. An administrator at work is no other."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  for Windows alone

        if ctypes.windll.shell32.IsUserAnAdmin():
            return False
    try:
        os.close(os.open(path, os.O_RDWR))
    except PermissionError:
        return False
    return True


def _owner_words(path: Path, looks: os.stat_result) -> str:
    above = path.parent.stat()
    return (
        f"file {stat.filemode(looks.st_mode)} {looks.st_uid}:{looks.st_gid}, "
        f"folder {stat.filemode(above.st_mode)} {above.st_uid}:{above.st_gid}"
    )
