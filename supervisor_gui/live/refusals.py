"""How often the PBX refused the credentials: a program that insists would lock the account. It sends nothing."""

from collections.abc import Callable, Iterable

MOST = 3
"""Refusals within an hour after which nothing is sent until the user acts, also after a restart."""

HOUR = 3600.0


class Refusals:
    """Shared by the poller, the event stream and the command bus of one profile."""

    def __init__(self, wall: Callable[[], float], times: Iterable[float] = ()) -> None:
        """Args.

        wall: Epoch seconds now.
        times: Refusals remembered from earlier runs.
        """
        self._wall = wall
        self._times = tuple(times)
        self._standing = False
        self._trying = False
        self._watchers: list[Callable[[], None]] = []

    @property
    def times(self) -> tuple[float, ...]:
        """Epoch seconds of the refusals of the last hour, to be remembered."""
        now = self._wall()
        return tuple(at for at in self._times if abs(now - at) < HOUR)

    @property
    def stopped(self) -> bool:
        """Whether nothing may be sent until the user acts."""
        return self._standing or len(self.times) >= MOST

    @property
    def trying(self) -> bool:
        """Whether the user acted, and no answer has shown yet that the PBX takes the credentials now."""
        return self._trying

    @property
    def held(self) -> bool:
        """Whether all rests that nobody waits for. While new credentials are tried, the others wait for the answer."""
        return self.stopped or self._trying

    def add(self) -> None:
        """The PBX refused the credentials now; everybody who watches is told."""
        self._times = (*self.times, self._wall())
        self._standing, self._trying = True, False
        self._tell()

    def try_again(self) -> None:
        """The user acted: a new password, or "try again". What the user wishes may go; one poll tries for the rest."""
        self._times = ()
        self._standing, self._trying = False, True
        self._tell()

    def accepted(self) -> None:
        """The PBX answered as to one who may ask: after a trial everybody goes on."""
        if self._trying:
            self._trying = False
            self._tell()

    def watch(self, told: Callable[[], None]) -> None:
        """Call `told` when a refusal comes, the user acts, or a trial was good."""
        self._watchers.append(told)

    def _tell(self) -> None:
        for told in tuple(self._watchers):
            told()
