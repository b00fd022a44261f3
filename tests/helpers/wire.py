"""Requests straight to a simulated PBX, as any other program on the account may send them. It uses nothing of ours."""

import json
import urllib.request
from typing import Any
from urllib.parse import quote, urlencode

from tests.helpers.desk import ACCOUNT, PASSWORD


def agent_command(pbx_url: str, operation: str, extension: str, queue: str, **fields: str) -> dict[str, Any]:
    """Send one agent command and decode the answer; blocks.

    Raises:
        AssertionError: The PBX refused it.
    """
    query = {
        "username": ACCOUNT,
        "password": PASSWORD,
        "crm_id": "1",
        "exten": extension,
        "queue": queue,
        "paused": "0",
        **fields,
    }
    address = f"{pbx_url}/{ACCOUNT}/{operation}?{urlencode(query, quote_via=quote)}"
    with urllib.request.urlopen(address, timeout=20) as answer:
        told: dict[str, Any] = json.load(answer)
    assert told.get("message") == "Successful", told.get("message")
    return told
