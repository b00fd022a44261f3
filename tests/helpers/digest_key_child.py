"""A start of the program that reads or makes the key for deleted numbers; reports as JSON lines.

Run as `python -m tests.helpers.digest_key_child VERB…`; "anew" is the program's next start.
"""

import asyncio
import json
import sys

from supervisor_gui.desktop.digest_key import DigestKey


async def play(verbs: list[str]) -> None:
    """Do each and print what it brought."""
    door = DigestKey(timeout=5.0)
    for verb in verbs:
        if verb == "anew":
            door = DigestKey(timeout=5.0)
            continue
        kept = await (door.make() if verb == "make" else door.read())
        report = {"key": kept.key.hex() if kept.key else None, "state": kept.outcome.state.value, "shown": repr(kept)}
        sys.stdout.write(json.dumps(report) + "\n")


if __name__ == "__main__":
    asyncio.run(play(sys.argv[1:]))
