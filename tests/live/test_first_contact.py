"""Which address is used, and that no password leaves for one that nobody agreed to."""

import pytest

from supervisor_gui.config import Given, Profile, Route, encryption_plan
from supervisor_gui.live.first_contact import Contact, ContactKind, first_contact
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, NotSent, PbxError, Refusal
from supervisor_gui.netsantral.types import QueueRow, QueueStatus

NEW = Profile(name="Ana", account="8501110000")
STATUS = QueueStatus("8501110000", (QueueRow("Destek", "8501110000-queue-Destek"), QueueRow("Satış", "Satış")))
REFUSED = NotSent("queue_status", "refused")
TIMEOUT = NotSent("queue_status", "connect_timeout")
HTML = BadAnswer("queue_status", "html")


class Network:
    """Answers by scheme, and remembers who got the password."""

    def __init__(self, https: QueueStatus | PbxError, http: QueueStatus | PbxError) -> None:
        self._answers = {"https": https, "http": http}
        self.with_password: list[str] = []
        self.reached: list[str] = []

    async def send(self, route: Route) -> QueueStatus:
        self.with_password.append(route.url)
        return self._answer(route)

    async def reach(self, route: Route) -> None:
        self.reached.append(route.url)
        answer = self._answers[route.url.partition(":")[0]]
        if isinstance(answer, NotSent):
            raise answer

    def _answer(self, route: Route) -> QueueStatus:
        answer = self._answers[route.url.partition(":")[0]]
        if isinstance(answer, PbxError):
            raise answer
        return answer


async def contact(network: Network, profile: Profile = NEW) -> Contact:
    return await first_contact(encryption_plan(profile), network.send, network.reach)


async def test_an_encrypted_answer_ends_the_search() -> None:
    network = Network(STATUS, STATUS)
    found = await contact(network)
    assert (found.kind, found.encrypted, found.queues) == (ContactKind.CONNECTED, True, ("Destek", "Satış"))
    assert network.reached == []


async def test_without_agreement_the_plain_address_is_only_knocked_at() -> None:
    network = Network(REFUSED, STATUS)
    found = await contact(network)
    assert found.kind is ContactKind.ONLY_PLAIN
    assert found.error is REFUSED
    assert not found.encrypted
    assert network.with_password == ["https://crmsntrl.netgsm.com.tr"]


async def test_after_agreement_the_plain_address_is_used() -> None:
    network = Network(HTML, STATUS)
    found = await contact(network, Profile(name="Ana", account="8501110000", plain_http_agreed=True))
    assert (found.kind, found.encrypted) == (ContactKind.CONNECTED, False)


async def test_a_profile_that_worked_encrypted_is_told_the_failure_instead() -> None:
    network = Network(REFUSED, STATUS)
    profile = Profile(name="Ana", account="8501110000", plain_http_agreed=True, worked_encrypted=True)
    assert (await contact(network, profile)).kind is ContactKind.FAILED
    assert len(network.with_password) == 1


@pytest.mark.parametrize("reason", ["ca_file", "dns", "tls", "tls_expired", "tls_name", "tls_unknown_ca"])
async def test_plain_http_is_not_offered_when_somebody_may_be_on_the_way(reason: str) -> None:
    network = Network(NotSent("queue_status", reason), STATUS)
    found = await contact(network)
    assert (found.kind, network.reached) == (ContactKind.FAILED, [])


async def test_a_refused_password_is_not_tried_elsewhere() -> None:
    network = Network(BadCredentials("queue_status", "credentials"), STATUS)
    found = await contact(network, Profile(name="Ana", account="8501110000", plain_http_agreed=True))
    assert found.kind is ContactKind.FAILED
    assert isinstance(found.error, BadCredentials)
    assert len(network.with_password) == 1


@pytest.mark.parametrize("code", ["30", "70"])
async def test_a_pbx_that_wants_a_name_has_been_reached(code: str) -> None:
    found = await contact(Network(Refusal("queue_status", "parameter", code=code), STATUS))
    assert (found.kind, found.encrypted) == (ContactKind.NEEDS_QUEUES, True)


async def test_when_nothing_answers_both_addresses_are_named() -> None:
    found = await contact(Network(TIMEOUT, REFUSED))
    assert found.error is TIMEOUT
    assert found.tried == ("https://crmsntrl.netgsm.com.tr", "http://crmsntrl.netgsm.com.tr:9111")


async def test_the_failure_that_got_further_is_told() -> None:
    agreed = Profile(name="Ana", account="8501110000", plain_http_agreed=True)
    assert (await contact(Network(TIMEOUT, HTML), agreed)).error is HTML


async def test_a_plain_address_of_the_command_line_is_used_without_asking() -> None:
    network = Network(REFUSED, STATUS)
    plan = encryption_plan(NEW, Given(pbx_url="http://127.0.0.1:1"))
    found = await first_contact(plan, network.send, network.reach)
    assert found.kind is ContactKind.CONNECTED
