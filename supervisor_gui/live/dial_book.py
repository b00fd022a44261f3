"""Keeps what dialling remembers of one profile and tells when it changes. It dials nothing and knows no store."""

from collections.abc import Callable, Iterable

import msgspec

from supervisor_gui.clock import Clock
from supervisor_gui.live.board import Board
from supervisor_gui.live.dial_memory import DialMemory, Favourite, PortalKind, PortalName, Recent, Suggestion
from supervisor_gui.live.dial_search import suggestions
from supervisor_gui.live.directory import Directory
from supervisor_gui.live.numbers import party_key, tail
from supervisor_gui.live.watchers import Watchers
from supervisor_gui.netsantral.types_numbers import Dialled

MOST_RECENTS = 30
MOST_NAMES = 50
"""Names in the portal kept of one kind; the one that was not used for longest goes first."""


class DialBook:
    """Recents, favourites, names in the portal and the own queues."""

    def __init__(
        self,
        memory: DialMemory,
        *,
        directory: Directory,
        remember: Callable[[DialMemory], None],
        clock: Clock,
    ) -> None:
        """Args.

        memory: What earlier runs remembered.
        directory: Names of extensions and numbers.
        remember: Keeps the memory each time it has changed.
        clock: Dates the recents.
        """
        self._memory = memory
        self._directory = directory
        self._remember = remember
        self._clock = clock
        self._names = _names_of(memory)
        self._watchers: Watchers[Callable[[], None]] = Watchers()

    @property
    def memory(self) -> DialMemory:
        """All of it as it stands."""
        return self._memory

    def load(self, memory: DialMemory) -> None:
        """Take over what the store had; it is not written again."""
        if memory != self._memory:
            self._take(memory)

    def subscribe(self, told: Callable[[], None]) -> Callable[[], None]:
        """Call `told` when something changes; the result ends that."""
        return self._watchers.add(told)

    def called(self, dialled: Dialled) -> None:
        """A number was called from here just now."""
        recent = Recent(kind=dialled.kind, wire=dialled.wire, shown=dialled.shown, at=self._clock.wall())
        others = (one for one in self._memory.recents if one.wire != dialled.wire)
        self._change(recents=(recent, *others)[:MOST_RECENTS])

    def forget_recent(self, wire: str) -> None:
        """Take a number out of the recents."""
        self._change(recents=tuple(one for one in self._memory.recents if one.wire != wire))

    def forget(self, gone: str) -> None:
        """Take everything about the number with this tail (`numbers.tail`) out: recents, favourites, lines."""
        memory = self._memory
        self._change(
            recents=tuple(one for one in memory.recents if tail(one.wire) != gone),
            favourites=tuple(one for one in memory.favourites if gone not in {tail(one.wire), tail(one.name)}),
            portal=tuple(one for one in memory.portal if tail(one.name) != gone),
        )

    def add_favourite(self, favourite: Favourite) -> None:
        """Keep a number behind the other favourites; one that is kept already stays in its place with the new name."""
        known = self._memory.favourites
        if any(one.wire == favourite.wire for one in known):
            kept = tuple(favourite if one.wire == favourite.wire else one for one in known)
        else:
            kept = (*known, favourite)
        self._change(favourites=kept)

    def remove_favourite(self, wire: str) -> None:
        """Take a number out of the favourites."""
        self._change(favourites=tuple(one for one in self._memory.favourites if one.wire != wire))

    def use_name(self, kind: PortalKind, name: str) -> None:
        """A name in the portal was used: it goes to the front and counts as taken until the PBX refuses it."""
        used = name.strip()
        if not used:
            return
        others = [one for one in self._memory.portal if (one.kind, one.name) != (kind, used)]
        of_kind = [one for one in others if one.kind is kind]
        too_many = frozenset(one.name for one in of_kind[MOST_NAMES - 1 :])
        kept = (one for one in others if one.kind is not kind or one.name not in too_many)
        self._change(portal=(PortalName(kind=kind, name=used), *kept))

    def mark_refused(self, kind: PortalKind, name: str) -> None:
        """The PBX did not take a name that is remembered."""
        refused = PortalName(kind=kind, name=name.strip(), refused=True)
        known = self._memory.portal
        same = (refused.kind, refused.name)
        self._change(portal=tuple(refused if (one.kind, one.name) == same else one for one in known))

    def remove_name(self, kind: PortalKind, name: str) -> None:
        """Forget a name in the portal."""
        gone = (kind, name.strip())
        self._change(portal=tuple(one for one in self._memory.portal if (one.kind, one.name) != gone))

    def set_my_queues(self, names: Iterable[str]) -> None:
        """The queues of the own shift, each once, in this order."""
        self._change(my_queues=tuple(dict.fromkeys(names)))

    def suggestions(self, text: str, board: Board, limit: int = 8) -> tuple[Suggestion, ...]:
        """What `text` may mean, best first; for an empty text favourites, then recents.

        Args:
            text: What was typed so far: a name, a team, an extension or a number.
            board: Its extensions are offered too.
            limit: The most that are wanted.
        """
        return suggestions(text, self._memory, self._directory, board, limit)

    def name_of_number(self, number: str) -> str:
        """The name that a favourite, else the directory has for a number in any form; empty when neither has one."""
        key = party_key(number)
        return (self._names.get(key, "") or self._directory.name(key)) if key else ""

    def _change(self, **parts: object) -> None:
        """Take the memory with other `parts`, keep it and tell, if that changes anything."""
        memory = msgspec.structs.replace(self._memory, **parts)
        if memory != self._memory:
            self._take(memory)
            self._remember(memory)

    def _take(self, memory: DialMemory) -> None:
        self._memory = memory
        self._names = _names_of(memory)
        for told in self._watchers:
            told()


def _names_of(memory: DialMemory) -> dict[str, str]:
    """The favourites' names by `party_key`."""
    return {party_key(one.wire): one.name for one in memory.favourites}
