"""What becomes of users' commands: every outcome, nothing sent twice, nothing forgotten."""

from collections.abc import AsyncIterator

import pytest

from supervisor_gui.live import bus as bus_module
from supervisor_gui.live.board import Pending
from supervisor_gui.live.bus import KEPT, Bus
from supervisor_gui.live.commands import (
    AddAgent,
    AddNumber,
    Batch,
    Outcome,
    PauseAgent,
    RemoveAgent,
    RemoveNumber,
    ResumeAgent,
)
from supervisor_gui.live.keeper import LiveBoard
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, NoAnswer, NotSent, Refusal
from supervisor_gui.netsantral.types import Membership
from supervisor_gui.tasks import Tasks
from tests.live.boards import NOON, RULES, agent, queue, seen
from tests.live.fakes import CommandClient, Store, Time, settle, until

PAUSE = PauseAgent(extension="101", queue="Destek", reason="Çay")
NO = Refusal("agent_pause", "not_member", words="Interface not found")
SILENT = NoAnswer("agent_pause", "deadline")
LOCKED = BadCredentials("agent_pause", "credentials", words="Kullanici dogrulanamadi")


class Desk:
    """A bus with everything around it."""

    def __init__(self, **options) -> None:
        self.time = Time()
        self.client = CommandClient()
        self.board = LiveBoard(RULES)
        self.reports: list[BaseException] = []
        self.tasks = Tasks(lambda _, error: self.reports.append(error))
        self.store = Store()
        self.refusals = Refusals(lambda: self.time.wall)
        self.refreshed: list[tuple[str, ...]] = []
        self.remembered: list[frozenset[tuple[str, str]]] = []
        self.limits: list[str] = []
        self.batches: list[Batch] = []
        self.board.apply(
            seen(
                0,
                queue(
                    "Destek",
                    agent("101"),
                    agent("102", pause="Öğle"),
                    agent("103", membership=Membership.STATIC),
                    agent("5550001122"),
                ),
                queue("Satis", agent("104")),
            )
        )
        self.bus = Bus(
            self.client,
            self.board,
            self.tasks,
            self.store,
            refresh=lambda queues: self.refreshed.append(tuple(queues)),
            refusals=self.refusals,
            who="ayse",
            account="8501110000",
            remember=self.remembered.append,
            limit_answer=self.limits.append,
            clock=self.time.clock,
            **options,
        )
        self.bus.subscribe(self.batches.append)

    def member(self, extension: str, name: str = "Destek"):
        one = self.board.board.agents.get(extension)
        return one.members.get(name) if one is not None else None

    def outcomes(self, batch: Batch) -> list[Outcome]:
        return [result.outcome for result in self.bus.batch(batch.id).results]

    def audit(self) -> list[tuple[str, str, str]]:
        return [(row.extension, row.outcome, row.words) for row in self.store.audit]


@pytest.fixture
async def desks() -> AsyncIterator[list[Desk]]:
    made: list[Desk] = []
    yield made
    for desk in made:
        await desk.bus.stop()
        await desk.tasks.close()


@pytest.fixture
def desk(desks):
    def make(**options) -> Desk:
        desks.append(Desk(**options))
        return desks[-1]

    return make


async def test_a_command_shows_at_once_as_pending_and_is_sent_once(desk):
    office = desk()
    batch = office.bus.submit("pause", (PAUSE,))
    assert office.outcomes(batch) == [Outcome.WAITING]
    assert office.member("101").pending is Pending.SENT
    await settle()
    assert office.client.named("pause") == [("101", "Destek", True, "Çay")]
    office.client.requests[0].go_out()
    assert office.outcomes(batch) == [Outcome.SENT]
    office.client.requests[0].yes()
    await settle()
    assert office.outcomes(batch) == [Outcome.DONE]
    assert (office.member("101").paused, office.member("101").reason) == (True, "Çay")
    assert office.member("101").pending is Pending.NONE
    assert len(office.client.requests) == 1
    assert office.bus.pending == 0


async def test_a_done_command_is_in_the_audit_once_and_asks_for_what_it_touched(desk):
    office = desk()
    office.bus.submit("pause", (PAUSE, PauseAgent("104", "Satis", "Çay")))
    await settle()
    office.client.requests[0].yes()
    await settle()
    assert office.refreshed == []
    office.client.requests[1].yes()
    await settle()
    assert office.refreshed == [("Destek", "Satis")]
    row = office.store.audit[0]
    assert (row.at, row.who, row.account, row.action) == (NOON, "ayse", "8501110000", "pause")
    assert (row.extension, row.queue, row.detail, row.outcome, row.words) == ("101", "Destek", "Çay", "done", "")
    assert len(office.store.audit) == 2


@pytest.mark.parametrize(
    ("command", "name", "arguments", "detail"),
    [
        (ResumeAgent("102", "Destek", "Öğle"), "pause", ("102", "Destek", False, "Öğle"), "Öğle"),
        (AddAgent("101", "Satis", penalty=3), "login", ("101", "Satis", 3, False), "3"),
        (RemoveAgent("101", "Destek"), "logoff", ("101", "Destek"), ""),
        (AddNumber("5550001133", "Satis", penalty=2), "add_number", ("5550001133", "Satis", 2), "2"),
        (RemoveNumber("5550001122", "Destek"), "remove_number", ("5550001122", "Destek"), ""),
    ],
)
async def test_each_command_is_its_own_request(desk, command, name, arguments, detail):
    office = desk()
    batch = office.bus.submit("action", (command,))
    await settle()
    assert office.client.named(name) == [arguments]
    office.client.requests[0].yes()
    await settle()
    assert office.outcomes(batch) == [Outcome.DONE]
    assert office.store.audit[0].detail == detail


async def test_adding_with_a_reason_is_a_login_and_then_a_break(desk):
    office = desk()
    batch = office.bus.submit("add", (AddAgent("101", "Satis", paused=True, reason="Eğitim"),))
    await settle()
    assert office.client.named("pause") == []
    office.client.requests[0].yes()
    await settle()
    assert office.client.named("pause") == [("101", "Satis", True, "Eğitim")]
    assert office.outcomes(batch) == [Outcome.SENT]
    office.client.requests[1].yes()
    await settle()
    assert office.outcomes(batch) == [Outcome.DONE]
    assert office.member("101", "Satis").reason == "Eğitim"


async def test_a_login_that_is_refused_is_not_followed_by_a_break(desk):
    office = desk()
    batch = office.bus.submit("add", (AddAgent("101", "Satis", paused=True, reason="Eğitim"),))
    await settle()
    office.client.requests[0].no(NO)
    await settle()
    assert len(office.client.requests) == 1
    assert office.outcomes(batch) == [Outcome.REFUSED]


async def test_a_refusal_keeps_the_pbx_words(desk):
    office = desk()
    batch = office.bus.submit("pause", (PAUSE,))
    await settle()
    office.client.requests[0].no(NO)
    await settle()
    result = office.bus.batch(batch.id).results[0]
    assert (result.outcome, result.error, result.refused_here) == (Outcome.REFUSED, NO, "")
    assert office.member("101").pending is Pending.REFUSED
    assert office.audit() == [("101", "refused", "Interface not found")]


async def test_what_surely_did_not_reach_the_pbx_is_refused_with_its_reason(desk):
    office = desk()
    batch = office.bus.submit("pause", (PAUSE,))
    await settle()
    office.client.requests[0].no(NotSent("agent_pause", "dns"))
    await settle()
    assert office.outcomes(batch) == [Outcome.REFUSED]
    assert office.audit() == [("101", "refused", "dns")]


async def unanswered(office: Desk, command=PAUSE) -> Batch:
    batch = office.bus.submit("pause", (command,))
    await settle()
    office.client.requests[0].no(SILENT)
    await settle()
    assert office.outcomes(batch) == [Outcome.CHECKING]
    return batch


async def test_without_an_answer_the_board_is_asked_and_decides_that_it_was_done(desk):
    office = desk()
    batch = await unanswered(office)
    assert office.refreshed == [("Destek",)]
    assert office.member("101").pending is Pending.CHECKING
    office.board.apply(seen(5, queue("Destek", agent("101", pause="Çay")), asked=-1))
    assert office.outcomes(batch) == [Outcome.CHECKING]
    office.board.apply(seen(6, queue("Destek", agent("101", pause="Çay")), asked=1))
    assert office.outcomes(batch) == [Outcome.DONE]
    assert office.member("101").pending is Pending.NONE
    assert len(office.client.requests) == 1
    assert office.audit() == [("101", "done", "")]


async def test_without_an_answer_and_not_on_the_board_it_is_unknown_why_and_can_be_tried_again(desk):
    office = desk()
    batch = await unanswered(office)
    office.board.apply(seen(6, queue("Destek", agent("101")), asked=1))
    assert office.outcomes(batch) == [Outcome.UNKNOWN]
    assert office.bus.batch(batch.id).results[0].error is SILENT
    again = office.bus.retry_failed(batch.id)
    assert again.id != batch.id
    await settle()
    assert office.client.named("pause") == [("101", "Destek", True, "Çay")] * 2


async def test_without_an_answer_and_without_a_board_it_is_unknown_in_the_end(desk):
    office = desk(time_factor=10000.0)
    batch = office.bus.submit("pause", (PAUSE,))
    await settle()
    office.client.requests[0].no(SILENT)
    await until(lambda: office.bus.batch(batch.id).finished)
    assert office.outcomes(batch) == [Outcome.UNKNOWN]
    assert office.audit() == [("101", "unknown", "deadline")]


async def test_the_absence_of_a_number_nobody_saw_proves_nothing(desk):
    office = desk(numbers=[("5550001144", "Satis")])
    batch = await unanswered(office, RemoveNumber("5550001144", "Satis"))
    office.board.apply(seen(6, queue("Satis"), asked=1))
    assert office.outcomes(batch) == [Outcome.UNKNOWN]
    assert office.bus.numbers_in("Satis") == {"5550001144"}


async def test_the_absence_of_a_number_that_was_seen_proves_that_it_went(desk):
    office = desk()
    batch = await unanswered(office, RemoveNumber("5550001122", "Destek"))
    office.board.apply(seen(6, queue("Destek", agent("101")), asked=1))
    assert office.outcomes(batch) == [Outcome.DONE]


async def test_a_second_command_on_the_same_target_is_refused_while_one_is_pending(desk):
    office = desk()
    office.bus.submit("pause", (PAUSE,))
    second = office.bus.submit("resume", (ResumeAgent("101", "Destek"),))
    assert second.results[0].refused_here == "busy"
    assert second.finished
    await settle()
    assert len(office.client.requests) == 1
    office.client.requests[0].yes()
    await settle()
    assert not office.bus.submit("resume", (ResumeAgent("101", "Destek"),)).finished


async def test_the_same_target_twice_in_one_action_is_sent_once(desk):
    office = desk()
    batch = office.bus.submit("pause", (PAUSE, PAUSE))
    assert [result.refused_here for result in batch.results] == ["", "busy"]


async def test_what_the_policy_denies_is_not_sent_but_audited(desk):
    office = desk(policy=Policy(denied=("pause",)))
    batch = office.bus.submit("pause", (PAUSE,))
    await settle()
    assert batch.results[0].refused_here == "policy"
    assert office.client.requests == []
    assert office.audit() == [("101", "refused", "policy")]
    assert office.member("101").pending is Pending.NONE
    assert office.refreshed == []


async def test_a_static_member_is_not_sent_away(desk):
    office = desk()
    batch = office.bus.submit("remove", (RemoveAgent("103", "Destek"), RemoveAgent("101", "Destek")))
    assert [result.refused_here for result in batch.results] == ["static", ""]


async def test_five_numbers_a_queue_are_the_most(desk):
    office = desk(numbers=[(f"555000110{number}", "Destek") for number in range(3)])
    assert len(office.bus.numbers_in("Destek")) == 4
    batch = office.bus.submit(
        "add_number",
        (AddNumber("5550001155", "Destek"), AddNumber("5550001166", "Destek"), AddNumber("5550001177", "Satis")),
    )
    assert [result.refused_here for result in batch.results] == ["", "limit_numbers", ""]


async def test_a_number_that_is_known_already_breaks_no_limit(desk):
    office = desk(numbers=[(f"555000110{number}", "Destek") for number in range(4)])
    batch = office.bus.submit("add_number", (AddNumber("5550001122", "Destek"),))
    assert batch.results[0].refused_here == ""


async def test_numbers_in_five_queues_are_the_most(desk):
    office = desk(numbers=[(f"555000110{number}", f"Q{number}") for number in range(4)])
    batch = office.bus.submit("add_number", (AddNumber("5550001155", "Satis"), AddNumber("5550001155", "Destek")))
    assert [result.refused_here for result in batch.results] == ["limit_queues", ""]


async def test_added_and_removed_numbers_are_remembered(desk):
    office = desk()
    office.bus.submit("add_number", (AddNumber("5550001155", "Satis"),))
    await settle()
    office.client.requests[0].yes()
    await settle()
    assert office.remembered == [frozenset({("5550001155", "Satis")})]
    assert ("5550001155", "Satis") in office.bus.numbers()
    office.bus.submit("remove_number", (RemoveNumber("5550001155", "Satis"),))
    await settle()
    office.client.requests[1].yes()
    await settle()
    assert office.remembered[-1] == frozenset()


async def test_a_deleted_number_is_remembered_no_more(desk):
    office = desk(numbers=[("5550001144", "Satis"), ("5550001144", "Destek"), ("5550001155", "Satis")])
    office.bus.forget("5550001144")
    assert office.remembered == [frozenset({("5550001155", "Satis")})]
    assert "5550001144" not in office.bus.numbers_in("Destek")
    office.bus.forget("5550001144")
    assert len(office.remembered) == 1


async def test_numbers_are_counted_also_when_nobody_remembers_them(desk):
    office = desk()
    office.bus._remember = None
    office.bus.submit("add_number", (AddNumber("5550001155", "Satis"),))
    await settle()
    office.client.requests[0].yes()
    await settle()
    assert office.bus.numbers_in("Satis") == {"5550001155"}


async def test_a_limit_answer_is_told_to_its_budget(desk):
    office = desk()
    office.bus.submit("add_number", (AddNumber("5550001155", "Satis"),))
    office.bus.submit("pause", (PAUSE,))
    await settle()
    for request in office.client.requests:
        request.no(LimitReached(request.name, "limit", code="80"))
    await settle()
    assert office.limits == ["queue_numbers", "agent"]
    assert {row.outcome for row in office.store.audit} == {"refused"}


async def test_without_anybody_who_counts_a_limit_answer_is_a_refusal(desk):
    office = desk()
    office.bus._limit_answer = None
    batch = office.bus.submit("pause", (PAUSE,))
    await settle()
    office.client.requests[0].no(LimitReached("agent_pause", "limit"))
    await settle()
    assert office.outcomes(batch) == [Outcome.REFUSED]


async def test_only_what_has_not_been_sent_can_be_withdrawn(desk):
    office = desk()
    batch = office.bus.submit("pause", (PAUSE, PauseAgent("104", "Satis", "Çay")))
    await settle()
    office.client.requests[0].go_out()
    office.bus.cancel(batch.id)
    await settle()
    assert office.outcomes(batch) == [Outcome.SENT, Outcome.CANCELLED]
    assert office.client.requests[1].outcome.cancelled()
    assert office.member("104", "Satis").pending is Pending.NONE
    office.client.requests[0].outcome.set_exception(NO)
    await settle()
    assert office.outcomes(batch) == [Outcome.REFUSED, Outcome.CANCELLED]


async def test_withdrawing_what_waits_for_the_board_ends_it_as_unknown(desk):
    office = desk()
    batch = await unanswered(office)
    office.bus.cancel(batch.id)
    assert office.outcomes(batch) == [Outcome.UNKNOWN]
    await settle()
    assert office.tasks.names == ()


async def test_a_batch_withdrawn_whole_asks_for_nothing(desk):
    office = desk()
    batch = office.bus.submit("pause", (PAUSE,))
    office.bus.cancel(batch.id)
    await settle()
    assert office.client.requests == []
    assert office.refreshed == []
    assert office.audit() == [("101", "cancelled", "")]


async def test_one_refused_password_withdraws_everything_that_waits(desk):
    office = desk()
    agents = [PauseAgent(str(200 + number), "Destek", "Çay") for number in range(80)]
    batch = office.bus.submit("pause", agents)
    other = office.bus.submit("pause", (PAUSE,))
    await settle()
    for request in office.client.requests[:4]:
        request.go_out()
    for request in office.client.requests[:4]:
        request.outcome.set_exception(LOCKED)
    await settle()
    assert office.bus.batch(batch.id).count(Outcome.REFUSED) == 4
    assert office.bus.batch(batch.id).count(Outcome.CANCELLED) == 76
    assert office.outcomes(other) == [Outcome.CANCELLED]
    assert len(office.refusals.times) == 1
    refused = office.bus.submit("pause", (PAUSE,))
    assert refused.results[0].refused_here == "password"


async def test_only_the_failed_ones_are_tried_again(desk):
    office = desk()
    batch = office.bus.submit("pause", (PAUSE, PauseAgent("104", "Satis", "Çay"), RemoveAgent("103", "Destek")))
    await settle()
    office.client.requests[0].yes()
    office.client.requests[1].no(NO)
    await settle()
    again = office.bus.retry_failed(batch.id)
    assert [result.command for result in again.results] == [
        PauseAgent("104", "Satis", "Çay"),
        RemoveAgent("103", "Destek"),
    ]
    assert office.bus.retry_failed(999) is None
    await settle()
    office.client.requests[2].yes()
    done = office.bus.submit("pause", (PAUSE,))
    await settle()
    office.client.requests[3].yes()
    await settle()
    assert office.bus.retry_failed(done.id) is None


async def test_eighty_targets_end_each_on_its_own_and_are_told_merged(desk):
    office = desk()
    agents = [PauseAgent(str(200 + number), "Destek", "Çay") for number in range(80)]
    batch = office.bus.submit("pause", agents)
    await settle()
    assert len(office.client.requests) == 80
    for number, request in enumerate(office.client.requests):
        request.no(NO) if number % 10 == 3 else request.yes()
    await settle()
    final = office.bus.batch(batch.id)
    assert (final.count(Outcome.DONE), final.count(Outcome.REFUSED)) == (72, 8)
    await until(lambda: office.batches and office.batches[-1].finished)
    assert len(office.batches) <= 3
    assert len(office.store.audit) == 80
    assert office.refreshed == [("Destek",)]


async def test_a_bug_of_ours_ends_the_command_as_unknown_and_is_reported(desk):
    office = desk()
    batch = office.bus.submit("pause", (PAUSE,))
    await settle()
    office.client.requests[0].no(ZeroDivisionError("ours"))
    await settle()
    assert office.outcomes(batch) == [Outcome.UNKNOWN]
    assert [type(error) for error in office.reports] == [ZeroDivisionError]


async def test_at_the_end_what_waits_is_withdrawn_and_what_was_sent_is_unknown(desk):
    office = desk()
    batch = office.bus.submit("pause", (PAUSE, PauseAgent("104", "Satis", "Çay")))
    await settle()
    office.client.requests[0].go_out()
    await office.bus.stop()
    assert office.outcomes(batch) == [Outcome.UNKNOWN, Outcome.CANCELLED]
    assert office.tasks.names == ()
    assert office.batches[-1].finished
    assert [row.outcome for row in office.store.audit] == ["unknown", "cancelled"]


async def test_nothing_that_waits_is_sent_once_somebody_else_was_refused_the_password(desk):
    office = desk()
    batch = office.bus.submit("pause", (PAUSE, PauseAgent("104", "Satis", "Çay")))
    await settle()
    office.client.requests[0].go_out()
    office.refusals.add()
    await settle()
    assert office.outcomes(batch) == [Outcome.SENT, Outcome.CANCELLED]
    assert office.client.requests[1].outcome.cancelled()


async def test_a_command_taken_on_and_ended_before_it_could_start_is_withdrawn(desk):
    office = desk()
    office.bus.submit("pause", (PAUSE,))
    await office.bus.stop()
    assert office.client.requests == []


async def test_a_view_that_withdraws_while_the_bus_ends_ends_nothing_twice(desk):
    office = desk()
    batch = office.bus.submit("pause", (PAUSE, PauseAgent("104", "Satis", "Çay")))
    office.board.subscribe(lambda *_: office.bus.cancel(batch.id))
    await office.bus.stop()
    assert len(office.store.audit) == 2


async def test_who_no_longer_subscribes_is_told_nothing_and_a_broken_view_stops_nothing(desk, quiet_log, request):
    request.node.add_marker("logs")
    office = desk()
    told: list[Batch] = []
    stop = office.bus.subscribe(told.append)
    stop()

    def broken(_: Batch) -> None:
        raise RuntimeError("broken view")

    office.bus.subscribe(broken)
    later: list[Batch] = []
    office.bus.subscribe(later.append)
    office.bus.submit("pause", (PAUSE,))
    await until(lambda: later)
    assert told == []
    assert quiet_log


async def test_old_finished_batches_are_forgotten_and_told_no_more(desk, monkeypatch):
    monkeypatch.setattr(bus_module, "MERGE", 1000.0)
    office = desk()
    first = office.bus.submit("pause", (PAUSE,))
    await settle()
    office.client.requests[0].yes()
    await settle()
    for _ in range(KEPT + 5):
        office.bus.submit("pause", (PAUSE,))
        await settle()
        office.client.requests[-1].yes()
        await settle()
    assert office.bus.batch(first.id) is None
    assert office.bus.retry_failed(first.id) is None
    await office.bus.stop()
    assert office.batches
    assert all(batch.id != first.id for batch in office.batches)
