"""A desktop's service that keeps screens awake, on a real bus in a process of its own, as strict as the real ones.

Run as `python -m tests.helpers.screen_saver ADDRESS SERVICE PATH INTERFACE BEHAVIOUR` it serves; each thing that
happens to it is one JSON line.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import jeepney.io.blocking
from jeepney import HeaderFields, Message, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus

from tests.helpers.started import ROOT, wait_for

SCREEN_SAVER = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")
GNOME = ("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager")
POWER = (
    "org.freedesktop.PowerManagement",
    "/org/freedesktop/PowerManagement/Inhibit",
    "org.freedesktop.PowerManagement.Inhibit",
)


class ScreenSaver:
    """One running service, from outside."""

    def __init__(self, process: "subprocess.Popen[bytes]", lines: Path) -> None:
        self._process = process
        self._lines = lines

    @property
    def told(self) -> list[dict[str, Any]]:
        """What has happened to it so far, whole lines alone."""
        return [
            json.loads(line) for line in self._lines.read_text("utf-8").splitlines(keepends=True) if line[-1] == "\n"
        ]

    @property
    def asked(self) -> list[list[Any]]:
        """The arguments of each Inhibit."""
        return [one["inhibit"] for one in self.told if "inhibit" in one]

    @property
    def given_back(self) -> list[int]:
        """The numbers that came back by UnInhibit, each in its turn."""
        return [one["uninhibit"] for one in self.told if "uninhibit" in one]

    @property
    def awake(self) -> bool:
        """Whether it keeps the screen awake now."""
        return bool(self.told[-1]["held"])

    def end(self) -> None:
        """End it, as a crash does."""
        self._process.kill()
        self._process.wait()


@contextmanager
def screen_saver(
    address: str, folder: Path, place: tuple[str, str, str] = SCREEN_SAVER, behaviour: str = "obeys"
) -> Iterator[ScreenSaver]:
    """The service on the bus at `address`, ended afterwards.

    Args:
        address: The bus.
        folder: For what it tells.
        place: Name, object and interface.
        behaviour: "obeys", "refuses", "silent", or "odd", which answers with no number.
    """
    lines = folder / f"{place[0]}-{sum(1 for _ in folder.iterdir())}"
    with lines.open("wb") as sink:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.screen_saver", address, *place, behaviour], cwd=ROOT, stdout=sink
        )
    service = ScreenSaver(process, lines)
    try:
        wait_for(lambda: service.told, "the service is on the bus")
        yield service
    finally:
        process.kill()
        process.wait()


class _Service:
    def __init__(self, address: str, place: tuple[str, str, str], behaviour: str) -> None:
        self._place = place
        self._behaviour = behaviour
        self._numbers = count(4_000_000_000)  # what fits into no signed number
        self._held: dict[int, str] = {}
        self._bus = jeepney.io.blocking.open_dbus_connection(address)
        self._bus.send_and_get_reply(message_bus.AddMatch("type='signal',member='NameOwnerChanged'"))
        # Another of this name that was killed just now may not have gone from the bus yet: then ours waits in line.
        owner = self._bus.send_and_get_reply(message_bus.RequestName(place[0])).body[0] == 1
        while not owner:
            message = self._bus.receive()
            owner = message.header.fields.get(HeaderFields.member) == "NameAcquired" and message.body[0] == place[0]
        self._tell(serves=place[0])

    def serve(self) -> None:
        while True:
            message = self._bus.receive()
            fields = message.header.fields
            if fields.get(HeaderFields.member) == "NameOwnerChanged":
                self._gone(*message.body)
            elif message.header.message_type is MessageType.method_call:
                self._called(message, fields)

    def _gone(self, name: str, _: str, owner: str) -> None:
        """Every such service looks whether those who asked still live."""
        lost = [number for number, asker in self._held.items() if asker == name and not owner]
        for number in lost:
            del self._held[number]
        if lost:
            self._tell(lost=lost)

    def _called(self, message: Message, fields: dict[HeaderFields, Any]) -> None:
        where = (fields.get(HeaderFields.path), fields.get(HeaderFields.interface))
        call = (fields[HeaderFields.member], fields.get(HeaderFields.signature, ""))
        enter, leave = ("susu", "Uninhibit") if self._place == GNOME else ("ss", "UnInhibit")
        if where != self._place[1:] or call not in {("Inhibit", enter), (leave, "u")}:
            self._bus.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod", "s", (repr(call),)))
            self._tell(misunderstood=[*where, *call])
        elif call[0] == leave:
            self._held.pop(message.body[0], None)
            self._tell(uninhibit=message.body[0])
        else:
            self._inhibit(message, fields[HeaderFields.sender])

    def _inhibit(self, message: Message, sender: str) -> None:
        number = next(self._numbers)
        if self._behaviour == "refuses":
            self._bus.send(new_error(message, "org.freedesktop.DBus.Error.AccessDenied"))
        elif self._behaviour == "odd":
            self._bus.send(new_method_return(message, "s", ("yes",)))
        else:
            self._held[number] = sender
            if self._behaviour == "obeys":
                self._bus.send(new_method_return(message, "u", (number,)))
        self._tell(inhibit=list(message.body))

    def _tell(self, **what: object) -> None:
        sys.stdout.write(json.dumps({**what, "held": sorted(self._held)}) + "\n")
        sys.stdout.flush()


def main() -> None:
    """Serve until it is killed."""
    address, *place, behaviour = sys.argv[1:]
    service, path, interface = place
    _Service(address, (service, path, interface), behaviour).serve()


if __name__ == "__main__":
    main()
