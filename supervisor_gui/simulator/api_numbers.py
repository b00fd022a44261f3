"""The API host's service for outside numbers as queue members. Its codes mean other things than the PBX's."""

import re

import msgspec

from supervisor_gui.simulator.accounts import Accounts
from supervisor_gui.simulator.answers import Json
from supervisor_gui.simulator.clock import Engine
from supervisor_gui.simulator.desk import Verdict
from supervisor_gui.simulator.http_face import Ask
from supervisor_gui.simulator.limits import Limits
from supervisor_gui.simulator.spoil import error
from supervisor_gui.simulator.world import Queue

QUEUE_PATH = "/netsantral/queue"
NUMBERS_PER_QUEUE = 5
QUEUES_AT_ONCE = 5

NO_PATH: Json = {"code": 70, "error": "Hatali istek"}
WRONG_TENANT: Json = {"code": 70, "error": "gecersiz tenant"}
_NUMBER = re.compile(r"[1-9]\d{9}", re.ASCII)


class _Entry(msgspec.Struct, frozen=True):
    number: str
    penalty: int


class _RefusedError(Exception):
    def __init__(self, answer: Json) -> None:
        super().__init__("refused")
        self.answer = answer


class NumberService:
    """Adds outside numbers to queues and takes them out.

    An outside number takes calls like an agent and shows in the queue's status under its ten digits, with the
    membership "dynamic". The rules on five numbers and five queues hold whatever the windows are set to.
    """

    def __init__(self, accounts: Accounts, engine: Engine, limits: Limits) -> None:
        self._accounts = accounts
        self._engine = engine
        self._limits = limits

    def respond(self, ask: Ask) -> Json:
        """The answer to a request."""
        if ask.method != "POST":
            return NO_PATH
        if not isinstance(ask.body, dict):
            return error("api", "70")
        username = _text(ask.body, "username")
        if not self._accounts.lets_in(username, _text(ask.body, "password")):
            return error("api", "30")
        if not self._limits.grants("netsantral/queue", username):
            return error("api", "80")
        self._engine.catch_up()
        try:
            reply = self._carry_out(ask.body, username)
        except _RefusedError as refused:
            return refused.answer
        self._engine.wake()
        return reply

    def _carry_out(self, body: dict[str, object], username: str) -> Json:
        command = _text(body, "command")
        if command not in {"queueaddnumber", "queuedelnumber"}:
            raise _RefusedError(error("api", "70"))
        if _text(body, "tenant") != username:
            raise _RefusedError(WRONG_TENANT)
        queue = self._queue(_text(body, "queue"), username)
        adding = command == "queueaddnumber"
        entries = _entries(body, needs_penalty=adding)
        if adding:
            self._add(queue, entries)
        else:
            self._remove(queue, entries)
        return {"code": 200, "message": f"{command} islemi yapildi."}

    def _queue(self, name: str, tenant: str) -> Queue:
        pbx, separator, short = name.partition("-queue-")
        if not separator:
            raise _RefusedError(error("api", "70"))
        if pbx != tenant:
            raise _RefusedError(error("api", "40"))
        queue = self._engine.centre.queues.get(short)
        if queue is None:
            raise _RefusedError(error("api", "70"))
        return queue

    def _add(self, queue: Queue, entries: tuple[_Entry, ...]) -> None:
        centre = self._engine.centre
        if any(entry.number in queue.members for entry in entries):
            raise _RefusedError(error("api", "70"))
        outside = {name: self._outside(row) for name, row in centre.queues.items()}
        used = {name for name, count in outside.items() if count} | {queue.name}
        if outside[queue.name] + len(entries) > NUMBERS_PER_QUEUE or len(used) > QUEUES_AT_ONCE:
            raise _RefusedError(error("api", "80"))
        for entry in entries:
            centre.desk.add_member(entry.number, queue.name, penalty=entry.penalty, external=True)

    def _remove(self, queue: Queue, entries: tuple[_Entry, ...]) -> None:
        if any(entry.number not in queue.members for entry in entries):
            raise _RefusedError(error("api", "70"))
        for entry in entries:
            if self._engine.centre.desk.remove_member(entry.number, queue.name) is not Verdict.DONE:
                raise _RefusedError(error("api", "70"))

    def _outside(self, queue: Queue) -> int:
        return sum(self._engine.centre.agents[exten].external for exten in queue.members)


def _text(body: dict[str, object], key: str) -> str:
    value = body.get(key, "")
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _entries(body: dict[str, object], *, needs_penalty: bool) -> tuple[_Entry, ...]:
    rows = body.get("numbers", [body])
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise _RefusedError(error("api", "70"))
    entries = tuple(_entry(row, needs_penalty=needs_penalty) for row in rows)
    if len({entry.number for entry in entries}) != len(entries):
        raise _RefusedError(error("api", "70"))
    return entries


def _entry(row: dict[str, object], *, needs_penalty: bool) -> _Entry:
    number, penalty = _text(row, "no"), _text(row, "penalty")
    fits = penalty.isascii() and penalty.isdigit() and len(penalty) <= 2 and 1 <= int(penalty) <= 10
    if not _NUMBER.fullmatch(number) or (needs_penalty and not fits):
        raise _RefusedError(error("api", "70"))
    return _Entry(number, int(penalty) if fits else 1)
