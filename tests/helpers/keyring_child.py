"""A start of the program as the keyring sees it: plays steps from stdin on `Credentials`, reports as JSON lines.

Run as `python -m tests.helpers.keyring_child`. A step is a list: a verb and its arguments.
"""

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import Any

from supervisor_gui.desktop.credentials import Credentials, KeyringState, Outcome, StoredSecret, explain_keyring

ACCOUNT = "8501110000"


class _Turns:
    """Counts how often the event loop came round."""

    def __init__(self) -> None:
        self.count = 0

    async def run(self) -> None:
        while True:
            await asyncio.sleep(0.005)
            self.count += 1


Brought = tuple[StoredSecret | None, Outcome | None]


async def _step(credentials: Credentials, verb: str, arguments: list[Any]) -> Brought:
    match verb:
        case "load":
            return await credentials.load(ACCOUNT)
        case "save":
            return None, await credentials.save(ACCOUNT, arguments[0], tuple(arguments[1]))
        case "forget":
            return None, await credentials.forget(ACCOUNT)
        case "status":
            return None, await credentials.status()
        case "free":  # let the hanging back end go on, then load as soon as it is done with the old call
            Path(arguments[0]).touch()  # noqa: ASYNC240
            while (brought := await credentials.load(ACCOUNT))[1].state is KeyringState.HANGING:
                await asyncio.sleep(0.005)
            return brought
    return None, None


async def play(steps: list[list[Any]], timeout: float) -> None:
    """Play the steps and print what each brought."""
    credentials = Credentials(timeout=timeout)
    turns = _Turns()
    ticker = asyncio.create_task(turns.run())
    for verb, *arguments in steps:
        if verb == "anew":
            credentials = Credentials(timeout=arguments[0] if arguments else timeout)
            continue
        before, began = turns.count, time.monotonic()
        secret, outcome = await _step(credentials, verb, arguments)
        report = {
            "turns": turns.count - before,
            "seconds": time.monotonic() - began,
            "state": outcome.state.value if outcome else "",
            "backend": outcome.backend if outcome else "",
            "detail": outcome.detail if outcome else "",
            "words": explain_keyring(outcome) if outcome else "",
            "password": secret.password.reveal() if secret else None,
            "hosts": list(secret.hosts) if secret else [],
            "session": {name: held.password.reveal() for name, held in credentials.session.items()},
            "keyring_imported": "keyring" in sys.modules,
        }
        sys.stdout.write(json.dumps(report) + "\n")
    ticker.cancel()


if __name__ == "__main__":
    given = json.load(sys.stdin)
    asyncio.run(play(given["steps"], given["timeout"]))
