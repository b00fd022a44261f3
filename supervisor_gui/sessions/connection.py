"""One profile's way to its PBX: client and budgets as profile and settings want them. It sends nothing."""

from pathlib import Path

from supervisor_gui.clock import Clock
from supervisor_gui.config import Profile, Settings, keys
from supervisor_gui.netsantral.budgets import Budgets, BudgetSettings
from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.crm_ids import CrmIds
from supervisor_gui.netsantral.types import Credential, Endpoints

DEMO_PAST_PER_MINUTE = 600
"""Questions about the past a minute to the built-in simulator."""


def client_of(
    profile: Profile,
    credential: Credential,
    budgets: Budgets,
    *,
    pbx_url: str,
    api_url: str,
    clock: Clock,
    time_factor: float = 1.0,
) -> Client:
    """The client of a profile, with its proxy and its company's certificates; whoever asks for it closes it.

    Args:
        profile: Whose PBX.
        credential: Account and password.
        budgets: What its requests cost.
        pbx_url, api_url: The addresses that were chosen of the profile's.
        clock: Time.
        time_factor: Shortens the PBX's windows; loopback only.
    """
    return Client(
        Endpoints(pbx_url=pbx_url, api_url=api_url),
        credential,
        budgets,
        crm=CrmIds(profile.account, wall=clock.wall),
        proxy=_proxy(profile),
        extra_ca=Path(profile.ca_file) if profile.ca_file else None,
        time_factor=time_factor,
    )


def budget_settings(settings: Settings, *, demo: bool = False) -> BudgetSettings:
    """What the user set of the budgets; the demo's PBX may be asked about the past as often as one likes."""
    return BudgetSettings(
        queue_status_per_minute=settings.get(keys.QUERIES_PER_MINUTE),
        programs=settings.get(keys.PROGRAMS),
        past_per_minute=DEMO_PAST_PER_MINUTE if demo else 2,
    )


def _proxy(profile: Profile) -> str:
    if profile.proxy == "manual":
        return profile.proxy_address
    return "system" if profile.proxy == "system" else ""
