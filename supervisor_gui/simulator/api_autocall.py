"""The API host's auto-dial service. It reads orders, changes lists and words the answers; it calls nobody."""

from collections.abc import Callable, Mapping

import msgspec

from supervisor_gui.simulator import autocall_orders as orders
from supervisor_gui.simulator.accounts import Accounts
from supervisor_gui.simulator.answers import Json, short_name
from supervisor_gui.simulator.autocall_dialler import AutocallDialler
from supervisor_gui.simulator.autocall_lists import (
    AutocallLists,
    DialList,
    DialNumber,
    ListRules,
    NumberState,
)
from supervisor_gui.simulator.autocall_orders import Fields, RefusedError, wrong
from supervisor_gui.simulator.clock import Engine
from supervisor_gui.simulator.http_face import Ask
from supervisor_gui.simulator.limits import Limits

AUTOCALL_PATH = "/autocallservice"

CREATED = "Otomatik arama listesi başarıyla oluşturuldu."
LISTED = "Otomatik arama listeleme başarılı."
ACTIVATED = "Otomatik arama listesi başarıyla aktifleştirildi."
REPORTED = "Raporlama basarili."
# These three texts are documented nowhere; they are worded like their neighbours.
DEACTIVATED = "Otomatik arama listesi başarıyla pasifleştirildi."
DELETED = "Numara başarıyla silindi."
UPDATED = "Numara başarıyla güncellendi."

STATE_WORDS: Mapping[NumberState, str] = {
    NumberState.FRESH: "Hiç aranmamış",
    NumberState.SUCCESS: "Başarılı",
    NumberState.FAILED: "Başarısız",
    NumberState.RETRY: "Tekrar aranacak",
}


class Answer(msgspec.Struct, frozen=True):
    """A success: its message and its rows."""

    message: str
    rows: list[Json]


class AutocallService:
    """Answers `/autocallservice`."""

    def __init__(
        self, accounts: Accounts, engine: Engine, limits: Limits, lists: AutocallLists, dialler: AutocallDialler
    ) -> None:
        self._accounts = accounts
        self._engine = engine
        self._limits = limits
        self._lists = lists
        self._dialler = dialler

    def respond(self, ask: Ask) -> Json:
        """The answer to a request."""
        try:
            answer = self._carry_out(ask)
        except RefusedError as refused:
            return _framed(refused.code, refused.message, [])
        self._engine.wake()
        return _framed(200, answer.message, answer.rows)

    def _carry_out(self, ask: Ask) -> Answer:
        request = ask.body if ask.method == "POST" and isinstance(ask.body, dict) else {}
        header, body = request.get("header"), request.get("body")
        account = self._account(header if isinstance(header, dict) else {})
        fields = body if isinstance(body, dict) else {}
        event = EVENTS.get(orders.text(fields, "event"))
        if event is None:
            raise wrong("event")
        self._engine.catch_up()
        return event(self, account, fields)

    def _account(self, header: Fields) -> str:
        username = orders.text(header, "username")
        if not self._accounts.lets_in(username, orders.text(header, "password")):
            raise RefusedError(30, orders.NO_LOGIN)
        if not self._limits.grants("autocallservice", username):
            raise RefusedError(80, orders.TOO_MANY)
        return username

    def add_list(self, account: str, body: Fields) -> Answer:
        """A new list, not yet active."""
        data = orders.data_of(body)
        rules = self._existing(account, orders.list_rules(data, self._trunks(account)))
        made = self._lists.create(account, rules, orders.first_wishes(data))
        return Answer(CREATED, [_created(made)])

    def show_lists(self, account: str, body: Fields) -> Answer:
        """One list, or all."""
        if not orders.text(body, "list_id"):
            return Answer(LISTED, [_listed(row) for row in self._lists.of(account)])
        return Answer(LISTED, [_listed(self._list(account, body))])

    def set_status(self, account: str, body: Fields) -> Answer:
        """A list on or off."""
        listed = self._list(account, body, missing=orders.NO_LIST_ID)
        status = orders.text(orders.data_of(body), "status")
        if status not in {"1", "2"}:
            raise wrong("status")
        if status == "1":
            self._dialler.activate(listed)
        else:
            self._dialler.deactivate(listed)
        message = ACTIVATED if status == "1" else DEACTIVATED
        return Answer(message, [{"list_id": listed.id, "status": int(status)}])

    def report(self, account: str, body: Fields) -> Answer:
        """How far a list's numbers have come."""
        listed = self._list(account, body)
        counts = listed.counts()
        status: list[Json] = [{"type": word, "count": counts[state]} for state, word in STATE_WORDS.items()]
        rows = [_number_row(row) for row in listed.numbers.values()]
        return Answer(REPORTED, [{"numbers_status": status, "numbers": rows}])

    def add_numbers(self, account: str, body: Fields) -> Answer:
        """Further numbers for a dynamic list; what cannot be added is no error but a row that says so."""
        listed = self._list(account, body, missing=orders.NO_PROJECT)
        rows = orders.number_rows(orders.data_of(body))
        results = [self._add(listed, account, row) for row in rows]
        added = sum(results)
        parts = (f"{added} numara eklendi. ", f"{len(rows) - added} numara eklenemedi. ")
        # Only the forms for all and for none are documented; both together are a guess.
        message = "".join(part for part in parts if not part.startswith("0 "))
        numbers = [
            {"number": orders.text(row, "number"), "name": orders.text(row, "name"), "status": word}
            for row, word in zip(rows, ("success" if done else "error" for done in results), strict=True)
        ]
        return Answer(
            f"{listed.id} ID numaralı projeye {message}",
            [{"list_id": listed.id, "list_name": listed.rules.name, "numbers": numbers}],
        )

    def delete_number(self, account: str, body: Fields) -> Answer:
        """A number out of its list; a call to it that is under way goes on."""
        listed, row = self._number(account, body)
        listed.remove(row)
        self._dialler.changed(listed)
        return Answer(DELETED, [{"list_id": listed.id, "id": row.id}])

    def update_number(self, account: str, body: Fields) -> Answer:
        """Another name, time, line or activity; what is not sent stays."""
        listed, row = self._number(account, body)
        data = orders.data_of(body)
        change = orders.wish({"number": row.number, **_sent(data)}, self._trunks(account), self._engine.centre.now)
        if "name" in data:
            row.name = change.name
        if orders.text(data, "nstatus"):
            row.active = change.active
        if orders.text(data, "calltime"):
            row.due = change.not_before
        row.trunk = change.trunk or row.trunk
        self._dialler.changed(listed)
        return Answer(UPDATED, [{"list_id": listed.id, **_number_row(row)}])

    def _add(self, listed: DialList, account: str, row: Fields) -> bool:
        if not listed.rules.dynamic:
            return False
        try:
            wish = orders.wish(row, self._trunks(account), self._engine.centre.now)
        except RefusedError:
            return False
        return self._dialler.add(listed, wish)

    def _trunks(self, account: str) -> tuple[str, ...]:
        return (account, *self._engine.centre.floor.plan.lines)

    def _existing(self, account: str, rules: ListRules) -> ListRules:
        queues = self._engine.centre.queues
        department, target = short_name(account, rules.department), rules.target_name
        if department not in queues:
            raise wrong("department")
        if rules.target_kind == "queue":
            target = short_name(account, target)
            if target not in queues:
                raise wrong("destination_name")
        return msgspec.structs.replace(rules, department=department, target_name=target)

    def _list(self, account: str, body: Fields, *, missing: str = "") -> DialList:
        listed = self._lists.find(account, orders.list_id(body, missing))
        if listed is None:
            raise RefusedError(400, orders.NO_LIST)
        return listed

    def _number(self, account: str, body: Fields) -> tuple[DialList, DialNumber]:
        listed = self._list(account, body, missing=orders.NO_LIST_ID)
        row = listed.numbers.get(orders.identifier(orders.text(orders.data_of(body), "id")))
        if row is None:
            raise wrong("id")
        return listed, row


Event = Callable[[AutocallService, str, Fields], Answer]

EVENTS: Mapping[str, Event] = {
    "addautocall": AutocallService.add_list,
    "listautocall": AutocallService.show_lists,
    "updateliststatus": AutocallService.set_status,
    "reportautocall": AutocallService.report,
    "addnumber": AutocallService.add_numbers,
    "deletenumber": AutocallService.delete_number,
    "updatenumber": AutocallService.update_number,
}


def _framed(code: int, message: str, rows: list[Json]) -> Json:
    return {"header": {"error": code != 200, "code": code, "message": message}, "body": rows}


def _sent(data: Fields) -> dict[str, object]:
    return {key: value for key, value in data.items() if key in {"name", "nstatus", "calltime", "trunk"}}


def _created(listed: DialList) -> Json:
    rules = listed.rules
    return {
        "id": listed.id,
        **_head(rules),
        "list_starttime": f"{rules.opens:%H:%M}",
        "list_stoptime": f"{rules.closes:%H:%M}",
        "retry_count": rules.retry_count,
        "try_time": rules.try_time,
        "department": rules.department,
        "trunk": rules.trunk,
        **_tail(rules),
    }


def _listed(listed: DialList) -> Json:
    rules = listed.rules
    head = _head(rules)
    return {
        "list_id": listed.id,
        "list_name": head.pop("list_name"),
        "list_status": int(listed.status),
        **head,
        # The database's columns are ten characters wide and come as they are.
        "list_starttime": f"{rules.opens:%H:%M}".ljust(10),
        "list_stoptime": f"{rules.closes:%H:%M}".ljust(10),
        "retry_count": rules.retry_count,
        "try_time": rules.try_time,
        "department": rules.department,
        **_tail(rules),
    }


def _head(rules: ListRules) -> Json:
    return {
        "list_name": rules.name,
        "list_prefix": rules.prefix,
        "list_type": 2 if rules.dynamic else 1,
        "list_startdate": rules.first_day.isoformat(),
        "list_stopdate": rules.last_day.isoformat(),
    }


def _tail(rules: ListRules) -> Json:
    return {
        "destination_type": rules.target_kind,
        "destination_name": rules.target_name,
        "queue_limit": rules.limit,
        # Empty even when a group was sent.
        "groups": [],
    }


def _number_row(row: DialNumber) -> Json:
    # The documents promise the id in the report and name no other field; these are a guess.
    return {
        "id": row.id,
        "number": row.number,
        "name": row.name,
        "status": STATE_WORDS[row.state],
        "nstatus": int(row.active),
        "retry": max(row.tries - 1, 0),
        "trunk": row.trunk,
    }
