"""The demo: a simulated PBX as a process, a throw-away profile, names for its agents. It outlives no window."""

import secrets

import msgspec

from supervisor_gui.config import Profile
from supervisor_gui.live.ports import DirectoryEntry
from supervisor_gui.netsantral.types import Credential
from supervisor_gui.simulator.process import SimulatorProcess

QUERIES_A_MINUTE = 6
"""The demo has its own budgets; the simulated PBX sets no limit, so the board may be lively."""

_PAST = ("--history-days", "62", "--history-later")
"""This month and the one before it, for the statistics, made while the window shows the board already."""

ARGUMENTS = ("--queues", "4", "--agents", "18", "--limits", "off", "--load", "300", "--dial-lists", "3", *_PAST)

_NAMES = (
    "Ayşe Yılmaz",
    "Mehmet Kaya",
    "Murat Öztürk",
    "Fatma Koç",
    "Emre Arslan",
    "Selin Aydın",
    "Zeynep Çelik",
    "Gamze Işık",
    "Elif Şahin",
    "Burak Polat",
    "Derya İnan",
    "Hasan Demir",
    "Onur Yıldız",
    "Cem Uçar",
    "Nazlı Güneş",
    "Kerem Doğan",
    "İrem Aksoy",
    "Tolga Şimşek",
)


class DemoStart(msgspec.Struct, frozen=True):
    """What a running demo gives the program."""

    profile: Profile
    credential: Credential
    names: tuple[DirectoryEntry, ...]


class Demo:
    """Owns the simulator's process."""

    def __init__(self) -> None:
        self._password = secrets.token_urlsafe(12)
        self._process = SimulatorProcess(ARGUMENTS, password=self._password)

    async def start(self) -> DemoStart:
        """Start the simulated PBX and wait until it answers.

        Raises:
            SimulatorFailedError: It did not come up.
        """
        info = await self._process.start_async()
        profile = Profile(
            name="Demo",
            account=info.account,
            pbx_url=info.pbx_url,
            api_url=info.api_url,
            events=info.events,
            events_on=True,
            events_agreed=True,
            plain_http_agreed=True,
        )
        names = tuple(DirectoryEntry(str(101 + at), name) for at, name in enumerate(_NAMES))
        return DemoStart(profile, Credential(info.account, self._password), names)

    def stop(self) -> None:
        """End the process."""
        self._process.stop()
