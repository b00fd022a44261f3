"""What the administrator of this computer has set for everybody who sits at it. Values only; it reads no file."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from supervisor_gui.config import declarations as keys
from supervisor_gui.config.addresses import host_of, is_loopback
from supervisor_gui.config.values import Setting
from supervisor_gui.i18n import translate
from supervisor_gui.options import Options

RIGHTS = ("dial", "pause", "remove", "campaigns", "export", "whole_numbers")
"""Words for what can be forbidden; what each stands for in the program is told in `live.user_limits`."""


class Fault(msgspec.Struct, frozen=True):
    """Why the file cannot be used.

    Attributes:
        kind: "unreadable", "not_a_file", "writable", "too_large", "not_text", "line", "section", "key", "twice",
            "value".
        where: The line, section or key that is meant.
        line: Its number, 0 for the file as a whole.
        details: The system's own words.
    """

    kind: str
    where: str = ""
    line: int = 0
    details: str = ""


class MachinePolicy(msgspec.Struct, frozen=True):
    """The administrator's settings.

    Attributes:
        path: The file that they come from, None when there is none.
        fixed: Values of settings that nobody else can set, by the setting's key.
        denied: What nobody may do here, words of `RIGHTS`.
        fault: Why the file cannot be used, None when it can; while there is one, everybody may only look.
        closed: Whether a connection is set that does not hold in this window, so that no other may be opened in it.
    """

    path: Path | None = None
    fixed: Mapping[str, Any] = MappingProxyType({})
    denied: frozenset[str] = frozenset()
    fault: Fault | None = None
    closed: bool = False

    @property
    def view_only(self) -> bool:
        """Whether nothing may be done that changes something at the PBX or takes data out of the program."""
        return self.fault is not None

    @property
    def account(self) -> str:
        """The one account of this computer, empty when users choose."""
        return str(self.fixed.get(keys.ACCOUNT.key, ""))

    def fixes(self, setting: Setting[Any]) -> bool:
        """Whether the administrator has set it."""
        return setting.key in self.fixed

    def without_connection(self) -> "MachinePolicy":
        """The same rights and looks with no account and no address: for what has a PBX of its own."""
        kept = {key: value for key, value in self.fixed.items() if key not in CONNECTION}
        return msgspec.structs.replace(self, fixed=MappingProxyType(kept), closed=len(kept) < len(self.fixed))


NO_POLICY = MachinePolicy()

CONNECTION = frozenset(
    setting.key for setting in (keys.ACCOUNT, keys.PBX_ADDRESS, keys.API_ADDRESS, keys.EVENTS_ADDRESS, keys.EVENTS_ON)
)


class Ruled(msgspec.Struct, frozen=True):
    """A command line as it holds under the administrator's settings.

    Attributes:
        options: What holds.
        ignored: Arguments that named something else, as they are spelt.
    """

    options: Options
    ignored: tuple[str, ...] = ()


def ruled(options: Options, machine: MachinePolicy) -> Ruled:
    """The command line with what the administrator has set in place of what it says of the connection.

    `--lang` stays: it chooses words, not where they come from. A password out of the environment belongs to the account
    that came with it and is dropped with that. Shortened windows stay only for a PBX on this computer.
    """
    set_here: dict[str, Any] = {}
    ignored = []
    account = machine.account
    if account:
        if options.account not in {"", account} and options.account != options.usercode:
            ignored.append("--account")
        if options.profile:
            ignored.append("--profile")
        set_here |= {"account": account, "profile": ""}
        if options.usercode not in {"", account}:
            ignored.append("NETGSM_USERCODE")
            set_here |= {"usercode": "", "password": ""}
    for argument, field, setting in _ADDRESSES:
        off = field == "events" and machine.fixes(keys.EVENTS_ON)
        # Without the stream nothing travels readable that would not without it: that stays anybody's choice.
        if (machine.fixes(setting) and getattr(options, field) != "off") or off:
            # Empty: the profile has the administrator's, and nobody has agreed to anything by naming it.
            if getattr(options, field) not in {"", machine.fixed.get(setting.key, "off")}:
                ignored.append(argument)
            set_here[field] = ""
    if options.time_factor != 1.0 and not all(map(is_loopback, _hosts(machine))):
        set_here["time_factor"] = 1.0
    return Ruled(msgspec.structs.replace(options, **set_here), tuple(ignored))


_ADDRESSES = (
    ("--pbx-url", "pbx_url", keys.PBX_ADDRESS),
    ("--api-url", "api_url", keys.API_ADDRESS),
    ("--events", "events", keys.EVENTS_ADDRESS),
)


def _hosts(machine: MachinePolicy) -> list[str]:
    return [host_of(machine.fixed[setting.key]) for _, _, setting in _ADDRESSES if machine.fixes(setting)]


def ignored_words(ignored: tuple[str, ...]) -> str:
    """That arguments do not hold, in words; empty when all do."""
    if not ignored:
        return ""
    words = translate("Policy", "Your administrator has set the connection of this computer; not used: {arguments}.")
    return words.format(arguments=", ".join(ignored))


def locked_words() -> str:
    """Why a setting cannot be changed."""
    return translate("Policy", "Set by your administrator.")


def fault_title() -> str:
    """What a file that cannot be used means."""
    return translate("Policy", "The administrator's settings cannot be used, so this program only lets you look.")


def fault_words(fault: Fault) -> str:
    """What is wrong with the file, in words, and whom to ask."""
    said = _FAULTS[fault.kind]().format(where=fault.where, line=fault.line)
    todo = translate("Policy", "Ask your administrator to put it right, then start the program again.")
    return f"{said} {todo}"


def fault_details(machine: MachinePolicy) -> str:
    """The technical part: which file, which line, the system's words."""
    fault = machine.fault or Fault("")
    place = f"{machine.path}:{fault.line}" if fault.line else str(machine.path)
    return f"{place}: {fault.details or fault.kind}"


_FAULTS = {
    "unreadable": lambda: translate("Policy", "The file cannot be opened."),
    "not_a_file": lambda: translate("Policy", "Something else than a file is in its place."),
    "writable": lambda: translate("Policy", "Others than administrators can change the file or its folder."),
    "too_large": lambda: translate("Policy", "The file is larger than 64 KiB."),
    "not_text": lambda: translate("Policy", "The file is not text in UTF-8."),
    "line": lambda: translate("Policy", "Line {line} is neither [section] nor key = value."),
    "section": lambda: translate("Policy", "Line {line}: there is no section “{where}”."),
    "key": lambda: translate("Policy", "Line {line}: there is no key “{where}” here."),
    "twice": lambda: translate("Policy", "Line {line}: “{where}” stands there a second time."),
    "value": lambda: translate("Policy", "Line {line}: the value of “{where}” cannot be used."),
}
