"""The PBX's commands on calls: what they need, and the words of their answers. The calls are made in `dialling`."""

import asyncio
from collections.abc import Callable, Mapping

import msgspec

from supervisor_gui.simulator import answers
from supervisor_gui.simulator.answers import Json
from supervisor_gui.simulator.clock import Engine
from supervisor_gui.simulator.dialling import Dialler, Done, Moved, Outcome, Target
from supervisor_gui.simulator.orders import Order, Reply, is_digits, is_extension
from supervisor_gui.simulator.world import Call

WRONG_PARTY: Json = {"code": "30", "status": "Error", "message": "Eksik yada yanlis parametre 2 "}
NO_CHANNEL: Json = {"status": "Error", "message": "Channel not specified"}
LONGEST_PREFIX = 5
ORDERS = ("if", "of")
TARGETS = ("queue", "announcement", "ivr")

# What the PBX says to an order on a call that is gone is not documented (docs/protocol.md); this word of its own fits.
NOT_DONE = Outcome.FAILED
MOVED_TEXTS: Mapping[Moved, str] = {
    Moved.NO_CALL: NOT_DONE,
    Moved.NOT_TALKING: NOT_DONE,
    Moved.INSIDE_FIRST: NOT_DONE,
    Moved.NO_REGISTRATION: Outcome.NO_REGISTRATION,
    Moved.BUSY: Outcome.BUSY,
}

Held = asyncio.Future[tuple[str, Outcome]]


class Wish(msgspec.Struct, frozen=True):
    """How a call is to be made.

    Attributes:
        ring: Seconds one party may ring.
        call_time: Seconds after which the call is cut, None for never.
        waits: The answer is held until the call has come out.
    """

    ring: float
    call_time: float | None
    waits: bool


class CallOperations:
    """Carries the commands on calls out; an answer that waits for a call holds up nothing else."""

    def __init__(self, engine: Engine) -> None:
        self._centre = engine.centre
        self._dialler = Dialler(engine.centre.floor, engine.centre.flow)
        self._held: set[Held] = set()
        self._closed = False

    def close(self) -> None:
        """Let go of every held answer; the calls count as failed for no known reason."""
        self._closed = True
        for held in self._held:
            _settle(held, "", Outcome.UNKNOWN)

    def originate(self, order: Order) -> Reply:
        """An extension and an outside number are brought together."""
        wish = _wish(order)
        exten, number = order.get("internal_num"), order.get("customer_num")
        if wish is None or not _is_number(number):
            return answers.MISSING_PARAMETER
        if not self._is_phone(exten) or not self._is_line(order):
            return WRONG_PARTY
        if order.get("originate_order") not in ORDERS:
            return NO_CHANNEL
        inside_first = order.get("originate_order") == "if"

        def place(done: Done) -> Call:
            return self._dialler.originate(
                exten,
                number,
                inside_first=inside_first,
                ring=wish.ring,
                line=_line(order),
                call_time=wish.call_time,
                done=done,
            )

        return self._placed(order, wish, (exten, number) if inside_first else (number, exten), place)

    def local(self, order: Order) -> Reply:
        """Two extensions are brought together."""
        wish = _wish(order)
        caller, called = order.get("caller"), order.get("called")
        if wish is None:
            return answers.MISSING_PARAMETER
        if not self._is_phone(caller) or not self._is_phone(called):
            return WRONG_PARTY

        def place(done: Done) -> Call:
            return self._dialler.internal(caller, called, ring=wish.ring, call_time=wish.call_time, done=done)

        return self._placed(order, wish, (caller, called), place)

    def linkup(self, order: Order) -> Reply:
        """Two outside numbers are brought together."""
        wish = _wish(order)
        caller, called = order.get("caller"), order.get("called")
        if wish is None or not _is_number(caller) or not _is_number(called):
            return answers.MISSING_PARAMETER
        if not self._is_line(order):
            return WRONG_PARTY
        if order.get("originate_order") not in ORDERS:
            return NO_CHANNEL
        called_first = order.get("originate_order") == "of"

        def place(done: Done) -> Call:
            return self._dialler.link(
                caller,
                called,
                second_first=called_first,
                ring=wish.ring,
                line=_line(order),
                call_time=wish.call_time,
                done=done,
            )

        return self._placed(order, wish, (called, caller) if called_first else (caller, called), place)

    def dynamic_redirect(self, order: Order) -> Reply:
        """An outside number is called and put into a queue, a menu or an announcement."""
        wish = _wish(order)
        called, kind, prefix = order.get("called"), order.get("redirect_type"), order.get("prefix")
        if wish is None or not _is_number(called) or kind not in TARGETS or len(prefix) > LONGEST_PREFIX:
            return answers.MISSING_PARAMETER
        if not self._is_line(order):
            return WRONG_PARTY
        name = order.get("redirect_menu")
        target = Target(kind, answers.short_name(order.pbx, name) if kind == "queue" else name)

        def place(done: Done) -> Call:
            return self._dialler.redirect(
                called,
                target,
                ring=wish.ring,
                line=_line(order),
                call_time=wish.call_time,
                prefix=prefix,
                done=done,
            )

        # Even when it went well the PBX names its own number twice, and the called one nowhere.
        return self._placed(order, wish, (_line(order), _line(order)), place)

    def hangup(self, order: Order) -> Json:
        """A call ends."""
        return _told(order, "" if self._dialler.hang_up(order.get("unique_id")) else NOT_DONE)

    def muteaudio(self, order: Order) -> Json:
        """The sound of a call off or on."""
        direction, state = order.get("direction"), order.get("state")
        if direction not in {"all", "in", "out"} or state not in {"mute", "unmute"}:
            return answers.MISSING_PARAMETER
        return _told(order, "" if self._dialler.mute(order.get("unique_id"), direction, state) else NOT_DONE)

    def transfer(self, order: Order) -> Json:
        """A conversation to another extension or number: `xfer` at once, `atxfer` when the other has answered."""
        exten = order.get("exten")
        if not is_extension(exten) and not _is_number(exten):
            return answers.MISSING_PARAMETER
        moved = self._dialler.transfer(order.get("unique_id"), exten, attended=order.operation == "atxfer")
        return _told(order, MOVED_TEXTS.get(moved, ""))

    def _placed(self, order: Order, wish: Wish, parties: tuple[str, str], place: Callable[[Done], Call]) -> Reply:
        if not wish.waits:
            place(lambda call, outcome: None)
            return _frame(order, parties, status="Originate successfully queued", message="Success")
        held: Held = asyncio.get_running_loop().create_future()
        place(lambda call, outcome: _settle(held, call.id, outcome))
        if self._closed:
            _settle(held, "", Outcome.UNKNOWN)
        return self._outcome(order, parties, held)

    async def _outcome(self, order: Order, parties: tuple[str, str], held: Held) -> Json:
        self._held.add(held)
        try:
            unique_id, outcome = await held
        finally:
            self._held.discard(held)
        if outcome is Outcome.SUCCESS:
            return {"unique_id": unique_id} | _frame(order, parties, status="Success", message=outcome)
        if order.operation == "dynamic_redirect":
            # The PBX names its variable instead of the line, and never says why.
            return _frame(order, ("caller", order.get("called")), status="Error", message=Outcome.FAILED)
        return _frame(order, parties, status="Error", message=outcome)

    def _is_phone(self, exten: str) -> bool:
        return is_extension(exten) and exten in self._centre.agents

    def _is_line(self, order: Order) -> bool:
        return _line(order) in {*self._centre.floor.plan.lines, order.pbx}


class CallOperation(msgspec.Struct, frozen=True):
    """One command on calls: the parameters that must be there and not empty, and those that may be empty."""

    run: Callable[[CallOperations, Order], Reply]
    filled: tuple[str, ...]
    present: tuple[str, ...] = ()


PLACING = ("ring_timeout", "crm_id")
WAITING = ("wait_response",)
RUNNING = ("unique_id", "crm_id")

CALL_TABLE: Mapping[str, CallOperation] = {
    "originate": CallOperation(
        CallOperations.originate, ("customer_num", "internal_num", "originate_order", "trunk", *PLACING), WAITING
    ),
    "local": CallOperation(CallOperations.local, ("caller", "called", *PLACING), WAITING),
    "linkup": CallOperation(CallOperations.linkup, ("caller", "called", "originate_order", "trunk", *PLACING), WAITING),
    "dynamic_redirect": CallOperation(
        CallOperations.dynamic_redirect, ("called", "redirect_menu", "redirect_type", "trunk", *PLACING), WAITING
    ),
    "hangup": CallOperation(CallOperations.hangup, RUNNING),
    "muteaudio": CallOperation(CallOperations.muteaudio, ("direction", "state", *RUNNING)),
    "xfer": CallOperation(CallOperations.transfer, ("exten", *RUNNING)),
    "atxfer": CallOperation(CallOperations.transfer, ("exten", *RUNNING)),
}


def _wish(order: Order) -> Wish | None:
    ring, call_time, waits = order.get("ring_timeout"), order.get("call_time"), order.get("wait_response")
    if not is_digits(ring, 1, 4) or waits not in {"", "0", "1"}:
        return None
    if call_time and not is_digits(call_time, 1, 6):
        return None
    return Wish(float(ring), float(call_time) if call_time else None, waits == "1")


def _is_number(text: str) -> bool:
    # Fifteen digits abroad, with 00 in front.
    return is_digits(text, 7, 17)


def _line(order: Order) -> str:
    return order.get("trunk").removeprefix("0")


def _settle(held: Held, unique_id: str, outcome: Outcome) -> None:
    if not held.done():
        held.set_result((unique_id, outcome))


def _frame(order: Order, parties: tuple[str, str], *, status: str, message: str) -> Json:
    return {
        "caller_num": parties[0],
        "called_num": parties[1],
        "crm_id": order.get("crm_id"),
        "response": order.operation,
        "status": status,
        "message": message,
    }


def _told(order: Order, problem: str) -> Json:
    return {
        "crm_id": order.get("crm_id"),
        "response": order.operation,
        "status": "Error" if problem else "Success",
        "message": problem or "Successful",
    }
