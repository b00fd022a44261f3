"""Links on Windows: this user's part of the registry. Which program opens them is then chosen in Windows' settings."""

import subprocess
import sys
from collections.abc import Sequence
from typing import Protocol

from supervisor_gui.desktop.integration import SCHEMES, IntegrationError

_CLASSES = r"Software\Classes"
_PROGRAM = r"Software\NetSantralSupervisor"
_CAPABILITIES = rf"{_PROGRAM}\Capabilities"
_LINKS = rf"{_CAPABILITIES}\URLAssociations"
_REGISTERED = r"Software\RegisteredApplications"
_NAME = "NetSantral Supervisor"


class Registry(Protocol):
    """Text values below HKEY_CURRENT_USER. The name of a key's own value is empty."""

    def get(self, key: str, name: str) -> str:
        """The value, empty when there is none."""

    def put(self, key: str, name: str, value: str) -> None:
        """Write the value, with the keys above it."""

    def remove(self, key: str, name: str) -> None:
        """Take the value away, if it is there."""

    def remove_tree(self, key: str) -> None:
        """Take the key away with everything below it, if it is there."""


class WindowsIntegration:
    """What this program says of itself in the registry."""

    def __init__(self, command: Sequence[str], registry: Registry) -> None:
        self._command = command
        self._registry = registry

    def handled(self) -> frozenset[str]:
        """The schemes that this program is offered for; what the user chose among all programs Windows keeps sealed."""
        return frozenset(scheme for scheme in SCHEMES if self._registry.get(_LINKS, scheme) == _class(scheme))

    def use(self, schemes: frozenset[str]) -> None:
        """Offer this program for these schemes, and for no other."""
        registry = self._registry
        for scheme in SCHEMES:
            if scheme in schemes:
                self._offer(scheme)
            else:
                registry.remove_tree(rf"{_CLASSES}\{_class(scheme)}")
                registry.remove(_LINKS, scheme)
        if schemes:
            registry.put(_CAPABILITIES, "ApplicationName", _NAME)
            registry.put(_CAPABILITIES, "ApplicationDescription", "Supervisor for the NetSantral PBX")
            registry.put(_REGISTERED, _NAME, _CAPABILITIES)
        else:
            registry.remove(_REGISTERED, _NAME)
            registry.remove_tree(_PROGRAM)

    def _offer(self, scheme: str) -> None:
        key = rf"{_CLASSES}\{_class(scheme)}"
        self._registry.put(key, "", f"URL:{scheme}")
        self._registry.put(key, "URL Protocol", "")
        # Behind the dashes nothing is an option: a link comes as it was written, and its quotes could add some.
        self._registry.put(rf"{key}\shell\open\command", "", f'{subprocess.list2cmdline(self._command)} -- "%1"')
        self._registry.put(_LINKS, scheme, _class(scheme))


def _class(scheme: str) -> str:
    return f"NetSantralSupervisor.{scheme}"


if sys.platform == "win32":
    import winreg

    class _UserRegistry:
        def get(self, key: str, name: str) -> str:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    return str(winreg.QueryValueEx(opened, name)[0])
            except FileNotFoundError:
                return ""
            except OSError as error:
                raise IntegrationError(key, details=str(error)) from error

        def put(self, key: str, name: str, value: str) -> None:
            try:
                with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)
            except OSError as error:
                raise IntegrationError(key, details=str(error)) from error

        def remove(self, key: str, name: str) -> None:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened:
                    winreg.DeleteValue(opened, name)
            except FileNotFoundError:
                return
            except OSError as error:
                raise IntegrationError(key, details=str(error)) from error

        def remove_tree(self, key: str) -> None:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    below = [winreg.EnumKey(opened, at) for at in range(winreg.QueryInfoKey(opened)[0])]
                for name in below:
                    self.remove_tree(rf"{key}\{name}")
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
            except FileNotFoundError:
                return
            except OSError as error:
                raise IntegrationError(key, details=str(error)) from error

    def user_registry() -> Registry:
        """The registry of this user."""
        return _UserRegistry()
