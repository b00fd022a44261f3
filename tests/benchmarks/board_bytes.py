"""Status answers as a PBX would send them, for the board's figures. Made up, seeded, changing a little each time."""

import json
import random

STATUSES = ("empty", "empty", "onhook", "onhook", "ringing", "unregister")


class Centre:
    """A call centre whose status answers differ from one to the next.

    Every agent is in one to three queues; a tenth of them changes state between two answers, which changes
    the order. Calls end in half of the queues, callers come and go in some.
    """

    def __init__(self, agents: int, queues: int = 20, seed: int = 7) -> None:
        self._random = random.Random(seed)
        self._names = [f"Kuyruk {number + 1}" for number in range(queues)]
        self._agents = {
            str(1001 + number): [self._random.choice(STATUSES), self._random.random() < 0.2] for number in range(agents)
        }
        self._queues = {
            agent: self._random.sample(self._names, self._random.choice((1, 1, 2, 3))) for agent in self._agents
        }
        self._callers: dict[str, dict[str, int]] = {name: {} for name in self._names}
        self._completed = {name: self._random.randrange(100, 900) for name in self._names}

    def step(self, share: float = 0.1) -> None:
        """Let `share` of the agents change."""
        for agent in self._random.sample(sorted(self._agents), int(len(self._agents) * share)):
            state = self._agents[agent]
            state[0] = self._random.choice([status for status in STATUSES if status != state[0]])
        for name in self._random.sample(self._names, int(len(self._names) * 0.5)):
            self._completed[name] += self._random.randrange(1, 4)
        for callers in self._callers.values():
            for number in list(callers):
                callers[number] += 30
                if callers[number] > 90:
                    del callers[number]
            if self._random.random() < 0.4:
                callers[f"555000{self._random.randrange(10_000):04d}"] = self._random.randrange(30)

    def body(self) -> bytes:
        """The status answer now."""
        members: dict[str, list[dict[str, str]]] = {name: [] for name in self._names}
        for agent, (status, paused) in self._agents.items():
            for name in self._queues[agent]:
                members[name].append(
                    {
                        "agent": agent,
                        "status": status,
                        "membership": "dynamic",
                        "paused": "true" if paused else "false",
                        "reason": "çay molası" if paused else "",
                    }
                )
        queues = [
            {
                "queuename": f"{name}-8501110000",
                "callers": self._callers[name],
                "agents": members[name],
                "calls": len(self._callers[name]),
                "holdtime": self._completed[name] % 40,
                "talktime": 60 + self._completed[name] % 180,
                "completed": self._completed[name],
                "abondaned": 5,
            }
            for name in self._names
        ]
        return json.dumps({"pbx_num": "8501110000", "queues": queues}, ensure_ascii=False).encode()
