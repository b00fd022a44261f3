"""A password in memory and the form in which it is kept: what it is, and which hosts may have it. It stores nothing."""

from collections.abc import Iterable
from typing import NoReturn

import msgspec

from supervisor_gui.config.addresses import API_URL, PBX_URL, host_of, is_loopback

OWN_HOSTS = frozenset({host_of(PBX_URL), host_of(API_URL)})
"""The PBX's own hosts, where every account's password belongs (docs/protocol.md, Encryption)."""
MAX_LENGTH = 1000
"""Characters of one kept value. Windows takes 2,560 bytes and counts UTF-16."""


class Secret:
    """A text that shows itself as `***` in every message, log line and trace."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text itself, for the one who sends it."""
        return self._text

    def __repr__(self) -> str:
        return "***"

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._text == self._text

    def __hash__(self) -> int:
        return hash((Secret, self._text))

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not written anywhere")


class StoredSecret(msgspec.Struct, frozen=True):
    """A password and the hosts that it was saved with.

    Attributes:
        password: The password.
        hosts: Names or addresses without port, beside the PBX's own hosts and this machine, which always count.
    """

    password: Secret
    hosts: tuple[str, ...] = ()

    def allows(self, host: str) -> bool:
        """Whether the password may go to `host` (a name or address, without port) without asking again."""
        name = host_name(host)
        return bool(name) and (name in OWN_HOSTS or is_loopback(name) or name in self.hosts)


def host_name(host: str) -> str:
    """`host` as it is compared: small ASCII letters, no brackets, no last dot; empty when it is no host name."""
    try:
        name = (host if host.isascii() else host.encode("idna").decode("ascii")).lower()
    except UnicodeError:
        return ""
    name = name.strip("[]").removesuffix(".")
    return "" if any(char.isspace() or char in "/@" for char in name) else name


def foreign_hosts(hosts: Iterable[str]) -> tuple[str, ...]:
    """Those of `hosts` that must be named with a password: neither the PBX's own nor this machine."""
    names = {host_name(host) for host in hosts} - OWN_HOSTS
    return tuple(sorted(name for name in names if name and not is_loopback(name)))


def is_keepable(password: str) -> bool:
    """Whether `password` can be kept at all: one line of characters that every keyring takes."""
    return bool(password) and not any(char in "\r\n\0" or "\ud800" <= char <= "\udfff" for char in password)


def to_kept(secret: StoredSecret) -> str:
    r"""The text kept in the keyring: the password as it is; with foreign hosts a second line that names them.

    A password is one line, so the two forms cannot be mistaken for each other, whatever the password looks like, and
    a plain password that an administrator put into the keyring with another tool reads as one for the PBX's own hosts.
    """
    password = secret.password.reveal()
    return f"{password}\n{' '.join(secret.hosts)}" if secret.hosts else password


def from_kept(text: str) -> StoredSecret | None:
    """The secret in a kept text, None when it holds no password; a line end behind a plain password is not its part."""
    password, _, named = text.partition("\n")
    password = password.removesuffix("\r")
    return StoredSecret(Secret(password), foreign_hosts(named.split())) if password else None
