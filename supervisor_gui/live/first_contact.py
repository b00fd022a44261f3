"""Which of a profile's addresses answers, encrypted ones first. It asks nobody's leave and keeps nothing."""

import enum
from collections.abc import Awaitable, Callable

import msgspec

from supervisor_gui.config import ConnectionPlan, Route
from supervisor_gui.netsantral.errors import NotSent, PbxError, Refusal, TransportError
from supervisor_gui.netsantral.types import QueueStatus

QUEUE_WANTED = frozenset({"30", "70"})
"""Codes with which the PBX says that it wants a queue named (docs/protocol.md, Codes)."""

HOPELESS = frozenset({"bad_url", "ca_file", "dns", "proxy", "tls", "tls_expired", "tls_name", "tls_unknown_ca"})
"""Failures that plain HTTP would not mend, or that hint at somebody on the way; it is not tried after them."""


class ContactKind(enum.Enum):
    """How a first contact ended; UNARMED before it began, for want of a password."""

    CONNECTED = "connected"
    NEEDS_QUEUES = "needs_queues"
    ONLY_PLAIN = "only_plain"
    FAILED = "failed"
    UNARMED = "unarmed"


class Contact(msgspec.Struct, frozen=True):
    """The outcome.

    Attributes:
        kind: How it ended.
        route: The address that answered, the one that needs the user's agreement, or the one that failed.
        queues: Short names, when the PBX told them.
        error: Why it failed; with ONLY_PLAIN why the encrypted address did not do.
        tried: Every address that was tried, in that order.
    """

    kind: ContactKind
    route: Route
    queues: tuple[str, ...] = ()
    error: PbxError | None = None
    tried: tuple[str, ...] = ()

    @property
    def encrypted(self) -> bool:
        """Whether the address that answered is encrypted."""
        return self.route.encrypted and self.kind in {ContactKind.CONNECTED, ContactKind.NEEDS_QUEUES}


Send = Callable[[Route], Awaitable[QueueStatus]]
"""Ask one address for the status of all queues, with the password. Raises PbxError."""

Reach = Callable[[Route], Awaitable[None]]
"""See whether one address answers at all, sending neither account nor password. Raises PbxError."""


async def first_contact(plan: ConnectionPlan, send: Send, reach: Reach) -> Contact:
    """Try the plan's addresses in order until one answers.

    The password goes only to addresses that are encrypted or agreed to. A refusal is an answer: nothing else is tried.
    """
    failed: list[Contact] = []
    for route in plan.pbx:
        try:
            contact = await _try(route, send, reach)
        except TransportError as error:
            failed.append(Contact(ContactKind.FAILED, route, error=error))
            if error.reason in HOPELESS:
                break
            continue
        if contact.kind is ContactKind.ONLY_PLAIN and failed:
            contact = msgspec.structs.replace(contact, error=failed[0].error)
        return contact
    # The first failure tells more than that of the fallback, unless the fallback got further.
    furthest = next((one for one in failed if not isinstance(one.error, NotSent)), failed[0])
    return msgspec.structs.replace(furthest, tried=tuple(one.route.url for one in failed))


async def _try(route: Route, send: Send, reach: Reach) -> Contact:
    if not route.agreed:
        await reach(route)
        return Contact(ContactKind.ONLY_PLAIN, route)
    try:
        status = await send(route)
    except Refusal as error:
        kind = ContactKind.NEEDS_QUEUES if error.code in QUEUE_WANTED else ContactKind.FAILED
        return Contact(kind, route, error=error)
    return Contact(ContactKind.CONNECTED, route, queues=tuple(queue.name for queue in status.queues))
