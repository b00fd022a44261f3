"""What the PBX says on its event socket about each moment of a call: keys, order and oddities. No sockets."""

import random
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from supervisor_gui.simulator.answers import WITHHELD, Json, full_name
from supervisor_gui.simulator.floor import Happened, Happening
from supervisor_gui.simulator.world import Call, CallKind

TURKEY = timedelta(hours=3)
FIRST_ROW = 186_640_000
SOUNDS = "https://dosyaindir.netgsm.com.tr"

# How often the oddities of the official samples show.
EMPTY_QUEUE_ID = 0.5
EXTENSION_AS_PBX = 0.3

MADE_INSIDE = (CallKind.OUTGOING, CallKind.INTERNAL, CallKind.LINK)
CALLED_OUT = (CallKind.OUTGOING, CallKind.LINK, CallKind.REDIRECT)


class EventFrames:
    """Builds the frames for one PBX number.

    Args:
        rng: Chooses where an oddity shows; apart from the model's source, so that listeners change no calls.

    Attributes:
        sounds: The address of the host that has the recordings.
    """

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self.sounds = SOUNDS

    def frame(self, happening: Happening, pbx: str) -> Json:
        """The frame of one moment."""
        frame = BUILDERS[happening.kind](self, happening, pbx)
        frame["timestamp"] = str(int(happening.at * 1000))
        return frame

    def arrived(self, happening: Happening, pbx: str) -> Json:
        """A call reached the PBX."""
        call = happening.call
        return {
            "pbx_num": pbx,
            "unique_id": call.id,
            "incoming_number": call.dialled,
            "scenario": "InboundtoPBX",
            "customer_num": customer(call),
        }

    def menu(self, happening: Happening, pbx: str) -> Json:
        """A call entered a voice menu or an announcement, the PBX's own menu unless an order named one."""
        call = happening.call
        kind, name = call.played
        return {
            "pbx_num": pbx,
            "customer_num": customer(call),
            "unique_id": call.id,
            "context_name": name or f"menu-{pbx}",
            "type": kind,
            "scenario": "Context",
        }

    def key(self, happening: Happening, pbx: str) -> Json:
        """A key was pressed."""
        digit = str(happening.call.sequence % 10)
        return {
            "Context": "ana.menu",
            "pbx_num": pbx,
            "unique_id": happening.call.id,
            "scenario": "DTMF",
            "digit": digit,
        }

    def queued(self, happening: Happening, pbx: str) -> Json:
        """A call entered a queue; often without saying which call."""
        call = happening.call
        shown = "" if self._rng.random() < EMPTY_QUEUE_ID else call.id
        return {"queue_name": full_name(pbx, call.queue), "pbx_num": pbx, "unique_id": shown, "scenario": "Queue"}

    def left_queue(self, happening: Happening, pbx: str) -> Json:
        """A call left its queue."""
        call = happening.call
        return {
            "queue_name": full_name(pbx, call.queue),
            "pbx_num": pbx,
            "unique_id": call.id,
            "scenario": "QueueLeave",
        }

    def offered(self, happening: Happening, pbx: str) -> Json:
        """An extension rings; sometimes its number stands where the PBX's should."""
        call = happening.call
        if self._rng.random() < EXTENSION_AS_PBX:
            return {
                "pbx_num": happening.exten,
                "unique_id": call.id,
                "scenario": "Inbound_call",
                "customer_num": _caller(call, country=True),
            }
        return {
            "pbx_num": pbx,
            "unique_id": call.id,
            "internal_num": happening.exten,
            "scenario": "Inbound_call",
            "customer_num": _caller(call),
        }

    def dialled_out(self, happening: Happening, pbx: str) -> Json:
        """An extension calls out, or the PBX does when there is no extension."""
        call = happening.call
        return {
            "pbx_num": pbx,
            "unique_id": call.id,
            **_inside(happening.exten),
            "scenario": "Outbound_call",
            "customer_num": customer(call),
        }

    def answered(self, happening: Happening, pbx: str) -> Json:
        """A call was answered."""
        call = happening.call
        return {
            "pbx_num": pbx,
            "unique_id": call.id,
            **_inside(happening.exten),
            "scenario": "Answer",
            "customer_num": customer(call),
            "holdtime": str(_whole_wait(call)),
        }

    def ended(self, happening: Happening, pbx: str) -> Json:
        """A call ended; one nobody took names the dialled number or the switch's start."""
        call = happening.call
        inside = call.transferred_to or call.answered_by or call.caller_exten
        return {
            "pbx_num": pbx,
            "unique_id": call.id,
            "talktime": str(call.whole_talk),
            "internal_num": inside or self._rng.choice(("s", call.dialled)),
            "scenario": "Hangup",
            "customer_num": customer(call),
            "holdtime": str(_whole_wait(call)),
        }

    def recorded(self, happening: Happening, pbx: str) -> Json:
        """The call's record, which carries its id under another name."""
        call = happening.call
        row = FIRST_ROW + call.sequence
        frame: Json = {
            "bas": f"{datetime.fromtimestamp(call.arrived, UTC) + TURKEY:%Y-%m-%d %H:%M:%S}",
            "kimlik": row,
            "ortakkimlik": row,
            "clid": f'"{call.name}" <{customer(call)}>',
            "arayan": call.caller_exten or customer(call),
            "aranan": _target(call, pbx),
            "sure": call.whole_talk,
            "sondurum": 3 if call.answered is not None else 0,
            "santral": pbx,
            "yon": _direction(call),
        }
        if call.answered is not None:
            frame["seskaydi"] = f"{self.sounds}/upload.php?tip=1&q={row:x}"
        return frame | {"asteriskId": call.id, "trunk": call.dialled, "scenario": "cdr"}


BUILDERS: Mapping[Happened, Callable[[EventFrames, Happening, str], Json]] = {
    Happened.ARRIVED: EventFrames.arrived,
    Happened.MENU: EventFrames.menu,
    Happened.KEY: EventFrames.key,
    Happened.QUEUED: EventFrames.queued,
    Happened.OFFERED: EventFrames.offered,
    Happened.ANSWERED: EventFrames.answered,
    Happened.LEFT_QUEUE: EventFrames.left_queue,
    Happened.DIALLED_OUT: EventFrames.dialled_out,
    Happened.ENDED: EventFrames.ended,
    Happened.RECORDED: EventFrames.recorded,
}


def customer(call: Call, *, country: bool = False) -> str:
    """The other party's number as events show it, with 90 in front if `country`."""
    if not call.number:
        return WITHHELD
    return f"90{call.number.removeprefix('0')}" if country else call.number


def _whole_wait(call: Call) -> int:
    return int(call.left_queue or 0) - int(call.queued or 0) if call.left_queue else 0


def _inside(exten: str) -> Json:
    return {"internal_num": exten} if exten else {}


def _caller(call: Call, *, country: bool = False) -> str:
    """Who called, as the called one sees it."""
    if call.kind is CallKind.INTERNAL:
        return call.caller_exten
    return customer(call, country=country)


def _target(call: Call, pbx: str) -> str:
    if call.kind in MADE_INSIDE:
        return call.dialled_exten or customer(call)
    if call.queue:
        return full_name(pbx, call.queue)
    if call.kind is CallKind.REDIRECT:
        return call.played[1] or call.dialled
    return call.answered_by or (call.offers[-1].exten if call.offers else f"menu-{pbx}")


def _direction(call: Call) -> int:
    answered = call.answered is not None
    if call.kind is CallKind.INTERNAL:
        return 4 if answered else 5
    if call.kind in CALLED_OUT:
        return 0 if answered else 3
    return 1 if answered else 2
