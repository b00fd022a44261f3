"""Recordings fetched to be heard or kept, one at a time, each told to the audit. It knows no player and no window."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from supervisor_gui.clock import Clock
from supervisor_gui.errors import KnownError
from supervisor_gui.history.record_folding import numbers_of
from supervisor_gui.history.record_values import KeptLeg, RecordedCall, SavedRecording
from supervisor_gui.history.retention import DAY, USUAL_RETENTION, Retention
from supervisor_gui.i18n import translate
from supervisor_gui.live.ports import AuditRow
from supervisor_gui.netsantral.endpoints import ENDPOINTS
from supervisor_gui.netsantral.errors import LimitReached, NoAnswer, NotSent, PbxError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.recordings import OPERATION, Progress, RecordingKind
from supervisor_gui.paths import DataPaths
from supervisor_gui.sessions.recording_files import (
    PlayedCopies,
    check_place,
    drop,
    drop_older,
    free_name,
    make_private,
    name_within,
    part_in,
    same_file,
    stem,
    take_name,
    tidy,
    told_name,
)
from supervisor_gui.sessions.recording_links import RecordClient, RecordingLinks, Wanted
from supervisor_gui.tasks import Tasks

LISTEN, SAVE = "listen", "save_recording"

KEEP_SECONDS = 900.0
"""Seconds that a played copy stays after it was opened."""

_EXPIRED = frozenset({"recording_gone", "recording_none", "recording_page"})
"""What a link that was asked for long ago may lead to."""

USUAL_CLOCK = Clock()


class RecordingClient(RecordClient, Protocol):
    """The part of the client that recordings need; `sent` is called when a request leaves the waiting line."""

    async def fetch_recording(
        self, link: str, target: Path, progress: Progress | None, *, sent: Callable[[], None] | None
    ) -> RecordingKind:
        """Save what is behind a link."""


class ShelfStore(Protocol):
    """The part of the store that recordings need."""

    def record(self, rows: Iterable[AuditRow]) -> None:
        """Take actions."""

    def saved(self, file: str, account: str, call: str, numbers: Iterable[str], at: float) -> None:
        """Take a file."""

    def unsave(self, files: Iterable[str]) -> None:
        """Files are no more."""

    async def saved_recordings(self) -> tuple[SavedRecording, ...]:
        """The files taken."""


class Withdrawn(KnownError):
    """The user gave a recording up, wished for another one before it was on its way, or the session has ended."""

    def __init__(self) -> None:
        super().__init__(translate("Recordings", "The recording was not fetched."))


class RecordingShelf:
    """The recordings of one account, from `start` to `close`.

    One is fetched at a time. A later wish takes the place of one that is not on its way yet: it waits for its turn, or
    for the PBX to tell the link, which it does twice a minute at most.
    """

    def __init__(
        self,
        client: RecordingClient,
        store: ShelfStore,
        tasks: Tasks,
        *,
        account: str,
        who: str,
        paths: DataPaths,
        clock: Clock = USUAL_CLOCK,
        retention: Callable[[], Retention] = lambda: USUAL_RETENTION,
        keep_seconds: float = KEEP_SECONDS,
        limit_answer: Callable[[str], object] | None = None,
    ) -> None:
        """Nothing is touched before `start`.

        Args:
            client: The PBX.
            store: Takes the audit and what was saved.
            tasks: Owner of what removes played copies.
            account: Whose recordings.
            who: The local user, for the audit.
            paths: Where files lie.
            clock: Time.
            retention: How long saved recordings stay; asked each time.
            keep_seconds: How long played copies stay after they were opened.
            limit_answer: Told the budget's name when the PBX counts too many requests.
        """
        self._client = client
        self._store = store
        self._account = account
        self._who = who
        self._paths = paths
        self._clock = clock
        self._retention = retention
        self._limit_answer = limit_answer
        self._copies = PlayedCopies(paths.playing, tasks, clock, keep_seconds)
        self._links = RecordingLinks(client)
        self._turn = asyncio.Lock()
        self._wishes: list[_Wish] = []
        self._closed = False

    @property
    def folder(self) -> Path:
        """Where recordings are kept that nobody names another place for."""
        return self._paths.recordings

    def usual_name(self, call: RecordedCall, legs: Sequence[KeptLeg], leg: int = -1) -> str:
        """A name of ours for a file, to be offered where one is chosen; its ending may turn out to be another."""
        wanted = Wanted(call, legs, leg)
        return f"{stem(call, wanted.leg if legs else None)}.{RecordingKind.WAV.value}"

    def keeps(self, path: Path) -> bool:
        """Whether `path` lies where recordings go after some time."""
        return path.is_relative_to(self.folder)

    async def start(self) -> None:
        """Remove what a killed run left behind. A folder that cannot be used is told when it is needed."""
        async with self._turn:
            await asyncio.to_thread(tidy, self._paths)

    async def close(self) -> None:
        """Fetch nothing any more and remove the played copies. Recordings that were saved stay."""
        self._closed = True
        self.cancel()
        async with self._turn:
            self._links.clear()
            await self._copies.close()

    def cancel(self) -> None:
        """Give up what is being fetched and what waits; both raise `Withdrawn` and leave no file."""
        for wish in self._wishes:
            wish.withdraw()

    async def play(
        self, call: RecordedCall, legs: Sequence[KeptLeg], leg: int = -1, progress: Progress | None = None
    ) -> Path:
        """Fetch a recording into a file for the system's player. It goes by itself; once it is there it is not fetched
        again for the same leg.

        Args:
            call: Whose.
            legs: Its legs as kept.
            leg: The number of one of them; -1 for the longest that has a recording.
            progress: Is told bytes so far and in all once it is on its way.

        Raises:
            Withdrawn: It was given up.
            RecordingMissing: There is none, or none any more.
            PbxError: As `Client.records_of_call` and `Client.fetch_recording` tell.
        """
        return await self._carried_out(LISTEN, call, partial(self._played, Wanted(call, legs, leg, progress)))

    async def save(
        self,
        call: RecordedCall,
        legs: Sequence[KeptLeg],
        leg: int = -1,
        target: Path | None = None,
        progress: Progress | None = None,
    ) -> Path:
        """Fetch a recording into a file that stays.

        Args:
            call, legs, leg, progress: As for `play`.
            target: The file; its ending becomes that of what came, and then nothing that is there is overwritten.
                None for a name of ours in the folder of recordings, where they stay as long as the settings say.

        Returns:
            The file.

        Raises:
            Withdrawn, RecordingMissing, PbxError: As for `play`.
        """
        return await self._carried_out(SAVE, call, partial(self._saved, Wanted(call, legs, leg, progress), target))

    async def prune(self) -> None:
        """Delete recordings that were kept long enough, and forget those whose files are gone.

        Raises:
            StoreError: What was saved when cannot be read; files went by their own time all the same.
        """
        before = self._clock.wall() - self._retention().recordings * DAY
        known: dict[str, float] = {}
        # A recording that is being saved has a row before it has its name.
        async with self._turn:
            try:
                known = {one.file: one.at for one in await self._store.saved_recordings()}
            finally:
                gone = await asyncio.to_thread(drop_older, self._paths.recordings, known, before)
                if gone:
                    self._store.unsave(sorted(gone))

    # one wish

    async def _carried_out(self, action: str, call: RecordedCall, job: "Callable[[_Wish], Awaitable[Path]]") -> Path:
        if self._closed:
            raise Withdrawn
        for other in self._wishes:
            if not other.on_its_way:
                other.withdraw()
        wish = _Wish()
        self._wishes.append(wish)
        outcome, words = "unknown", ""
        try:
            async with self._turn:
                path = await job(wish)
        except asyncio.CancelledError:
            outcome = "cancelled"
            if wish.was_withdrawn():
                raise Withdrawn from None
            raise
        except PbxError as error:
            outcome, words = "refused", error.words or explain(error).title
            if isinstance(error, LimitReached) and self._limit_answer is not None:
                self._limit_answer(ENDPOINTS[error.operation].budget)
            raise
        else:
            outcome = "done"
            return path
        finally:
            self._wishes.remove(wish)
            self._note(action, call, outcome, words)

    def _note(self, action: str, call: RecordedCall, outcome: str, words: str) -> None:
        row = AuditRow(
            at=self._clock.wall(),
            who=self._who,
            account=self._account,
            action=action,
            extension=call.extension,
            queue=call.queue,
            detail=call.call,
            outcome=outcome,
            words=words,
        )
        self._store.record((row,))

    async def _played(self, wanted: Wanted, wish: "_Wish") -> Path:
        copy = await self._copies.again(wanted.key)
        if copy is not None:
            return copy
        await _on_disk(partial(make_private, self._paths.playing))
        part = part_in(self._paths.playing)
        await _on_disk(partial(check_place, part))
        kind = await self._fetched(wanted, part, wish)
        return await _named(part, self._copies.take(wanted.key, part, stem(wanted.call, wanted.leg), kind))

    async def _saved(self, wanted: Wanted, target: Path | None, wish: "_Wish") -> Path:
        if target is None:
            await _on_disk(partial(make_private, self._paths.recordings))
        part = part_in(self._paths.recordings if target is None else target.parent)
        await _on_disk(partial(check_place, target or part))
        copy = await self._copies.again(wanted.key)
        if copy is not None and await asyncio.to_thread(same_file, copy, part):
            kind = RecordingKind(copy.suffix[1:])
        else:
            kind = await self._fetched(wanted, part, wish)
        return await _named(part, self._put(wanted, part, target, kind))

    async def _put(self, wanted: Wanted, part: Path, target: Path | None, kind: RecordingKind) -> Path:
        """Give a fetched file the name it is kept by."""
        if target is None:
            path = await asyncio.to_thread(free_name, part.parent, stem(wanted.call, wanted.leg), f".{kind.value}")
        else:
            path = await asyncio.to_thread(told_name, target, kind)
        name = await asyncio.to_thread(name_within, self._paths.recordings, path)
        if name:
            # First, so that no file is ever there that the deletion of a number does not know of.
            numbers = numbers_of(wanted.legs)
            self._store.saved(name, self._account, wanted.call.call, numbers, self._clock.wall())
        try:
            await asyncio.to_thread(take_name, part, path)
        except OSError:
            if name:
                self._store.unsave((name,))
            raise
        return path

    async def _fetched(self, wanted: Wanted, part: Path, wish: "_Wish") -> RecordingKind:
        """Fetch the recording as `part`; a link that was asked for long ago may lead nowhere, and is asked for anew."""
        if self._links.known(wanted.call):
            try:
                return await self._fetch(wanted, part, wish)
            except PbxError as error:
                if error.reason not in _EXPIRED:
                    raise
                wish.on_its_way = False
        await self._links.ask(wanted.call)
        return await self._fetch(wanted, part, wish)

    async def _fetch(self, wanted: Wanted, part: Path, wish: "_Wish") -> RecordingKind:
        link = self._links.link(wanted)
        return await self._client.fetch_recording(link, part, wanted.progress, sent=wish.go)


class _Wish:
    """One wish, carried out in its caller's task.

    Attributes:
        on_its_way: The recording itself has been asked for.
    """

    def __init__(self) -> None:
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("a recording is fetched by a task")
        self._task = task
        self._cancelling = task.cancelling()
        self._withdrawn = False
        self.on_its_way = False

    def go(self) -> None:
        """The recording itself is asked for now."""
        self.on_its_way = True

    def withdraw(self) -> None:
        """End it wherever it is."""
        if not self._withdrawn:
            self._withdrawn = True
            self._task.cancel()

    def was_withdrawn(self) -> bool:
        """Whether the cancelling that ended it was ours alone, as for `asyncio.timeout`."""
        return self._withdrawn and self._task.uncancel() <= self._cancelling


async def _on_disk(work: Callable[[], object]) -> None:
    """Prepare a place in a thread, before anything is sent."""
    try:
        await asyncio.to_thread(work)
    except (OSError, ValueError) as error:
        raise NotSent(OPERATION, "recording_file", details=_words(error)) from None


async def _named(part: Path, naming: Awaitable[Path]) -> Path:
    """Wait until the fetched file has its name; if it gets none it goes."""
    try:
        return await naming
    except OSError as error:
        await asyncio.to_thread(drop, part)
        raise NoAnswer(OPERATION, "recording_file", details=_words(error)) from None
    except BaseException:
        await asyncio.to_thread(drop, part)
        raise


def _words(error: OSError | ValueError) -> str:
    return getattr(error, "strerror", None) or type(error).__name__
