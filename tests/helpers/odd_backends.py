"""Back ends for the real `keyring` library that behave as broken ones do; chosen by PYTHON_KEYRING_BACKEND."""

import os
import time
from pathlib import Path

from keyring.backend import KeyringBackend


class Memory(KeyringBackend):
    """Keeps everything for this process, as it should."""

    priority = 5.0

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self._kept[service, username]


class Hanging(Memory):
    """Answers nothing until the file named by HANGING_UNTIL is there."""

    def get_password(self, service: str, username: str) -> str | None:
        until = Path(os.environ["HANGING_UNTIL"])
        while not until.exists():
            time.sleep(0.005)
        return self._kept.get((service, username), "late")


class Forgetful(Memory):
    """Takes everything and keeps nothing, and is not called null."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class Garbling(Memory):
    """Gives back something else than it got."""

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password.upper())


class PlainFile(Memory):
    """A stop-gap below the priority of a real keyring, as plain-text back ends are; writes down what it is given."""

    priority = 0.5

    def set_password(self, service: str, username: str, password: str) -> None:
        Path(os.environ["PLAIN_FILE"]).write_text(password, encoding="utf-8")


class TellTale(Memory):
    """Fails and puts the password into its words."""

    def set_password(self, service: str, username: str, password: str) -> None:
        raise OSError(f"cannot keep {password} for {username}")


class Unheard(Memory):
    """Fails with an exception of a kind nobody knows, the password in it."""

    def get_password(self, service: str, username: str) -> str | None:
        class OddError(Exception):
            pass

        raise OddError("the password is p4ssw0rd")
