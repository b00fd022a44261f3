"""How people behave: when they call, how long they wait, talk and rest. Numbers only, drawn from one seeded source."""

import random

from supervisor_gui.simulator.names import BREAKS, CALLERS

TURKEY_OFFSET = 3 * 3600

# Share of the busiest hour's calls, by hour of the Turkish day. Nights are livelier than life, so a demo always moves.
DAY_SHAPE = (
    0.54, 0.50, 0.48, 0.48, 0.48, 0.50, 0.52, 0.56, 0.74, 0.92, 1.00, 0.98,
    0.80, 0.86, 0.96, 1.00, 0.96, 0.86, 0.74, 0.68, 0.64, 0.62, 0.58, 0.56,
)  # fmt: skip


def hour_of_day(when: float) -> int:
    """Hour of the Turkish day, 0 to 23."""
    return int((when + TURKEY_OFFSET) // 3600) % 24


class Habits:
    """Draws every random figure of the model.

    Args:
        rng: The seeded source; the order of drawing is part of a seed's meaning.
        load: Calls an hour in the busiest hour.
    """

    def __init__(self, rng: random.Random, load: float) -> None:
        self.rng = rng
        self.load = load

    def next_call(self, now: float) -> float:
        """Seconds until the next call: a Poisson process thinned by the shape of the day."""
        gap = 0.0
        while True:
            gap += self.rng.expovariate(self.load / 3600)
            if self.rng.random() < DAY_SHAPE[hour_of_day(now + gap)]:
                return gap

    def caller(self) -> tuple[str, str]:
        """A number as the PBX shows it and a name; both empty when withheld."""
        if self.rng.random() < 0.05:
            return "", ""
        number = self.rng.randrange(10_000)
        return f"0555000{number:04d}", f"{CALLERS[number % len(CALLERS)]} {number:04d}"

    def goes_direct(self) -> bool:
        """Whether a caller dials an extension instead of a queue."""
        return self.rng.random() < 0.06

    def leaves_menu(self) -> bool:
        """Whether a caller hangs up in the voice menu."""
        return self.rng.random() < 0.04

    def menu_seconds(self) -> float:
        """Time in the voice menu until a key is pressed."""
        return self.rng.uniform(3, 18)

    def patience(self) -> float:
        """How long a caller stands waiting."""
        return 6 + self.rng.expovariate(1 / 210)

    def picks_up(self, *, external: bool) -> bool:
        """Whether a ringing telephone will be answered."""
        return self.rng.random() < (0.8 if external else 0.93)

    def pick_up_seconds(self, *, external: bool) -> float:
        """Ringing time until the telephone is answered."""
        return self.rng.uniform(5, 15) if external else self.rng.uniform(2, 11)

    def ring_seconds(self) -> float:
        """Ringing time after which the PBX tries the next agent."""
        return self.rng.choice((15.0, 20.0, 20.0, 25.0))

    def talk_seconds(self) -> float:
        """Length of a conversation."""
        return min(max(self.rng.lognormvariate(5.0, 0.65), 6.0), 2400.0)

    def wrap_up_seconds(self) -> float:
        """Work after a conversation, when the agent is not rung."""
        return self.rng.uniform(4, 28)

    def until_break(self) -> float:
        """Seconds until an agent's next break."""
        return 300 + self.rng.expovariate(1 / 5400)

    def rest(self) -> tuple[str, float]:
        """A reason for a break and its length in seconds."""
        reason, _, shortest, longest = self.rng.choices(BREAKS, [share for _, share, _, _ in BREAKS])[0]
        return reason, self.rng.uniform(shortest, longest)

    def rests_everywhere(self) -> bool:
        """Whether a break counts in all of an agent's queues."""
        return self.rng.random() < 0.8

    def until_phone_lost(self) -> float:
        """Seconds until a telephone drops off the PBX."""
        return self.rng.expovariate(1 / 30_000)

    def phone_lost_seconds(self) -> float:
        """How long a telephone stays away."""
        return self.rng.uniform(60, 1500)

    def until_outgoing(self) -> float:
        """Seconds until an agent calls out."""
        return self.rng.expovariate(1 / 5000)
