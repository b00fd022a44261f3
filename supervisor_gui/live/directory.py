"""Names for extensions and numbers, held in memory and searched by folded text. Keeping them on disk is the store's."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import msgspec

from supervisor_gui.live.numbers import MEMBER_DIGITS, party_key, tail
from supervisor_gui.live.ports import DirectoryEntry, NamesStore
from supervisor_gui.live.watchers import Watchers
from supervisor_gui.text import fold


class Named(msgspec.Struct, frozen=True):
    """An entry with its search text.

    Attributes:
        entry: Extension, name, team.
        search: All of it folded (see `text.fold`).
    """

    entry: DirectoryEntry
    search: str


class Directory:
    """The names of one account. An outside number is found however it is written."""

    def __init__(self, account: str, store: NamesStore, entries: Iterable[DirectoryEntry] = ()) -> None:
        """Args.

        account: Whose names.
        store: Keeps them.
        entries: Names known already.
        """
        self._account = account
        self._store = store
        self._named: dict[str, Named] = {}
        self._watchers: Watchers[Callable[[], None]] = Watchers()
        self._take(map(_tidy, entries))

    @property
    def entries(self) -> tuple[DirectoryEntry, ...]:
        """Every entry, by extension."""
        return tuple(self._named[extension].entry for extension in sorted(self._named, key=_numeric))

    @property
    def named(self) -> Mapping[str, Named]:
        """Every entry with its search text, by extension or `party_key`; a view that follows changes."""
        return MappingProxyType(self._named)

    def load(self, entries: Iterable[DirectoryEntry]) -> None:
        """Take over names that the store had; only numbers written otherwise than today are written again."""
        kept = tuple(entries)
        self._take(map(_tidy, kept))
        old = [entry for entry in kept if entry.extension != _key(entry.extension)]
        if old:
            gone = [DirectoryEntry(extension=entry.extension, name="") for entry in old]
            self._store.put_names(self._account, [*gone, *map(_tidy, old)])
        self._tell()

    def name(self, extension: str) -> str:
        """The name of `extension`; empty when it has none."""
        named = self._named.get(_key(extension))
        return named.entry.name if named is not None else ""

    def label(self, extension: str) -> str:
        """The name of `extension`, or the extension itself."""
        return self.name(extension) or extension

    def team(self, extension: str) -> str:
        """The team of `extension`; empty when it has none."""
        named = self._named.get(_key(extension))
        return named.entry.team if named is not None else ""

    def set(self, entries: Iterable[DirectoryEntry]) -> None:
        """Add or change entries; an empty name removes one."""
        changed = [entry for entry in map(_tidy, entries) if entry.extension and self._differs(entry)]
        if changed:
            self._take(changed)
            self._store.put_names(self._account, changed)
            self._tell()

    def rename(self, extension: str, name: str) -> None:
        """Give `extension` another name and keep its team; an empty name removes the entry."""
        self.set((DirectoryEntry(extension=extension, name=name, team=self.team(extension)),))

    def forget(self, gone: str) -> None:
        """Remove the number with this tail (`numbers.tail`), however it was written."""
        self.set(DirectoryEntry(extension=key, name="") for key in tuple(self._named) if tail(key) == gone)

    def subscribe(self, told: Callable[[], None]) -> Callable[[], None]:
        """Call `told` when names change; the result ends that."""
        return self._watchers.add(told)

    def _differs(self, entry: DirectoryEntry) -> bool:
        named = self._named.get(entry.extension)
        return bool(entry.name) if named is None else named.entry != entry

    def _take(self, entries: Iterable[DirectoryEntry]) -> None:
        for entry in entries:
            if entry.name:
                text = fold(f"{entry.extension} {entry.name} {entry.team}")
                self._named[entry.extension] = Named(entry=entry, search=text)
            else:
                self._named.pop(entry.extension, None)

    def _tell(self) -> None:
        for told in self._watchers:
            told()


def _tidy(entry: DirectoryEntry) -> DirectoryEntry:
    return DirectoryEntry(extension=_key(entry.extension.strip()), name=entry.name.strip(), team=entry.team.strip())


def _key(extension: str) -> str:
    """What an entry goes by; most are extensions, which need no reading."""
    if len(extension) < MEMBER_DIGITS:
        return extension
    return party_key(extension) or extension


def _numeric(extension: str) -> tuple[int, str]:
    return (len(extension), extension)
