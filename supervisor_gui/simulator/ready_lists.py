"""Auto-dial lists that are there from the start, half done. Which calls they make is the dialler's."""

import random
from datetime import datetime, time, timedelta

from supervisor_gui.simulator.autocall_dialler import AutocallDialler
from supervisor_gui.simulator.autocall_lists import TURKEY, AutocallLists, DialList, ListRules, NumberState, Wish
from supervisor_gui.simulator.model import CallCentre

DAY = timedelta(days=1)

_NAMES = ("Memnuniyet araması", "Sözleşme yenileme", "Ödeme hatırlatma", "Randevu teyidi", "Kampanya duyurusu")
_PEOPLE = ("A. Yıldız", "B. Çetin", "C. Öz", "D. Işık", "E. Şen", "F. Uslu", "G. Ünal", "H. Ilgaz")
_NUMBERS = 240
_FIRST_NUMBER = 5_550_100_000
_STATES = (NumberState.SUCCESS, NumberState.FAILED, NumberState.RETRY, NumberState.FRESH)
_SHARES = (30, 8, 6, 56)


def add_lists(
    lists: AutocallLists, dialler: AutocallDialler, centre: CallCentre, *, account: str, count: int, seed: int
) -> None:
    """Make `count` lists: the first calls, the second has been stopped, the others were not started yet."""
    rng = random.Random(f"{seed} ready lists")
    for place in range(count):
        made = lists.create(account, _rules(centre, place), _wishes(rng, place))
        if place < 2:
            _advance(made, rng, centre.now)
            dialler.activate(made)
        if place == 1:
            dialler.deactivate(made)


def _rules(centre: CallCentre, place: int) -> ListRules:
    queue = sorted(centre.queues)[place % len(centre.queues)]
    today = datetime.fromtimestamp(centre.now, TURKEY).date()
    return ListRules(
        name=_NAMES[place],
        prefix="",
        dynamic=place % 2 == 0,
        first_day=today - (2 * DAY if place < 2 else -DAY),
        last_day=today + 28 * DAY,
        # Whenever a demo is started, its first list calls.
        opens=time(0, 0) if place == 0 else time(9, 0),
        closes=time(23, 59) if place == 0 else time(18, 0),
        retry_count=2,
        try_time=30,
        department=queue,
        trunk=centre.floor.plan.lines[0],
        target_kind="queue",
        target_name=queue,
        stop_type=3 if place == 0 else 0,
        stop_limit=60 if place == 0 else 0,
    )


def _wishes(rng: random.Random, place: int) -> tuple[Wish, ...]:
    first = _FIRST_NUMBER + place * 10_000
    return tuple(Wish(str(first + number), rng.choice(_PEOPLE)) for number in range(_NUMBERS // (place + 1)))


def _advance(made: DialList, rng: random.Random, now: float) -> None:
    """Let it have worked for a while: the numbers stand as if they had been called."""
    for row in tuple(made.numbers.values()):
        state = rng.choices(_STATES, _SHARES)[0]
        if state is not NumberState.FRESH:
            row.tries = 1
            row.due = now + rng.uniform(120, 1800)
            made.settle(row, state)
