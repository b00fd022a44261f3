"""The doctor's probes joined: what it looks at comes from the command line, the profile and the client. No findings."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import msgspec

from supervisor_gui.clock import Clock
from supervisor_gui.config import Profile, SettingsStore, choose_profile, encryption_plan, keys, this_computer
from supervisor_gui.config.policy import ruled
from supervisor_gui.desktop import doctor
from supervisor_gui.desktop.credentials import Credentials
from supervisor_gui.entrance import given_of
from supervisor_gui.errors import SettingsError
from supervisor_gui.history.migrations import STEPS
from supervisor_gui.i18n import translate
from supervisor_gui.live.first_contact import HOPELESS
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.endpoints import Face
from supervisor_gui.netsantral.errors import NotSent, PbxError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.failures import not_sent_reason
from supervisor_gui.netsantral.types import Credential
from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths, default_data_dir
from supervisor_gui.sessions.connection import client_of

NOBODY = "8500000000"
"""Stands for the account when there is no profile yet; the probes send neither account nor password."""


def run_doctor(options: Options) -> int:
    """Look at everything and print the table.

    Returns:
        0 when everything works, 1 when something does not, 2 for a profile that cannot be used.
    """
    paths = DataPaths(options.data_dir or default_data_dir())
    machine = this_computer()
    options = ruled(options, machine).options
    settings = SettingsStore(paths.settings, machine)
    problems = settings.load(only_look=True)
    try:
        profile = choose_profile(
            settings.profiles,
            name=options.profile,
            account=options.account,
            given=given_of(options),
            last=settings.settings.get(keys.LAST_PROFILE),
        )
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    profile = settings.under_machine(profile or Profile(name="", account=NOBODY))
    context = doctor.Context(
        root=paths.root,
        newest_schema=len(STEPS),
        keyring=Credentials().status,
        addresses=_addresses(profile, options),
        extra_certificates=Path(profile.ca_file) if profile.ca_file else None,
        machine=machine,
        problems=problems,
    )
    return doctor.main(context, sys.stdout)


def _addresses(profile: Profile, options: Options) -> tuple[doctor.Address, ...]:
    plan = encryption_plan(profile, given_of(options))
    pbx, api = translate("Doctor", "PBX"), translate("Doctor", "API")
    urls = tuple(route.url for route in plan.pbx)
    found = [doctor.Address(pbx, urls[0], partial(_reach, profile, urls, "pbx"))]
    found.append(doctor.Address(api, plan.api.url, partial(_reach, profile, (plan.api.url,), "api")))
    if plan.events is not None:
        host, port = plan.events
        probe: Callable[[], Awaitable[doctor.Reach]] = partial(_connect, host, port)
        found.append(doctor.Address(translate("Doctor", "Event stream"), f"tcp://{host}:{port}", probe))
    return tuple(found)


async def _reach(profile: Profile, urls: tuple[str, ...], face: Face) -> doctor.Reach:
    """The first address that answers, and which; what the first one said when none does.

    Another one is tried where the program would try it too: not after a failure that hints at somebody on the way.
    """
    failed: list[PbxError] = []
    for url in urls:
        try:
            reach = await _answer(profile, url, face)
        except PbxError as error:
            failed.append(error)
            if error.reason in HOPELESS:
                break
        else:
            return msgspec.structs.replace(reach, url=url if failed else "")
    words = explain(failed[0])
    return doctor.Reach(error=words.title, advice=words.todo)


async def _answer(profile: Profile, url: str, face: Face) -> doctor.Reach:
    """Ask a face for nothing, without credentials.

    Raises:
        PbxError: It cannot be reached.
    """
    budgets = Budgets(None, profile.account)
    clock = Clock()
    client = client_of(profile, Credential(profile.account, ""), budgets, pbx_url=url, api_url=url, clock=clock)
    asked = clock.wall()
    try:
        await budgets.open()
        answer = await client.probe(face)
    finally:
        await client.aclose()
        await budgets.close()
    return doctor.Reach(server_time=answer.date, asked_at=asked, answered_at=clock.wall())


async def _connect(host: str, port: int) -> doctor.Reach:
    """See whether something takes connections there; nothing is sent."""
    try:
        _, writer = await asyncio.open_connection(host, port)
    except OSError as error:
        words = explain(NotSent("events", not_sent_reason(error)[0]))
        return doctor.Reach(error=words.title, advice=words.todo)
    writer.close()
    await writer.wait_closed()
    return doctor.Reach()
