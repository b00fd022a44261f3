"""The poller against a hand-written PBX, with time under the test's hand."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable

import pytest

from supervisor_gui.live.board import Board
from supervisor_gui.live.keeper import LiveBoard
from supervisor_gui.live.poller import Poller, PollSettings
from supervisor_gui.live.refusals import MOST, Refusals
from supervisor_gui.live.status import Link, PollStatus
from supervisor_gui.live.targets import PollMemory
from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, LimitReached, NoAnswer, NotSent, Refusal
from supervisor_gui.netsantral.types import Credential, EventKind
from supervisor_gui.tasks import Tasks
from tests.live.boards import NOON, RULES, agent, queue, status, told
from tests.live.fakes import Answer, Budget, StatusClient, Time, settle

ALL = status(queue("Destek", agent("101")), queue("Satis", agent("102")))
PARAMETER = Refusal("queue_status", "parameter", code="30", words="Eksik yada yanlis parametre")
WRONG = BadCredentials("queue_status", "credentials", words="Kullanici dogrulanamadi")


class Desk:
    """One poller with everything around it."""

    def __init__(self, answers: Callable[[str | None], Answer] = lambda _: ALL, **options) -> None:
        self.time = options.pop("time", None) or Time()
        self.client = StatusClient(answers)
        self.budget = Budget()
        self.board = LiveBoard(RULES, options.pop("board", None))
        self.tasks = Tasks()
        self.memories: list[PollMemory] = []
        self.resumed = 0
        self.statuses: list[PollStatus] = []
        self.gate = asyncio.Event()
        settings = options.pop("settings", PollSettings())
        self.poller = Poller(
            self.client,
            self.budget,
            self.board,
            self.tasks,
            settings=settings,
            remember=self.memories.append,
            resumed=self._woke,
            clock=self.time.clock,
            sleep=self._sleep,
            **options,
        )
        self.poller.subscribe_status(self.statuses.append)

    def _woke(self) -> None:
        self.resumed += 1

    async def _sleep(self, seconds: float) -> None:
        self.nap = seconds
        await asyncio.sleep(0)
        await self.gate.wait()

    async def start(self) -> "Desk":
        self.poller.start()
        await settle()
        return self

    async def run(self, seconds: float, step: float = 1.0) -> None:
        """Let time pass as the polling task would see it."""
        for _ in range(round(seconds / step)):
            self.time.pass_(step)
            self.poller._nap = step
            self.poller.step()
            await settle()

    @property
    def link(self) -> Link:
        return self.poller.status.link

    async def close(self) -> None:
        await self.poller.stop()
        await self.tasks.close()


@pytest.fixture
async def desks() -> AsyncIterator[list[Desk]]:
    made: list[Desk] = []
    yield made
    for desk in made:
        await desk.close()


@pytest.fixture
def desk(desks):
    def make(*arguments, **options) -> Desk:
        made = Desk(*arguments, **options)
        desks.append(made)
        return made

    return make


async def test_the_first_answer_comes_at_once_and_the_next_half_a_window_later(desk):
    office = await desk().start()
    assert set(office.board.board.agents) == {"101", "102"}
    assert office.link is Link.OK
    assert office.poller.status.last_ok == NOON
    await office.run(30)
    assert len(office.client.asked) == 1
    await office.run(1)
    assert office.client.asked == [None, None]


async def test_the_schedule_follows_rate_programs_and_time_factor(desk):
    assert PollSettings().slot == pytest.approx(30.75)
    assert PollSettings(per_minute=6).slot == pytest.approx(10.25)
    assert PollSettings(programs=3).slot == pytest.approx(92.25)
    assert PollSettings(time_factor=30).slot == pytest.approx(1.025)
    office = await desk().start()
    office.poller.configure(PollSettings(per_minute=6))
    await office.run(11)
    assert len(office.client.asked) == 2
    assert office.poller.status.limit == 6


async def test_the_polling_task_steps_by_itself_and_ends_when_told(desk):
    office = await desk().start()
    assert office.nap == 1.0
    office.time.pass_(31)
    office.poller._nap = 31
    office.gate.set()
    await settle()
    assert len(office.client.asked) >= 2
    office.gate.clear()
    await office.poller.stop()
    assert office.link is Link.STOPPED
    assert office.tasks.names == ()


async def test_a_poll_that_still_waits_is_replaced_by_the_next(desk):
    office = desk()
    office.client.hold = True
    await office.start()
    await office.run(62)
    assert len(office.client.held) == 3
    office.client.release()
    await settle()
    assert office.client.asked == [None]
    assert office.link is Link.OK


async def test_the_age_of_an_answer_counts_from_when_its_request_went_out(desk):
    office = desk()
    office.client.hold = True
    await office.start()
    await office.run(20)
    office.client.release()
    await settle()
    assert office.board.board.queues["Destek"].asked == NOON + 20
    assert len(office.client.asked) == 1
    await office.run(30)
    assert len(office.client.asked) == 1
    await office.run(1)
    assert len(office.client.asked) == 2


@pytest.mark.logs
async def test_a_broken_network_keeps_the_board_tries_each_slot_and_says_so_once(desk, quiet_log, caplog):
    caplog.set_level(logging.INFO)
    answers: list[Answer] = [ALL, NoAnswer("queue_status", "deadline"), NotSent("queue_status", "dns")]
    office = await desk(lambda _: answers.pop(0) if answers else BadAnswer("queue_status", "html")).start()
    await office.run(31)
    assert (office.link, office.poller.status.failing_since) == (Link.FAILING, NOON + 31)
    await office.run(62)
    assert office.link is Link.FAILING
    assert office.poller.status.error.reason == "html"
    assert office.poller.status.failing_since == NOON + 31
    assert set(office.board.board.agents) == {"101", "102"}
    assert len(office.client.asked) == 4
    assert len(quiet_log) == 1
    answers.append(ALL)
    await office.run(31)
    assert (office.link, office.poller.status.error, office.poller.status.failing_since) == (Link.OK, None, 0.0)
    assert len([line for line in caplog.messages if "answers again" in line]) == 1
    assert len(quiet_log) == 1


async def test_refused_credentials_stop_polling_until_there_is_another_password(desk):
    answers: list[Answer] = [WRONG]
    office = await desk(lambda _: answers.pop(0) if answers else ALL).start()
    assert (office.link, office.poller.status.error) == (Link.NEEDS_PASSWORD, WRONG)
    await office.run(300)
    office.poller.refresh()
    await settle()
    assert len(office.client.asked) == 1
    assert office.memories[-1].refusals == (NOON,)
    credential = Credential("8501110000", "p4ssw0rd")
    office.poller.retry_with(credential)
    await office.run(1)
    assert office.client.credentials == [credential]
    assert office.link is Link.OK
    assert office.memories[-1].refusals == ()


async def test_a_refusal_met_by_somebody_else_stops_polling_too(desk):
    time = Time()
    refusals = Refusals(lambda: time.wall)
    office = await desk(time=time, refusals=refusals).start()
    refusals.add()
    await office.run(100)
    assert office.link is Link.NEEDS_PASSWORD
    assert len(office.client.asked) == 1
    office.poller.resume()
    await office.run(1)
    assert office.link is Link.OK


@pytest.mark.logs
async def test_after_a_new_password_the_others_wait_for_the_answer_of_one_poll(desk):
    answers: list[Answer] = [WRONG, NotSent("queue_status", "dns"), WRONG]
    time = Time()
    refusals = Refusals(lambda: time.wall)
    office = await desk(lambda _: answers.pop(0) if answers else ALL, time=time, refusals=refusals).start()
    office.poller.retry_with(Credential("8501110000", "p4ssw0rd"))
    assert (refusals.stopped, refusals.held) == (False, True), "what the user wishes may go"
    await office.run(1)
    assert (office.link, refusals.held) == (Link.FAILING, True), "without a network nobody knows yet"
    await office.run(31)
    assert (office.link, refusals.stopped) == (Link.NEEDS_PASSWORD, True)
    office.poller.resume()
    await office.run(1)
    assert (office.link, refusals.held) == (Link.OK, False)
    assert len(office.client.asked) == 4


@pytest.mark.logs
@pytest.mark.parametrize(
    "answer",
    [LimitReached("queue_status", "limit"), Refusal("queue_status", "no_queue", code="70")],
    ids=["limit", "70"],
)
async def test_any_answer_to_one_who_may_ask_ends_the_trial(desk, answer):
    answers: list[Answer] = [WRONG, answer]
    time = Time()
    refusals = Refusals(lambda: time.wall)
    office = await desk(lambda _: answers.pop(0) if answers else ALL, time=time, refusals=refusals).start()
    office.poller.resume()
    await office.run(1)
    assert not refusals.held


@pytest.mark.logs
async def test_an_agents_seat_tries_until_the_password_has_an_answer(desk):
    answers: list[Answer] = [WRONG, NotSent("queue_status", "dns")]
    time = Time()
    refusals = Refusals(lambda: time.wall)
    settings = PollSettings(seat="agent")
    made = desk(lambda _: answers.pop(0) if answers else ALL, time=time, refusals=refusals, settings=settings)
    office = await made.start()
    office.poller.resume()
    await office.run(40)
    assert (office.link, refusals.held, len(office.client.asked)) == (Link.OK, False, 3)
    await office.run(100)
    assert len(office.client.asked) == 3


async def test_where_no_queue_can_be_named_a_new_password_is_not_waited_for(desk):
    time = Time()
    refusals = Refusals(lambda: time.wall)
    office = await desk(
        lambda name: status(queue(name, agent("101"))) if name else PARAMETER, time=time, refusals=refusals
    ).start()
    await office.run(1)
    office.poller.resume()
    await office.run(40)
    assert (office.link, refusals.held) == (Link.NEEDS_QUEUES, False)


async def test_after_three_refusals_within_an_hour_not_even_a_restart_sends_anything(desk):
    memory = PollMemory(refusals=tuple(NOON - 60 * number for number in range(MOST)))
    office = await desk(memory=memory).start()
    await office.run(120)
    assert office.client.asked == []
    assert office.link is Link.NEEDS_PASSWORD


async def test_refusals_of_long_ago_do_not_count(desk):
    memory = PollMemory(refusals=tuple(NOON - 4000 - number for number in range(MOST)))
    office = await desk(memory=memory).start()
    assert office.link is Link.OK


async def test_the_answer_to_a_password_of_before_counts_no_more(desk):
    office = desk(lambda _: WRONG)
    office.client.hold = True
    await office.start()
    office.poller.resume()
    office.client.release()
    await settle()
    assert office.link is Link.STARTING
    assert office.poller.status.error is None


@pytest.mark.logs
async def test_a_limit_answer_is_told_to_the_budget_and_shown(desk):
    answers: list[Answer] = [LimitReached("queue_status", "limit", code="100")]
    office = await desk(lambda _: answers.pop(0) if answers else ALL).start()
    assert office.link is Link.LIMITED
    assert office.budget.limits == ["queue_status"]
    assert office.poller.status.other_program
    await office.run(31)
    assert office.link is Link.OK
    assert office.poller.status.other_program
    await office.run(3600, step=10)
    assert not office.poller.status.other_program


LIMITED = LimitReached("queue_status", "limit", code="100")


@pytest.mark.logs
async def test_own_requests_that_came_late_are_not_taken_for_another_programs(desk):
    answers: list[Answer] = [NoAnswer("queue_status", "deadline"), ALL, LIMITED, ALL, ALL, ALL, ALL, LIMITED]
    office = await desk(lambda _: answers.pop(0) if answers else ALL).start()
    await office.run(31)
    assert office.link is Link.OK
    await office.run(31)
    assert office.link is Link.LIMITED
    assert not office.poller.status.other_program
    await office.run(5 * 31)
    assert (answers, office.link) == ([], Link.LIMITED)
    assert office.poller.status.other_program


@pytest.mark.logs
async def test_a_rate_that_the_user_raised_is_not_taken_for_another_program(desk):
    answers: list[Answer] = [LIMITED, ALL, ALL, ALL, ALL, LIMITED]
    office = await desk(lambda _: answers.pop(0) if answers else ALL, settings=PollSettings(per_minute=3)).start()
    assert office.link is Link.LIMITED
    assert not office.poller.status.other_program
    await office.run(5 * 21)
    assert (answers, office.link) == ([], Link.LIMITED)
    assert office.poller.status.other_program, "the budget had gone back to two a minute"


@pytest.mark.logs
async def test_a_second_limit_answer_of_the_same_moment_says_nothing_more(desk):
    answers: list[Answer] = [LIMITED, LIMITED]
    office = await desk(lambda _: answers.pop(0) if answers else ALL, settings=PollSettings(per_minute=6)).start()
    office.poller.refresh()
    await settle()
    assert answers == []
    assert not office.poller.status.other_program


async def test_a_pbx_that_wants_a_name_is_asked_queue_by_queue_and_that_is_remembered(desk):
    rows = {"Destek": queue("Destek", agent("101")), "Satis": queue("Satis", agent("102"))}
    office = await desk(
        lambda name: status(rows[name]) if name else PARAMETER, settings=PollSettings(queues=("Destek", "Satis"))
    ).start()
    await office.run(1)
    assert office.client.asked == [None, "Destek"]
    await office.run(31)
    assert office.client.asked == [None, "Destek", "Satis"]
    assert set(office.board.board.agents) == {"101", "102"}
    shown = office.poller.status
    assert (shown.per_queue, shown.interval) == (True, pytest.approx(61.5))
    assert shown.ages == {name: office.board.board.queues[name].seen for name in rows}
    assert office.memories[-1].all_refused_at == NOON
    assert office.link is Link.OK


async def test_without_any_name_the_user_is_asked_and_an_event_helps(desk):
    office = await desk(lambda name: status(queue(name, agent("101"))) if name else PARAMETER).start()
    await office.run(1)
    assert office.link is Link.NEEDS_QUEUES
    await office.run(70)
    assert office.client.asked == [None]
    office.board.apply(told(100, EventKind.QUEUED, queue="Destek"))
    await office.run(1)
    assert office.client.asked == [None, "Destek"]
    assert office.link is Link.OK
    assert office.memories[-1].queues == ("Destek",)


@pytest.mark.logs
async def test_a_queue_that_does_not_exist_leaves_the_board_and_the_others_go_on(desk):
    missing = Refusal("queue_status", "no_queue", code="70", words="boyle bir kuyruk yoktur")

    def answers(name: str | None) -> Answer:
        if name is None:
            return PARAMETER
        return missing if name == "Eski" else status(queue(name))

    office = await desk(answers, settings=PollSettings(queues=("Eski", "Destek"))).start()
    await office.run(1)
    assert (office.link, office.poller.status.error) == (Link.FAILING, missing)
    await office.run(130)
    assert office.client.asked[1:] == ["Eski", "Destek", "Eski", "Destek", "Destek"]
    assert office.link is Link.OK


@pytest.mark.logs
@pytest.mark.parametrize("code", ["30", "70"])
async def test_a_passing_refusal_of_queues_takes_nothing_off_the_board(desk, code):
    passing = Refusal("queue_status", "no_queue", code=code)
    answers: list[Answer] = [ALL, passing, passing]
    office = await desk(lambda _: answers.pop(0) if answers else ALL).start()
    await office.run(93)
    assert office.client.asked == [None] * 4
    assert set(office.board.board.queues) == {"Destek", "Satis"}
    assert office.link is Link.OK
    assert not office.poller.status.per_queue


async def test_other_queues_in_the_settings_are_asked_for(desk):
    memory = PollMemory(all_refused_at=NOON - 10)
    office = await desk(
        lambda name: status(queue(name)), memory=memory, settings=PollSettings(queues=("Destek",))
    ).start()
    office.poller.configure(PollSettings(queues=("Satis",)))
    await office.run(124)
    assert "Satis" in office.client.asked


async def test_a_refresh_asks_once_more_before_the_next_slot_with_the_users_priority(desk):
    office = await desk().start()
    office.poller.refresh(("Destek",))
    await settle()
    assert office.client.asked == [None, None]
    assert office.client.priorities[-1] is Priority.USER


async def test_a_poll_due_while_a_user_waits_does_not_take_the_users_place(desk):
    office = await desk().start()
    office.client.hold = True
    office.poller.refresh()
    await settle()
    await office.run(40)
    assert len(office.client.held) == 1
    office.client.release()
    await settle()
    assert office.client.priorities[-1] is Priority.USER


async def test_a_refresh_names_the_touched_queue_where_queues_must_be_named(desk):
    office = await desk(
        lambda name: status(queue(name)),
        memory=PollMemory(all_refused_at=NOON - 10),
        settings=PollSettings(queues=("A", "B", "C")),
    ).start()
    office.poller.refresh(("C",))
    await settle()
    assert office.client.asked == ["A", "C"]


async def test_a_refresh_before_the_start_sends_nothing(desk):
    office = desk()
    office.poller.refresh()
    await settle()
    assert office.client.asked == []
    nameless = await desk(memory=PollMemory(all_refused_at=NOON - 10)).start()
    nameless.poller.refresh()
    await settle()
    assert nameless.client.asked == []


async def test_an_agents_seat_asks_once_and_then_only_when_needed(desk):
    office = await desk(settings=PollSettings(seat="agent")).start()
    assert office.client.asked == [None]
    await office.run(300)
    office.poller.configure(PollSettings(seat="agent", programs=2))
    await office.run(100)
    assert office.client.asked == [None]
    assert office.poller.status.next_at == 0
    office.poller.refresh()
    await settle()
    assert office.client.asked == [None, None]


async def test_after_a_sleep_everything_is_old_and_asked_for_once(desk):
    office = await desk().start()
    await office.run(5)
    office.time.wall += 3600
    office.client.hold = True
    await office.run(1)
    assert office.resumed == 1
    assert office.link is Link.STARTING
    assert office.board.board.memory.resumed == office.time.wall
    office.client.release()
    await office.run(10)
    assert len(office.client.asked) == 2
    assert office.link is Link.OK
    assert office.resumed == 1


async def test_a_sleep_shows_where_the_monotonic_clock_runs_on(desk):
    office = await desk().start()
    await office.run(5)
    office.time.pass_(600)
    office.poller._nap = 1.0
    office.poller.step()
    await settle()
    assert office.resumed == 1
    assert len(office.client.asked) == 2


async def test_a_sleep_with_refused_credentials_sends_nothing(desk):
    office = await desk(lambda _: WRONG).start()
    office.time.wall += 3600
    await office.run(2)
    assert office.link is Link.NEEDS_PASSWORD
    assert len(office.client.asked) == 1


async def test_midnight_begins_a_new_count_without_any_answer(desk):
    time = Time()
    time.wall = NOON + 12 * 3600 - 5
    office = await desk(time=time).start()
    await office.run(10)
    assert len(office.client.asked) == 1
    assert office.board.board.queues["Destek"].counters.since == NOON + 12 * 3600


async def test_the_status_tells_what_is_left_and_when_the_next_request_may_go(desk):
    office = await desk(settings=PollSettings(encrypted=True)).start()
    office.budget.problem = "memory"
    office.budget.next = office.time.monotonic + 50
    await office.run(1)
    shown = office.poller.status
    assert (shown.left, shown.limit, shown.encrypted, shown.budget_problem) == (1, 2, True, "memory")
    assert shown.next_at == pytest.approx(NOON + 50, abs=0.2)


async def test_a_status_is_told_only_when_it_changed_and_no_longer_than_wanted(desk):
    office = desk()
    more: list[PollStatus] = []
    stop = office.poller.subscribe_status(more.append)
    await office.start()
    told_so_far = len(office.statuses)
    office.poller.step()
    assert len(office.statuses) == told_so_far
    stop()
    await office.run(31)
    assert len(office.statuses) > told_so_far
    assert len(more) == told_so_far


@pytest.mark.logs
async def test_a_broken_view_of_the_status_does_not_stop_polling(desk, quiet_log):
    office = desk()

    def broken(_: PollStatus) -> None:
        raise RuntimeError("broken view")

    office.poller.subscribe_status(broken)
    await office.start()
    assert office.link is Link.OK
    assert quiet_log


async def test_a_large_answer_is_worked_in_with_the_loop_running(desk):
    agents = [agent(str(1000 + number)) for number in range(1100)]
    office = await desk(lambda _: status(queue("Destek", *agents))).start()
    assert len(office.board.board.agents) == 1100


async def test_an_answer_after_the_end_changes_nothing(desk):
    office = desk()
    office.client.hold = True
    await office.start()
    await office.poller.stop()
    office.client.release()
    await settle()
    assert office.board.board == Board()
    assert office.link is Link.STOPPED


async def test_nobody_need_remember_or_hear_of_a_sleep(desk):
    office = desk()
    office.poller._remember = None
    office.poller._resumed = None
    await office.start()
    office.time.wall += 3600
    await office.run(2)
    assert len(office.client.asked) == 2


@pytest.mark.logs
async def test_an_only_queue_that_does_not_exist_is_told_and_asked_again(desk):
    gone = Refusal("queue_status", "no_queue", code="70")
    office = await desk(
        lambda _: gone, settings=PollSettings(queues=("Eski",)), memory=PollMemory(all_refused_at=NOON - 10)
    ).start()
    await office.run(62)
    assert office.client.asked == ["Eski", "Eski", "Eski"]
    assert (office.link, office.poller.status.error) == (Link.FAILING, gone)


async def test_forgiving_before_the_start_sends_nothing(desk):
    office = desk()
    office.poller.resume()
    await settle()
    assert office.client.asked == []


async def test_starting_twice_polls_once(desk):
    office = await desk().start()
    office.poller.start()
    await settle()
    assert office.tasks.names == ("poller",)
