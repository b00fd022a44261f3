"""The demo: a simulated PBX as a process, a throw-away profile, names for its agents. It outlives no window."""

import secrets

import msgspec

from supervisor_gui.config import Profile
from supervisor_gui.live.ports import DirectoryEntry
from supervisor_gui.netsantral.types import Credential
from supervisor_gui.simulator.process import SimulatorProcess

QUERIES_A_MINUTE = 6
"""The demo has its own budgets; the simulated PBX sets no limit, so the board may be lively."""

ARGUMENTS = ("--queues", "4", "--agents", "18", "--limits", "off", "--load", "300")

PAST_DAYS = 28
"""Four weeks for the statistics."""

_PATIENCE, _LONG_PATIENCE = 30.0, 300.0
"""Seconds in which it must be up; when its past is made before that, a busy computer takes its time."""

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

    def __init__(self, *, days_first: int | None = None) -> None:
        """Start nothing yet.

        Args:
            days_first: Make so many past days before it answers at all, for who asks about nothing else; None makes
                all of them while a window shows the board already.
        """
        self._password = secrets.token_urlsafe(12)
        self._patience = _PATIENCE if days_first is None else _LONG_PATIENCE
        past = (str(PAST_DAYS), "--history-later") if days_first is None else (str(min(days_first, PAST_DAYS)),)
        self._process = SimulatorProcess((*ARGUMENTS, "--history-days", *past), password=self._password)

    async def start(self) -> DemoStart:
        """Start the simulated PBX and wait until it answers.

        Raises:
            SimulatorFailedError: It did not come up.
        """
        info = await self._process.start_async(self._patience)
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
