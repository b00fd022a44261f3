"""The exact words of the PBX's answers: keys in their order, spellings and blanks as on the wire. No decisions."""

from collections.abc import Mapping

import msgspec

from supervisor_gui.simulator.world import Agent, Member, PhoneState, Queue

Json = dict[str, object]


class Text(msgspec.Struct, frozen=True):
    """An answer that is no JSON object: a JSON list, XML, text with pipes, a sound.

    Attributes:
        body: Its bytes.
        media_type: What the Content-Type header says.
        code: The code in it, for the request log; empty for none.
        status: That of HTTP.
    """

    body: bytes
    media_type: str
    code: str = ""
    status: int = 200


Payload = Json | Text

# A caller who withholds the number; several of them share this one key.
WITHHELD = "anonymous"

NOT_VERIFIED: Json = {"status": "Error", "message": "Kullanici dogrulanamadi"}
WRONG_URI: Json = {"status": "Error", "message": "Hatali istek: URI hatali"}
MISSING_PARAMETER: Json = {"code": "30", "status": "Error", "message": "Eksik yada yanlis parametre"}
TOO_MANY: Json = {"code": "100", "status": "Error", "message": "Sorgulama limiti asildi"}

QUEUE_ERROR_PREFIX = "Bir veya birden fazla kuyrukta hata olustu"
ADD_NO_QUEUE = "Unable to add interface to queue: No such queue"
ADD_ALREADY = "Unable to add interface: Already there"
REMOVE_NO_QUEUE = "Unable to remove interface from queue: No such queue"
REMOVE_NOT_THERE = "Unable to remove interface: Not there"
REMOVE_STATIC = "Member not dynamic"
PAUSE_NOT_THERE = "Interface not found"

STATUS_WORDS: Mapping[PhoneState, str] = {
    PhoneState.OFFLINE: "unregister",
    PhoneState.TALKING: "onhook",
    PhoneState.IDLE: "empty",
    PhoneState.RINGING: "ringing",
}


def queue_error(text: str) -> Json:
    """A refusal of agentlogin, agentlogoff or agentpause: prefix and switch text without anything between them."""
    return {"status": "Error", "message": QUEUE_ERROR_PREFIX + text}


def member_done(crm_id: str) -> Json:
    """The success of agentlogin, agentlogoff or agentpause."""
    return {"crm_id": crm_id, "status": "Success", "message": "Successful"}


def no_such_queue(pbx: str) -> Json:
    """The answer of queuestats to an unknown queue."""
    return {"code": "70", "status": "Error", "message": f"{pbx} isimli santrale ait boyle bir kuyruk yoktur"}


def full_name(pbx: str, queue: str) -> str:
    """A queue's name with its PBX."""
    return f"{pbx}-queue-{queue}"


def short_name(pbx: str, queue: str) -> str:
    """A queue's name without its PBX; a short one stays as it is."""
    return queue.removeprefix(f"{pbx}-queue-")


def queue_status(crm_id: str, pbx: str, queues: list[Queue], agents: Mapping[str, Agent], now: float) -> Json:
    """The success of queuestats, which has no status, response or message."""
    return {
        "crm_id": crm_id,
        "pbx_num": pbx,
        "queues": [_queue_row(pbx, queue, agents, now) for queue in queues],
    }


def _queue_row(pbx: str, queue: Queue, agents: Mapping[str, Agent], now: float) -> Json:
    return {
        "queuename": full_name(pbx, queue.name),
        # Two callers with one number share a key: the later one is seen, `calls` still counts both.
        "callers": {call.number or WITHHELD: int(now) - int(call.queued or now) for call in queue.waiting.values()},
        "agents": [_agent_row(member, agents[member.exten]) for member in queue.members.values()],
        "calls": len(queue.waiting),
        "holdtime": queue.holdtime,
        "talktime": queue.talktime,
        "completed": queue.completed,
        "abondaned": queue.abandoned,
        "max": 0,
    }


def _agent_row(member: Member, agent: Agent) -> Json:
    return {
        "agent": member.exten,
        "status": STATUS_WORDS[agent.state],
        "membership": "dynamic" if member.dynamic else "static",
        "paused": "true" if member.paused else "false",
        "reason": member.reason,
    }
