"""Sends what users ask for: each command once, its outcome told. What follows for the board is the reducer's."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence

import msgspec

from supervisor_gui.clock import Clock
from supervisor_gui.live.board import Board, Diff
from supervisor_gui.live.commands import (
    AddAgent,
    AddNumber,
    Batch,
    Command,
    Outcome,
    PauseAgent,
    RemoveNumber,
    ResumeAgent,
    TargetResult,
)
from supervisor_gui.live.guards import Guard, shown_numbers
from supervisor_gui.live.items import IntentAnswered, IntentEnded, IntentSent
from supervisor_gui.live.keeper import LiveBoard
from supervisor_gui.live.memory import Pair
from supervisor_gui.live.numbers import tail
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.ports import AuditLog, AuditRow
from supervisor_gui.live.reduce_intents import pair_of, shown
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.live.sending import CommandClient, budget_of, send
from supervisor_gui.live.watchers import Watchers
from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, NotSent, PbxError, TransportError
from supervisor_gui.tasks import Tasks

log = logging.getLogger(__name__)

PATIENCE = 180.0
"""Seconds for which the board may be asked what became of a command without an answer."""

MERGE = 0.1
"""Seconds over which changes of one batch are told as one."""

KEPT = 50
"""Finished batches that can still be looked at or tried again."""


class _Job(msgspec.Struct):
    """One command on its way.

    Attributes:
        batch, place: Where its result stands.
        command: What is wanted.
        task: Sends it.
        known: Whether the board showed the target's membership when it was asked.
        unanswered: Epoch seconds at which no answer had come; 0 otherwise.
        error: Why no answer came.
    """

    batch: int
    place: int
    command: Command
    task: asyncio.Task[None] | None = None
    known: bool = False
    unanswered: float = 0.0
    error: PbxError | None = None


class Bus:
    """The one way out for commands.

    A command waits for its turn, is sent once, and ends done, refused or unknown. Without an answer the board is
    asked; what it shows then decides.
    """

    def __init__(
        self,
        client: CommandClient,
        board: LiveBoard,
        tasks: Tasks,
        audit: AuditLog,
        *,
        refresh: Callable[[Iterable[str]], None],
        refusals: Refusals,
        policy: Policy | None = None,
        who: str = "",
        account: str = "",
        numbers: Iterable[Pair] = (),
        remember: Callable[[frozenset[Pair]], None] | None = None,
        limit_answer: Callable[[str], object] | None = None,
        clock: Clock | None = None,
        time_factor: float = 1.0,
    ) -> None:
        """Args.

        client: Sends.
        board: Shows pending actions, and tells what became of those without an answer.
        tasks: Owns a task per command.
        audit: Takes each command once at its end.
        refresh: Asks for the state of queues again, when the budget allows.
        refusals: Shared with the poller.
        policy: What this seat may do.
        who, account: For the audit.
        numbers: External numbers that this program added in earlier runs.
        remember: Called with those numbers when they change.
        limit_answer: Told the budget's name when the PBX counts too many requests.
        clock: Time.
        time_factor: Divides every duration; 1 outside tests.
        """
        self._client = client
        self._board = board
        self._tasks = tasks
        self._audit = audit
        self._refresh = refresh
        self._refusals = refusals
        self._policy = policy or Policy()
        self._who = who
        self._account = account
        self._added = frozenset(numbers)
        self._remember = remember
        self._limit_answer = limit_answer
        self._clock = clock or Clock()
        self._factor = time_factor
        self._batches: dict[int, Batch] = {}
        self._jobs: dict[Pair, _Job] = {}
        self._number = 0
        self._subscribers: Watchers[Callable[[Batch], None]] = Watchers()
        self._dirty: dict[int, None] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._unsubscribe = board.subscribe(self._on_board)
        refusals.watch(self._on_refusals)

    def submit(self, action: str, commands: Sequence[Command]) -> Batch:
        """Take on `commands` as one action and return at once; what comes of each is told to subscribers."""
        self._number += 1
        now = self._clock.wall()
        before = self._board.board
        guard = Guard(action, before, self._policy, self._jobs, self.numbers(), stopped=self._refusals.stopped)
        words = [guard.refuse(command) for command in commands]
        results = tuple(
            TargetResult(command=command, outcome=Outcome.REFUSED if word else Outcome.WAITING, refused_here=word)
            for command, word in zip(commands, words, strict=True)
        )
        batch = Batch(id=self._number, action=action, results=results, started=now)
        self._batches[batch.id] = batch
        taken = [place for place, word in enumerate(words) if not word]
        self._board.apply(*(IntentSent(commands[place], now) for place in taken))
        for place in taken:
            command = commands[place]
            job = _Job(batch=batch.id, place=place, command=command, known=not shown(before, command))
            self._jobs[pair_of(command)] = job
            job.task = self._tasks.spawn(f"command {action}", self._run(job))
        self._audit.record(self._row(batch, result) for result in results if result.refused_here)
        self._changed(batch.id)
        return batch

    def cancel(self, batch_id: int) -> None:
        """Withdraw what has not been sent yet; what waits for the board to tell ends as unknown."""
        for job in self._jobs_of(batch_id):
            outcome = self._result(job).outcome
            if outcome is Outcome.WAITING:
                self._end(job, Outcome.CANCELLED)
            elif outcome is Outcome.CHECKING:
                self._end(job, Outcome.UNKNOWN, job.error)

    def retry_failed(self, batch_id: int) -> Batch | None:
        """Submit the refused and unknown commands of a batch again as a new one; None when there are none."""
        batch = self._batches.get(batch_id)
        failed = [
            result.command
            for result in (batch.results if batch is not None else ())
            if result.outcome in {Outcome.REFUSED, Outcome.UNKNOWN}
        ]
        return self.submit(batch.action, failed) if batch is not None and failed else None

    def batch(self, batch_id: int) -> Batch | None:
        """A batch as it stands; None when it is forgotten."""
        return self._batches.get(batch_id)

    @property
    def pending(self) -> int:
        """How many commands have not come to their end."""
        return len(self._jobs)

    def numbers(self) -> frozenset[Pair]:
        """Every known (external number, queue): shown by the board or added by this program."""
        return self._added | shown_numbers(self._board.board)

    def forget(self, gone: str) -> None:
        """Remember the external number with this tail (`numbers.tail`) no more; in its queues it stays."""
        self._keep_added(frozenset(pair for pair in self._added if tail(pair[0]) != gone))

    def numbers_in(self, queue: str) -> frozenset[str]:
        """External numbers known in `queue`."""
        return frozenset(number for number, name in self.numbers() if name == queue)

    def subscribe(self, take: Callable[[Batch], None]) -> Callable[[], None]:
        """Call `take` when a batch moves on; the result ends that."""
        return self._subscribers.add(take)

    async def stop(self) -> None:
        """Withdraw what waits, give up on what is under way, and tell the audit; nothing is sent afterwards."""
        tasks = [job.task for job in self._jobs.values() if job.task is not None]
        for job in tuple(self._jobs.values()):
            waiting = self._result(job).outcome is Outcome.WAITING
            self._end(job, Outcome.CANCELLED if waiting else Outcome.UNKNOWN, job.error)
        await asyncio.gather(*tasks, return_exceptions=True)
        self._unsubscribe()
        self._flush()

    async def _run(self, job: _Job) -> None:
        try:
            await send(self._client, job.command, lambda: self._mark(job, Outcome.SENT))
        except BadCredentials as error:
            self._end(job, Outcome.REFUSED, error)
            if not self._refusals.stopped:
                self._refusals.add()
        except NotSent as error:
            self._end(job, Outcome.REFUSED, error)
        except TransportError as error:
            await self._check(job, error)
        except LimitReached as error:
            if self._limit_answer is not None:
                self._limit_answer(budget_of(job.command))
            self._end(job, Outcome.REFUSED, error)
        except PbxError as error:
            self._end(job, Outcome.REFUSED, error)
        except Exception:
            self._end(job, Outcome.UNKNOWN)
            raise
        else:
            self._end(job, Outcome.DONE)

    def _on_refusals(self) -> None:
        """One refusal is enough, whoever met it: nothing that waits is sent with the same password."""
        for job in tuple(self._jobs.values()) if self._refusals.stopped else ():
            if self._result(job).outcome is Outcome.WAITING:
                self._end(job, Outcome.CANCELLED)

    async def _check(self, job: _Job, error: TransportError) -> None:
        """No answer came: ask the board, and believe an answer that was asked for from now on."""
        job.unanswered = self._clock.wall()
        job.error = error
        self._mark(job, Outcome.CHECKING)
        self._board.apply(IntentAnswered(job.command, job.unanswered, ok=None))
        self._refresh((pair_of(job.command)[1],))
        await asyncio.sleep(PATIENCE / self._factor)
        self._end(job, Outcome.UNKNOWN, error)

    def _on_board(self, board: Board, _: Diff) -> None:
        for job in tuple(self._jobs.values()):
            if not job.unanswered:
                continue
            queue = board.queues.get(pair_of(job.command)[1])
            if queue is None or queue.asked <= job.unanswered:
                continue
            if shown(board, job.command) and _can_tell(job):
                self._end(job, Outcome.DONE)
            else:
                self._end(job, Outcome.UNKNOWN, job.error)

    def _end(self, job: _Job, outcome: Outcome, error: PbxError | None = None) -> None:
        """Come to the one end of a command; a second call changes nothing."""
        pair = pair_of(job.command)
        if self._jobs.get(pair) is not job:
            return
        del self._jobs[pair]
        if job.task is not None and job.task is not asyncio.current_task():
            job.task.cancel()
        self._mark(job, outcome, error)
        self._count_number(job, outcome)
        self._board.apply(IntentEnded(job.command, self._clock.wall(), outcome))
        batch = self._batches[job.batch]
        self._audit.record((self._row(batch, batch.results[job.place]),))
        if batch.finished:
            self._finished(batch)

    def _finished(self, batch: Batch) -> None:
        touched = dict.fromkeys(
            pair_of(result.command)[1]
            for result in batch.results
            if result.outcome is not Outcome.CANCELLED and not result.refused_here
        )
        if touched:
            self._refresh(tuple(touched))
        finished = [number for number, other in self._batches.items() if other.finished]
        for number in finished[:-KEPT]:
            del self._batches[number]

    def _count_number(self, job: _Job, outcome: Outcome) -> None:
        pair = pair_of(job.command)
        added = self._added
        if isinstance(job.command, AddNumber) and outcome in {Outcome.DONE, Outcome.UNKNOWN}:
            added |= {pair}
        elif isinstance(job.command, RemoveNumber) and outcome is Outcome.DONE:
            added -= {pair}
        self._keep_added(added)

    def _keep_added(self, added: frozenset[Pair]) -> None:
        if added != self._added:
            self._added = added
            if self._remember is not None:
                self._remember(added)

    def _mark(self, job: _Job, outcome: Outcome, error: PbxError | None = None) -> None:
        batch = self._batches[job.batch]
        result = msgspec.structs.replace(batch.results[job.place], outcome=outcome, error=error)
        results = (*batch.results[: job.place], result, *batch.results[job.place + 1 :])
        self._batches[job.batch] = msgspec.structs.replace(batch, results=results)
        self._changed(job.batch)

    def _result(self, job: _Job) -> TargetResult:
        return self._batches[job.batch].results[job.place]

    def _jobs_of(self, batch_id: int) -> tuple[_Job, ...]:
        return tuple(job for job in self._jobs.values() if job.batch == batch_id)

    def _changed(self, batch_id: int) -> None:
        self._dirty[batch_id] = None
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(MERGE, self._flush)

    def _flush(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        dirty, self._dirty = self._dirty, {}
        for number in dirty:
            batch = self._batches.get(number)
            if batch is None:
                continue
            for take in self._subscribers:
                self._tell(take, batch)

    def _row(self, batch: Batch, result: TargetResult) -> AuditRow:
        extension, queue = pair_of(result.command)
        words = result.refused_here or (result.error.words or result.error.reason if result.error is not None else "")
        return AuditRow(
            at=self._clock.wall(),
            who=self._who,
            account=self._account,
            action=batch.action,
            extension=extension,
            queue=queue,
            detail=_detail(result.command),
            outcome=result.outcome.value,
            words=words,
        )

    @staticmethod
    def _tell(take: Callable[[Batch], None], batch: Batch) -> None:
        try:
            take(batch)
        except Exception:  # one broken view must not hold up commands
            log.exception("a subscriber of actions failed")


def _can_tell(job: _Job) -> bool:
    """Whether what the board shows says anything: it need not list outside numbers, so their absence is no proof."""
    return job.known or not isinstance(job.command, RemoveNumber)


def _detail(command: Command) -> str:
    """What a command says besides its target: a reason, a penalty."""
    match command:
        case PauseAgent() | ResumeAgent():
            return command.reason
        case AddAgent():
            return f"{command.penalty} {command.reason}".strip()
        case AddNumber():
            return str(command.penalty)
        case _:
            return ""
