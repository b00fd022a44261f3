"""A profile – one PBX account – and the rules of what may travel unencrypted. It connects to nothing."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import msgspec

from supervisor_gui.config import declarations as d
from supervisor_gui.config.addresses import (
    API_URL,
    EVENTS,
    PBX_URL,
    host_of,
    is_encrypted,
    is_loopback,
    plain_form,
    stream_address,
)
from supervisor_gui.config.values import Setting
from supervisor_gui.errors import SettingsError
from supervisor_gui.i18n import translate

LONGEST_NAME = 60


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """Everything kept about one account; never its password.

    Attributes:
        name: What the user calls it, unique.
        account: PBX number, ten digits.
        pbx_url, api_url: Base addresses.
        events: "HOST:PORT" of the event stream.
        events_on: Whether the user wants the stream.
        plain_http_agreed, events_agreed: The user agreed to what travels readable.
        worked_encrypted: The PBX has answered encrypted once, so it never falls back by itself.
        queues: Short queue names, when the PBX wants them named.
        seat: "supervisor" or "agent".
        proxy: "none", "system" or "manual".
        proxy_address, ca_file: For networks that need them.
    """

    name: str
    account: str
    pbx_url: str = PBX_URL
    api_url: str = API_URL
    events: str = EVENTS
    events_on: bool = False
    plain_http_agreed: bool = False
    events_agreed: bool = False
    worked_encrypted: bool = False
    queues: tuple[str, ...] = ()
    seat: str = "supervisor"
    proxy: str = "none"
    proxy_address: str = ""
    ca_file: str = ""


FIELDS: Mapping[str, Setting[Any]] = MappingProxyType(
    {
        "account": d.ACCOUNT,
        "pbx_url": d.PBX_ADDRESS,
        "api_url": d.API_ADDRESS,
        "events": d.EVENTS_ADDRESS,
        "events_on": d.EVENTS_ON,
        "plain_http_agreed": d.PLAIN_HTTP_AGREED,
        "events_agreed": d.EVENTS_AGREED,
        "worked_encrypted": d.WORKED_ENCRYPTED,
        "queues": d.QUEUES,
        "seat": d.SEAT,
        "proxy": d.PROXY,
        "proxy_address": d.PROXY_ADDRESS,
        "ca_file": d.CA_FILE,
    }
)
"""Where each field of a profile is kept; the settings page and the profile read the same value."""


class Given(msgspec.Struct, frozen=True):
    """Addresses from the command line, empty when not given; `events` is "HOST:PORT" or "off"."""

    pbx_url: str = ""
    api_url: str = ""
    events: str = ""


NOTHING_GIVEN = Given()


class Route(msgspec.Struct, frozen=True):
    """One base address to try; `agreed` is False when the user must be asked before anything is sent there."""

    url: str
    encrypted: bool
    agreed: bool


class ConnectionPlan(msgspec.Struct, frozen=True):
    """How to reach a PBX.

    Attributes:
        pbx: Control addresses in the order to try; the first that answers is used.
        api: The API's address.
        events: Host and port of the event stream, None when it is off or not agreed to.
        ask_events: Whether the stream is wanted but the user has not agreed yet.
    """

    pbx: tuple[Route, ...]
    api: Route
    events: tuple[str, int] | None = None
    ask_events: bool = False

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every host that the password would go to, sorted."""
        hosts = {host_of(route.url) for route in (*self.pbx, self.api)}
        return tuple(sorted(hosts | ({self.events[0]} if self.events else set())))


def encryption_plan(profile: Profile, given: Given = NOTHING_GIVEN) -> ConnectionPlan:
    """Decide what is tried, in which order, and what needs the user's agreement first.

    Encrypted comes first. Plain HTTP follows only for a profile that has never worked encrypted. An http:// address or
    a stream address on the command line is agreement by itself (docs/protocol.md, Encryption).
    """
    first = given.pbx_url or profile.pbx_url
    agreed = profile.plain_http_agreed
    routes = [Route(first, is_encrypted(first), is_encrypted(first) or agreed or bool(given.pbx_url))]
    if is_encrypted(first) and not given.pbx_url and not profile.worked_encrypted:
        routes.append(Route(plain_form(first), encrypted=False, agreed=agreed))
    api = given.api_url or profile.api_url
    return ConnectionPlan(
        pbx=tuple(routes),
        api=Route(api, is_encrypted(api), is_encrypted(api) or agreed or bool(given.api_url)),
        events=_events(profile, given),
        ask_events=not given.events and profile.events_on and not profile.events_agreed,
    )


def _events(profile: Profile, given: Given) -> tuple[str, int] | None:
    if given.events:
        return stream_address(given.events)
    return stream_address(profile.events) if profile.events_on and profile.events_agreed else None


def readable_hosts(profile: Profile) -> frozenset[str]:
    """The hosts to which something could travel readable for this profile, once that is agreed to."""
    hosts = {host_of(profile.pbx_url)}  # where its encrypted address does not answer, its plain one is tried
    if not is_encrypted(profile.api_url):
        hosts.add(host_of(profile.api_url))
    return frozenset(hosts)


def time_factor_allowed(factor: float, plan: ConnectionPlan) -> bool:
    """Whether windows may be shortened: only when nothing can reach a real PBX."""
    return factor == 1.0 or all(map(is_loopback, plan.hosts))


def choose_profile(
    profiles: Sequence[Profile],
    *,
    name: str = "",
    account: str = "",
    given: Given = NOTHING_GIVEN,
    last: str = "",
) -> Profile | None:
    """The profile of this start: by name, by account, else the last one; None when the first start must ask.

    An account without a profile gets one from the arguments and defaults, its agreements included.

    Raises:
        SettingsError: There is no profile of that name, or it belongs to another account.
    """
    if name:
        found = next((profile for profile in profiles if profile.name == name), None)
        if found is None and not account:
            raise SettingsError(translate("Settings", "There is no profile named “{name}”.").format(name=name))
        if found is not None and account not in {"", found.account}:
            raise SettingsError(translate("Settings", "“{name}” belongs to another account.").format(name=name))
        return found or from_given(name, account, given)
    if account:
        found = next((profile for profile in profiles if profile.account == account), None)
        return found or from_given(free_name(profiles, account), account, given)
    by_name = {profile.name: profile for profile in profiles}
    return by_name.get(last) or next(iter(profiles), None)


def from_given(name: str, account: str, given: Given) -> Profile:
    """A new profile out of the command line."""
    stream = stream_address(given.events)
    return Profile(
        name=name,
        account=account,
        pbx_url=given.pbx_url or PBX_URL,
        api_url=given.api_url or API_URL,
        events=given.events if stream else EVENTS,
        events_on=stream is not None,
        events_agreed=stream is not None,
        plain_http_agreed=any(url and not is_encrypted(url) for url in (given.pbx_url, given.api_url)),
    )


def free_name(profiles: Sequence[Profile], wanted: str) -> str:
    """`wanted`, or with a number behind it when another profile has that name."""
    taken = {profile.name for profile in profiles}
    names = (wanted if number == 1 else f"{wanted} {number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def name_problem(name: str) -> str:
    """Why `name` cannot name a profile, in words; empty when it can."""
    if not name or name != name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        return translate("Settings", "A name of 1 to {most} letters.").format(most=LONGEST_NAME)
    return ""


def account_problem(account: str) -> str:
    """Why `account` cannot be a PBX number, in words; empty when it can."""
    if len(account) == 10 and account.isascii() and account.isdigit() and account[0] != "0":
        return ""
    return translate("Settings", "The PBX number has 10 digits and does not begin with 0.")
