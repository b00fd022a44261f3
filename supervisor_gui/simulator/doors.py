"""The ports the simulator serves on, all on 127.0.0.1, and the certificates for some of them. No serving here."""

import socket
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Self

import msgspec

from supervisor_gui.simulator.options import SimulatorOptions

HOST = "127.0.0.1"


class Doors(msgspec.Struct, frozen=True):
    """The bound ports, one a face."""

    pbx: socket.socket
    api: socket.socket
    events: socket.socket
    control: socket.socket

    @classmethod
    def open(cls, options: SimulatorOptions) -> Self:
        """Bind every port.

        Raises:
            OSError: One is taken; those bound before it are free again.
        """
        with ExitStack() as undo:
            ports = (options.pbx_port, options.api_port, options.events_port, options.control_port)
            doors = cls(*(undo.enter_context(_bound(port)) for port in ports))
            undo.pop_all()
        return doors


def address(door: socket.socket) -> str:
    """Host and port of a bound port, with a colon between."""
    return f"{HOST}:{door.getsockname()[1]}"


class CertificatePaths(msgspec.Struct, frozen=True):
    """Files with a certificate and its key in one; `ca` holds the CA's certificate alone."""

    ca: Path
    good: Path
    expired: Path
    wrong_name: Path
    unknown_ca: Path


class Certificates(msgspec.Struct, frozen=True):
    """Certificates, and a further port for each bad one."""

    paths: CertificatePaths
    expired: socket.socket
    wrong_name: socket.socket
    unknown_ca: socket.socket

    @classmethod
    def open(cls, paths: CertificatePaths) -> Self:
        """Bind the ports.

        Raises:
            OSError: No port is free.
        """
        return cls(paths, _bound(0), _bound(0), _bound(0))

    def bad_doors(self) -> tuple[tuple[socket.socket, Path], ...]:
        """The further ports with what each shows."""
        return (
            (self.expired, self.paths.expired),
            (self.wrong_name, self.paths.wrong_name),
            (self.unknown_ca, self.paths.unknown_ca),
        )

    def listing(self) -> dict[str, str]:
        """What the ready line says of them."""
        return {
            "ca": str(self.paths.ca),
            "expired": f"https://{address(self.expired)}",
            "wrong_name": f"https://{address(self.wrong_name)}",
            "unknown_ca": f"https://{address(self.unknown_ca)}",
        }


def _bound(port: int) -> socket.socket:
    # asyncio switches Nagle's delay off only where the protocol is named, and 0 is what create_server() names:
    # every answer would wait 40 ms for an acknowledgement.
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((HOST, port))
        door.listen(128)
    except OSError:
        door.close()
        raise
    return door
