"""Questions to the API host's services for records, and calls to ask about. It asserts nothing."""

from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import httpx

from tests.simulator.running import ACCOUNT, Site

LOGIN = {"usercode": ACCOUNT, "password": "p4ssw0rd"}
TURKEY = timedelta(hours=3)


def wall(when: float) -> datetime:
    """Turkish wall time."""
    return datetime.fromtimestamp(when, UTC) + TURKEY


def minute(when: float) -> str:
    return f"{wall(when):%d%m%Y%H%M}"


def yesterday(site: Site, back: int = 1) -> datetime:
    """A past day of the simulator."""
    return wall(site.simulator.centre.now) - timedelta(days=back)


def whole_day(day: datetime) -> dict[str, str]:
    return {"startdate": f"{day:%d%m%Y}0000", "stopdate": f"{day:%d%m%Y}2359"}


def around(when: float) -> dict[str, str]:
    return {"startdate": minute(when - 60), "stopdate": minute(when + 3600)}


def xml(**fields: str) -> str:
    inside = "".join(f"<{name}>{value}</{name}>" for name, value in (LOGIN | fields).items())
    return f'<?xml version="1.0"?><mainbody><header>{inside}</header></mainbody>'


async def report(site: Site, **fields: Any) -> Any:
    """The JSON form's answer."""
    reply = await site.http.post(f"{site.ready.api_url}/netsantral/report", json={**LOGIN, **fields})
    assert reply.status_code == 200, reply.text
    return reply.json()


async def report_text(site: Site, **fields: str) -> httpx.Response:
    return await site.http.get(f"{site.ready.api_url}/netsantral/report", params=LOGIN | fields)


async def post_xml(site: Site, path: str, text: str) -> httpx.Response:
    headers = {"content-type": "text/xml"}
    return await site.http.post(f"{site.ready.api_url}/netsantral/{path}", content=text, headers=headers)


async def statistics(site: Site, **fields: str) -> ET.Element:
    reply = await post_xml(site, "statistics", xml(**fields))
    return ET.fromstring(reply.text)


async def talked(site: Site, *, queue: str = "Satış", number: str = "05550001122", seconds: float = 4.0) -> Any:
    """A customer's conversation of a still world, which has ended when this returns: its truth."""
    call = (await site.model(arrive={"queue": queue, "number": number}))["arrive"]["id"]
    await site.model(answer={"call": call})
    await site.advance(seconds)
    truth = (await site.model(end={"call": call}))["end"]
    await site.advance(40)  # the agent's rest
    return truth


async def gave_up(site: Site, *, queue: str = "Satış", number: str = "05550003344") -> Any:
    """A customer who waited for a minute and gave up: its truth."""
    call = (await site.model(arrive={"queue": queue, "number": number, "hold": True}))["arrive"]["id"]
    await site.advance(60)
    return (await site.model(abandon={"call": call}))["abandon"]
