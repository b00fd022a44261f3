"""What becomes of users' commands about calls: every outcome, every refusal, nothing sent twice or forgotten."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from supervisor_gui.live.call_bus import KEPT, TWICE, CallBus
from supervisor_gui.live.call_commands import (
    Bridge,
    CallCommand,
    CallInto,
    CallOrder,
    Dial,
    DialExtension,
    HangUp,
    Mute,
    Transfer,
)
from supervisor_gui.live.commands import Outcome
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, NoAnswer, NotSent, Refusal
from supervisor_gui.netsantral.types import CommandAnswer, TargetKind
from supervisor_gui.netsantral.types_calls import CallStarted, MuteDirection
from supervisor_gui.tasks import Tasks
from tests.live.boards import NOON
from tests.live.fakes import Request, Store, Time, settle

LINE = "3121110000"
NUMBER, OTHER = "5550001122", "5550003344"
CALL = "sip3-1700000000.11"
DIAL = Dial("101", NUMBER, LINE)
INTO = CallInto(NUMBER, "Satış", TargetKind.QUEUE, LINE)
STARTED = CallStarted(CALL, "101", NUMBER, queued=False, message="Successfully")
TAKEN = CallStarted("", "101", NUMBER, queued=True, message="Success")
DONE = CommandAnswer(message="Successful")
LOCKED = BadCredentials("originate", "credentials", words="Kullanici dogrulanamadi")
RIGHTS: dict[CallCommand, str] = {
    DIAL: "dial",
    DialExtension("101", "102"): "dial",
    Bridge(NUMBER, OTHER, LINE): "bridge",
    INTO: "bridge",
    HangUp(CALL): "hang_up",
    Mute(CALL, muted=True): "mute",
    Transfer(CALL, "102"): "transfer",
}
EACH = tuple(RIGHTS)


class Pbx:
    """Holds every request until the test answers it."""

    def __init__(self) -> None:
        self.requests: list[Request] = []

    def __getattr__(self, name: str) -> Callable[..., Any]:
        async def ask(*arguments: object, sent: Any = None, **named: object) -> Any:
            request = Request(name, arguments, sent)
            self.requests.append(request)
            return await request.outcome

        return ask

    def names(self) -> list[str]:
        """The operations asked for, in order."""
        return [request.name for request in self.requests]


class Desk:
    """A bus with everything around it."""

    def __init__(self, **options: Any) -> None:
        self.time = Time()
        self.pbx = Pbx()
        self.reports: list[BaseException] = []
        self.tasks = Tasks(lambda _, error: self.reports.append(error))
        self.store = Store()
        self.refusals = Refusals(lambda: self.time.wall)
        self.limits: list[str] = []
        self.told: list[CallOrder] = []
        self.bus = CallBus(
            self.pbx,
            self.tasks,
            self.store,
            refusals=self.refusals,
            who="ayse",
            account="8501110000",
            limit_answer=self.limits.append,
            clock=self.time.clock,
            **options,
        )
        self.bus.subscribe(self.told.append)

    def outcome(self, order: CallOrder) -> Outcome:
        return self.order(order).outcome

    def order(self, order: CallOrder) -> CallOrder:
        now = self.bus.order(order.id)
        assert now is not None
        return now

    async def ends(self, command: CallCommand, answer: object) -> CallOrder:
        """Submit, answer, and give the order at its end."""
        order = self.bus.submit(command)
        await settle()
        request = self.pbx.requests[-1]
        if isinstance(answer, BaseException):
            request.no(answer)
        else:
            request.go_out()
            request.outcome.set_result(answer)  # type: ignore[arg-type]
        await settle()
        return self.order(order)


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    made = Desk()
    yield made
    await made.bus.stop()
    await made.tasks.close()


async def test_a_command_is_taken_at_once_sent_once_and_told_at_each_step(desk: Desk) -> None:
    order = desk.bus.submit(DIAL)
    assert (order.outcome, order.started, desk.bus.pending) == (Outcome.WAITING, NOON, 1)
    await settle()
    desk.pbx.requests[0].go_out()
    assert desk.outcome(order) is Outcome.SENT
    desk.pbx.requests[0].outcome.set_result(STARTED)  # type: ignore[arg-type]
    await settle()
    assert [told.outcome for told in desk.told] == [Outcome.WAITING, Outcome.SENT, Outcome.DONE]
    assert (desk.told[-1].call, desk.told[-1].finished, desk.bus.pending) == (CALL, True, 0)
    assert desk.pbx.names() == ["originate"]


async def test_a_start_that_was_only_taken_is_done_without_an_id(desk: Desk) -> None:
    order = await desk.ends(DIAL, TAKEN)
    assert (order.outcome, order.call) == (Outcome.DONE, "")


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Refusal("originate", "busy", words="Busy"), Outcome.REFUSED),
        (NotSent("originate", "connect"), Outcome.REFUSED),
        (NoAnswer("originate", "deadline"), Outcome.UNKNOWN),
    ],
    ids=["refused", "not sent", "no answer"],
)
async def test_what_went_wrong_is_told_with_its_error_and_not_tried_again(
    desk: Desk, error: Exception, outcome: Outcome
) -> None:
    order = await desk.ends(DIAL, error)
    assert (order.outcome, order.error, order.refused_here) == (outcome, error, "")
    assert desk.pbx.names() == ["originate"]
    assert [row.outcome for row in desk.store.audit] == [outcome.value]


@pytest.mark.parametrize(("command", "budget"), [(DIAL, "originate"), (HangUp(CALL), "call_control")])
async def test_a_limit_answer_is_told_with_its_budget(desk: Desk, command: CallCommand, budget: str) -> None:
    order = await desk.ends(command, LimitReached("originate", "limit"))
    assert (order.outcome, desk.limits) == (Outcome.REFUSED, [budget])


async def test_a_refused_password_counts_once_and_withdraws_what_waits(desk: Desk) -> None:
    first, second, sent = (desk.bus.submit(HangUp(call)) for call in ("1.1", "1.2", "1.3"))
    await settle()
    desk.pbx.requests[2].go_out()
    desk.pbx.requests[0].no(LOCKED)
    await settle()
    assert (desk.outcome(first), desk.outcome(second)) == (Outcome.REFUSED, Outcome.CANCELLED)
    assert desk.outcome(sent) is Outcome.SENT
    desk.pbx.requests[2].no(LOCKED)
    await settle()
    assert len(desk.refusals.times) == 1
    assert desk.bus.submit(DIAL).refused_here == "password"


async def test_nothing_that_waits_is_sent_once_somebody_else_was_refused_the_password(desk: Desk) -> None:
    waiting, sent = desk.bus.submit(DIAL), desk.bus.submit(HangUp(CALL))
    await settle()
    desk.pbx.requests[1].go_out()
    desk.refusals.add()
    await settle()
    assert (desk.outcome(waiting), desk.outcome(sent)) == (Outcome.CANCELLED, Outcome.SENT)
    assert desk.pbx.requests[0].outcome.cancelled()
    desk.refusals.try_again()
    desk.refusals.accepted()
    assert desk.outcome(sent) is Outcome.SENT


async def test_what_cannot_be_dialled_is_refused_in_words_and_not_a_crash(desk: Desk) -> None:
    order = desk.bus.submit(DIAL)
    await settle()
    desk.pbx.requests[0].outcome.set_exception(ValueError("holds nothing that can be dialled"))
    await settle()
    order = desk.order(order)
    assert (order.outcome, order.refused_here, order.error) == (Outcome.REFUSED, "not_dialable", None)
    assert [row.words for row in desk.store.audit] == ["not_dialable"]
    assert desk.reports == []


@pytest.mark.parametrize("error", [KeyError("ours"), ValueError("in the answer")])
async def test_an_error_of_our_own_ends_the_order_as_unknown_and_is_reported(desk: Desk, error: Exception) -> None:
    order = await desk.ends(DIAL, error)
    assert (order.outcome, order.refused_here, desk.reports) == (Outcome.UNKNOWN, "", [error])


@pytest.mark.parametrize(
    ("command", "word"),
    [
        (Dial("", NUMBER, LINE), "no_extension"),
        (DialExtension("", "102"), "no_extension"),
        (Dial("101", NUMBER, ""), "no_line"),
        (Bridge(NUMBER, OTHER, ""), "no_line"),
        (CallInto(NUMBER, "Satış", TargetKind.QUEUE, ""), "no_line"),
        (HangUp(""), "no_id"),
        (Mute("", muted=True), "no_id"),
        (Transfer("", "102"), "no_id"),
    ],
)
async def test_what_lacks_something_is_refused_before_it_is_sent(desk: Desk, command: CallCommand, word: str) -> None:
    order = desk.bus.submit(command)
    await settle()
    assert (order.outcome, order.refused_here, desk.bus.pending) == (Outcome.REFUSED, word, 0)
    assert desk.pbx.requests == []
    assert desk.told == [order]
    assert [(row.outcome, row.words) for row in desk.store.audit] == [("refused", word)]


@pytest.mark.parametrize(("command", "right"), RIGHTS.items())
async def test_a_seat_without_the_right_sends_nothing_until_it_gets_it(
    desk: Desk, command: CallCommand, right: str
) -> None:
    desk.bus.set_policy(Policy(denied=(right,)))
    assert desk.bus.submit(command).refused_here == "policy"
    desk.bus.set_policy(Policy(denied=set(RIGHTS.values()) - {right}))
    assert desk.bus.submit(command).refused_here == ""


@pytest.mark.parametrize("command", EACH)
async def test_the_same_wish_is_refused_while_it_is_under_way(desk: Desk, command: CallCommand) -> None:
    desk.bus.submit(command)
    desk.time.pass_(TWICE + 1)
    assert desk.bus.submit(command).refused_here == "busy"
    await settle()
    assert len(desk.pbx.requests) == 1


@pytest.mark.parametrize(
    ("command", "again"),
    [
        (DIAL, Dial("101", f"0{NUMBER}", LINE)),
        (Bridge(NUMBER, OTHER, LINE), Bridge(f"90{NUMBER}", f"0{OTHER}", LINE)),
        (HangUp(CALL), HangUp(CALL.removeprefix("sip3-"))),
        (Mute(CALL, muted=True), Mute(CALL.removeprefix("sip3-"), muted=False)),
        (Transfer(CALL, "102"), Transfer(CALL, "103", attended=True)),
    ],
)
async def test_the_same_party_or_call_written_otherwise_is_the_same_wish(
    desk: Desk, command: CallCommand, again: CallCommand
) -> None:
    desk.bus.submit(command)
    assert desk.bus.submit(again).refused_here == "busy"


async def test_other_wishes_are_not_held_up_by_one_under_way(desk: Desk) -> None:
    for command in (*EACH, Dial("102", NUMBER, LINE), Dial("101", OTHER, LINE), HangUp("1.2")):
        assert desk.bus.submit(command).refused_here == ""


async def test_a_late_second_press_does_not_dial_again_after_the_first_came_to_its_end(desk: Desk) -> None:
    await desk.ends(DIAL, STARTED)
    desk.time.pass_(TWICE - 0.1)
    assert desk.bus.submit(DIAL).refused_here == "twice"
    desk.time.pass_(0.2)
    assert desk.bus.submit(DIAL).refused_here == ""


async def test_a_press_that_was_refused_does_not_prolong_the_wait(desk: Desk) -> None:
    await desk.ends(DIAL, STARTED)
    desk.time.pass_(TWICE / 2)
    assert desk.bus.submit(DIAL).refused_here == "twice"
    desk.time.pass_(TWICE / 2 + 0.1)
    assert desk.bus.submit(DIAL).refused_here == ""


async def test_a_call_is_steered_again_right_after_the_first_came_to_its_end(desk: Desk) -> None:
    await desk.ends(Mute(CALL, muted=True), DONE)
    assert (await desk.ends(Mute(CALL, muted=False), DONE)).outcome is Outcome.DONE


@pytest.mark.parametrize(
    ("command", "row"),
    [
        (DIAL, ("dial", "101", "", NUMBER)),
        (DialExtension("101", "102"), ("dial_extension", "101", "", "102")),
        (Bridge(NUMBER, OTHER, LINE), ("bridge", NUMBER, "", OTHER)),
        (INTO, ("call_into", NUMBER, "Satış", "queue")),
        (HangUp(CALL), ("hang_up", "", "", CALL)),
        (Mute(CALL, muted=True, direction=MuteDirection.IN), ("mute", "", "", f"{CALL} in")),
        (Mute(CALL, muted=False), ("unmute", "", "", f"{CALL} all")),
        (Transfer(CALL, "102"), ("blind_transfer", "102", "", CALL)),
        (Transfer(CALL, "102", attended=True), ("attended_transfer", "102", "", CALL)),
    ],
)
async def test_each_end_is_one_row_of_the_audit(
    desk: Desk, command: CallCommand, row: tuple[str, str, str, str]
) -> None:
    await desk.ends(command, DONE if isinstance(command, HangUp | Mute | Transfer) else STARTED)
    (told,) = desk.store.audit
    assert (told.action, told.extension, told.queue, told.detail) == row
    assert (told.at, told.who, told.account, told.outcome, told.words) == (NOON, "ayse", "8501110000", "done", "")


async def test_stopping_withdraws_what_waits_and_does_not_know_what_was_sent(desk: Desk) -> None:
    waiting, sent = desk.bus.submit(DIAL), desk.bus.submit(HangUp(CALL))
    await settle()
    desk.pbx.requests[1].go_out()
    await desk.bus.stop()
    assert (desk.outcome(waiting), desk.outcome(sent)) == (Outcome.CANCELLED, Outcome.UNKNOWN)
    assert [row.outcome for row in desk.store.audit] == ["cancelled", "unknown"]
    assert (desk.bus.pending, desk.reports) == (0, [])


async def test_an_order_ends_once_whatever_comes_after_its_end(desk: Desk) -> None:
    orders = [desk.bus.submit(HangUp(call)) for call in ("1.1", "1.2")]
    await settle()
    desk.bus.subscribe(lambda order: desk.refusals.add() if order.finished else None)
    await desk.bus.stop()
    for request in desk.pbx.requests:
        request.go_out()
    assert [desk.outcome(order) for order in orders] == [Outcome.CANCELLED] * 2
    assert [row.outcome for row in desk.store.audit] == ["cancelled"] * 2


async def test_after_stopping_nothing_is_sent_any_more(desk: Desk) -> None:
    await desk.bus.stop()
    order = desk.bus.submit(DIAL)
    await settle()
    assert (order.outcome, order.finished, desk.bus.pending) == (Outcome.CANCELLED, True, 0)
    assert desk.pbx.requests == []


async def test_who_no_longer_listens_is_told_nothing(desk: Desk) -> None:
    told: list[CallOrder] = []
    desk.bus.subscribe(told.append)()
    desk.bus.submit(DIAL)
    assert told == []


@pytest.mark.logs
async def test_a_broken_listener_does_not_hold_up_commands(desk: Desk) -> None:
    def broken(_: CallOrder) -> None:
        raise RuntimeError("broken view")

    desk.bus.subscribe(broken)
    assert (await desk.ends(DIAL, STARTED)).outcome is Outcome.DONE


async def test_finished_orders_are_forgotten_in_the_end_and_running_ones_never(desk: Desk) -> None:
    running = desk.bus.submit(DIAL)
    refused = [desk.bus.submit(HangUp("")) for _ in range(KEPT + 5)]
    assert [desk.bus.order(order.id) is None for order in refused] == [True] * 5 + [False] * KEPT
    assert desk.outcome(running) is Outcome.WAITING
    await settle()
    desk.pbx.requests[0].yes()
    await settle()
    assert desk.order(running).finished
